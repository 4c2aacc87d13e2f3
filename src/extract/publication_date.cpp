#include "extract/publication_date.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr unsigned kFirstYear = 1500, kLastYear = 2100;
constexpr std::size_t kLongestMonth = 9;
constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Reads on from a place; what is not there leaves it where it is.
struct Reader {
  std::string_view words;
  std::size_t at;

  char next() const { return at < words.size() ? words[at] : '\0'; }

  bool pass(std::string_view text) {
    if (!words.substr(at).starts_with(text)) return false;
    at += text.size();
    return true;
  }

  void pass_blanks() {
    while (next() == ' ' || next() == '\n') ++at;
  }

  /// A number of `least` to `most` digits that no letter or digit follows; 0: none.
  unsigned number(std::size_t least, std::size_t most) {
    std::size_t end = at;
    unsigned value = 0;
    while (end < words.size() && end - at <= most && is_digit(words[end])) value = value * 10 + static_cast<unsigned>(words[end++] - '0');
    if (end - at < least || end - at > most || (end < words.size() && is_letter(words[end]))) return 0;
    at = end;
    return value;
  }

  unsigned year() {
    const std::size_t begin = at;
    unsigned value = number(4, 4);
    if (value == 0 && at + 4 < words.size() && words[at + 4] >= 'a' && words[at + 4] <= 'e') {  // "2014a"
      Reader digits{words.substr(0, at + 4), at};
      value = digits.number(4, 4);
      at += 5;
      if (is_letter(next()) || is_digit(next())) value = 0;
    }
    if (value >= kFirstYear && value <= kLastYear) return value;
    at = begin;
    return 0;
  }

  /// "16" or "16th".
  unsigned day() {
    const std::size_t begin = at;
    std::size_t digits = at;
    while (digits < words.size() && digits - at < 2 && is_digit(words[digits])) ++digits;
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (digits == at || !words.substr(digits).starts_with(ending)) continue;
      Reader plain{words.substr(0, digits), at};
      const unsigned value = plain.number(1, 2);
      at = digits + ending.size();
      return value <= 31 ? value : 0;
    }
    const unsigned value = number(1, 2);
    if (value >= 1 && value <= 31) return value;
    at = begin;
    return 0;
  }

  /// "Oct", "Oct.", "Sept" or "October"; 0: none.
  unsigned month() {
    std::size_t end = at;
    while (end < words.size() && end - at <= kLongestMonth && is_letter(words[end])) ++end;
    if (end - at < 3 || end - at > kLongestMonth) return 0;
    const std::string name = ascii_lower(words.substr(at, end - at));
    for (unsigned i = 0; i < kMonths.size(); ++i) {
      if (name != kMonths[i] && name != kMonths[i].substr(0, 3) && !(i == 8 && name == "sept")) continue;
      at = end;
      if (name.size() < kMonths[i].size()) pass(".");
      return i + 1;
    }
    return 0;
  }

  bool pass_range() { return pass("-") || pass("/") || pass("–"); }
};

PublicationDate made(unsigned year, unsigned month, unsigned day, std::size_t end) {
  const std::string whole = fmt::format("{:04}-{:02}-{:02}", year, month, day), part = fmt::format("{:04}-{:02}", year, month);
  if (month != 0 && day != 0 && valid_date(whole)) return {whole, end};
  if (month != 0 && valid_date(part)) return {part, end};
  return {fmt::format("{:04}", year), end};
}

/// "2018-03-16", "2014 Oct 1", "2014".
PublicationDate year_first(std::string_view words, std::size_t at) {
  Reader reader{words, at};
  const unsigned year = reader.year();
  if (year == 0) return {};
  const PublicationDate alone = made(year, 0, 0, reader.at);
  if (reader.next() == '-' || reader.next() == '/') {
    ++reader.at;
    const unsigned month = reader.number(2, 2);
    if (month == 0 || month > 12) return alone;
    const PublicationDate part = made(year, month, 0, reader.at);
    if (!reader.pass("-") && !reader.pass("/")) return part;
    const unsigned day = reader.number(2, 2);
    return day == 0 ? part : made(year, month, day, reader.at);
  }
  reader.pass(",");
  reader.pass_blanks();
  const unsigned month = reader.month();
  if (month == 0) return alone;
  if (reader.pass_range()) {
    reader.pass_blanks();
    return reader.month() == 0 ? alone : made(year, 0, 0, reader.at);
  }
  const PublicationDate part = made(year, month, 0, reader.at);
  reader.pass_blanks();
  const unsigned day = reader.day();
  if (day == 0) return part;
  const std::size_t end = reader.at;
  return made(year, month, reader.pass_range() ? 0 : day, end);
}

/// "16 March 2018", "16/03/2018", "16.3.2018".
PublicationDate day_first(std::string_view words, std::size_t at) {
  Reader reader{words, at};
  const unsigned day = reader.day();
  if (day == 0) return {};
  for (const std::string_view separator : {"/", "-", "."}) {
    if (!reader.pass(separator)) continue;
    const unsigned month = reader.number(1, 2);
    if (month == 0 || !reader.pass(separator)) return {};
    const unsigned year = reader.year();
    if (year == 0) return {};
    if (month > 12) return made(year, day <= 12 ? day : 0, day <= 12 ? month : 0, reader.at);
    const bool sure = day > 12 || day == month || separator == ".";
    return made(year, sure ? month : 0, sure ? day : 0, reader.at);
  }
  reader.pass_blanks();
  const unsigned month = reader.month();
  if (month == 0) return {};
  reader.pass(",");
  reader.pass_blanks();
  const unsigned year = reader.year();
  return year == 0 ? PublicationDate{} : made(year, month, day, reader.at);
}

/// "March 16, 2018", "March 2018", "May-Jun 2018".
PublicationDate month_first(std::string_view words, std::size_t at) {
  Reader reader{words, at};
  unsigned month = reader.month();
  if (month == 0) return {};
  if (reader.pass_range()) {
    if (reader.month() == 0) return {};
    month = 0;
  }
  reader.pass(",");
  reader.pass_blanks();
  if (const unsigned year = reader.year(); year != 0) return made(year, month, 0, reader.at);
  const unsigned day = reader.day();
  if (day == 0) return {};
  reader.pass(",");
  reader.pass_blanks();
  const unsigned year = reader.year();
  return year == 0 ? PublicationDate{} : made(year, month, day, reader.at);
}

}  // namespace

PublicationDate date_at(std::string_view words, std::size_t at) {
  if (at >= words.size()) return {};
  if (is_letter(words[at])) return month_first(words, at);
  if (!is_digit(words[at])) return {};
  PublicationDate date = year_first(words, at);
  return date.text.empty() ? day_first(words, at) : date;
}

PublicationDate first_date(std::string_view words, std::size_t& begin) {
  for (begin = 0; begin < words.size(); ++begin) {
    const char before = begin == 0 ? ' ' : words[begin - 1];
    if (is_digit(before) || is_letter(before)) continue;
    PublicationDate date = date_at(words, begin);
    if (!date.text.empty()) return date;
  }
  return {};
}

}  // namespace musclekg
