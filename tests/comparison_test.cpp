// Where sources contradict each other: `convert --compare`.

#include "map/comparison.h"

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
