// `audit --rebuild`: tables become a graph, and the graph becomes the tables again; what was changed in between is found.

#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kMapping =
    "name: own\nrelations:\n  supplies: {is: innervation, turned: true}\ntables:\n  - name: nerves\n    recognised_by: [nerve, says]\n"
    "    structures: {nerve: {words: nerve}, muscle: {words: muscle}}\n"
    "    statements: [{subject: nerve, relation_in: says, object: muscle}]\n    kept: [remark]\n";

/// Two tables of one graph: rows that are read, blank, rejected, and lines above the header.
class RebuiltByTheProgram : public testing::Test {
 protected:
  RebuiltByTheProgram() {
    one_ = folder_.write("one.csv",
                         "\"Nerves, and more\"\n\nnerve,says,muscle,remark\nfemoral nerve,supplies,sartorius,\"he said \"\"yes\"\"\"\n"
                         ",,,\nfemoral nerve,knows,sartorius,\"two\nlines\"\n femoral nerve ,supplies,pectineus,\n");
    two_ = folder_.write("two.tsv", "nerve\tsays\tmuscle\nobturator nerve\tsupplies\tgracilis\n");
  }

  Result convert(const std::vector<std::string>& options) const {
    std::vector<std::string> words = {"convert", one_, two_, "--columns", mapping_, "-q"};
    words.insert(words.end(), options.begin(), options.end());
    return run_program(words);
  }
  Result rebuild(const std::string& graph) const { return run_program({"audit", "--rebuild", graph, one_, two_, "-o", folder_ / "again"}); }

  /// The graph with all lines left out that have `text`.
  std::string without(std::string_view text) const {
    const std::string graph = folder_.read("x.nq");
    std::string kept;
    for (const std::string_view line : split(graph, '\n'))
      if (!line.empty() && line.find(text) == std::string_view::npos) kept.append(line).append("\n");
    return folder_.write("less.nq", kept);
  }

  TemporaryFolder folder_;
  std::string mapping_ = folder_.write("own.yaml", kMapping), one_, two_;
};

TEST_F(RebuiltByTheProgram, AllLayersHoldTheTables) {
  for (const char* profiles : {"all", "rows", "direct,rows"}) {
    ASSERT_EQ(convert({"--merge", folder_ / "x.nq", "--profile", profiles, "--verify"}).exit, 1) << "a row is rejected";
    const Result result = rebuild(folder_ / "x.nq");
    EXPECT_EQ(result.exit, 0) << result.err;
    EXPECT_NE(result.err.find("compared 2 with their files: 9 rows, all equal\n"), std::string::npos) << result.err;
    EXPECT_EQ(folder_.read("again/one.csv"),
              "\"Nerves, and more\",,,\n,,,\nnerve,says,muscle,remark\nfemoral nerve,supplies,sartorius,\"he said \"\"yes\"\"\"\n"
              ",,,\nfemoral nerve,knows,sartorius,\"two\nlines\"\n femoral nerve ,supplies,pectineus,\n");
    EXPECT_EQ(folder_.read("again/two.tsv"), "nerve,says,muscle\nobturator nerve,supplies,gracilis\n");
  }
}

TEST_F(RebuiltByTheProgram, EverySyntaxAndFilesForEachGraphHoldThem) {
  for (const char* file : {"x.trig", "x.jsonld"}) {
    ASSERT_EQ(convert({"--merge", folder_ / file}).exit, 1);
    const Result result = rebuild(folder_ / file);
    EXPECT_EQ(result.exit, 0) << file << "\n" << result.err;
  }
  ASSERT_EQ(convert({"--merge", folder_ / "s.nt", "--split", "--to", "ntriples"}).exit, 1);
  const Result result = rebuild(folder_ / "s.rows.nt");
  EXPECT_EQ(result.exit, 0) << result.err << ::testing::PrintToString(folder_.names());
}

TEST_F(RebuiltByTheProgram, ARowTakenOutIsFound) {
  ASSERT_EQ(convert({"--merge", folder_ / "x.nq", "--profile", "all"}).exit, 1);
  const Result result = rebuild(without("/own/one/row/4>"));
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("one.csv has 6 rows, and the last has the number 7: rows are missing [rebuild]\n"), std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find("row 4 is not in the graph: femoral nerve supplies sartorius he said \"yes\" [rebuild]\n"), std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find("9 rows, 1 different\n"), std::string::npos) << result.err;
}

