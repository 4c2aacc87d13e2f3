// Tables written again from a graph alone: what is read from it, what is written, and every way in which it is not what was read.

#include "audit/rebuild.h"

#include <fmt/format.h>

#include "app/graph_file.h"
#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kPrefixes =
    "@prefix : <http://e/> .\n@prefix csvw: <http://www.w3.org/ns/csvw#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix mkg: <https://w3id.org/musclekg/vocab#> .\n@prefix schema: <http://schema.org/> .\n";

/// A table of two columns, which `:c1` and `:c2` are.
constexpr std::string_view kTable =
    ":t a csvw:Table ; mkg:file \"t.csv\" ; mkg:headerRow 1 .\n"
    ":c1 dcterms:isPartOf :t ; schema:position 1 .\n:c2 dcterms:isPartOf :t ; schema:position 2 .\n";

struct Rebuilt {
  std::vector<RebuiltTable> tables;
  std::string findings;
};

Rebuilt rebuilt(const std::string& triples, std::string_view extension = "ttl") {
  const TemporaryFolder folder;
  const std::string path = folder.write(fmt::format("g.{}", extension), std::string(kPrefixes) + triples);
  NodeTable nodes;
  Graph graph;
  Diagnostics diagnostics;
  EXPECT_TRUE(add_files({path}, "g", nodes, graph, diagnostics)) << printed(diagnostics);
  Rebuilt result;
  result.tables = rebuild_tables(graph, nodes, "g", diagnostics);
  result.findings = printed(diagnostics);
  return result;
}

std::string row(unsigned number, std::string_view cells = "") {
  return fmt::format(":r{} dcterms:isPartOf :t ; mkg:rowNumber {} {}.\n", number, number, cells);
}

using Cells = std::vector<std::vector<std::string>>;

TEST(Rebuild, RowsStandInTheirOrderWithTheirCells) {
  const Rebuilt result = rebuilt(std::string(kTable) + row(3, "; :c2 \" b \" ") + row(1, "; :c1 \"A\" ; :c2 \"B\" ") + row(2));
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.tables.size(), 1U);
  EXPECT_EQ(result.tables[0].file, "t.csv");
  EXPECT_EQ(result.tables[0].header, 1U);
  EXPECT_EQ(result.tables[0].rows, (Cells{{"A", "B"}, {}, {"", " b "}}));
}

TEST(Rebuild, TenComesBehindNine) {
  std::string triples(kTable);
  for (unsigned number = 12; number > 0; --number) triples += row(number, fmt::format("; :c1 \"{}\" ", number));
  const Rebuilt result = rebuilt(triples);
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.tables.size(), 1U);
  ASSERT_EQ(result.tables[0].rows.size(), 12U);
  for (unsigned i = 0; i < 12; ++i) EXPECT_EQ(result.tables[0].rows[i], std::vector<std::string>{std::to_string(i + 1)});
}

TEST(Rebuild, TablesStandInTheOrderOfTheirFiles) {
  const Rebuilt result = rebuilt(
      ":a a csvw:Table ; mkg:file \"z.csv\" ; mkg:headerRow 4 .\n:b a csvw:Table ; mkg:file \"b.csv\" .\n:c a csvw:Table ; "
      "mkg:headerRow \"none\" .\n");
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.tables.size(), 3U);
  EXPECT_EQ(result.tables[0].file, "b.csv");
  EXPECT_EQ(result.tables[1].file, "http://e/c") << "a table without a file is called by its IRI";
  EXPECT_EQ(result.tables[1].header, 1U) << "what is no number is passed over";
  EXPECT_EQ(result.tables[2].file, "z.csv");
  EXPECT_EQ(result.tables[2].header, 4U);
}

TEST(Rebuild, AGraphWithoutTablesHasNone) {
  const Rebuilt result = rebuilt(":a :b :c .\n");
  EXPECT_EQ(result.findings, "");
  EXPECT_TRUE(result.tables.empty());
}

