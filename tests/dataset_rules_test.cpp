// The dataset's own rules: nothing said of good data, and each fault by its rule.

#include "check/dataset_rules.h"

#include <fmt/format.h>

#include <set>

#include "base/sha256.h"
#include "check/quoted_file.h"
#include "check_fixture.h"

namespace musclekg::test {
namespace {

using Lines = std::vector<std::string>;

/// What a merged graph always says: its edges of parts cannot be told from the ontology's.
const std::string kUntold =
    "INFO unstated-edge: 2 edges of 'part of' and 'branching part of' have no statement: without names of graphs they cannot be told from "
    "the ontologies' own";

/// The findings of the good graph with a line replaced, without that one.
Lines faults_with(const std::string& line, const std::string& instead) {
  Lines lines = rule_findings(good_graph({{line, instead}}));
  std::erase_if(lines, [](const std::string& finding) { return finding.starts_with("INFO unstated-edge: "); });
  return lines;
}

/// The good graph as N-Quads with named graphs.
std::string named(std::string text) {
  LoadedGraph loaded(text);
  const GraphTerms terms(loaded.nodes);
  const std::set<const Node*> edges(terms.edges.begin(), terms.edges.end());
  std::string quads;
  for (const Quad& quad : loaded.graph.all()) {
    const bool follows = quad.predicate == terms.attached_to || quad.predicate == terms.attached_to_part_of;
    const bool anchor = quad.predicate == terms.part_of;
    const char* part = follows ? "closure" : anchor ? "anchor" : edges.contains(quad.predicate) ? "direct" : "evidence";
    quads += fmt::format("{} {} {} <https://w3id.org/musclekg/vastus-medialis/graph/{}> .\n", quad.subject->ntriples,
                         quad.predicate->ntriples, quad.object->ntriples, part);
  }
  return quads;
}

TEST(DatasetRules, HoldForGoodData) {
  EXPECT_EQ(rule_findings(good_graph()), Lines{kUntold});
  EXPECT_EQ(rule_findings(named(good_graph()), project("tests/judges").string(), "graph.nq"), Lines{});
}

TEST(DatasetRules, AreATable) {
  std::set<std::string_view> ids;
  for (const DatasetRule& rule : dataset_rules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id << " stands twice";
    EXPECT_FALSE(rule.text.empty());
    EXPECT_NE(rule.check, nullptr);
  }
}

TEST(DatasetRules, TellAnEdgeWithoutStatement) {
  const std::string label = "obo:UBERON_0000981 rdfs:label \"femur\" .", edge = " obo:UBERON_0001380 mkg:joinsWith obo:UBERON_0001378 .";
  const std::string told =
      "ERROR unstated-edge: 'vastus medialis (UBERON:0001380) joins with rectus femoris (UBERON:0001378)' has no statement, and does not "
      "follow from other edges";
  EXPECT_EQ(faults_with(label, label + edge), Lines{told});
  EXPECT_EQ(rule_findings(named(good_graph({{label, label + edge}})), project("tests/judges").string(), "graph.nq"), Lines{told});
}

TEST(DatasetRules, TellAnAttachmentThatFollowsFromNothing) {
  const std::string label = "obo:UBERON_0000981 rdfs:label \"femur\" .";
  EXPECT_EQ(faults_with(label, label + " obo:UBERON_0001380 obo:RO_0002371 obo:UBERON_0001378 .").size(), 1U);
  EXPECT_EQ(faults_with(label, label + " obo:UBERON_0001380 obo:RO_0002005 mkt:n . obo:UBERON_0001267 obo:RO_0002380 mkt:n ."), Lines{})
      << "a nerve that is branched from";
}

TEST(DatasetRules, SayWhenThereIsNothingToCompare) {
  const Lines lines = rule_findings(prefixes() + "obo:UBERON_0001380 obo:RO_0002372 obo:UBERON_0006862 .\n");
  EXPECT_EQ(lines, (Lines{"INFO unstated-edge: the data has no statements: there is nothing to compare its edges with",
                          "INFO quote-differs: the data points at no places in sources: there is nothing to compare"}));
}

TEST(DatasetRules, TellAStatementWithoutEdge) {
  EXPECT_EQ(faults_with("obo:UBERON_0001380 obo:RO_0002373 obo:UBERON_0014848 .", ""),
            Lines{"ERROR unasserted-statement: says 'vastus medialis (UBERON:0001380) has muscle insertion tendon of quadriceps femoris "
                  "(UBERON:0014848)', but the data has no such edge"});
  const Lines evidence = rule_findings(prefixes() +
                                       "vm:s a mkg:Statement ; rdf:subject obo:UBERON_0001380 ; rdf:predicate obo:RO_0002372 ; "
                                       "rdf:object obo:UBERON_0006862 .\n");
  EXPECT_NE(std::find(evidence.begin(), evidence.end(),
                      "INFO unasserted-statement: the data has statements but no edges: there is nothing to compare them with"),
            evidence.end());
}

TEST(DatasetRules, LookForEdgesInTheirGraphOnly) {
  std::string quads = named(good_graph());
  const Lines lines = [&] {
    std::string without;
    for (const std::string_view line : split(quads, '\n'))
      if (line.find("/graph/direct>") == std::string_view::npos) without.append(line).append("\n");
    return rule_findings(without, project("tests/judges").string(), "graph.nq");
  }();
  EXPECT_EQ(lines, (Lines{"INFO unstated-edge: the data has no graph of edges: there is nothing to compare its statements with",
                          "INFO unasserted-statement: the data has statements but no edges: there is nothing to compare them with"}))
      << "the closure says some of them, too";
}

TEST(DatasetRules, TellWhatIsPointedAtAndNotThere) {
  EXPECT_EQ(faults_with("st:01 cito:citesAsAuthority re:1 .", "st:01 cito:citesAsAuthority re:3 ."),
            Lines{"ERROR dangling: points at the reference https://w3id.org/musclekg/vastus-medialis/reference/3, which is not described"});
  EXPECT_EQ(faults_with("st:01 mkg:link lk:1 .", "st:01 mkg:link lk:9 .").size(), 1U);
}

TEST(DatasetRules, TellMarksThatBacklinksDoNotCount) {
  EXPECT_EQ(faults_with("re:1 mkg:markers 3 .", "re:1 mkg:markers 2 ."),
            Lines{"WARN backlinks: reference [1] has 3 backlinks on its page, but 2 marks were found that point at it"});
}

TEST(DatasetRules, TellOldAndForeignIds) {
  const std::string label = "obo:UBERON_0000981 rdfs:label \"femur\" .";
  EXPECT_EQ(faults_with(label, label + " mkt:spinal-level-L3 mkg:spinalNerve obo:FMA_6414 ."),
            Lines{"ERROR obo-fma: FMA:6414 is FMA's term in a namespace that is not FMA's; write <http://purl.org/sig/ont/fma/fma6414>"});
  EXPECT_EQ(faults_with(label, label + " mkt:spinal-level-L3 skos:closeMatch obo:UBERON_9999999 ."),
            Lines{"WARN unknown-term: UBERON:9999999 is in no loaded ontology"});
}

TEST(DatasetRules, TellObsoleteTerms) {
  const TemporaryFolder folder;
  const std::string ontology = folder.write("old.obo",
                                            "format-version: 1.2\nontology: old\n\n[Term]\nid: UBERON:9000001\nname: obsolete shaft\n"
                                            "is_obsolete: true\nreplaced_by: UBERON:0006862\n\n"
                                            "[Term]\nid: UBERON:9000002\nname: a kept bone\nalt_id: UBERON:9000003\n");
  Diagnostics diagnostics;
  const Knowledge knowledge(project("ontology").string(), {ontology}, {}, "https://w3id.org/musclekg/", diagnostics);
  LoadedGraph loaded(prefixes() + "mkt:a skos:closeMatch obo:UBERON_9000001 , obo:UBERON_9000002 , obo:UBERON_9000003 .\n");
  const GraphTerms terms(loaded.nodes);
  Lines lines;
  const TakeFinding take = [&](Finding&& finding) { lines.push_back(finding.rule + ": " + finding.message); };
  const CheckedData data{loaded.graph, terms, knowledge.terms, knowledge.prefixes, {}};
  check_ids(data, RuleFindings(loaded.nodes, take));
  EXPECT_EQ(lines, (Lines{"deprecated-term: UBERON:9000001 is obsolete; it is replaced by UBERON:0006862",
                          "deprecated-term: UBERON:9000003 was merged into UBERON:9000002 'a kept bone'"}));
}

TEST(DatasetRules, TellOtherLabels) {
  const Lines drift = faults_with("obo:UBERON_0000981 rdfs:label \"femur\" .", "obo:UBERON_0000981 rdfs:label \"thigh bone\" .");
  ASSERT_EQ(drift.size(), 1U);
  EXPECT_TRUE(drift[0].starts_with("WARN label-drift: UBERON:0000981 has the label \"thigh bone\", but \"femur\" is its label in "))
      << drift[0];
  EXPECT_EQ(faults_with("mkt:knee-extension rdfs:label \"extension of knee joint\"@en .",
                        "mkt:knee-extension rdfs:label \"extension of knee joint\"@en , \"knee extension\"@en ."),
            Lines{"WARN label-drift: mkt:knee-extension has two labels: \"extension of knee joint\" and \"knee extension\""});
}

TEST(DatasetRules, TellAttachmentsThatCannotBe) {
  const std::string start = prefixes() + "obo:UBERON_0001380 rdfs:label \"vastus medialis\" .\n";
  const auto found = [&](const std::string& text, std::string_view rule) {
    const Lines lines = rule_findings(start + text);
    return std::count_if(lines.begin(), lines.end(),
                         [&](const std::string& line) { return line.starts_with(fmt::format("ERROR {}:", rule)); });
  };
  EXPECT_EQ(found("obo:UBERON_0001380 obo:RO_0002372 fma:fma43719 .", "immaterial-filler"), 1) << "the medial lip of the linea aspera";
  EXPECT_EQ(found("obo:UBERON_0001380 obo:RO_0002372 obo:UBERON_0006862 .", "immaterial-filler"), 0);
  EXPECT_EQ(found("obo:UBERON_0001380 obo:RO_0002005 obo:UBERON_0001267 ; obo:RO_0002372 obo:UBERON_0001267 .", "nerve-is-site"), 1);
  EXPECT_EQ(found("obo:UBERON_0001380 obo:RO_0002005 obo:UBERON_0001380 .", "nerve-is-site"), 1);
  EXPECT_EQ(found("obo:UBERON_0001380 mkg:hasSynergist obo:UBERON_0001380 .", "self-edge"), 1);
  EXPECT_EQ(found("obo:UBERON_0001380 mkg:hasSynergist obo:UBERON_0001378 .", "self-edge"), 0);
}

/// The line of the good graph that begins so.
std::string line_of(std::string_view beginning) {
  const std::string text = good_graph();
  const std::size_t at = text.find("\n" + std::string(beginning));
  if (at == std::string::npos) throw std::runtime_error("no such line");
  return text.substr(at + 1, text.find('\n', at + 1) - at - 1);
}

TEST(DatasetRules, CompareQuotesWithTheirSource) {
  const std::string exact = "<https://w3id.org/musclekg/vastus-medialis/anchor/46-93/quote> oa:";
  EXPECT_EQ(faults_with(exact + "exact \"arises from the upper part of the femoral shaft\" .", exact + "exact \"arises from the shaft\" ."),
            Lines{"ERROR quote-differs: quotes \"arises from the shaft\", but the source has \"arises from the upper part of the femoral "
                  "shaft\" there"});
  EXPECT_EQ(faults_with(line_of(exact + "prefix"), exact + "prefix \"He \" .").size(), 1U);
  EXPECT_EQ(faults_with(line_of(exact + "suffix"), exact + "suffix \" but\" .").size(), 1U);
}

TEST(DatasetRules, TellPositionsOutsideTheText) {
  const std::string end = "<https://w3id.org/musclekg/vastus-medialis/anchor/46-93/position> oa:end ";
  const Lines lines = faults_with(end + "\"93\"^^xsd:nonNegativeInteger .", end + "\"9300\"^^xsd:nonNegativeInteger .");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].starts_with("ERROR quote-outside: from 46 to 9300 is no stretch of ")) << lines[0];
  const std::string count = line_of("te:0 mkg:characterCount");
  const Lines counted = faults_with(count, "te:0 mkg:characterCount 9999 .");
  ASSERT_EQ(counted.size(), 1U);
  EXPECT_NE(counted[0].find("characters, not 9999"), std::string::npos) << counted[0];
}