TEST_F(RebuiltByTheProgram, ARowThatWasPutInIsFound) {
  ASSERT_EQ(convert({"--merge", folder_ / "x.nq"}).exit, 1);
  folder_.write("one.csv", "nerve,says,muscle,remark\n");
  const Result result = rebuild(folder_ / "x.nq");
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("row 7 of the graph is not in the file: femoral nerve supplies pectineus [rebuild]\n"), std::string::npos)
      << result.err;
}

TEST_F(RebuiltByTheProgram, AColumnTakenOutIsFound) {
  ASSERT_EQ(convert({"--merge", folder_ / "x.nq"}).exit, 1);
  const Result result = rebuild(without("<https://w3id.org/musclekg/own/one/column/2> "));
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("one.csv: columns are missing"), std::string::npos) << result.err;
}

TEST_F(RebuiltByTheProgram, TwoFilesOfOneNameAreTwo) {
  const std::string header = "nerve,says,muscle\n";
  folder_.write("x/t.csv", header + "femoral nerve,supplies,sartorius\n");
  folder_.write("y/t.csv", header + "femoral nerve,supplies,pectineus\n");
  Surroundings here;
  here.folder = folder_.path();
  for (const std::string& above : {std::string(), folder_.path().string() + "/"}) {
    ASSERT_EQ(run_program({"convert", above + "x/t.csv", above + "y/t.csv", "--columns", mapping_, "--merge", "g.nq", "-q"}, "", here).exit,
              0);
    for (const char* order : {"x/t.csv", "y/t.csv"}) {
      const Result result = run_program({"audit", "--rebuild", "g.nq", order, "x/t.csv", "y/t.csv", "-o", "both"}, "", here);
      EXPECT_EQ(result.exit, 0) << result.err;
    }
    EXPECT_EQ(folder_.read("both/t.csv"), folder_.read("x/t.csv"));
    EXPECT_EQ(folder_.read("both/t-2.csv"), folder_.read("y/t.csv"));
  }
}

TEST_F(RebuiltByTheProgram, APackedTableIsWrittenUnpacked) {
  const std::string packed = folder_.write("p.csv.gz", gzip("nerve,says,muscle\nfemoral nerve,supplies,sartorius\n"));
  ASSERT_EQ(run_program({"convert", packed, "--columns", mapping_, "--merge", folder_ / "p.nq", "-q"}).exit, 0);
  const Result result = run_program({"audit", "--rebuild", folder_ / "p.nq", packed, "-o", folder_ / "again", "-q"});
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(folder_.read("again/p.csv"), "nerve,says,muscle\nfemoral nerve,supplies,sartorius\n");
}

TEST_F(RebuiltByTheProgram, AFileThatTheGraphDoesNotTellIsFound) {
  ASSERT_EQ(convert({"--merge", folder_ / "x.nq"}).exit, 1);
  const Result result = run_program({"audit", "--rebuild", folder_ / "x.nq", folder_.write("three.csv", "a\n")});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("three.csv: error: " + (folder_ / "x.nq") + " tells no table of this name [rebuild]\n"), std::string::npos)
      << result.err;
}

TEST_F(RebuiltByTheProgram, AGraphWithoutRowsCannotBeRebuilt) {
  ASSERT_EQ(convert({"--merge", folder_ / "x.nq", "--profile", "direct"}).exit, 1);
  const Result result = rebuild(folder_ / "x.nq");
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("tells no rows of tables; write it with --profile rows"), std::string::npos) << result.err;
}

TEST_F(RebuiltByTheProgram, SomethingMustBeAsked) {
  const Result result = run_program({"audit", "--rebuild", folder_ / "x.nq"});
  EXPECT_EQ(result.exit, 2);
  EXPECT_NE(result.err.find("--rebuild needs a folder for the tables (-o), or the tables to compare them with"), std::string::npos);
}

}  // namespace
}  // namespace musclekg::test
