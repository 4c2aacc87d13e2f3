#include "sparql/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "rdf/lexical.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

using Fixed = Number::Fixed;

constexpr Fixed kOne = 1'000'000'000'000'000'000;  ///< of a decimal
constexpr int kDigits = 18;

constexpr std::string_view kIntegers[] = {"byte",
                                          "int",
                                          "integer",
                                          "long",
                                          "negativeInteger",
                                          "nonNegativeInteger",
                                          "nonPositiveInteger",
                                          "positiveInteger",
                                          "short",
                                          "unsignedByte",
                                          "unsignedInt",
                                          "unsignedLong",
                                          "unsignedShort"};

bool is_integer_type(std::string_view name) { return std::find(std::begin(kIntegers), std::end(kIntegers), name) != std::end(kIntegers); }

std::optional<Fixed> add(Fixed a, Fixed b) {
  Fixed result = 0;
  if (__builtin_add_overflow(a, b, &result)) return std::nullopt;
  return result;
}

std::optional<Fixed> multiply(Fixed a, Fixed b) {
  Fixed result = 0;
  if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
  return result;
}

bool fits_integer(Fixed value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

/// The product of two decimals, cut behind the last digit. In halves, so that it overflows only when the result does.
std::optional<Fixed> multiply_decimals(Fixed a, Fixed b) {
  const auto whole = multiply(a / kOne, b);
  const Fixed fraction = a % kOne;
  const auto high = multiply(fraction, b / kOne);
  const auto low = multiply(fraction, b % kOne);
  if (!whole || !high || !low) return std::nullopt;
  const auto sum = add(*whole, *high);
  return sum ? add(*sum, *low / kOne) : std::nullopt;
}

/// Long division, digit by digit behind the point.
std::optional<Fixed> divide_decimals(Fixed a, Fixed b) {
  auto result = multiply(a / b, kOne);
  Fixed rest = a % b;
  Fixed unit = kOne;
  for (int i = 0; i < kDigits && rest != 0 && result; ++i) {
    const auto next = multiply(rest, 10);
    if (!next) return std::nullopt;
    unit /= 10;
    result = add(*result, *next / b * unit);
    rest = *next % b;
  }
  return result;
}

std::optional<Fixed> read_fixed(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  std::string fraction(point == std::string_view::npos ? std::string_view{} : text.substr(point + 1));
  if (fraction.size() > kDigits && fraction.find_first_not_of('0', kDigits) != std::string::npos) return std::nullopt;
  fraction.resize(kDigits, '0');
  digits += fraction;
  std::optional<Fixed> result = 0;
  for (const char c : digits) {
    result = multiply(*result, 10);
    if (result) result = add(*result, negative ? '0' - c : c - '0');
    if (!result) return std::nullopt;
  }
  return result;
}

std::string write_fixed(Fixed value) {
  const bool negative = value < 0;
  std::string digits;
  do {
    const int digit = static_cast<int>(value % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    value /= 10;
  } while (value != 0 || digits.size() <= kDigits);
  std::reverse(digits.begin(), digits.end());
  std::string fraction = digits.substr(digits.size() - kDigits);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return (negative ? "-" : "") + digits.substr(0, digits.size() - kDigits) + (fraction.empty() ? "" : "." + fraction);
}

/// XSD 1.1 part 2, section 3.3.5.2: "1.0E0".
std::string write_floating(double value, bool single) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-INF" : "INF";
  char buffer[64];
  const auto end = single ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<float>(value), std::chars_format::scientific).ptr
                          : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
  const std::string text(buffer, end);
  const std::size_t sign = text.find('e');
  std::string mantissa = text.substr(0, sign);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  int exponent = 0;
  const char* begin = text.data() + sign + 1;
  if (*begin == '+') ++begin;
  std::from_chars(begin, text.data() + text.size(), exponent);
  return fmt::format("{}E{}", mantissa, exponent);
}

double read_floating(std::string_view text) {
  if (text == "INF" || text == "+INF") return std::numeric_limits<double>::infinity();
  if (text == "-INF") return -std::numeric_limits<double>::infinity();
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (text.starts_with('+')) text.remove_prefix(1);
  double result = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), result).ec == std::errc::result_out_of_range) {
    const std::size_t sign = text.find_first_of("eE");
    const bool small = sign != std::string_view::npos && text.substr(sign + 1).starts_with('-');
    result = small ? 0 : std::numeric_limits<double>::infinity();
    if (text.starts_with('-')) result = -result;
  }
  return result;
}

}  // namespace

std::optional<Number> Number::of(const Node* node) {
  if (node == nullptr || node->kind != Node::Kind::Literal || node->datatype == nullptr) return std::nullopt;
  const std::string_view datatype = node->datatype->value;
  if (!datatype.starts_with(xsd::base) || !well_formed_literal(node->value, datatype)) return std::nullopt;
  const std::string_view name = datatype.substr(xsd::base.size());
  if (is_integer_type(name)) {
    std::string_view text = node->value;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) return std::nullopt;
    return Number(value);
  }
  if (name == "decimal") {
    const auto value = read_fixed(node->value);
    if (!value) return std::nullopt;
    return Number(Type::Decimal, *value);
  }
  if (name == "double") return Number(Type::Double, read_floating(node->value));
  if (name == "float") return Number(Type::Float, static_cast<double>(static_cast<float>(read_floating(node->value))));
  return std::nullopt;
}

