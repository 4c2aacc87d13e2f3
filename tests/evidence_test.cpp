// The evidence behind the edges: each statement with its basis, its citations and the words it stands on.

#include "map/evidence.h"

#include <fmt/format.h>

#include "quads_test.h"

namespace musclekg::test {
namespace {

const std::string kSoleus = "obo:UBERON_0001389", kVastus = "obo:UBERON_0001380";

/// The facts of the vastus medialis: what the source says, what follows, and what a group's name was expanded to.
TEST(Evidence, TheBasisIsTold) {
  const Quads quads(nquads_of(contents(project("facts/vastus-medialis.yaml"))));
  const auto basis = [&](const std::string& subject, const std::string& predicate, const std::string& object) {
    const std::string statement = quads.statement_of(subject, predicate, object);
    std::string told = quads.object(statement, "mkg:basis");
    for (const std::string& rule : quads.objects(statement, "mkg:ruleUsed")) told += " " + rule;
    for (const std::string& from : quads.objects(statement, "prov:wasDerivedFrom")) told += " from " + from;
    return told;
  };
  EXPECT_EQ(basis(kVastus, "mkg:hasSynergist", "obo:UBERON_0001378"),
            "mkg:ExpandedFromAnchor mkg:RuleGroupExpansion from obo:UBERON_0001377");
  EXPECT_EQ(basis(kVastus, "mkg:joinsWith", "obo:UBERON_0001378"), "mkg:StatedByPage");
  EXPECT_EQ(basis(kVastus, "mkg:hasSegmentalInnervation", "mkt:spinal-level-L3"), "mkg:DerivedByRule mkg:RuleMuscleLevelsFromNerve");
  const Names nerves = quads.subjects("mkg:derivesFromSpinalLevel", "mkt:spinal-level-L3");
  ASSERT_EQ(nerves.size(), 1u);
  EXPECT_EQ(basis(nerves[0], "mkg:derivesFromSpinalLevel", "mkt:spinal-level-L3"), "mkg:StatedByPage");
  EXPECT_EQ(basis(kVastus, "obo:BFO_0000050", "obo:UBERON_0001377"), "mkg:ExpandedFromAnchor mkg:RuleKnownWhole");
  EXPECT_EQ(basis(kVastus, "mkg:hasArterialSupply", "obo:UBERON_0002060"), "mkg:StatedByPage");
  EXPECT_EQ(basis("obo:UBERON_0002060", "obo:RO_0020101", kVastus), "mkg:DerivedByRule mkg:RuleVesselSuppliesOrgan");
}

/// A line is its own landmark as the source says, and its bone follows by a rule.
TEST(Evidence, ALineLeadsToItsBone) {
  const Quads quads(nquads_of("name: vastus medialis\norigins: intertrochanteric line\n"));
  const std::string line = quads.object(kVastus, "mkg:hasOriginLandmark");
  const std::string stated = quads.statement_of(kVastus, "mkg:hasOriginLandmark", line);
  EXPECT_EQ(quads.object(stated, "mkg:basis"), "mkg:StatedByPage");
  EXPECT_EQ(quads.objects(stated, "mkg:ruleUsed"), Names{});
  std::set<std::string> bones;
  for (const ShortQuad& edge : quads.in("direct"))
    if (edge.predicate == "obo:RO_0002372") bones.insert(edge.object);
  ASSERT_EQ(bones.size(), 1u);
  EXPECT_NE(*bones.begin(), line);
  const std::string derived = quads.statement_of(kVastus, "obo:RO_0002372", *bones.begin());
  EXPECT_EQ(quads.object(derived, "mkg:basis"), "mkg:DerivedByRule");
  EXPECT_EQ(quads.objects(derived, "mkg:ruleUsed"), Names{"mkg:RuleNearestMaterialWhole"});
  EXPECT_EQ(quads.object(derived, "mkg:anchor"), quads.object(stated, "mkg:anchor")) << "both stand on the same words";
}

/// What belongs to a value cites what the value cites, but where it cites something itself.
TEST(Evidence, CitationsAreInherited) {
  const Quads quads(
      nquads_of("name: vastus medialis\n"
                "innervation:\n  name: femoral nerve\n  roots: [L2]\n  cites: 1\n"
                "insertions:\n  name: quadriceps tendon\n  attached_to: {name: patella, cites: 2}\n  envelops: tibia\n  cites: 1\n"
                "origins: femur\n"
                "references: [{number: 1, title: A}, {number: 2, title: B}]\n",
                {"--profile", "evidence"}));
  const auto cited = [&](const std::string& predicate, const std::string& object) {
    Names all;
    for (const std::string& statement : quads.subjects("rdf:predicate", predicate)) {
      if (!quads.has(statement, "rdf:object", object)) continue;
      for (const std::string& reference : quads.objects(statement, "cito:cites")) all.push_back(reference.substr(reference.rfind('/') + 1));
      all.push_back(quads.object(statement, "mkg:citationScope"));
    }
    return all;
  };
  EXPECT_EQ(cited("obo:RO_0002005", "obo:UBERON_0001267"), (Names{"1", "mkg:RecordValue"}));
  EXPECT_EQ(cited("mkg:derivesFromSpinalLevel", "mkt:spinal-level-L2"), (Names{"1", "mkg:RecordValue"}));
  EXPECT_EQ(cited("mkg:hasSegmentalInnervation", "mkt:spinal-level-L2"), (Names{"1", "mkg:RecordValue"}));
  EXPECT_EQ(cited("obo:RO_0002371", "obo:UBERON_0002446"), (Names{"2", "mkg:RecordValue"})) << "its own, and not what it belongs to cites";
  EXPECT_EQ(cited("mkg:envelops", "obo:UBERON_0000979"), (Names{"1", "mkg:RecordValue"}));
  EXPECT_EQ(cited("obo:RO_0002372", "obo:UBERON_0000981"), Names{"mkg:NoMarker"});
}

TEST(Evidence, TheScopeOfACitationCanBeGiven) {
  const Quads quads(
      nquads_of("name: soleus\norigins:\n  - {name: fibula, cites: 1, citation_scope: paragraph}\n"
                "insertions:\n  - {name: calcaneus, cites: 1, citation_scope: sentence}\nreferences: [{number: 1, title: A}]\n",
                {"--profile", "evidence"}));
  EXPECT_EQ(quads.object(quads.statement_of(kSoleus, "obo:RO_0002372", "obo:UBERON_0001446"), "mkg:citationScope"),
            "mkg:ParagraphFinalMarker");
  EXPECT_EQ(quads.object(quads.statement_of(kSoleus, "obo:RO_0002373", "obo:UBERON_0001450"), "mkg:citationScope"), "mkg:SentenceMarker");
}

constexpr std::string_view kWordy =
    "name: soleus\n"
    "origins:\n  - {name: fibula, qualifier: quaggy part, note: zorilla remark, cites: 1}\n"
    "clinical_claims:\n  - {text: The xylotomy claim stands., kind: finding, cites: 1, note: wapiti remark}\n"
    "palpation:\n  - {text: Felt like vicuna wool., note: umbel remark}\n"
    "references: [{number: 1, title: A book, design: controlled-trial}]\n";

TEST(Evidence, ClaimsAndNotesHaveTheirAnchors) {
  const Quads quads(nquads_of(kWordy, {"--profile", "evidence"}));
  const std::string claim = ":soleus-muscle/claim/1", palpation = ":soleus-muscle/palpation/1";
  EXPECT_EQ(quads.object(claim, "schema:text"), "\"The xylotomy claim stands.\"@en");
  EXPECT_EQ(quads.quote_of(claim), "The xylotomy claim stands.");
  EXPECT_EQ(quads.object(claim, "mkg:note"), "\"wapiti remark\"@en");
  EXPECT_EQ(quads.object(claim, "cito:citesAsEvidence"), ":soleus-muscle/reference/1");
  EXPECT_EQ(quads.object(claim, "mkg:citationScope"), "mkg:RecordValue");
  EXPECT_EQ(quads.object(palpation, "mkg:kind"), "mkg:Palpation");
  EXPECT_EQ(quads.quote_of(palpation), "Felt like vicuna wool.");
  EXPECT_EQ(quads.object(palpation, "mkg:citationScope"), "mkg:NoMarker");
  EXPECT_EQ(quads.object(palpation, "mkg:note"), "\"umbel remark\"@en");
  const std::string origin = quads.statement_of(kSoleus, "obo:RO_0002372", "obo:UBERON_0001446");
  EXPECT_EQ(quads.objects(origin, "mkg:qualifier"), Names{"\"quaggy part\"@en"});
  EXPECT_EQ(quads.objects(origin, "mkg:note"), Names{"\"zorilla remark\"@en"});
}

/// Without the right to quote, no word of the source gets out, into whatever syntax.
TEST(Evidence, WithoutQuotesNoWordGetsOut) {
  for (const std::string_view policy : {"hash", "none"}) {
    for (const std::string_view syntax : {"nquads", "jsonld", "turtle"}) {
      const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", std::string(syntax), "-q", "--profile", "all",
                                         "--quotes", std::string(policy)},
                                        kWordy);
      ASSERT_EQ(result.exit, 0) << result.err;
      ASSERT_NE(result.out.find("claim/1"), std::string::npos);
      for (const std::string_view word : {"quaggy", "zorilla", "xylotomy", "wapiti", "vicuna", "umbel"})
        EXPECT_EQ(result.out.find(word), std::string::npos) << word << " with " << policy << " as " << syntax;
      for (const std::string_view name : {"TextQuoteSelector", "subject_label", "oa#exact"})
        EXPECT_EQ(result.out.find(std::string(name) + ">"), std::string::npos) << name << " with " << policy << " as " << syntax;
    }
    const std::string out = nquads_of(kWordy, {"--profile", "claims,source,terms", "--quotes", std::string(policy)});
    for (const std::string_view word : {"quaggy", "zorilla", "xylotomy", "wapiti", "vicuna", "umbel"})
      EXPECT_EQ(out.find(word), std::string::npos) << word << " with " << policy;
  }
}

