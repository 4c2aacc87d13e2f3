#include "read/page_text_line.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/page_builder.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestHeadingLine = 80;  ///< bytes
constexpr std::size_t kLongestLabel = 60;        ///< bytes
constexpr std::size_t kLongestNumber = 3;        ///< digits

constexpr std::array<std::string_view, 16> kBullets = {"•", "·", "∙", "‣", "◦", "●", "○", "■", "□", "▪", "▫", "►", "➢", "➤", "✓", "⁃"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t digits_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end])) ++end;
  return end - at;
}

std::size_t behind_white(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const std::size_t size = white_size(line, at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

/// The size of "•", "-", "–", "*" at the beginning, 0 for none. A hyphen needs no blank behind it, the others do.
std::size_t bullet_size(std::string_view line) {
  const auto blank_behind = [&](std::size_t size) { return line.size() > size && white_size(line, size) > 0; };
  for (const std::string_view bullet : kBullets)
    if (line.starts_with(bullet)) return bullet.size();
  if (line.front() == '-') return blank_behind(1) || (line.size() > 1 && is_letter(line[1])) ? 1 : 0;
  if (line.front() == '*') {
    const std::size_t size = std::min(line.find_first_not_of('*'), line.size());
    return blank_behind(size) ? size : 0;
  }
  if (line.front() == '+') return blank_behind(1) ? 1 : 0;
  for (const std::string_view dash : {"–", "—"})
    if (line.starts_with(dash)) return blank_behind(dash.size()) ? dash.size() : 0;
  return line.starts_with("o\t") ? 1 : 0;
}

/// The size of "2.", "2)", "(2)", "[2]" at the beginning, 0 for none.
std::size_t number_size(std::string_view line) {
  const bool bracket = line.front() == '(' || line.front() == '[';
  const std::size_t digits = digits_at(line, bracket ? 1 : 0);
  if (digits == 0 || digits > kLongestNumber) return 0;
  const std::size_t end = (bracket ? 1 : 0) + digits;
  if (end >= line.size()) return 0;
  const char close = line[end];
  if (bracket ? close != (line.front() == '(' ? ')' : ']') : close != '.' && close != ')') return 0;
  return end + 1;
}

/// The size of "a)" or "(a)".
std::size_t letter_size(std::string_view line) {
  const std::size_t at = line.front() == '(' ? 1 : 0;
  return line.size() > at + 1 && line[at] >= 'a' && line[at] <= 'z' && line[at + 1] == ')' ? at + 2 : 0;
}

}  // namespace

TextLines::TextLines(std::string_view source) : source_(source), at_(text_begin(source)) {}

std::optional<TextLine> TextLines::next() {
  if (at_ >= source_.size()) return std::nullopt;
  const std::size_t end = std::min(source_.find_first_of("\n\r\f", at_), source_.size());
  const std::size_t begin = at_;
  at_ = end + (source_.substr(end, 2) == "\r\n" ? 2 : 1);
  const std::size_t first = std::min(behind_white(source_.substr(0, end), begin), end);
  std::size_t last = end;
  for (bool white = true; white && last > first;) {
    white = false;
    for (const std::size_t size : {1, 2, 3}) {
      if (last < first + size || white_size(source_, last - size) != size) continue;
      last -= size;
      white = true;
      break;
    }
  }
  return TextLine{source_.substr(first, last - first), first - begin};
}

bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    const char c = line.back();
    if (c == '.' || c == '!' || c == '?' || c == ';' || line.ends_with("…")) return true;
    if (c == ']') {
      const std::size_t open = line.rfind('[');
      if (open == std::string_view::npos || line.size() - open > 8) return false;
      line = line.substr(0, open);
    } else if (c == '"' || c == ')' || c == '\'' || c == ' ') {
      line.remove_suffix(1);
    } else if (line.ends_with("”") || line.ends_with("’")) {
      line.remove_suffix(3);
    } else {
      return false;
    }
  }
  return false;
}

bool is_url(std::string_view line) {
  if (line.starts_with('<') && line.ends_with('>')) line = line.substr(1, line.size() - 2);
  return (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) &&
         line.find_first_of(" \t") == std::string_view::npos;
}

bool starts_upper(std::string_view line) {
  if (line.empty()) return false;
  std::size_t at = 0;
  const std::int32_t c = next_code_point(line, at);
  return (c >= 'A' && c <= 'Z') || (c >= 0x80 && class_of(c) == CharacterClass::Word && fold(line.substr(0, at)) != line.substr(0, at));
}

