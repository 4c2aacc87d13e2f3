#include "rdf/text_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace musclekg {

namespace {

constexpr std::size_t kChunk = 1 << 17;
constexpr std::size_t kMost = std::size_t{1} << 30;

/// The last line end before `end`, or nullptr.
const char* last_line_end(const char* begin, const char* end) {
  return static_cast<const char*>(::memrchr(begin, '\n', static_cast<std::size_t>(end - begin)));
}

}  // namespace

TextWindow::TextWindow(Input& input, std::string_view beginning) : input_(input), text_(beginning) {
  while (text_.size() < 3 && !whole_) read_on();
  if (text_.starts_with("\xEF\xBB\xBF")) begin_ = offset_ = 3;
}

void TextWindow::use(const char* at) {
  const auto used = static_cast<std::size_t>(at - begin());
  if (const char* const last = last_line_end(begin(), at)) {
    line_ += static_cast<std::uint32_t>(std::count(begin(), at, '\n'));
    column_ = static_cast<std::size_t>(at - last);
  } else {
    column_ += used;
  }
  begin_ += used;
  offset_ += used;
}

void TextWindow::use_line(const char* at) {
  const auto used = static_cast<std::size_t>(at - begin());
  ++line_;
  column_ = 1;
  begin_ += used;
  offset_ += used;
}

void TextWindow::read_on() {
  if (whole_) return;
  text_.erase(0, begin_);
  begin_ = 0;
  const std::size_t kept = text_.size(), more = std::max(kChunk, kept);
  if (kept > kMost) throw Failure(fmt::format("{}:{}: a line or statement of more than {} bytes", input_.name(), line_, kMost));
  text_.resize(kept + more);
  const std::size_t count = input_.read(text_.data() + kept, more);
  text_.resize(kept + count);
  whole_ = count < more;
}

Position TextWindow::position(const char* at) const {
  const char* const last = last_line_end(begin(), at);
  if (last == nullptr) return {line_, static_cast<std::uint32_t>(column_ + static_cast<std::size_t>(at - begin()))};
  return {line_ + static_cast<std::uint32_t>(std::count(begin(), at, '\n')), static_cast<std::uint32_t>(at - last)};
}

}  // namespace musclekg
