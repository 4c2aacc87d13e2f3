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
  /// Looks at the statements of a topic, in any order, none twice.
  void find(std::span<const Quad> quads);

  /// Whether the node is a cell of a list that can be written as one.
  bool in_list(const Node* node) { return any_ && node->kind == Node::Kind::Blank && cells_[node].in_list; }

  /// What a cell holds, and the next cell or rdf:nil.
  const Node* first(const Node* cell) { return cells_[cell].first; }
  const Node* rest(const Node* cell) { return cells_[cell].rest; }

 private:
  struct Cell {
    const Node* first = nullptr;
    const Node* rest = nullptr;
    std::size_t statements = 0;  ///< whose subject it is
    std::size_t mentions = 0;    ///< statements whose object it is
    bool in_list = false;
  };

  bool is_cell(const Node* node);

  NodeMap<Cell> cells_;
  bool any_ = false;
};

}  // namespace musclekg
