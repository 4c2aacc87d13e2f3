// From what a graph says back to the line of the record or page that it was read from.

#pragma once

#include <string>
#include <unordered_map>

#include "base/hash.h"
#include "check/finding.h"
#include "check/graph_terms.h"

namespace musclekg {

/// Answers where things stand, by the statements of a graph: their anchors name text, line and column. Building takes n log n, a
/// question logarithmic time.
class Locator {
 public:
  struct Place {
    std::string file;  ///< as the graph names it; empty where it tells none
    Position where;
  };

  /// Both live as long.
  Locator(const Graph& graph, const GraphTerms& terms);

  /// The place of a node: of what has an anchor (statement, claim, note), of an anchor or its selectors, of a text (without line), of a
  /// link by a statement that points at it. Of another node: that of the statement whose subject it is and whose object is
  /// `value`, about `path` first; else of the first statement about it, by the order of N-Triples; else of the first that ends at it.
  Place find(const Node* focus, const Node* path = nullptr, const Node* value = nullptr) const;

  /// Gives a finding its place, where the graph tells one.
  void place(Finding& finding) const;

 private:
  using Statements = std::unordered_map<Fingerprint, const Node*, FingerprintHash>;

  void keep(Statements& statements, const Fingerprint& key, const Node* statement);
  const Node* anchor_of(const Node* node) const;
  Place place_of(const Node* anchor) const;

  const Graph& graph_;
  const GraphTerms& terms_;
  Statements by_edge_, by_ends_, by_subject_, by_object_;  ///< the first statement of each, by the order of N-Triples
};

}  // namespace musclekg
