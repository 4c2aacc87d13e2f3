// The statements of many topics put together, graph by graph and subject by subject, for files that people read.

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/hash_set.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Holds statements with nodes that last: those of the callers may be cleared. What is said twice counts once.
class GatheredQuads {
 public:
  /// `nodes`: the table of the run.
  explicit GatheredQuads(NodeTable& nodes) : nodes_(nodes) {}

  void add(std::span<const Quad> quads);
  bool empty() const { return quads_.empty(); }

  /// Calls `visit` for each graph, in the order of their first statements, with its statements in the order of their subjects' IRIs.
  /// Then forgets them. Sorts (n log n).
  void take(const std::function<void(std::span<const Quad>)>& visit);

 private:
  const Node* kept(const Node* node);

  NodeTable& nodes_;
  std::vector<Quad> quads_;
  std::vector<const Node*> graphs_;
  HashSet seen_;
};

}  // namespace musclekg
