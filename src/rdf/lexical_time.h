// The lexical forms of dates, times and durations of XML Schema.

#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace musclekg {

/// The lexical forms of one datatype, by its local name.
struct LexicalSpace {
  std::string_view name;
  bool (*contains)(std::string_view);
};

/// Those of dates, times and durations (XSD 1.1 part 2, sections 3.3.6 to 3.3.14, 3.4.26 to 3.4.28).
std::span<const LexicalSpace> time_spaces();

/// A time zone in minutes east of UTC, with the rest of the text in front of it.
struct ZonedText {
  std::string_view text;
  std::optional<int> zone;  ///< nothing: the text names none
};

/// Takes "Z" or "+hh:mm" off the end. Nothing when what stands there is an impossible zone.
std::optional<ZonedText> without_zone(std::string_view text);

/// Days of a month; `leap`: of a leap year.
int days_in_month(int month, bool leap);

/// Whether a year, given by its last four or more digits, is a leap year.
bool is_leap_year(std::string_view digits);

/// Takes the year ("2001", "-0044", "12001") off the front: its text, or an empty one.
std::string_view take_year(std::string_view& text);

}  // namespace musclekg
