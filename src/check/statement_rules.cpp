// Edges and the statements about them: neither without the other.

#include <fmt/format.h>

#include <algorithm>

#include "check/dataset_rules.h"
#include "check/node_names.h"
#include "check/statement_index.h"
#include "check/union_view.h"

namespace musclekg {

namespace {

/// A structure with no more edges of a kind than these is looked through even where few lead on, for one may be told by a statement only.
constexpr std::size_t kFew = 100;

/// What holds of all edges of a dataset, worked out once.
class Edges {
 public:
  explicit Edges(const CheckedData& data)
      : graph(data.graph),
        terms(data.terms),
        statements(graph, terms),
        named(has_parts(graph)),
        direct(has_part(graph, "direct")),
        names(graph, terms, data.prefixes, &data.ontology.property_labels()) {}

  /// Whether the edge follows from two others, or one, by a rule of the closure. The closure has all that follows, so that one step
  /// is enough to find it.
  bool follows(const Quad& edge) const {
    if (edge.predicate == terms.attached_to)
      return holds({edge.subject, terms.has_origin, edge.object}) || holds({edge.subject, terms.has_insertion, edge.object});
    if (edge.predicate == terms.innervated_by) return by_way_of(edge, {terms.innervated_by}, {terms.branching_part_of});
    const std::vector<const Node*> wholes = {terms.part_of, terms.member_of, terms.branching_part_of};
    if (edge.predicate == terms.part_of)
      return holds({edge.subject, terms.member_of, edge.object}) || holds({edge.subject, terms.branching_part_of, edge.object}) ||
             by_way_of(edge, wholes, wholes);
    return false;
  }

  /// Whether the edge tells what a movement that is a term of our own is: what moves in it. Statements are about muscles.
  bool makes_term(const Quad& edge) const {
    return (edge.predicate == terms.acts_at_joint || edge.predicate == terms.moves_part) &&
           (graph.has(edge.subject, terms.type, terms.joint_action) || graph.has(edge.subject, terms.type, terms.muscle_action));
  }

  const Graph& graph;
  const GraphTerms& terms;
  StatementIndex statements;
  bool named;   ///< whether the data tells its graphs apart
  bool direct;  ///< whether one of these is that of the edges
  NodeNames names;

 private:
  bool holds(const Quad& edge) const { return statements.states(edge) || graph.has(edge.subject, edge.predicate, edge.object); }

