// Validation by SHACL Core: targets, how shapes stand in one another, what results say, their order, and how long it takes.

#include "check/shacl.h"

#include <chrono>
#include <map>
#include <set>

#include "shacl_test.h"

namespace musclekg::shacl_test {
namespace {

TEST(Shacl, TargetsOfAllKinds) {
  const std::string data = "ex:a a ex:C ; ex:p ex:b . ex:d a ex:D . ex:D rdfs:subClassOf ex:C . ex:e ex:p \"x\" .";
  const auto focus = [&](const std::string& target) {
    const Case one("ex:S a sh:NodeShape ; " + target + " ; sh:in ( ) .", data);
    EXPECT_EQ(one.faults(), std::vector<std::string>());
    std::string text;
    for (const Finding& finding : one.findings()) text.append(text.empty() ? "" : " ").append(Wording(&prefixes()).name(finding.focus));
    return text;
  };
  EXPECT_EQ(focus("sh:targetNode ex:a , ex:unknown , \"x\" , 5"), "\"5\"^^xsd:integer \"x\" ex:a ex:unknown");
  EXPECT_EQ(focus("sh:targetClass ex:C"), "ex:a ex:d");
  EXPECT_EQ(focus("sh:targetClass ex:D"), "ex:d");
  EXPECT_EQ(focus("sh:targetSubjectsOf ex:p"), "ex:a ex:e");
  EXPECT_EQ(focus("sh:targetObjectsOf ex:p"), "\"x\" ex:b");
  EXPECT_EQ(focus("sh:targetNode ex:a ; sh:targetClass ex:C ; sh:targetSubjectsOf ex:p , ex:q"), "ex:a ex:d ex:e") << "each once";
  EXPECT_EQ(focus("ex:p ex:q"), "") << "a shape without targets is not validated by itself";
}

TEST(Shacl, AClassThatIsAShapeIsItsOwnTarget) {
  const std::string data = "ex:a a ex:C . ex:b a ex:D . ex:D rdfs:subClassOf ex:C . ex:e a ex:E .";
  EXPECT_EQ(results("ex:C a rdfs:Class , sh:NodeShape ; sh:in ( ) .", data), "ex:a - ex:a In\nex:b - ex:b In\n");
  EXPECT_EQ(results("owl:Class rdfs:subClassOf rdfs:Class . ex:E a owl:Class , sh:NodeShape ; sh:in ( ) .", data), "ex:e - ex:e In\n");
  EXPECT_EQ(results("ex:C a rdfs:Class ; sh:in ( ) .", data), "") << "not declared to be a shape";
  EXPECT_EQ(results("[] a rdfs:Class , sh:NodeShape ; sh:in ( ) .", data), "");
}

TEST(Shacl, PropertyShapesMayHaveTargets) {
  EXPECT_EQ(
      results("ex:S a sh:PropertyShape ; sh:targetClass ex:C ; sh:path ex:p ; sh:minCount 1 .", "ex:a a ex:C . ex:b a ex:C ; ex:p 1 ."),
      "ex:a ex:p - MinCount\n");
  EXPECT_EQ(results("[] sh:targetClass ex:C ; sh:path ex:p ; sh:minCount 1 .", "ex:a a ex:C ."), "ex:a ex:p - MinCount\n");
}

TEST(Shacl, DeactivatedShapesAreConformedTo) {
  const std::string data = "ex:a ex:p 1 .";
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:in ( ) ; sh:deactivated true .", data), "");
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:in ( ) ; sh:deactivated false .", data), "ex:a - ex:a In\n");
  EXPECT_EQ(
      results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:maxCount 0 ; sh:deactivated true ] .", data), "");
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:not [ sh:in ( ) ; sh:deactivated true ] .", data), "ex:a - ex:a Not\n");
}

TEST(Shacl, SeveritiesAreThoseOfTheShapeThatIsViolated) {
  const Case one(
      "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:severity sh:Info ; sh:in ( ) ;"
      " sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:severity sh:Warning ] , [ sh:path ex:q ; sh:minCount 1 ] ,"
      "  [ sh:path ex:r ; sh:minCount 1 ; sh:severity ex:Grave ] .");
  ASSERT_EQ(one.findings().size(), 4u);
  std::map<std::string, Level> levels;
  for (const Finding& finding : one.findings()) levels.emplace(finding.path == nullptr ? "" : finding.path->value, finding.level);
  EXPECT_EQ(levels, (std::map<std::string, Level>{{"", Level::Info},
                                                  {"http://example.org/p", Level::Warning},
                                                  {"http://example.org/q", Level::Error},
                                                  {"http://example.org/r", Level::Error}}));
}

TEST(Shacl, MessagesOfTheShapeComeBeforeOurs) {
  const auto message = [](const std::string& said) {
    return Case("ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:minCount 1 " + said + " .").messages();
  };
  EXPECT_EQ(message(""), "S: has 0 values of ex:p; at least 1 is expected\n");
  EXPECT_EQ(message("; sh:message \"say p\""), "S: say p\n");
  EXPECT_EQ(message("; sh:message \"sag p\"@de , \"say p\"@en"), "S: say p\n");
  EXPECT_EQ(message("; sh:message \"sag p\"@de , \"dis p\"@fr"), "S: dis p\n") << "no English: the first of the alphabet";
}

TEST(Shacl, MessagesOfOursSayWhatWasFoundAndWhatWasExpected) {
  const auto message = [](const std::string& constraint, const std::string& data) {
    return Case("ex:S sh:targetNode ex:a ; sh:path ex:p ; " + constraint + " .", data).messages();
  };
  EXPECT_EQ(message("sh:class ex:C", "ex:a ex:p ex:b ."), "S: has the value ex:b of ex:p; an instance of ex:C is expected\n");
  EXPECT_EQ(message("sh:datatype xsd:integer", "ex:a ex:p \"x\"^^xsd:integer ."),
            "S: has the value \"x\"^^xsd:integer of ex:p; a well-formed literal of xsd:integer is expected\n");
  EXPECT_EQ(message("sh:maxLength 1", "ex:a ex:p \"" + std::string(99, 'x') + "é" + std::string(50, 'y') + "\" ."),
            "S: has the value \"" + std::string(99, 'x') + "…\" of ex:p; at most 1 character is expected\n")
      << "a long text is cut between characters";
  EXPECT_EQ(message("sh:lessThan ex:q", "ex:a ex:p 2 ; ex:q 1 , 3 ."),
            "S: has the value \"2\"^^xsd:integer of ex:p; less than \"1\"^^xsd:integer, its value of ex:q, is expected\n");
  EXPECT_EQ(message("sh:in ( 1 2 3 4 5 6 7 8 9 )", "ex:a ex:p [] ."),
            "S: has the value a blank node of ex:p; one of (\"1\"^^xsd:integer \"2\"^^xsd:integer \"3\"^^xsd:integer \"4\"^^xsd:integer "
            "\"5\"^^xsd:integer \"6\"^^xsd:integer \"7\"^^xsd:integer \"8\"^^xsd:integer … (of 9)) is expected\n");
  EXPECT_EQ(
      Case("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:nodeKind sh:Literal ; sh:not ex:T . ex:T a sh:NodeShape ; sh:nodeKind sh:IRI .")
          .messages(),
      "S: is ex:a; a literal is expected\nS: is ex:a; what does not conform to the shape ex:T is expected\n");
}

TEST(Shacl, ABlankShapeHasTheNameOfTheOneAroundIt) {
  const Case one(
      "<http://example.org/shapes#Outer> a sh:NodeShape ; sh:targetNode ex:a ;"
      " sh:property [ sh:path ex:p ; sh:maxCount 0 ; sh:property [ sh:path ex:q ; sh:minCount 1 ] ] , ex:Named ."
      "ex:Named sh:path ex:p ; sh:maxCount 0 ; sh:property [ sh:path ex:r ; sh:minCount 1 ] . [] sh:targetNode ex:z ; sh:in ( ) .",
      "ex:a ex:p ex:b .");
  std::multiset<std::string> rules;
  for (const Finding& finding : one.findings()) rules.insert(finding.rule);
  EXPECT_EQ(rules, (std::multiset<std::string>{"Outer", "Outer", "Named", "Named", "shape"}));
}

TEST(Shacl, ASharedPropertyShapeIsReportedOnceForANode) {
  EXPECT_EQ(results("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:property ex:T ] , [ sh:path ex:q ; "
                    "sh:property ex:T ] ."
                    "ex:T sh:path ex:r ; sh:minCount 1 .",
                    "ex:a ex:p ex:b ; ex:q ex:b , ex:c ."),
            "ex:b ex:r - MinCount\nex:c ex:r - MinCount\n");
}

TEST(Shacl, NamedGraphsAreTakenAsOne) {
  const auto quad = [](std::string_view s, std::string_view p, std::string_view o, std::string_view g) {
    return fmt::format("<http://example.org/{}> <http://example.org/{}> <http://example.org/{}> <http://example.org/{}> .\n", s, p, o, g);
  };
  const Case one(
      "ex:S sh:targetSubjectsOf ex:p ; sh:path ex:p ; sh:minCount 2 ; sh:maxCount 2 .",
      quad("a", "p", "x", "g") + quad("a", "p", "y", "h") + quad("a", "p", "x", "h") + quad("b", "p", "x", "g") + quad("b", "p", "x", "h"),
      "nquads");
  EXPECT_EQ(one.faults(), std::vector<std::string>());
  EXPECT_EQ(one.results(), "ex:b ex:p - MinCount\n");
  const Case closed("ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:closed true .", quad("a", "p", "x", "g") + quad("a", "p", "x", "h"),
                    "nquads");
  EXPECT_EQ(closed.results(), "ex:a ex:p ex:x Closed\n");
}

TEST(Shacl, ResultsComeInOrderWhateverTheOrderOfTheData) {
  const std::string shapes =
      "ex:T a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:q ; sh:maxCount 0 ; sh:nodeKind sh:Literal ] ."
      "ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property ex:P . ex:P sh:path ex:p ; sh:in ( ) .";
  const std::string expected =
      "ex:a ex:p \"1\"^^xsd:integer In\nex:a ex:p \"2\"^^xsd:integer In\nex:a ex:q - MaxCount\nex:a ex:q ex:x NodeKind\nex:b ex:p "
      "\"1\"^^xsd:integer In\n";
  EXPECT_EQ(results(shapes, "ex:a ex:p 1 , 2 ; ex:q ex:x . ex:b ex:p 1 ."), expected);
  EXPECT_EQ(results(shapes, "ex:b ex:p 1 . ex:a ex:q ex:x ; ex:p 2 , 1 ."), expected);
}

// Where each node leads to every other, the walks of five steps number ten thousand million: each shape looks at each node once.
TEST(Shacl, ShapesWithinOneAnotherOnDenseData) {
  std::string data;
  for (int i = 0; i < 100; ++i)
    for (int j = 0; j < 100; ++j) data += fmt::format("ex:n{} ex:p ex:n{} .\n", i, j);
  const auto nested = [](std::string_view parameter) {
    std::string shape = "[ sh:path ex:p ; sh:maxCount 99 ]";
    for (int i = 0; i < 5; ++i)
      shape = fmt::format("[ sh:path ex:p ; {} {}{}{} ]", parameter, parameter == "sh:node" ? "[ sh:property " : "", shape,
                          parameter == "sh:node" ? " ]" : "");
    return "ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property " + shape + " .";
  };
  const auto begin = std::chrono::steady_clock::now();
  const Case properties(nested("sh:property"), data);
  EXPECT_EQ(properties.findings().size(), 100u);
  const Case nodes(nested("sh:node"), data);
  EXPECT_EQ(nodes.findings().size(), 10000u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Shacl, ManyValuesOnBothSidesOfAComparison) {
  std::string data;
  for (int i = 0; i < 20000; ++i) data += fmt::format("ex:a ex:p {} ; ex:q {} .\n", i, 19999 + i);
  EXPECT_EQ(results("ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:lessThan ex:q .", data), "ex:a ex:p \"19999\"^^xsd:integer LessThan\n");
}

TEST(Shacl, TheModelsExampleConformsToItsShapes) {
  MUSCLEKG_NEEDS_SHARED("model/shapes.ttl");
  std::string data;
  for (const auto& entry : std::filesystem::directory_iterator(test::shared() / "model/example"))
    if (entry.path().extension() == ".ttl") data += test::contents(entry.path()) + "\n";
  const std::string shapes = test::contents(test::shared() / "model/shapes.ttl");
  const Case whole(shapes, data);
  EXPECT_EQ(whole.faults(), std::vector<std::string>());
  EXPECT_EQ(whole.results(), "");
  const auto broken = [&](std::string_view from, std::string_view to) {
    std::string text = data;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    std::set<std::string> rules;
    const Case one(shapes, at == std::string::npos ? text : text.replace(at, from.size(), to));
    for (const Finding& finding : one.findings()) rules.insert(finding.rule);
    return rules;
  };
  using Rules = std::set<std::string>;
  EXPECT_EQ(broken("oa:exact \"", "oa:exact \"another\" , \""), Rules{"Quote"});
  EXPECT_EQ(broken("sssom:confidence \"", "sssom:confidence \"7"), Rules{"Link"});
  EXPECT_EQ(broken("oa:start \"", "oa:start \"9999999"), Rules{"Position"});
  EXPECT_EQ(broken("mkg:basis mkg:StatedByPage", "mkg:basis mkg:Guessed"), (Rules{"DerivedNamesItsRule", "Statement"}));
}

}  // namespace
}  // namespace musclekg::shacl_test
