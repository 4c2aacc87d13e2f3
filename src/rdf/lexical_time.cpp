#include "rdf/lexical_time.h"

#include <array>

#include "rdf/scan.h"

namespace musclekg {

namespace {

using scan::digit, scan::take, scan::take_digits, scan::take_pair;

bool is_time(std::string_view text) {
  if (text.starts_with("24:00:00")) {
    text.remove_prefix(8);
    if (!take(text, '.')) return text.empty();
    return !text.empty() && text.find_first_not_of('0') == std::string_view::npos;
  }
  if (!take_pair(text, 0, 23) || !take(text, ':') || !take_pair(text, 0, 59) || !take(text, ':') || !take_pair(text, 0, 59)) return false;
  return take(text, '.') ? !take_digits(text).empty() && text.empty() : text.empty();
}

bool is_date(std::string_view text) {
  const std::string_view year = take_year(text);
  int month = 0, day = 0;
  if (year.empty() || !take(text, '-') || !take_pair(text, 1, 12, &month) || !take(text, '-') || !take_pair(text, 1, 31, &day))
    return false;
  return text.empty() && day <= days_in_month(month, is_leap_year(year));
}

bool is_date_time(std::string_view text) {
  const std::size_t gap = text.find('T');
  return gap != std::string_view::npos && is_date(text.substr(0, gap)) && is_time(text.substr(gap + 1));
}

bool is_year(std::string_view text) { return !take_year(text).empty() && text.empty(); }

bool is_year_month(std::string_view text) { return !take_year(text).empty() && take(text, '-') && take_pair(text, 1, 12) && text.empty(); }

bool is_month_day(std::string_view text) {
  int month = 0, day = 0;
  return take(text, '-') && take(text, '-') && take_pair(text, 1, 12, &month) && take(text, '-') && take_pair(text, 1, 31, &day) &&
         text.empty() && day <= days_in_month(month, true);
}

bool is_month(std::string_view text) { return take(text, '-') && take(text, '-') && take_pair(text, 1, 12) && text.empty(); }

bool is_day(std::string_view text) {
  return take(text, '-') && take(text, '-') && take(text, '-') && take_pair(text, 1, 31) && text.empty();
}

/// What stands before the time zone, if there is one.
template <bool (*Whole)(std::string_view)>
bool zoned(std::string_view text) {
  const auto parts = without_zone(text);
  return parts && Whole(parts->text);
}

bool is_date_time_stamp(std::string_view text) {
  const auto parts = without_zone(text);
  return parts && parts->zone && is_date_time(parts->text);
}

/// Numbers with the units of `units` behind them, in their order, each at most once; those of seconds may have a fraction.
bool take_fields(std::string_view& text, std::string_view units, bool& any) {
  for (const char unit : units) {
    std::string_view rest = text;
    if (take_digits(rest).empty()) return true;
    if (unit == 'S' && take(rest, '.') && take_digits(rest).empty()) return false;
    if (!take(rest, unit)) continue;
    text = rest;
    any = true;
  }
  return true;
}

bool is_duration_of(std::string_view text, std::string_view days, bool with_time) {
  take(text, '-');
  bool any = false;
  if (!take(text, 'P') || !take_fields(text, days, any)) return false;
  if (with_time && take(text, 'T')) {
    bool any_time = false;
    if (!take_fields(text, "HMS", any_time) || !any_time) return false;
    any = true;
  }
  return any && text.empty();
}

constexpr std::array<LexicalSpace, 12> kSpaces{{
    {"date", zoned<is_date>},
    {"time", zoned<is_time>},
    {"dateTime", zoned<is_date_time>},
    {"dateTimeStamp", is_date_time_stamp},
    {"gYear", zoned<is_year>},
    {"gYearMonth", zoned<is_year_month>},
    {"gMonthDay", zoned<is_month_day>},
    {"gMonth", zoned<is_month>},
    {"gDay", zoned<is_day>},
    {"duration", [](std::string_view text) { return is_duration_of(text, "YMD", true); }},
    {"yearMonthDuration", [](std::string_view text) { return is_duration_of(text, "YM", false); }},
    {"dayTimeDuration", [](std::string_view text) { return is_duration_of(text, "D", true); }},
}};

}  // namespace

std::span<const LexicalSpace> time_spaces() { return kSpaces; }

std::optional<ZonedText> without_zone(std::string_view text) {
  if (text.ends_with('Z')) return ZonedText{text.substr(0, text.size() - 1), 0};
  if (text.size() < 6 || text[text.size() - 3] != ':') return ZonedText{text, {}};
  const char sign = text[text.size() - 6];
  if (sign != '+' && sign != '-') return ZonedText{text, {}};
  std::string_view zone = text.substr(text.size() - 5);
  int hours = 0, minutes = 0;
  if (!take_pair(zone, 0, 14, &hours) || !take(zone, ':') || !take_pair(zone, 0, 59, &minutes) || (hours == 14 && minutes > 0)) return {};
  const int offset = 60 * hours + minutes;
  return ZonedText{text.substr(0, text.size() - 6), sign == '-' ? -offset : offset};
}

int days_in_month(int month, bool leap) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_leap_year(std::string_view digits) {
  int last = 0;  // 400 divides 10000: four digits tell
  for (const char c : digits.substr(digits.size() - 4)) last = 10 * last + (c - '0');
  return last % 4 == 0 && (last % 100 != 0 || last % 400 == 0);
}

std::string_view take_year(std::string_view& text) {
  const std::string_view all = text;
  take(text, '-');
  const std::string_view digits = take_digits(text);
  if (digits.size() < 4 || (digits.size() > 4 && digits.front() == '0')) return {};
  return all.substr(0, all.size() - text.size());
}

}  // namespace musclekg
