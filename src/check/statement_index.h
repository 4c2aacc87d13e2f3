// Which statements are about an edge.

#pragma once

#include <span>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "check/graph_terms.h"

namespace musclekg {

/// Built once over a graph, in n log n.
class StatementIndex {
 public:
  /// Both live as long.
  StatementIndex(const Graph& graph, const GraphTerms& terms);

  bool empty() const { return statements_.empty(); }

  /// The statements about an edge, in whatever graph it stands, by the order of N-Triples.
  std::vector<const Node*> about(const Quad& edge) const;

  bool states(const Quad& edge) const;

  /// What a statement is about; the first of each part. A part that it lacks is nullptr.
  Quad edge_of(const Node* statement) const;

 private:
  using Row = std::pair<Fingerprint, const Node*>;
  std::span<const Row> rows_of(const Quad& edge) const;

  const Graph& graph_;
  const GraphTerms& terms_;
  std::vector<Row> statements_;  ///< sorted
};

}  // namespace musclekg
