// Explanations of edges: what stands behind them, and how a person asks.

#include <fmt/format.h>

#include "app/explanation.h"
#include "check_fixture.h"

namespace musclekg::test {
namespace {

Result why(const std::vector<std::string>& words, const std::string& graph = good_graph(), const std::string& name = "graph.ttl") {
  const TemporaryFolder folder;
  folder.write(name, graph);
  std::vector<std::string> all = {"why", name};
  all.insert(all.end(), words.begin(), words.end());
  return run_program(all, {}, {{}, folder.path(), {}});
}

TEST(Why, TellsWhoSaysSoWhereAndHowItWasRead) {
  const Result result = why({"UBERON:0001380", "has muscle origin"});
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.out.substr(0, result.out.find("  Evidence")),
            "vastus medialis (UBERON:0001380) — has muscle origin → diaphysis of femur (UBERON:0006862)\n"
            "\n"
            "  Stated by “Vastus medialis” (A Wiki), in its section “Origin”:\n"
            "    “arises from the upper part of the femoral shaft”\n"
            "    good_page.txt:4:4\n"
            "  Qualifier: upper part.\n"
            "  Cited as authority: [1] Atlas (2018); the mark stands in this sentence.\n");
  EXPECT_NE(result.out.find("  Evidence: "), std::string::npos);
  EXPECT_NE(result.out.find("  “vastus medialis” was read as vastus medialis (UBERON:0001380), by label, confidence 1.\n"),
            std::string::npos);
  EXPECT_NE(result.out.find("“femoral shaft” was read as diaphysis of femur (UBERON:0006862), by exact synonym, confidence\n"
                            "    0.95; not as FMA:24474 'Body of femur'.\n"),
            std::string::npos)
      << result.out;
}

TEST(Why, TellsDerivedAndExpandedStatements) {
  const std::string derived = why({"UBERON:0001380", "hasSegmentalInnervation"}).out;
  EXPECT_NE(derived.find("  Derived from “Vastus medialis” (A Wiki), in its section “Nerve”:\n"), std::string::npos) << derived;
  EXPECT_NE(derived.find("\n  Rule: "), std::string::npos) << derived;
  const std::string expanded = why({"UBERON:0001380", "synergists"}).out;
  EXPECT_NE(expanded.find("  Written out from “Vastus medialis” (A Wiki), which speaks of quadriceps femoris"), std::string::npos)
      << expanded;
  EXPECT_NE(expanded.find("the mark stands at the end of the paragraph"), std::string::npos) << expanded;
  EXPECT_NE(why({"UBERON:0001380", "RO_0002373"}).out.find("  No work is cited for it.\n"), std::string::npos);
}

TEST(Why, TellsTheChainBehindAnEdgeOfTheClosure) {
  const Result result = why({"vastus medialis", "attached to part of", "femur"});
  EXPECT_EQ(result.out,
            "vastus medialis (UBERON:0001380) — attached to part of → femur (UBERON:0000981)\n"
            "\n"
            "  It follows, step by step, from:\n"
            "    1. vastus medialis (UBERON:0001380) — has muscle origin → diaphysis of femur (UBERON:0006862)\n"
            "      (stated, good_page.txt:4:4)\n"
            "    2. diaphysis of femur (UBERON:0006862) — part of → femur (UBERON:0000981) (from the ontology)\n"
            "  Rule: what is attached to a structure is attached to part of it, and to part of everything that\n"
            "    the structure is part of.\n");
}

TEST(Why, TakesNamesIdsAndIris) {
  const std::string expected = why({"UBERON:0001380", "innervated by", "UBERON:0001267"}).out;
  EXPECT_NE(expected.find("innervated by → femoral nerve"), std::string::npos) << expected;
  for (const std::string subject : {"Vastus  Medialis", "obo:UBERON_0001380", "http://purl.obolibrary.org/obo/UBERON_0001380",
                                    "<http://purl.obolibrary.org/obo/UBERON_0001380>"})
    for (const std::string predicate : {"RO_0002005", "obo:RO_0002005", "RO:0002005", "Innervated By", "innervation"})
      EXPECT_EQ(why({subject, predicate, "Femoral nerve"}).out.substr(0, 60), expected.substr(0, 60)) << subject << ", " << predicate;
  EXPECT_EQ(why({"vastus medialis", "hasOriginLandmark", "spiral line"}).exit, 0) << "another label";
  EXPECT_EQ(why({"vastus medialis", "mkg:hasAction", "mkt:knee-extension"}).exit, 0);
}

TEST(Why, TellsAllEdgesOfASubject) {
  const std::string text = why({"vastus medialis"}).out;
  EXPECT_EQ(text.find("vastus medialis (UBERON:0001380)\n\nhas muscle origin → diaphysis of femur (UBERON:0006862)\n  Stated by "), 0U)
      << text;
  const std::size_t stated = text.find("has synergist → rectus femoris"), follows = text.find("attached to → diaphysis of femur");
  ASSERT_NE(stated, std::string::npos);
  ASSERT_NE(follows, std::string::npos);
  EXPECT_LT(stated, follows) << "what follows comes behind what is said";
  EXPECT_NE(text.find("attached to part of → femur (UBERON:0000981)\n  Follows from: vastus medialis — has muscle origin → diaphysis of"),
            std::string::npos)
      << text;
}

TEST(Why, SaysWhatIsNotThere) {
  Result result = why({"vastus medalis"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("did you mean 'vastus medialis'?"), std::string::npos) << result.err;
  result = why({"vastus medialis", "has muscle orign"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("did you mean 'has muscle origin'?"), std::string::npos) << result.err;
  result = why({"vastus medialis", "has action", "femur"});
  EXPECT_EQ(result.exit, 1);
  EXPECT_NE(result.err.find("has no edge 'has action' from vastus medialis (UBERON:0001380) to 'femur'"), std::string::npos) << result.err;
  EXPECT_EQ(why({"UBERON:9999999"}).exit, 1);
  EXPECT_EQ(why({"vastus medialis", "--format", "xml"}).exit, 2);
}

TEST(Why, WritesJson) {
  const Result result = why({"vastus medialis", "origins", "diaphysis of femur", "--format", "json"});
  EXPECT_EQ(result.exit, 0);
  for (const char* part : {"\"quote\": \"arises from the upper part of the femoral shaft\"", "\"line\": 4", "\"basis\": \"StatedByPage\"",
                           "\"confidence\": \"0.95\"", "\"citation_scope\": \"SentenceMarker\"", "\"year\": \"2018\""})
    EXPECT_NE(result.out.find(part), std::string::npos) << part << "\n" << result.out;
  EXPECT_NE(why({"vastus medialis", "attached to part of", "femur", "--format", "json"}).out.find("\"follows_from\""), std::string::npos);
}

TEST(Why, SurvivesGraphsThatRunInCircles) {
  const std::string graph = prefixes() + R"(
    vm:s a mkg:Statement ; rdf:subject vm:m ; rdf:predicate obo:RO_0002372 ; rdf:object vm:o ; mkg:anchor vm:s ; oa:hasSource vm:s ;
      mkg:file "-" ; oa:hasSelector vm:s ; oa:start "99999999999999999999" ; oa:exact "\u001B[31m" ; mkg:line 99999999999 ; cito:cites vm:s ;
      bibo:authorList _:l ; mkg:link vm:s ; mkg:section vm:s ; mkg:number 1 .
    _:l rdf:first "x" ; rdf:rest _:l .
    vm:m obo:RO_0002371 vm:m ; obo:BFO_0000050 vm:m , "text" ; obo:RO_0002005 "n" ; obo:RO_0002177 vm:o , "l" .
    vm:o obo:BFO_0000050 vm:m .
  )";
  const Result all = why({"https://w3id.org/musclekg/vastus-medialis/m"}, graph);
  EXPECT_EQ(all.exit, 0) << all.err;
  EXPECT_EQ(all.out.find('\x1B'), std::string::npos) << "nothing steers the terminal";
  EXPECT_EQ(why({"https://w3id.org/musclekg/vastus-medialis/m", "--format", "json"}, graph).exit, 0);
}

TEST(Why, ReadsGraphsWithoutQuotesOrLinks) {
  const Result result = why({"UBERON:0001380", "RO:0002372"}, prefixes() + "obo:UBERON_0001380 obo:RO_0002372 obo:UBERON_0006862 .\n");
  EXPECT_EQ(result.exit, 0) << result.err;
  EXPECT_EQ(result.out,
            "vastus medialis (UBERON:0001380) — has muscle origin → diaphysis of femur (UBERON:0006862)\n\n"
            "  The graph tells neither who says so nor what it follows from.\n")
      << "the names are the ontology's";
}

/// Chains over a few edges of parts, in a graph without names.
class ChainTest : public ::testing::Test {
 protected:
  std::vector<std::string> chain(const std::string& turtle, const Node* GraphTerms::*predicate) {
    LoadedGraph loaded(prefixes() + turtle);
    const GraphTerms terms(loaded.nodes);
    const StatementIndex statements(loaded.graph, terms);
    ClosureChains chains(loaded.graph, terms, statements);
    std::vector<std::string> ends;
    for (const Quad& step : chains.find(loaded.iri("mkt:m"), terms.*predicate, loaded.iri("mkt:z")).steps)
      ends.emplace_back(step.object->value.substr(step.object->value.rfind('/') + 1));
    return ends;
  }
};

using Ends = std::vector<std::string>;

TEST_F(ChainTest, GoesByTheEdgesThatAreGiven) {
  const std::string parts = "mkt:a obo:BFO_0000050 mkt:b , mkt:z . mkt:b obo:BFO_0000050 mkt:z .\n";
  EXPECT_EQ(chain("mkt:m obo:RO_0002372 mkt:a .\n" + parts, &GraphTerms::attached_to_part_of), (Ends{"a", "b", "z"}))
      << "not by the shortcut that follows itself";
  EXPECT_EQ(chain("mkt:m mkg:hasOriginLandmark mkt:a .\n" + parts, &GraphTerms::attached_to_part_of), (Ends{"a", "b", "z"}));
  EXPECT_EQ(chain("mkt:m mkg:hasOriginLandmark mkt:z .\n", &GraphTerms::attached_to_part_of), Ends{}) << "a line itself";
  EXPECT_EQ(chain("mkt:m obo:RO_0002373 mkt:z .\n", &GraphTerms::attached_to), Ends{"z"});
  EXPECT_EQ(chain("mkt:m obo:RO_0002350 mkt:a .\n" + parts, &GraphTerms::part_of), (Ends{"a", "b", "z"}));
}

TEST_F(ChainTest, GoesFromBranchesToTheirNerve) {
  const std::string stated = "vm:s a mkg:Statement ; rdf:subject mkt:m ; rdf:predicate obo:RO_0002005 ; rdf:object mkt:a .\n";
  EXPECT_EQ(chain(stated + "mkt:m obo:RO_0002005 mkt:a , mkt:z . mkt:a obo:RO_0002380 mkt:z .\n", &GraphTerms::innervated_by),
            (Ends{"a", "z"}));
  EXPECT_EQ(chain(stated + "mkt:m obo:RO_0002005 mkt:a , mkt:z . mkt:a obo:BFO_0000050 mkt:z .\n", &GraphTerms::innervated_by), Ends{})
      << "part of a nerve is no branch";
}

TEST_F(ChainTest, EndsInCircles) {
  EXPECT_EQ(chain("mkt:m obo:RO_0002371 mkt:m , mkt:y .", &GraphTerms::attached_to), Ends{});
  EXPECT_EQ(chain("mkt:m obo:RO_0002372 mkt:a . mkt:a obo:BFO_0000050 mkt:b , mkt:z . mkt:b obo:BFO_0000050 mkt:a , mkt:z . "
                  "mkt:z obo:BFO_0000050 mkt:a , mkt:b .\n",
                  &GraphTerms::attached_to_part_of),
            (Ends{"a", "z"}));
  EXPECT_EQ(chain("mkt:m obo:RO_0002372 mkt:a . mkt:a obo:BFO_0000050 mkt:a , mkt:b . mkt:b obo:BFO_0000050 mkt:a .\n",
                  &GraphTerms::attached_to_part_of),
            Ends{});
}

}  // namespace
}  // namespace musclekg::test
