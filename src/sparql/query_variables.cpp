#include "sparql/query_variables.h"

#include <fmt/format.h>

#include <algorithm>

#include "sparql/parse_query.h"
#include "sparql/query_functions.h"

namespace musclekg {

namespace {

void collect(const QueryGroup& group, std::vector<std::string>& names, bool all);

void collect(const QueryTerm& term, std::vector<std::string>& names) {
  if (term.is_variable() && std::find(names.begin(), names.end(), term.value) == names.end()) names.push_back(term.value);
}

void collect(const QueryExpression& expression, std::vector<std::string>& names) {
  collect(expression.term, names);
  if (expression.group) collect(*expression.group, names, true);
  for (const QueryExpression& operand : expression.operands) collect(operand, names);
}

/// `all`: also what only filters and the right sides of MINUS speak of.
void collect(const QueryElement& element, std::vector<std::string>& names, bool all) {
  collect(element.triple.subject, names);
  collect(element.triple.predicate, names);
  collect(element.triple.object, names);
  if (all) collect(element.expression, names);
  collect(element.term, names);
  for (const QueryTerm& variable : element.variables) collect(variable, names);
  if (element.subquery)
    for (const std::string& name : selected_variables(*element.subquery))
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  if (element.kind == QueryElement::Kind::Minus && !all) return;
  for (const QueryGroup& group : element.groups) collect(group, names, all);
}

void collect(const QueryGroup& group, std::vector<std::string>& names, bool all) {
  for (const QueryElement& element : group.elements) collect(element, names, all);
}

bool has_aggregate(const QueryExpression& expression) {
  return expression.kind == QueryExpression::Kind::Aggregate ||
         std::any_of(expression.operands.begin(), expression.operands.end(), has_aggregate);
}

bool is_grouped(const SparqlQuery& query) {
  return !query.group_by.empty() || !query.having.empty() ||
         std::any_of(query.columns.begin(), query.columns.end(),
                     [](const QueryColumn& column) { return column.expression && has_aggregate(*column.expression); }) ||
         std::any_of(query.order_by.begin(), query.order_by.end(), [](const QueryOrder& order) { return has_aggregate(order.expression); });
}

/// Looks for faults, part by part.
class Checker {
 public:
  Checker(std::string_view name, Diagnostics& diagnostics) : name_(name), diagnostics_(diagnostics) {}

  void check(const SparqlQuery& query) {
    check(query.where);
    std::vector<std::string> bound = visible_variables(query.where);
    if (query.values)
      for (const QueryTerm& variable : query.values->variables) collect(variable, bound);
    for (const QueryColumn& key : query.group_by)
      if (key.expression) check(*key.expression, false);
    for (const QueryColumn& column : query.columns)
      if (column.expression) check_alias(column, bound);
    for (const QueryExpression& condition : query.having) check(condition, true);
    for (const QueryOrder& order : query.order_by) check(order.expression, true);
    if (is_grouped(query)) check_groups(query);
  }

 private:
  void scope(Position place, std::string text, std::string hint = {}) {
    diagnostics_.error({name_, place}, "sparql-scope", std::move(text), std::move(hint));
  }

  void check_alias(const QueryColumn& column, std::vector<std::string>& bound) {
    check(*column.expression, true);
    const std::string& name = column.variable.value;
    if (std::find(bound.begin(), bound.end(), name) != bound.end())
      scope(column.variable.place, fmt::format("?{} has a value already, and cannot be given another", name),
            "give the expression a new name");
    bound.push_back(name);
  }

  /// Outside aggregates, groups have their keys only.
  void check_groups(const SparqlQuery& query) {
    if (query.all) scope(query.place, "SELECT * cannot stand with GROUP BY or an aggregate", "name the keys and the aggregates");
    std::vector<std::string> keys;
    for (const QueryColumn& key : query.group_by)
      if (key.variable.is_variable()) keys.push_back(key.variable.value);
    for (const QueryColumn& column : query.columns) {
      if (column.expression) {
        check_keys(*column.expression, keys);
        keys.push_back(column.variable.value);
      } else if (std::find(keys.begin(), keys.end(), column.variable.value) == keys.end()) {
        scope(column.variable.place, fmt::format("?{} is no key of the groups: it may have many values in one", column.variable.value),
              fmt::format("add it to GROUP BY, or write (SAMPLE(?{0}) AS ?one_{0})", column.variable.value));
      }
    }
  }

