// Mapping sets of curators: they win over every rule, and what --sssom writes can be given back.

#include "link/curated.h"

#include "link_test.h"

namespace musclekg::link_test {
namespace {

// Without metadata the ids have the program's own prefixes.
constexpr const char* kColumns =
    "subject_id\tsubject_label\tsubject_type\tpredicate_modifier\tpredicate_id\tobject_id\tmapping_justification\tcomment\n";

std::string row(std::string_view label, std::string_view object, std::string_view modifier = "", std::string_view comment = "") {
  return fmt::format("\t{}\trdfs literal\t{}\tskos:exactMatch\t{}\tsemapv:ManualMappingCuration\t{}\n", label, modifier, object, comment);
}

/// The bundled knowledge with the rows of one mapping set.
Extended with_rows(const std::string& rows, const Files& ontologies = {}) {
  return Extended(ontologies, {{"set.sssom.tsv", kColumns + rows}});
}

TEST(Curated, AcceptedWinsOverTheLabel) {
  const Extended extended = with_rows(row("Femoral  NERVE", "UBERON:0001322"));
  Names names(extended);
  EXPECT_EQ(names.told("nerve", "femoral nerve"), "UBERON:0001322 by curated mapping") << "case and blanks aside";
  EXPECT_EQ(names.told("any", "femoral nerve"), "UBERON:0001322 by curated mapping");
  EXPECT_EQ(names.told("nerve", "nervus femoralis"), "UBERON:0001267 by Latin name") << "another name";
}

TEST(Curated, AcceptedIsALinkOfAName) {
  const Extended extended = with_rows(row("spiral line", "FMA:43719") + row("zygal thing", "UBERON:0000981"));
  Names names(extended);
  EXPECT_EQ(names.told("attachment", "spiral line"), "FMA:43719 by curated mapping") << "a caution of the program's own, too";
  EXPECT_EQ(names.told("attachment", "zygal thing"), "UBERON:0000981 by curated mapping");
  EXPECT_EQ(names.told("attachment", "upper part of the zygal thing"), "mkt:upper-part-of-femur by composed, part of UBERON:0000981")
      << "as a part of a phrase";
}

TEST(Curated, NotWinsOverTheLabel) {
  const Extended extended = with_rows(row("Femoral nerve", "UBERON:0001267", "Not"));
  Names names(extended);
  EXPECT_EQ(names.link("nerve", "femoral nerve").term, kNoTerm);
  EXPECT_EQ(names.link("any", "femoral nerve").term, kNoTerm);
  EXPECT_EQ(names.link("nerve", "the femoral nerves").term, names.term("UBERON:0001267")) << "just the words of the row";
}

TEST(Curated, NotLeavesTheOthersThatHaveTheName) {
  const Files twins = {{"twins.ttl",
                        "obo:UBERON_9400001 a owl:Class ; rdfs:label \"zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
                        "obo:UBERON_9400002 a owl:Class ; rdfs:label \"zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"}};
  const Extended open = with_rows("", twins);
  EXPECT_EQ(Names(open).told("nerve", "zygal nerve"), "open: UBERON:9400001, UBERON:9400002");
  const Extended decided = with_rows(row("zygal nerve", "UBERON:9400001", "Not"), twins);
  EXPECT_EQ(Names(decided).told("nerve", "zygal nerve"), "UBERON:9400002 by label");
}

TEST(Curated, RowsOfASlotHoldThere) {
  const Extended extended =
      with_rows(row("zygal thing", "UBERON:0001322", "", "slot nerve; said by a curator") +
                row("zygal thing", "UBERON:0000981", "", "slot attachment") + row("femur", "UBERON:0000981", "Not", "slot any;"));
  Names names(extended);
  EXPECT_EQ(names.told("nerve", "zygal thing"), "UBERON:0001322 by curated mapping");
  EXPECT_EQ(names.told("attachment", "zygal thing"), "UBERON:0000981 by curated mapping");
  EXPECT_EQ(names.told("any", "zygal thing"), "mkt:zygal-thing by provisional");
  EXPECT_EQ(names.told("attachment", "femur"), "UBERON:0000981 by label");
  EXPECT_EQ(names.link("any", "femur").term, kNoTerm);
}

TEST(Curated, RowOfTheSlotComesBeforeOneOfAll) {
  const Extended extended =
      with_rows(row("zygal thing", "UBERON:0001267") + row("zygal thing", "UBERON:0001322", "", "slot nerve; this one"));
  Names names(extended);
  EXPECT_EQ(names.told("nerve", "zygal thing"), "UBERON:0001322 by curated mapping");
  EXPECT_EQ(names.told("any", "zygal thing"), "UBERON:0001267 by curated mapping");
}

TEST(Curated, AcceptedOfAnotherKindIsPassedOver) {
  const Extended extended = with_rows(row("femoral nerve", "UBERON:0000981") + row("zygal thing", "UBERON:0000981"));
  Names names(extended);
  EXPECT_EQ(names.told("nerve", "femoral nerve"), "UBERON:0001267 by label");
  EXPECT_EQ(names.told("any", "femoral nerve"), "UBERON:0000981 by curated mapping");
  EXPECT_EQ(names.told("nerve", "zygal thing"), "mkt:zygal-thing by provisional");
}

TEST(Curated, TwoAcceptedStayOpen) {
  const Extended extended = with_rows(row("zygal thing", "UBERON:0001267") + row("zygal thing", "UBERON:0001322"));
  EXPECT_EQ(Names(extended).told("nerve", "zygal thing"), "open: UBERON:0001267, UBERON:0001322");
}

TEST(Curated, GivenIdAgainstAMapping) {
  const Extended extended = with_rows(row("femoral nerve", "UBERON:0001267", "Not") + row("zygal thing", "UBERON:0001322"));
  Names names(extended);
  EXPECT_EQ(names.told("nerve", Names::with_id("Femoral nerve", "UBERON:0001267")),
            "refused: a mapping says that 'Femoral nerve' is not UBERON:0001267 [id-against-mapping]");
  EXPECT_EQ(names.told("nerve", Names::with_id("zygal thing", "UBERON:0001267")),
            "refused: UBERON:0001267 is given, but a mapping says that 'zygal thing' is UBERON:0001322 [id-against-mapping]");
  EXPECT_EQ(names.told("nerve", Names::with_id("zygal thing", "UBERON:0001322")), "UBERON:0001322 by given id")
      << "the mapping says that it is its name";
}

TEST(Curated, ReadsTheSubjectsId) {
  const Extended extended = with_rows("mkt:zygal-thing\t\t\t\tskos:exactMatch\tUBERON:0000981\tsemapv:ManualMappingCuration\t\n");
  EXPECT_EQ(Names(extended).told("attachment", "Zygal thing"), "UBERON:0000981 by curated mapping");
}

TEST(Curated, PassesOverOtherPredicates) {
  const Extended extended = with_rows(
      "\tfemur\trdfs literal\t\tskos:broadMatch\tUBERON:0002446\tsemapv:ManualMappingCuration\t\n"
      "\tpatella\trdfs literal\t\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\t\n");
  Names names(extended);
  EXPECT_EQ(names.told("attachment", "femur"), "UBERON:0000981 by label");
  EXPECT_EQ(names.told("attachment", "patella"), "UBERON:0002446 by label");
}

TEST(Curated, ReportsWhatCannotBeUsed) {
  const Files obsolete = {{"old.ttl", "obo:UBERON_9400001 a owl:Class ; rdfs:label \"obsolete zyg\" ; owl:deprecated true .\n"}};
  const auto findings = [&](const std::string& rows) { return with_rows(rows, obsolete).findings(); };
  EXPECT_EQ(findings(row("zyg", "UBERON:9999999")),
            "set.sssom.tsv:2:1: error: UBERON:9999999 is in no loaded ontology [mapping-set]\n  load it with --ontology\n");
  EXPECT_EQ(findings(row("femur", "UBERON:0000981") + row("zyg", "UBERON:9400001")),
            "set.sssom.tsv:3:1: error: UBERON:9400001 is obsolete [mapping-set]\n  map to the term that replaces it\n");
  EXPECT_EQ(findings(row("zyg", "UBERON:9400001", "Not")), "") << "to refuse an obsolete one does no harm";
  EXPECT_EQ(findings(row("zyg", "UBERON:0000981") + row("ZYG", "UBERON:0000981", "Not")),
            "set.sssom.tsv:3:1: error: 'zyg' is both accepted and refused for UBERON:0000981 [mapping-set]\n"
            "  leave one of the two rows out\n");
  EXPECT_EQ(findings(row("zyg", "UBERON:0000981", "Not", "slot nerve;") + row("zyg", "UBERON:0000981", "", "slot nerve;")),
            "set.sssom.tsv:3:1: error: 'zyg' is both accepted and refused for UBERON:0000981 [mapping-set]\n"
            "  leave one of the two rows out\n");
  EXPECT_EQ(findings(row("zyg", "UBERON:0000981", "Not", "slot nerve;") + row("zyg", "UBERON:0000981", "", "slot attachment;")), "");
  EXPECT_EQ(findings("UBERON:0000981\t\t\t\tskos:exactMatch\tUBERON:0000981\tsemapv:ManualMappingCuration\t\n"),
            "set.sssom.tsv:2:1: error: UBERON:0000981 has no label, and is no term of ours [mapping-set]\n"
            "  give the words in subject_label\n");
  EXPECT_EQ(findings(row("zyg", "UBERON:0000981") + row("zyg", "UBERON:0000981")), "") << "twice the same";
}

TEST(Curated, AFaultLeavesTheOtherRows) {
  const TemporaryFolder folder;
  const std::string set = folder.write("set.tsv", kColumns + row("zyg", "UBERON:9999999") + row("zygal thing", "UBERON:0001267"));
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "ntriples", "--mappings", set},
                                    "name: sartorius\ninnervation: zygal thing\n");
  EXPECT_EQ(result.exit, 1) << "the curator is told";
  EXPECT_NE(result.out.find("<http://purl.obolibrary.org/obo/RO_0002005> <http://purl.obolibrary.org/obo/UBERON_0001267>"),
            std::string::npos);
  EXPECT_NE(result.err.find(":2:1: error: UBERON:9999999 is in no loaded ontology [mapping-set]"), std::string::npos) << result.err;
}

