// The report of a check: as text, as a table, by the command.

#include "check/check_report.h"

#include <fmt/format.h>

#include <set>

#include "check/shacl.h"
#include "check/shapes.h"
#include "check_fixture.h"

namespace musclekg::test {
namespace {

class CheckReportTest : public ::testing::Test {
 protected:
  Finding finding(Level level, std::string rule, std::string message) {
    Finding result;
    result.level = level;
    result.rule = std::move(rule);
    result.message = std::move(message);
    return result;
  }

  LoadedGraph loaded_{good_graph()};
  GraphTerms terms_{loaded_.nodes};
  NodeNames names_{loaded_.graph, terms_, bundled_knowledge().prefixes, &bundled_knowledge().terms.property_labels()};
  CheckReport report_;
};

TEST_F(CheckReportTest, TellsPlacesFirst) {
  Finding placed = finding(Level::Error, "quote-differs", "the words are others");
  placed.focus = loaded_.nodes.iri("https://w3id.org/musclekg/vastus-medialis/anchor/46-93");
  placed.file = "facts/a.yaml";
  placed.where = {4, 5};
  Finding general = finding(Level::Warning, "source-missing", "is not there");
  general.focus = loaded_.iri("UBERON:0001380");
  report_.add(finding(Level::Info, "unstated-edge", "nothing to compare"));
  report_.add(std::move(general));
  report_.add(std::move(placed));
  report_.sort();
  EXPECT_EQ(report_.text(names_, "graph.ttl", Level::Info),
            "facts/a.yaml:4:5: error: https://w3id.org/musclekg/vastus-medialis/anchor/46-93: the words are others [quote-differs]\n"
            "graph.ttl: info: nothing to compare [unstated-edge]\n"
            "graph.ttl: warning: vastus medialis (UBERON:0001380): is not there [source-missing]\n");
  EXPECT_EQ(report_.text(names_, "graph.ttl", Level::Error).find("graph.ttl"), std::string::npos) << "errors only";
  EXPECT_EQ(report_.totals(), "1 error, 1 warning, 1 info");
  EXPECT_EQ(report_.count(Level::Error), 1U);
}

TEST_F(CheckReportTest, TellsWhatAShapeIsBrokenBy) {
  Finding result = finding(Level::Error, "EdgeEnd", "an edge ends at a term");
  result.focus = loaded_.iri("UBERON:0001380");
  result.path = terms_.has_origin;
  result.value = loaded_.iri("UBERON:0006862");
  result.shape = loaded_.nodes.iri("https://w3id.org/musclekg/shapes#EdgeEnd");
  report_.add(std::move(result));
  EXPECT_EQ(report_.text(names_, "g.nq", Level::Info),
            "g.nq: error: vastus medialis (UBERON:0001380) has muscle origin diaphysis of femur (UBERON:0006862): an edge ends at a term "
            "[EdgeEnd]\n");
  EXPECT_EQ(report_.tsv(names_),
            "Level\tRule Name\tSubject\tProperty\tValue\nERROR\tEdgeEnd\tUBERON:0001380\tRO:0002372\tUBERON:0006862\n");
}

TEST_F(CheckReportTest, KeepsRowsAndTerminalsWhole) {
  Finding result = finding(Level::Error, "label-drift", "a\x1B[31m\nb");
  result.focus = loaded_.iri("UBERON:0001380");
  result.value = loaded_.nodes.text("one\ttwo\nthree");
  report_.add(std::move(result));
  EXPECT_EQ(report_.tsv(names_), "Level\tRule Name\tSubject\tProperty\tValue\nERROR\tlabel-drift\tUBERON:0001380\t\tone two three\n");
  EXPECT_NE(report_.text(names_, "g", Level::Info).find("a\\u001B[31m b"), std::string::npos);
}

TEST_F(CheckReportTest, CountsWhatItLeavesOut) {
  for (int i = 0; i < 5; ++i) report_.add(finding(Level::Error, "unknown-term", fmt::format("number {}", i)));
  EXPECT_EQ(report_.text(names_, "g", Level::Info, 2),
            "g: error: number 0 [unknown-term]\ng: error: number 1 [unknown-term]\nand 3 more [unknown-term]\n");
  const std::string table = report_.tsv(names_);
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 6) << "the table has all";
}

/// Runs the program on a graph in a folder that also has its source.
Result checked(const std::string& graph, const std::vector<std::string>& options = {}) {
  const TemporaryFolder folder;
  folder.write("graph.ttl", graph);
  folder.write("good_page.txt", judged("good_page.txt"));
  std::vector<std::string> words = {"check", "graph.ttl"};
  words.insert(words.end(), options.begin(), options.end());
  return run_program(words, {}, {{}, folder.path(), {}});
}

const std::string kPredicate = "st:01 rdf:predicate obo:RO_0002372 .";

TEST(Check, IsContentWithGoodData) {
  const Result result = checked(good_graph());
  EXPECT_EQ(result.exit, 0) << result.out << result.err;
  EXPECT_NE(result.out.find(" 0 errors, 0 warnings, 1 info\n"), std::string::npos) << result.out;
  EXPECT_EQ(result.err, "");
}

TEST(Check, TellsTheLineOfTheSource) {
  const Result result = checked(good_graph({{kPredicate, "st:01 rdf:predicate <http://example.org/relatedTo> ."}}));
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.out.find("good_page.txt:4:4: error: "), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("[Statement-predicate]\n"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("[unstated-edge]\n"), std::string::npos) << result.out;
}

TEST(Check, FailsOnWhatItIsToldTo) {
  const std::string warned = good_graph({{"re:1 mkg:markers 3 .", "re:1 mkg:markers 2 ."}});
  EXPECT_EQ(checked(warned).exit, 0);
  EXPECT_EQ(checked(warned, {"--fail-on", "warning"}).exit, 1);
  EXPECT_EQ(checked(good_graph(), {"--fail-on", "warning"}).exit, 0);
  EXPECT_EQ(checked(good_graph(), {"--fail-on", "info"}).exit, 1);
  EXPECT_EQ(checked(good_graph({{kPredicate, ""}}), {"--fail-on", "none"}).exit, 0);
  EXPECT_EQ(checked(good_graph(), {"--fail-on", "eror"}).exit, 2);
}

TEST(Check, WritesTablesAndReports) {
  const std::string faulty = good_graph({{"re:1 mkg:markers 3 .", "re:1 mkg:markers 2 ."}});
  Result result = checked(faulty, {"--format", "tsv"});
  EXPECT_NE(result.out.find("WARN\tbacklinks\thttps://w3id.org/musclekg/vastus-medialis/reference/1\tmkg:markers\t2\n"), std::string::npos)
      << result.out;
  result = checked(faulty, {"--format", "turtle", "-q"});
  EXPECT_NE(result.out.find("sh:ValidationReport"), std::string::npos);
  EXPECT_NE(result.out.find("<https://w3id.org/musclekg/shapes#backlinks>"), std::string::npos) << result.out;
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(checked(faulty, {"--format", "yaml"}).exit, 2);
}

TEST(Check, TakesOtherShapes) {
  const TemporaryFolder folder;
  const std::string shapes = folder.write("s.ttl",
                                          "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix ex: <http://example.org/> .\n"
                                          "ex:Named a sh:NodeShape ; sh:targetClass <http://www.w3.org/ns/prov#Entity> ;\n"
                                          "  sh:property [ sh:path ex:name ; sh:minCount 1 ] .\n");
  const Result result = checked(good_graph(), {"--shapes", shapes});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.out.find("[Named]"), std::string::npos) << result.out;
}

