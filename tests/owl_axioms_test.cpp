// The facts as axioms on human-only classes: in OWL 2 EL, declared, and annotated with the statements behind them.

#include "map/owl_axioms.h"

#include <fmt/format.h>

#include "quads_test.h"

namespace musclekg::test {
namespace {

const std::string kHuman = "mkt:human-vastus-medialis", kMuscle = "obo:UBERON_0001380", kHomo = "obo:NCBITaxon_9606";

/// A class expression in one line: "obo:A", "(some obo:P obo:A)", "(and obo:A (some ...))".
std::string expression(const Quads& quads, const std::string& node, int depth = 0) {
  if (!node.starts_with("_:") || depth > 6) return node;
  if (!quads.objects(node, "owl:onProperty").empty()) {
    EXPECT_TRUE(quads.has(node, "rdf:type", "owl:Restriction")) << node;
    return fmt::format("(some {} {})", quads.object(node, "owl:onProperty"),
                       expression(quads, quads.object(node, "owl:someValuesFrom"), depth + 1));
  }
  EXPECT_TRUE(quads.has(node, "rdf:type", "owl:Class")) << node;
  std::string text = "(and";
  std::string cell = quads.object(node, "owl:intersectionOf");
  for (int i = 0; i < 20 && cell != "rdf:nil"; ++i) {
    text += " " + expression(quads, quads.object(cell, "rdf:first"), depth + 1);
    cell = quads.object(cell, "rdf:rest");
  }
  return text + ")";
}

/// The axioms of a graph: "SUB < SUPER" and "A = B".
std::set<std::string> axioms(const Quads& quads) {
  std::set<std::string> found;
  for (const ShortQuad& quad : quads.in("owl")) {
    if (quad.predicate == "rdfs:subClassOf") found.insert(expression(quads, quad.subject) + " < " + expression(quads, quad.object));
    if (quad.predicate == "owl:equivalentClass") found.insert(expression(quads, quad.subject) + " = " + expression(quads, quad.object));
  }
  return found;
}

constexpr std::string_view kRecord =
    "name: vastus medialis\n"
    "origins: [femur, intertrochanteric line]\n"
    "insertions:\n  - {name: quadriceps tendon, attached_to: patella}\n"
    "innervation:\n  name: femoral nerve\n  branch_of: lumbar plexus\n  roots: L3\n"
    "arterial_supply: [femoral artery, branches of the profunda femoris artery]\n"
    "actions: extension of the knee joint\nsynergists: rectus femoris\n";

TEST(OwlAxioms, AreOfTheHumanMuscle) {
  const Quads quads(nquads_of(kRecord, {"--profile", "owl,evidence,direct"}));
  const std::set<std::string> all = axioms(quads);
  EXPECT_TRUE(all.contains(fmt::format("{} = (and {} (some obo:BFO_0000050 {}))", kHuman, kMuscle, kHomo)))
      << ::testing::PrintToString(all);
  EXPECT_TRUE(all.contains(kHuman + " < (some obo:RO_0002372 obo:UBERON_0000981)")) << ::testing::PrintToString(all);
  EXPECT_TRUE(all.contains(kHuman + " < (some obo:RO_0002005 obo:UBERON_0001267)"));
  EXPECT_EQ(quads.object(kHuman, "rdfs:label"), "\"vastus medialis (human)\"@en");
  for (const std::string& axiom : all) {
    EXPECT_FALSE(axiom.starts_with(kMuscle + " ")) << "nothing is said of the class of all species: " << axiom;
    EXPECT_EQ(axiom.find("mkg:"), std::string::npos) << "only relations of RO and BFO: " << axiom;
    EXPECT_FALSE(axiom.ends_with(" " + kMuscle + ")")) << "what is said of the muscle is said of the human one: " << axiom;
  }
}

TEST(OwlAxioms, ALineIsNoFiller) {
  const Quads quads(nquads_of(kRecord, {"--profile", "owl,evidence,direct"}));
  const std::string line = quads.object(kMuscle, "mkg:hasOriginLandmark");
  ASSERT_FALSE(line.empty());
  for (const std::string& axiom : axioms(quads)) EXPECT_EQ(axiom.find("RO_0002372 " + line), std::string::npos) << axiom;
}

/// What an artery supplies is said of that of a human; of unnamed branches it would be too much to say.
TEST(OwlAxioms, AnArteryOfAHumanSuppliesTheMuscle) {
  const Quads quads(nquads_of(kRecord, {"--profile", "owl,evidence,direct"}));
  const std::set<std::string> all = axioms(quads);
  EXPECT_TRUE(all.contains(fmt::format("(and obo:UBERON_0002060 (some obo:BFO_0000050 {})) < (some obo:RO_0020101 {})", kHomo, kHuman)))
      << ::testing::PrintToString(all);
  std::size_t supplied = 0;
  for (const std::string& axiom : all) supplied += axiom.find("< (some obo:RO_0020101 ") != std::string::npos ? 1u : 0u;
  EXPECT_EQ(supplied, 1u) << "none of the branches";
  std::size_t edges = 0;
  for (const ShortQuad& edge : quads.in("direct")) edges += edge.predicate == "obo:RO_0020101" ? 1u : 0u;
  EXPECT_EQ(edges, 2u) << "though the edge is there";
}

/// Another structure's fact is one of that structure in a human.
TEST(OwlAxioms, OtherStructuresAreThoseOfAHuman) {
  const Quads quads(nquads_of(kRecord, {"--profile", "owl,evidence,direct"}));
  const std::set<std::string> all = axioms(quads);
  std::size_t seen = 0;
  for (const ShortQuad& edge : quads.in("direct")) {
    if (!edge.subject.starts_with("obo:") || edge.subject == kMuscle || !edge.predicate.starts_with("obo:") || edge.object == kMuscle)
      continue;
    ++seen;
    EXPECT_TRUE(
        all.contains(fmt::format("(and {} (some obo:BFO_0000050 {})) < (some {} {})", edge.subject, kHomo, edge.predicate, edge.object)))
        << edge.subject << " " << edge.predicate << " " << edge.object;
  }
  EXPECT_GE(seen, 2u) << "the tendon and the nerve";
}

/// All that a reader of OWL 2 DL needs: each class, object property and annotation property is declared.
void expect_declared(const Quads& all) {
  std::set<std::string> classes, properties, annotations;
  const std::set<ShortQuad> quads = all.in("owl");
  for (const ShortQuad& quad : quads) {
    if (quad.predicate == "owl:onProperty") properties.insert(quad.object);
    if (quad.predicate == "owl:someValuesFrom" || quad.predicate == "rdf:first") classes.insert(quad.object);
    if (quad.predicate == "rdfs:subClassOf" || quad.predicate == "owl:equivalentClass") {
      classes.insert(quad.subject);
      classes.insert(quad.object);
    }
    if (quad.predicate == "mkg:statement" || quad.predicate.starts_with("dcterms:")) annotations.insert(quad.predicate);
  }
  const auto declared = [&](const std::string& name, const char* type) { return quads.contains({name, "rdf:type", type, {}}); };
  for (const std::string& name : classes)
    if (!name.starts_with("_:")) {
      EXPECT_TRUE(declared(name, "owl:Class")) << name;
    }
  for (const std::string& name : properties) EXPECT_TRUE(declared(name, "owl:ObjectProperty")) << name;
  for (const std::string& name : annotations) EXPECT_TRUE(declared(name, "owl:AnnotationProperty")) << name;
  EXPECT_GE(classes.size(), 3u);
  EXPECT_GE(properties.size(), 1u);
  for (const ShortQuad& quad : quads) {
    constexpr std::string_view kKnown[] = {
        "rdf:type",      "rdfs:label",     "rdfs:subClassOf",     "owl:equivalentClass", "owl:intersectionOf",    "rdf:first",
        "rdf:rest",      "owl:onProperty", "owl:someValuesFrom",  "owl:annotatedSource", "owl:annotatedProperty", "owl:annotatedTarget",
        "mkg:statement", "dcterms:title",  "dcterms:description", "dcterms:license",     "owl:versionIRI"};
    EXPECT_NE(std::find(std::begin(kKnown), std::end(kKnown), quad.predicate), std::end(kKnown)) << quad.predicate;
  }
}

TEST(OwlAxioms, EverythingUsedIsDeclared) {
  expect_declared(Quads(nquads_of(kRecord, {"--profile", "owl"})));
  for (const auto& entry : fact_files())
    if (entry.path().extension() == ".yaml") expect_declared(Quads(nquads_of(contents(entry.path()), {"--profile", "all"})));
}

TEST(OwlAxioms, EachIsAnnotatedWithItsStatements) {
  const Quads quads(nquads_of(contents(project("facts/vastus-medialis.yaml"))));
  std::size_t seen = 0;
  for (const std::string& axiom : quads.subjects("rdf:type", "owl:Axiom")) {
    if (!axiom.starts_with("_:")) continue;  // a link
    ++seen;
    const std::string source = quads.object(axiom, "owl:annotatedSource"), target = quads.object(axiom, "owl:annotatedTarget");
    EXPECT_EQ(quads.object(axiom, "owl:annotatedProperty"), "rdfs:subClassOf");
    EXPECT_TRUE(quads.has(source, "rdfs:subClassOf", target)) << "the axiom it annotates is there";
    const Names statements = quads.objects(axiom, "mkg:statement");
    EXPECT_FALSE(statements.empty());
    for (const std::string& statement : statements) {
      EXPECT_TRUE(quads.has(statement, "rdf:type", "mkg:Statement")) << statement;
      EXPECT_EQ(quads.object(statement, "rdf:predicate"), quads.object(target, "owl:onProperty"));
    }
  }
  EXPECT_GE(seen, 15u);
}

/// Every edge by a relation of RO or BFO is an axiom, and no axiom is of another edge.
TEST(OwlAxioms, AreThoseOfTheEdges) {
  const Quads quads(nquads_of(kRecord, {"--profile", "owl,direct,evidence"}));
  std::set<std::string> expected, told;
  for (const ShortQuad& edge : quads.in("direct"))
    if (edge.predicate.starts_with("obo:")) expected.insert(edge.subject + " " + edge.predicate + " " + edge.object);
  for (const ShortQuad& quad : quads.in("owl")) {
    if (quad.predicate != "mkg:statement") continue;
    told.insert(quads.object(quad.object, "rdf:subject") + " " + quads.object(quad.object, "rdf:predicate") + " " +
                quads.object(quad.object, "rdf:object"));
  }
  std::set<std::string> left;
  std::set_difference(expected.begin(), expected.end(), told.begin(), told.end(), std::inserter(left, left.end()));
  ASSERT_EQ(left.size(), 1u) << ::testing::PrintToString(left);
  EXPECT_NE(left.begin()->find("obo:RO_0020101"), std::string::npos) << "what the branches supply";
  for (const std::string& one : told) EXPECT_TRUE(expected.contains(one)) << one;
}

TEST(OwlAxioms, HaveOneHeader) {
  const Quads quads(nquads_of("name: soleus\norigins: fibula\n---\nname: popliteus\ninsertions: tibia\n", {"--profile", "owl"}));
  EXPECT_EQ(quads.subjects("rdf:type", "owl:Ontology"), Names{":muscles/graph/owl"});
  EXPECT_FALSE(quads.objects(":muscles/graph/owl", "dcterms:title").empty());
  EXPECT_EQ(quads.objects(":muscles/graph/owl", "owl:versionIRI"), Names{});
  EXPECT_EQ(quads.objects(":muscles/graph/owl", "owl:imports"), Names{});
  EXPECT_TRUE(quads.describes("mkt:human-soleus-muscle"));
  EXPECT_TRUE(quads.describes("mkt:human-popliteus") || quads.describes("mkt:human-popliteus-muscle"));
}

/// A muscle that no ontology has is still a human one, and its axioms are its own.
TEST(OwlAxioms, AMuscleOfOurOwnHasAClass) {
  const Quads quads(nquads_of("name: zygal muscle\norigins: femur\n", {"--profile", "owl"}));
  EXPECT_TRUE(axioms(quads).contains("mkt:human-zygal-muscle < (some obo:RO_0002372 obo:UBERON_0000981)"))
      << ::testing::PrintToString(axioms(quads));
  expect_declared(quads);
}

}  // namespace
}  // namespace musclekg::test
