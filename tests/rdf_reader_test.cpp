// What the readers of N-Triples, N-Quads, Turtle and TriG refuse, where, and what they make of the rest.

#include <fmt/format.h>

#include "rdf/rdf_scanner.h"
#include "rdf/read_rdf.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// Lines of what is handed on, with '*' behind anonymous nodes; the prefixes; and the findings, the file being "input".
struct Reading {
  std::vector<std::string> lines;
  std::vector<std::string> prefixes;
  std::string findings;
  ReadingResult result;
};

class Collector : public RdfHandler {
 public:
  explicit Collector(Reading& reading) : reading_(reading) {}
  NodeTable& nodes() override { return nodes_; }
  void prefix(std::string_view name, std::string_view iri) override { reading_.prefixes.push_back(fmt::format("{}={}", name, iri)); }
  void quad(const Quad& quad) override {
    std::string line;
    for (const Node* node : {quad.subject, quad.predicate, quad.object, quad.graph})
      if (node != nullptr) line.append(node->ntriples).append(node->anonymous ? "* " : " ");
    line.pop_back();
    reading_.lines.push_back(line);
  }
  void statement_end() override {}

 private:
  NodeTable nodes_;
  Reading& reading_;
};

Reading read(RdfSyntax syntax, std::string_view text, const ReadingOptions& options = {}) {
  const TemporaryFolder folder;
  const std::string path = folder.write("input", text);
  Reading reading;
  Collector collector(reading);
  Diagnostics diagnostics;
  Input input(path);
  reading.result = read_rdf(input, {}, syntax, options, collector, diagnostics);
  reading.findings = printed(diagnostics);
  for (std::size_t at; (at = reading.findings.find(path)) != std::string::npos;) reading.findings.replace(at, path.size(), "input");
  return reading;
}

using Lines = std::vector<std::string>;

TEST(RdfReader, NQuadsTellsEachFaultWithItsPlaceAndKeepsTheOtherLines) {
  const Reading reading = read(RdfSyntax::NQuads,
                               "<a:a> <a:b> <a:c> .\n"
                               "<a:a> <a:b> <a:c>\n"
                               "<a:a> <a:b> \"x\n"
                               "<rel> <a:b> <a:c> .\n"
                               "<a:a> _:b <a:c> .\n"
                               "<a:a> <a:b> <a:{c}> .\n"
                               "<a:a> <a:b> \"\\uD800\" .\n"
                               "<a:a> <a:b> \"\xFF\" .\n"
                               "<a:a> <a:b> \"x\"@ .\n"
                               "<a:a> <a:b> <a:c> <a:g> . # said\r\n"
                               "# nothing\n\n"
                               "<a:a> <a:b> <a:d> . <a:a>");
  EXPECT_EQ(reading.lines, (Lines{"<a:a> <a:b> <a:c>", "<a:a> <a:b> <a:c> <a:g>"}));
  EXPECT_EQ(reading.findings,
            "input:2:18: error: expected a graph's name or '.', found the end [rdf-syntax]\n"
            "input:3:13: error: a string does not end on its line: '\"x' [rdf-syntax]\n"
            "input:4:1: error: not an absolute IRI: 'rel' [iri-syntax]\n"
            "input:5:7: error: expected a predicate, an IRI in brackets, found '_:b <a:c> .' [rdf-syntax]\n"
            "input:6:16: error: '{' must not stand in an IRI: '<a:{c}> .' [iri-syntax]\n"
            "input:7:14: error: '\\uD800' is no character [rdf-syntax]\n"
            "input:8:14: error: byte 149 is not UTF-8 [not-utf8]\n"
            "input:9:16: error: expected a language tag, found '@ .' [rdf-syntax]\n"
            "input:13:21: error: expected the end of the line behind '.', found '<a:a>' [rdf-syntax]\n");
  EXPECT_FALSE(reading.result.well_formed);
  EXPECT_EQ(reading.result.skipped, 9u);
}

TEST(RdfReader, NTriplesHasNoFourthTerm) {
  EXPECT_EQ(read(RdfSyntax::NTriples, "<a:a> <a:b> <a:c> <a:g> .\n").findings,
            "input:1:19: error: expected '.' (a fourth term is N-Quads), found '<a:g> .' [rdf-syntax]\n");
}

