#include "check/graph_terms.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "rdf/relations.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::string_view kEdges[] = {
    ro::hasMuscleOrigin,
    mkg::hasOriginLandmark,
    ro::hasMuscleInsertion,
    mkg::hasInsertionLandmark,
    mkg::insertsVia,
    ro::attachedTo,
    mkg::envelops,
    ro::innervatedBy,
    mkg::hasSegmentalInnervation,
    mkg::derivesFromSpinalLevel,
    mkg::hasArterialSupply,
    ro::vesselSuppliesBloodTo,
    obo::branchingPartOf,
    mkg::hasAction,
    ro::capableOfPartOf,
    mkg::actsAtJoint,
    mkg::movesPart,
    mkg::hasSynergist,
    ro::hasMuscleAntagonist,
    mkg::joinsWith,
    ro::memberOf,
    obo::partOf,
    mkg::listedUnder,
    ro::vesselDrainsBloodFrom,
    ro::overlaps,
    ro::connectedTo,
    ro::connects,
    ro::surroundedBy,
    ro::adjacentTo,
};

}  // namespace

std::span<const std::string_view> edge_predicates() { return kEdges; }

GraphTerms::GraphTerms(NodeTable& nodes) {
  for (const std::string_view iri : kEdges) edges.push_back(nodes.iri(iri));
  part_of = nodes.iri(obo::partOf);
  branching_part_of = nodes.iri(obo::branchingPartOf);
  member_of = nodes.iri(ro::memberOf);
  innervated_by = nodes.iri(ro::innervatedBy);
  attached_to = nodes.iri(ro::attachedTo);
  attached_to_part_of = nodes.iri(ro::attachedToPartOf);
  has_origin = nodes.iri(ro::hasMuscleOrigin);
  has_insertion = nodes.iri(ro::hasMuscleInsertion);
  origin_landmark = nodes.iri(mkg::hasOriginLandmark);
  insertion_landmark = nodes.iri(mkg::hasInsertionLandmark);
  acts_at_joint = nodes.iri(mkg::actsAtJoint);
  moves_part = nodes.iri(mkg::movesPart);
  joint_action = nodes.iri(mkg::JointAction);
  muscle_action = nodes.iri(mkg::MuscleAction);
  type = nodes.iri(rdf::type);
  label = nodes.iri(rdfs::label);
  alternative_label = nodes.iri(skos::altLabel);
  title = nodes.iri(dcterms::title);
  comment = nodes.iri(rdfs::comment);
  statement = nodes.iri(mkg::Statement);
  subject = nodes.iri(rdf::subject);
  predicate = nodes.iri(rdf::predicate);
  object = nodes.iri(rdf::object);
  basis = nodes.iri(mkg::basis);
  rule_used = nodes.iri(mkg::ruleUsed);
  derived_from = nodes.iri(prov::wasDerivedFrom);
  primary_source = nodes.iri(prov::hadPrimarySource);
  anchor = nodes.iri(mkg::anchor);
  link = nodes.iri(mkg::link);
  asserted_in = nodes.iri(mkg::assertedIn);
  qualifier = nodes.iri(mkg::qualifier);
  note = nodes.iri(mkg::note);
  evidence_type = nodes.iri(mkg::evidenceType);
  citation_scope = nodes.iri(mkg::citationScope);
  cites = nodes.iri(cito::cites);
  cites_as_authority = nodes.iri(cito::citesAsAuthority);
  cites_as_evidence = nodes.iri(cito::citesAsEvidence);
  has_source = nodes.iri(oa::hasSource);
  has_selector = nodes.iri(oa::hasSelector);
  exact = nodes.iri(oa::exact);
  prefix = nodes.iri(oa::prefix);
  suffix = nodes.iri(oa::suffix);
  start = nodes.iri(oa::start);
  end = nodes.iri(oa::end);
  line = nodes.iri(mkg::line);
  column = nodes.iri(mkg::column);
  quote_hash = nodes.iri(mkg::quoteSha256);
  section = nodes.iri(mkg::section);
  sha256 = nodes.iri(mkg::sha256);
  character_count = nodes.iri(mkg::characterCount);
  file = nodes.iri(mkg::file);
  order = nodes.iri(mkg::order);
  number = nodes.iri(mkg::number);
  backlinks = nodes.iri(mkg::backlinks);
  markers = nodes.iri(mkg::markers);
  authors = nodes.iri(bibo::authorList);
  first = nodes.iri(rdf::first);
  rest = nodes.iri(rdf::rest);
  issued = nodes.iri(dcterms::issued);
  publisher = nodes.iri(dcterms::publisher);
  name = nodes.iri(foaf::name);
  subject_label = nodes.iri(sssom::subject_label);
  annotated_target = nodes.iri(owl::annotatedTarget);
  confidence = nodes.iri(sssom::confidence);
}

bool is_part(const Node* graph, std::string_view name) {
  return graph != nullptr && graph->value.size() > name.size() + 7 && graph->value.ends_with(name) &&
         graph->value.substr(0, graph->value.size() - name.size()).ends_with("/graph/");
}

bool has_part(const Graph& graph, std::string_view name) {
  const Graph::Range quads = graph.all();
  return std::any_of(quads.begin(), quads.end(), [&](const Quad& quad) { return is_part(quad.graph, name); });
}

bool has_parts(const Graph& graph) {
  const Graph::Range quads = graph.all();
  return std::any_of(quads.begin(), quads.end(),
                     [](const Quad& quad) { return quad.graph != nullptr && quad.graph->value.find("/graph/") != std::string_view::npos; });
}

std::uint64_t number_of(const Node* node, std::uint64_t otherwise) {
  if (node == nullptr || node->kind != Node::Kind::Literal) return otherwise;
  std::string_view text = node->value;
  if (text.starts_with('+')) text.remove_prefix(1);
  std::uint64_t value = 0;
  const auto [last, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = code == std::errc() && last == text.data() + text.size() && value <= (std::uint64_t{1} << 53);
  return whole ? value : otherwise;
}

}  // namespace musclekg
