// Paths of properties over a graph (SPARQL 1.1, section 9).

#pragma once

#include <functional>
#include <map>
#include <vector>

#include "rdf/graph.h"
#include "sparql/query.h"

namespace musclekg {

/// Follows one path in one graph. What was found from a node is kept: asking again costs nothing.
class PathSearch {
 public:
  /// All outlive this. `nodes` made the graph's nodes.
  PathSearch(const QueryPath& path, const Graph& graph, NodeTable& nodes) : path_(path), graph_(graph), nodes_(nodes) {}

  /// Where the path leads from a node, each end once; a repeated path of length zero ends where it begins, whether the graph has the node
  /// or not. Linear in the edges that are passed.
  const std::vector<const Node*>& ends(const Node* from);

  /// The nodes from which the path leads to one.
  const std::vector<const Node*>& beginnings(const Node* to);

  /// All nodes of the graph that are a subject or an object: where a path without a bound end begins.
  std::vector<const Node*> everywhere() const;

 private:
  using Take = std::function<void(const Node*)>;

  void step(const QueryPath& path, const Node* from, bool backwards, const Take& take);
  void repeat(const QueryPath& path, const Node* from, bool backwards, const Take& take);
  void others(const QueryPath& path, const Node* from, bool backwards, const Take& take);
  const std::vector<const Node*>& search(std::map<const Node*, std::vector<const Node*>>& found, const Node* from, bool backwards);

  const QueryPath& path_;
  const Graph& graph_;
  NodeTable& nodes_;
  std::map<const Node*, std::vector<const Node*>> ends_, beginnings_;
};

}  // namespace musclekg