TEST(DatasetRules, CompareHashesWithTheirSource) {
  const std::string line = line_of("an:46-93 mkg:line");
  const auto with = [&](const std::string& hash) { return faults_with(line, line + " an:46-93 mkg:quoteSha256 \"" + hash + "\" ."); };
  EXPECT_EQ(with(sha256_of("arises from the upper part of the femoral shaft")), Lines{});
  EXPECT_EQ(with(sha256_of("arises from the femoral shaft")), Lines{"ERROR quote-differs: the words at its position have another SHA-256"});
}

TEST(DatasetRules, TellSourcesThatChangedOrAreGone) {
  const TemporaryFolder folder;
  Lines lines = rule_findings(good_graph(), folder.path().string());
  EXPECT_EQ(lines, (Lines{kUntold, "WARN source-missing: the file 'good_page.txt' is not there; 9 quotes could not be compared with it"}));
  folder.write("good_page.txt", judged("good_page.txt") + "more\n");
  lines = rule_findings(good_graph(), folder.path().string());
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[1].starts_with("ERROR source-changed: ")) << lines[1];
  EXPECT_TRUE(lines[1].ends_with("its SHA-256 is another; 9 quotes were not compared with it")) << lines[1];
  folder.write("good_page.txt", gzip(judged("good_page.txt")));
  EXPECT_EQ(rule_findings(good_graph(), folder.path().string()), Lines{kUntold}) << "the hash is of the decompressed bytes";
}

