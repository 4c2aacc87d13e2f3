#include "terms/obo_clause.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace musclekg {

namespace {

bool blank(char c) { return c == ' ' || c == '\t'; }

bool tag_character(char c) {
  return (c >= 'a' && c <= 'z') || c == '_' || c == '-' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
}

/// The size of an escaped line end: of a backslash, and "\n" or "\r\n". 0 when there is none.
std::size_t escaped_line_end(const char* at, const char* end) {
  if (end - at >= 2 && at[0] == '\\' && at[1] == '\n') return 2;
  if (end - at >= 3 && at[0] == '\\' && at[1] == '\r' && at[2] == '\n') return 3;
  return 0;
}

/// Behind a backslash and what it escapes.
const char* behind_escape(const char* at, const char* end) {
  const std::size_t size = escaped_line_end(at, end);
  return size > 0 ? at + size : std::min(at + 2, end);
}

/// Whether the byte at `at` has a backslash of its own before it.
bool escaped(const char* begin, const char* at) {
  const char* first = at;
  while (first != begin && first[-1] == '\\') --first;
  return (at - first) % 2 == 1;
}

const char* find(const char* begin, const char* end, char c) {
  if (begin == end) return end;
  const void* at = std::memchr(begin, c, static_cast<std::size_t>(end - begin));
  return at == nullptr ? end : static_cast<const char*>(at);
}

}  // namespace

std::string quote(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return fmt::format("'{}'", text);
  std::size_t size = kLongest;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return fmt::format("'{}...'", text.substr(0, size));
}

void set_once(std::string& text, std::string value, std::string_view what, OboClause& clause) {
  if (!clause.well_formed()) return;
  if (text.empty()) {
    text = std::move(value);
  } else if (text != value) {
    clause.fail(clause.word_place(), fmt::format("a second {}; {} is kept", what, quote(text)));
  }
}

OboLines::OboLines(std::string_view text) : next_(text.data()), end_(text.data() + text.size()) {
  if (text.starts_with("\xEF\xBB\xBF")) next_ += 3;
}

bool OboLines::next() {
  if (next_ == end_) return false;
  number_ = passed_ + 1;
  const char* const begin = next_;
  for (;;) {
    const char* const newline = find(next_, end_, '\n');
    ++passed_;
    next_ = newline == end_ ? end_ : newline + 1;
    const char* line_end = newline;
    if (line_end != begin && line_end[-1] == '\r') --line_end;
    line_ = {begin, static_cast<std::size_t>(line_end - begin)};
    if (newline == end_ || next_ == end_ || *begin == '!' || !escaped(begin, line_end)) return true;
  }
}

Position OboLines::position(const char* at) const {
  Position result{number_, 1};
  const char* row = line_.data();
  for (const char* newline; (newline = find(row, at, '\n')) != at; row = newline + 1) ++result.line;
  result.column = static_cast<std::uint32_t>(at - row) + 1;
  return result;
}

void OboClause::fail(const char* at, std::string text, std::string hint, std::string_view rule) {
  if (!fault_) fault_ = OboFault{at, rule, std::move(text), std::move(hint)};
  next_ = end_;
}

void OboClause::pass_blanks() {
  for (;;) {
    while (next_ != end_ && blank(*next_)) ++next_;
    if (next_ == end_ || *next_ != '\\') return;
    const std::size_t size = escaped_line_end(next_, end_);
    if (size == 0) return;
    next_ += size;
  }
}

void OboClause::pass_word() {
  while (next_ != end_ && !blank(*next_)) next_ = *next_ == '\\' ? behind_escape(next_, end_) : next_ + 1;
}

bool OboClause::next_is(char c) {
  pass_blanks();
  return next_ != end_ && *next_ == c;
}

std::string_view OboClause::tag() {
  pass_blanks();
  word_ = next_;
  const char* colon = next_;
  while (colon != end_ && tag_character(*colon)) ++colon;
  if (colon == next_ || colon == end_ || *colon != ':') return {};
  const std::string_view tag(next_, static_cast<std::size_t>(colon - next_));
  next_ = colon + 1;
  return tag;
}

std::string_view OboClause::stanza() {
  if (!next_is('[')) return {};
  word_ = next_;
  const char* const close = find(next_, end_, ']');
  if (close == end_) {
    fail(next_, fmt::format("{} has no ']'; expected a stanza such as [Term]", quote({next_, static_cast<std::size_t>(end_ - next_)})));
    return {};
  }
  const std::string_view name(next_ + 1, static_cast<std::size_t>(close - next_) - 1);
  next_ = close + 1;
  return name;
}

