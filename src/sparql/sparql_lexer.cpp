#include "sparql/sparql_lexer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 6> kLongSigns = {"^^", "!=", "<=", ">=", "&&", "||"};
constexpr std::string_view kSigns = "{}()[].;,*/|^?+-!=<>";
constexpr std::string_view kEscaped = "_~.-!$&'()*+,;=/?#@%";  // PN_LOCAL_ESC

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

}  // namespace

Position position_in(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const std::size_t line = before.rfind('\n');
  return {static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n')),
          static_cast<std::uint32_t>(byte - (line == std::string_view::npos ? 0 : line + 1) + 1)};
}

void SparqlLexer::fault(const std::string& text) const { throw ScanFault(text_.data() + at_, "sparql-syntax", text); }

void SparqlLexer::skip_white_space() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '#') {
      while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at_;
    } else {
      break;
    }
  }
}

bool SparqlLexer::iri_begins() const {
  for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '>') return true;
    if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '"' || c == '{' || c == '}' || c == '|' || c == '^' || c == '`')
      return false;
  }
  return false;
}

void SparqlLexer::number(SparqlToken& token) {
  const std::size_t begin = at_;
  const auto digits = [this] {
    const std::size_t first = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ - first;
  };
  token.kind = SparqlToken::Kind::Integer;
  digits();
  if (at_ + 1 < text_.size() && text_[at_] == '.' && is_digit(text_[at_ + 1])) {
    token.kind = SparqlToken::Kind::Decimal;
    ++at_;
    digits();
  }
  const std::size_t mantissa = at_;
  std::size_t point = at_;  // "1.e5" is a double, too
  if (point < text_.size() && text_[point] == '.' && token.kind == SparqlToken::Kind::Integer) ++point;
  if (point < text_.size() && (text_[point] == 'e' || text_[point] == 'E')) {
    at_ = point + 1;
    if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
    if (digits() > 0) {
      token.kind = SparqlToken::Kind::Double;
    } else {
      at_ = mantissa;
    }
  }
  token.text = text_.substr(begin, at_ - begin);
}

bool SparqlLexer::escape_here() const {
  return text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == 'u' || text_[at_ + 1] == 'U');
}

/// An escape of a code point, \\u and four hexadecimal digits or \\U and eight (section 19.2).
std::uint32_t SparqlLexer::code_point_escape() {
  const std::size_t size = text_[at_ + 1] == 'u' ? 4 : 8;
  std::uint32_t value = 0;
  const std::string_view digits = text_.substr(at_ + 2, size);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc{} || digits.size() != size || end != digits.data() + size || value > 0x10FFFF ||
      (value >= 0xD800 && value < 0xE000))
    fault("an escape must name a code point by " + std::to_string(size) + " hexadecimal digits");
  at_ += 2 + size;
  return value;
}

std::string SparqlLexer::local_name() {
  std::string result;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (escape_here()) {
      append_utf8(result, code_point_escape());
    } else if (c == '\\') {
      if (at_ + 1 >= text_.size() || kEscaped.find(text_[at_ + 1]) == std::string_view::npos)
        fault("a backslash in a name must stand before one of " + std::string(kEscaped));
      result += text_[at_ + 1];
      at_ += 2;
    } else if (c == '%') {
      if (at_ + 2 >= text_.size() || !is_hex(text_[at_ + 1]) || !is_hex(text_[at_ + 2]))
        fault("'%' in a name must stand before two hexadecimal digits");
      result += text_.substr(at_, 3);
      at_ += 3;
    } else if (c == ':' || is_digit(c)) {
      result += c;
      ++at_;
    } else if (c == '.') {  // within a name, not at its end
      std::size_t behind = at_;
      while (behind < text_.size() && text_[behind] == '.') ++behind;
      std::size_t next = behind;
      if (behind == text_.size() || result.empty()) break;
      const char follows = text_[behind];
      if (follows != ':' && follows != '%' && follows != '\\' && !is_digit(follows) && !continues_name(next_code_point(text_, next))) break;
      result += text_.substr(at_, behind - at_);
      at_ = behind;
    } else {
      std::size_t next = at_;
      const std::int32_t code_point = next_code_point(text_, next);
      if (!(result.empty() ? begins_name(code_point) || c == '_' : continues_name(code_point))) break;
      result += text_.substr(at_, next - at_);
      at_ = next;
    }
  }
  return result;
}

