// The table of how citations count: what it says reaches the statements, and its faults are told.

#include "map/evidence_types.h"

#include <fmt/format.h>

#include "quads_test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kHead = "design\tcites\tevidence\tmeaning\n";
constexpr std::string_view kRows[] = {
    "controlled-trial\tcito:citesAsEvidence\tobo:ECO_1\ta\n",
    "experimental-study\tcito:citesAsEvidence\tobo:ECO_1\tb\n",
    "systematic-review\tcito:citesAsEvidence\tobo:ECO_1\tc\n",
    "reference-resource\tcito:citesAsAuthority\tobo:ECO_2\td\n",
    "narrative-review\tcito:cites\tobo:ECO_2\te\n",
    "unclassified\tcito:cites\tobo:ECO_2\tf\n",
    "any\tcito:cites\tobo:ECO_2\tg\n",
    "none\t-\tobo:ECO_3\th\n",
};

/// The table with row `index` replaced.
std::string table(std::size_t index = 99, std::string_view row = {}) {
  std::string text(kHead);
  for (std::size_t i = 0; i < std::size(kRows); ++i) text += i == index ? row : kRows[i];
  return text;
}

/// What is found wrong with a table.
std::string faults(const std::string& text) {
  const TemporaryFolder folder;
  const std::string path = folder.write("types.tsv", text);
  NodeTable nodes;
  Diagnostics diagnostics;
  const EvidenceTypes types(path, bundled_knowledge().prefixes, nodes, diagnostics);
  EXPECT_GE(types.rows().size(), std::size(kRows)) << "every design has a row, whatever is wrong";
  types.of_design("");
  types.none();
  std::string told = printed(diagnostics);
  for (std::size_t at; (at = told.find(path)) != std::string::npos;) told.replace(at, path.size(), "types.tsv");
  return told;
}

TEST(EvidenceTypes, AreReadInTheOrderOfTheTable) {
  const TemporaryFolder folder;
  NodeTable nodes;
  Diagnostics diagnostics;
  const EvidenceTypes types(folder.write("types.tsv", table()), bundled_knowledge().prefixes, nodes, diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
  ASSERT_EQ(types.rows().size(), std::size(kRows));
  EXPECT_EQ(types.rows()[0].design, "controlled-trial");
  EXPECT_EQ(types.of_design("reference-resource").cites->value, "http://purl.org/spar/cito/citesAsAuthority");
  EXPECT_EQ(types.of_design("").design, "any");
  EXPECT_EQ(types.of_design("unheard of").design, "any");
  EXPECT_EQ(types.none().design, "none");
  EXPECT_EQ(types.none().cites, nullptr);
  EXPECT_EQ(types.none().evidence->value, "http://purl.obolibrary.org/obo/ECO_3");
}

TEST(EvidenceTypes, FaultsAreTold) {
  EXPECT_EQ(faults(table()), "");
  std::string told = faults(table(0, "guess\tcito:cites\tobo:ECO_1\ta\n"));
  EXPECT_NE(told.find("types.tsv:2:1: error: 'guess' is no design"), std::string::npos) << told;
  EXPECT_NE(told.find("no row for the design 'controlled-trial'"), std::string::npos) << told;
  EXPECT_EQ(faults(table(7, "")).find("types.tsv: error: no row for the design 'none'"), 0u) << faults(table(7, ""));
  EXPECT_NE(faults(table(6, "")).find("no row for the design 'any'"), std::string::npos);
  told = faults(table(1, "experimental-study\tcitto:cites\tobo:ECO_1\tb\n"));
  EXPECT_NE(told.find("types.tsv:3:20: error: 'citto:cites' is no prefixed name"), std::string::npos) << told;
  told = faults(table(1, "experimental-study\tcito:cites\teco:1\tb\n"));
  EXPECT_NE(told.find("types.tsv:3:31: error: 'eco:1' is no prefixed name"), std::string::npos) << told;
  told = faults(table(7, "none\t-\t-\th\n"));
  EXPECT_NE(told.find("types.tsv:9:8: error: a row needs a type of evidence"), std::string::npos) << told;
}

/// A second row of a design would never be used.
TEST(EvidenceTypes, ADesignTwiceIsAFault) { EXPECT_NE(faults(table() + "any\tcito:cites\tobo:ECO_9\tagain\n"), ""); }

/// A citation without a property of CiTO would get lost.
TEST(EvidenceTypes, ADesignThatCitesNeedsAProperty) { EXPECT_NE(faults(table(4, "narrative-review\t-\tobo:ECO_2\te\n")), ""); }

/// The program tells the fault and ends before it writes.
TEST(EvidenceTypes, AFaultStopsTheProgram) {
  const TemporaryFolder folder;
  for (const auto& entry : std::filesystem::directory_iterator(project("ontology")))
    if (entry.is_regular_file()) std::filesystem::copy_file(entry.path(), folder.path() / entry.path().filename());
  folder.write("evidence-types.tsv", table(0, ""));
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "nquads", "-q", "--data", folder.path().string()},
                                    "name: soleus\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("evidence-types.tsv: error: no row for the design 'controlled-trial'"), std::string::npos) << result.err;
}

