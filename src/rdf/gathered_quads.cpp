#include "rdf/gathered_quads.h"

#include <algorithm>

namespace musclekg {

const Node* GatheredQuads::kept(const Node* node) {
  if (node == nullptr) return nullptr;
  switch (node->kind) {
    case Node::Kind::Iri:
      return nodes_.iri(node->value);
    case Node::Kind::Blank:
      return node->anonymous ? nodes_.anonymous_blank(node->value) : nodes_.blank(node->value);
    case Node::Kind::Literal:
      break;
  }
  if (node->datatype == nullptr) return nodes_.text(node->value, node->language);
  return nodes_.literal(node->value, nodes_.iri(node->datatype->value));
}

void GatheredQuads::add(std::span<const Quad> quads) {
  for (const Quad& quad : quads) {
    const Fingerprint graph = quad.graph == nullptr ? Fingerprint() : quad.graph->hash;
    if (!seen_.insert(fingerprint(fingerprint(quad.subject->hash, quad.predicate->hash, quad.object->hash), graph, {1, 1}).low)) continue;
    quads_.push_back({kept(quad.subject), kept(quad.predicate), kept(quad.object), kept(quad.graph)});
    if (std::find(graphs_.begin(), graphs_.end(), quads_.back().graph) == graphs_.end()) graphs_.push_back(quads_.back().graph);
  }
}

void GatheredQuads::take(const std::function<void(std::span<const Quad>)>& visit) {
  std::stable_sort(quads_.begin(), quads_.end(), [](const Quad& a, const Quad& b) { return a.subject->ntriples < b.subject->ntriples; });
  std::vector<Quad> of_graph;
  for (const Node* const graph : graphs_) {
    of_graph.clear();
    std::copy_if(quads_.begin(), quads_.end(), std::back_inserter(of_graph), [&](const Quad& quad) { return quad.graph == graph; });
    visit(of_graph);
  }
  quads_.clear();
  graphs_.clear();
}

}  // namespace musclekg