  /// Whether a third node stands between: subject first-> it second-> object.
  bool by_way_of(const Quad& edge, const std::vector<const Node*>& first, const std::vector<const Node*>& second) const {
    const auto between = [&](const Node* node) { return node != edge.subject && node != edge.object; };
    for (const Node* up : first)
      for (const Node* on : second) {
        const Graph::Range from = graph.about(edge.subject, up), to = graph.with(on, edge.object);
        const bool forward = from.size() <= std::max(to.size(), kFew);
        const bool found = forward ? std::any_of(from.begin(), from.end(),
                                                 [&](const Quad& step) {
                                                   return between(step.object) && holds({step.object, on, edge.object});
                                                 })
                                   : std::any_of(to.begin(), to.end(), [&](const Quad& step) {
                                       return between(step.subject) && holds({edge.subject, up, step.subject});
                                     });
        if (found) return true;
      }
    return false;
  }
};

std::string told(const Edges& edges, const Quad& edge) {
  return fmt::format("{} {} {}", edges.names.named(edge.subject), edges.names.brief(edge.predicate), edges.names.named(edge.object));
}

}  // namespace

void check_statements(const CheckedData& data, const RuleFindings& findings) {
  const Edges edges(data);
  if (edges.statements.empty())
    return findings.note("unstated-edge", "the data has no statements: there is nothing to compare its edges with");
  if (edges.named && !edges.direct)
    return findings.note("unstated-edge", "the data has no graph of edges: there is nothing to compare its statements with");
  std::size_t untold = 0;
  for (const Node* predicate : edges.terms.edges) {
    const bool from_ontologies = predicate == edges.terms.part_of || predicate == edges.terms.branching_part_of;
    const Quad* before = nullptr;
    for (const Quad& edge : edges.graph.with(predicate)) {
      if (edges.named && !is_part(edge.graph, "direct")) continue;
      if (before != nullptr && before->subject == edge.subject && before->object == edge.object) continue;
      before = &edge;
      if (edges.statements.states(edge) || edges.follows(edge) || edges.makes_term(edge)) continue;
      if (!edges.named && from_ontologies) {
        ++untold;
        continue;
      }
      findings.add("unstated-edge", edge.subject, edge.predicate, edge.object,
                   fmt::format("'{}' has no statement, and does not follow from other edges", told(edges, edge)));
    }
  }
  if (untold > 0)
    findings.note("unstated-edge", fmt::format("{} edges of 'part of' and 'branching part of' have no statement: without names of graphs "
                                               "they cannot be told from the ontologies' own",
                                               untold));
}

void check_unasserted(const CheckedData& data, const RuleFindings& findings) {
  const Edges edges(data);
  const GraphTerms& terms = edges.terms;
  struct Unasserted {
    const Node* statement;
    Quad edge;
  };
  std::vector<Unasserted> unasserted;
  bool direct = edges.direct;
  each_subject(edges.graph, terms.type, terms.statement, [&](const Node* statement) {
    const Quad edge = edges.statements.edge_of(statement);
    if (edge.subject == nullptr || edge.predicate == nullptr || edge.object == nullptr) return;  // the shapes tell it
    const Graph::Range quads = edges.graph.about(edge.subject, edge.predicate);
    const bool asserted = edges.graph.has(edge.subject, edge.predicate, edge.object) &&
                          (!edges.named || std::any_of(quads.begin(), quads.end(), [&](const Quad& quad) {
                            return quad.object == edge.object && is_part(quad.graph, "direct");
                          }));
    if (!asserted) unasserted.push_back({statement, edge});
    // The closure and the ontologies have edges of these, too: they do not show that the edges themselves are in the data.
    const Node* elsewhere[] = {terms.attached_to, terms.innervated_by, terms.part_of, terms.branching_part_of};
    direct |= asserted && std::find(std::begin(elsewhere), std::end(elsewhere), edge.predicate) == std::end(elsewhere);
  });
  if (!direct && !unasserted.empty())
    return findings.note("unasserted-statement", "the data has statements but no edges: there is nothing to compare them with");
  for (const auto& [statement, edge] : unasserted)
    findings.add("unasserted-statement", statement, terms.object, edge.object,
                 fmt::format("says '{}', but the data has no such edge", told(edges, edge)));
}

void check_dangling(const CheckedData& data, const RuleFindings& findings) {
  const Graph& graph = data.graph;
  const GraphTerms& terms = data.terms;
  const NodeNames names(graph, terms, data.prefixes, &data.ontology.property_labels());
  struct Pointer {
    const Node* predicate;
    const Node* mark;  ///< what all that is pointed at have; the data has the layer when something has it
    const char* what;
  };
  const Pointer pointers[] = {{terms.anchor, terms.has_source, "place"},
                              {terms.has_source, terms.sha256, "text"},
                              {terms.section, terms.order, "section"},
                              {terms.cites, terms.number, "reference"},
                              {terms.cites_as_authority, terms.number, "reference"},
                              {terms.cites_as_evidence, terms.number, "reference"},
                              {terms.link, terms.annotated_target, "link"}};
  for (const Pointer& pointer : pointers) {
    const Graph::Range pointing = graph.with(pointer.predicate);
    if (pointing.empty()) continue;
    if (graph.with(pointer.mark).empty()) {
      findings.note("dangling", fmt::format("the data describes no {}: those that {} points at were not looked for", pointer.what,
                                            names.id(pointer.predicate)));
      continue;
    }
    for (const Quad& quad : pointing)
      if (graph.about(quad.object, pointer.mark).empty())
        findings.add("dangling", quad.subject, quad.predicate, quad.object,
                     fmt::format("points at the {} {}, which is not described", pointer.what, names.id(quad.object)));
  }
}

void check_backlinks(const CheckedData& data, const RuleFindings& findings) {
  const NodeNames names(data.graph, data.terms, data.prefixes, &data.ontology.property_labels());
  for (const Quad& quad : data.graph.with(data.terms.backlinks)) {
    const Node* markers = data.graph.object(quad.subject, data.terms.markers);
    if (markers == nullptr) continue;
    const std::uint64_t none = ~std::uint64_t{0};
    const std::uint64_t expected = number_of(quad.object, none), found = number_of(markers, none);
    if (expected == none || found == none || expected == found) continue;
    const Node* number = data.graph.object(quad.subject, data.terms.number);
    findings.add("backlinks", quad.subject, data.terms.markers, markers,
                 fmt::format("reference [{}] has {} backlinks on its page, but {} marks were found that point at it", names.id(number),
                             expected, found));
  }
}

}  // namespace musclekg
