// Ids that a record gives: each is audited, obsolete ones are followed.

#include "link_test.h"

namespace musclekg::link_test {
namespace {

constexpr const char* kReplaced =
    "obo:UBERON_9200001 a owl:Class ; rdfs:label \"new zygal nerve\" ; oboInOwl:hasExactSynonym \"zygal nerve\" ; rdfs:subClassOf "
    "obo:UBERON_0001021 .\n"
    "obo:UBERON_9200002 a owl:Class ; rdfs:label \"obsolete old zygal nerve\" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_9200001 "
    ";\n"
    "  oboInOwl:hasExactSynonym \"nerve of zyg\" .\n"
    "obo:UBERON_9200003 a owl:Class ; rdfs:label \"zygal artery\" ; rdfs:subClassOf obo:UBERON_0001637 .\n"
    "obo:UBERON_9200004 a owl:Class ; rdfs:label \"obsolete zygal twig\" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_9200003 .\n"
    // consider, in the three spellings that Uberon has
    "obo:UBERON_9200005 a owl:Class ; rdfs:label \"obsolete zygal branches\" ; owl:deprecated true ; oboInOwl:consider \"UBERON:9200001\" "
    ", "
    "\"obo.UBERON_9200006\" , \"http://purl.obolibrary.org/obo/UBERON_9200007\" .\n"
    "obo:UBERON_9200006 a owl:Class ; rdfs:label \"second zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
    "obo:UBERON_9200007 a owl:Class ; rdfs:label \"third zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
    // neither
    "obo:UBERON_9200008 a owl:Class ; rdfs:label \"obsolete lost zygal nerve\" ; owl:deprecated true .\n"
    // replaced by what is obsolete itself, and by what is not loaded
    "obo:UBERON_9200009 a owl:Class ; rdfs:label \"obsolete first zygal nerve\" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_9200002 "
    ".\n"
    "obo:UBERON_9200010 a owl:Class ; rdfs:label \"obsolete far zygal nerve\" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_9299999 "
    ".\n"
    "obo:UBERON_9200011 a owl:Class ; rdfs:label \"obsolete half zygal nerve\" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_9299999 "
    "; "
    "oboInOwl:consider \"UBERON:9200001\" .\n"
    // one id for each of two things
    "obo:UBERON_9200012 a owl:Class ; rdfs:label \"obsolete both zygal nerves\" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_9200001 "
    ", "
    "obo:UBERON_9200006 .\n"
    // an alternative id
    "obo:UBERON_9200013 a owl:Class ; rdfs:label \"merged zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 ; oboInOwl:hasAlternativeId "
    "\"UBERON:9200014\" .\n";

const Extended& replaced() {
  static const Extended extended(kReplaced);
  return extended;
}

std::string told(std::string_view slot, std::string_view name, std::string_view id) {
  return Names(replaced()).told(slot, Names::with_id(name, id));
}

TEST(GivenId, ObsoleteIdLeadsToWhatReplacesIt) {
  for (const char* name : {"new zygal nerve", "zygal nerve", "the zygal nerves", "old zygal nerve", "Old Zygal Nerve",
                           "obsolete old zygal nerve", "nerve of zyg"})
    EXPECT_EQ(told("nerve", name, "UBERON:9200002"), "UBERON:9200001 by given id") << name;
  Names names(replaced());
  const Link& link = names.link("nerve", Names::with_id("zygal nerve", "UBERON:9200002"));
  EXPECT_EQ(link.given_id, "UBERON:9200002");
}

TEST(GivenId, ReplacementIsAuditedToo) {
  EXPECT_EQ(told("nerve", "femoral nerve", "UBERON:9200002"),
            "refused: UBERON:9200002 is obsolete, and replaced by UBERON:9200001: UBERON:9200001 is 'new zygal nerve', not 'femoral nerve', which is UBERON:0001267 [id-label-mismatch]");
  EXPECT_EQ(told("artery", "zygal nerve", "UBERON:9200002"),
            "refused: UBERON:9200002 is obsolete, and replaced by UBERON:9200001: UBERON:9200001 'new zygal nerve' is of kind nerve; the slot 'artery' takes artery [wrong-kind]");
  EXPECT_EQ(told("nerve", "zygal artery", "UBERON:9200004"),
            "refused: UBERON:9200004 is obsolete, and replaced by UBERON:9200003: UBERON:9200003 'zygal artery' is of kind artery, vessel; the slot 'nerve' takes nerve, nerve-plexus [wrong-kind]");
  EXPECT_EQ(told("nerve", "zygal twig", "UBERON:9200004"),
            "refused: UBERON:9200004 is obsolete, and replaced by UBERON:9200003: UBERON:9200003 'zygal artery' is of kind artery, vessel; the slot 'nerve' takes nerve, nerve-plexus [wrong-kind]")
      << "the old name fits, the kind does not";
}

TEST(GivenId, OfTermsToConsiderTheOneWithTheNameIsTaken) {
  EXPECT_EQ(told("nerve", "second zygal nerve", "UBERON:9200005"), "UBERON:9200006 by label");
  EXPECT_EQ(told("nerve", "third zygal nerves", "UBERON:9200005"), "UBERON:9200007 by normalized name");
  EXPECT_EQ(told("nerve", "zygal nerve", "UBERON:9200005"), "UBERON:9200001 by exact synonym");
}

TEST(GivenId, TermsToConsiderAreCandidatesWhereNoneHasTheName) {
  EXPECT_EQ(told("nerve", "zygal branches", "UBERON:9200005"), "open: UBERON:9200001, UBERON:9200006, UBERON:9200007");
  EXPECT_EQ(told("nerve", "femoral nerve", "UBERON:9200005"), "open: UBERON:9200001, UBERON:9200006, UBERON:9200007")
      << "a term that is not to be considered is not taken";
  EXPECT_EQ(told("nerve", "both zygal nerves", "UBERON:9200012"), "open: UBERON:9200001, UBERON:9200006");
}

TEST(GivenId, ObsoleteIdWithoutReplacementIsAnError) {
  EXPECT_EQ(told("nerve", "lost zygal nerve", "UBERON:9200008"),
            "refused: UBERON:9200008 'obsolete lost zygal nerve' is obsolete, and no loaded term replaces it [obsolete-id]");
  EXPECT_EQ(told("nerve", "far zygal nerve", "UBERON:9200010"),
            "refused: UBERON:9200010 'obsolete far zygal nerve' is obsolete, and no loaded term replaces it [obsolete-id]");
}

TEST(GivenId, ReplacementsAreFollowedToALivingTerm) {
  EXPECT_EQ(told("nerve", "first zygal nerve", "UBERON:9200009"), "UBERON:9200001 by given id");
  EXPECT_EQ(told("nerve", "half zygal nerve", "UBERON:9200011"), "open: UBERON:9200001");
}

TEST(GivenId, AlternativeIdStandsForItsTerm) {
  EXPECT_EQ(told("nerve", "merged zygal nerve", "UBERON:9200014"), "UBERON:9200013 by given id");
  EXPECT_EQ(told("nerve", "merged zygal nerve", "http://purl.obolibrary.org/obo/UBERON_9200014"), "UBERON:9200013 by given id");
  EXPECT_EQ(told("nerve", "femoral nerve", "UBERON:9200014"),
            "refused: UBERON:9200014 is 'merged zygal nerve', not 'femoral nerve', which is UBERON:0001267 [id-label-mismatch]");
}

TEST(GivenId, TellsTheNameThatFitted) {
  Names names;
  const Link& link = names.link("muscle", Names::with_id("the adductor magnus muscles", "UBERON:0000370"));
  EXPECT_EQ(names.told(link), "UBERON:0000370 by given id");
  EXPECT_EQ(link.matched, "adductor magnus muscle");
  EXPECT_EQ(link.matched_field, "oboInOwl:hasExactSynonym");
  EXPECT_EQ(link.bearer, link.term);
}

TEST(GivenId, FmaIdsInAllTheirForms) {
  Names names;
  for (const char* id : {"FMA:22432", "http://purl.org/sig/ont/fma/fma22432", "http://purl.obolibrary.org/obo/FMA_22432"})
    EXPECT_EQ(names.told("muscle", Names::with_id("vastus medialis", id)), "UBERON:0001380 by given id") << id;
}

// ../shared/hra/peripheral-nervous-system-organ-crosswalk.csv, line 249, has the id of the femoral nerve for the iliacus muscle.
TEST(GivenId, IliacusWithTheIdOfTheFemoralNerveIsRefused) {
  MUSCLEKG_NEEDS_SHARED("hra/peripheral-nervous-system-organ-crosswalk.csv");
  const std::string table = contents(shared() / "hra/peripheral-nervous-system-organ-crosswalk.csv");
  const std::vector<std::string_view> lines = split(table, '\n');
  ASSERT_GE(lines.size(), 249u);
  const std::vector<std::string_view> cells = split(lines[248], ',');
  ASSERT_GE(cells.size(), 5u);
  ASSERT_EQ(cells[3], "iliacus muscle");
  Names names;
  EXPECT_EQ(names.told("nerve", Names::with_id(cells[0], cells[1])), "UBERON:0001267 by given id");
  EXPECT_EQ(names.told("muscle", Names::with_id(cells[3], cells[4])),
            "refused: UBERON:0001267 is 'femoral nerve', not 'iliacus muscle', which is UBERON:0001369 [id-label-mismatch]");
}

TEST(GivenId, ProgramWarnsOfAnObsoleteIdThatIsReplaced) {
  const TemporaryFolder folder;
  const std::string ontology = folder.write("extra.ttl", std::string(kTurtlePrefixes) + kReplaced);
  const std::string links = folder / "links.tsv";
  const Result result =
      run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "--ontology", ontology, "--sssom", links},
                  "name: vastus medialis\ninnervation: {name: zygal nerve, id: \"UBERON:9200002\"}\n");
  EXPECT_EQ(result.exit, 0);
  EXPECT_NE(result.err.find(
                "<stdin>:2:38: warning: UBERON:9200002 is obsolete: UBERON:9200001 'new zygal nerve' is taken instead [obsolete-id]\n"),
            std::string::npos)
      << result.err;
  EXPECT_NE(result.out.find("<http://purl.obolibrary.org/obo/RO_0002005> <http://purl.obolibrary.org/obo/UBERON_9200001> .\n"),
            std::string::npos)
      << result.out;
  EXPECT_EQ(result.out.find("UBERON_9200002"), std::string::npos) << "the obsolete term is in the graph";
  EXPECT_NE(folder.read("links.tsv").find("slot nerve; by given id; given as UBERON:9200002, which is obsolete"), std::string::npos)
      << folder.read("links.tsv");
}

