// What semantic databases would refuse, lose or rewrite.

#include "check/store_rules.h"

#include "check/language_tag.h"
#include "rdf/read_rdf.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// The findings of one store on N-Quads, as "LEVEL rule: message".
std::vector<std::string> findings(std::string_view store, const std::string& quads) {
  Diagnostics diagnostics;
  std::vector<StoreRule> rules = read_store_rules(project("ontology/stores.tsv"), diagnostics);
  std::erase_if(rules, [store](const StoreRule& rule) { return rule.store != store; });
  NodeTable nodes;
  Graph graph;
  const std::function<void(const Quad&)> take = [&graph](const Quad& quad) { graph.add(quad); };
  QuadTaker taker(nodes, take);
  Input nothing("/dev/null");
  read_rdf(nothing, quads, RdfSyntax::NQuads, {}, taker, diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::Error), 0U);
  graph.index();
  std::vector<std::string> result;
  check_stores(graph, rules, nodes, [&result](Finding&& finding) {
    result.push_back(std::string(name_of(finding.level)) + " " + finding.rule + ": " + finding.message);
  });
  return result;
}

std::string statement(const std::string& object) { return "<http://e/s> <http://e/p> " + object + " <http://e/g> .\n"; }

std::string typed(const std::string& text, const std::string& type) {
  return "\"" + text + "\"^^<http://www.w3.org/2001/XMLSchema#" + type + ">";
}

using Lines = std::vector<std::string>;

TEST(StoreRules, TellsWhatIsLost) {
  const std::string long_iri = "http://e/" + std::string(1872, 'a');
  EXPECT_EQ(findings("virtuoso", statement("<" + long_iri.substr(0, 1880) + ">")), Lines{});
  EXPECT_EQ(findings("virtuoso", statement("<" + long_iri + ">")),
            Lines{"ERROR store-iri-length: '<http://e/" + std::string(50, 'a') +
                  "...': an IRI of 1881 bytes, 1880 at most stay whole; virtuoso puts another, shorter IRI in its place"});
  EXPECT_EQ(
      findings("virtuoso", statement(typed("x", "integer"))),
      Lines{"ERROR store-bad-number: '\"x\"^^<http://www.w3.org/2001/XMLSchema#integer>': 'x' is no integer; virtuoso takes it for zero"});
  EXPECT_EQ(findings("qlever", statement(typed("400.000", "integer"))).size(), 1U);
  EXPECT_EQ(findings("virtuoso", statement(typed("0.1234567890123456", "decimal"))).size(), 1U);
  EXPECT_EQ(findings("virtuoso", statement(typed("0.123456789012345", "decimal"))), Lines{});
  EXPECT_EQ(findings("oxigraph", statement("<http://e/100%>")).size(), 1U);
  EXPECT_EQ(findings("oxigraph", statement("<http://e/100%25>")), Lines{});
  EXPECT_EQ(findings("oxigraph", statement("\"a\"@abcdefghi")).size(), 1U);
  EXPECT_EQ(findings("virtuoso", statement("\"" + std::string(65001, 'a') + "\"")).size(), 1U);
}

TEST(StoreRules, CountsLiteralsAsTheStoreDoes) {
  std::string muscles;
  for (int i = 0; i < 10923; ++i) muscles += "\xF0\x9F\x92\xAA";  // 43,692 bytes in UTF-8, 65,538 in Java's
  EXPECT_EQ(findings("blazegraph", statement("\"" + muscles + "\"")).size(), 1U);
  EXPECT_EQ(findings("blazegraph", statement("\"" + std::string(65535, 'a') + "\"")), Lines{});
}

TEST(StoreRules, CountsWhatIsOnlyWrittenOtherwise) {
  const std::string quads = statement(typed("1.50", "decimal")) + statement(typed("1.5", "decimal")) + statement(typed("007", "integer")) +
                            "<http://e/t> <http://e/p> " + typed("007", "integer") + " <http://e/g> .\n" + statement("\"a\"@en-GB");
  EXPECT_EQ(findings("oxigraph", quads),
            (Lines{"INFO store-language-case: 1 terms, such as '\"a\"@en-GB': oxigraph writes it in lower case",
                   "INFO store-rewritten: 2 terms, such as '\"1.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>': oxigraph rewrites it"}));
  EXPECT_EQ(findings("jena", quads).size(), 1U);
  EXPECT_EQ(findings("qlever", quads), Lines{});
  EXPECT_EQ(
      findings("virtuoso", "<http://e/s> <http://e/p> <http://e/o> .\n"),
      Lines{"WARN store-default-graph: 1 statements are in no named graph: virtuoso has no default graph: load --graph names one"});
}

TEST(StoreRules, TellsTheFirstTwentyOfARule) {
  std::string quads;
  for (int i = 0; i < 25; ++i) quads += "<http://e/s> <http://e/p> <http://e/" + std::to_string(i) + "%> <http://e/g> .\n";
  const Lines found = findings("oxigraph", quads);
  ASSERT_EQ(found.size(), 21U);
  EXPECT_EQ(found.back(), "ERROR store-iri-percent: and 5 more for oxigraph");
}

TEST(StoreRules, ReportsFaultsOfTheTable) {
  const TemporaryFolder folder;
  const std::string path = folder.write("stores.tsv",
                                        "store\ttest\tlevel\tlimit\tdoes\tsource\na\tx\terror\t\tb\tc\na\tiri-length\tfatal\t\tb\tc\n"
                                        "a\trewritten\tinfo\tfloat\tb\tc\na\tiri-length\terror\tmany\tb\tc\n");
  Diagnostics diagnostics;
  read_store_rules(path, diagnostics);
  Lines found;
  for (const Diagnostic& finding : diagnostics.by_place()) found.push_back(format(finding).substr(path.size()));
  EXPECT_EQ(found, (Lines{":2:3: error: 'x' is no test [stores]", ":3:14: error: 'fatal' is none of error, warning, info [stores]",
                          ":3:20: error: the test 'iri-length' takes a limit [stores]",
                          ":4:18: error: 'float' is no kind of literal [stores]", ":5:20: error: 'many' is no number [stores]"}));
}

TEST(LanguageTag, HasTheFormOfBcp47) {
  for (const char* const tag : {"en", "EN-gb", "sr-Latn-RS", "zh-cmn-Hans-CN", "de-CH-1901", "sl-rozaj-biske", "en-US-u-islamcal",
                                "x-whatever", "de-419-x-a", "i-klingon", "en-a-bbb-x-a", "abcdefgh", "es-005"})
    EXPECT_TRUE(well_formed_language_tag(tag)) << tag;
  for (const char* const tag :
       {"", "a", "en-", "-en", "en--gb", "abcdefghi", "en-x", "en-u", "en-abcdefghi", "de-419-DE", "a-DE", "x", "en-x-abcdefghi", "1en"})
    EXPECT_FALSE(well_formed_language_tag(tag)) << tag;
}

}  // namespace
}  // namespace musclekg::test
