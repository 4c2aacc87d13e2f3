// A document that is read in pieces, of which the part not yet used stays together.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/input.h"

namespace musclekg {

/// A window on a document: what stands in it from `begin` to `end` is in one piece. A byte order mark at the beginning is passed over.
class TextWindow {
 public:
  /// `beginning` was read before from `input`; both outlive this.
  TextWindow(Input& input, std::string_view beginning);

  const char* begin() const { return text_.data() + begin_; }
  const char* end() const { return text_.data() + text_.size(); }

  /// Whether nothing comes behind `end`.
  bool whole() const { return whole_; }

  /// The bytes before `at` are done with: `begin` is now `at`.
  void use(const char* at);

  /// The same where the last of these bytes is a line end, and no other.
  void use_line(const char* at);

  /// Reads on, keeping what is in the window; pointers into it become invalid. Throws Failure when it would hold more than 1 GiB.
  void read_on();

  /// Line and column of a byte in the window.
  Position position(const char* at) const;

  /// Bytes of the document before `begin`.
  std::size_t offset() const { return offset_; }

 private:
  Input& input_;
  std::string text_;
  std::size_t begin_ = 0, offset_ = 0, column_ = 1;
  std::uint32_t line_ = 1;
  bool whole_ = false;
};

}  // namespace musclekg
