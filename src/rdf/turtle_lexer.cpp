#include "rdf/turtle_lexer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool hexadecimal(char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// ASCII that may stand within a name.
constexpr auto kNameBytes = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t c = '0'; c <= '9'; ++c) bytes[c] = true;
  for (std::size_t c = 'a'; c <= 'z'; ++c) bytes[c] = bytes[c - 'a' + 'A'] = true;
  bytes['_'] = bytes['-'] = true;
  return bytes;
}();

}  // namespace

/// Where the text in the window ends that is UTF-8: before a byte that is not (`broken_`), or before an unfinished character.
const char* TurtleLexer::find_checked_end() {
  const auto size = static_cast<std::size_t>(window_.end() - window_.begin());
  if (checked_ < window_.offset()) {
    checked_ = window_.offset();
    broken_ = false;
  }
  const std::size_t from = checked_ - window_.offset();
  if (broken_ || from == size) return window_.begin() + from;
  const std::string_view text(window_.begin() + from, size - from);
  const std::size_t bad = find_invalid_utf8(text);
  const std::size_t good = std::min(bad, text.size());
  checked_ += good;
  broken_ = good < text.size() && (window_.whole() || text.size() - good > 3);
  return window_.begin() + from + good;
}

const TurtleLexer::Token& TurtleLexer::next(bool checked) {
  if (behind_ != nullptr) window_.use(behind_);
  behind_ = nullptr;
  for (;;) {
    const char* const end = checked ? find_checked_end() : window_.end();
    scan_.set(window_.begin(), end, window_.whole() && end == window_.end());
    try {
      skip_white_space();
      window_.use(scan_.at());
      scan();
      behind_ = scan_.at();
      return token_;
    } catch (const ScanIncomplete&) {
      if (checked && broken_) throw ScanFault(end, "not-utf8", fmt::format("byte {} is not UTF-8", checked_));
      window_.read_on();
    }
  }
}

void TurtleLexer::pass_fault(const ScanFault& fault) {
  behind_ = nullptr;
  if (fault.rule != "not-utf8") window_.use(std::min(fault.at + 1, window_.end()));
}

void TurtleLexer::skip_white_space() {
  for (;; scan_.advance(1)) {
    if (scan_.at() == scan_.end()) {
      window_.use(scan_.at());  // so that a long comment or blank is not held
      if (scan_.at_end()) return;
    }
    const char c = *scan_.at();
    if (c == '#') {
      while (!scan_.at_end() && *scan_.at() != '\n' && *scan_.at() != '\r') scan_.advance(1);
      if (scan_.at_end()) return;
    } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      return;
    }
  }
}

void TurtleLexer::scan() {
  token_ = {};
  if (scan_.at_end()) return;
  const char c = scan_.peek();
  switch (c) {
    case '<':
      token_.kind = Kind::Iri;
      token_.text = scan_.iri();
      return;
    case '"':
    case '\'':
      return string();
    case '@':
      token_.kind = Kind::At;
      token_.text = scan_.language();
      return;
    case '^':
      if (scan_.peek(1) != '^') scan_.expected("'^^'");
      token_.kind = Kind::Datatype;
      scan_.advance(2);
      return;
    case '_':
      if (scan_.peek(1) != ':') scan_.expected("a term");
      token_.kind = Kind::BlankLabel;
      token_.text = scan_.blank_label();
      return;
    case ';':
    case ',':
    case '[':
    case ']':
    case '(':
    case ')':
    case '{':
    case '}':
      token_.kind = Kind::Sign;
      token_.sign = c;
      scan_.advance(1);
      return;
    case '.':
      if (digit(scan_.peek(1))) return number();
      token_.kind = Kind::Sign;
      token_.sign = c;
      scan_.advance(1);
      return;
    default:
      if (digit(c) || c == '+' || c == '-') return number();
      return name();
  }
}

/// INTEGER, DECIMAL, DOUBLE.
void TurtleLexer::number() {
  const char* const begin = scan_.at();
  if (scan_.peek() == '+' || scan_.peek() == '-') scan_.advance(1);
  const auto digits = [this] {
    std::size_t count = 0;
    for (; digit(scan_.peek()); ++count) scan_.advance(1);
    return count;
  };
  const auto exponent_at = [this](std::size_t behind) {
    if (scan_.peek(behind) != 'e' && scan_.peek(behind) != 'E') return false;
    const char sign = scan_.peek(behind + 1);
    return digit(sign) || ((sign == '+' || sign == '-') && digit(scan_.peek(behind + 2)));
  };
  const bool whole = digits() > 0;
  token_.kind = Kind::Integer;
  if (scan_.peek() == '.' && (digit(scan_.peek(1)) || (whole && exponent_at(1)))) {
    scan_.advance(1);
    digits();
    token_.kind = Kind::Decimal;
  } else if (!whole) {
    throw ScanFault(begin, "rdf-syntax", fmt::format("expected a number, found {}", found_at(begin, scan_.end())));
  }
  if (exponent_at(0)) {
    scan_.advance(2);
    digits();
    token_.kind = Kind::Double;
  }
  token_.text = {begin, static_cast<std::size_t>(scan_.at() - begin)};
}

