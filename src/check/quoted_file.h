// The texts that a graph quotes, found again: which file it is, and what stands at a position.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

/// A source, opened by the name that a graph gives it.
struct QuotedFile {
  std::string path;   ///< where it was found; empty where it was not
  std::string bytes;  ///< decompressed
  std::string fault;  ///< why it is not there or cannot be read; empty when it was read
};

/// Reads the file `name`: relative to the folder in which the program runs, or below one of `folders`, where its last part alone is
/// looked for, too. A graph may come from anybody, so only regular files are opened, and no absolute path.
QuotedFile read_quoted_file(std::string_view name, const std::vector<std::string>& folders);

/// Where code points of a text begin, for many of them in one pass.
class CodePoints {
 public:
  /// `wanted`: numbers of code points, counted from 0, in any order. Linear in the text, and n log n in the numbers. The text must be
  /// UTF-8.
  CodePoints(std::string_view text, std::vector<std::size_t> wanted);

  /// How many the text has.
  std::size_t count() const { return count_; }

  /// The byte at which the code point begins: one of those wanted. That behind the last one begins at the end; nothing for those behind it.
  std::optional<std::size_t> byte_of(std::size_t code_point) const;

 private:
  std::vector<std::size_t> wanted_, bytes_;
  std::size_t count_ = 0;
};

}  // namespace musclekg