bool looks_like_reference(std::string_view line) {
  if (line.find("://") != std::string_view::npos || line.find("doi:") != std::string_view::npos ||
      line.find("ISBN") != std::string_view::npos)
    return true;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t digits = digits_at(line, at);
    const bool year = digits == 4 && (line.substr(at, 2) == "19" || line.substr(at, 2) == "20" || line.substr(at, 2) == "18");
    if (year) return true;
    at += std::max<std::size_t>(digits, 1);
  }
  return is_digit(line.front()) && line.find(".0 ") < 4;
}

char rule_of(std::string_view line) {
  const char mark = line.front();
  if (mark != '=' && mark != '-' && mark != '*' && mark != '_' && mark != '~' && mark != '#') return '\0';
  const auto count = std::count(line.begin(), line.end(), mark);
  return count >= 3 && std::all_of(line.begin(), line.end(), [mark](char c) { return c == mark || c == ' '; }) ? mark : '\0';
}

std::string_view marked_heading(std::string_view line, std::size_t& level) {
  const char mark = line.front();
  if (mark != '=' && mark != '#') return {};
  const std::size_t size = std::min(line.find_first_not_of(mark), line.size());
  if (size > 6 || size == line.size()) return {};
  std::string_view words = line.substr(size);
  if (mark == '#') {
    if (!is_blank(words.front())) return {};
    words = trim(words);
    const std::size_t closing = words.find_last_not_of('#');
    if (closing != std::string_view::npos && closing + 1 < words.size() && is_blank(words[closing])) words = trim(words.substr(0, closing));
  } else {
    if (!words.ends_with(line.substr(0, size))) return {};
    words.remove_suffix(size);
    words = trim(words);
  }
  level = size;
  return words;
}

bool could_be_heading(std::string_view line, bool begins) {
  if (line.size() > kLongestHeadingLine || ends_sentence(line) || line.ends_with(',')) return false;
  return begins || starts_upper(line);
}

ItemMark item_mark(std::string_view line) {
  if (line.empty()) return {};
  const auto with_blanks = [&](std::size_t size) { return behind_white(line, size); };
  if (const std::size_t size = bullet_size(line); size > 0)
    return with_blanks(size) < line.size() ? ItemMark{with_blanks(size), {}} : ItemMark{};
  for (const std::string_view arrow : {"^", "↑"})
    if (line.starts_with(arrow) && with_blanks(arrow.size()) > arrow.size() && with_blanks(arrow.size()) < line.size())
      return {with_blanks(arrow.size()), line.substr(0, arrow.size())};
  if (const std::size_t size = number_size(line); size > 0) {
    const std::size_t words = with_blanks(size);
    return words > size && words < line.size() ? ItemMark{words, line.substr(0, size)} : ItemMark{};
  }
  if (const std::size_t size = letter_size(line); size > 0) {
    const std::size_t words = with_blanks(size);
    return words > size && words < line.size() ? ItemMark{words, {}} : ItemMark{};
  }
  return {};
}

std::optional<LabelledWords> labelled_words(std::string_view line, const std::function<bool(std::string_view)>& known) {
  const std::string_view front = line.substr(0, kLongestLabel + 3);
  const auto labelled = [&](std::size_t end, std::size_t size) -> std::optional<LabelledWords> {
    const std::string_view label = trim(line.substr(0, end));
    if (label.empty() || !known(label)) return std::nullopt;
    const std::size_t words = behind_white(line, end + size);
    return LabelledWords{label, line.substr(words)};
  };
  if (const std::size_t colon = front.find(':'); colon != std::string_view::npos && !front.substr(colon).starts_with("://"))
    if (const auto found = labelled(colon, 1)) return found;
  if (const std::size_t colon = front.find("："); colon != std::string_view::npos)
    if (const auto found = labelled(colon, 3)) return found;
  if (const std::size_t tab = front.find('\t'); tab != std::string_view::npos)
    if (const auto found = labelled(tab, 1)) return found;
  if (!starts_upper(line)) return std::nullopt;
  for (const std::string_view parting : {"- ", "– ", "— ", " | ", " = ", "   "})
    if (const std::size_t at = front.find(parting); at != std::string_view::npos)
      if (const auto found = labelled(at, parting.size())) return found;
  for (const std::string_view parting : {"-", "–", "—"})  // with the words on the next line
    if (line.size() <= kLongestLabel && line.ends_with(parting))
      if (const auto found = labelled(line.size() - parting.size(), parting.size())) return found;
  return std::nullopt;
}

}  // namespace musclekg
