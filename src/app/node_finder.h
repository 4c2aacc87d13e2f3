// From what a person writes on the command line to nodes of a graph.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/knowledge.h"
#include "check/graph_terms.h"

namespace musclekg {

/// Finds terms and predicates by id, IRI, prefixed name, or name (case and spacing aside: label, other label).
class NodeFinder {
 public:
  /// All live as long; `nodes` is the table of both graphs.
  NodeFinder(const Graph& graph, const Graph& vocabulary, const GraphTerms& terms, const Knowledge& knowledge, NodeTable& nodes);

  /// The nodes that `text` names among those that `fits` takes; several when a name is shared. Throws Failure when there is none, and
  /// says which name is near. `role`: what it was to be, for the message.
  std::vector<const Node*> terms(const std::string& text, std::string_view role, const std::function<bool(const Node*)>& fits);

  /// The predicates of edges that `text` names: besides the above also by the local name of the IRI ("hasAction"), or by the
  /// key of a record ("origins") that becomes them.
  std::vector<const Node*> predicates(const std::string& text);

 private:
  /// The nodes that `text` is the id or the IRI of; they need not be in the graph.
  std::vector<const Node*> by_id(std::string_view text) const;
  std::string label_of(const Node* predicate) const;

  const Graph& graph_;
  const Graph& vocabulary_;
  const GraphTerms& terms_;
  const Knowledge& knowledge_;
  NodeTable& nodes_;
};

}  // namespace musclekg
