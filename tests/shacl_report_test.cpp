// The validation report of SHACL in Turtle (section 3.6): its text, and that it can be read.

#include "check/validation_report.h"
#include "shacl_test.h"

namespace musclekg::shacl_test {
namespace {

constexpr std::string_view kReportHead =
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix ex: <http://example.org/> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n\n";

/// How many statements Raptor reads in a report.
std::size_t statements(const std::string& report) {
  const test::TemporaryFolder folder;
  NodeTable nodes;
  Diagnostics diagnostics;
  std::size_t count = 0;
  EXPECT_TRUE(read_rdf(folder.write("report.ttl", report), "turtle", nodes, diagnostics, [&](const Quad&) { ++count; }));
  EXPECT_TRUE(diagnostics.kept().empty());
  return count;
}

TEST(ShaclReport, OfDataThatConforms) {
  Case one("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:nodeKind sh:IRI .");
  EXPECT_EQ(one.report(), std::string(kReportHead) + "_:report a sh:ValidationReport ;\n  sh:conforms true .\n");
}

TEST(ShaclReport, OfOneResult) {
  Case one(
      "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:P . ex:P sh:path ex:p ; sh:datatype xsd:string ; sh:severity sh:Info .",
      "ex:a ex:p \"a \\\"b\\\"\\n\"@en .");
  EXPECT_EQ(one.report(), std::string(kReportHead) +
                              "_:report a sh:ValidationReport ;\n"
                              "  sh:conforms false ;\n"
                              "  sh:result _:result1 .\n"
                              "\n"
                              "_:result1 a sh:ValidationResult ;\n"
                              "  sh:focusNode ex:a ;\n"
                              "  sh:resultPath ex:p ;\n"
                              "  sh:value \"a \\\"b\\\"\\n\"@en ;\n"
                              "  sh:sourceShape ex:P ;\n"
                              "  sh:sourceConstraintComponent sh:DatatypeConstraintComponent ;\n"
                              "  sh:resultSeverity sh:Info ;\n"
                              "  sh:resultMessage \"has the value \\\"a \\\\\\\"b\\\\\\\"\\\\n\\\"@en of ex:p; a literal of xsd:string is "
                              "expected\" .\n");
  EXPECT_EQ(statements(one.report()), 11u);
  EXPECT_EQ(statements(one.report(nullptr)), 11u) << "without prefixes";
}

TEST(ShaclReport, BlankNodesAreNumberedAndPathsCopied) {
  Case one(
      "ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property [ sh:path [ sh:alternativePath ( ex:p [ sh:inversePath ex:q ] ) ] ;"
      " sh:nodeKind sh:Literal ; sh:severity ex:Grave ] .",
      "_:a ex:p _:b . _:c ex:q _:a .");
  const std::string report = one.report();
  EXPECT_EQ(report, std::string(kReportHead) +
                        "_:report a sh:ValidationReport ;\n"
                        "  sh:conforms false ;\n"
                        "  sh:result _:result1 ,\n"
                        "    _:result2 .\n"
                        "\n"
                        "_:result1 a sh:ValidationResult ;\n"
                        "  sh:focusNode _:data1 ;\n"
                        "  sh:resultPath _:path1 ;\n"
                        "  sh:value _:data2 ;\n"
                        "  sh:sourceShape _:shape1 ;\n"
                        "  sh:sourceConstraintComponent sh:NodeKindConstraintComponent ;\n"
                        "  sh:resultSeverity ex:Grave ;\n"
                        "  sh:resultMessage \"has the value a blank node of ex:p|^ex:q; a literal is expected\" .\n"
                        "\n"
                        "_:result2 a sh:ValidationResult ;\n"
                        "  sh:focusNode _:data1 ;\n"
                        "  sh:resultPath _:path1 ;\n"
                        "  sh:value _:data3 ;\n"
                        "  sh:sourceShape _:shape1 ;\n"
                        "  sh:sourceConstraintComponent sh:NodeKindConstraintComponent ;\n"
                        "  sh:resultSeverity ex:Grave ;\n"
                        "  sh:resultMessage \"has the value a blank node of ex:p|^ex:q; a literal is expected\" .\n"
                        "\n"
                        "_:path1 sh:alternativePath _:path2 .\n"
                        "\n"
                        "_:path2 rdf:first ex:p ;\n"
                        "  rdf:rest _:path3 .\n"
                        "\n"
                        "_:path3 rdf:first _:path4 ;\n"
                        "  rdf:rest rdf:nil .\n"
                        "\n"
                        "_:path4 sh:inversePath ex:q .\n");
  EXPECT_EQ(statements(report), 4u + 2 * 8 + 6);
}

TEST(ShaclReport, AFindingOfAnotherCheckIsAResult) {
  NodeTable nodes;
  Graph none;
  none.index();
  Finding finding;
  finding.level = Level::Warning;
  finding.rule = "no-label";
  finding.message = "has no label";
  const test::TemporaryFolder folder;
  Output output(folder / "report.ttl");
  write_validation_report(output, std::vector<Finding>{finding}, none, nodes, nullptr);
  output.commit();
  EXPECT_EQ(
      folder.read("report.ttl"),
      "@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n_:report a sh:ValidationReport ;\n  sh:conforms false ;\n  sh:result _:result1 .\n\n"
      "_:result1 a sh:ValidationResult ;\n  sh:resultSeverity sh:Warning ;\n  sh:resultMessage \"has no label\" .\n");
}

}  // namespace
}  // namespace musclekg::shacl_test
