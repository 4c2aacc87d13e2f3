// An input line by line, in a window that moves over it: memory is that of the longest line, not of the file.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/input.h"

namespace musclekg {

/// Gives lines with their line ends. A byte order mark (UTF-8) at the start is passed over.
class LineReader {
 public:
  /// `padding` bytes behind each line can be read, too.
  explicit LineReader(Input& input, std::size_t padding = 0);

  /// Moves to the next line; false at the end of the input. A line of more than 256 MiB is a Failure.
  bool next();

  /// Makes the line longer by the one behind it; false when there is none. The view moves.
  bool extend();

  /// The line, with "\n" or "\r\n" where it had one. Valid until the next call.
  std::string_view line() const { return {buffer_.data() + start_, end_ - start_}; }

  /// Its number, from 1: the first one's, when it was extended.
  std::uint32_t number() const { return number_; }

 private:
  bool find_end();
  bool fill();

  Input& input_;
  std::size_t padding_;
  std::vector<char> buffer_;
  std::size_t start_ = 0;   ///< of the line
  std::size_t end_ = 0;     ///< behind the line
  std::size_t filled_ = 0;  ///< behind the last byte read
  std::uint32_t number_ = 0;
  std::uint32_t lines_ = 0;  ///< lines passed so far
  bool at_end_ = false;
};

}  // namespace musclekg
