// The solutions of graph patterns (SPARQL 1.1, section 18).

#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sparql/expressions.h"
#include "sparql/query_dataset.h"
#include "sparql/solutions.h"

namespace musclekg {

/// Evaluates the groups of one query. What a group may begin with is looked up in the graph's indexes, pattern by pattern, the one with the
/// fewest matches first; groups whose meaning does not allow that are evaluated by themselves and joined by hashing.
class PatternEvaluator {
 public:
  /// The solutions of a subquery in a graph, in the places of the variables that it projects.
  using Subquery = std::function<Solutions(const SparqlQuery&, const Graph&)>;

  /// All outlive this. `variables` has every variable of the query.
  PatternEvaluator(QueryDataset& dataset, const QueryVariables& variables, std::int64_t now, Subquery subquery);

  /// The solutions of a group in a graph, which a part in GRAPH takes the place of.
  Solutions evaluate(const QueryGroup& group, const Graph& graph);

  Expressions& expressions() { return expressions_; }

 private:
  /// Solutions of `group` that go with one of `input`, joined with it. Filters and all see what `input` binds.
  Solutions extend(const QueryGroup& group, Solutions input, const Graph& graph);
  Solutions join_next(const QueryElement& element, const Solutions& input, const Graph& graph);
  Solutions join_triple(const QueryTriple& triple, const Solutions& input, const Graph& graph);
  Solutions join_path(const QueryElement& element, const Solutions& input, const Graph& graph);
  Solutions join_group(const QueryGroup& group, const Solutions& input, const Graph& graph);
  Solutions join_graph(const QueryElement& element, const Solutions& input);
  Solutions values(const QueryElement& element);
  Solutions optional(const QueryElement& element, const Solutions& input, const Graph& graph);
  Solutions bind(const QueryElement& element, const Solutions& input);
  Solutions filter(const QueryExpression& expression, Solutions input, const Graph& graph);

  std::size_t place(const QueryTerm& variable) const { return variables_.find(variable.value)->second; }
  const Node* bound(const QueryTerm& term, std::span<const Node* const> row);

  QueryDataset& dataset_;
  const QueryVariables& variables_;
  Subquery subquery_;
  Expressions expressions_;
  const Graph* filtered_ = nullptr;  ///< the graph in which EXISTS looks
  unsigned within_exists_ = 0;
};

}  // namespace musclekg