TEST(RdfReader, LenientLeavesOutAndCounts) {
  for (const auto& [syntax, text] : {std::pair(RdfSyntax::NTriples, "<a:a> <a:b> .\n<a:a> <a:b> <a:c> .\n"),
                                     std::pair(RdfSyntax::Turtle, "<a:a> <a:b> . <a:a> <a:b> <a:c> .")}) {
    const Reading reading = read(syntax, text, {"", true});
    EXPECT_EQ(reading.lines, Lines{"<a:a> <a:b> <a:c>"});
    EXPECT_TRUE(reading.result.well_formed);
    EXPECT_EQ(reading.result.skipped, 1u);
    EXPECT_NE(reading.findings.find("warning: expected an object"), std::string::npos) << reading.findings;
  }
}

TEST(RdfReader, TurtleTellsEachFaultWithItsPlaceAndKeepsTheOtherStatements) {
  const Reading reading = read(RdfSyntax::Turtle,
                               "@prefix ex: <http://e/> .\n"
                               "ex:a ex:b ex:c ; un:known ex:d .\n"
                               "ex:a ex:b <d> .\n"
                               "ex:a ex:b ex:e\n"
                               ".\n"
                               "ex:a ex:b 'x\n' .\n"
                               "ex:a [ ex:b ex:c .\n"
                               "ex:a ex:b ex:f .\n"
                               "ex:a true ex:g .\n"
                               "ex:a ex:b <http://e/ x> .\n"
                               "ex:a ex:b ex:h");
  EXPECT_EQ(reading.lines, (Lines{"<http://e/a> <http://e/b> <http://e/e>", "<http://e/a> <http://e/b> <http://e/f>"}));
  EXPECT_EQ(reading.prefixes, Lines{"ex=http://e/"});
  EXPECT_EQ(reading.findings,
            "input:2:18: error: the prefix 'un:' is not declared [undeclared-prefix]\n"
            "input:3:11: error: 'd' is relative, and there is no base [relative-iri]\n"
            "  say with --base what it is relative to, where the command has that option\n"
            "input:6:11: error: a string does not end on its line: ''x' [rdf-syntax]\n"
            "input:8:6: error: expected a predicate, found '[ ex:b ex:c .' [rdf-syntax]\n"
            "input:10:6: error: expected a predicate, found 'true ex:g .' [rdf-syntax]\n"
            "input:11:21: error: ' ' must not stand in an IRI: '<http://e/ x> .' [iri-syntax]\n"
            "input:12:15: error: expected '.' behind the statement, found the end [rdf-syntax]\n");
}

TEST(RdfReader, TurtleHandsOnAStatementBeforeWhatStandsInItsBrackets) {
  const Reading reading = read(RdfSyntax::Turtle, "<a:s> <a:p> [ <a:q> (1 [] ) ] , () . [] <a:r> 1.5 , 2e0 , true .");
  const std::string rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#", xsd = "\"^^<http://www.w3.org/2001/XMLSchema#";
  EXPECT_EQ(reading.lines,
            (Lines{"<a:s> <a:p> _:g-1*", "_:g-1* <a:q> _:g-2*", "_:g-2* " + rdf + "first> \"1" + xsd + "integer>",
                   "_:g-2* " + rdf + "rest> _:g-3*", "_:g-3* " + rdf + "first> _:g-4*", "_:g-3* " + rdf + "rest> " + rdf + "nil>",
                   "<a:s> <a:p> " + rdf + "nil>", "_:g-5* <a:r> \"1.5" + xsd + "decimal>", "_:g-5* <a:r> \"2e0" + xsd + "double>",
                   "_:g-5* <a:r> \"true" + xsd + "boolean>"}));
}

TEST(RdfReader, TrigReadsGraphsAndGoesOnBehindTheirFaults) {
  const Reading reading = read(RdfSyntax::TriG,
                               "<a:g> { <a:s> <a:p> <a:o> . <a:s> <a:p> }\n"
                               "GRAPH _:x { <a:s> <a:p> <a:o> }\n"
                               "[] { <a:s> <a:p> <a:o> }\n"
                               "{ <a:s> <a:p> <a:o1> . } <a:s> <a:p> <a:o2> .\n");
  EXPECT_EQ(reading.lines, (Lines{"<a:s> <a:p> <a:o> <a:g>", "<a:s> <a:p> <a:o> _:x", "<a:s> <a:p> <a:o> _:g-1", "<a:s> <a:p> <a:o1>",
                                  "<a:s> <a:p> <a:o2>"}));
  EXPECT_EQ(reading.findings, "input:1:41: error: expected an object, found '}' [rdf-syntax]\n");
}

