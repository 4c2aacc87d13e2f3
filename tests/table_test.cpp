// Tables of the program's data.

#include "base/table.h"

#include "test.h"

namespace musclekg::test {
namespace {

struct ReadTable {
  Table table;
  std::string findings;
};

ReadTable read(std::string_view text) {
  const TemporaryFolder folder;
  const std::string path = folder.write("t.tsv", text);
  Diagnostics diagnostics;
  ReadTable result{read_table(path, {"name", "kind"}, diagnostics), {}};
  for (const Diagnostic& diagnostic : diagnostics.kept()) {
    Diagnostic named = diagnostic;
    named.file = "t.tsv";
    result.findings += format(named) + "\n";
  }
  return result;
}

TEST(ReadTable, PassesOverCommentsAndEmptyLines) {
  const ReadTable result = read("# what it is\n\nname\tkind\n# more\nfemur\tbone\n\n  knee joint \t joint\n");
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.table.rows.size(), 2u);
  EXPECT_EQ(result.table.rows[0].cells, (std::vector<std::string>{"femur", "bone"}));
  EXPECT_EQ(result.table.rows[0].line, 5u);
  EXPECT_EQ(result.table.rows[1].cells, (std::vector<std::string>{"knee joint", "joint"}));
  EXPECT_EQ(result.table.rows[1].line, 7u);
}

TEST(ReadTable, TakesLineEndsOfWindowsAndAMissingLastOne) {
  const ReadTable result = read("name\tkind\r\nfemur\tbone\r\nknee\tjoint");
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.table.rows.size(), 2u);
  EXPECT_EQ(result.table.rows[0].cells[1], "bone");
  EXPECT_EQ(result.table.rows[1].cells[1], "joint");
}

TEST(ReadTable, KeepsEmptyCells) {
  const ReadTable result = read("name\tkind\nfemur\t\n\tbone\n");
  EXPECT_EQ(result.findings, "");
  ASSERT_EQ(result.table.rows.size(), 2u);
  EXPECT_EQ(result.table.rows[0].cells, (std::vector<std::string>{"femur", ""}));
  EXPECT_EQ(result.table.rows[1].cells, (std::vector<std::string>{"", "bone"}));
}

TEST(ReadTable, ReportsAWrongHeader) {
  EXPECT_EQ(read("name\tsort\nfemur\tbone\n").findings, "t.tsv:1:1: error: the columns must be name, kind [table]\n");
}

TEST(ReadTable, ReportsAMissingHeader) {
  for (const char* text : {"", "# only a comment\n"})
    EXPECT_NE(read(text).findings.find("the columns must be name, kind"), std::string::npos) << text;
}

TEST(ReadTable, LeavesOutRowsWithAnotherNumberOfCells) {
  const ReadTable result = read("name\tkind\nfemur bone\nknee\tjoint\tmore\nankle\tjoint\n");
  EXPECT_EQ(result.findings,
            "t.tsv:2:1: error: 1 cells; expected 2: name, kind [table]\n  separate cells by one tab\n"
            "t.tsv:3:1: error: 3 cells; expected 2: name, kind [table]\n  separate cells by one tab\n");
  ASSERT_EQ(result.table.rows.size(), 1u);
  EXPECT_EQ(result.table.rows[0].cells[0], "ankle");
}

TEST(ReadTable, TellsThePlaceOfACell) {
  const ReadTable result = read("name\tkind\nfemur\tbone\n");
  EXPECT_EQ(result.table.at(result.table.rows[0], 0).position.line, 2u);
  EXPECT_EQ(result.table.at(result.table.rows[0], 0).position.column, 1u);
  EXPECT_EQ(result.table.at(result.table.rows[0], 1).position.column, 7u);
}

TEST(ReadTable, TellsThePlaceOfACellBehindBlanks) {
  const ReadTable result = read("name\tkind\nfemur  \tbone\n");
  EXPECT_EQ(result.table.at(result.table.rows[0], 1).position.column, 9u);
}

TEST(ReadTable, FailsWithoutTheFile) {
  Diagnostics diagnostics;
  try {
    read_table("/nowhere/t.tsv", {"name"}, diagnostics);
    FAIL() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(), "/nowhere/t.tsv: cannot be opened: No such file or directory");
  }
}

}  // namespace
}  // namespace musclekg::test
