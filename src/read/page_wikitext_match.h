// Which brackets of a wikitext belong together.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace musclekg {

struct WikitextPair {
  enum class Kind : std::uint8_t {
    Template,  ///< {{ }}
    Link,      ///< [[ ]]
    Table,     ///< {| |} at the beginning of lines
    Comment,   ///< <!-- -->
    Verbatim,  ///< <nowiki>, <pre>
    Dropped,   ///< <math>, <gallery> and other tags whose content is no text
    Ref        ///< <ref>...</ref>
  };

  Kind kind;
  std::uint32_t begin;  ///< of the opening
  std::uint32_t end;    ///< behind the closing
  std::uint32_t inner_begin;
  std::uint32_t inner_end;
};

/// The pairs of a source, by their beginnings. Those nested deeper than kDeepestNesting and those without a partner are left out. Linear.
class WikitextPairs {
 public:
  explicit WikitextPairs(std::string_view source);

  /// The pair that opens at `at` and ends before or at `end`, or nullptr.
  const WikitextPair* at(std::size_t place, std::size_t end) const;

 private:
  std::vector<WikitextPair> pairs_;
};

/// The place of the first `wanted` in [begin, end) that stands in no pair, or `end`.
std::size_t find_outside(std::string_view source, const WikitextPairs& pairs, char wanted, std::size_t begin, std::size_t end);

}  // namespace musclekg
