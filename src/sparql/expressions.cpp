#include "sparql/expressions.h"

#include "base/text.h"
#include "rdf/lexical.h"
#include "rdf/literal_order.h"
#include "rdf/vocabulary.h"
#include "sparql/number.h"
#include "sparql/query_functions.h"

namespace musclekg {

namespace {

bool is_literal(const Node* node) { return node->kind == Node::Kind::Literal; }

/// Whether the datatype's values are known, so that two different terms of it can be told to be different.
bool is_known(const Node* literal) {
  if (literal->datatype == nullptr) return true;
  return LiteralValue(literal).family() != LiteralValue::Family::None;
}

/// Two moments of one kind that are not ordered: one has a zone and the other not, so that it is not known whether they are equal.
bool same_kind_of_time(LiteralValue::Family a, LiteralValue::Family b) {
  const auto kind = [](LiteralValue::Family family) {
    const int place = static_cast<int>(family) - static_cast<int>(LiteralValue::Family::DateTime);
    return place < 0 ? -1 : place / 2;  // each stands before its form with a zone
  };
  return kind(a) >= 0 && kind(a) == kind(b);
}

/// The effective boolean value of a term.
std::optional<bool> truth_of(const Node* node) {
  if (node == nullptr || !is_literal(node)) return std::nullopt;
  if (node->datatype == nullptr) return node->language.empty() ? std::optional(!node->value.empty()) : std::nullopt;
  if (node->datatype->value == xsd::boolean) return node->value == "true" || node->value == "1";
  if (const auto number = Number::of(node)) return !number->is_zero_or_nan();
  if (node->datatype->value.starts_with(xsd::base) && LiteralValue(node).family() == LiteralValue::Family::None &&
      !well_formed_literal(node->value, node->datatype->value)) {
    const std::string_view name = node->datatype->value.substr(xsd::base.size());
    if (name == "integer" || name == "decimal" || name == "double" || name == "float") return false;
  }
  return std::nullopt;
}

}  // namespace

std::optional<bool> equal_values(const Node* a, const Node* b) {
  if (a == nullptr || b == nullptr) return std::nullopt;
  const LiteralValue first(a), second(b);
  const std::partial_ordering order = first <=> second;
  if (first.family() == LiteralValue::Family::NotANumber && second.family() != LiteralValue::Family::None) return false;
  if (order == std::partial_ordering::equivalent) return true;
  if (order != std::partial_ordering::unordered) return false;
  if (a == b) return true;
  if (!is_literal(a) || !is_literal(b)) return false;
  if (!a->language.empty() && a->value == b->value && ascii_lower(a->language) == ascii_lower(b->language)) return true;
  if (a->language.empty() != b->language.empty()) return false;
  if (!is_known(a) || !is_known(b)) return std::nullopt;
  return same_kind_of_time(first.family(), second.family()) ? std::nullopt : std::optional(false);
}

const Node* Expressions::boolean(bool value) { return nodes_.literal(value ? "true" : "false", nodes_.iri(xsd::boolean)); }

const Pattern* Expressions::pattern(std::string_view text, std::string_view flags) {
  std::string key(flags);
  key += '/';
  key += text;
  auto found = patterns_.find(key);
  if (found == patterns_.end()) {
    std::string fault;
    found = patterns_.emplace(std::move(key), Pattern::compile(text, flags, fault)).first;
  }
  return found->second ? &*found->second : nullptr;
}

std::optional<bool> Expressions::truth(const QueryExpression& expression, Row row) {
  using Kind = QueryExpression::Kind;
  if (expression.kind == Kind::Operator && expression.name != "+" && expression.name != "-" && expression.name != "*" &&
      expression.name != "/")
    return operation_truth(expression, row);
  if (expression.kind == Kind::In) return membership(expression, row);
  if (expression.kind == Kind::Exists) return exists_(*expression.group, row) == (expression.name == "EXISTS");
  if (expression.kind == Kind::Function && expression.name == "BOUND") {
    const auto variable = variables_.find(expression.operands.front().term.value);
    return variable != variables_.end() && row[variable->second] != nullptr;
  }
  return truth_of(value(expression, row));
}

std::optional<bool> Expressions::operation_truth(const QueryExpression& expression, Row row) {
  const std::string& name = expression.name;
  if (name == "!") {
    const auto inner = truth(expression.operands[0], row);
    return inner ? std::optional(!*inner) : std::nullopt;
  }
  if (name == "||" || name == "&&") {  // one error may be outvoted (section 17.2)
    const bool deciding = name == "||";
    const auto first = truth(expression.operands[0], row);
    if (first == deciding) return deciding;
    const auto second = truth(expression.operands[1], row);
    if (second == deciding) return deciding;
    return first && second ? std::optional(!deciding) : std::nullopt;
  }
  const Node* const a = value(expression.operands[0], row);
  const Node* const b = value(expression.operands[1], row);
  if (a == nullptr || b == nullptr) return std::nullopt;
  if (name == "=") return equal_values(a, b);
  if (name == "!=") {
    const auto equal = equal_values(a, b);
    return equal ? std::optional(!*equal) : std::nullopt;
  }
  const LiteralValue first(a), second(b);
  const std::partial_ordering order = first <=> second;
  if (order == std::partial_ordering::unordered) {
    using Family = LiteralValue::Family;
    const auto number = [](Family family) { return family >= Family::Decimal && family <= Family::NotANumber; };
    return number(first.family()) && number(second.family()) ? std::optional(false) : std::nullopt;
  }
  if (name == "<") return order < 0;
  if (name == ">") return order > 0;
  return name == "<=" ? order <= 0 : order >= 0;
}

std::optional<bool> Expressions::membership(const QueryExpression& expression, Row row) {
  const Node* const wanted = value(expression.operands[0], row);
  if (wanted == nullptr) return std::nullopt;
  const bool negated = expression.name == "NOT IN";
  bool error = false;
  for (std::size_t i = 1; i < expression.operands.size(); ++i) {
    const auto equal = equal_values(wanted, value(expression.operands[i], row));
    if (equal == true) return !negated;
    error = error || !equal;
  }
  return error ? std::nullopt : std::optional(negated);
}

const Node* Expressions::arithmetic(const QueryExpression& expression, Row row) {
  const auto first = Number::of(value(expression.operands[0], row));
  if (!first) return nullptr;
  std::optional<Number> result;
  if (expression.operands.size() == 1) {
    result = first->negated();
  } else {
    const auto second = Number::of(value(expression.operands[1], row));
    if (!second) return nullptr;
    switch (expression.name.front()) {
      case '+':
        result = first->plus(*second);
        break;
      case '-':
        result = first->minus(*second);
        break;
      case '*':
        result = first->times(*second);
        break;
      default:
        result = first->divided_by(*second);
    }
  }
  return result ? result->node(nodes_) : nullptr;
}

const Node* Expressions::function(const QueryExpression& expression, Row row) {
  if (expression.name == "COALESCE") {
    for (const QueryExpression& operand : expression.operands)
      if (const Node* const found = value(operand, row)) return found;
    return nullptr;
  }
  if (expression.name == "IF") {
    const auto condition = truth(expression.operands[0], row);
    return condition ? value(expression.operands[*condition ? 1 : 2], row) : nullptr;
  }
  std::vector<const Node*> operands;
  for (const QueryExpression& operand : expression.operands) {
    operands.push_back(value(operand, row));
    if (operands.back() == nullptr) return nullptr;
  }
  const QueryFunction::Call call =
      expression.kind == QueryExpression::Kind::Call ? query_cast(expression.name) : query_function(expression.name)->call;
  return call != nullptr ? call(*this, operands) : nullptr;
}

const Node* Expressions::value(const QueryExpression& expression, Row row) {
  using Kind = QueryExpression::Kind;
  switch (expression.kind) {
    case Kind::Term: {
      const QueryTerm& term = expression.term;
      if (term.is_variable()) {
        const auto variable = variables_.find(term.value);
        return variable != variables_.end() ? row[variable->second] : nullptr;
      }
      if (term.kind == QueryTerm::Kind::Iri) return nodes_.iri(term.value);
      return term.datatype.empty() ? nodes_.text(term.value, term.language) : nodes_.literal(term.value, nodes_.iri(term.datatype));
    }
    case Kind::Operator:
      if (const char sign = expression.name.front();
          expression.name.size() == 1 && (sign == '+' || sign == '-' || sign == '*' || sign == '/'))
        return arithmetic(expression, row);
      break;
    case Kind::Call:
      return function(expression, row);
    case Kind::Function:
      if (expression.name != "BOUND") return function(expression, row);
      break;
    case Kind::Aggregate: {  // computed before, under this name
      const auto variable = variables_.find(expression.name);
      return variable != variables_.end() ? row[variable->second] : nullptr;
    }
    default:
      break;
  }
  const auto found = truth(expression, row);
  return found ? boolean(*found) : nullptr;
}

}  // namespace musclekg
