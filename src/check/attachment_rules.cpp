// Edges that cannot be true of a body.

#include <fmt/format.h>

#include <algorithm>

#include "check/dataset_rules.h"
#include "check/node_names.h"

namespace musclekg {

namespace {

/// Calls `take` with each edge of a predicate, once, in whatever graphs it stands.
template <class Take>
void each_edge(const Graph& graph, const Node* predicate, Take take) {
  const Quad* before = nullptr;
  for (const Quad& edge : graph.with(predicate)) {
    if (before == nullptr || before->subject != edge.subject || before->object != edge.object) take(edge);
    before = &edge;
  }
}

}  // namespace

void check_attachments(const CheckedData& data, const RuleFindings& findings) {
  const Graph& graph = data.graph;
  const GraphTerms& terms = data.terms;
  const NodeNames names(graph, terms, data.prefixes, &data.ontology.property_labels());
  for (const Node* predicate : {terms.has_origin, terms.has_insertion, terms.attached_to})
    each_edge(graph, predicate, [&](const Quad& edge) {
      const TermId id = data.ontology.find_iri(edge.object->value);
      if (edge.object->kind != Node::Kind::Iri || id == kNoTerm || data.ontology[id].material) return;
      findings.add("immaterial-filler", edge.subject, predicate, edge.object,
                   fmt::format("{} is attached to {}, which is a line or a space: it belongs to mkg:hasOriginLandmark or "
                               "mkg:hasInsertionLandmark, and its nearest material whole here",
                               names.named(edge.subject), names.named(edge.object)));
    });
  each_edge(graph, terms.innervated_by, [&](const Quad& edge) {
    const Node* sites[] = {terms.has_origin, terms.has_insertion, terms.origin_landmark, terms.insertion_landmark};
    const auto site = std::find_if(std::begin(sites), std::end(sites),
                                   [&](const Node* predicate) { return graph.has(edge.subject, predicate, edge.object); });
    if (edge.subject == edge.object || site != std::end(sites))
      findings.add("nerve-is-site", edge.subject, edge.predicate, edge.object,
                   edge.subject == edge.object ? fmt::format("{} is given as its own nerve", names.named(edge.subject))
                                               : fmt::format("{} is given both as the nerve of {} and as a place where it attaches",
                                                             names.named(edge.object), names.named(edge.subject)));
  });
  std::vector<const Node*> predicates = terms.edges;
  predicates.push_back(terms.attached_to_part_of);
  for (const Node* predicate : predicates)
    each_edge(graph, predicate, [&](const Quad& edge) {
      if (edge.subject == edge.object && predicate != terms.innervated_by)
        findings.add(
            "self-edge", edge.subject, predicate, edge.object,
            fmt::format("'{} {}' leads from {} to itself", names.brief(edge.subject), names.brief(predicate), names.named(edge.subject)));
    });
}

}  // namespace musclekg
