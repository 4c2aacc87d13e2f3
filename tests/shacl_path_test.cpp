// Property paths of SHACL (section 2.3.1): what they reach, and that walking ends.

#include <chrono>

#include "shacl_test.h"

namespace musclekg::shacl_test {
namespace {

/// The nodes that `path` reaches from ex:a, in the order of their names, with each path's text in front.
std::string reached(const std::string& path, std::string_view data) {
  const Case one("ex:S a sh:PropertyShape ; sh:targetNode ex:a ; sh:path " + path + " ; sh:in ( ) .", data);
  EXPECT_EQ(one.faults(), std::vector<std::string>()) << path;
  std::string text;
  for (const Finding& finding : one.findings()) text.append(text.empty() ? "" : " ").append(Wording(&prefixes()).name(finding.value));
  return text;
}

constexpr std::string_view kData =
    "ex:a ex:p ex:b ; ex:q ex:c . ex:b ex:p ex:d ; ex:q ex:e . ex:c ex:p ex:e . ex:d ex:p ex:a . ex:f ex:p ex:a . ex:g ex:q ex:f .";

TEST(ShaclPath, EachForm) {
  EXPECT_EQ(reached("ex:p", kData), "ex:b");
  EXPECT_EQ(reached("[ sh:inversePath ex:p ]", kData), "ex:d ex:f");
  EXPECT_EQ(reached("( ex:p ex:q )", kData), "ex:e");
  EXPECT_EQ(reached("( ex:p ex:p ex:p )", kData), "ex:a");
  EXPECT_EQ(reached("[ sh:alternativePath ( ex:p ex:q ) ]", kData), "ex:b ex:c");
  EXPECT_EQ(reached("[ sh:zeroOrMorePath ex:p ]", kData), "ex:a ex:b ex:d");
  EXPECT_EQ(reached("[ sh:oneOrMorePath ex:q ]", kData), "ex:c");
  EXPECT_EQ(reached("[ sh:oneOrMorePath ex:p ]", kData), "ex:a ex:b ex:d");
  EXPECT_EQ(reached("[ sh:zeroOrOnePath ex:p ]", kData), "ex:a ex:b");
}

TEST(ShaclPath, FormsWithinOneAnother) {
  EXPECT_EQ(reached("( [ sh:zeroOrMorePath ex:p ] ex:q )", kData), "ex:c ex:e");
  EXPECT_EQ(reached("[ sh:oneOrMorePath [ sh:alternativePath ( ex:p ex:q ) ] ]", kData), "ex:a ex:b ex:c ex:d ex:e");
  EXPECT_EQ(reached("[ sh:zeroOrMorePath [ sh:zeroOrMorePath [ sh:zeroOrOnePath ex:q ] ] ]", kData), "ex:a ex:c");
  EXPECT_EQ(reached("( [ sh:zeroOrOnePath ex:p ] [ sh:zeroOrOnePath ex:q ] )", kData), "ex:a ex:b ex:c ex:e");
  EXPECT_EQ(reached("[ sh:alternativePath ( [ sh:oneOrMorePath ex:q ] [ sh:inversePath ex:p ] ) ]", kData), "ex:c ex:d ex:f");
  EXPECT_EQ(reached("[ sh:inversePath [ sh:oneOrMorePath ex:p ] ]", kData), "ex:a ex:b ex:d ex:f");
  EXPECT_EQ(reached("[ sh:inversePath [ sh:inversePath ex:p ] ]", kData), "ex:b");
}

// pySHACL walks a sequence backwards in the order in which it is written; by SPARQL 1.1, section 18.4, ^(q/p) is ^p/^q.
TEST(ShaclPath, ASequenceIsWalkedBackwardsFromItsEnd) {
  EXPECT_EQ(reached("[ sh:inversePath ( ex:q ex:p ) ]", kData), "ex:g");
  EXPECT_EQ(reached("[ sh:inversePath ( ex:p ex:q ) ]", kData), "");
}

TEST(ShaclPath, ValuesAreCountedOnce) {
  EXPECT_EQ(results("ex:S sh:targetNode ex:a ; sh:path ( [ sh:alternativePath ( ex:p ex:q ) ] ex:p ) ; sh:maxCount 1 .",
                    "ex:a ex:p ex:b ; ex:q ex:b , ex:c . ex:b ex:p ex:d . ex:c ex:p ex:d ."),
            "");
}

TEST(ShaclPath, TheFocusNodeNeedNotBeInTheData) {
  EXPECT_EQ(results("ex:S sh:targetNode 1 , ex:z ; sh:path [ sh:zeroOrMorePath ex:p ] ; sh:maxCount 0 .", "ex:a ex:p ex:b ."),
            "\"1\"^^xsd:integer _: - MaxCount\nex:z _: - MaxCount\n");
}

TEST(ShaclPath, IsNamedAsInSparql) {
  const Case one(
      "ex:S sh:targetNode ex:a ; sh:path ( [ sh:inversePath ex:p ] [ sh:zeroOrMorePath [ sh:alternativePath ( ex:p ( ex:q ex:p ) ) ] ] "
      "[ sh:zeroOrOnePath [ sh:oneOrMorePath [ sh:inversePath ex:q ] ] ] ) ; sh:minCount 1 .");
  EXPECT_EQ(one.messages(), "S: has 0 values of ^ex:p/(ex:p|(ex:q/ex:p))*/((^ex:q)+)?; at least 1 is expected\n");
}

/// What is wrong with a path.
std::string fault(const std::string& path, const std::string& more = {}) {
  const Case one("ex:S a sh:PropertyShape ; sh:targetNode ex:a ; sh:path " + path + " ; sh:minCount 1 . " + more);
  EXPECT_EQ(one.results(), "") << "a shape without a path is not checked";
  return one.faults().empty() ? "" : one.faults().front();
}

TEST(ShaclPath, IllFormed) {
  EXPECT_EQ(fault("\"x\""), "<http://example.org/S>: sh:path: \"x\" is no path");
  EXPECT_EQ(fault("[]"), "<http://example.org/S>: sh:path: a blank node with 0 statements is no path");
  EXPECT_EQ(fault("[ ex:somePath ex:p ]"), "<http://example.org/S>: sh:path: <http://example.org/somePath> makes no path");
  EXPECT_EQ(fault("[ sh:inversePath ex:p ; sh:zeroOrMorePath ex:q ]"),
            "<http://example.org/S>: sh:path: a blank node with 2 statements is no path");
  EXPECT_EQ(fault("( ex:p )"), "<http://example.org/S>: sh:path: a path has a list of 1 member; at least 2 are expected");
  EXPECT_EQ(fault("[ sh:alternativePath ( ) ]"),
            "<http://example.org/S>: sh:path: a path has a list of 0 members; at least 2 are expected");
  EXPECT_EQ(fault("[ sh:alternativePath ex:p ]"), "<http://example.org/S>: sh:path: <http://example.org/p> is no list");
  EXPECT_EQ(fault("[ rdf:first ex:p ; rdf:rest [ rdf:first ex:q ] ]"),
            "<http://example.org/S>: sh:path: a list is cut off or branches behind 1 member: a cell has 1 rdf:first and 0 rdf:rest, one of "
            "each is expected");
  EXPECT_EQ(fault("_:l", "_:l rdf:first ex:p ; rdf:rest [ rdf:first ex:q ; rdf:rest _:l ] ."),
            "<http://example.org/S>: sh:path: a list goes round in a circle");
  EXPECT_EQ(fault("_:p", "_:p sh:inversePath _:q . _:q sh:zeroOrMorePath _:p ."),
            "<http://example.org/S>: sh:path: the path refers to itself or is nested deeper than 32 levels");
  EXPECT_EQ(fault("ex:p , ex:q"), "<http://example.org/S>: a property shape has 2 values of sh:path, 1 is expected");
}

TEST(ShaclPath, OneThatDoublesWithEachLevelIsRefused) {
  std::string more;
  for (int i = 0; i < 25; ++i) more += fmt::format("_:p{} sh:alternativePath ( _:p{} _:p{} ) . ", i, i + 1, i + 1);
  EXPECT_EQ(fault("_:p0", more + "_:p25 sh:inversePath ex:p ."), "<http://example.org/S>: sh:path: the path has more than 4096 steps");
}

// Repetitions within one another, on data where every node leads to every other: a walk that forgets where it was would never end.
TEST(ShaclPath, RepetitionsOnDenseDataEnd) {
  std::string data;
  for (int i = 0; i < 120; ++i)
    for (int j = 0; j < 120; ++j) data += fmt::format("ex:n{} ex:p ex:n{} .\n", i, j);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(results("ex:S sh:targetNode ex:n0 ; sh:path [ sh:zeroOrMorePath ( [ sh:oneOrMorePath [ sh:zeroOrMorePath ex:p ] ] "
                    "[ sh:zeroOrOnePath [ sh:inversePath [ sh:oneOrMorePath ex:p ] ] ] ) ] ; sh:minCount 120 ; sh:maxCount 120 .",
                    data),
            "");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(ShaclPath, ALongChainIsWalkedWithoutNesting) {
  std::string data = "ex:a ex:p ex:n0 .\n";
  for (int i = 0; i < 50000; ++i) data += fmt::format("ex:n{} ex:p ex:n{} .\n", i, i + 1);
  EXPECT_EQ(results("ex:S sh:targetNode ex:a ; sh:path [ sh:oneOrMorePath ex:p ] ; sh:hasValue ex:n50000 ; sh:maxCount 50000 .", data),
            "ex:a _: - MaxCount\n");
}

}  // namespace
}  // namespace musclekg::shacl_test
