// From an edge of the closure back to the edges it follows from.

#pragma once

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/graph_terms.h"
#include "check/statement_index.h"

namespace musclekg {

/// Why an edge follows: edges that each lead on from where the one before ends, and the rule that joins them.
struct ClosureChain {
  std::vector<Quad> steps;  ///< empty: it does not follow
  std::string_view rule;    ///< in words
};

/// Finds chains by the five rules of the closure, out of edges that are stated, that are an ontology's, or that a term of our own
/// was made with. Where graphs have no names, an edge of parts and wholes counts as one of these when no third structure stands between.
class ClosureChains {
 public:
  /// All live as long.
  ClosureChains(const Graph& graph, const GraphTerms& terms, const StatementIndex& statements);

  /// The shortest chain for an edge; the first of several in the order of the graph. Linear in what can be reached from the subject, and
  /// for further objects of one subject and predicate linear in the chain.
  ClosureChain find(const Node* subject, const Node* predicate, const Node* object);

 private:
  /// How a node was reached: the edge that led to it. A first edge begins at the subject.
  using Reached = std::unordered_map<const Node*, Quad>;

  bool is_given(const Quad& edge) const;
  bool is_shortcut(const Quad& edge) const;
  void walk(const Node* subject, const Node* predicate, bool shortcuts);
  ClosureChain chain(const Node* object, const Reached& reached) const;

  const Graph& graph_;
  const GraphTerms& terms_;
  const StatementIndex& statements_;
  bool named_;  ///< whether the data tells its graphs apart
  std::vector<const Node*> wholes_;
  const Node *subject_ = nullptr, *predicate_ = nullptr;
  Reached reached_;
};

}  // namespace musclekg
