// Names of nodes for people: by the label that the data gives them.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/graph_terms.h"
#include "rdf/prefixes.h"

namespace musclekg {

class NodeNames {
 public:
  /// (IRI, label) of what the data itself gives no label: of properties.
  using Labels = std::vector<std::pair<std::string, std::string>>;

  /// All of them live as long; `others` may be nullptr.
  NodeNames(const Graph& graph, const GraphTerms& terms, const Prefixes& prefixes, const Labels* others = nullptr)
      : graph_(graph), terms_(terms), prefixes_(prefixes), others_(others) {}

  /// "UBERON:0001380"; "mkg:hasAction"; the IRI itself where it has no prefix; "_:b1"; of a literal its text.
  std::string id(const Node* node) const;

  /// The label: that without a language or in English first; otherwise the first. An empty text where there is none.
  std::string_view label(const Node* node) const;

  /// "vastus medialis (UBERON:0001380)", or the id alone.
  std::string named(const Node* node) const;

  /// The label, or the id.
  std::string brief(const Node* node) const;

 private:
  const Graph& graph_;
  const GraphTerms& terms_;
  const Prefixes& prefixes_;
  const Labels* others_;
};

/// A text in quotes that is cut when it is longer than 100 bytes.
std::string quoted(std::string_view text);

}  // namespace musclekg