/// Each row of the bundled table, as it reaches a statement that cites a reference of this design.
TEST(EvidenceTypes, EachRowReachesTheStatements) {
  std::istringstream lines(contents(project("ontology/evidence-types.tsv")));
  std::size_t rows = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#') || line.starts_with("design\t")) continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    ASSERT_EQ(cells.size(), 4u) << line;
    ++rows;
    const std::string design(cells[0]);
    std::string record = "name: soleus\norigins:\n  - name: fibula\n";
    if (design != "none") record += "    cites: 1\nreferences:\n  - number: 1\n    title: A book\n";
    if (design != "none" && design != "any") record += "    design: " + design + "\n";
    const Quads quads(nquads_of(record, {"--profile", "evidence"}));
    const std::string statement = quads.statement_of("obo:UBERON_0001389", "obo:RO_0002372", "obo:UBERON_0001446");
    EXPECT_EQ(quads.object(statement, "mkg:evidenceType"), cells[2]) << design;
    for (const std::string_view cites : {"cito:cites", "cito:citesAsEvidence", "cito:citesAsAuthority"})
      EXPECT_EQ(quads.objects(statement, cites).size(), cites == cells[1] ? 1u : 0u) << design << " " << cites;
    EXPECT_EQ(quads.object(statement, "mkg:citationScope"), design == "none" ? "mkg:NoMarker" : "mkg:RecordValue") << design;
  }
  EXPECT_EQ(rows, 8u);
}

/// Of several citations the first row of the table decides; each keeps its own property.
TEST(EvidenceTypes, TheFirstRowDecides) {
  const std::string references =
      "references:\n  - {number: 1, title: A, design: narrative-review}\n  - {number: 2, title: B, design: controlled-trial}\n"
      "  - {number: 3, title: C}\n";
  for (const std::string_view order : {"[1, 2, 3]", "[3, 2, 1]", "[2, 1, 3]"}) {
    const Quads quads(
        nquads_of(fmt::format("name: soleus\norigins:\n  name: fibula\n  cites: {}\n{}", order, references), {"--profile", "evidence"}));
    const std::string statement = quads.statement_of("obo:UBERON_0001389", "obo:RO_0002372", "obo:UBERON_0001446");
    EXPECT_EQ(quads.object(statement, "mkg:evidenceType"), "obo:ECO_0006016");
    EXPECT_EQ(quads.objects(statement, "cito:citesAsEvidence"), Names{":soleus-muscle/reference/2"});
    EXPECT_EQ(quads.objects(statement, "cito:cites"), (Names{":soleus-muscle/reference/1", ":soleus-muscle/reference/3"}));
  }
}

}  // namespace
}  // namespace musclekg::test