TEST(RdfReader, BasesAreUsed) {
  const Reading reading =
      read(RdfSyntax::Turtle, "<a> <#p> <../c> . @base <http://f/d/> . <a> <p> <> . BASE <e/> <a> <p> <//h> .", {"http://e/x/y?z", false});
  EXPECT_EQ(reading.lines, (Lines{"<http://e/x/a> <http://e/x/y?z#p> <http://e/c>", "<http://f/d/a> <http://f/d/p> <http://f/d/>",
                                  "<http://f/d/e/a> <http://f/d/e/p> <http://h>"}));
}

TEST(RdfReader, NestingIsBounded) {
  std::string open = "<a:a> <a:b> ", deep = open;
  for (int i = 0; i < 990; ++i) deep += "[ <a:p> ";
  std::string closed = deep + "1";
  for (int i = 0; i < 990; ++i) closed += " ]";
  EXPECT_EQ(read(RdfSyntax::Turtle, closed + " .").lines.size(), 991u);
  for (int i = 0; i < 100000; ++i) deep += "( [ <a:p> ";
  EXPECT_NE(read(RdfSyntax::Turtle, deep).findings.find("nested deeper than 1000 [nesting]"), std::string::npos);
}

/// Tokens that stand across the pieces in which a file is read.
TEST(RdfReader, PiecesMakeNoDifference) {
  std::string text = "@prefix ex: <http://e/> .\n";
  for (int i = 0; i < 30000; ++i)
    text += fmt::format("ex:s{} ex:püß \"\"\"long \\\" text {}\"\"\"@en-GB , {}.5 ; # comment {}\n  a ex:K\\~{} .\n", i, i, i, i, i);
  const Reading reading = read(RdfSyntax::Turtle, text);
  EXPECT_EQ(reading.findings, "");
  ASSERT_EQ(reading.lines.size(), 90000u);
  EXPECT_EQ(reading.lines[89997], "<http://e/s29999> <http://e/püß> \"long \\\" text 29999\"@en-GB");
  EXPECT_EQ(reading.lines[89999], "<http://e/s29999> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/K~29999>");
  std::string longest = "<a:a> <a:b> \"" + std::string(300000, 'x') + "\" .\n";
  EXPECT_EQ(read(RdfSyntax::NTriples, longest + longest).lines.size(), 2u);
  EXPECT_EQ(read(RdfSyntax::Turtle, longest + longest).lines.size(), 2u);
}

TEST(RdfReader, LabelsStayWhereEverySyntaxCanWriteThem) {
  std::string scratch;
  EXPECT_EQ(plain_label("b1_x-y", scratch), "b1_x-y");
  EXPECT_EQ(plain_label("g-1", scratch), "x-g-2D1");
  EXPECT_EQ(plain_label("x-1", scratch), "x-x-2D1");
  EXPECT_EQ(plain_label("1a.b", scratch), "x-1a-2Eb");
  EXPECT_EQ(plain_label("ä", scratch), "x--C3-A4");
}

TEST(RdfReader, RdfXmlIsReadThroughRaptor) {
  const std::string text =
      "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:ex=\"http://e/\">\n"
      "<rdf:Description rdf:about=\"x\"><ex:p><rdf:Description/></ex:p></rdf:Description></rdf:RDF>";
  const Reading based = read(RdfSyntax::RdfXml, text, {"http://e/base", false});
  EXPECT_EQ(based.lines, Lines{"<http://e/x> <http://e/p> _:g-1*"});
  EXPECT_EQ(based.prefixes, (Lines{"rdf=http://www.w3.org/1999/02/22-rdf-syntax-ns#", "ex=http://e/"}));
  const Reading baseless = read(RdfSyntax::RdfXml, text);
  EXPECT_FALSE(baseless.result.well_formed);
  EXPECT_NE(baseless.findings.find("'x' is relative, and there is no base [relative-iri]"), std::string::npos) << baseless.findings;
}