TEST(QuotedFile, OpensOnlyFilesBelow) {
  EXPECT_FALSE(read_quoted_file("/etc/hostname", {}).fault.empty());
  EXPECT_FALSE(read_quoted_file("-", {}).fault.empty());
  EXPECT_FALSE(read_quoted_file("", {}).fault.empty());
  EXPECT_FALSE(read_quoted_file("null", {"/dev"}).fault.empty()) << "a device is no file";
  const TemporaryFolder folder;
  folder.write("a/b.txt", "x");
  EXPECT_EQ(read_quoted_file("facts/b.txt", {folder / "a"}).bytes, "x");
  folder.write("broken.gz", gzip("some text").substr(0, 15));
  EXPECT_NE(read_quoted_file("broken.gz", {folder.path().string()}).fault.find("ends in the middle"), std::string::npos);
}

TEST(QuotedFile, CountsCodePoints) {
  const std::string text = "aé\xF0\x9D\x92\x9Cz";  // 1, 2, 4 and 1 bytes
  const CodePoints points(text, {0, 1, 2, 3, 4, 5});
  EXPECT_EQ(points.count(), 4U);
  EXPECT_EQ(points.byte_of(0), 0U);
  EXPECT_EQ(points.byte_of(1), 1U);
  EXPECT_EQ(points.byte_of(2), 3U);
  EXPECT_EQ(points.byte_of(3), 7U);
  EXPECT_EQ(points.byte_of(4), 8U);
  EXPECT_FALSE(points.byte_of(5));
}

TEST(DatasetRules, TakeTheClosedListOfTheShapes) {
  LoadedGraph shapes(contents(project("ontology/shapes.ttl")));
  const GraphTerms terms(shapes.nodes);
  std::set<const Node*> listed;
  const Node* shape = shapes.nodes.iri("https://w3id.org/musclekg/shapes#Statement-predicate");
  for (const Node* cell = shapes.graph.object(shape, shapes.nodes.iri("http://www.w3.org/ns/shacl#in")); cell != nullptr;
       cell = shapes.graph.object(cell, terms.rest))
    if (const Node* first = shapes.graph.object(cell, terms.first)) listed.insert(first);
  EXPECT_EQ(listed, std::set<const Node*>(terms.edges.begin(), terms.edges.end()));
}

}  // namespace
}  // namespace musclekg::test
