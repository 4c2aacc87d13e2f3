#include "read/page_tags.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestTag = 1000;  ///< bytes

constexpr std::string_view kLineTags =
    " article aside blockquote body center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html li main nav "
    "ol p poem "
    "section summary table tr ul ";
constexpr std::string_view kSilentTags =
    " a abbr b bdi bdo big caption cite code del dfn em font i img includeonly ins kbd mark noinclude nowiki onlyinclude pre q rb ref "
    "references rp rt "
    "ruby s samp section small span strike strong sub sup tbody td th thead time tt u var wbr ";

bool has_word(std::string_view words, std::string_view word) { return words.find(" " + std::string(word) + " ") != std::string_view::npos; }

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

InlineTag inline_tag(std::string_view text) {
  text = text.substr(0, kLongestTag);
  InlineTag tag;
  tag.closing = text.substr(1, 1) == "/";
  const std::size_t begin = tag.closing ? 2 : 1;
  std::size_t end = begin;
  while (end < text.size() && end < begin + 12 && is_name(text[end])) ++end;
  tag.name = ascii_lower(text.substr(begin, end - begin));
  if (tag.name.empty()) return {};
  if (tag.name == "br") {
    tag.kind = InlineTag::Kind::Break;
  } else if (has_word(kLineTags, tag.name)) {
    tag.kind = InlineTag::Kind::Line;
  } else if (!has_word(kSilentTags, tag.name)) {
    return {};
  }
  const std::size_t bracket = text.find_first_of("<>", end);
  if (bracket == std::string_view::npos || text[bracket] == '<') return {};
  tag.size = bracket + 1;
  tag.empty = text[bracket - 1] == '/';
  return tag;
}

}  // namespace musclekg