/// Converts to N-Triples and --sssom, with or without mappings.
struct Converted {
  Result result;
  std::string sssom;
};
Converted convert(const std::vector<std::string>& inputs, const std::string& mappings = {}) {
  const TemporaryFolder folder;
  std::vector<std::string> arguments = {"convert", "--merge", "-", "--to", "ntriples", "-q", "--sssom", folder / "links.tsv"};
  if (!mappings.empty()) {
    arguments.emplace_back("--mappings");
    arguments.push_back(folder.write("given.tsv", mappings));
  }
  arguments.insert(arguments.end(), inputs.begin(), inputs.end());
  Converted converted;
  converted.result = run_program(arguments);
  converted.sssom = folder.read("links.tsv");
  return converted;
}

TEST(Curated, OutputGivenBackChangesNothing) {
  std::vector<std::string> inputs;
  for (const auto& entry : fact_files())
    if (entry.path().extension() == ".yaml") inputs.push_back(entry.path().string());
  ASSERT_GE(inputs.size(), 3u);
  for (const std::string& input : inputs) {
    const Converted first = convert({input});
    ASSERT_EQ(first.result.exit, 0) << first.result.err;
    const Converted second = convert({input}, first.sssom);
    EXPECT_EQ(second.result.err, "") << input;
    EXPECT_EQ(second.result.out, first.result.out) << input;
    const Converted third = convert({input}, second.sssom);
    EXPECT_EQ(third.sssom, second.sssom) << input;
  }
}

}  // namespace
}  // namespace musclekg::link_test