TEST(RdfReader, BytesThatAreNotUtf8CostTheirStatementOnly) {
  const Reading reading = read(RdfSyntax::Turtle,
                               "\xEF\xBB\xBF<a:a> <a:b> <a:c> .\n"
                               "<a:a> <a:b> \"\"\"x. \xFC y. \xFC\"\"\" .\n"
                               "<a:a> <a:b> <a:d> . # d\xFC. so\n"
                               "<a:a> <a:b> <a:e> .\n"
                               "<a:a> <a:b> <a:f> .\n"
                               "<a:a> <a:b> <a:\xE4> .");
  EXPECT_EQ(reading.lines, (Lines{"<a:a> <a:b> <a:c>", "<a:a> <a:b> <a:d>", "<a:a> <a:b> <a:f>"}));
  EXPECT_EQ(reading.findings,
            "input:2:19: error: byte 41 is not UTF-8 [not-utf8]\n"
            "input:3:24: error: byte 76 is not UTF-8 [not-utf8]\n"
            "input:6:16: error: byte 137 is not UTF-8 [not-utf8]\n");
  EXPECT_EQ(reading.result.skipped, 3u);
}

TEST(RdfReader, StatementsBehindAFaultAreTold) {
  const Reading reading = read(RdfSyntax::Turtle, "<a:a> <a:b> . <a: a> <a:b> <a:c> . ` <a:b> <a:c> . <a:a> <a:b> <a:c> .");
  EXPECT_EQ(reading.lines, Lines{"<a:a> <a:b> <a:c>"});
  EXPECT_EQ(reading.findings,
            "input:1:13: error: expected an object, found '. <a: a> <a:b> <a:c> . ` <a:b> <a:c> . <a:a> <a:b> <a:c> .' [rdf-syntax]\n"
            "input:1:18: error: ' ' must not stand in an IRI: '<a: a> <a:b> <a:c> . ` <a:b> <a:c> . <a:a> <a:b> <a:c> .' [iri-syntax]\n"
            "input:1:36: error: expected a term, found '` <a:b> <a:c> . <a:a> <a:b> <a:c> .' [rdf-syntax]\n");
}

TEST(RdfReader, AGraphWhoseNameHasAFaultIsLeftOutWhole) {
  const Reading trig =
      read(RdfSyntax::TriG, "un:g { <a:s> <a:p> <a:1> . <a:s> <a:p> <a:2> . } <a:s> <a:p> <a:3> . <a:g> { <a:s> <a:p> <a:4> }");
  EXPECT_EQ(trig.lines, (Lines{"<a:s> <a:p> <a:3>", "<a:s> <a:p> <a:4> <a:g>"}));
  EXPECT_EQ(trig.findings, "input:1:1: error: the prefix 'un:' is not declared [undeclared-prefix]\n");
  const Reading turtle = read(RdfSyntax::Turtle, "<a:g> { <a:s> <a:p> <a:1> . <a:s> <a:p> <a:2> . } <a:s> <a:p> <a:3> .");
  EXPECT_EQ(turtle.lines, Lines{"<a:s> <a:p> <a:3>"});
  EXPECT_EQ(
      turtle.findings,
      "input:1:7: error: expected a predicate, found '{ <a:s> <a:p> <a:1> . <a:s> <a:p> <a:2> . } <a:s> <a:p> <a:3...' (graphs in braces "
      "are TriG) [rdf-syntax]\n");
}

TEST(RdfReader, AFaultyDeclarationEndsTheOneBefore) {
  const Reading reading = read(RdfSyntax::Turtle,
                               "@prefix ex: <http://e/> . @base <http://b/> .\n"
                               "ex:a ex:b <c> . PREFIX ex: <http:> ex:a ex:b ex:c . @base <b:> . <a:a> <a:b> <d> . <a:a> <a:b> <a:e> .");
  EXPECT_EQ(reading.lines, (Lines{"<http://e/a> <http://e/b> <http://b/c>", "<a:a> <a:b> <a:e>"}));
  EXPECT_EQ(reading.findings,
            "input:2:28: error: not an absolute IRI: 'http:' [iri-syntax]\n"
            "input:2:36: error: the prefix 'ex:' is not declared without fault [undeclared-prefix]\n"
            "input:2:59: error: not an absolute IRI: 'b:' [iri-syntax]\n"
            "input:2:78: error: 'd' is relative, and there is no base [relative-iri]\n"
            "  say with --base what it is relative to, where the command has that option\n");
}

