// Functions of terms (SPARQL 1.1, section 17.4.2), and casts (17.5).

#include <fmt/format.h>

#include <charconv>
#include <string>

#include "base/iri_reference.h"
#include "base/text.h"
#include "rdf/lexical.h"
#include "rdf/vocabulary.h"
#include "sparql/expressions.h"
#include "sparql/number.h"
#include "sparql/query_functions.h"

namespace musclekg {

namespace {

using Operands = std::span<const Node* const>;

bool is_literal(const Node* node) { return node->kind == Node::Kind::Literal; }
bool is_plain(const Node* node) { return is_literal(node) && node->datatype == nullptr && node->language.empty(); }

const Node* is_iri(Expressions& expressions, Operands operands) { return expressions.boolean(operands[0]->kind == Node::Kind::Iri); }
const Node* is_blank(Expressions& expressions, Operands operands) { return expressions.boolean(operands[0]->kind == Node::Kind::Blank); }
const Node* is_a_literal(Expressions& expressions, Operands operands) { return expressions.boolean(is_literal(operands[0])); }
const Node* is_numeric(Expressions& expressions, Operands operands) { return expressions.boolean(Number::of(operands[0]).has_value()); }
const Node* same_term(Expressions& expressions, Operands operands) { return expressions.boolean(operands[0] == operands[1]); }

const Node* str(Expressions& expressions, Operands operands) {
  return operands[0]->kind == Node::Kind::Blank ? nullptr : expressions.nodes().text(operands[0]->value);
}

const Node* lang(Expressions& expressions, Operands operands) {
  return is_literal(operands[0]) ? expressions.nodes().text(operands[0]->language) : nullptr;
}

const Node* datatype(Expressions& expressions, Operands operands) {
  if (!is_literal(operands[0])) return nullptr;
  if (operands[0]->datatype != nullptr) return operands[0]->datatype;
  return expressions.nodes().iri(operands[0]->language.empty() ? xsd::string : rdf::langString);
}

const Node* iri(Expressions& expressions, Operands operands) {
  if (operands[0]->kind == Node::Kind::Iri) return operands[0];
  if (!is_plain(operands[0])) return nullptr;
  const std::string text =
      has_scheme(operands[0]->value) ? std::string(operands[0]->value) : resolve_iri(expressions.base(), operands[0]->value);
  return valid_iri(text) ? expressions.nodes().iri(text) : nullptr;
}

const Node* strdt(Expressions& expressions, Operands operands) {
  if (!is_plain(operands[0]) || operands[1]->kind != Node::Kind::Iri || operands[1]->value == rdf::langString) return nullptr;
  return expressions.nodes().literal(operands[0]->value, operands[1]);
}

const Node* strlang(Expressions& expressions, Operands operands) {
  if (!is_plain(operands[0]) || !is_plain(operands[1]) || operands[1]->value.empty()) return nullptr;
  for (const char c : operands[1]->value)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) return nullptr;
  return expressions.nodes().text(operands[0]->value, operands[1]->value);
}

constexpr QueryFunction kRows[] = {
    {"BNODE", 0, 1, nullptr, true},
    {"BOUND", 1, 1, nullptr},
    {"COALESCE", 1, kAnyNumber, nullptr},
    {"DATATYPE", 1, 1, datatype},
    {"IF", 3, 3, nullptr},
    {"IRI", 1, 1, iri},
    {"ISBLANK", 1, 1, is_blank},
    {"ISIRI", 1, 1, is_iri},
    {"ISLITERAL", 1, 1, is_a_literal},
    {"ISNUMERIC", 1, 1, is_numeric},
    {"ISURI", 1, 1, is_iri},
    {"LANG", 1, 1, lang},
    {"SAMETERM", 2, 2, same_term},
    {"STR", 1, 1, str},
    {"STRDT", 2, 2, strdt},
    {"STRLANG", 2, 2, strlang},
    {"STRUUID", 0, 0, nullptr, true},
    {"URI", 1, 1, iri},
    {"UUID", 0, 0, nullptr, true},
};

/// From a number, a boolean, or text that is written as one.
const Node* to_number(Expressions& expressions, const Node* node, Number::Type type, std::string_view datatype) {
  NodeTable& nodes = expressions.nodes();
  std::optional<Number> number = Number::of(node);
  if (is_plain(node)) {
    const std::string_view text = trim(node->value);
    if (!well_formed_literal(text, datatype)) return nullptr;
    number = Number::of(nodes.literal(text, nodes.iri(datatype)));
  } else if (is_literal(node) && node->datatype != nullptr && node->datatype->value == xsd::boolean) {
    number = Number(static_cast<std::int64_t>(node->value == "true" || node->value == "1"));
  }
  if (!number) return nullptr;
  number = number->as(type);
  return number ? number->node(nodes) : nullptr;
}

const Node* to_integer(Expressions& e, Operands o) { return to_number(e, o[0], Number::Type::Integer, xsd::integer); }
const Node* to_decimal(Expressions& e, Operands o) { return to_number(e, o[0], Number::Type::Decimal, xsd::decimal); }
const Node* to_double(Expressions& e, Operands o) { return to_number(e, o[0], Number::Type::Double, xsd::double_); }
const Node* to_float(Expressions& e, Operands o) { return to_number(e, o[0], Number::Type::Float, fmt::format("{}float", xsd::base)); }

const Node* to_boolean(Expressions& expressions, Operands operands) {
  const Node* const node = operands[0];
  if (const auto number = Number::of(node)) return expressions.boolean(!number->is_zero_or_nan());
  if (!is_plain(node) && !(is_literal(node) && node->datatype != nullptr && node->datatype->value == xsd::boolean)) return nullptr;
  const std::string_view text = trim(node->value);
  if (text == "true" || text == "1") return expressions.boolean(true);
  return text == "false" || text == "0" ? expressions.boolean(false) : nullptr;
}

/// The shortest decimal text that gives this number again.
template <class Floating>
std::string without_exponent(Floating value) {
  char text[64];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr};
}

