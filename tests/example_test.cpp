// The worked example of the graph model against what the program makes of the same page.

#include <array>
#include <map>
#include <set>

#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

using Edge = std::array<std::string, 3>;  ///< N-Triples terms, prefixed where it helps

std::string short_form(const Node* node) {
  static const std::pair<std::string_view, std::string_view> kShort[] = {{"http://purl.obolibrary.org/obo/", "obo:"},
                                                                         {"http://purl.org/sig/ont/fma/", "fma:"},
                                                                         {"https://w3id.org/musclekg/vocab#", "mkg:"},
                                                                         {"https://w3id.org/musclekg/term/", "mkt:"},
                                                                         {"http://www.w3.org/2000/01/rdf-schema#", "rdfs:"},
                                                                         {"http://www.w3.org/2004/02/skos/core#", "skos:"},
                                                                         {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"}};
  if (node->kind == Node::Kind::Iri)
    for (const auto& [iri, prefix] : kShort)
      if (node->value.starts_with(iri)) return std::string(prefix).append(node->value.substr(iri.size()));
  return std::string(node->ntriples);
}

std::set<Edge> read_edges(const std::string& path) {
  std::set<Edge> edges;
  NodeTable nodes;
  Diagnostics diagnostics;
  EXPECT_TRUE(read_rdf(path, "turtle", nodes, diagnostics, [&](const Quad& quad) {
    edges.insert({short_form(quad.subject), short_form(quad.predicate), short_form(quad.object)});
  })) << test::printed(diagnostics);
  return edges;
}

/// The two graphs of the example; its files want their prefixes in front.
std::set<Edge> example() {
  const std::filesystem::path at = test::shared() / "model/example";
  return read_edges(folder().write(
      "example.ttl", test::contents(at / "prefixes.ttl") + test::contents(at / "1-direct.ttl") + test::contents(at / "2-terms.ttl")));
}

const std::set<Edge>& ours() {
  static const std::set<Edge> kOurs = [] {
    const std::string path = folder() / "vastus-medialis.ttl";
    const test::Result result = test::run_program({"convert", test::project("facts/vastus-medialis.yaml").string(), "-o", path});
    EXPECT_EQ(result.exit, 0) << result.err;
    return read_edges(path);
  }();
  return kOurs;
}

/// What is meant to differ: the example's edge, what stands in its place (empty: nothing), and why.
struct Difference {
  Edge example;
  std::vector<Edge> ours;
  std::string_view why;
};

std::vector<Difference> differences() {
  std::vector<Difference> result;
  const auto label = [&](std::string_view term, std::string_view theirs, std::string_view own, std::string_view why) {
    result.push_back({{fmt::format("mkt:{}", term), "rdfs:label", fmt::format("\"{}\"@en", theirs)},
                      {{fmt::format("mkt:{}", term), "rdfs:label", fmt::format("\"{}\"@en", own)}},
                      why});
  };
  constexpr std::string_view kRecordsName = "the label of a provisional term is the name that the record gives it";
  label("hip-strengthening", "hip strengthening exercise", "hip strengthening", kRecordsName);
  label("vmo-strengthening", "VMO strengthening exercise", "VMO strengthening", kRecordsName);
  label("knee-strengthening", "knee (quadriceps) strengthening exercise", "knee strengthening", kRecordsName);
  result.push_back({{"mkt:spiral-line-of-femur", "obo:IAO_0000116",
                     "\"UBERON:0013634 calls itself 'intertrochanteric line (or spiral line of the femur)'; the page lists them as two "
                     "sites, so it is not linked to it.\"@en"},
                    {},
                    "the note is the one of cautions.tsv, which holds for every source; it says the same in other words"});
  result.push_back({{"mkt:quadriceps-femoris-group", "obo:IAO_0000116",
                     "\"The group as a collection; UBERON:0001377 is defined as the union of its members (uberon#2918).\"@en"},
                    {},
                    "what holds for every group is said in the vocabulary, not at each group"});
  return result;
}

TEST(Example, EveryEdgeComesOut) {
  MUSCLEKG_NEEDS_SHARED("model/example/1-direct.ttl");
  std::set<Edge> expected = example();
  EXPECT_GT(expected.size(), 90u);
  for (const Difference& difference : differences()) {
    EXPECT_EQ(expected.erase(difference.example), 1u)
        << difference.example[0] << " " << difference.example[1] << ": not in the example, so the row is out of date";
    EXPECT_FALSE(ours().contains(difference.example))
        << difference.example[0] << " " << difference.example[1] << ": no difference any more";
    for (const Edge& edge : difference.ours)
      EXPECT_TRUE(ours().contains(edge)) << edge[0] << " " << edge[1] << " " << edge[2] << "\n" << difference.why;
  }
  for (const Edge& edge : expected) EXPECT_TRUE(ours().contains(edge)) << edge[0] << " " << edge[1] << " " << edge[2];
}

/// What is said beyond the example of the nodes that the example speaks of, by predicate; all else is of nodes it does not name.
TEST(Example, WhatIsAddedIsKnown) {
  MUSCLEKG_NEEDS_SHARED("model/example/1-direct.ttl");
  const std::set<Edge> known = example();
  std::set<std::string> subjects;
  for (const Edge& edge : known) subjects.insert(edge[0]);
  std::set<Edge> meant;
  for (const Difference& difference : differences()) meant.insert(difference.ours.begin(), difference.ours.end());
  std::set<std::string> added;
  for (const Edge& edge : ours())
    if (subjects.contains(edge[0]) && !known.contains(edge) && !meant.contains(edge)) added.insert(edge[0] + " " + edge[1]);
  const std::set<std::string> expected = {
      "mkt:knee-strengthening skos:altLabel",                      // the synonym that the record gives
      "mkt:medial-intermuscular-septum-of-thigh obo:BFO_0000050",  // the record says "of: thigh"
      "mkt:spiral-line-of-femur obo:IAO_0000116",                  // in other words, see above
      "obo:UBERON_0001380 mkg:joinsWith",                          // the record names the other two, too, with a note that says why
      "obo:UBERON_0002060 rdfs:label",                             // every term has its label
      "obo:UBERON_0003676 rdfs:label",
      "obo:UBERON_0014848 rdfs:label",
  };
  EXPECT_EQ(added, expected);
}

/// All predicates of the output: the example's two graphs, the example's other graphs, and the description of the data.
TEST(Example, NoOtherPredicateIsUsed) {
  MUSCLEKG_NEEDS_SHARED("model/example/1-direct.ttl");
  std::set<std::string> expected;
  for (const Edge& edge : example()) expected.insert(edge[1]);
  for (const char* more : {"rdf:first", "rdf:rest", "mkg:accessed", "mkg:comparesFavourable", "mkg:comparesUnfavourable", "mkg:disputes",
                           "mkg:kind", "mkg:muscle", "mkg:number", "mkg:outcome", "mkg:stance", "mkg:studyDesign"})
    expected.insert(more);
  for (const char* more : {"http://purl.org/dc/terms/contributor",
                           "http://purl.org/dc/terms/issued",
                           "http://purl.org/dc/terms/references",
                           "http://purl.org/dc/terms/publisher",
                           "http://purl.org/dc/terms/source",
                           "http://purl.org/dc/terms/spatial",
                           "http://purl.org/dc/terms/subject",
                           "http://purl.org/dc/terms/title",
                           "http://purl.org/ontology/bibo/authorList",
                           "http://purl.org/ontology/bibo/issue",
                           "http://purl.org/ontology/bibo/pages",
                           "http://purl.org/ontology/bibo/volume",
                           "http://purl.org/spar/cito/cites",
                           "http://rdfs.org/ns/void#entities",
                           "http://rdfs.org/ns/void#triples",
                           "http://rdfs.org/ns/void#vocabulary",
                           "http://schema.org/about",
                           "http://schema.org/isPartOf",
                           "http://schema.org/name",
                           "http://schema.org/position",
                           "http://schema.org/text",
                           "http://www.w3.org/2002/07/owl#versionInfo",
                           "http://www.w3.org/ns/prov#agent",
                           "http://www.w3.org/ns/prov#hadRole",
                           "http://www.w3.org/ns/prov#qualifiedAttribution",
                           "http://www.w3.org/ns/prov#wasAssociatedWith",
                           "http://www.w3.org/ns/prov#wasGeneratedBy",
                           "http://xmlns.com/foaf/0.1/name",
                           "http://xmlns.com/foaf/0.1/primaryTopic"})
    expected.insert(fmt::format("<{}>", more));
  std::set<std::string> used;
  for (const Edge& edge : ours()) used.insert(edge[1]);
  std::vector<std::string> unknown;
  std::set_difference(used.begin(), used.end(), expected.begin(), expected.end(), std::back_inserter(unknown));
  EXPECT_TRUE(unknown.empty()) << fmt::format("{}", fmt::join(unknown, "\n"));
}

/// A line has no edge of RO: the ranges of attachment are material structures.
TEST(Example, AttachmentsHaveMaterialObjects) {
  const std::set<std::string> attachments = {"obo:RO_0002371", "obo:RO_0002372", "obo:RO_0002373", "obo:RO_0002177"};
  const Knowledge& knowledge = test::bundled_knowledge();
  std::size_t checked = 0;
  std::set<std::string> landmarks;
  for (const Edge& edge : ours())
    if (edge[1] == "mkg:hasOriginLandmark" || edge[1] == "mkg:hasInsertionLandmark") landmarks.insert(edge[2]);
  EXPECT_GE(landmarks.size(), 3u);
  for (const Edge& edge : ours()) {
    if (!attachments.contains(edge[1])) continue;
    ++checked;
    EXPECT_FALSE(landmarks.contains(edge[2])) << edge[0] << " " << edge[1] << " " << edge[2];
    for (TermId id = 0; id < knowledge.terms.size(); ++id) {
      const musclekg::Term& known = knowledge.terms[id];
      if (known.iri == knowledge.prefixes.expand(edge[2])) {
        EXPECT_TRUE(known.material) << known.label;
      }
    }
  }
  EXPECT_GE(checked, 9u);
}

/// `A R B` between classes says that every A has some B. Turned round it says something else.
TEST(Example, NothingIsTurnedRound) {
  const std::string muscle = "obo:UBERON_0001380";
  const std::map<std::string, std::string> inverses = {{"obo:RO_0002005", "obo:RO_0002134"},
                                                       {"obo:BFO_0000050", "obo:BFO_0000051"},
                                                       {"obo:RO_0002350", "obo:RO_0002351"},
                                                       {"obo:RO_0020101", "obo:RO_0020102"}};
  for (const Edge& edge : ours()) {
    for (const auto& [predicate, inverse] : inverses) EXPECT_NE(edge[1], inverse);
    if (edge[1] == "obo:RO_0002005" || edge[1] == "obo:RO_0002372" || edge[1] == "obo:RO_0002373") {
      EXPECT_EQ(edge[0], muscle);
    }
    if (edge[1] == "obo:RO_0020101") {
      EXPECT_EQ(edge[2], muscle) << "from the vessel to the muscle";
    }
    if (edge[1] == "rdfs:subClassOf") {
      EXPECT_TRUE(edge[0].starts_with("mkt:")) << "nothing is said of a class of others";
    }
    // No edge stands beside its own reverse, but for the relations that go both ways.
    if (edge[0] != edge[2] && edge[2].starts_with("obo:")) {
      EXPECT_FALSE(ours().contains(Edge{edge[2], edge[1], edge[0]})) << edge[0] << " " << edge[1] << " " << edge[2];
    }
  }
}

}  // namespace
}  // namespace musclekg::rdf_test
