// What a full stop behind a word may be.

#pragma once

#include <cstdint>
#include <string_view>

namespace musclekg {

/// What a full stop behind an abbreviation may be.
enum class Stop : std::uint8_t {
  Ends,          ///< it is no abbreviation
  Never,         ///< it ends no sentence
  BeforeOpener,  ///< it ends one only before a word that opens sentences
  BeforeNumber   ///< it ends none before a number
};

/// Of one word in letters; case makes no difference. A single letter is an initial or a short word for a structure: BeforeOpener.
Stop stop_behind(std::string_view word);

/// Whether a word opens sentences.
enum class Opener : std::uint8_t {
  No,
  InCapitals,  ///< "In", "However"
  Always       ///< "it", "the": behind a full stop even in lower case
};

/// Case makes no difference.
Opener opener_of(std::string_view word);

}  // namespace musclekg
