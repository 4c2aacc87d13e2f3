#include "read/page_json_lines.h"

#include <algorithm>

#include "base/text.h"
#include "read/page_characters.h"

namespace musclekg {

namespace {

std::size_t behind_spaces(std::string_view text, std::size_t at) { return std::min(text.find_first_not_of(" \t", at), text.size()); }

/// Behind the closing quote of the string whose opening quote is at `at`, or npos.
std::size_t string_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

unsigned hex_value(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  return value;
}

}  // namespace

bool JsonLines::could_take(std::string_view line) const {
  const char first = line.front();
  if (first == '{' || first == '}' || first == ']')
    return line.find_first_not_of("{}[], \t\"") == std::string_view::npos || line.find("\":") < line.size();
  if (first == '[') return line == "[" || line.starts_with("[{");
  if (first != '"') return false;
  const std::size_t end = string_end(line, 0);
  if (end == std::string_view::npos) return false;
  const std::size_t next = behind_spaces(line, end);
  if (next < line.size() && line[next] == ':') return true;
  return in_list_ && (next == line.size() || line[next] == ',' || line[next] == ']');
}

std::size_t JsonLines::read_string(std::size_t at, std::size_t end) {
  for (++at; at < end && source_[at] != '"';) {
    const std::size_t next = std::min(source_.substr(0, end).find_first_of("\"\\", at), end);
    builder_.take(at, next);
    at = next;
    if (at >= end || source_[at] != '\\') continue;
    const char kind = at + 1 < end ? source_[at + 1] : '\0';
    const std::string_view digits = source_.substr(0, end).substr(std::min(at + 2, end), 4);
    const bool escapes = kind == 'u' ? digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos
                                     : kind != '\0' && static_cast<unsigned char>(kind) < 0x80;
    if (!escapes) {
      builder_.take(at, at + 1);
      ++at;
      continue;
    }
    const std::size_t size = kind == 'u' ? 6 : 2;
    const Span where = span_of(at, at + size);
    if (kind == 'u') {
      builder_.put(utf8(hex_value(source_.substr(at + 2, size - 2))), where);
    } else if (kind == 'n' || kind == 'r' || kind == 't') {
      builder_.put(kind == 't' ? " " : "\n", where);
    } else if (kind != 'b' && kind != 'f') {
      builder_.take(at + 1, at + size);
    }
    at += size;
  }
  return std::min(at + 1, end);
}

void JsonLines::add_value() {
  const TopicSet topics = facts_of(headings_.topics_of(key_, page_.title));
  const std::string key = ascii_lower(key_);
  if (page_.title.empty() && (key == "title" || key == "name")) {
    page_.title = trim(builder_.words());
    add_block(page_, builder_.finish(Block::Kind::Heading, 1));
  } else if (topics != 0) {
    add_field(page_, builder_, key_);
  } else {
    add_property(page_, key_, builder_.finish(Block::Kind::Aside).words);
  }
}

void JsonLines::take(std::string_view line) {
  std::size_t at = static_cast<std::size_t>(line.data() - source_.data());
  const std::size_t end = at + line.size();
  while (at < end) {
    const char c = source_[at];
    if (c == '"') {
      at = read_string(at, end);
      const std::size_t next = behind_spaces(source_.substr(0, end), at);
      if (next < end && source_[next] == ':') {
        key_ = builder_.finish(Block::Kind::Aside).words;
        in_value_ = true;
        in_list_ = false;
        at = next + 1;
      } else if (in_value_) {
        add_value();
        in_value_ = in_list_;
      } else {
        builder_.finish(Block::Kind::Aside);
      }
    } else if (c == '[') {
      in_list_ = in_value_;
      ++at;
    } else if (c == '{' || c == '}' || c == ']' || c == ',' || c == ' ' || c == '\t') {
      if (c == ']' || c == '}' || c == '{') in_list_ = in_value_ = false;
      ++at;
    } else {  // a number, a word of JSON, or what is no JSON
      const std::size_t stop = std::min(source_.substr(0, end).find_first_of(",]}\"", at), end);
      const std::string_view word = trim(source_.substr(at, stop - at));
      if (in_value_ && word != "null") add_property(page_, key_, word);
      in_value_ = in_list_;
      at = stop;
    }
  }
}

}  // namespace musclekg
