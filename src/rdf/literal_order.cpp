#include "rdf/literal_order.h"

#include <array>
#include <charconv>
#include <limits>
#include <string>

#include "rdf/lexical.h"
#include "rdf/lexical_time.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

using Family = LiteralValue::Family;

constexpr std::int64_t kDay = 86400, kWidestZone = 14 * 3600;

constexpr std::array<std::string_view, 14> kDecimals{
    "integer", "decimal", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "negativeInteger", "long", "int",
    "short",   "byte",    "unsignedLong",       "unsignedInt",        "unsignedShort",   "unsignedByte"};
constexpr std::array<std::string_view, 7> kStrings{"string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  for (const std::string_view one : names)
    if (one == name) return true;
  return false;
}

/// Reads a well-formed xsd:float or xsd:double; beyond its range it is infinite, or zero.
template <class Number>
Number read_floating(std::string_view text) {
  if (text.ends_with("INF"))
    return text.front() == '-' ? -std::numeric_limits<Number>::infinity() : std::numeric_limits<Number>::infinity();
  if (text == "NaN") return std::numeric_limits<Number>::quiet_NaN();
  if (text.front() == '+') text.remove_prefix(1);
  Number number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc::result_out_of_range) return number;
  // Too great, or too small: the power of ten of the first digit that is not 0 tells.
  const bool negative = text.front() == '-';
  const std::size_t mark = text.find_first_of("eE"), first = text.find_first_of("123456789");
  if (first == std::string_view::npos || first > mark) return negative ? -Number{0} : Number{0};
  const std::size_t point = std::min(text.find('.'), std::min(mark, text.size()));
  std::int64_t power = first < point ? static_cast<std::int64_t>(point - first) : -static_cast<std::int64_t>(first - point);
  if (mark != std::string_view::npos) {
    std::string_view exponent = text.substr(mark + 1);
    if (exponent.front() == '+') exponent.remove_prefix(1);
    std::int64_t given = 0;
    if (std::from_chars(exponent.data(), exponent.data() + exponent.size(), given).ec == std::errc::result_out_of_range)
      given = exponent.front() == '-' ? std::numeric_limits<std::int64_t>::min() / 2 : std::numeric_limits<std::int64_t>::max() / 2;
    power += given;
  }
  const Number size = power > 0 ? std::numeric_limits<Number>::infinity() : Number{0};
  return negative ? -size : size;
}

/// Days from 0000-03-01 to a day of the proleptic Gregorian calendar.
std::int64_t days(std::int64_t year, int month, int day) {
  if (month < 3) --year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400, in_era = year - 400 * era;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return 146097 * era + 365 * in_era + in_era / 4 - in_era / 100 + day_of_year;
}

/// The number that two digits at `at` are, in well-formed text.
int pair(std::string_view text, std::size_t at) { return 10 * (text[at] - '0') + (text[at + 1] - '0'); }

Family zoned(Family family, bool zone) { return static_cast<Family>(static_cast<int>(family) + (zone ? 1 : 0)); }

bool is_time(Family family) { return family >= Family::DateTime; }

/// The same family without a zone.
Family kind(Family family) {
  const int offset = static_cast<int>(family) - static_cast<int>(Family::DateTime);
  return static_cast<Family>(static_cast<int>(family) - offset % 2);
}

bool has_zone(Family family) { return kind(family) != family; }

}  // namespace

LiteralValue::LiteralValue(const Node* node) : node_(node) {
  if (node->kind != Node::Kind::Literal || !node->language.empty()) return;
  if (node->datatype == nullptr) {
    family_ = Family::String;
    return;
  }
  if (!node->datatype->value.starts_with(xsd::base) || !well_formed_literal(node->value, node->datatype->value)) return;
  const std::string_view name = node->datatype->value.substr(xsd::base.size());
  if (contains(kStrings, name)) {
    family_ = Family::String;
  } else if (name == "boolean") {
    family_ = Family::Boolean;
    number_ = node->value == "true" || node->value == "1" ? 1 : 0;
  } else if (!read_time(name)) {
    read_number(name);
  }
}

void LiteralValue::read_number(std::string_view name) {
  if (contains(kDecimals, name)) {
    family_ = Family::Decimal;
    read_decimal(node_->value);
  } else if (name == "float" || name == "double") {
    family_ = name == "float" ? Family::Float : Family::Double;
    number_ = name == "float" ? static_cast<double>(read_floating<float>(node_->value)) : read_floating<double>(node_->value);
    if (number_ != number_) family_ = Family::NotANumber;
  }
}

