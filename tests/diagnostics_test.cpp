// Findings: collected in order, printed with their place, bounded without losing count.

#include "base/diagnostics.h"

#include "test.h"

namespace musclekg::test {
namespace {

TEST(Diagnostics, PrintsPlaceSeverityTextRuleAndHint) {
  EXPECT_EQ(format({Severity::Error, "a.yaml", {3, 7}, "unknown key 'nmae'", "unknown-key", "did you mean 'name'?"}),
            "a.yaml:3:7: error: unknown key 'nmae' [unknown-key]\n  did you mean 'name'?");
  EXPECT_EQ(format({Severity::Warning, "<stdin>", {1, 1}, "something", "some-rule", ""}), "<stdin>:1:1: warning: something [some-rule]");
}

TEST(Diagnostics, PrintsNoPlaceForTheFileAsAWhole) {
  EXPECT_EQ(format({Severity::Error, "a.yaml", {}, "is a directory", "input", ""}), "a.yaml: error: is a directory [input]");
}

TEST(Diagnostics, KeepsEveryFindingInTheOrderItWasMade) {
  Diagnostics diagnostics;
  diagnostics.error({"b", {9, 1}}, "one", "first");
  diagnostics.warning({"a", {1, 1}}, "two", "second", "do this");
  diagnostics.error({"b", {2, 1}}, "one", "third");
  EXPECT_EQ(printed(diagnostics),
            "b:9:1: error: first [one]\n"
            "a:1:1: warning: second [two]\n  do this\n"
            "b:2:1: error: third [one]\n");
  EXPECT_EQ(diagnostics.count(Severity::Error), 2u);
  EXPECT_EQ(diagnostics.count(Severity::Warning), 1u);
  EXPECT_TRUE(diagnostics.left_out().empty());
}

TEST(Diagnostics, KeepsTheSameTextOnceForEachTimeItWasFound) {
  Diagnostics diagnostics;
  diagnostics.error({"a", {1, 1}}, "one", "same");
  diagnostics.error({"a", {1, 1}}, "one", "same");
  diagnostics.error({"b", {1, 1}}, "one", "same");
  EXPECT_EQ(diagnostics.kept().size(), 3u);
  EXPECT_EQ(diagnostics.kept()[2].file, "b");
}

TEST(Diagnostics, OutlivesTheTextsItWasGiven) {
  Diagnostics diagnostics;
  {
    std::string file = "a file name that is longer than any small string", rule = "a-rule-id-that-is-longer-than-any-small-string";
    diagnostics.error({file, {1, 1}}, rule, "text");
    file.assign(file.size(), 'x');
    rule.assign(rule.size(), 'x');
  }
  EXPECT_EQ(printed(diagnostics),
            "a file name that is longer than any small string:1:1: error: text [a-rule-id-that-is-longer-than-any-small-string]\n");
}

TEST(Diagnostics, SortsByPlaceWithinFilesInTheOrderOfTheirFirstFinding) {
  Diagnostics diagnostics;
  diagnostics.error({"z", {5, 1}}, "r", "1");
  diagnostics.error({"a", {2, 9}}, "r", "2");
  diagnostics.error({"z", {}}, "r", "3");
  diagnostics.error({"a", {2, 3}}, "r", "4");
  diagnostics.error({"a", {2, 3}}, "r", "5");
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics.by_place()) order += diagnostic.text;
  EXPECT_EQ(order, "31452");
  EXPECT_EQ(diagnostics.kept().front().text, "1");
}

TEST(Diagnostics, KeepsTheFirstOfEachRuleAndCountsTheRest) {
  Diagnostics diagnostics(2);
  for (std::uint32_t line = 1; line <= 5; ++line) diagnostics.error({"a", {line, 1}}, "many", "text");
  diagnostics.warning({"a", {6, 1}}, "few", "text");
  EXPECT_EQ(diagnostics.kept().size(), 3u);
  EXPECT_EQ(diagnostics.kept()[1].position.line, 2u);
  EXPECT_EQ(diagnostics.count(Severity::Error), 5u);
  EXPECT_EQ(diagnostics.left_out(), (std::map<std::string, std::size_t>{{"many", 3}}));
}

TEST(Diagnostics, ProgramSaysHowManyFindingsItLeftOut) {
  std::string lines;
  for (int i = 0; i < 250; ++i) lines += "{\"nme\": \"x\"}\n";
  const Result result = run_program({"convert", "-", "--from", "jsonl", "-o", "-", "--to", "ntriples"}, lines);
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("<stdin>:200:2: error: unknown key 'nme'"), std::string::npos) << result.err;
  EXPECT_EQ(result.err.find("<stdin>:201:2: error: unknown key 'nme'"), std::string::npos);
  EXPECT_NE(result.err.find("and 50 more [unknown-key]\n"), std::string::npos);
  EXPECT_NE(result.err.find("records  250 read = 0 exported + 250 rejected\n"), std::string::npos);
}

}  // namespace
}  // namespace musclekg::test