/// Numbers and truth values in canonical form; floating numbers between 10^-6 and 10^6, and zero, without exponent (XPath and XQuery
/// Functions 3.0, section 19.1.2.2).
const Node* to_string(Expressions& expressions, Operands operands) {
  if (operands[0]->kind == Node::Kind::Blank) return nullptr;
  if (const auto number = Number::of(operands[0])) {
    const double value = number->as_double();
    const double size = value < 0 ? -value : value;
    if (number->type() > Number::Type::Decimal && (size == 0 || (size >= 1e-6 && size < 1e6)))
      return expressions.nodes().text(number->type() == Number::Type::Float ? without_exponent(static_cast<float>(value))
                                                                            : without_exponent(value));
    return expressions.nodes().text(number->node(expressions.nodes())->value);
  }
  if (operands[0]->datatype != nullptr && operands[0]->datatype->value == xsd::boolean)
    if (const Node* const truth = to_boolean(expressions, operands)) return expressions.nodes().text(truth->value);
  return expressions.nodes().text(operands[0]->value);
}

/// Text in the form of a date or time; a date and time of the same.
template <const std::string_view& datatype>
const Node* to_time(Expressions& expressions, Operands operands) {
  NodeTable& nodes = expressions.nodes();
  const Node* const node = operands[0];
  if (is_literal(node) && node->datatype != nullptr && node->datatype->value == datatype) return node;
  const std::string_view text = trim(node->value);
  return is_plain(node) && well_formed_literal(text, datatype) ? nodes.literal(text, nodes.iri(datatype)) : nullptr;
}

constexpr std::string_view kDateTime = "http://www.w3.org/2001/XMLSchema#dateTime";

}  // namespace

std::span<const QueryFunction> term_functions() { return kRows; }

QueryFunction::Call query_cast(std::string_view iri) {
  if (!iri.starts_with(xsd::base)) return nullptr;
  const std::string_view name = iri.substr(xsd::base.size());
  if (name == "boolean") return to_boolean;
  if (name == "date") return to_time<xsd::date>;
  if (name == "dateTime") return to_time<kDateTime>;
  if (name == "decimal") return to_decimal;
  if (name == "double") return to_double;
  if (name == "float") return to_float;
  if (name == "integer") return to_integer;
  return name == "string" ? to_string : nullptr;
}

}  // namespace musclekg
