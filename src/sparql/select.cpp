#include "sparql/select.h"

#include <fmt/format.h>
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <algorithm>
#include <numeric>

#include "sparql/aggregates.h"
#include "sparql/parse_query.h"
#include "sparql/query_variables.h"

namespace musclekg {

namespace {

/// The bytes of a row's addresses: equal for equal rows.
std::string identity(std::span<const Node* const> row) { return {reinterpret_cast<const char*>(row.data()), row.size_bytes()}; }

/// Takes the aggregates out of an expression: each becomes a hidden variable, under which its value will be found.
void take_aggregates(QueryExpression& expression, std::vector<QueryExpression>& aggregates) {
  if (expression.kind == QueryExpression::Kind::Aggregate) {
    aggregates.push_back(expression);
    expression.name = fmt::format("{}aggregate{}", kHiddenVariable, aggregates.size());
    return;
  }
  for (QueryExpression& operand : expression.operands) take_aggregates(operand, aggregates);
}

class Selection {
 public:
  Selection(const SparqlQuery& query, QueryDataset& dataset, const Graph& graph, std::int64_t now)
      : query_(query), variables_(variables_of(query)), dataset_(dataset), graph_(graph), now_(now) {
    for (QueryColumn& column : query_.columns)
      if (column.expression) take_aggregates(*column.expression, aggregates_);
    for (QueryExpression& condition : query_.having) take_aggregates(condition, aggregates_);
    for (QueryOrder& order : query_.order_by) take_aggregates(order.expression, aggregates_);
    for (std::size_t i = 1; i <= aggregates_.size(); ++i)
      variables_.emplace(fmt::format("{}aggregate{}", kHiddenVariable, i), variables_.size());
    patterns_ = std::make_unique<PatternEvaluator>(
        dataset_, variables_, now, [this](const SparqlQuery& subquery, const Graph& its_graph) { return inner(subquery, its_graph); });
    patterns_->expressions().set_base(query_.base);
  }

  SelectedRows run(const std::vector<std::string>& columns) {
    Solutions rows = patterns_->evaluate(query_.where, graph_);
    forget_hidden(rows);
    if (query_.values) rows = join(rows, values(*query_.values));
    if (!query_.group_by.empty() || !query_.having.empty() || !aggregates_.empty()) rows = grouped(std::move(rows));
    for (const QueryColumn& column : query_.columns)
      if (column.expression)
        for (std::size_t i = 0; i < rows.size(); ++i)
          rows[i][place(column.variable.value)] = expressions().value(*column.expression, rows[i]);
    for (const QueryExpression& condition : query_.having) rows = where(condition, rows);
    return project(rows, columns);
  }

 private:
  Expressions& expressions() { return patterns_->expressions(); }

  /// Takes away what blank nodes and steps of paths stood for: it is no part of a solution.
  void forget_hidden(Solutions& rows) const {
    for (const auto& [name, at] : variables_)
      if (name.starts_with(kHiddenVariable))
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i][at] = nullptr;
  }

  std::size_t place(const std::string& name) const { return variables_.find(name)->second; }

  /// A subquery sees nothing of what stands around it; its variables get the places that they have here.
  Solutions inner(const SparqlQuery& subquery, const Graph& graph) {
    const SelectedRows found = select_rows(subquery, selected_variables(subquery), dataset_, graph, now_);
    Solutions result(variables_.size());
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
      std::vector<const Node*> row(variables_.size());
      for (std::size_t k = 0; k < found.variables.size(); ++k) row[place(found.variables[k])] = found.rows[i][k];
      result.add(row);
    }
    return result;
  }

  Solutions values(const QueryElement& element) {
    QueryGroup group;
    group.elements.push_back(element);
    return patterns_->evaluate(group, graph_);
  }

  Solutions where(const QueryExpression& condition, const Solutions& rows) {
    Solutions result(rows.width());
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (expressions().truth(condition, rows[i]) == true) result.add(rows[i]);
    return result;
  }

