// Ontologies in RDF: edges to wholes, in each form that they may have.

#include <fmt/format.h>

#include "test.h"

namespace musclekg::test {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kPrefixes = R"(
@prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
)";

std::string obo(std::string_view name) { return "http://purl.obolibrary.org/obo/" + std::string(name); }

/// Turtle with one class at least.
Ontology ontology(const std::string& text) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  Ontology result = read_ontology(folder.write("x.ttl", kPrefixes + text), bundled_knowledge().prefixes, diagnostics);
  EXPECT_EQ(printed(diagnostics), "") << text;
  return result;
}

std::string some(const char* property, const char* filler) {
  return fmt::format("[ a owl:Restriction ; owl:onProperty obo:{} ; owl:someValuesFrom obo:{} ]", property, filler);
}

TEST(RdfOntology, PartOfLeadsToAWhole) {
  const Ontology result = ontology("obo:U_1 a owl:Class ; obo:BFO_0000050 obo:U_2 ; rdfs:subClassOf " + some("BFO_0000050", "U_3") +
                                   " ; owl:equivalentClass [ owl:intersectionOf ( obo:U_4 " + some("BFO_0000050", "U_5") + " ) ] .");
  EXPECT_EQ(result.terms.at(0).wholes, (Texts{obo("U_2"), obo("U_3"), obo("U_5")}));
  EXPECT_EQ(result.counts.part_of, 2u);
  EXPECT_EQ(result.counts.defined_by, 2u);
}

TEST(RdfOntology, BranchingPartOfDoesToo) {
  const Ontology result =
      ontology("obo:U_1 a owl:Class ; obo:RO_0002380 obo:U_2 ; rdfs:subClassOf " + some("RO_0002380", "U_3") + " , " +
               some("RO_0002202", "U_6") + " ; owl:equivalentClass [ owl:intersectionOf ( obo:U_4 " + some("RO_0002380", "U_5") + " ) ] .");
  EXPECT_EQ(result.terms.at(0).wholes, (Texts{obo("U_2"), obo("U_3"), obo("U_5")}));
  EXPECT_EQ(result.counts.part_of, 0u) << "but it is not counted as part of";
  EXPECT_EQ(result.counts.defined_by, 1u) << "the genus";
}

}  // namespace
}  // namespace musclekg::test
