// What cannot be meant is told of a record: as warnings, or with --strict as errors.

#include "map/record_rules.h"

#include "quads_test.h"

namespace musclekg::test {
namespace {

/// With a term of an ontology that is both a nerve and a bone: only such a one gets past the kinds of the slots.
Result convert(std::string_view record, bool strict = false) {
  const TemporaryFolder folder;
  const std::string ontology = folder.write("twin.ttl",
                                            "@prefix obo: <http://purl.obolibrary.org/obo/> .\n"
                                            "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                                            "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                                            "obo:UBERON_9400001 a owl:Class ; rdfs:label \"zygal nerve\" ;\n"
                                            "  rdfs:subClassOf obo:UBERON_0001021 , obo:UBERON_0001474 .\n");
  std::vector<std::string> arguments = {"convert", "-", "--from", "yaml", "-o", "-", "--to", "nquads", "--ontology", ontology};
  if (strict) arguments.emplace_back("--strict");
  return run_program(arguments, record);
}

/// The lines of what was found under a name, without the hints.
Names found(const Result& result, std::string_view name) {
  Names lines;
  for (const std::string_view line : split(result.err, '\n'))
    if (line.ends_with("[" + std::string(name) + "]")) lines.emplace_back(line);
  return lines;
}

constexpr std::string_view kItself = "name: soleus\nsynergists:\n  - gastrocnemius\n  - soleus muscle\norigins: fibula\n";
constexpr std::string_view kNerve = "name: soleus\norigins: zygal nerve\ninnervation: zygal nerve\n";

TEST(RecordRules, AnEdgeToItselfIsWarnedOf) {
  const Result result = convert(kItself);
  EXPECT_EQ(result.exit, 0);
  ASSERT_EQ(found(result, "self-edge").size(), 1u) << result.err;
  EXPECT_EQ(found(result, "self-edge")[0].find("<stdin>:4:5: warning: 'synergists' of UBERON:0001389 'soleus muscle' names that itself"),
            0u)
      << result.err;
  const Quads quads(result.out);
  for (const ShortQuad& quad : quads.all()) EXPECT_NE(quad.subject, quad.object) << quad.predicate;
  EXPECT_EQ(quads.objects("obo:UBERON_0001389", "mkg:hasSynergist").size(), 1u) << "the other one is written";
  EXPECT_EQ(quads.objects("obo:UBERON_0001389", "obo:RO_0002372"), Names{"obo:UBERON_0001446"});
}

TEST(RecordRules, ANestedEdgeToItselfIsWarnedOf) {
  const Result result = convert("name: soleus\ninnervation:\n  name: tibial nerve\n  branch_of: tibial nerve\n");
  ASSERT_EQ(found(result, "self-edge").size(), 1u) << result.err;
  EXPECT_NE(found(result, "self-edge")[0].find("<stdin>:4:14: warning: 'branch_of' of UBERON:0001323 'tibial nerve'"), std::string::npos);
  const Quads quads(result.out);
  for (const ShortQuad& quad : quads.all()) EXPECT_NE(quad.subject, quad.object) << quad.predicate;
}

TEST(RecordRules, ANerveThatIsAPlaceOfAttachmentIsWarnedOf) {
  const Result result = convert(kNerve);
  EXPECT_EQ(result.exit, 0);
  ASSERT_EQ(found(result, "nerve-is-site").size(), 1u) << result.err;
  EXPECT_NE(found(result, "nerve-is-site")[0].find("<stdin>:3:14: warning: UBERON:9400001 'zygal nerve' is given as nerve"),
            std::string::npos)
      << result.err;
}

TEST(RecordRules, StrictMakesThemErrors) {
  for (const auto& [record, name] : {std::pair(kItself, "self-edge"), std::pair(kNerve, "nerve-is-site")}) {
    const Result result = convert(record, true);
    EXPECT_EQ(result.exit, 1) << name;
    ASSERT_EQ(found(result, name).size(), 1u) << result.err;
    EXPECT_NE(found(result, name)[0].find(": error: "), std::string::npos) << result.err;
    EXPECT_FALSE(result.out.empty()) << "the record is mapped all the same";
  }
}

TEST(RecordRules, WhatCanBeMeantIsNotWarnedOf) {
  // A muscle may be spoken of in its own claims; a group may be named after a muscle; what is passed may be what is inserted into.
  const Result result = convert(
      "name: soleus\ninnervation: tibial nerve\norigins: fibula\ngroup: soleus\n"
      "clinical_claims:\n  - text: Soleus matters.\n    about: soleus\n",
      true);
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(found(result, "self-edge"), Names{}) << result.err;
  EXPECT_EQ(found(result, "nerve-is-site"), Names{}) << result.err;
}

/// The project's own facts keep the rules.
TEST(RecordRules, TheFactsKeepThem) {
  for (const auto& entry : fact_files()) {
    if (entry.path().extension() != ".yaml") continue;
    const Result result = convert(contents(entry.path()), true);
    EXPECT_EQ(result.exit, 0) << entry.path() << result.err;
    EXPECT_EQ(found(result, "self-edge"), Names{}) << entry.path();
    EXPECT_EQ(found(result, "nerve-is-site"), Names{}) << entry.path();
  }
}

}  // namespace
}  // namespace musclekg::test
