#include "check/quoted_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/diagnostics.h"
#include "base/input.h"

namespace musclekg {

namespace {

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

QuotedFile read_quoted_file(std::string_view name, const std::vector<std::string>& folders) {
  namespace fs = std::filesystem;
  const fs::path given(name);
  QuotedFile source;
  if (name.empty() || given.is_absolute() || name.find('\0') != std::string_view::npos) {
    source.fault = fmt::format("'{}' is no relative path of a file", name);
    return source;
  }
  std::vector<fs::path> places = {fs::path(".") / given};
  for (const std::string& folder : folders) {
    places.push_back(fs::path(folder) / given);
    places.push_back(fs::path(folder) / given.filename());
  }
  for (const fs::path& place : places) {
    std::error_code none;
    if (!fs::is_regular_file(place, none)) continue;
    source.path = place.lexically_normal().string();
    try {
      source.bytes = Input(place.string()).read_all();
    } catch (const Failure& fault) {
      source.fault = fault.what();
    }
    return source;
  }
  source.fault = fmt::format("the file '{}' is not there", name);
  return source;
}

CodePoints::CodePoints(std::string_view text, std::vector<std::size_t> wanted) : wanted_(std::move(wanted)) {
  std::sort(wanted_.begin(), wanted_.end());
  wanted_.erase(std::unique(wanted_.begin(), wanted_.end()), wanted_.end());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_code_point(text[at])) continue;
    if (bytes_.size() < wanted_.size() && wanted_[bytes_.size()] == count_) bytes_.push_back(at);
    ++count_;
  }
  if (bytes_.size() < wanted_.size() && wanted_[bytes_.size()] == count_) bytes_.push_back(text.size());
}

std::optional<std::size_t> CodePoints::byte_of(std::size_t code_point) const {
  const auto found = std::lower_bound(wanted_.begin(), wanted_.end(), code_point);
  const auto index = static_cast<std::size_t>(found - wanted_.begin());
  if (found == wanted_.end() || *found != code_point || index >= bytes_.size()) return {};
  return bytes_[index];
}

}  // namespace musclekg
