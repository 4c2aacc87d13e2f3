#include "check/instances.h"

#include <vector>

#include "rdf/vocabulary.h"

namespace musclekg {

Instances::Instances(const Graph& graph, NodeTable& nodes) : Instances(graph, nodes.iri(rdf::type), nodes.iri(rdfs::subClassOf)) {}

bool Instances::is(const Node* node, const Node* type) {
  const auto types = graph_.about(node, type_);
  if (types.empty()) return false;
  const Classes& classes = below(type);
  for (const Quad& quad : types)
    if (classes.contains(quad.object)) return true;
  return false;
}

const Instances::Classes& Instances::below(const Node* type) {
  std::unique_ptr<Classes>& classes = below_[type];
  if (classes) return *classes;
  classes = std::make_unique<Classes>();
  classes->insert(type);
  std::vector<const Node*> open{type};
  while (!open.empty()) {
    const Node* upper = open.back();
    open.pop_back();
    each_subject(graph_, subclass_of_, upper, [&](const Node* lower) {
      if (classes->insert(lower).second) open.push_back(lower);
    });
  }
  return *classes;
}

}  // namespace musclekg
