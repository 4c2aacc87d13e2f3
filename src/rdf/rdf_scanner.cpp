#include "rdf/rdf_scanner.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes that an IRI in brackets holds as they are.
constexpr auto kIriBytes = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t c = 0x21; c < 256; ++c) bytes[c] = true;
  for (const char c : {'<', '>', '"', '{', '}', '|', '^', '`', '\\'}) bytes[static_cast<unsigned char>(c)] = false;
  return bytes;
}();

/// Bytes that every string holds as they are.
constexpr auto kStringBytes = [] {
  std::array<bool, 256> bytes{};
  bytes.fill(true);
  for (const char c : {'"', '\'', '\\', '\n', '\r'}) bytes[static_cast<unsigned char>(c)] = false;
  return bytes;
}();

template <std::size_t Size>
const char* skip(const char* at, const char* end, const std::array<bool, Size>& bytes) {
  while (at < end && bytes[static_cast<unsigned char>(*at)]) ++at;
  return at;
}

int hexadecimal(char c) {
  if (digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

struct Range {
  std::int32_t first, last;
};
constexpr Range kNameBase[] = {{'A', 'Z'},       {'a', 'z'},       {0xC0, 0xD6},     {0xD8, 0xF6},      {0xF8, 0x2FF},
                               {0x370, 0x37D},   {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F},  {0x2C00, 0x2FEF},
                               {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};

}  // namespace

bool begins_name(std::int32_t c) {
  if (c < 0x80) return c == '_' || (c > 0 && letter(static_cast<char>(c)));
  return std::any_of(std::begin(kNameBase), std::end(kNameBase), [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool continues_name(std::int32_t c) {
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

std::size_t language_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && letter(text[size])) ++size;
  while (size > 0 && size < text.size() && text[size] == '-') {
    const std::size_t part = size + 1;
    size = part;
    while (size < text.size() && (letter(text[size]) || digit(text[size]))) ++size;
    if (size == part) return 0;
  }
  return size;
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMost = 60;
  if (text.size() <= kMost) return fmt::format("'{}'", printable_line(text));
  std::size_t size = kMost;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;  // not within a character
  return fmt::format("'{}...'", printable_line(text.substr(0, size)));
}

std::string found_at(const char* at, const char* end) {
  if (at >= end) return "the end";
  std::string_view text(at, std::min<std::size_t>(static_cast<std::size_t>(end - at), 64));  // more than is quoted
  text = text.substr(0, text.find_first_of("\r\n"));
  return text.empty() ? "the end of the line" : excerpt(text);
}

void RdfScanner::expected(std::string_view what) const {
  throw ScanFault(at_, "rdf-syntax", fmt::format("expected {}, found {}", what, found_at(at_, end_)));
}

/// At a backslash: resolves UCHAR and, in a string, ECHAR (RDF 1.1 Turtle, section 6.4).
void RdfScanner::escape(std::string& out, bool in_string) {
  const char kind = peek(1);
  if (kind == 'u' || kind == 'U') {
    const std::size_t digits = kind == 'u' ? 4 : 8;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const int one = hexadecimal(peek(2 + i));
      if (one < 0) throw ScanFault(at_, "rdf-syntax", fmt::format("expected {} hexadecimal digits, found {}", digits, found_at(at_, end_)));
      value = value << 4 | static_cast<std::uint32_t>(one);
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
      throw ScanFault(at_, "rdf-syntax", fmt::format("'{}' is no character", std::string_view(at_, digits + 2)));
    append_utf8(out, value);
    at_ += digits + 2;
    return;
  }
  constexpr std::string_view kNames = "tbnrf\"'\\", kValues = "\t\b\n\r\f\"'\\";
  const std::size_t index = in_string && kind != '\0' ? kNames.find(kind) : std::string_view::npos;
  if (index == std::string_view::npos)
    throw ScanFault(at_, in_string ? "rdf-syntax" : "iri-syntax", fmt::format("there is no such escape here: {}", found_at(at_, end_)));
  out += kValues[index];
  at_ += 2;
}

std::string_view RdfScanner::iri() {
  const char* const begin = at_ + 1;
  const char* at = skip(begin, end_, kIriBytes);
  if (at < end_ && *at == '>') {
    at_ = at + 1;
    return {begin, static_cast<std::size_t>(at - begin)};
  }
  iri_.assign(begin, at);
  at_ = at;
  for (;;) {
    const char c = peek();
    if (c == '>') break;
    if (c != '\\') {
      if (at_ == end_ || c == '\n')
        throw ScanFault(begin - 1, "rdf-syntax", fmt::format("an IRI does not end: {}", found_at(begin - 1, end_)));
      throw ScanFault(at_, "iri-syntax", fmt::format("{} must not stand in an IRI: {}", excerpt({at_, 1}), found_at(begin - 1, end_)));
    }
    const char* const escape_at = at_;
    const std::size_t before = iri_.size();
    escape(iri_, false);
    for (std::size_t i = before; i < iri_.size(); ++i)
      if (!kIriBytes[static_cast<unsigned char>(iri_[i])])
        throw ScanFault(escape_at, "iri-syntax",
                        fmt::format("a character that must not stand in an IRI is escaped: {}", found_at(begin - 1, end_)));
    at = skip(at_, end_, kIriBytes);
    iri_.append(at_, at);
    at_ = at;
  }
  ++at_;
  return iri_;
}

std::string_view RdfScanner::string(bool turtle) {
  const char* const token = at_;
  const char quote = *token;
  const bool is_long = turtle && peek(1) == quote && peek(2) == quote;
  const std::size_t quotes = is_long ? 3 : 1;
  at_ += quotes;
  const char* run = at_;  // what was not copied yet
  bool escaped = false;
  for (;;) {
    at_ = skip(at_, end_, kStringBytes);
    const char c = peek();
    if (at_ == end_ || (!is_long && (c == '\n' || c == '\r')))
      throw ScanFault(token, "rdf-syntax",
                      fmt::format("a string does not end{}: {}", is_long ? "" : " on its line", found_at(token, end_)));
    if (c == '\\') {
      if (!escaped) string_.clear();
      escaped = true;
      string_.append(run, at_);
      escape(string_, true);
      run = at_;
      continue;
    }
    if (c == quote && (!is_long || (peek(1) == quote && peek(2) == quote))) break;
    ++at_;
  }
  const char* const behind = at_;
  at_ += quotes;
  if (!escaped) return {run, static_cast<std::size_t>(behind - run)};
  string_.append(run, behind);
  return string_;
}

std::string_view RdfScanner::blank_label() {
  const char* const token = at_;
  at_ += 2;
  const char* const begin = at_;
  const char* behind = at_;  // the last place where a label may end
  for (;;) {
    const char c = peek();
    if (at_ == end_) break;
    if (static_cast<unsigned char>(c) < 0x80) {
      const bool fits = at_ == begin ? begins_name(c) || digit(c) : continues_name(c);
      if (!fits && (c != '.' || at_ == begin)) break;
      ++at_;
      if (c != '.') behind = at_;
      continue;
    }
    if (end_ - at_ < 4) peek(3);  // the whole character, or the end of the text
    std::size_t size = 0;
    const std::int32_t code_point = next_code_point(std::string_view(at_, static_cast<std::size_t>(end_ - at_)), size);
    if (!(at_ == begin ? begins_name(code_point) : continues_name(code_point))) break;
    at_ += size;
    behind = at_;
  }
  at_ = behind;
  if (behind == begin)
    throw ScanFault(token, "rdf-syntax", fmt::format("expected the label of a blank node, found {}", found_at(token, end_)));
  return {begin, static_cast<std::size_t>(behind - begin)};
}

std::string_view RdfScanner::language() {
  const char* const begin = at_ + 1;
  const char* const end = std::find_if(begin, end_, [](char c) { return !letter(c) && !digit(c) && c != '-'; });
  if (end == end_ && !whole_) throw ScanIncomplete();
  const std::size_t size = language_size({begin, static_cast<std::size_t>(end - begin)});
  if (size == 0) expected("a language tag");
  at_ = begin + size;
  return {begin, size};
}

std::string_view plain_label(std::string_view label, std::string& scratch) {
  const auto plain = [](char c) { return letter(c) || digit(c) || c == '-' || c == '_'; };
  if (!label.empty() && letter(label.front()) && !label.starts_with("g-") && !label.starts_with("x-") &&
      std::all_of(label.begin(), label.end(), plain))
    return label;
  scratch = "x-";
  for (const char c : label) {
    if (letter(c) || digit(c)) {
      scratch += c;
    } else {
      fmt::format_to(std::back_inserter(scratch), "-{:02X}", static_cast<unsigned char>(c));
    }
  }
  return scratch;
}

}  // namespace musclekg