TEST(Rebuild, WhatStandsInTwoGraphsCountsOnce) {
  const std::string triples = std::string(kTable) + row(1, "; :c1 \"A\" ; :c2 \"B\" ");
  const Rebuilt result = rebuilt(fmt::format(":one {{ {} }}\n:two {{ {} }}\n", triples, triples), "trig");
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.tables.size(), 1U);
  EXPECT_EQ(result.tables[0].rows, (Cells{{"A", "B"}}));
}

TEST(Rebuild, TwoRowsOfOneNumberAreTold) {
  const Rebuilt result = rebuilt(std::string(kTable) + row(1, "; :c1 \"A\" ") + ":again dcterms:isPartOf :t ; mkg:rowNumber 1 .\n");
  EXPECT_EQ(result.findings, "g: error: t.csv has two rows with the number 1 [rebuild]\n");
}

TEST(Rebuild, TwoValuesOfOneCellAreTold) {
  const Rebuilt result = rebuilt(std::string(kTable) + row(1, "; :c2 \"A\", \"B\" "));
  EXPECT_EQ(result.findings, "g: error: t.csv: row 1 has two values in column 2 [rebuild]\n");
}

TEST(Rebuild, GapsBetweenRowsAreTold) {
  const Rebuilt result = rebuilt(std::string(kTable) + row(1) + row(4));
  EXPECT_EQ(result.findings, "g: error: t.csv has 2 rows, and the last has the number 4: rows are missing [rebuild]\n");
}

TEST(Rebuild, GapsBetweenColumnsAreToldAndTakeNoRoom) {
  const Rebuilt result =
      rebuilt(std::string(kTable) + ":far dcterms:isPartOf :t ; schema:position 99999999 .\n" + row(1, "; :c1 \"A\" ; :far \"B\" "));
  EXPECT_EQ(result.findings, "g: error: t.csv: columns are missing; 1 with a number above that of all columns are left out [rebuild]\n");
  ASSERT_EQ(result.tables.size(), 1U);
  EXPECT_EQ(result.tables[0].rows, (Cells{{"A"}}));
}

TEST(Rebuild, RowsWithoutATableAreTold) {
  const Rebuilt result = rebuilt(std::string(kTable) + row(1) + ":x mkg:rowNumber 2 .\n:y mkg:rowNumber 3 ; dcterms:isPartOf :book .\n");
  EXPECT_EQ(result.findings, "g: error: rows without a table: 2 [rebuild]\n");
}

TEST(Rebuild, NumbersThatAreNoneAreNoRows) {
  for (const char* number : {"0", "-1", "\"1x\"", "\"\"", "4294967297", "100000001", "\"99999999999999999999\"", ":one"}) {
    const Rebuilt result = rebuilt(std::string(kTable) + fmt::format(":r dcterms:isPartOf :t ; mkg:rowNumber {} ; :c1 \"A\" .\n", number));
    ASSERT_EQ(result.tables.size(), 1U) << number;
    EXPECT_TRUE(result.tables[0].rows.empty()) << number;
  }
}

// ---- Written as CSV -----------------------------------------------------------------------------------------------------

std::string csv(const Cells& rows) {
  const TemporaryFolder folder;
  Output output(folder / "t.csv");
  write_csv({"t.csv", 1, rows}, output);
  output.commit();
  return folder.read("t.csv");
}

TEST(WriteCsv, QuotesOnlyWhatMustBe) {
  EXPECT_EQ(csv({{"a", " b ", "c;d", "e\tf"}}), "a, b ,c;d,e\tf\n");
  EXPECT_EQ(csv({{"a,b", "say \"so\"", "two\nlines", "and\r\nthree", "\""}}),
            "\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"and\r\nthree\",\"\"\"\"\n");
}

