// Names taken apart by their grammar alone.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "link/portions.h"

namespace musclekg {

/// Longer names, in bytes, are not taken apart: no anatomist writes them.
inline constexpr std::size_t kLongestPhrase = 400;

/// "branch of femoral artery" cut into "branch" and "femoral artery".
struct Phrase {
  std::string head;   ///< its last word in the singular, but for amounts ("two-thirds")
  std::string whole;  ///< without an article
};

/// A name as it is written in a label: blanks folded, no article in front, case kept.
std::string plain(std::string_view name);

/// The ways to cut a plain name at "of", "from" or "on", the first of these first; at most 8.
std::vector<Phrase> phrases_of(const std::string& name, const Portions& portions);

/// "extension of the knee joint" cut into the movement and what moves, at the first "of" or "at"; where there is none, all of it is the
/// movement.
struct ActionPhrase {
  std::string_view movement;
  std::string_view moved;  ///< without an article; may be empty
};
ActionPhrase action_phrase_of(std::string_view text);

/// The names that a name with parentheses, or with a part behind a comma, is another way of writing, in the order of their
/// likelihood: those of one group say the same. None when it has neither.
/// "linea aspera (medial lip)": "medial lip of linea aspera"; "deep fibular (peroneal) nerve": "deep fibular nerve" and "deep
/// peroneal nerve", else "peroneal nerve"; "iliotibial tract (band)": "iliotibial tract" and "band".
std::vector<std::vector<std::string>> readings_of(std::string_view name, const Portions& portions);

/// The two names of "quadriceps tendon (patellar ligament)"; none when nothing or more stands around parentheses at its end.
std::vector<std::string> apposition_of(std::string_view name);

}  // namespace musclekg
