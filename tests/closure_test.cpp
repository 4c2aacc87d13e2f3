// The closure: each of its rules, what it takes from the ontologies, circles, long chains, and the same from any order.

#include "map/closure.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "rdf/prefixes.h"
#include "test.h"

namespace musclekg::test {
namespace {

using Texts = std::vector<std::string>;

const Prefixes& prefixes() {
  static const Prefixes table = [] {
    Prefixes result;
    result.add("BFO", "http://purl.obolibrary.org/obo/BFO_", true);
    result.add("RO", "http://purl.obolibrary.org/obo/RO_", true);
    result.add("UBERON", "http://purl.obolibrary.org/obo/UBERON_", true);
    result.add("mkg", "https://w3id.org/musclekg/vocab#", true);
    result.add("mkt", "https://w3id.org/musclekg/term/", true);
    result.add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", true);
    result.add("rdfs", "http://www.w3.org/2000/01/rdf-schema#", true);
    result.add("skos", "http://www.w3.org/2004/02/skos/core#", true);
    return result;
  }();
  return table;
}

/// The terms of a file of that name.
TermIndex index_of(const std::string& path) {
  Diagnostics diagnostics;
  const KindTable kinds(project("ontology/kinds.tsv").string(), diagnostics);
  const NameForms forms(project("ontology").string(), kinds, diagnostics);
  TermIndex terms;
  terms.add(read_ontology(path, prefixes(), diagnostics), true, diagnostics);
  terms.finish(kinds, prefixes(), forms, diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
  return terms;
}

TermIndex index_of_text(std::string_view text, std::string_view name = "x.obo") {
  const TemporaryFolder folder;
  return index_of(folder.write(name, text));
}

/// Terms without any edge between them: UBERON:1 and UBERON:2, and the line UBERON:0006800.
constexpr std::string_view kPlain =
    "[Term]\nid: UBERON:1\nname: one\n\n[Term]\nid: UBERON:2\nname: two\n\n[Term]\nid: UBERON:0006800\nname: anatomical line\n";

struct Told {
  Texts closure, anchor;
  std::size_t cut = 0;
};

/// The closure of edges such as "mkt:a RO:0002005 mkt:b", and of labels such as `mkt:a rdfs:label "a"`, each a record of its own.
Told told(const TermIndex& terms, const Texts& edges, bool scoped_nodes = true) {
  NodeTable nodes, scoped(&nodes);
  Closure closure(terms, nodes);
  for (const std::string& edge : edges) {
    scoped.clear();
    const auto words = split(edge, ' ');
    const auto node = [&](std::string_view word, NodeTable& table) {
      if (word.starts_with('"')) return table.text(word.substr(1, word.size() - 2), "en");
      if (word.starts_with("_:")) return table.blank(word.substr(2));
      return table.iri(prefixes().iri_of_id(word).value());
    };
    NodeTable& things = scoped_nodes ? scoped : nodes;
    closure.add({node(words[0], things), node(words[1], nodes), node(words[2], things)});
  }
  Told result;
  const auto into = [](Texts& lines) {
    return [&lines](std::span<const Quad> quads) {
      for (const Quad& quad : quads) {
        EXPECT_EQ(quad.subject, quads.front().subject);
        const std::string object =
            quad.object->kind == Node::Kind::Literal ? std::string(quad.object->ntriples) : prefixes().id_of(quad.object->value);
        lines.push_back(fmt::format("{} {} {}", prefixes().id_of(quad.subject->value), prefixes().id_of(quad.predicate->value), object));
      }
    };
  };
  result.cut = closure.tell(scoped, into(result.closure), into(result.anchor));
  return result;
}

Texts closure_of(const Texts& edges) { return told(index_of_text(kPlain), edges).closure; }

TEST(Closure, PartsOfAllKindsLeadToAllTheirWholes) {
  EXPECT_EQ(closure_of({"mkt:a RO:0002350 mkt:b", "mkt:b BFO:0000050 mkt:c", "mkt:c RO:0002380 mkt:d"}),
            (Texts{"mkt:a BFO:0000050 mkt:b", "mkt:a BFO:0000050 mkt:c", "mkt:a BFO:0000050 mkt:d", "mkt:b BFO:0000050 mkt:c",
                   "mkt:b BFO:0000050 mkt:d", "mkt:c BFO:0000050 mkt:d"}));
}

TEST(Closure, NothingIsPartOfItselfInACircle) {
  EXPECT_EQ(closure_of({"mkt:a BFO:0000050 mkt:b", "mkt:b BFO:0000050 mkt:a", "mkt:b BFO:0000050 mkt:c", "mkt:d BFO:0000050 mkt:d"}),
            (Texts{"mkt:a BFO:0000050 mkt:b", "mkt:a BFO:0000050 mkt:c", "mkt:b BFO:0000050 mkt:a", "mkt:b BFO:0000050 mkt:c"}));
}

TEST(Closure, OriginAndInsertionAreAttachments) {
  EXPECT_EQ(closure_of({"mkt:m RO:0002372 mkt:a", "mkt:m RO:0002373 mkt:b", "mkt:t RO:0002371 mkt:c"}),
            (Texts{"mkt:m RO:0002177 mkt:a", "mkt:m RO:0002177 mkt:b", "mkt:m RO:0002371 mkt:a", "mkt:m RO:0002371 mkt:b",
                   "mkt:t RO:0002177 mkt:c", "mkt:t RO:0002371 mkt:c"}))
      << "and not the other way round";
}

TEST(Closure, AnAttachmentToAPartIsOneToPartOfTheWhole) {
  EXPECT_EQ(closure_of({"mkt:m RO:0002373 mkt:a", "mkt:a BFO:0000050 mkt:b", "mkt:b BFO:0000050 mkt:c"}),
            (Texts{"mkt:a BFO:0000050 mkt:b", "mkt:a BFO:0000050 mkt:c", "mkt:b BFO:0000050 mkt:c", "mkt:m RO:0002177 mkt:a",
                   "mkt:m RO:0002177 mkt:b", "mkt:m RO:0002177 mkt:c", "mkt:m RO:0002371 mkt:a"}));
}

TEST(Closure, ALandmarkAttachesToItsMaterialWholesOnly) {
  const Texts edges = {"mkt:m mkg:hasOriginLandmark mkt:lip", "mkt:lip BFO:0000050 mkt:line", "mkt:line BFO:0000050 mkt:bone",
                       "mkt:n mkg:hasInsertionLandmark mkt:line"};
  const Texts parts = {"mkt:line BFO:0000050 mkt:bone", "mkt:lip BFO:0000050 mkt:bone", "mkt:lip BFO:0000050 mkt:line"};
  EXPECT_EQ(closure_of(edges), (Texts{parts[0], parts[1], parts[2], "mkt:m RO:0002177 mkt:bone", "mkt:n RO:0002177 mkt:bone"}))
      << "the line is a landmark, too";
  Texts more = edges;
  more.push_back("mkt:o RO:0002372 mkt:line");
  const Texts result = closure_of(more);
  EXPECT_NE(std::find(result.begin(), result.end(), "mkt:m RO:0002177 mkt:line"), result.end()) << "another record attaches to it";
}

TEST(Closure, WhetherATermIsMaterialIsTheOntologysWord) {
  const TermIndex terms = index_of_text(
      "[Term]\nid: UBERON:0006800\nname: anatomical line\n\n[Term]\nid: UBERON:1\nname: lip\nis_a: UBERON:0006800\nrelationship: part_of "
      "UBERON:2\n\n[Term]\nid: UBERON:2\nname: line\nis_a: UBERON:0006800\nrelationship: part_of UBERON:3\n\n[Term]\nid: UBERON:3\nname: "
      "bone\n\n[Typedef]\nid: part_of\nxref: BFO:0000050\n");
  const Told result = told(terms, {"mkt:m mkg:hasOriginLandmark UBERON:1"});
  EXPECT_EQ(result.closure, (Texts{"UBERON:1 BFO:0000050 UBERON:2", "UBERON:1 BFO:0000050 UBERON:3", "UBERON:2 BFO:0000050 UBERON:3",
                                   "mkt:m RO:0002177 UBERON:3"}));
}

TEST(Closure, ANerveThatIsABranchInnervatesAsItsTrunks) {
  EXPECT_EQ(closure_of({"mkt:m RO:0002005 mkt:branch", "mkt:branch RO:0002380 mkt:nerve", "mkt:nerve RO:0002380 mkt:plexus",
                        "mkt:plexus BFO:0000050 mkt:system"}),
            (Texts{"mkt:branch BFO:0000050 mkt:nerve", "mkt:branch BFO:0000050 mkt:plexus", "mkt:branch BFO:0000050 mkt:system",
                   "mkt:m RO:0002005 mkt:branch", "mkt:m RO:0002005 mkt:nerve", "mkt:m RO:0002005 mkt:plexus",
                   "mkt:nerve BFO:0000050 mkt:plexus", "mkt:nerve BFO:0000050 mkt:system", "mkt:plexus BFO:0000050 mkt:system"}))
      << "not the whole of a nerve that is no trunk";
}

TEST(Closure, RecordsShareTheirProvisionalTerms) {
  EXPECT_EQ(closure_of({"UBERON:1 RO:0002372 mkt:septum", "mkt:septum BFO:0000050 mkt:thigh", "mkt:septum BFO:0000050 mkt:thigh",
                        "UBERON:2 RO:0002373 mkt:septum", "UBERON:2 RO:0002373 mkt:septum"}),
            (Texts{"UBERON:1 RO:0002177 mkt:septum", "UBERON:1 RO:0002177 mkt:thigh", "UBERON:1 RO:0002371 mkt:septum",
                   "UBERON:2 RO:0002177 mkt:septum", "UBERON:2 RO:0002177 mkt:thigh", "UBERON:2 RO:0002371 mkt:septum",
                   "mkt:septum BFO:0000050 mkt:thigh"}));
}

TEST(Closure, OtherEdgesGiveNothing) {
  const Told result =
      told(index_of_text(kPlain), {"mkt:a rdf:type mkg:ProvisionalTerm", "mkt:a rdfs:subClassOf UBERON:1", "mkt:a skos:broadMatch UBERON:2",
                                   "mkt:a mkg:hasAction mkt:b", "mkt:a mkg:note \"x\"", "_:b BFO:0000050 mkt:c", "mkt:c BFO:0000050 _:b"});
  EXPECT_EQ(result.closure, Texts{});
  EXPECT_EQ(result.anchor, Texts{});
}

/// A muscle, its bone, and a nerve: with edges of every kind that an ontology may have.
constexpr std::string_view kSlice =
    "[Term]\nid: UBERON:10\nname: muscle\nrelationship: part_of UBERON:20\nrelationship: RO:0002372 UBERON:30\n\n"
    "[Term]\nid: UBERON:20\nname: limb\n\n"
    "[Term]\nid: UBERON:30\nname: tuberosity\nintersection_of: UBERON:31\nintersection_of: part_of UBERON:40\n\n"
    "[Term]\nid: UBERON:31\nname: process\nrelationship: part_of UBERON:20\n\n"
    "[Term]\nid: UBERON:40\nname: epiphysis\nrelationship: part_of UBERON:50\n\n"
    "[Term]\nid: UBERON:50\nname: bone\nrelationship: part_of UBERON:60\nrelationship: part_of UBERON:99\n\n"
    "[Term]\nid: UBERON:60\nname: gone\nis_obsolete: true\n\n"
    "[Term]\nid: UBERON:70\nname: branch\nrelationship: RO:0002380 UBERON:80\n\n"
    "[Term]\nid: UBERON:80\nname: nerve\nintersection_of: UBERON:81\nintersection_of: RO:0002380 UBERON:82\n\n"
    "[Term]\nid: UBERON:81\nname: any nerve\n\n[Term]\nid: UBERON:82\nname: plexus\nrelationship: part_of UBERON:83\n\n"
    "[Term]\nid: UBERON:83\nname: nervous system\n\n[Typedef]\nid: part_of\nxref: BFO:0000050\n";

TEST(Closure, TakesPartOfFromDefinitionsToo) {
  const Told result = told(index_of_text(kSlice), {"mkt:m RO:0002373 UBERON:30"});
  EXPECT_EQ(result.closure, (Texts{"UBERON:30 BFO:0000050 UBERON:40", "UBERON:30 BFO:0000050 UBERON:50", "UBERON:40 BFO:0000050 UBERON:50",
                                   "mkt:m RO:0002177 UBERON:30", "mkt:m RO:0002177 UBERON:40", "mkt:m RO:0002177 UBERON:50",
                                   "mkt:m RO:0002371 UBERON:30"}));
  EXPECT_EQ(result.anchor,
            (Texts{"UBERON:30 BFO:0000050 UBERON:40", "UBERON:30 rdfs:label \"tuberosity\"@en", "UBERON:40 BFO:0000050 UBERON:50",
                   "UBERON:40 rdfs:label \"epiphysis\"@en", "UBERON:50 rdfs:label \"bone\"@en"}))
      << "no is_a, no obsolete whole, none that nobody describes";
}

TEST(Closure, TakesNoAttachmentFromTheOntology) {
  const Told result = told(index_of_text(kSlice), {"UBERON:10 mkg:actsAtJoint mkt:j"});
  EXPECT_EQ(result.closure, (Texts{"UBERON:10 BFO:0000050 UBERON:20"}));
}

TEST(Closure, KnowsTheBranchesOfTheOntology) {
  const Told result = told(index_of_text(kSlice), {"mkt:m RO:0002005 UBERON:70", "UBERON:70 rdfs:label \"branch\""});
  EXPECT_EQ(result.closure, (Texts{"UBERON:70 BFO:0000050 UBERON:80", "UBERON:70 BFO:0000050 UBERON:82", "UBERON:70 BFO:0000050 UBERON:83",
                                   "UBERON:80 BFO:0000050 UBERON:82", "UBERON:80 BFO:0000050 UBERON:83", "UBERON:82 BFO:0000050 UBERON:83",
                                   "mkt:m RO:0002005 UBERON:70", "mkt:m RO:0002005 UBERON:80", "mkt:m RO:0002005 UBERON:82"}));
  EXPECT_EQ(result.anchor,
            (Texts{"UBERON:70 RO:0002380 UBERON:80", "UBERON:80 RO:0002380 UBERON:82", "UBERON:80 rdfs:label \"nerve\"@en",
                   "UBERON:82 BFO:0000050 UBERON:83", "UBERON:82 rdfs:label \"plexus\"@en", "UBERON:83 rdfs:label \"nervous system\"@en"}))
      << "the record labels the branch";
}

TEST(Closure, KnowsTheBranchesOfAnOntologyInRdf) {
  const TermIndex terms = index_of_text(
      "@prefix obo: <http://purl.obolibrary.org/obo/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
      "obo:UBERON_1 a owl:Class ; rdfs:label \"a\" ; obo:RO_0002380 obo:UBERON_2 .\n"
      "obo:UBERON_2 a owl:Class ; rdfs:label \"b\" ; rdfs:subClassOf [ owl:onProperty obo:RO_0002380 ; owl:someValuesFrom obo:UBERON_3 ] "
      ".\n"
      "obo:UBERON_3 a owl:Class ; rdfs:label \"c\" ; owl:equivalentClass [ owl:intersectionOf ( obo:UBERON_5 [ owl:onProperty "
      "obo:RO_0002380 ; "
      "owl:someValuesFrom obo:UBERON_4 ] ) ] .\n"
      "obo:UBERON_4 a owl:Class ; rdfs:label \"d\" ; rdfs:subClassOf [ owl:onProperty obo:BFO_0000050 ; owl:someValuesFrom obo:UBERON_5 ] "
      ".\n"
      "obo:UBERON_5 a owl:Class ; rdfs:label \"e\" .\n",
      "x.ttl");
  Texts nerves;
  for (const std::string& line : told(terms, {"mkt:m RO:0002005 UBERON:1"}).closure)
    if (line.starts_with("mkt:m ")) nerves.push_back(line);
  EXPECT_EQ(nerves,
            (Texts{"mkt:m RO:0002005 UBERON:1", "mkt:m RO:0002005 UBERON:2", "mkt:m RO:0002005 UBERON:3", "mkt:m RO:0002005 UBERON:4"}));
}

TEST(Closure, ReadsTheBundledTerms) {
  static const TermIndex kTerms = index_of(project("ontology/anatomy.obo").string());
  const Told result = told(kTerms, {"UBERON:0001380 RO:0002373 UBERON:7500062", "UBERON:0001380 mkg:hasOriginLandmark UBERON:0013634"});
  for (const char* line : {"UBERON:0001380 RO:0002177 UBERON:0000979",    // tibia
                           "UBERON:0001380 RO:0002177 UBERON:0004412",    // proximal epiphysis of femur
                           "UBERON:0001380 RO:0002177 UBERON:0000981",    // femur
                           "UBERON:0001380 BFO:0000050 UBERON:0001377"})  // quadriceps femoris
    EXPECT_NE(std::find(result.closure.begin(), result.closure.end(), line), result.closure.end()) << line;
  EXPECT_EQ(std::find(result.closure.begin(), result.closure.end(), "UBERON:0001380 RO:0002177 UBERON:0013634"), result.closure.end());
}

TEST(Closure, ALongChainIsCut) {
  constexpr std::size_t kLength = 20000;
  Texts edges;
  for (std::size_t i = 0; i < kLength; ++i) edges.push_back(fmt::format("mkt:{:05} BFO:0000050 mkt:{:05}", i, i + 1));
  edges.push_back("mkt:m RO:0002371 mkt:00000");
  const Told result = told(index_of_text(kPlain), edges);
  EXPECT_EQ(result.cut, kLength - Ancestors::kMost);
  EXPECT_EQ(result.closure.front(), "mkt:00000 BFO:0000050 mkt:00001");
  EXPECT_EQ(result.closure.size(), result.cut + Ancestors::kMost * (Ancestors::kMost + 1) / 2 + 3);
  for (std::size_t i = 0; i + 1 < edges.size(); i += 997) edges[i] = fmt::format("mkt:{:05} BFO:0000050 mkt:00000", i);  // circles
  EXPECT_LT(told(index_of_text(kPlain), edges).closure.size(), 1000000u);
}

/// Random edges between few things: circles, shared wholes, everything.
class RandomEdges {
 public:
  explicit RandomEdges(std::uint32_t seed) : random_(seed) {}

  std::string thing(std::size_t of) { return fmt::format("{}:{}", random_() % 3 == 0 ? "UBERON" : "mkt", 1 + random_() % of); }

  Texts some(std::size_t count, std::size_t of) {
    static const char* const kPredicates[] = {"BFO:0000050", "BFO:0000050",          "RO:0002350", "RO:0002380",
                                              "RO:0002380",  "RO:0002371",           "RO:0002372", "mkg:hasOriginLandmark",
                                              "RO:0002005",  "mkg:hasArterialSupply"};
    Texts result;
    for (std::size_t i = 0; i < count; ++i) result.push_back(fmt::format("{} {} {}", thing(of), kPredicates[random_() % 10], thing(of)));
    return result;
  }

  /// Terms UBERON:1 to UBERON:of, each a part or a branch of a few; every third is a line.
  std::string ontology(std::size_t of) {
    std::string text = "[Term]\nid: UBERON:0006800\nname: anatomical line\n\n";
    for (std::size_t i = 1; i <= of; ++i) {
      text += fmt::format("[Term]\nid: UBERON:{}\nname: t{}\n", i, i);
      if (i % 3 == 0) text += "is_a: UBERON:0006800\n";
      if (const std::size_t whole = i + 1 + random_() % 4; whole <= of)
        text += fmt::format("relationship: {} UBERON:{}\n", random_() % 2 == 0 ? "part_of" : "branching_part_of", whole);
      text += "\n";
    }
    return text + "[Typedef]\nid: part_of\nxref: BFO:0000050\n\n[Typedef]\nid: branching_part_of\nxref: RO:0002380\n";
  }

  Texts shuffled(Texts edges) {
    std::shuffle(edges.begin(), edges.end(), random_);
    return edges;
  }

 private:
  std::mt19937 random_;
};

using Pairs = std::set<std::pair<std::string, std::string>>;

Pairs transitive(Pairs pairs) {
  for (bool grown = true; grown;) {
    grown = false;
    const Pairs before = pairs;
    for (const auto& [a, b] : before)
      for (auto at = before.lower_bound({b, ""}); at != before.end() && at->first == b; ++at) grown |= pairs.emplace(a, at->second).second;
  }
  return pairs;
}

/// The rules as they are written, over the edges and the anchor.
std::set<std::string> by_the_rules(const Texts& edges, const Texts& anchor, const TermIndex& terms) {
  Pairs part, branch, attached, landmarks, nerves, all_attached;
  std::set<std::string> result, sites, lines;
  const auto enter = [&](const std::string& line) {
    const auto words = split(line, ' ');
    const std::pair<std::string, std::string> pair(words[0], words[2]);
    const std::string_view predicate = words[1];
    if (predicate == "BFO:0000050" || predicate == "RO:0002350" || predicate == "RO:0002380") part.insert(pair);
    if (predicate == "RO:0002380") branch.insert(pair);
    if (predicate == "RO:0002371" || predicate == "RO:0002372") attached.insert(pair), sites.insert(pair.second);
    if (predicate == "mkg:hasOriginLandmark") landmarks.insert(pair), lines.insert(pair.second);
    if (predicate == "RO:0002005") nerves.insert(pair);
  };
  for (const std::string& line : edges) enter(line);
  for (const std::string& line : anchor) enter(line);
  const auto material = [&](const std::string& thing) {
    const TermId term = terms.find_iri(prefixes().iri_of_id(thing).value());
    return term != kNoTerm ? terms[term].material : !lines.contains(thing) || sites.contains(thing);
  };
  const auto say = [&](const std::string& subject, const char* predicate, const std::string& object) {
    result.insert(subject + " " + predicate + " " + object);
  };
  part = transitive(part);
  branch = transitive(branch);
  for (const auto& [a, b] : part)
    if (a != b) say(a, "BFO:0000050", b);
  for (const auto& [m, a] : attached) {
    say(m, "RO:0002371", a);
    say(m, "RO:0002177", a);
    for (const auto& [b, whole] : part)
      if (a == b) say(m, "RO:0002177", whole);
  }
  for (const auto& [m, a] : landmarks)
    for (const auto& [b, whole] : part)
      if (a == b && a != whole && material(whole)) say(m, "RO:0002177", whole);
  for (const auto& [m, a] : nerves) {
    say(m, "RO:0002005", a);
    for (const auto& [b, trunk] : branch)
      if (a == b) say(m, "RO:0002005", trunk);
  }
  return result;
}

TEST(Closure, IsWhatTheRulesSayOfAnyEdges) {
  std::size_t told_in_all = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    RandomEdges random(seed);
    const std::size_t things = 6 + seed % 20;
    const TermIndex terms = index_of_text(random.ontology(things));
    const Texts edges = random.some(10 + seed, things);
    const Told result = told(terms, edges);
    const std::set<std::string> expected = by_the_rules(edges, result.anchor, terms);
    EXPECT_EQ(std::set<std::string>(result.closure.begin(), result.closure.end()), expected) << "seed " << seed;
    EXPECT_EQ(result.closure.size(), expected.size()) << "each once; seed " << seed;
    told_in_all += expected.size();
  }
  EXPECT_GT(told_in_all, 5000u);
}

TEST(Closure, IsTheSameFromAnyOrderAndAnyTable) {
  RandomEdges random(7);
  const TermIndex terms = index_of_text(random.ontology(30));
  Texts edges = random.some(80, 30);
  const Told first = told(terms, edges);
  EXPECT_FALSE(first.anchor.empty());
  for (int round = 0; round < 5; ++round) {
    Texts again = edges;
    again.insert(again.end(), edges.begin(), edges.begin() + 10 * round);
    const Told other = told(terms, random.shuffled(again), round % 2 == 0);
    EXPECT_EQ(other.closure, first.closure);
    EXPECT_EQ(other.anchor, first.anchor);
  }
}

TEST(Closure, ForgetsAndCanBeToldAgain) {
  const TermIndex terms = index_of_text(kSlice);
  NodeTable nodes, scoped(&nodes);
  Closure closure(terms, nodes);
  const auto add = [&](const char* subject, const char* predicate, const char* object) {
    closure.add({nodes.iri(prefixes().iri_of_id(subject).value()), nodes.iri(prefixes().iri_of_id(predicate).value()),
                 nodes.iri(prefixes().iri_of_id(object).value())});
  };
  const auto count = [&] {
    std::size_t edges = 0;
    const auto teller = [&](std::span<const Quad> quads) { edges += quads.size(); };
    closure.tell(scoped, teller, teller);
    return edges;
  };
  EXPECT_EQ(count(), 0u);
  add("mkt:m", "RO:0002373", "UBERON:30");
  EXPECT_EQ(count(), 12u);
  EXPECT_EQ(count(), 12u);
  add("mkt:m", "RO:0002005", "mkt:n");
  EXPECT_EQ(count(), 13u);
  closure.clear();
  EXPECT_EQ(count(), 0u);
  add("mkt:m", "RO:0002005", "mkt:n");
  EXPECT_EQ(count(), 1u);
}

TEST(Closure, SubjectsComeInTheOrderOfNTriples) {
  EXPECT_EQ(closure_of({"mkt:a RO:0002005 mkt:z", "mkt:a-b RO:0002005 mkt:z", "mkt:ab RO:0002005 mkt:z"}),
            (Texts{"mkt:a-b RO:0002005 mkt:z", "mkt:a RO:0002005 mkt:z", "mkt:ab RO:0002005 mkt:z"}))
      << "'-' stands before '>'";
}

}  // namespace
}  // namespace musclekg::test
