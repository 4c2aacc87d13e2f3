// Where sources contradict each other: `convert --compare`.

#include "map/comparison.h"

#include <fmt/format.h>

#include "test.h"

namespace musclekg::test {
namespace {

/// The rows that the program prints of records, one to a file; places and axioms of Uberon left out.
std::vector<std::string> compared(const std::vector<std::string>& records, bool turned = false) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {"convert", "--compare", "-q", "-o", folder / "out.nq"};
  std::vector<std::string> files;
  for (std::size_t i = 0; i < records.size(); ++i) files.push_back(folder.write(fmt::format("{}.yaml", i), records[i]));
  if (turned) std::reverse(files.begin(), files.end());
  words.insert(words.end(), files.begin(), files.end());
  const Result result = run_program(words);
  EXPECT_EQ(result.exit, 0) << result.err;
  std::vector<std::string> rows;
  for (const std::string_view line : split(result.out, '\n')) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != 9 || cells[0] == "relation" || cells[6] == "Uberon's releases" || cells[3] == "Uberon's releases") continue;
    rows.push_back(fmt::format("{}: {} {} / {}", cells[0], cells[2], cells[4], cells[7]));
  }
  return rows;
}

using Rows = std::vector<std::string>;

/// Two records of one muscle, which the key `record` tells apart.
std::vector<std::string> both(std::string_view first, std::string_view second) {
  return {fmt::format("name: sartorius\nrecord: one\n{}\n", first), fmt::format("name: sartorius\nrecord: two\n{}\n", second)};
}

TEST(Comparison, WhatIsTheSameAgrees) { EXPECT_EQ(compared(both("innervation: femoral nerve", "innervation: femoral nerve")), Rows{}); }

TEST(Comparison, EachHasWhatTheOtherHasNot) {
  EXPECT_EQ(compared(both("innervation: femoral nerve", "innervation: obturator nerve")),
            Rows{"innervation: differ UBERON:0001267 'femoral nerve' / UBERON:0005465 'obturator nerve'"});
}

TEST(Comparison, OneSaysMore) {
  EXPECT_EQ(compared(both("innervation: femoral nerve", "innervation: [femoral nerve, obturator nerve]")),
            Rows{"innervation: more UBERON:0005465 'obturator nerve' / UBERON:0001267 'femoral nerve'"});
}

TEST(Comparison, APartAgreesWithItsWhole) {
  EXPECT_EQ(compared(both("insertions: tibia", "insertions: tibial tuberosity")), Rows{});
  EXPECT_EQ(compared(both("innervation: obturator nerve", "innervation: anterior branch of obturator nerve")), Rows{});
}

TEST(Comparison, AProvisionalTermAgreesWithWhatItIsABranchOf) {
  EXPECT_EQ(compared(both("innervation: femoral nerve", "innervation: third twig of femoral nerve")), Rows{});
  EXPECT_EQ(
      compared(both("innervation: obturator nerve", "innervation: third branch of femoral nerve")),
      Rows{"innervation: differ UBERON:0005465 'obturator nerve' / mkt:third-branch-of-femoral-nerve 'third branch of femoral nerve'"});
}

TEST(Comparison, OtherRelationsAndOtherMusclesAreNotCompared) {
  EXPECT_EQ(compared(both("origins: femur", "insertions: tibia")), Rows{});
  EXPECT_EQ(compared({"name: sartorius\ninnervation: femoral nerve\n", "name: pectineus\ninnervation: obturator nerve\n"}), Rows{});
}

TEST(Comparison, TheOrderOfTheInputsMeansNothing) {
  const auto records = both("innervation: femoral nerve\norigins: femur", "innervation: obturator nerve\norigins: tibia");
  EXPECT_EQ(compared(records).size(), 2U);
  EXPECT_EQ(compared(records), compared(records, true));
}

TEST(Comparison, PrintsNothingElseOnStandardOutput) {
  const Result result = run_program({"convert", project("facts/vastus-medialis.yaml").string(), "--compare", "-o", "-", "--to", "nquads"});
  EXPECT_EQ(result.exit, 2);
  EXPECT_NE(result.err.find("--compare prints on standard output: write the graph into a file"), std::string::npos) << result.err;
}

TEST(Comparison, AKindAgreesWithItsKind) {
  EXPECT_EQ(compared(both("insertions: femur", "insertions: leg bone")), Rows{});
  EXPECT_EQ(compared(both("insertions: femur", "insertions: leg bone"), true), Rows{});
}

TEST(Comparison, TwoPartsOfOneThingDiffer) {
  EXPECT_EQ(compared(both("insertions: medial condyle of femur", "insertions: lateral condyle of femur")).size(), 1U);
}