/// The longest token that fits is taken (RDF 1.1 Turtle, section 6.5).
TEST(RdfReader, WordsAndNamesEndBeforeTheDotsBehindThem) {
  const Reading reading = read(RdfSyntax::Turtle, "PREFIX e.x: <http://e/>e.x:a.b e.x:p true.PREFIX : <http://f/>:a.1 :1:b 1.5.:a a :b...");
  EXPECT_EQ(reading.lines, (Lines{"<http://e/a.b> <http://e/p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                                  "<http://f/a.1> <http://f/1:b> \"1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
                                  "<http://f/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://f/b>"}));
  EXPECT_EQ(reading.result.skipped, 2u);  // the dots behind
}

/// Strings that do not end, names without colon, brackets that stay open: reading goes on from each.
TEST(RdfReader, FaultsUponFaultsAreReadThrough) {
  for (const std::string_view piece :
       {"\\\"", "\"\"\"\\\"\"\"\\", "\\'''", "a.", "<", "<a:\\u0041", "[", "(", "{", ":a\\.", "_:a.", "+", "@a-", "\xFF", "# \xFF\n"}) {
    std::string text;
    while (text.size() < 3000) text += piece;
    for (const char* const begin : {"", "\"", "\"\"\"", "'''"}) {
      const Reading reading = read(RdfSyntax::TriG, begin + text, {"", true});
      EXPECT_NE(reading.findings, "") << piece;
      EXPECT_EQ(reading.lines, Lines{}) << piece;
    }
  }
}

TEST(RdfReader, EmptyBracketsAreSubjectsOrNamesOfGraphsInTrig) {
  const Reading reading = read(RdfSyntax::TriG, "[] <a:p> <a:o> . [] { [] <a:p> [] } [ <a:p> <a:q> ] .");
  EXPECT_EQ(reading.lines, (Lines{"_:g-1* <a:p> <a:o>", "_:g-3* <a:p> _:g-4* _:g-2", "_:g-5* <a:p> <a:q>"}));
  EXPECT_EQ(reading.findings, "");
}

TEST(RdfReader, LinesMayEndWithACarriageReturn) {
  const Reading reading =
      read(RdfSyntax::NQuads, "<a:a> <a:b> <a:c> .\r# said\r<a:a> <a:b> .\r<a:a> <a:b> <a:d> .\r\n\r\n<a:a> <a:b> <a:e> . # e\r\n");
  EXPECT_EQ(reading.lines, (Lines{"<a:a> <a:b> <a:c>", "<a:a> <a:b> <a:d>", "<a:a> <a:b> <a:e>"}));
  EXPECT_EQ(reading.findings, "input:1:40: error: expected an object, found '.' [rdf-syntax]\n");
}

TEST(RdfReader, RdfXmlTermsThatNoSyntaxCouldWriteCostTheirStatement) {
  const std::string text =
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:ex=\"http://e/\">\n"
      "<rdf:Description rdf:about=\"http://e/x\">\n"
      "<ex:p xml:lang=\"de !\">a</ex:p>\n"
      "<ex:p xml:lang=\"de\">b</ex:p>\n"
      "<ex:p rdf:datatype=\"http://e/{c}\">c</ex:p>\n"
      "<ex:p rdf:resource=\"d\"/>\n"
      "</rdf:Description></rdf:RDF>";
  const Reading strict = read(RdfSyntax::RdfXml, text);
  EXPECT_EQ(strict.lines, Lines{"<http://e/x> <http://e/p> \"b\"@de"});
  EXPECT_FALSE(strict.result.well_formed);
  const Reading lenient = read(RdfSyntax::RdfXml, text, {"", true});
  EXPECT_EQ(lenient.lines, strict.lines);
  EXPECT_TRUE(lenient.result.well_formed);
  EXPECT_EQ(lenient.result.skipped, 3u);
  EXPECT_EQ(lenient.findings,
            "input:3:1: warning: 'de !' is no language tag [rdf-syntax]\n"
            "input:5:1: warning: not an absolute IRI: 'http://e/{c}' [iri-syntax]\n"
            "input:6:1: warning: 'd' is relative, and there is no base [relative-iri]\n"
            "  say with --base what it is relative to, where the command has that option\n");
}

}  // namespace
}  // namespace musclekg::test
