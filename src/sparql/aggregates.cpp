#include "sparql/aggregates.h"

#include <tsl/robin_set.h>

#include <string>

#include "rdf/literal_order.h"
#include "sparql/number.h"

namespace musclekg {

namespace {

using Family = LiteralValue::Family;

/// Literals whose values are in one order have one rank.
int rank(const LiteralValue& value) {
  if (value.node()->datatype == nullptr) return 1;
  switch (value.family()) {
    case Family::Decimal:
    case Family::Float:
    case Family::Double:
      return 0;
    case Family::String:
      return 1;
    case Family::NotANumber:
    case Family::None:
      return static_cast<int>(LiteralValue::kFamilies) + 2;
    default:
      return static_cast<int>(value.family()) + 2;
  }
}

int kind_rank(const Node* node) {
  if (node == nullptr) return 0;
  switch (node->kind) {
    case Node::Kind::Blank:
      return 1;
    case Node::Kind::Iri:
      return 2;
    default:
      return 3;
  }
}

const Node* total(const std::vector<const Node*>& values, bool average, Expressions& expressions) {
  std::optional<Number> sum = Number(0);
  for (const Node* const value : values) {
    const auto number = Number::of(value);
    if (!number) return nullptr;
    sum = sum->plus(*number);
    if (!sum) return nullptr;
  }
  if (average && !values.empty()) sum = sum->divided_by(Number(static_cast<std::int64_t>(values.size())));
  return sum ? sum->node(expressions.nodes()) : nullptr;
}

}  // namespace

int compare_terms(const Node* a, const Node* b) {
  if (a == b) return 0;
  if (const int kinds = kind_rank(a) - kind_rank(b); kinds != 0) return kinds;
  if (a->kind != Node::Kind::Literal) return a->value.compare(b->value);
  const LiteralValue first(a), second(b);
  if (const int ranks = rank(first) - rank(second); ranks != 0) return ranks;
  if (rank(first) == 1) {
    const int words = a->value.compare(b->value);
    return words != 0 ? words : a->language.compare(b->language);
  }
  const std::partial_ordering order = first <=> second;
  if (order == std::partial_ordering::unordered) return a->ntriples.compare(b->ntriples);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

const Node* aggregate_value(const QueryExpression& aggregate, const std::vector<Expressions::Row>& rows, Expressions& expressions) {
  if (aggregate.operands.empty()) {  // COUNT(*)
    tsl::robin_set<std::string> seen;
    if (aggregate.distinct)
      for (const Expressions::Row row : rows) seen.insert(std::string(reinterpret_cast<const char*>(row.data()), row.size_bytes()));
    return Number(static_cast<std::int64_t>(aggregate.distinct ? seen.size() : rows.size())).node(expressions.nodes());
  }
  std::vector<const Node*> values;
  tsl::robin_set<const Node*> seen;
  bool error = false;
  for (const Expressions::Row row : rows) {
    const Node* const value = expressions.value(aggregate.operands.front(), row);
    error = error || value == nullptr;
    if (value == nullptr || (aggregate.distinct && !seen.insert(value).second)) continue;
    values.push_back(value);
  }
  if (aggregate.name == "COUNT") return Number(static_cast<std::int64_t>(values.size())).node(expressions.nodes());
  if (aggregate.name == "SUM" || aggregate.name == "AVG") return error ? nullptr : total(values, aggregate.name == "AVG", expressions);
  if (aggregate.name == "GROUP_CONCAT") {
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]->kind == Node::Kind::Blank) return nullptr;
      if (i > 0) text += aggregate.separator.value_or(" ");
      text += values[i]->value;
    }
    return expressions.nodes().text(text);
  }
  const Node* best = values.empty() ? nullptr : values.front();
  if (aggregate.name == "SAMPLE") return best;
  for (const Node* const value : values) {
    const int order = compare_terms(value, best);
    if (aggregate.name == "MIN" ? order < 0 : order > 0) best = value;
  }
  return best;
}

}  // namespace musclekg
