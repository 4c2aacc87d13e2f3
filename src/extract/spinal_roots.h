// Spinal levels in what is said of a nerve.

#pragma once

#include <string>
#include <vector>

#include "extract/lexicon.h"

namespace musclekg {

struct SpinalRoot {
  WordSpan words;
  std::string level;    ///< "L3"
  bool hedged = false;  ///< "sometimes L5"
};

/// The levels that a text names as roots, one by one, in order: "L2, 3 and 4", "C5-T1", "C5,6", "sixth and seventh cervical nerves"; of a
/// range each has the words of the whole. Levels behind "vertebra" are none, nor those that do not exist ("L7").
std::vector<SpinalRoot> spinal_roots_of(Tokens tokens, Lexicon& lexicon);

}  // namespace musclekg