TEST(Check, TellsWhereAFileIsNoRdf) {
  const Result result = checked("@prefix ex: <http://example.org/> .\nex:a ex:b .\n");
  EXPECT_EQ(result.exit, 1);
  EXPECT_EQ(result.err.find("graph.ttl:2:"), 0U) << result.err;
  EXPECT_EQ(run_program({"check", "no-such-file.ttl"}).exit, 1);
  EXPECT_EQ(run_program({"check"}).exit, 2);
}

TEST(Check, KeepsBlankNodesOfFilesApart) {
  const TemporaryFolder folder;
  const std::string first = folder.write("a.nq", "_:n <http://example.org/p> <http://example.org/a> .\n");
  const std::string second = folder.write("b.nq", "_:n <http://example.org/p> <http://example.org/b> .\n");
  const std::string shapes =
      folder.write("s.ttl",
                   "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix ex: <http://example.org/> .\n"
                   "ex:One a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:maxCount 1 ] .\n");
  EXPECT_EQ(run_program({"check", first, second, "--shapes", shapes}).exit, 0);
}

/// The names of the shapes of ontology/shapes.ttl that a graph breaks; into `asking`, if it is given, those of all that ask something.
std::set<std::string> broken_by(const std::string& turtle, std::set<std::string>* asking = nullptr) {
  const TemporaryFolder folder;
  NodeTable nodes;
  Graph data, shapes_graph;
  Diagnostics diagnostics;
  add_files({folder.write("graph.ttl", turtle)}, "data", nodes, data, diagnostics);
  add_files({project("ontology/shapes.ttl").string()}, "shapes", nodes, shapes_graph, diagnostics);
  const Shapes shapes(shapes_graph, nodes, "shapes.ttl", diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
  if (asking != nullptr)
    for (const auto& shape : shapes.all())
      if (shape.node->kind == Node::Kind::Iri && !shape.constraints.empty()) asking->insert(shape.rule);
  std::set<std::string> broken;
  validate(shapes, data, nullptr, [&](Finding&& finding) { broken.insert(finding.rule); });
  return broken;
}

TEST(OwnShapes, HoldForGoodData) {
  EXPECT_EQ(broken_by(good_graph()), std::set<std::string>{});
  EXPECT_EQ(broken_by(prefixes() + "obo:UBERON_0001380 obo:RO_0002372 obo:UBERON_0006862 ; mkg:hasAction mkt:knee-extension .\n"),
            std::set<std::string>{})
      << "edges alone";
}

TEST(OwnShapes, TellEveryPlantedFault) {
  std::set<std::string> asking, planted;
  broken_by(good_graph(), &asking);
  const std::string faults = judged("shape_faults.tsv");
  for (const std::string_view row : split(faults, '\n')) {
    const std::vector<std::string_view> cells = split(row, '\t');
    if (row.empty() || row.starts_with('#') || cells.size() != 3 || cells[0] == "shape") continue;
    const std::string shape(cells[0]);
    EXPECT_TRUE(broken_by(good_graph({{std::string(cells[1]), std::string(cells[2])}})).contains(shape)) << row;
    planted.insert(shape);
  }
  for (const std::string& shape : asking) EXPECT_TRUE(planted.contains(shape)) << "no fault is planted for " << shape;
  EXPECT_GT(asking.size(), 60U);
}

}  // namespace
}  // namespace musclekg::test
