// Movements and other actions in running text: "flexes and abducts the arm", "lateral rotation of the thigh", "hip extension".

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/page_facts.h"

namespace musclekg {

/// One action that a text names.
struct ActionName {
  WordSpan words;
  std::string movement;   ///< "lateral rotation"
  std::string moved;      ///< what moves, or the joint: "thigh"; empty where the text does not say
  bool at_joint = false;  ///< `moved` is a joint
  WordSpan moved_words;
  std::string qualifier;  ///< "weak", "ipsilateral"
  bool negative = false;
  std::string condition;  ///< "unilateral", "with the hip flexed"
};

/// A joint that is named besides: "at the hip joint".
struct JointName {
  WordSpan words;
  std::string name;
  bool negative = false;
};

struct ActionList {
  std::vector<ActionName> actions;
  std::vector<JointName> joints;
};

/// Reads actions by their grammar: verbs and nouns of movement (`page-movements.tsv`) with the directions before or behind them; those
/// joined by "and" or commas share what they move, and each of several things moved has each of them; what stands behind "when", "with" or
/// "if" is a condition.
///
/// `of_muscle`: the text is known to tell what the muscle does, so that common verbs ("raise", "support") count, too. `words`: the block's
/// words, which the tokens point into.
ActionList read_actions(Tokens tokens, std::string_view words, bool of_muscle);

}  // namespace musclekg
