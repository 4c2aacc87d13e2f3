// RDF lists among the statements of a topic, for the syntaxes that have lists of their own.

#pragma once

#include <span>

#include "rdf/node_map.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Finds the lists that can be written as lists: chains of blank nodes that each have one rdf:first and one rdf:rest, are the
/// object of one statement, and end in rdf:nil, mentioned by a node that is written itself. All other cells (circles, chains
/// that branch or break off) stay statements. Linear in the statements.
class Lists {
 public:
  /// Looks at `quads`, which must be sorted so that the statements of a subject stand together, rdf:first before rdf:rest.
  /// They must live as long as the answers are asked for.
  void find(std::span<const Quad> quads);

  /// Whether the node is a cell of a list that can be written as one.
  bool in_list(const Node* node) { return any_ && node->kind == Node::Kind::Blank && cells_[node].in_list; }

  /// What a cell holds, and the next cell or rdf:nil.
  const Node* first(const Node* cell) { return quads_[cells_[cell].quad - 1].object; }
  const Node* rest(const Node* cell) { return quads_[cells_[cell].quad].object; }

 private:
  struct Cell {
    std::size_t quad = 0;      ///< behind its rdf:first; there stands its rdf:rest. 0: it is no cell
    std::size_t mentions = 0;  ///< statements whose object it is
    bool in_list = false;
  };

  std::span<const Quad> quads_;
  NodeMap<Cell> cells_;
  bool any_ = false;
};

}  // namespace musclekg
