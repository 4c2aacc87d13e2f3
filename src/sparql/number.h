// Numbers of SPARQL expressions (SPARQL 1.1, section 17.3; XPath and XQuery Functions 3.0, section 4).

#pragma once

#include <cstdint>
#include <optional>

#include "rdf/node.h"

namespace musclekg {

/// A number in the widest of its two operands' types. Integers have 64 bits, decimals 128 bits with 18 digits behind the point; what does
/// not fit is an error, as is dividing an integer or a decimal by zero.
class Number {
 public:
  enum class Type : std::uint8_t { Integer, Decimal, Float, Double };
  __extension__ using Fixed = __int128;

  /// Of a literal of xsd:integer, a type derived from it, xsd:decimal, xsd:float or xsd:double; nothing for any other, and for one that is
  /// not well-formed.
  static std::optional<Number> of(const Node* node);

  explicit Number(std::int64_t integer) : type_(Type::Integer), fixed_(integer) {}
  Number(Type type, double floating) : type_(type), floating_(floating) {}

  Type type() const { return type_; }
  std::int64_t integer() const { return static_cast<std::int64_t>(fixed_); }
  double as_double() const;
  bool is_zero_or_nan() const;

  std::optional<Number> plus(const Number& other) const;
  std::optional<Number> minus(const Number& other) const;
  std::optional<Number> times(const Number& other) const;
  /// Integers give a decimal.
  std::optional<Number> divided_by(const Number& other) const;
  std::optional<Number> negated() const;

  enum class Rounding : std::uint8_t { Up, Down, Nearest };  ///< Nearest: halves up
  Number rounded(Rounding way) const;
  Number absolute() const;

  /// As another type; nothing where the value does not fit, as NaN in a decimal. To an integer the fraction is cut off.
  std::optional<Number> as(Type type) const;

  /// The literal, in canonical form.
  const Node* node(NodeTable& nodes) const;

 private:
  Number(Type type, Fixed fixed) : type_(type), fixed_(fixed) {}

  /// Both in their common type.
  static std::optional<std::pair<Number, Number>> promoted(const Number& a, const Number& b);

  Type type_;
  Fixed fixed_ = 0;  ///< of an integer; of a decimal in units of 10^-18
  double floating_ = 0;
};

}  // namespace musclekg