  void check_keys(const QueryExpression& expression, const std::vector<std::string>& keys) {
    if (expression.kind == QueryExpression::Kind::Aggregate) return;
    if (expression.term.is_variable() && std::find(keys.begin(), keys.end(), expression.term.value) == keys.end())
      scope(expression.term.place, fmt::format("?{} is no key of the groups: it may have many values in one", expression.term.value),
            "add it to GROUP BY, or put it into an aggregate");
    for (const QueryExpression& operand : expression.operands) check_keys(operand, keys);
  }

  void check(const QueryGroup& group) {
    std::vector<std::string> bound;
    for (const QueryElement& element : group.elements) {
      check(element.expression, false);
      if (element.kind == QueryElement::Kind::Service)
        diagnostics_.error({name_, element.place}, "not-embedded", "SERVICE asks another server, and nothing here goes to the network",
                           "send the whole query to a server with --endpoint");
      if (element.kind == QueryElement::Kind::Bind && std::find(bound.begin(), bound.end(), element.term.value) != bound.end())
        scope(element.term.place, fmt::format("?{} has a value already, and cannot be given another", element.term.value),
              "give the expression a new name");
      for (const QueryGroup& inner : element.groups) check(inner);
      if (element.subquery) check(*element.subquery);
      collect(element, bound, false);
    }
  }

  void check(const QueryExpression& expression, bool aggregates) {
    if (expression.kind == QueryExpression::Kind::Aggregate && !aggregates)
      scope(expression.place, fmt::format("{} stands where there are no groups", expression.name),
            "aggregates stand in SELECT, HAVING and ORDER BY");
    if (expression.kind == QueryExpression::Kind::Function)
      if (const QueryFunction* const row = query_function(expression.name); row != nullptr && row->changing)
        diagnostics_.error({name_, expression.place}, "not-embedded", fmt::format("{} answers differently in each run", row->name),
                           "leave it out, or send the query to a server with --endpoint");
    if (expression.kind == QueryExpression::Kind::Call && query_cast(expression.name) == nullptr)
      diagnostics_.error({name_, expression.place}, "not-embedded", fmt::format("no function <{}> is known", expression.name),
                         "SPARQL's casts are xsd:boolean, date, dateTime, decimal, double, float, integer and string");
    if (expression.group) check(*expression.group);
    for (const QueryExpression& operand : expression.operands)
      check(operand, aggregates && expression.kind != QueryExpression::Kind::Aggregate);
  }

  std::string_view name_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<std::string> visible_variables(const QueryGroup& group) {
  std::vector<std::string> result;
  collect(group, result, false);
  std::erase_if(result, [](const std::string& name) { return name.starts_with(kHiddenVariable); });
  return result;
}

std::vector<std::string> selected_variables(const SparqlQuery& query) {
  std::vector<std::string> result;
  if (query.all) {
    result = visible_variables(query.where);
    if (query.values)
      for (const QueryTerm& variable : query.values->variables) collect(variable, result);
  }
  for (const QueryColumn& column : query.columns) result.push_back(column.variable.value);
  return result;
}

QueryVariables variables_of(const SparqlQuery& query) {
  std::vector<std::string> names;
  collect(query.where, names, true);
  if (query.values)
    for (const QueryTerm& variable : query.values->variables) collect(variable, names);
  for (const auto* const columns : {&query.columns, &query.group_by})
    for (const QueryColumn& column : *columns) {
      collect(column.variable, names);
      if (column.expression) collect(*column.expression, names);
    }
  for (const QueryExpression& condition : query.having) collect(condition, names);
  for (const QueryOrder& order : query.order_by) collect(order.expression, names);
  for (const QueryTerm& term : query.described) collect(term, names);
  for (const QueryTriple& triple : query.construct)
    for (const QueryTerm* const term : {&triple.subject, &triple.predicate, &triple.object}) collect(*term, names);
  QueryVariables result;
  for (const std::string& name : names) result.emplace(name, result.size());
  return result;
}

bool check_query(const SparqlQuery& query, std::string_view name, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::Error);
  Checker(name, diagnostics).check(query);
  return diagnostics.count(Severity::Error) == before;
}

}  // namespace musclekg
