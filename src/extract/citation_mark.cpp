#include "extract/citation_mark.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostDigits = 3, kLongestRemark = 48;
constexpr std::uint32_t kWidestRange = 50;
constexpr std::size_t kNone = std::string_view::npos;

/// Remarks of editors, which stand where marks stand; lower case, without brackets.
constexpr std::array<std::string_view, 17> kRemarks = {"citation needed",
                                                       "citations needed",
                                                       "clarification needed",
                                                       "dead link",
                                                       "dubious - discuss",
                                                       "edit",
                                                       "edit source",
                                                       "further explanation needed",
                                                       "medical citation needed",
                                                       "page needed",
                                                       "source needed",
                                                       "update",
                                                       "verification needed",
                                                       "when?",
                                                       "which?",
                                                       "who?",
                                                       "why?"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What a number list is made of, as plain ASCII: a digit, ',' or '-'; 0 for anything else. `at` is moved behind it.
using Reader = char (*)(std::string_view words, std::size_t& at);

char read_plain(std::string_view words, std::size_t& at) {
  const char c = words[at];
  if (is_digit(c)) return ++at, c;
  if (c == ',' || c == ';') return ++at, ',';
  std::size_t next = at;
  if (class_of(next_code_point(words, next)) != CharacterClass::Dash) return 0;
  at = next;
  return '-';
}

char read_superscript(std::string_view words, std::size_t& at) {
  std::size_t next = at;
  const std::int32_t c = next_code_point(words, next);
  char read = 0;
  if (c == 0xB9) read = '1';
  if (c == 0xB2 || c == 0xB3) read = static_cast<char>('2' + (c - 0xB2));
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) read = static_cast<char>('0' + (c - 0x2070));
  if (c == 0x207B) read = '-';
  if (c == 0x2E34 || c == 0x02D2 || c == ',') read = ',';
  if (read != 0) at = next;
  return read;
}

void skip_blanks(std::string_view words, std::size_t& at) {
  while (at < words.size() && (words[at] == ' ' || words[at] == '\n' || words[at] == '\t')) ++at;
}

/// Reads "1", "1, 2", "3-5" from `at` on; the place behind the last number, or kNone where there is no such list.
std::size_t read_numbers(std::string_view words, std::size_t at, Reader read, bool blanks, std::vector<std::uint32_t>& numbers) {
  std::size_t end = kNone;
  std::uint32_t first = 0;  // of a range
  for (;;) {
    if (blanks) skip_blanks(words, at);
    std::uint32_t number = 0;
    std::size_t digits = 0;
    char separator = 0;
    while (at < words.size()) {
      const std::size_t before = at;
      const char c = read(words, at);
      if (!is_digit(c)) {
        separator = c;
        if (separator != 0 && digits == 0) return end;
        if (separator == 0) at = before;
        break;
      }
      if (++digits > kMostDigits) return kNone;
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
      end = at;
    }
    if (digits == 0) return end;
    if (number == 0) return kNone;
    if (first != 0 && first < number && number - first <= kWidestRange)
      for (++first; first < number; ++first) numbers.push_back(first);
    numbers.push_back(number);
    if (separator == 0 && blanks) {
      skip_blanks(words, at);
      if (at < words.size()) {
        separator = read(words, at);
        if (is_digit(separator)) return end;
      }
    }
    if (separator == 0) return end;
    first = separator == '-' ? number : 0;
  }
}

/// Behind ": 23" or ":23-24", which tells the page in the work that the mark cites; `at` where no such thing stands. `blank`: a blank may
/// stand in it.
std::size_t behind_page(std::string_view words, std::size_t at, bool blank) {
  std::size_t next = at;
  if (next >= words.size() || words[next] != ':') return at;
  ++next;
  if (blank && words.substr(next).starts_with(' ')) ++next;
  for (const std::string_view narrow : {"\u00A0", "\u200A", "\u2009", "\u202F"})
    if (words.substr(next).starts_with(narrow)) next += narrow.size();
  std::vector<std::uint32_t> pages;
  const std::size_t end = read_numbers(words, next, read_plain, false, pages);
  return end == kNone ? at : end;
}

CitationMark mark_of(std::size_t begin, std::size_t end, std::vector<std::uint32_t> numbers = {}) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(numbers)};
}

}  // namespace

std::optional<CitationMark> bracketed_mark(std::string_view words, std::size_t at) {
  if (at >= words.size() || words[at] != '[') return std::nullopt;
  std::vector<std::uint32_t> numbers;
  std::size_t end = read_numbers(words, at + 1, read_plain, true, numbers);
  if (end != kNone) {
    skip_blanks(words, end);
    if (end >= words.size() || words[end] != ']') return std::nullopt;
    const bool behind_sentence = at > 0 && words[at - 1] == '.';
    return mark_of(at, behind_page(words, end + 1, behind_sentence), std::move(numbers));
  }
  end = words.substr(0, at + kLongestRemark).find(']', at);
  if (end == kNone) return std::nullopt;
  const std::string remark = fold(words.substr(at + 1, end - at - 1));
  const bool note = remark.size() == 1 && remark[0] >= 'a' && remark[0] <= 'z';
  const bool numbered = remark.starts_with("note ") && remark.find_first_not_of("0123456789", 5) == kNone;
  if (!note && !numbered && std::find(kRemarks.begin(), kRemarks.end(), remark) == kRemarks.end()) return std::nullopt;
  return mark_of(at, end + 1);
}

std::optional<CitationMark> superscript_mark(std::string_view words, std::size_t at) {
  if (at >= words.size() || static_cast<unsigned char>(words[at]) < 0x80) return std::nullopt;
  std::vector<std::uint32_t> numbers;
  const std::size_t end = read_numbers(words, at, read_superscript, false, numbers);
  if (end == kNone) return std::nullopt;
  return mark_of(at, end, std::move(numbers));
}

std::optional<CitationMark> plain_mark(std::string_view words, std::size_t at) {
  if (at >= words.size() || !is_digit(words[at])) return std::nullopt;
  std::vector<std::uint32_t> numbers;
  const std::size_t end = read_numbers(words, at, read_plain, false, numbers);
  if (end == kNone) return std::nullopt;
  return mark_of(at, end, std::move(numbers));
}

}  // namespace musclekg
