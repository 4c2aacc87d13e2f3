#include "rdf/turtle_lexer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool hexadecimal(char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

}  // namespace

/// Looks at what was not looked at yet; an unfinished character at the end of a piece waits for the next.
void TurtleLexer::check_utf8() {
  const std::size_t behind = window_.offset() + static_cast<std::size_t>(window_.end() - window_.begin());
  if (checked_ >= behind) return;
  const std::size_t from = std::max(checked_, window_.offset()) - window_.offset();
  const std::string_view text(window_.begin() + from, static_cast<std::size_t>(window_.end() - window_.begin()) - from);
  const std::size_t bad = find_invalid_utf8(text);
  if (bad == std::string_view::npos) {
    checked_ = behind;
    return;
  }
  checked_ = window_.offset() + from + bad;
  if (window_.whole() || text.size() - bad > 3)
    throw ScanFault(window_.begin() + from + bad, "not-utf8", fmt::format("byte {} is not UTF-8", checked_));
}

const TurtleLexer::Token& TurtleLexer::next() {
  if (behind_ != nullptr) window_.use(behind_);
  behind_ = nullptr;
  for (;;) {
    check_utf8();
    scan_.set(window_.begin(), window_.end(), window_.whole());
    try {
      skip_white_space();
      window_.use(scan_.at());
      scan();
      behind_ = scan_.at();
      return token_;
    } catch (const ScanIncomplete&) {
      window_.read_on();
    }
  }
}

void TurtleLexer::pass_fault(const ScanFault& fault) {
  behind_ = nullptr;
  window_.use(std::min(fault.at + 1, window_.end()));
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
      token_.kind = Kind::String;
      token_.text = scan_.string(true);
      return;
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

/// PNAME_NS and PNAME_LN, or a word.
void TurtleLexer::name() {
  const char* const begin = scan_.at();
  const char* behind = begin;
  while (!scan_.at_end() && *scan_.at() != ':') {
    const char c = *scan_.at();
    if (c == '.' && scan_.at() > begin) {
      scan_.advance(1);
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0x80) scan_.peek(scan_.end() - scan_.at() < 4 ? 3 : 0);
    std::size_t size = 0;
    const std::int32_t code_point = next_code_point(std::string_view(scan_.at(), static_cast<std::size_t>(scan_.end() - scan_.at())), size);
    if (!(scan_.at() == begin ? begins_name(code_point) && c != '_' : continues_name(code_point))) break;
    scan_.advance(size);
    behind = scan_.at();
  }
  const auto length = static_cast<std::size_t>(behind - begin);
  if (scan_.at() == behind && !scan_.at_end() && *behind == ':') {
    token_.kind = Kind::Name;
    scan_.advance(1);
    token_.text = local_name();
    token_.prefix = {begin, length};
    return;
  }
  if (length == 0) throw ScanFault(begin, "rdf-syntax", fmt::format("expected a term, found {}", found_at(begin, scan_.end())));
  scan_.set(behind, scan_.end(), window_.whole());
  token_.kind = Kind::Word;
  token_.text = {begin, length};
}

/// PN_LOCAL, which may be empty.
std::string_view TurtleLexer::local_name() {
  const char* const begin = scan_.at();
  const char* behind = begin;  // where it may end: not behind a dot
  std::size_t kept = 0;        // bytes of local_ up to there
  bool escaped = false;
  local_.clear();
  while (!scan_.at_end()) {
    const char c = *scan_.at();
    if (c == '\\') {
      const char sign = scan_.peek(1);
      if (sign == '\0' || std::string_view("_~.-!$&'()*+,;=/?#@%").find(sign) == std::string_view::npos)
        scan_.expected("an escape of a name");
      local_ += sign;
      scan_.advance(2);
      escaped = true;
    } else if (c == '%') {
      if (!hexadecimal(scan_.peek(1)) || !hexadecimal(scan_.peek(2))) scan_.expected("'%' and two hexadecimal digits");
      local_.append(scan_.at(), 3);
      scan_.advance(3);
    } else if (c == '.' && scan_.at() > begin) {
      local_ += c;
      scan_.advance(1);
      continue;
    } else if (c == ':' || digit(c)) {
      local_ += c;
      scan_.advance(1);
    } else {
      if (static_cast<unsigned char>(c) >= 0x80) scan_.peek(scan_.end() - scan_.at() < 4 ? 3 : 0);
      std::size_t size = 0;
      const std::int32_t code_point =
          next_code_point(std::string_view(scan_.at(), static_cast<std::size_t>(scan_.end() - scan_.at())), size);
      if (!(scan_.at() == begin ? begins_name(code_point) : continues_name(code_point))) break;
      local_.append(scan_.at(), size);
      scan_.advance(size);
    }
    behind = scan_.at();
    kept = local_.size();
  }
  scan_.set(behind, scan_.end(), window_.whole());
  local_.resize(kept);
  return escaped ? std::string_view(local_) : std::string_view(begin, static_cast<std::size_t>(behind - begin));
}

}  // namespace musclekg
