// Which of two literals is less, as SPARQL's operator < has it.

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "rdf/node.h"

namespace musclekg {

/// The value of a literal, to be compared (SPARQL 1.1, section 17.3, and XSD 1.1 for dates): numbers by value, integers and decimals of any
/// length exactly, and in xsd:float or xsd:double where one of two is of it; xsd:string and the types derived from it by code point;
/// booleans, false first; xsd:dateTime, xsd:date, xsd:time, xsd:gYear and xsd:gYearMonth on the time line, each with its own kind.
/// Refers to the node it is made of.
class LiteralValue {
 public:
  /// Values of one family, but NaN, are in a total order. A value that is less than the least of a family is less than all of it.
  enum class Family : std::uint8_t {
    None,  ///< of no order: no literal, not well-formed, text in a language, another datatype
    Decimal,
    Float,
    Double,
    NotANumber,
    Boolean,
    String,
    DateTime,
    ZonedDateTime,
    Date,
    ZonedDate,
    Time,
    ZonedTime,
    Year,
    ZonedYear,
    YearMonth,
    ZonedYearMonth
  };
  static constexpr std::size_t kFamilies = 17;

  explicit LiteralValue(const Node* node);

  Family family() const { return family_; }
  const Node* node() const { return node_; }

  /// Unordered when the two cannot be compared: of different kinds, NaN, or a time with a zone and one without that are less than 14 hours
  /// apart (XSD 1.1 part 2, D.2.1).
  friend std::partial_ordering operator<=>(const LiteralValue& a, const LiteralValue& b);
  friend bool operator==(const LiteralValue& a, const LiteralValue& b) { return (a <=> b) == std::partial_ordering::equivalent; }

 private:
  void read_number(std::string_view name);
  void read_decimal(std::string_view text);
  bool read_time(std::string_view name);
  double as_double() const;
  float as_float() const;
  static std::partial_ordering compare_numbers(const LiteralValue& a, const LiteralValue& b);
  static std::strong_ordering compare_decimals(const LiteralValue& a, const LiteralValue& b);
  static std::partial_ordering compare_times(const LiteralValue& a, const LiteralValue& b);

  const Node* node_;
  Family family_ = Family::None;
  bool negative_ = false;
  double number_ = 0;          ///< of a float, a double or a boolean
  std::string_view whole_;     ///< of a decimal: the digits before the point, without leading zeros
  std::string_view fraction_;  ///< those behind it, without trailing zeros; of a time: of the second
  std::int64_t second_ = 0;    ///< of a time: since the year 0, in its zone's UTC
};

}  // namespace musclekg
