// Functions of numbers (SPARQL 1.1, section 17.4.4), and of dates and times (17.4.5).

#include <fmt/format.h>

#include <string>

#include "base/text.h"
#include "rdf/lexical.h"
#include "rdf/lexical_time.h"
#include "rdf/vocabulary.h"
#include "sparql/expressions.h"
#include "sparql/number.h"
#include "sparql/query_functions.h"

namespace musclekg {

namespace {

using Operands = std::span<const Node* const>;

const Node* absolute(Expressions& expressions, Operands operands) {
  const auto number = Number::of(operands[0]);
  return number ? number->absolute().node(expressions.nodes()) : nullptr;
}

template <Number::Rounding way>
const Node* rounded(Expressions& expressions, Operands operands) {
  const auto number = Number::of(operands[0]);
  return number ? number->rounded(way).node(expressions.nodes()) : nullptr;
}

/// A well-formed xsd:dateTime, xsd:date or xsd:time: its date and its time, either of which may be empty, and its zone as written.
struct Moment {
  std::string_view year, month, day, time, zone;
};

std::optional<Moment> moment(const Node* node) {
  if (node->kind != Node::Kind::Literal || node->datatype == nullptr || !node->datatype->value.starts_with(xsd::base)) return std::nullopt;
  const std::string_view name = node->datatype->value.substr(xsd::base.size());
  if ((name != "dateTime" && name != "date" && name != "time" && name != "dateTimeStamp") ||
      !well_formed_literal(node->value, node->datatype->value))
    return std::nullopt;
  const auto parts = without_zone(node->value);
  if (!parts) return std::nullopt;
  Moment result;
  std::string_view text = parts->text;
  result.zone = node->value.substr(text.size());
  if (name != "time") {
    result.year = take_year(text);
    result.month = text.substr(1, 2);
    result.day = text.substr(4, 2);
    text.remove_prefix(name == "date" ? text.size() : 7);
  }
  result.time = text;
  return result;
}

/// A part of a moment as a number: "007" is 7.
const Node* part(Expressions& expressions, std::string_view digits, std::string_view datatype) {
  if (digits.empty()) return nullptr;
  NodeTable& nodes = expressions.nodes();
  const auto number = Number::of(nodes.literal(digits, nodes.iri(datatype)));
  return number ? number->node(nodes) : nullptr;
}

const Node* year(Expressions& e, Operands o) {
  const auto found = moment(o[0]);
  return found ? part(e, found->year, xsd::integer) : nullptr;
}
const Node* month(Expressions& e, Operands o) {
  const auto found = moment(o[0]);
  return found ? part(e, found->month, xsd::integer) : nullptr;
}
const Node* day(Expressions& e, Operands o) {
  const auto found = moment(o[0]);
  return found ? part(e, found->day, xsd::integer) : nullptr;
}
const Node* hours(Expressions& e, Operands o) {
  const auto found = moment(o[0]);
  return found ? part(e, found->time.substr(0, 2), xsd::integer) : nullptr;
}
const Node* minutes(Expressions& e, Operands o) {
  const auto found = moment(o[0]);
  return found && !found->time.empty() ? part(e, found->time.substr(3, 2), xsd::integer) : nullptr;
}
const Node* seconds(Expressions& e, Operands o) {
  const auto found = moment(o[0]);
  return found && !found->time.empty() ? part(e, found->time.substr(6), xsd::decimal) : nullptr;
}

const Node* tz(Expressions& expressions, Operands operands) {
  const auto found = moment(operands[0]);
  return found ? expressions.nodes().text(found->zone) : nullptr;
}

/// As an xsd:dayTimeDuration: "-PT5H", "PT0S".
const Node* timezone_of(Expressions& expressions, Operands operands) {
  const auto found = moment(operands[0]);
  if (!found || found->zone.empty()) return nullptr;
  int offset = 0;
  if (const auto parts = without_zone(operands[0]->value); parts && parts->zone) offset = *parts->zone;
  const int size = offset < 0 ? -offset : offset;
  std::string text = offset < 0 ? "-PT" : "PT";
  if (size >= 60) text += fmt::format("{}H", size / 60);
  if (size % 60 != 0) text += fmt::format("{}M", size % 60);
  if (size == 0) text += "0S";
  NodeTable& nodes = expressions.nodes();
  return nodes.literal(text, nodes.iri(fmt::format("{}dayTimeDuration", xsd::base)));
}

const Node* now(Expressions& expressions, Operands) {
  NodeTable& nodes = expressions.nodes();
  const std::int64_t second = expressions.now() % 86400;
  return nodes.literal(fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(expressions.now()), second / 3600, second / 60 % 60, second % 60),
                       nodes.iri(fmt::format("{}dateTime", xsd::base)));
}

constexpr QueryFunction kRows[] = {
    {"ABS", 1, 1, absolute},
    {"CEIL", 1, 1, rounded<Number::Rounding::Up>},
    {"DAY", 1, 1, day},
    {"FLOOR", 1, 1, rounded<Number::Rounding::Down>},
    {"HOURS", 1, 1, hours},
    {"MINUTES", 1, 1, minutes},
    {"MONTH", 1, 1, month},
    {"NOW", 0, 0, now},
    {"RAND", 0, 0, nullptr, true},
    {"ROUND", 1, 1, rounded<Number::Rounding::Nearest>},
    {"SECONDS", 1, 1, seconds},
    {"TIMEZONE", 1, 1, timezone_of},
    {"TZ", 1, 1, tz},
    {"YEAR", 1, 1, year},
};

}  // namespace

std::span<const QueryFunction> number_functions() { return kRows; }

}  // namespace musclekg
