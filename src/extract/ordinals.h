// Numbers, ordinals and levels in names, and ranges of them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"

namespace musclekg {

/// The tokens with ranges counted out into lists: "third to sixth ribs" becomes "third, fourth, fifth, sixth ribs", "ribs 5-12" "ribs 5, 6,
/// ... 12", "L1-L4" "L1, L2, L3, L4", "C5,6" "C5, C6". Numbers behind a noun stay so. Ranges of more than 40, or that run backwards, stay
/// as they are. The tokens that are put in have the place of the range.
std::vector<PageToken> count_out_ranges(Tokens tokens, Lexicon& lexicon);

/// 3 of "third", "3rd" or "3"; 0 where the word is no number.
int number_of_ordinal(std::string_view lower);

/// "third" of 3, for 1 to 20; otherwise "21st".
std::string ordinal_of(int number);

}  // namespace musclekg
