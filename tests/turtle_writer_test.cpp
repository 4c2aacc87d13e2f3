// The Turtle writer: its exact form, and that other readers read the same graph from it.

#include "rdf/turtle_writer.h"

#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

TEST(TurtleWriter, PutsThePrefixesAtTheTop) {
  EXPECT_EQ(written({}, "turtle"),
            "@prefix ex: <http://example.org/> .\n"
            "@prefix obo: <http://purl.obolibrary.org/obo/> .\n"
            "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
            "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n");
}

TEST(TurtleWriter, WritesASingleStatementOnOneLine) {
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", "ex:b")})), "\nex:a ex:p ex:b .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "rdf:type", "ex:C")})), "\nex:a a ex:C .\n");
  EXPECT_EQ(turtle_body(topic({say("_:a", "ex:p", text("x", "en"))})), "\n_:a ex:p \"x\"@en .\n");
}

TEST(TurtleWriter, OrdersABlock) {
  EXPECT_EQ(turtle_body(topic({say("ex:a1", "ex:q", "ex:b"), say("ex:a1", "rdfs:label", text("a's name", "en")),
                               say("ex:a1", "ex:p", "ex:c"), say("ex:a1", "ex:p", "ex:b"), say("ex:a1", "rdf:type", "ex:D"),
                               say("ex:a1", "ex:p", text("b")), say("ex:a1", "rdf:type", "ex:C")})),
            "\n"
            "# a's name\n"
            "ex:a1\n"
            "    a\n"
            "        ex:C ,\n"
            "        ex:D ;\n"
            "    rdfs:label \"a's name\"@en ;\n"
            "    ex:p\n"
            "        \"b\" ,\n"
            "        ex:b ,\n"
            "        ex:c ;\n"
            "    ex:q ex:b\n"
            ".\n");
}

TEST(TurtleWriter, PutsTheTopicFirstAndTheOthersByIri) {
  EXPECT_EQ(
      turtle_body({{term("ex:m"),
                    {say("ex:b", "ex:p", "ex:o"), say("ex:z", "ex:p", "ex:o"), say("ex:a", "ex:p", "ex:o"), say("ex:m", "ex:p", "ex:o")}}}),
      "\nex:m ex:p ex:o .\nex:a ex:p ex:o .\nex:b ex:p ex:o .\nex:z ex:p ex:o .\n");
}

TEST(TurtleWriter, NamesInCommentsWhatItsIdDoesNotSay) {
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p1", "ex:b1"), say("ex:a", "ex:q1", "ex:b1"), say("ex:a", "ex:q1", "ex:c1"),
                               say("ex:a", "ex:r1", "ex:c1"), say("ex:a", "ex:s", "ex:b1"), say("ex:a", "ex:t1", "ex:told"),
                               say("ex:b1", "rdfs:label", text("name of b", "en")), say("ex:told", "rdfs:label", text("name", "en"))}),
                        {{{"ex:p1", "is part of"}, {"ex:q1", "has"}, {"ex:r1", "sees"}, {"ex:s", "is not needed"}}, nullptr}),
            "\n"
            "ex:a\n"
            "    ex:p1 ex:b1 ;  # is part of: name of b\n"
            "    ex:q1  # has\n"
            "        ex:b1 ,  # name of b\n"
            "        ex:c1 ;\n"
            "    ex:r1 ex:c1 ;  # sees\n"
            "    ex:s ex:b1 ;  # name of b\n"
            "    ex:t1 ex:told\n"
            ".\n"
            "\n"
            "ex:b1 rdfs:label \"name of b\"@en .\n"
            "ex:told rdfs:label \"name\"@en .\n");
}

TEST(TurtleWriter, WritesNumbersAndTruthAsTheyAreRead) {
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("7", "xsd:integer"))})), "\nex:a ex:p 7 .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("-7", "xsd:integer"))})), "\nex:a ex:p -7 .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("true", "xsd:boolean"))})), "\nex:a ex:p true .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("07", "xsd:integer"))})), "\nex:a ex:p \"07\"^^xsd:integer .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("-0", "xsd:integer"))})), "\nex:a ex:p \"-0\"^^xsd:integer .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("1", "xsd:boolean"))})), "\nex:a ex:p \"1\"^^xsd:boolean .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("5", "xsd:decimal"))})), "\nex:a ex:p \"5\"^^xsd:decimal .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("5.5", "xsd:decimal"))})), "\nex:a ex:p \"5.5\"^^xsd:decimal .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("1E0", "xsd:double"))})), "\nex:a ex:p \"1E0\"^^xsd:double .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", literal("x", "http://e/#1"))})), "\nex:a ex:p \"x\"^^<http://e/#1> .\n");
}

