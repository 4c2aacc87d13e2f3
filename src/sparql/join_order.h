// Which part of a group is joined next.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sparql/expressions.h"
#include "sparql/query_dataset.h"

namespace musclekg {

/// Whether a group has the same solutions when its variables are bound by what stands around it: it has nothing but triples, paths, unions
/// and groups of such, in graphs that are named, and filters on variables that it always binds itself (section 18.2.1 for the scope).
bool is_substitutable(const QueryGroup& group);

/// The variables that an expression speaks of; `exists`: whether EXISTS is in it.
void variables_of(const QueryExpression& expression, std::vector<std::string_view>& variables, bool& exists);

/// An estimate of the matches of parts of a group, of which only the order matters.
class JoinOrder {
 public:
  /// `bound`: the variables that all solutions so far bind.
  JoinOrder(QueryDataset& dataset, const QueryVariables& variables, const Graph& graph, const std::vector<bool>& bound)
      : dataset_(dataset), variables_(variables), graph_(graph), bound_(bound) {}

  /// The one of `parts` to be joined next: with the fewest matches for each solution, those that speak of a bound variable before others.
  std::size_t next(std::span<const QueryElement* const> parts) const;

 private:
  struct Estimate {
    double matches;
    bool near;  ///< speaks of a bound variable
  };

  Estimate estimate(const QueryElement& element) const;
  Estimate estimate(const QueryTriple& triple) const;
  Estimate estimate(const QueryGroup& group) const;
  bool is_bound(const QueryTerm& term) const;

  QueryDataset& dataset_;
  const QueryVariables& variables_;
  const Graph& graph_;
  const std::vector<bool>& bound_;
};

}  // namespace musclekg
