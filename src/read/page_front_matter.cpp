#include "read/page_front_matter.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "read/page_text_line.h"

namespace musclekg {

namespace {

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return value;
}

}  // namespace

std::size_t read_front_matter(Page& page, const PageHeadings& headings, BlockBuilder& builder) {
  const std::string_view source = page.source;
  const auto take = [&](std::string_view key, std::string_view words) {
    const auto begin = static_cast<std::size_t>(words.data() - source.data());
    builder.take(begin, begin + words.size());
    add_field(page, builder, key);
  };
  const std::size_t begin = text_begin(source);
  const std::size_t first = std::min(source.find('\n', begin), source.size());
  if (trim(source.substr(begin, first - begin)) != "---") return begin;
  std::size_t end = first, behind = first;
  for (bool closed = false; !closed;) {
    if (behind >= source.size()) return begin;
    end = behind + 1;
    behind = std::min(source.find('\n', end), source.size());
    const std::string_view line = trim(source.substr(std::min(end, source.size()), behind - std::min(end, behind)));
    closed = line == "---" || line == "...";
  }
  std::string key, list;
  TextLines lines(source.substr(0, end - 1), first);
  while (const auto line = lines.next()) {
    const std::size_t colon = line->text.find(':');
    if (line->text.starts_with("- ") || (line->indent > 0 && colon == std::string_view::npos)) {
      const std::string_view entry = unquoted(line->text.starts_with("- ") ? line->text.substr(2) : line->text);
      if ((headings.topics_of(key) & kAnatomy) != 0) {
        take(key, entry);
      } else {
        list.append(list.empty() ? "" : ", ").append(entry);
      }
      continue;
    }
    if (!list.empty()) add_property(page, key, std::exchange(list, {}));
    if (colon == std::string_view::npos || line->text.starts_with('#')) continue;
    key = ascii_lower(trim(line->text.substr(0, colon)));
    const std::string_view value = unquoted(line->text.substr(colon + 1));
    if (key == "title" && page.title.empty()) {
      page.title = value;
    } else if (!value.empty() && (headings.topics_of(key) & kAnatomy) != 0) {
      take(key, value);
    } else {
      add_property(page, key, value);
    }
  }
  if (!list.empty()) add_property(page, key, list);
  return std::min(behind + 1, source.size());
}

}  // namespace musclekg
