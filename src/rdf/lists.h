// RDF lists among the statements of a topic, for the syntaxes that have lists of their own.

#pragma once

#include <span>

#include "rdf/node_map.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Finds the lists that can be written as lists: chains of anonymous blank nodes that each have one rdf:first and one rdf:rest, are the
/// object of one statement, and end in rdf:nil, mentioned by a node that is written itself. All other cells (circles, chains
/// that branch or break off) stay statements. Linear in the statements.
class Lists {
 public:
  /// To be called before `find` looks at the graphs of a topic one after the other: `quads` are those of all its graphs. What several
  /// graphs speak of keeps its label in each, and is no cell.
  void begin_graphs(std::span<const Quad> quads);

  /// Looks at the statements of a topic, or of one of its graphs, in any order, none twice.
  void find(std::span<const Quad> quads);

  /// The topic is written: forgets what `begin_graphs` saw.
  void end_graphs() { graphs_begun_ = false; }

  /// Whether the node is a cell of a list that can be written as one.
  bool in_list(const Node* node) { return any_ && node->kind == Node::Kind::Blank && cell(node).in_list; }

  /// What a cell holds, and the next cell or rdf:nil.
  const Node* first(const Node* cell) { return cells_[cell].first; }
  const Node* rest(const Node* cell) { return cells_[cell].rest; }

 private:
  struct Cell {
    std::size_t round = 0;  ///< the call of `find` this belongs to
    const Node* first = nullptr;
    const Node* rest = nullptr;
    std::size_t statements = 0;  ///< whose subject it is
    std::size_t mentions = 0;    ///< statements whose object it is
    bool in_list = false;
  };

  struct Mention {
    std::size_t topic = 0;        ///< the call of `begin_graphs` this belongs to
    const Node* graph = nullptr;  ///< where the node was met first
    bool shared = false;          ///< several graphs speak of it, or it names one
  };

  Cell& cell(const Node* node) {
    Cell& cell = cells_[node];
    if (cell.round != round_) cell = {round_};
    return cell;
  }
  bool is_cell(const Node* node);
  void mention(const Node* node, const Node* graph);

  NodeMap<Cell> cells_;
  NodeMap<Mention> mentions_;
  std::size_t round_ = 0, topic_ = 0;
  bool graphs_begun_ = false;
  bool any_ = false;
};

}  // namespace musclekg