TEST(TurtleWriter, KeepsLanguageTagsAsTheyAre) {
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", text("x", "en-GB"))})), "\nex:a ex:p \"x\"@en-GB .\n");
}

TEST(TurtleWriter, WritesEveryLiteralOnOneLine) {
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", text("a\nb\rc\"\"\"\\"))})), "\nex:a ex:p \"a\\nb\\rc\\\"\\\"\\\"\\\\\" .\n");
  EXPECT_EQ(turtle_body(topic({say("ex:a", "ex:p", text(std::string_view("\0\x01\x7F", 3)))})),
            "\nex:a ex:p \"\\u0000\\u0001\\u007F\" .\n");
}

TEST(TurtleWriter, WritesDigitFirstNamesInFull) {
  EXPECT_EQ(turtle_body(topic({say("obo:UBERON_0002446", "ex:p", "obo:0002446")})),
            "\nobo:UBERON_0002446 ex:p <http://purl.obolibrary.org/obo/0002446> .\n");
}

TEST(TurtleWriter, WritesListsAsLists) {
  const std::vector<Term> items = {text("x"), term("ex:b"), literal("1", "xsd:integer")};
  EXPECT_EQ(turtle_body(topic(std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", items))), "\nex:a ex:p ( \"x\" ex:b 1 ) .\n");
  EXPECT_EQ(turtle_body(topic(std::vector{say("ex:a", "ex:p", "_:l0"), say("ex:a", "ex:q", "rdf:nil")} + list_of("l", {items[1]}))),
            "\nex:a\n    ex:p ( ex:b ) ;\n    ex:q rdf:nil\n.\n");
  EXPECT_EQ(
      turtle_body(topic(std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", {term("_:m0"), term("rdf:nil")}) + list_of("m", items))),
      "\nex:a ex:p ( ( \"x\" ex:b 1 ) rdf:nil ) .\n");
}

TEST(TurtleWriter, RepeatsAStatementInItsTopicsBlockOnly) {
  const Statement label = say("ex:b1", "rdfs:label", text("name of b", "en")), other = say("ex:c", "ex:p", "ex:o");
  EXPECT_EQ(turtle_body({{term("ex:a"), {say("ex:a", "ex:p", "ex:b1"), label, other}},
                         {term("ex:b1"), {label, say("ex:b1", "ex:p", "ex:c"), other, say("ex:a", "ex:p", "ex:b1")}}}),
            "\nex:a ex:p ex:b1 .\n"
            "ex:b1 rdfs:label \"name of b\"@en .\n"
            "ex:c ex:p ex:o .\n"
            "\n# name of b\nex:b1\n    rdfs:label \"name of b\"@en ;\n    ex:p ex:c\n.\n");
}

TEST(TurtleWriter, ForgetsTheNodesOfATopic) {
  const auto mine = [](std::string_view name) { return std::string(kScoped) + std::string(name); };
  EXPECT_EQ(turtle_body({{term(mine("a1")), {say(mine("a1"), "rdfs:label", text("first", "en")), say(mine("a1"), "ex:p", text("x"))}},
                         {term(mine("b1")), {say(mine("b1"), "ex:p", mine("c1")), say(mine("b1"), "ex:q", text("y"))}}}),
            "\n# first\n<https://w3id.org/musclekg/a1>\n    rdfs:label \"first\"@en ;\n    ex:p \"x\"\n.\n"
            "\n<https://w3id.org/musclekg/b1>\n    ex:p <https://w3id.org/musclekg/c1> ;\n    ex:q \"y\"\n.\n");
}

TEST(TurtleWriter, CommentsCannotBreakOut) {
  const std::vector<std::pair<std::string, std::string>> labels = {
      {"a\nex:x ex:y ex:z .", "a ex:x ex:y ex:z"},
      {"a\r\nb", "a  b"},
      {"a. . ", "a"},
      {"a.\n.\t.", "a"},
      {"...", ""},
      {" ", ""},
      {"# a", "# a"},
      {"a\"b\\", "a\"b\\"},
  };
  for (const auto& [label, comment] : labels) {
    const Topics topics = topic({say("ex:a1", "rdfs:label", text(label)), say("ex:a1", "ex:p", "ex:a1")});
    const std::string document = turtle_body(topics);
    const std::string line = comment.empty() ? "" : "# " + comment + "\n", behind = comment.empty() ? "" : "  # " + comment;
    EXPECT_EQ(document.substr(0, line.size() + 6), "\n" + line + "ex:a1") << label;
    EXPECT_TRUE(document.ends_with("    ex:p ex:a1" + behind + "\n.\n")) << document;
    EXPECT_TRUE(comes_back(topics, "turtle")) << label;
  }
}

/// The writer's contract for readers that cut a file at line ends: a line ends in '.' only where a statement ends.
void expect_cuttable(const Topics& topics) {
  const std::string document = written(topics, "turtle");
  for (const std::string_view line : split(document, '\n'))
    EXPECT_TRUE(!line.ends_with('.') || line == "." || line.ends_with(" .")) << line;
  for (const char c : document) EXPECT_TRUE((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\n') << document;
}

/// A graph that some writer of Turtle damages or some reader refuses.
struct Trap {
  std::string name;
  Topics topics;
};

void PrintTo(const Trap& trap, std::ostream* out) { *out << trap.name; }

std::vector<Term> numbered(std::string_view prefix, std::size_t count) {
  std::vector<Term> terms;
  for (std::size_t i = 0; i < count; ++i) terms.push_back(term(fmt::format("ex:{}{}", prefix, i)));
  return terms;
}

std::vector<Trap> traps() {
  std::vector<Trap> traps;
  const auto trap = [&](std::string name, std::vector<Statement> statements) {
    traps.push_back({std::move(name), topic(std::move(statements))});
  };
  const auto value = [&](std::string name, Term object) {
    trap(std::move(name), {say("ex:a", "ex:p", std::move(object)), say("ex:a", "ex:q", "ex:b")});
  };

  trap("BlankNodeOfItself", {say("_:b1", "ex:p", "_:b1")});
  trap("BlankNodesInACircle", {say("_:a", "ex:p", "_:b"), say("_:b", "ex:p", "_:a")});
  trap("CircleSeenFromOutside",
       {say("ex:a", "ex:p", "_:b"), say("_:b", "ex:p", "_:c"), say("_:c", "ex:q", "_:d"), say("_:d", "ex:p", "_:b")});
  trap("BlankNodeMentionedTwice", {say("ex:a", "ex:p", "_:b"), say("ex:c", "ex:p", "_:b"), say("_:b", "ex:q", text("x"))});
  trap("BlankLabelsWithHyphens", {say("ex:a", "ex:p", "_:a-b"), say("ex:a", "ex:p", "_:a_b"), say("_:a-b", "ex:q", text("hyphen")),
                                  say("_:a_b", "ex:q", text("line")), say("_:azb", "ex:q", text("z"))});
  for (const char* lexical : {"1", "1.5", "5.5", "1E0", "1.5e-7", "154.4E0", "INF", "-INF", "NaN", "+1", ".5", "5."}) {
    value(fmt::format("Double{}", traps.size()), literal(lexical, "xsd:double"));
    value(fmt::format("Float{}", traps.size()), literal(lexical, "xsd:float"));
  }
  for (const char* lexical : {"5", "5.0", "5.", ".5", "-0.0", "+5", "1.50", "348.0"})
    value(fmt::format("Decimal{}", traps.size()), literal(lexical, "xsd:decimal"));
  for (const char* lexical : {"1", "0", "true", "false", "TRUE", ""})
    value(fmt::format("Boolean{}", traps.size()), literal(lexical, "xsd:boolean"));
  for (const char* lexical : {"7", "-7", "0", "-0", "+7", "007", " 7", "7 ", "", "abc", "1e3", "123456789012345678901234567890"})
    value(fmt::format("Integer{}", traps.size()), literal(lexical, "xsd:integer"));
  value("Date", literal("2018-03-16", "xsd:date"));
  value("Year", literal("2018", "xsd:gYear"));
  value("ImpossibleDate", literal("2018-02-30", "xsd:date"));
  value("DatatypeOfOurOwn", literal("x", "ex:type"));
  value("DatatypeWithADigit", literal("x", "obo:1"));
  value("Markup", literal("<a b=\"c\">&amp;</a>", "rdf:XMLLiteral"));

  trap("ListNodeAsSubject", std::vector{say("ex:a", "ex:p", "_:l0"), say("_:l0", "ex:q", "ex:b")} + list_of("l", numbered("i", 3)));
  trap("LastListNodeAsSubject", std::vector{say("ex:a", "ex:p", "_:l0"), say("_:l2", "ex:q", "ex:b")} + list_of("l", numbered("i", 3)));
  trap("ListNobodyMentions", std::vector{say("ex:a", "ex:p", "ex:b")} + list_of("l", numbered("i", 3)));
  trap("ListAsTopic", list_of("l", numbered("i", 3)));
  trap("EmptyList", {say("ex:a", "ex:p", "rdf:nil"), say("rdf:nil", "ex:p", "rdf:nil")});
  trap("ListOfNil", std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", {term("rdf:nil"), term("rdf:nil")}));
  trap("NestedList", std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", {term("_:m0"), term("ex:b"), term("_:n0")}) +
                         list_of("m", {term("_:o0")}) + list_of("n", {text("x")}) + list_of("o", {text("y")}));
  trap("ListInItself", std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", {term("ex:b"), term("_:l0")}));
  trap("CellInItself", std::vector{say("ex:a", "ex:p", "ex:b")} + list_of("l", {term("_:l0")}));
  trap("SharedCell", std::vector{say("ex:a", "ex:p", "_:l0"), say("ex:b", "ex:p", "_:l1")} + list_of("l", numbered("i", 3)));
  trap("ListWithTwoMentions", std::vector{say("ex:a", "ex:p", "_:l0"), say("ex:b", "ex:p", "_:l0")} + list_of("l", numbered("i", 2)));
  trap("ListWithTwoMentionsByOne", std::vector{say("ex:a", "ex:p", "_:l0"), say("ex:a", "ex:q", "_:l0")} + list_of("l", numbered("i", 2)));
  trap("ListWithTwoHeads", std::vector{say("ex:a", "ex:p", "_:l0"), say("ex:a", "ex:q", "_:m0"), say("_:m0", "rdf:first", "ex:x"),
                                       say("_:m0", "rdf:rest", "_:l0")} +
                               list_of("l", numbered("i", 2)));
  trap("CircularList", {say("ex:a", "ex:p", "_:c"), say("_:c", "rdf:first", "ex:b"), say("_:c", "rdf:rest", "_:d"),
                        say("_:d", "rdf:first", "ex:b"), say("_:d", "rdf:rest", "_:c")});
  trap("CircularListOnItsOwn",
       {say("_:c", "rdf:first", "ex:b"), say("_:c", "rdf:rest", "_:d"), say("_:d", "rdf:first", "ex:b"), say("_:d", "rdf:rest", "_:c")});
  trap("CellsThatAreEachOthersItem", {say("_:c", "rdf:first", "_:d"), say("_:c", "rdf:rest", "rdf:nil"), say("_:d", "rdf:first", "_:c"),
                                      say("_:d", "rdf:rest", "rdf:nil")});
  trap("BranchingFirst", std::vector{say("ex:a", "ex:p", "_:l0"), say("_:l1", "rdf:first", "ex:other")} + list_of("l", numbered("i", 3)));
  trap("BranchingRest", std::vector{say("ex:a", "ex:p", "_:l0"), say("_:l1", "rdf:rest", "rdf:nil")} + list_of("l", numbered("i", 3)));
  trap("ChainWithoutEnd",
       {say("ex:a", "ex:p", "_:c"), say("_:c", "rdf:first", "ex:b"), say("_:c", "rdf:rest", "_:d"), say("_:d", "rdf:first", "ex:b")});
  trap("ChainThatEndsElsewhere", {say("ex:a", "ex:p", "_:c"), say("_:c", "rdf:first", "ex:b"), say("_:c", "rdf:rest", "ex:list")});
  trap("ChainThatEndsInText", {say("ex:a", "ex:p", "_:c"), say("_:c", "rdf:first", "ex:b"), say("_:c", "rdf:rest", text("nil"))});
  trap("ChainWithoutItem", {say("ex:a", "ex:p", "_:c"), say("_:c", "rdf:rest", "rdf:nil")});
  trap("BrokenChainWithAListInIt", std::vector{say("ex:a", "ex:p", "_:c"), say("_:c", "rdf:first", "_:l0"), say("_:c", "rdf:rest", "_:d")} +
                                       list_of("l", numbered("i", 2)));
  trap("TypedList", std::vector{say("ex:a", "ex:p", "_:l0"), say("_:l0", "rdf:type", "rdf:List")} + list_of("l", numbered("i", 2)));
  trap("NamedList", {say("ex:a", "ex:p", "ex:l"), say("ex:l", "rdf:first", "ex:b"), say("ex:l", "rdf:rest", "rdf:nil")});
  trap("ListUnderRest", std::vector{say("ex:l", "rdf:first", "ex:b"), say("ex:l", "rdf:rest", "_:l0")} + list_of("l", numbered("i", 2)));
  trap("ListAsType", std::vector{say("ex:a", "ex:p", "ex:b"), say("ex:a", "rdf:type", "_:l0")} + list_of("l", numbered("i", 2)));
  trap("LongList", std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", numbered("i", 2000)));

  for (const char* tag : {"en", "en-GB", "EN", "de-Latn-DE-1996", "x-private", "zh-Hant"})
    value(fmt::format("Language{}", traps.size()), text("x", tag));
  for (int c = 1; c < 0x20; ++c) value(fmt::format("Control{:02X}", c), text(fmt::format("a{}b", static_cast<char>(c)), "en"));
  value("Control7F", text("a\x7F"));
  value("LoneCarriageReturn", text("a\rb\r"));
  value("CarriageReturnAndLineFeed", text("a\r\nb\n\n"));
  value("ThreeQuotes", text("a\"\"\"b\"\"\""));
  value("QuotesOnly", text("\"\"\"\"\"\""));
  value("Apostrophes", text("'''a''"));
  value("BackslashAtTheEnd", text("a\\"));
  value("BackslashesThatLookLikeEscapes", text("\\n \\u0041 \\\" \\\\"));
  value("EmptyText", text(""));
  value("BlanksOnly", text("   "));
  value("TextLikeTurtle", text("ex:x ex:y ex:z .\n@prefix ex: <http://wrong/> .\n# no comment"));
  value("VeryLongText", text(std::string(300000, 'x') + "\n\"" + std::string(300000, '\\')));
  value("OutsideTheBasicPlane", text("\xF0\x9F\x92\xAA \xF4\x8F\xBF\xBD"));
  value("LineSeparators", text("a\u2028b\u2029c\u0085d\u00A0e\uFEFFf\u200Bg"));
  value("Combining", text("e\u0301 \u00E9"));

  for (const char* iri : {"http://example.org/#",
                          "http://example.org/a#b",
                          "http://example.org/a%20b",
                          "http://example.org/a%2Fb",
                          "http://example.org/größe",
                          "ex:größe",
                          "http://example.org/上",
                          "http://example.org/\xF0\x9F\x92\xAA",
                          "http://example.org/a.",
                          "http://example.org/a(b)",
                          "http://example.org/a'b",
                          "http://example.org/a,b;c",
                          "http://example.org/a?b=c&d=e",
                          "http://example.org/a~b!$*+=@",
                          "http://example.org/",
                          "http://example.org",
                          "http://example.org/-a",
                          "http://example.org/1a",
                          "urn:x:y",
                          "mailto:a@b",
                          "obo:1",
                          "ex:a-",
                          "ex:_",
                          "ex:a_1-",
                          "ex:true",
                          "ex:a",
                          "ex:prefix",
                          "rdf:type",
                          "rdf:nil",
                          "HTTP://EXAMPLE.ORG/",
                          "http://example.org:80/",
                          "http://[2001:db8::1]/a",
                          "file:///a/b",
                          "tag:example.org,2020:a"})
    trap(fmt::format("Iri{}", traps.size()), {say("ex:a", "ex:p", iri), say(iri, "ex:p", "ex:b"), say(iri, "ex:q", literal("x", iri))});
  trap("PredicateNobodyCanSplit", {say("ex:a", "http://example.org/1/2", "ex:b"), say("ex:a", "http://example.org/#", "ex:b")});

  for (const char* label :
       {"ends with a dot.", "two lines\nof text .", "a\rb", "# hash", "\"quoted\\", "...", "tab\tbed", "größe \xF0\x9F\x92\xAA"})
    trap(fmt::format("Label{}", traps.size()), {say("ex:a1", "rdfs:label", text(label, "en")), say("ex:a1", "ex:p", "ex:a1"),
                                                say("ex:b", "ex:p", "ex:a1"), say("ex:b", "ex:q", "ex:a1")});
  trap("LabelThatIsNoText", {say("ex:a1", "rdfs:label", "ex:b"), say("ex:a1", "rdfs:label", "_:b"), say("ex:a1", "ex:p", "ex:a1")});
  return traps;
}

class TurtleTrap : public ::testing::TestWithParam<Trap> {};

TEST_P(TurtleTrap, RaptorReadsTheSameGraph) { EXPECT_TRUE(comes_back(GetParam().topics, "turtle")); }

TEST_P(TurtleTrap, SerdiReadsTheSameGraph) {
  MUSCLEKG_NEEDS_SERDI();
  EXPECT_TRUE(serdi_agrees(GetParam().topics));
}

TEST_P(TurtleTrap, CanBeCutAtItsLineEnds) { expect_cuttable(GetParam().topics); }

/// The same graph in the other syntaxes; RDF/XML refuses what it cannot hold, and says so.
TEST_P(TurtleTrap, OtherSyntaxesKeepTheGraph) {
  for (const char* syntax : {"ntriples", "nquads", "jsonld"}) EXPECT_TRUE(comes_back(GetParam().topics, syntax)) << syntax;
  try {
    EXPECT_TRUE(comes_back(GetParam().topics, "rdfxml"));
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("RDF/XML cannot"), std::string::npos) << failure.what();
  }
}

INSTANTIATE_TEST_SUITE_P(Graphs, TurtleTrap, ::testing::ValuesIn(traps()), [](const auto& given) { return given.param.name; });

/// TriG without the lines of the prefixes.
std::string trig_body(const Topics& topics, const Tables& tables = {}) {
  const std::string document = written(topics, "trig", tables);
  return document.substr(document.find('\n', document.rfind("\n@prefix ") + 1) + 1);
}

TEST(TrigWriter, WritesTheDefaultGraphAsTurtleDoes) {
  for (const Trap& trap : traps()) EXPECT_EQ(written(trap.topics, "trig"), written(trap.topics, "turtle")) << trap.name;
}

TEST(TrigWriter, WritesABlockForEachGraph) {
  EXPECT_EQ(trig_body(topic(
                in("http://elsewhere.org/g?", {say("ex:a", "ex:p", "ex:b")}) +
                in("ex:h", std::vector{say("ex:c", "ex:p", text("x")), say("ex:c", "ex:p", text("y")), say("ex:c", "rdf:type", "ex:C1"),
                                       say("ex:C1", "rdfs:label", text("kind of c", "en")), say("ex:a", "ex:q", "_:l0")} +
                               list_of("l", {text("x"), term("ex:b")})) +
                std::vector{say("ex:a", "ex:q", "ex:b"), say("ex:b", "ex:q", "ex:a"), say("ex:b", "ex:q", "ex:b")})),
            "\nex:a ex:q ex:b .\n"
            "\nex:b\n    ex:q\n        ex:a ,\n        ex:b\n.\n"
            "\n<http://elsewhere.org/g?> {\n    ex:a ex:p ex:b .\n}\n"
            "\nex:h {\n"
            "    ex:a ex:q ( \"x\" ex:b ) .\n"
            "    ex:C1 rdfs:label \"kind of c\"@en .\n"
            "\n    ex:c\n"
            "        a ex:C1 ;  # kind of c\n"
            "        ex:p\n"
            "            \"x\" ,\n"
            "            \"y\"\n"
            "    .\n"
            "}\n");
}

TEST(TrigWriter, BeginsABlockWithoutAnEmptyLine) {
  const std::vector<Statement> two = {say("ex:a1", "ex:p", "ex:b"), say("ex:a1", "rdfs:label", text("first", "en"))};
  EXPECT_EQ(trig_body({{term("ex:a1"), in("ex:g", two)}, {term("ex:b"), {say("ex:b", "ex:p", "ex:c")}}}),
            "\nex:g {\n    # first\n    ex:a1\n        rdfs:label \"first\"@en ;\n        ex:p ex:b\n    .\n}\n"
            "\nex:b ex:p ex:c .\n");
}

/// The comments are no statements: a name helps the reader whatever graph it stands in.
TEST(TrigWriter, TakesCommentsFromAllGraphsOfTheTopic) {
  EXPECT_EQ(trig_body(topic(in("ex:a", {say("ex:x", "ex:p", "ex:b1"), say("ex:x", "ex:q", "ex:c")}) +
                            in("ex:b", {say("ex:b1", "rdfs:label", text("name", "en"))}))),
            "\nex:a {\n    ex:x\n        ex:p ex:b1 ;  # name\n        ex:q ex:c\n    .\n}\n"
            "\nex:b {\n    ex:b1 rdfs:label \"name\"@en .\n}\n");
}

TEST(TrigWriter, RepeatsAStatementInItsTopicsBlockOnly) {
  const Statement label = say("ex:b", "rdfs:label", text("name of b", "en"));
  EXPECT_EQ(trig_body({{term("ex:a"), in("ex:g", {label}) + in("ex:h", {label})},
                       {term("ex:c"), in("ex:g", {label, say("ex:c", "ex:p", "ex:b")})},
                       {term("ex:b"), in("ex:h", {label})}}),
            "\nex:g {\n    ex:b rdfs:label \"name of b\"@en .\n}\n"
            "\nex:h {\n    ex:b rdfs:label \"name of b\"@en .\n}\n"
            "\nex:g {\n    ex:c ex:p ex:b .\n}\n"
            "\nex:h {\n    ex:b rdfs:label \"name of b\"@en .\n}\n");
}

TEST_P(TurtleTrap, RaptorReadsTheSameNamedGraph) {
  Topics topics = GetParam().topics;
  for (Topic& one : topics) one.statements = in("ex:g", one.statements) + in("http://elsewhere.org/h", {one.statements.front()});
  for (const char* syntax : {"trig", "nquads", "jsonld"}) EXPECT_TRUE(comes_back(topics, syntax)) << syntax;
}

/// Raptor takes "." and ".." out of paths when it reads Turtle (RFC 3986, 5.2.4, which is for relative references only); what
/// is written has them still.
TEST(TurtleWriter, KeepsDotSegments) {
  for (const char* iri : {"http://example.org/.", "http://example.org/a/../b", "http://example.org/a//b/./c"}) {
    const Topics topics = topic({say("ex:a", "ex:p", iri), say(iri, "ex:p", "ex:b"), say(iri, "ex:q", literal("x", iri))});
    for (const char* syntax : {"ntriples", "nquads", "jsonld"}) EXPECT_TRUE(comes_back(topics, syntax)) << syntax;
    if (serdi_installed()) {
      EXPECT_TRUE(serdi_agrees(topics));
    }
  }
}

TEST(TurtleWriter, NestsListsDeeply) {
  std::vector<Statement> statements = {say("ex:a", "ex:p", "_:l0n0")};
  for (int i = 0; i < 500; ++i)
    statements = std::move(statements) + list_of(fmt::format("l{}n", i), {term(i < 499 ? fmt::format("_:l{}n0", i + 1) : "ex:b")});
  EXPECT_TRUE(comes_back(topic(statements), "turtle"));
}

TEST(TurtleWriter, NestsListsTenThousandDeep) {
  std::vector<Statement> statements = {say("ex:a", "ex:p", "_:l0n0")};
  for (int i = 0; i < 10000; ++i) {
    const std::vector<Statement> cell = list_of(fmt::format("l{}n", i), {term(i < 9999 ? fmt::format("_:l{}n0", i + 1) : "ex:b")});
    statements.insert(statements.end(), cell.begin(), cell.end());
  }
  EXPECT_GT(written(topic(statements), "turtle").size(), 40000u);
}

}  // namespace
}  // namespace musclekg::rdf_test
