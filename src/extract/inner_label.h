// Labels within a text: "Short head: coracoid process, Long head: supraglenoid tubercle"; "Motor: spinal accessory nerve".

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"

namespace musclekg {

/// A stretch of a text that a label stands before.
struct LabelledTokens {
  Tokens tokens;           ///< without the label
  std::string part;        ///< of the muscle: "short head"; as before where this label names none
  std::string fibre_type;  ///< "motor", likewise
};

/// Cuts a text at the labels that name a part of the muscle or a type of fibres, each before a colon or a dash by itself. What stands
/// before the first one has `part` and `fibre_type` of `before`.
std::vector<LabelledTokens> cut_at_labels(Tokens tokens, std::string_view words, const LabelledTokens& before);

/// "radial head" of "Origin, radial head"; empty where the label names no part behind its topic.
std::string part_in_label(Tokens label, std::string_view words);

}  // namespace musclekg
