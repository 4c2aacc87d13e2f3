#include "base/places.h"

#include <algorithm>

namespace musclekg {

namespace {

constexpr std::size_t kStretch = 512;

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

Places::Places(std::string_view text) : text_(text) {
  lines_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) lines_.push_back(at + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStretch) {
    counts_.push_back(count);
    const std::string_view stretch = text.substr(at, kStretch);
    count += static_cast<std::size_t>(std::count_if(stretch.begin(), stretch.end(), begins_code_point));
  }
}

Position Places::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
  return {static_cast<std::uint32_t>(next - lines_.begin()), static_cast<std::uint32_t>(offset - *(next - 1) + 1)};
}

std::size_t Places::offset(Position position) const {
  if (position.line == 0) return 0;
  if (position.line > lines_.size()) return text_.size();
  return std::min(lines_[position.line - 1] + std::max(position.column, 1U) - 1, text_.size());
}

std::size_t Places::code_points(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t stretch = offset / kStretch;
  const std::string_view before = text_.substr(stretch * kStretch, offset - stretch * kStretch);
  return counts_[stretch] + static_cast<std::size_t>(std::count_if(before.begin(), before.end(), begins_code_point));
}

}  // namespace musclekg