void SparqlLexer::name(SparqlToken& token) {
  const std::size_t begin = at_;
  while (at_ < text_.size()) {
    std::size_t next = at_;
    const std::int32_t code_point = next_code_point(text_, next);
    if (!(at_ == begin ? begins_name(code_point) : code_point == '.' || continues_name(code_point))) break;
    at_ = next;
  }
  if (at_ == text_.size() || text_[at_] != ':') at_ = std::min(at_, text_.find('.', begin));  // a dot stands in prefixes only
  const std::string_view word = text_.substr(begin, at_ - begin);
  if (at_ < text_.size() && text_[at_] == ':') {
    ++at_;
    token.kind = SparqlToken::Kind::Name;
    token.prefix = word;
    token.text = local_name();
    return;
  }
  if (word.empty()) fault("nothing of SPARQL begins with " + found_at(text_.data() + at_, text_.data() + text_.size()));
  token.kind = SparqlToken::Kind::Word;
  token.text = word;
}

SparqlToken SparqlLexer::next() {
  skip_white_space();
  SparqlToken token;
  token.begin = at_;
  if (at_ < text_.size()) {
    const char c = text_[at_];
    const char follows = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    RdfScanner scan;
    scan.set(text_.data() + at_, text_.data() + text_.size(), true);
    const auto take = [&](SparqlToken::Kind kind, std::string_view text) {
      token.kind = kind;
      token.text = text;
      at_ = static_cast<std::size_t>(scan.at() - text_.data());
    };
    if (c == '<' && iri_begins()) {
      take(SparqlToken::Kind::Iri, scan.iri());
    } else if (c == '"' || c == '\'') {
      take(SparqlToken::Kind::String, scan.string(true));
    } else if (c == '@') {
      take(SparqlToken::Kind::Language, scan.language());
    } else if (c == '_' && follows == ':') {
      take(SparqlToken::Kind::BlankLabel, scan.blank_label());
    } else if (c == '?' || c == '$') {
      ++at_;
      while (at_ < text_.size()) {  // VARNAME: no '-' and no '.'
        if (escape_here()) {
          append_utf8(token.text, code_point_escape());
          continue;
        }
        std::size_t next = at_;
        const std::int32_t code_point = next_code_point(text_, next);
        if (text_[at_] == '-' ||
            !(begins_name(code_point) || text_[at_] == '_' || is_digit(text_[at_]) || (!token.text.empty() && continues_name(code_point))))
          break;
        token.text += text_.substr(at_, next - at_);
        at_ = next;
      }
      token.kind = SparqlToken::Kind::Variable;
      if (token.text.empty()) {  // the sign of a path
        if (c == '$') fault("'$' must stand before the name of a variable");
        token.kind = SparqlToken::Kind::Sign;
        token.text = "?";
      }
    } else if (is_digit(c) || (c == '.' && is_digit(follows))) {
      number(token);
    } else if (const auto sign = std::find(kLongSigns.begin(), kLongSigns.end(), text_.substr(at_, 2)); sign != kLongSigns.end()) {
      token.kind = SparqlToken::Kind::Sign;
      token.text = *sign;
      at_ += 2;
    } else if (kSigns.find(c) != std::string_view::npos) {
      token.kind = SparqlToken::Kind::Sign;
      token.text = c;
      ++at_;
    } else {
      name(token);
    }
  }
  token.end = at_;
  return token;
}

}  // namespace musclekg