  /// One row for each group, in the order of their first members: its keys and its aggregates. Keys with a name are variables of the
  /// members.
  Solutions grouped(Solutions rows) {
    struct Group {
      std::vector<const Node*> keys;
      std::vector<Expressions::Row> members;
    };
    std::vector<Group> groups;
    tsl::robin_map<std::string, std::size_t> by_keys;
    if (query_.group_by.empty()) groups.emplace_back();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::vector<const Node*> keys;
      for (const QueryColumn& key : query_.group_by)
        keys.push_back(key.expression ? expressions().value(*key.expression, rows[i]) : rows[i][place(key.variable.value)]);
      if (query_.group_by.empty()) {
        groups.front().members.push_back(rows[i]);
        continue;
      }
      for (std::size_t k = 0; k < keys.size(); ++k)
        if (query_.group_by[k].expression && query_.group_by[k].variable.is_variable())
          rows[i][place(query_.group_by[k].variable.value)] = keys[k];
      const auto [found, added] = by_keys.try_emplace(identity(keys), groups.size());
      if (added) groups.push_back({keys, {}});
      groups[found->second].members.push_back(rows[i]);
    }
    Solutions result(rows.width());
    for (const Group& group : groups) {
      std::vector<const Node*> row(rows.width());
      for (std::size_t k = 0; k < group.keys.size(); ++k)
        if (query_.group_by[k].variable.is_variable()) row[place(query_.group_by[k].variable.value)] = group.keys[k];
      for (std::size_t k = 0; k < aggregates_.size(); ++k)
        row[place(fmt::format("{}aggregate{}", kHiddenVariable, k + 1))] = aggregate_value(aggregates_[k], group.members, expressions());
      result.add(row);
    }
    return result;
  }

  /// The rows in order, by number.
  std::vector<std::size_t> ordered(const Solutions& rows) {
    std::vector<std::size_t> result(rows.size());
    std::iota(result.begin(), result.end(), std::size_t{0});
    if (query_.order_by.empty()) return result;
    std::vector<std::vector<const Node*>> keys(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (const QueryOrder& order : query_.order_by) keys[i].push_back(expressions().value(order.expression, rows[i]));
    std::stable_sort(result.begin(), result.end(), [&](std::size_t a, std::size_t b) {
      for (std::size_t k = 0; k < query_.order_by.size(); ++k)
        if (const int order = compare_terms(keys[a][k], keys[b][k]); order != 0)
          return query_.order_by[k].descending ? order > 0 : order < 0;
      return false;
    });
    return result;
  }

  SelectedRows project(const Solutions& rows, const std::vector<std::string>& columns) {
    SelectedRows result{columns, Solutions(columns.size())};
    std::vector<std::optional<std::size_t>> places;
    for (const std::string& name : columns) {
      const auto found = variables_.find(name);
      places.push_back(found == variables_.end() ? std::nullopt : std::optional(found->second));
    }
    tsl::robin_set<std::string> seen;
    std::uint64_t passed = 0;
    for (const std::size_t number : ordered(rows)) {
      if (query_.limit && result.rows.size() >= *query_.limit) break;
      std::vector<const Node*> row;
      for (const auto& at : places) row.push_back(at ? rows[number][*at] : nullptr);
      if (query_.distinct && !seen.insert(identity(row)).second) continue;
      if (passed++ < query_.offset) continue;
      result.rows.add(row);
    }
    return result;
  }

  SparqlQuery query_;
  QueryVariables variables_;
  QueryDataset& dataset_;
  const Graph& graph_;
  std::int64_t now_;
  std::vector<QueryExpression> aggregates_;
  std::unique_ptr<PatternEvaluator> patterns_;
};

}  // namespace

SelectedRows select_rows(const SparqlQuery& query, const std::vector<std::string>& columns, QueryDataset& dataset, const Graph& graph,
                         std::int64_t now) {
  return Selection(query, dataset, graph, now).run(columns);
}

}  // namespace musclekg