TEST(Comparison, EachTwoOfThreeSourcesAreCompared) {
  const std::vector<std::string> records = {"name: sartorius\nrecord: one\ninnervation: femoral nerve\n",
                                            "name: sartorius\nrecord: two\ninnervation: obturator nerve\n",
                                            "name: sartorius\nrecord: three\ninnervation: tibial nerve\n"};
  EXPECT_EQ(compared(records).size(), 3U);
  EXPECT_EQ(compared(records), compared(records, true));
}

// ---- Records, tables and axioms together --------------------------------------------------------------------------------

/// A folder with a table, its mapping, a record, and the program's data with axioms of the test's own.
class ComparedWithAxioms : public testing::Test {
 protected:
  ComparedWithAxioms() {
    std::filesystem::create_directory(folder_.path() / "data");
    for (const auto& entry : std::filesystem::directory_iterator(project("ontology")))
      if (entry.path().filename() != "axioms.tsv")
        std::filesystem::create_symlink(entry.path(), folder_.path() / "data" / entry.path().filename());
    axioms("");
    folder_.write("t.yaml",
                  "name: t\nrelations: {innervates: {is: innervation, turned: true}, is supplied by: {is: innervation}, supplies: {is: "
                  "blood_supply, turned: true}}\n"
                  "tables:\n  - name: t\n    recognised_by: [a, says, b]\n    structures: {a: {words: a}, b: {words: b}}\n"
                  "    statements: [{subject: a, relation_in: says, object: b}]\n");
  }

  /// Rows of subject, relation, object and sign.
  void axioms(std::string_view rows) {
    std::string text = "subject\trelation\tobject\tsign\tseen\tsource\n";
    for (const std::string_view row : split(rows, '\n'))
      if (!row.empty()) text.append(row).append("\t2020-01-01\tdiff.md:1\n");
    folder_.write("data/axioms.tsv", text);
  }

  void table(std::string_view rows) { folder_.write("t.csv", std::string("a,says,b\n").append(rows)); }
  void record(std::string_view facts) { folder_.write("r.yaml", std::string("name: sartorius\n").append(facts).append("\n")); }

  /// All that the program prints of the files, without the header.
  std::string printed_of(std::vector<std::string> files) const {
    Surroundings here;
    here.folder = folder_.path();
    std::vector<std::string> words = {"convert", "--columns", "t.yaml", "--data", "data", "--compare", "-q", "--merge", "g.nq"};
    words.insert(words.end(), files.begin(), files.end());
    const Result result = run_program(words, "", here);
    EXPECT_EQ(result.exit, 0) << result.err;
    constexpr std::string_view header = "relation\tsubject\tverdict\tsource_1\tsays_1\tplaces_1\tsource_2\tsays_2\tplaces_2\n";
    EXPECT_TRUE(result.out.starts_with(header)) << result.out;
    return result.out.substr(std::min(result.out.size(), header.size()));
  }

  TemporaryFolder folder_;
};

TEST_F(ComparedWithAxioms, TurnedStatementsAreThoseOfTheOtherSide) {
  record("innervation: femoral nerve");
  table("femoral nerve,innervates,sartorius\n");
  EXPECT_EQ(printed_of({"r.yaml", "t.csv"}), "");
  table("obturator nerve,innervates,sartorius\n");
  EXPECT_EQ(printed_of({"r.yaml", "t.csv"}),
            "innervation\tUBERON:0001373 'sartorius muscle'\tdiffer\tr.yaml\tUBERON:0001267 'femoral nerve'\tr.yaml:2:14\tt.csv\t"
            "UBERON:0005465 'obturator nerve'\tt.csv:2:1\n");
  table("sartorius,is supplied by,obturator nerve\n");
  EXPECT_EQ(printed_of({"t.csv", "r.yaml"}),
            "innervation\tUBERON:0001373 'sartorius muscle'\tdiffer\tr.yaml\tUBERON:0001267 'femoral nerve'\tr.yaml:2:14\tt.csv\t"
            "UBERON:0005465 'obturator nerve'\tt.csv:2:26\n");
}

TEST_F(ComparedWithAxioms, OneSourceIsNotComparedWithItself) {
  table("femoral nerve,innervates,sartorius\nobturator nerve,innervates,sartorius\n");
  EXPECT_EQ(printed_of({"t.csv"}), "");
}

TEST_F(ComparedWithAxioms, TheFirstThreePlacesAreTold) {
  record("innervation: femoral nerve");
  std::string rows;
  for (int i = 0; i < 12; ++i) rows += "obturator nerve,innervates,sartorius\n";
  table(rows);
  EXPECT_NE(printed_of({"r.yaml", "t.csv"}).find("\tt.csv:2:1; t.csv:3:1; t.csv:4:1\n"), std::string::npos)
      << printed_of({"r.yaml", "t.csv"});
}