void LiteralValue::read_decimal(std::string_view text) {
  negative_ = text.starts_with('-');
  if (negative_ || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  whole_ = text.substr(0, point);
  if (point != std::string_view::npos) fraction_ = text.substr(point + 1);
  while (whole_.starts_with('0')) whole_.remove_prefix(1);
  while (fraction_.ends_with('0')) fraction_.remove_suffix(1);
  if (whole_.empty() && fraction_.empty()) negative_ = false;
}

/// False when the datatype is none of time. Years of more than ten digits are of no order.
bool LiteralValue::read_time(std::string_view name) {
  Family family = Family::None;
  if (name == "dateTime" || name == "dateTimeStamp") family = Family::DateTime;
  if (name == "date") family = Family::Date;
  if (name == "time") family = Family::Time;
  if (name == "gYear") family = Family::Year;
  if (name == "gYearMonth") family = Family::YearMonth;
  if (family == Family::None) return false;
  const ZonedText parts = *without_zone(node_->value);
  std::string_view text = parts.text;
  std::int64_t year = 0;
  int month = 1, day = 1;
  if (family != Family::Time) {
    const std::string_view digits = take_year(text);
    if (digits.size() > 11) return true;
    std::from_chars(digits.data(), digits.data() + digits.size(), year);
    if (text.size() >= 3) month = pair(text, 1);
    if (text.size() >= 6) day = pair(text, 4);
    if (family == Family::DateTime) text.remove_prefix(7);
  }
  second_ = days(year, month, day) * kDay;
  if (family == Family::Time || family == Family::DateTime) {
    second_ += 3600 * pair(text, 0) + 60 * pair(text, 3) + pair(text, 6);
    if (family == Family::Time && pair(text, 0) == 24) second_ -= kDay;
    if (text.size() > 8) fraction_ = text.substr(9);
    while (fraction_.ends_with('0')) fraction_.remove_suffix(1);
  }
  second_ -= 60 * parts.zone.value_or(0);
  family_ = zoned(family, parts.zone.has_value());
  return true;
}

double LiteralValue::as_double() const { return family_ == Family::Decimal ? read_floating<double>(node_->value) : number_; }

float LiteralValue::as_float() const {
  return family_ == Family::Decimal ? read_floating<float>(node_->value) : static_cast<float>(number_);
}

std::strong_ordering LiteralValue::compare_decimals(const LiteralValue& a, const LiteralValue& b) {
  if (a.negative_ != b.negative_) return a.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  const LiteralValue &low = a.negative_ ? b : a, &high = a.negative_ ? a : b;
  if (const auto sizes = low.whole_.size() <=> high.whole_.size(); sizes != 0) return sizes;
  if (const auto wholes = low.whole_ <=> high.whole_; wholes != 0) return wholes;
  return low.fraction_ <=> high.fraction_;
}

std::partial_ordering LiteralValue::compare_numbers(const LiteralValue& a, const LiteralValue& b) {
  if (a.family_ == Family::NotANumber || b.family_ == Family::NotANumber) return std::partial_ordering::unordered;
  if (a.family_ == Family::Double || b.family_ == Family::Double) return a.as_double() <=> b.as_double();
  if (a.family_ == Family::Float || b.family_ == Family::Float) return a.as_float() <=> b.as_float();
  return compare_decimals(a, b);
}

std::partial_ordering LiteralValue::compare_times(const LiteralValue& a, const LiteralValue& b) {
  if (kind(a.family_) != kind(b.family_)) return std::partial_ordering::unordered;
  const auto compare = [&](std::int64_t later) -> std::partial_ordering {
    const auto seconds = a.second_ + later <=> b.second_;
    return seconds != 0 ? seconds : a.fraction_ <=> b.fraction_;
  };
  if (has_zone(a.family_) == has_zone(b.family_)) return compare(0);
  if (compare(kWidestZone) < 0) return std::partial_ordering::less;
  if (compare(-kWidestZone) > 0) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

std::partial_ordering operator<=>(const LiteralValue& a, const LiteralValue& b) {
  using Value = LiteralValue;
  const auto number = [](Family family) { return family >= Family::Decimal && family <= Family::NotANumber; };
  if (number(a.family_) && number(b.family_)) return Value::compare_numbers(a, b);
  if (is_time(a.family_) && is_time(b.family_)) return Value::compare_times(a, b);
  if (a.family_ != b.family_) return std::partial_ordering::unordered;
  if (a.family_ == Family::String) return a.node_->value <=> b.node_->value;
  if (a.family_ == Family::Boolean) return a.number_ <=> b.number_;
  return std::partial_ordering::unordered;
}

}  // namespace musclekg