double Number::as_double() const {
  switch (type_) {
    case Type::Integer:
      return static_cast<double>(fixed_);
    case Type::Decimal:
      return read_floating(write_fixed(fixed_));
    default:
      return floating_;
  }
}

bool Number::is_zero_or_nan() const { return type_ <= Type::Decimal ? fixed_ == 0 : floating_ == 0 || std::isnan(floating_); }

std::optional<Number> Number::as(Type type) const {
  if (type == type_) return *this;
  switch (type) {
    case Type::Double:
      return Number(type, as_double());
    case Type::Float:
      return Number(type, static_cast<double>(static_cast<float>(as_double())));
    case Type::Decimal:
      if (type_ == Type::Integer) {
        const auto value = multiply(fixed_, kOne);
        return value ? std::optional(Number(type, *value)) : std::nullopt;
      }
      if (!std::isfinite(floating_)) return std::nullopt;
      if (const auto value = read_fixed(fmt::format("{:.18f}", floating_))) return Number(type, *value);
      return std::nullopt;
    case Type::Integer:
      break;
  }
  if (type_ == Type::Decimal) {
    const Fixed whole = fixed_ / kOne;
    return fits_integer(whole) ? std::optional(Number(type, whole)) : std::nullopt;
  }
  const double whole = std::trunc(floating_);
  if (!(whole >= -9.2e18 && whole <= 9.2e18)) return std::nullopt;
  return Number(static_cast<std::int64_t>(whole));
}

std::optional<std::pair<Number, Number>> Number::promoted(const Number& a, const Number& b) {
  const Type type = std::max(a.type_, b.type_);
  const auto first = a.as(type), second = b.as(type);
  if (!first || !second) return std::nullopt;
  return std::pair(*first, *second);
}

namespace {

Number floating_result(Number::Type type, double value) {
  return {type, type == Number::Type::Float ? static_cast<double>(static_cast<float>(value)) : value};
}

}  // namespace

std::optional<Number> Number::plus(const Number& other) const {
  const auto both = promoted(*this, other);
  if (!both) return std::nullopt;
  const auto& [a, b] = *both;
  if (a.type_ > Type::Decimal) return floating_result(a.type_, a.floating_ + b.floating_);
  const auto sum = add(a.fixed_, b.fixed_);
  if (!sum || (a.type_ == Type::Integer && !fits_integer(*sum))) return std::nullopt;
  return Number(a.type_, *sum);
}

std::optional<Number> Number::negated() const {
  if (type_ > Type::Decimal) return Number(type_, -floating_);
  const auto value = multiply(fixed_, -1);
  if (!value || (type_ == Type::Integer && !fits_integer(*value))) return std::nullopt;
  return Number(type_, *value);
}

std::optional<Number> Number::minus(const Number& other) const {
  const auto negative = other.negated();
  return negative ? plus(*negative) : std::nullopt;
}

std::optional<Number> Number::times(const Number& other) const {
  const auto both = promoted(*this, other);
  if (!both) return std::nullopt;
  const auto& [a, b] = *both;
  if (a.type_ > Type::Decimal) return floating_result(a.type_, a.floating_ * b.floating_);
  const auto product = a.type_ == Type::Integer ? multiply(a.fixed_, b.fixed_) : multiply_decimals(a.fixed_, b.fixed_);
  if (!product || (a.type_ == Type::Integer && !fits_integer(*product))) return std::nullopt;
  return Number(a.type_, *product);
}

std::optional<Number> Number::divided_by(const Number& other) const {
  const auto both = type_ == Type::Integer && other.type_ == Type::Integer ? promoted(*as(Type::Decimal), other) : promoted(*this, other);
  if (!both) return std::nullopt;
  const auto& [a, b] = *both;
  if (a.type_ > Type::Decimal) return floating_result(a.type_, a.floating_ / b.floating_);
  if (b.fixed_ == 0) return std::nullopt;
  const auto quotient = divide_decimals(a.fixed_, b.fixed_);
  return quotient ? std::optional(Number(a.type_, *quotient)) : std::nullopt;
}

Number Number::rounded(Rounding way) const {
  if (type_ == Type::Integer) return *this;
  if (type_ > Type::Decimal)
    return {type_, way == Rounding::Up     ? std::ceil(floating_)
                   : way == Rounding::Down ? std::floor(floating_)
                                           : std::floor(floating_ + 0.5)};
  Fixed value = fixed_;
  if (way == Rounding::Nearest) value += kOne / 2;
  Fixed whole = value / kOne;
  const Fixed rest = value % kOne;
  if (way == Rounding::Up ? rest > 0 : rest < 0) whole += way == Rounding::Up ? 1 : -1;
  return {type_, whole * kOne};
}

Number Number::absolute() const {
  if (type_ > Type::Decimal) return {type_, std::fabs(floating_)};
  return {type_, fixed_ < 0 ? -fixed_ : fixed_};
}

const Node* Number::node(NodeTable& nodes) const {
  switch (type_) {
    case Type::Integer:
      return nodes.literal(fmt::format("{}", integer()), nodes.iri(xsd::integer));
    case Type::Decimal:
      return nodes.literal(write_fixed(fixed_), nodes.iri(xsd::decimal));
    case Type::Float:
      return nodes.literal(write_floating(floating_, true), nodes.iri(std::string(xsd::base) + "float"));
    default:
      return nodes.literal(write_floating(floating_, false), nodes.iri(xsd::double_));
  }
}

}  // namespace musclekg