TEST_F(ComparedWithAxioms, TheOntologysOwnAxiomsAreASource) {
  record("innervation: femoral nerve\narterial_supply: femoral artery");
  axioms(
      "UBERON:0001373\tRO:0002005\tUBERON:0001267\t+\n"    // the same
      "UBERON:0005465\tRO:0002134\tUBERON:0001373\t+\n"    // turned, and more
      "UBERON:0002060\tRO:0002178\tUBERON:0001373\t+\n"    // the same, turned
      "UBERON:0001373\tRO:9999999\tUBERON:0001267\t+\n");  // no relation that is compared
  EXPECT_EQ(
      printed_of({"r.yaml"}),
      "innervation\tUBERON:0001373 'sartorius muscle'\tmore\tUberon's releases\tUBERON:0005465 'obturator nerve'\tdiff.md:1 (2020-01-01)\t"
      "r.yaml\tUBERON:0001267 'femoral nerve'\tr.yaml:2:14\n");
}

TEST_F(ComparedWithAxioms, WhatAReleaseTookBackIsTold) {
  record("innervation: [femoral nerve, obturator nerve]");
  axioms("UBERON:0001373\tRO:0002005\tUBERON:0001267\t-\n");
  EXPECT_EQ(printed_of({"r.yaml"}),
            "innervation\tUBERON:0001373 'sartorius muscle'\twithdrawn\tr.yaml\tUBERON:0001267 'femoral nerve'\tr.yaml:2:15\t"
            "Uberon's releases\tUBERON:0001267 'femoral nerve'\tdiff.md:1 (2020-01-01)\n");
}

TEST_F(ComparedWithAxioms, WhatAReleaseTookBackAndNobodySaysIsNotTold) {
  record("innervation: obturator nerve");
  axioms("UBERON:0001373\tRO:0002005\tUBERON:0001267\t-\n");
  EXPECT_EQ(printed_of({"r.yaml"}), "");
}

TEST_F(ComparedWithAxioms, TheGraphKeepsBoth) {
  record("innervation: femoral nerve");
  table("obturator nerve,innervates,sartorius\n");
  printed_of({"r.yaml", "t.csv"});
  const std::string graph = folder_.read("g.nq");
  for (const char* nerve : {"UBERON_0001267", "UBERON_0005465"})
    EXPECT_NE(graph.find(fmt::format("<http://purl.obolibrary.org/obo/UBERON_0001373> <http://purl.obolibrary.org/obo/RO_0002005> "
                                     "<http://purl.obolibrary.org/obo/{}> ",
                                     nerve)),
              std::string::npos)
        << nerve;
}

TEST_F(ComparedWithAxioms, WithoutThemTheProgramDoesNotRun) {
  record("innervation: femoral nerve");
  std::filesystem::remove(folder_.path() / "data/axioms.tsv");
  const Result result = run_program({"convert", folder_ / "r.yaml", "--compare", "-q", "-o", folder_ / "x.nq", "--data", folder_ / "data"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("axioms.tsv: cannot be opened"), std::string::npos) << result.err;
}

TEST(Comparison, TheBundledAxiomsAreWell) {
  Diagnostics diagnostics;
  Comparison comparison(bundled_knowledge().terms, bundled_knowledge().prefixes);
  comparison.load_axioms(project("ontology/axioms.tsv").string(), diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
  EXPECT_TRUE(comparison.rows().empty()) << "one source contradicts nobody";
}

TEST(Comparison, OtherColumnsAreNoAxioms) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  Comparison comparison(bundled_knowledge().terms, bundled_knowledge().prefixes);
  comparison.load_axioms(folder.write("axioms.tsv", "subject\trelation\n"), diagnostics);
  EXPECT_NE(printed(diagnostics).find("axioms.tsv:1:1: error: the columns must be subject, relation, object, sign, seen, source [table]\n"),
            std::string::npos)
      << printed(diagnostics);
}

TEST(Comparison, FaultsOfTheAxiomsAreTold) {
  const TemporaryFolder folder;
  const std::string path = folder.write("axioms.tsv",
                                        "subject\trelation\tobject\tsign\tseen\tsource\n"
                                        "sartorius\tRO:0002005\tUBERON:0001267\t+\t2020\tx\n"
                                        "UBERON:0001373\tRO:0002005\tUBERON:0001267\t?\t2020\tx\n");
  Diagnostics diagnostics;
  Comparison comparison(bundled_knowledge().terms, bundled_knowledge().prefixes);
  comparison.load_axioms(path, diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::Error), 2U) << printed(diagnostics);
  EXPECT_NE(printed(diagnostics).find("axioms.tsv:2:1: error: 'sartorius' is no id [table]"), std::string::npos) << printed(diagnostics);
  EXPECT_NE(printed(diagnostics).find("axioms.tsv:3:42: error: a sign is + or - [table]"), std::string::npos) << printed(diagnostics);
}

}  // namespace
}  // namespace musclekg::test
