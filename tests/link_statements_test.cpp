// Links as statements (SSSOM): what each says, and that statements point only at those that are told.

#include "map/link_statements.h"

#include "quads_test.h"

namespace musclekg::test {
namespace {

TEST(LinkStatements, DoublesAreCanonical) {
  EXPECT_EQ(canonical_double("1"), "1.0E0");
  EXPECT_EQ(canonical_double("1.0"), "1.0E0");
  EXPECT_EQ(canonical_double("0.95"), "9.5E-1");
  EXPECT_EQ(canonical_double("0.9"), "9.0E-1");
  EXPECT_EQ(canonical_double("0.90"), "9.0E-1");
  EXPECT_EQ(canonical_double(".5"), "5.0E-1");
  EXPECT_EQ(canonical_double("0.05"), "5.0E-2");
  EXPECT_EQ(canonical_double("0.625"), "6.25E-1");
  EXPECT_EQ(canonical_double("10"), "1.0E1");
  EXPECT_EQ(canonical_double("12.50"), "1.25E1");
  EXPECT_EQ(canonical_double("100.01"), "1.0001E2");
  EXPECT_EQ(canonical_double("0"), "0.0E0");
  EXPECT_EQ(canonical_double("0.0"), "0.0E0");
  EXPECT_EQ(canonical_double("00.50"), "5.0E-1");
}

constexpr std::string_view kRecord =
    "name: soleus\norigins: head of the fibula\ninsertions: zygal thing\ninnervation: tibial nerve\nactions: plantar flexion of the ankle "
    "joint\n";

TEST(LinkStatements, SayWhichWordsBecameWhichTerm) {
  const Quads quads(nquads_of(kRecord, {"--profile", "links"}));
  EXPECT_EQ(quads.graphs(), Names{"links"});
  const Names links = quads.subjects("rdf:type", "owl:Axiom");
  EXPECT_EQ(quads.objects(":muscles/links", "sssom:mappings"), links) << "all are of the set";
  EXPECT_EQ(quads.object(":muscles/links", "rdf:type"), "sssom:MappingSet");
  EXPECT_GE(links.size(), 6u);
  for (const std::string& link : links) {
    for (const std::string_view one : {"sssom:subject_label", "sssom:subject_type", "owl:annotatedProperty", "owl:annotatedTarget",
                                       "sssom:mapping_justification", "sssom:confidence", "rdfs:comment", "sssom:mapping_tool"})
      EXPECT_EQ(quads.objects(link, one).size(), 1u) << link << " " << one;
    const std::string confidence = quads.object(link, "sssom:confidence");
    EXPECT_TRUE(confidence.ends_with("\"^^xsd:double")) << confidence;
    EXPECT_NE(confidence.find('E'), std::string::npos) << confidence;
    EXPECT_TRUE(quads.object(link, "sssom:mapping_justification").starts_with("semapv:"));
    EXPECT_EQ(quads.object(link, "sssom:subject_type"), "rdfs:Literal");
  }
  const Names nerve = quads.subjects("sssom:subject_label", "\"tibial nerve\"");
  ASSERT_EQ(nerve.size(), 1u);
  EXPECT_EQ(quads.object(nerve[0], "owl:annotatedTarget"), "obo:UBERON_0001323");
  EXPECT_EQ(quads.object(nerve[0], "owl:annotatedProperty"), "skos:exactMatch");
  EXPECT_EQ(quads.object(nerve[0], "sssom:confidence"), "\"1.0E0\"^^xsd:double");
  EXPECT_EQ(quads.object(nerve[0], "sssom:object_label"), "\"tibial nerve\"");
}

TEST(LinkStatements, ANameThatNothingHasIsToldToo) {
  const Quads quads(nquads_of(kRecord, {"--profile", "links"}));
  const Names link = quads.subjects("sssom:subject_label", "\"zygal thing\"");
  ASSERT_EQ(link.size(), 1u);
  EXPECT_EQ(quads.object(link[0], "owl:annotatedTarget"), "sssom:NoTermFound");
  EXPECT_EQ(quads.objects(link[0], "sssom:object_label"), Names{});
}

/// Each link that a statement points at is told; those of the value and, where the muscle is the subject, of the muscle's name.
TEST(LinkStatements, StatementsPointAtTheirLinks) {
  const Quads quads(nquads_of(kRecord, {"--profile", "links,evidence"}));
  std::size_t pointed = 0;
  for (const ShortQuad& quad : quads.all()) {
    if (quad.predicate != "mkg:link") continue;
    ++pointed;
    EXPECT_TRUE(quads.has(quad.object, "rdf:type", "owl:Axiom")) << quad.object;
  }
  EXPECT_GE(pointed, 8u);
  const std::string nerve = quads.statement_of("obo:UBERON_0001389", "obo:RO_0002005", "obo:UBERON_0001323");
  std::set<std::string> labels;
  for (const std::string& link : quads.objects(nerve, "mkg:link")) labels.insert(quads.object(link, "sssom:subject_label"));
  EXPECT_EQ(labels, (std::set<std::string>{"\"soleus\"", "\"tibial nerve\""}));
}

TEST(LinkStatements, AreNotPointedAtWhereTheyAreNotTold) {
  EXPECT_EQ(nquads_of(kRecord, {"--profile", "evidence"}).find("vocab#link"), std::string::npos);
}

/// The same words in the same place are one link, in however many records; in another slot they are another.
TEST(LinkStatements, AreNamedByWhatTheySay) {
  const Quads one(nquads_of("name: soleus\norigins: tibia\n", {"--profile", "links"}));
  const Quads two(nquads_of("name: popliteus\ninsertions: tibia\n---\nname: gracilis\ninsertions: tibia\n", {"--profile", "links"}));
  const Names link = one.subjects("sssom:subject_label", "\"tibia\"");
  ASSERT_EQ(link.size(), 1u);
  EXPECT_EQ(two.subjects("sssom:subject_label", "\"tibia\""), link);
}

/// What two links say differs where only their words do, even if the words may not be told.
TEST(LinkStatements, WithoutWordsLinksStayApart) {
  const std::string record = "name: soleus\norigins: [zygal thing, zygoma thing]\n";
  const Quads full(nquads_of(record, {"--profile", "links"})), none(nquads_of(record, {"--profile", "links", "--quotes", "none"}));
  EXPECT_EQ(none.subjects("rdf:type", "owl:Axiom"), full.subjects("rdf:type", "owl:Axiom"));
  for (const std::string& link : none.subjects("rdf:type", "owl:Axiom")) {
    EXPECT_EQ(none.objects(link, "sssom:subject_label"), Names{});
    EXPECT_EQ(none.objects(link, "rdfs:comment"), Names{});
  }
}

}  // namespace
}  // namespace musclekg::test
