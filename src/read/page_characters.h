// Character references: "&ndash;", "&#8211;", "&#x2013;".

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace musclekg {

/// A code point in UTF-8; empty for one that no text may have (0, a surrogate, above U+10FFFF).
std::string utf8(std::uint32_t code_point);

struct CharacterReference {
  std::size_t size = 0;   ///< in the source; 0: there is none
  std::string character;  ///< in UTF-8
};

/// The reference at the beginning of `text`, which begins with '&'. Names: those of HTML 4 that texts on anatomy have; others are no
/// references.
CharacterReference character_reference(std::string_view text);

}  // namespace musclekg