TEST(WriteCsv, AllRowsAreAsLong) { EXPECT_EQ(csv({{"a"}, {}, {"", "b", "c"}, {"d", "e"}}), "a,,\n,,\n,b,c\nd,e,\n"); }

TEST(WriteCsv, NoRowsAreNoBytes) { EXPECT_EQ(csv({}), ""); }

TEST(WriteCsv, AnEmptyRowAloneIsALine) { EXPECT_EQ(csv({{}, {}}), "\n\n"); }

// ---- Compared with the file ---------------------------------------------------------------------------------------------

struct Compared {
  std::size_t different = 0;
  std::string findings;
};

Compared compared(const Cells& graph, const Cells& file) {
  Diagnostics diagnostics;
  Compared result;
  result.different = compare_rows({"t.csv", 1, graph}, "f.csv", file, diagnostics);
  result.findings = printed(diagnostics);
  return result;
}

TEST(CompareRows, TheSameInAnyOrderAreEqual) {
  EXPECT_EQ(compared({{"a", "b"}, {"c"}, {"a", "b"}}, {{"c"}, {"a", "b"}, {"a", "b"}}).findings, "");
  EXPECT_EQ(compared({}, {}).different, 0U);
}

TEST(CompareRows, BlanksAroundCellsAndEmptyCellsAtTheEndMeanNothing) {
  EXPECT_EQ(compared({{" a", "b\t", "", " "}, {}}, {{"a ", "b"}, {"", ""}}).findings, "");
}

TEST(CompareRows, BlanksWithinCellsAndEmptyCellsBetweenMeanSomething) {
  EXPECT_EQ(compared({{"a b"}}, {{"a  b"}}).different, 2U);
  EXPECT_EQ(compared({{"a", "", "b"}}, {{"a", "b"}}).different, 2U);
  EXPECT_EQ(compared({{"", "a"}}, {{"a"}}).different, 2U);
}

TEST(CompareRows, EachSideIsToldWithItsRow) {
  const Compared result = compared({{"a"}, {"b", "x"}}, {{"a"}, {"c"}, {"b", "y"}});
  EXPECT_EQ(result.different, 3U);
  EXPECT_EQ(result.findings,
            "f.csv: error: row 2 is not in the graph: c [rebuild]\n"
            "f.csv: error: row 3 is not in the graph: b y [rebuild]\n"
            "f.csv: error: row 2 of the graph is not in the file: b x [rebuild]\n");
}

TEST(CompareRows, ARowThatStandsTwiceMustComeTwice) {
  const Compared result = compared({{"a"}}, {{"a"}, {"a"}});
  EXPECT_EQ(result.different, 1U);
  EXPECT_EQ(result.findings, "f.csv: error: row 2 is not in the graph: a [rebuild]\n");
}

TEST(CompareRows, TheFirstTwentyOfEachSideAreTold) {
  Cells graph, file;
  for (int i = 0; i < 30; ++i) {
    graph.push_back({fmt::format("graph {}", i)});
    file.push_back({fmt::format("file {}", i)});
  }
  const Compared result = compared(graph, file);
  EXPECT_EQ(result.different, 60U);
  EXPECT_EQ(std::count(result.findings.begin(), result.findings.end(), '\n'), 40);
  EXPECT_NE(result.findings.find("row 20 is not in the graph: file 19 [rebuild]\n"), std::string::npos) << result.findings;
  EXPECT_EQ(result.findings.find("file 20 "), std::string::npos);
}

TEST(CompareRows, LongRowsAreCutAndControlCharactersDoNotReachTheTerminal) {
  const std::string findings = compared({}, {{std::string(500, 'a')}, {"x\033[2Jy"}}).findings;
  EXPECT_NE(findings.find(": " + std::string(120, 'a') + "... [rebuild]\n"), std::string::npos) << findings;
  EXPECT_EQ(findings.find('\033'), std::string::npos);
}

}  // namespace
}  // namespace musclekg::test