/// The text between two places with its escapes resolved: where it stands, when it has none.
std::string_view OboClause::resolved(const char* begin, const char* end) {
  const char* backslash = find(begin, end, '\\');
  if (backslash == end) return {begin, static_cast<std::size_t>(end - begin)};
  scratch_.clear();
  for (;;) {
    scratch_.append(begin, backslash);
    if (backslash == end) return scratch_;
    begin = behind_escape(backslash, end);
    if (escaped_line_end(backslash, end) == 0) {
      const char c = backslash + 1 == end ? '\0' : backslash[1];
      if (c == '\0' || std::strchr("nWt:,\"\\()[]{}!", c) == nullptr) {
        while (begin != end && (static_cast<unsigned char>(*begin) & 0xC0) == 0x80) ++begin;  // the rest of a character
        fail(backslash, fmt::format("unknown escape {}", quote({backslash, static_cast<std::size_t>(begin - backslash)})),
             R"(write a backslash as \\; the others are \n, \t, \W (a blank) and \ before : , " ( ) [ ] { } !)");
        return {};
      }
      scratch_ += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'W' ? ' ' : c;
    }
    backslash = find(begin, end, '\\');
  }
}

std::string_view OboClause::word() {
  pass_blanks();
  word_ = next_;
  if (next_ == end_ || std::strchr("\"[{!", *next_) != nullptr) return {};
  pass_word();
  return resolved(word_, next_);
}

std::string_view OboClause::needed_word(std::string_view what) {
  const std::string_view result = word();
  if (result.empty()) fail(word_, fmt::format("no {}", what));
  return result;
}

std::string_view OboClause::words() {
  pass_blanks();
  word_ = next_;
  const char* behind = next_;
  while (next_ != end_ && std::strchr("\"[{!", *next_) == nullptr) {
    pass_word();
    behind = next_;
    pass_blanks();
  }
  return resolved(word_, behind);
}

std::string OboClause::reference() {
  std::string result(words());
  if (result.empty()) fail(word_, "no id; expected one such as FMA:22432");
  if (next_is('"')) quoted();
  finish();
  return result;
}

/// Passes over quotes and what is between them; false, and a fault, when they are never closed.
bool OboClause::pass_quotes() {
  const char* const open = next_;
  const char* close = open;
  do {
    close = find(close + 1, end_, '"');
  } while (close != end_ && escaped(open + 1, close));
  if (close == end_) {
    fail(open, "the quotes that open here are never closed", R"(write a quote inside quotes as \")");
    return false;
  }
  next_ = close + 1;
  return true;
}

std::string OboClause::quoted() {
  if (!next_is('"')) {
    fail(next_, "no quotes; expected text in double quotes");
    return {};
  }
  const char* const open = word_ = next_;
  if (!pass_quotes()) return {};
  return std::string(resolved(open + 1, next_ - 1));
}

/// Passes over everything up to `close`, quoted texts as a whole.
void OboClause::pass_block(char close, const char* what) {
  const char* const open = next_++;
  while (next_ != end_ && *next_ != close) {
    if (*next_ == '\\') {
      next_ = behind_escape(next_, end_);
    } else if (*next_ != '"') {
      ++next_;
    } else if (!pass_quotes()) {
      return;
    }
  }
  if (next_ == end_) return fail(open, fmt::format("the {} that begin here are never closed; expected '{}'", what, close));
  ++next_;
}

void OboClause::pass_list() {
  if (next_is('[')) pass_block(']', "cross-references");
}

void OboClause::finish() {
  if (next_is('{')) {
    const char* const open = next_;
    pass_block('}', "modifiers");
    modifiers_ = {open, static_cast<std::size_t>(next_ - open)};
  }
  pass_blanks();
  if (next_ == end_ || *next_ == '!') return;
  fail(next_, fmt::format("{} found; expected the end of the line, {{modifiers}} or ! a comment",
                          quote({next_, static_cast<std::size_t>(end_ - next_)})));
}

/// Whether "{name=" is next.
bool OboClause::modifiers_begin() const {
  const char* at = next_ + 1;
  while (at != end_ && !blank(*at) && std::strchr("={}\"\\", *at) == nullptr) ++at;
  return at != end_ && *at == '=' && at != next_ + 1;
}

std::string OboClause::text() {
  pass_blanks();
  word_ = next_;
  for (; next_ != end_; next_ = *next_ == '\\' ? behind_escape(next_, end_) : next_ + 1) {
    if (next_ != word_ && !blank(next_[-1])) continue;
    if (*next_ == '!' && (next_ + 1 == end_ || blank(next_[1]))) break;
    if (*next_ == '{' && modifiers_begin()) break;
  }
  const char* behind = next_;
  while (behind != word_ && blank(behind[-1])) --behind;
  std::string text(resolved(word_, behind));
  finish();
  return text;
}

}  // namespace musclekg
