#include "check/graph_terms.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::string_view kEdges[] = {
    "http://purl.obolibrary.org/obo/RO_0002372",
    "https://w3id.org/musclekg/vocab#hasOriginLandmark",
    "http://purl.obolibrary.org/obo/RO_0002373",
    "https://w3id.org/musclekg/vocab#hasInsertionLandmark",
    "https://w3id.org/musclekg/vocab#insertsVia",
    "http://purl.obolibrary.org/obo/RO_0002371",
    "https://w3id.org/musclekg/vocab#envelops",
    "http://purl.obolibrary.org/obo/RO_0002005",
    "https://w3id.org/musclekg/vocab#hasSegmentalInnervation",
    "https://w3id.org/musclekg/vocab#derivesFromSpinalLevel",
    "https://w3id.org/musclekg/vocab#hasArterialSupply",
    "http://purl.obolibrary.org/obo/RO_0020101",
    "http://purl.obolibrary.org/obo/RO_0002380",
    "https://w3id.org/musclekg/vocab#hasAction",
    "http://purl.obolibrary.org/obo/RO_0002216",
    "https://w3id.org/musclekg/vocab#actsAtJoint",
    "https://w3id.org/musclekg/vocab#movesPart",
    "https://w3id.org/musclekg/vocab#hasSynergist",
    "http://purl.obolibrary.org/obo/RO_0002568",
    "https://w3id.org/musclekg/vocab#joinsWith",
    "http://purl.obolibrary.org/obo/RO_0002350",
    "http://purl.obolibrary.org/obo/BFO_0000050",
};

constexpr std::string_view kObo = "http://purl.obolibrary.org/obo/";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view kProv = "http://www.w3.org/ns/prov#";
constexpr std::string_view kCito = "http://purl.org/spar/cito/";
constexpr std::string_view kOa = "http://www.w3.org/ns/oa#";
constexpr std::string_view kDcterms = "http://purl.org/dc/terms/";
constexpr std::string_view kSssom = "https://w3id.org/sssom/";

}  // namespace

std::span<const std::string_view> edge_predicates() { return kEdges; }

GraphTerms::GraphTerms(NodeTable& nodes) {
  for (const std::string_view iri : kEdges) edges.push_back(nodes.iri(iri));
  const auto in = [&](std::string_view name_space) {
    return [&nodes, name_space](std::string_view local) { return nodes.iri(std::string(name_space).append(local)); };
  };
  const auto obo = in(kObo), mkg_term = in(mkg::base), rdf_term = in(kRdf), prov_term = in(kProv), cito = in(kCito), oa = in(kOa),
             dcterms_term = in(kDcterms), sssom = in(kSssom);
  part_of = obo("BFO_0000050");
  branching_part_of = obo("RO_0002380");
  member_of = obo("RO_0002350");
  innervated_by = obo("RO_0002005");
  attached_to = obo("RO_0002371");
  attached_to_part_of = nodes.iri(kAttachedToPartOf);
  has_origin = obo("RO_0002372");
  has_insertion = obo("RO_0002373");
  origin_landmark = mkg_term("hasOriginLandmark");
  insertion_landmark = mkg_term("hasInsertionLandmark");
  acts_at_joint = nodes.iri(mkg::actsAtJoint);
  moves_part = nodes.iri(mkg::movesPart);
  joint_action = nodes.iri(mkg::JointAction);
  muscle_action = nodes.iri(mkg::MuscleAction);
  type = nodes.iri(rdf::type);
  label = nodes.iri(rdfs::label);
  alternative_label = nodes.iri(skos::altLabel);
  title = dcterms_term("title");
  comment = nodes.iri("http://www.w3.org/2000/01/rdf-schema#comment");
  statement = mkg_term("Statement");
  subject = rdf_term("subject");
  predicate = rdf_term("predicate");
  object = rdf_term("object");
  basis = mkg_term("basis");
  rule_used = mkg_term("ruleUsed");
  derived_from = prov_term("wasDerivedFrom");
  primary_source = prov_term("hadPrimarySource");
  anchor = mkg_term("anchor");
  link = mkg_term("link");
  asserted_in = mkg_term("assertedIn");
  qualifier = mkg_term("qualifier");
  note = mkg_term("note");
  evidence_type = mkg_term("evidenceType");
  citation_scope = mkg_term("citationScope");
  cites = cito("cites");
  cites_as_authority = cito("citesAsAuthority");
  cites_as_evidence = cito("citesAsEvidence");
  has_source = oa("hasSource");
  has_selector = oa("hasSelector");
  exact = oa("exact");
  prefix = oa("prefix");
  suffix = oa("suffix");
  start = oa("start");
  end = oa("end");
  line = mkg_term("line");
  column = mkg_term("column");
  quote_hash = mkg_term("quoteSha256");
  section = mkg_term("section");
  sha256 = mkg_term("sha256");
  character_count = mkg_term("characterCount");
  file = mkg_term("file");
  order = mkg_term("order");
  number = mkg_term("number");
  backlinks = mkg_term("backlinks");
  markers = mkg_term("markers");
  authors = nodes.iri("http://purl.org/ontology/bibo/authorList");
  first = nodes.iri(rdf::first);
  rest = nodes.iri(rdf::rest);
  issued = dcterms_term("issued");
  publisher = dcterms_term("publisher");
  name = nodes.iri("http://xmlns.com/foaf/0.1/name");
  subject_label = sssom("subject_label");
  annotated_target = nodes.iri(owl::annotatedTarget);
  confidence = sssom("confidence");
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
