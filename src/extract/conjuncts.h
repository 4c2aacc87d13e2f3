// Lists of names taken apart: what "and", commas and ranges join, with the words that they leave out.

#pragma once

#include <vector>

#include "extract/lexicon.h"

namespace musclekg {

/// One of the names that a text joins.
struct Conjunct {
  enum class Joined : std::uint8_t { First, Comma, And, Semicolon };

  std::vector<PageToken> written;                   ///< its own tokens, without parentheses
  std::vector<PageToken> front;                     ///< what it shares with the one before: "spinous processes of the"
  std::vector<PageToken> back;                      ///< what it shares with one behind it: "vertebrae"
  std::vector<std::vector<PageToken>> parentheses;  ///< what stands in parentheses behind or within it
  Joined joined = Joined::First;

  /// All its words in order.
  std::vector<PageToken> whole() const;
};

/// Cuts a text at commas, semicolons, slashes and conjunctions, counts out ranges of ordinals ("third to sixth ribs", "ribs 5-12", "L1-L4")
/// and gives each name the words that it leaves out, told by grammar alone:
/// - the end, when it ends in a word that only describes ("third", "fourth and fifth metatarsals"), or is a bare noun for a part while the
/// next one
///   has "of" ("body and ramus of the pubis");
/// - the beginning up to "of", when its noun is plural and what stands behind is one thing ("anterior borders of the tibia and fibula"), or
///   of the same sort ("transverse processes of C1 and C2").
/// At most kMostConjuncts; what is more is left out of the last. Linear but for that bound.
std::vector<Conjunct> conjuncts_of(Tokens tokens, Lexicon& lexicon);

inline constexpr std::size_t kMostConjuncts = 40;

}  // namespace musclekg
