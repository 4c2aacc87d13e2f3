#include "rdf/text_window.h"

#include <fmt/format.h>

#include <algorithm>

namespace musclekg {

namespace {

constexpr std::size_t kChunk = 1 << 17;
constexpr std::size_t kMost = std::size_t{1} << 30;

}  // namespace

TextWindow::TextWindow(Input& input, std::string_view beginning) : input_(input), text_(beginning) {
  while (text_.size() < 3 && !whole_) read_on();
  if (text_.starts_with("\xEF\xBB\xBF")) begin_ = 3;
}

void TextWindow::use(const char* at) {
  const std::string_view used(begin(), static_cast<std::size_t>(at - begin()));
  const std::size_t last = used.rfind('\n');
  if (last == std::string_view::npos) {
    column_ += used.size();
  } else {
    line_ += static_cast<std::uint32_t>(std::count(used.begin(), used.end(), '\n'));
    column_ = used.size() - last;
  }
  begin_ += used.size();
  offset_ += used.size();
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
  const std::string_view before(begin(), static_cast<std::size_t>(at - begin()));
  const std::size_t last = before.rfind('\n');
  if (last == std::string_view::npos) return {line_, static_cast<std::uint32_t>(column_ + before.size())};
  return {line_ + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')),
          static_cast<std::uint32_t>(before.size() - last)};
}

}  // namespace musclekg
