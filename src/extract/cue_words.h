// Words that are looked for in running text: "found that", "criticis*", "more ... than".

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace musclekg {

/// Running text made ready for cues: ASCII letters in lower case, all that is neither letter nor digit as blanks. Places stay as they were.
class PlainWords {
 public:
  explicit PlainWords(std::string_view words);

  const std::string& text() const { return text_; }

  /// Beginnings of its words, one bit each; several share one.
  std::uint64_t beginnings() const { return beginnings_; }

  /// The bit of a word of the text, or of the beginning of one.
  static std::uint64_t beginning(std::string_view word);

 private:
  std::string text_;
  std::uint64_t beginnings_ = 0;
};

class CueWords {
 public:
  /// Words as the tables write them: lower case; "*" at the end of a word: however it goes on; " ... ": any words between.
  explicit CueWords(std::string_view words);

  bool empty() const { return parts_.empty(); }

  /// Where a cue stands, in bytes, and where the words lie that the first "..." stands for; without one both are the end.
  struct Place {
    std::size_t begin, end;
    std::size_t gap_begin, gap_end;
  };
  std::optional<Place> find(const PlainWords& words) const;

 private:
  struct Word {
    std::string text;
    bool open;  ///< it may go on
  };
  using Part = std::vector<Word>;

  /// The first place from `from` on where the words stand one behind the other; both npos: none.
  static std::pair<std::size_t, std::size_t> find_part(const std::string& text, const Part& part, std::size_t from);

  std::vector<Part> parts_;
  std::uint64_t beginnings_ = 0;  ///< of all its words: a text without one of them does not hold the cue
};

}  // namespace musclekg