/// One that was found not to end is not looked through again from within.
void TurtleLexer::string() {
  const char* const begin = scan_.at();
  const bool is_long = scan_.peek(1) == *begin && scan_.peek(2) == *begin;
  std::size_t& unclosed = unclosed_[(*begin == '"' ? 0u : 1u) + (is_long ? 2u : 0u)];
  if (window_.offset() < unclosed)
    throw ScanFault(begin, "rdf-syntax", fmt::format("a string does not end: {}", found_at(begin, scan_.end())));
  try {
    token_.text = scan_.string(true);
    token_.kind = Kind::String;
  } catch (const ScanFault& fault) {
    if (fault.at == begin) unclosed = window_.offset() + static_cast<std::size_t>(scan_.at() - begin);
    throw;
  }
}

/// PNAME_NS and PNAME_LN, or a word.
void TurtleLexer::name() {
  const char* const begin = scan_.at();
  const char* behind = begin;  // the last place where it may end
  const char* first_dot = nullptr;
  const bool can_have_colon = window_.offset() >= colonless_;
  while (!scan_.at_end()) {
    const char c = *scan_.at();
    if (c == '.' && scan_.at() > begin) {
      if (first_dot == nullptr) first_dot = scan_.at();
      if (!can_have_colon) break;
      scan_.advance(1);
      continue;
    }
    const bool first = scan_.at() == begin;
    std::size_t size = 1;
    if (static_cast<unsigned char>(c) < 0x80) {
      if (!kNameBytes[static_cast<unsigned char>(c)] || (first && (c == '_' || !begins_name(c)))) break;
    } else {
      const std::int32_t code_point = code_point_at(size);
      if (!(first ? begins_name(code_point) : continues_name(code_point))) break;
    }
    scan_.advance(size);
    behind = scan_.at();
  }
  if (scan_.at() == behind && !scan_.at_end() && *behind == ':') {
    token_.kind = Kind::Name;
    scan_.advance(1);
    token_.text = local_name();
    token_.prefix = {begin, static_cast<std::size_t>(behind - begin)};
    return;
  }
  if (can_have_colon) colonless_ = window_.offset() + static_cast<std::size_t>(scan_.at() - begin);
  if (first_dot != nullptr) behind = first_dot;
  if (behind == begin) throw ScanFault(begin, "rdf-syntax", fmt::format("expected a term, found {}", found_at(begin, scan_.end())));
  scan_.set(behind, scan_.end(), scan_.whole());
  token_.kind = Kind::Word;
  token_.text = {begin, static_cast<std::size_t>(behind - begin)};
}

/// The character at the place, beyond ASCII, and how many bytes it has.
std::int32_t TurtleLexer::code_point_at(std::size_t& size) const {
  if (scan_.end() - scan_.at() < 4) scan_.peek(3);  // the whole character, or the end of the text
  size = 0;
  return next_code_point(std::string_view(scan_.at(), static_cast<std::size_t>(scan_.end() - scan_.at())), size);
}

/// PN_LOCAL, which may be empty.
std::string_view TurtleLexer::local_name() {
  const char* const begin = scan_.at();
  const char* behind = begin;  // where it may end: not behind a dot
  const char* run = begin;     // what was not copied yet
  bool escaped = false;
  while (!scan_.at_end()) {
    const char c = *scan_.at();
    const bool first = scan_.at() == begin;
    std::size_t size = 1;
    if (c == '.') {
      if (first) break;
      scan_.advance(1);
      continue;
    }
    if (c == '\\') {
      const char sign = scan_.peek(1);
      if (sign == '\0' || std::string_view("_~.-!$&'()*+,;=/?#@%").find(sign) == std::string_view::npos)
        scan_.expected("an escape of a name");
      if (!escaped) local_.clear();
      escaped = true;
      local_.append(run, scan_.at()) += sign;
      size = 2;
      run = scan_.at() + size;
    } else if (c == '%') {
      if (!hexadecimal(scan_.peek(1)) || !hexadecimal(scan_.peek(2))) scan_.expected("'%' and two hexadecimal digits");
      size = 3;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      if (c != ':' && (!kNameBytes[static_cast<unsigned char>(c)] || (first && c == '-'))) break;
    } else {
      const std::int32_t code_point = code_point_at(size);
      if (!(first ? begins_name(code_point) : continues_name(code_point))) break;
    }
    scan_.advance(size);
    behind = scan_.at();
  }
  scan_.set(behind, scan_.end(), scan_.whole());
  if (!escaped) return {begin, static_cast<std::size_t>(behind - begin)};
  local_.append(run, behind);
  return local_;
}

}  // namespace musclekg