TEST(GivenId, ProgramRefusesAnObsoleteIdThatNothingReplaces) {
  const TemporaryFolder folder;
  const std::string ontology = folder.write("extra.ttl", std::string(kTurtlePrefixes) + kReplaced);
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q", "--ontology", ontology},
                                    "name: vastus medialis\ninnervation: {name: lost zygal nerve, id: \"UBERON:9200008\"}\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err,
            "<stdin>:2:43: error: UBERON:9200008 'obsolete lost zygal nerve' is obsolete, and no loaded term replaces it [obsolete-id]\n"
            "  mend the id or the name, or leave the id out and let the name be linked\n");
}

TEST(GivenId, ProgramNamesTheTermsToConsider) {
  const TemporaryFolder folder;
  const std::string ontology = folder.write("extra.ttl", std::string(kTurtlePrefixes) + kReplaced);
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "--ontology", ontology},
                                    "name: vastus medialis\ninnervation: {name: zygal branches, id: \"UBERON:9200005\"}\n");
  EXPECT_EQ(result.exit, 0);
  EXPECT_NE(result.err.find("'zygal branches' in innervation may be UBERON:9200001 'new zygal nerve', UBERON:9200006 'second zygal nerve', "
                            "UBERON:9200007 'third zygal nerve' [ambiguous-name]\n"),
            std::string::npos)
      << result.err;
}

TEST(GivenId, ProgramKeepsTheObsoleteIdBesideTheLivingOne) {
  const TemporaryFolder folder;
  const std::string ontology = folder.write("extra.ttl", std::string(kTurtlePrefixes) + kReplaced);
  const std::string living = "name: vastus medialis\ninnervation: {name: zygal nerve, id: \"UBERON:9200001\"}\n";
  const std::string obsolete = "name: vastus lateralis\ninnervation: {name: zygal nerve, id: \"UBERON:9200002\"}\n";
  std::vector<std::string> tables;
  for (const auto& [first, second] : {std::pair{living, obsolete}, std::pair{obsolete, living}}) {
    const Result result = run_program(
        {"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "-q", "--ontology", ontology, "--sssom", folder / "links.tsv"},
        first + "---\n" + second);
    ASSERT_EQ(result.exit, 0) << result.err;
    tables.push_back(folder.read("links.tsv"));
    EXPECT_NE(tables.back().find("given as UBERON:9200002, which is obsolete"), std::string::npos) << tables.back();
  }
  EXPECT_EQ(tables[0], tables[1]) << "the order of records shows";
}

}  // namespace
}  // namespace musclekg::link_test