TEST(Evidence, HashesAreThoseOfTheWords) {
  const Quads quads(nquads_of(kWordy, {"--profile", "all", "--quotes", "hash"}));
  const auto hash = [&](const std::string& node) { return words_of(quads.object(quads.object(node, "mkg:anchor"), "mkg:quoteSha256")); };
  EXPECT_EQ(words_of(quads.object(":soleus-muscle/claim/1", "mkg:textSha256")), sha256_of("The xylotomy claim stands."));
  EXPECT_EQ(hash(":soleus-muscle/claim/1"), sha256_of("The xylotomy claim stands."));
  EXPECT_EQ(words_of(quads.object(":soleus-muscle/palpation/1", "mkg:textSha256")), sha256_of("Felt like vicuna wool."));
  EXPECT_EQ(hash(quads.statement_of(kSoleus, "obo:RO_0002372", "obo:UBERON_0001446")), sha256_of("fibula"));
  const std::string none = nquads_of(kWordy, {"--profile", "all", "--quotes", "none"});
  EXPECT_EQ(none.find("vocab#quoteSha256"), std::string::npos);
  EXPECT_EQ(none.find("vocab#textSha256"), std::string::npos);
  EXPECT_NE(none.find("oa#TextPositionSelector"), std::string::npos);
}

/// The names of statements do not depend on what may be quoted, nor on what else is written.
TEST(Evidence, StatementsAreNamedAlikeWhateverIsQuoted) {
  const auto statements = [](std::vector<std::string> options) {
    return Quads(nquads_of(kWordy, std::move(options))).subjects("rdf:type", "mkg:Statement");
  };
  const Names full = statements({"--profile", "all"});
  ASSERT_EQ(full.size(), 1u);
  EXPECT_EQ(statements({"--profile", "all", "--quotes", "hash"}), full);
  EXPECT_EQ(statements({"--profile", "evidence", "--quotes", "none"}), full);
}

/// Where the graph "direct" is not written, no statement says that it is asserted there.
TEST(Evidence, IsAssertedOnlyWhereThereAreEdges) {
  EXPECT_EQ(nquads_of(kWordy, {"--profile", "evidence"}).find("assertedIn"), std::string::npos);
  EXPECT_NE(nquads_of(kWordy, {"--profile", "evidence,direct"}).find("assertedIn"), std::string::npos);
}

}  // namespace
}  // namespace musclekg::test
