// Random graphs and datasets, always the same ones: every writer, read back, and the same bytes from the same graph in any order.

#include <map>
#include <set>

#include "dice.h"
#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

/// A code point that any of the syntaxes must be able to hold in a literal; U+0000 is left out: Raptor cuts texts there.
std::uint32_t code_point(Dice& dice) {
  switch (dice.below(8)) {
    case 0:
      return static_cast<std::uint32_t>(1 + dice.below(0x1F));
    case 1:
      return static_cast<std::uint32_t>("\"\\'<>&#.;,()[]{}@^:/\x7F"[dice.below(21)]);
    case 2:
      return static_cast<std::uint32_t>(0x80 + dice.below(0x700));
    case 3:
      return static_cast<std::uint32_t>(0x800 + dice.below(0xD000));
    case 4:
      return static_cast<std::uint32_t>(0x10000 + dice.below(0x10000));
    default:
      return static_cast<std::uint32_t>(' ' + dice.below(95));
  }
}

std::string some_text(Dice& dice) {
  std::string result;
  for (std::size_t left = dice.below(12); left > 0; --left) append_utf8(result, code_point(dice));
  return result;
}

/// An IRI without dot segments, which Raptor resolves.
std::string some_iri(Dice& dice) {
  static const std::vector<std::string> kNamespaces = {
      "http://example.org/",        "http://purl.obolibrary.org/obo/", "http://elsewhere.org/a#", "urn:x:",
      "https://w3id.org/musclekg/", "https://w3id.org/musclekg/term/", "tag:a@b.c,2020:"};
  static const std::vector<std::string> kPieces = {"a", "b", "Z", "1", "_", "-", "%20", "ä", "上", "\xF0\x9F\x92\xAA",
                                                   "'", "(", ")", "~", "!", "*", ",",   ";", "=",  "&",
                                                   "@", "$", "+", "x."};
  std::string iri = dice.one_of(kNamespaces);
  for (std::size_t left = 1 + dice.below(4); left > 0; --left) iri += dice.one_of(kPieces);
  return iri.ends_with('.') ? iri + "a" : iri;
}

struct Limits {
  bool xml = false;     ///< only what RDF/XML can hold
  bool graphs = false;  ///< statements in several graphs, some of them in more than one
};

Term some_literal(Dice& dice, Limits limits) {
  static const std::vector<std::string> kTags = {"en", "de", "en-GB", "zh-Hant", "x-a"};
  static const std::vector<std::pair<std::string, std::string>> kTyped = {{"1", "xsd:integer"},
                                                                          {"01", "xsd:integer"},
                                                                          {"-0", "xsd:integer"},
                                                                          {"-15", "xsd:integer"},
                                                                          {"123456789012345678", "xsd:integer"},
                                                                          {"9007199254740993", "xsd:integer"},
                                                                          {"true", "xsd:boolean"},
                                                                          {"1", "xsd:boolean"},
                                                                          {"1.50", "xsd:decimal"},
                                                                          {"5", "xsd:decimal"},
                                                                          {"1E0", "xsd:double"},
                                                                          {"INF", "xsd:double"},
                                                                          {"NaN", "xsd:float"},
                                                                          {"2020-01-01", "xsd:date"},
                                                                          {"2020", "xsd:gYear"},
                                                                          {"2020-01", "xsd:gYearMonth"},
                                                                          {"abc", "xsd:integer"},
                                                                          {"", "xsd:boolean"}};
  std::string value = some_text(dice);
  if (limits.xml)
    std::erase_if(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });  // Raptor refuses U+007F, too
  switch (dice.below(4)) {
    case 0:
      return text(value);
    case 1:
      return text(value, dice.one_of(kTags));
    case 2:
      return literal(value, some_iri(dice));
    default: {
      const auto [lexical, datatype] = dice.one_of(kTyped);
      return literal(lexical, datatype);
    }
  }
}

/// The statements over the default graph and some named ones: at times a subject goes as a whole, at times each statement for itself, which
/// tears lists apart; and some statements stand in two graphs.
std::set<Statement> spread(Dice& dice, const std::set<Statement>& statements) {
  std::vector<std::string> graphs = {""};
  for (std::size_t left = 1 + dice.below(4); left > 0; --left) graphs.push_back(some_iri(dice));
  std::erase_if(graphs, [](const std::string& iri) { return iri.starts_with(kScoped); });  // the tests make them in the table that lasts
  const bool torn = dice.chance(3);
  std::map<Term, std::string> graph_of_subject;
  std::set<Statement> result;
  for (Statement statement : statements) {
    const auto [place, added] = graph_of_subject.try_emplace(statement.subject);
    if (added || torn) place->second = dice.one_of(graphs);
    statement.graph = place->second;
    result.insert(statement);
    statement.graph = dice.one_of(graphs);
    if (dice.chance(8)) result.insert(statement);
  }
  return result;
}

/// A topic: statements about a few nodes, with lists and blank nodes, each statement once.
Topic some_topic(Dice& dice, std::size_t number, Limits limits) {
  std::vector<Term> nodes;
  for (std::size_t left = 1 + dice.below(5); left > 0; --left) nodes.push_back({Node::Kind::Iri, some_iri(dice), {}, {}});
  for (std::size_t i = dice.below(3); i > 0; --i) nodes.push_back({Node::Kind::Blank, fmt::format("t{}b{}", number, i), {}, {}});
  std::vector<Term> predicates = {term("rdfs:label"),
                                  term("ex:p"),
                                  term("ex:q1"),
                                  term("http://purl.org/ontology/bibo/authorList"),
                                  term("http://purl.org/dc/terms/title"),
                                  term("http://www.w3.org/2000/01/rdf-schema#subClassOf"),
                                  term("obo:RO_0002372"),
                                  term("obo:1a")};
  for (std::size_t i = dice.below(3); i > 0; --i) {
    const std::string iri = some_iri(dice);
    // Predicates last as long as the run.
    if (!limits.xml && !iri.starts_with(kScoped)) predicates.push_back({Node::Kind::Iri, iri, {}, {}});
  }
  if (limits.xml) predicates.pop_back();
  std::set<Statement> statements;
  const auto object = [&]() -> Term { return dice.chance(2) ? dice.one_of(nodes) : some_literal(dice, limits); };
  // A label is a text. Under rdfs:subClassOf and the like, the context speaks of nodes; texts do not come there.
  const auto fits = [](const Term& predicate, const Term& value) {
    if (predicate.value == rdfs::label) return value.kind == Node::Kind::Literal;
    return value.kind != Node::Kind::Literal ||
           (predicate.value != expanded("rdfs:subClassOf") && predicate.value != expanded("obo:RO_0002372"));
  };
  for (std::size_t left = 1 + dice.below(14); left > 0; --left) {
    const Term predicate = dice.one_of(predicates), value = object();
    if (fits(predicate, value)) statements.insert({dice.one_of(nodes), predicate, value});
  }
  if (dice.chance(3)) statements.insert({dice.one_of(nodes), term("rdf:type"), {Node::Kind::Iri, some_iri(dice), {}, {}}});
  for (std::size_t list = dice.below(3); list > 0; --list) {
    std::vector<Term> items;
    for (std::size_t left = dice.below(4); left > 0; --left) items.push_back(object());
    const std::string name = fmt::format("t{}l{}c", number, list);
    // One list at most under one predicate of a subject: two lists under a @list key are no JSON-LD.
    statements.insert({dice.one_of(nodes),
                       {Node::Kind::Iri, fmt::format("http://example.org/list{}", list), {}, {}},
                       items.empty() ? term("rdf:nil") : term(fmt::format("_:{}0", name))});
    for (const Statement& cell : list_of(name, items)) statements.insert(cell);
    if (dice.chance(6) && !items.empty())
      statements.insert({dice.one_of(nodes), term("ex:p"), term(fmt::format("_:{}{}", name, items.size() - 1))});  // a shared cell
  }
  if (statements.empty()) statements.insert({nodes.front(), term("ex:p"), nodes.front()});
  if (limits.graphs) statements = spread(dice, statements);
  Topic topic{nodes.front(), {statements.begin(), statements.end()}};
  dice.shuffle(topic.statements);
  return topic;
}

/// Topics that repeat some of each other's statements, but none on blank nodes, which belong to their topic, and none on
/// nodes that only one topic may speak of.
Topics some_topics(Dice& dice, std::size_t count, Limits limits = {}) {
  Topics topics;
  for (std::size_t i = 0; i < count; ++i) {
    topics.push_back(some_topic(dice, i, limits));
    if (i == 0) continue;
    std::set<Statement> statements(topics[i].statements.begin(), topics[i].statements.end());
    for (const Statement& statement : topics[dice.below(i)].statements)
      if (dice.chance(2) && statement.subject.kind == Node::Kind::Iri && statement.object.kind != Node::Kind::Blank)
        statements.insert(statement);
    topics[i].statements.assign(statements.begin(), statements.end());
    dice.shuffle(topics[i].statements);
  }
  return topics;
}

void expect_kept(std::string_view syntax, std::uint64_t first_seed, std::size_t graphs, std::size_t most_topics, Limits limits = {}) {
  for (std::uint64_t seed = first_seed; seed < first_seed + graphs; ++seed) {
    Dice dice(seed);
    const Topics topics = some_topics(dice, 1 + dice.below(most_topics), limits);
    ASSERT_TRUE(comes_back(topics, syntax)) << "seed " << seed;
  }
}

TEST(RandomGraphs, AreKeptByTurtle) { expect_kept("turtle", 1000, 2000, 1); }
TEST(RandomGraphs, AreKeptByJsonld) { expect_kept("jsonld", 20000, 2000, 1); }
TEST(RandomGraphs, AreKeptByNTriples) { expect_kept("ntriples", 30000, 500, 1); }
TEST(RandomGraphs, AreKeptByNQuads) { expect_kept("nquads", 40000, 500, 1); }
TEST(RandomGraphs, AreKeptByRdfXml) { expect_kept("rdfxml", 50000, 500, 1, {true, false}); }

TEST(RandomTopics, AreKeptByTurtle) { expect_kept("turtle", 60000, 500, 6); }
TEST(RandomTopics, AreKeptByJsonld) { expect_kept("jsonld", 70000, 500, 6); }
TEST(RandomTopics, AreKeptByNTriples) { expect_kept("ntriples", 80000, 200, 6); }
TEST(RandomTopics, AreKeptByRdfXml) { expect_kept("rdfxml", 90000, 200, 6, {true, false}); }

TEST(RandomDatasets, AreKeptByTrig) { expect_kept("trig", 100000, 2000, 4, {false, true}); }
TEST(RandomDatasets, AreKeptByJsonld) { expect_kept("jsonld", 110000, 2000, 4, {false, true}); }
TEST(RandomDatasets, AreKeptByNQuads) { expect_kept("nquads", 120000, 500, 4, {false, true}); }

/// A syntax without graphs keeps the merged graph.
TEST(RandomDatasets, AreMergedByTurtle) { expect_kept("turtle", 130000, 1000, 4, {false, true}); }
TEST(RandomDatasets, AreMergedByRdfXml) { expect_kept("rdfxml", 140000, 300, 4, {true, true}); }

TEST(RandomDatasets, SayEachStatementOfATopicOnce) {
  for (std::uint64_t seed = 150000; seed < 150500; ++seed) {
    Dice dice(seed);
    const Topics topics = {some_topic(dice, 0, {false, true})};
    const std::string triples = written(topics, "ntriples"), quads = written(topics, "nquads");
    const auto lines = [](const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); };
    ASSERT_EQ(lines(triples), merged(topics.front().statements).size()) << "seed " << seed;
    ASSERT_EQ(lines(quads), topics.front().statements.size()) << "seed " << seed;
  }
}

TEST(RandomDatasets, GiveTheSameBytesInAnyOrder) {
  for (std::uint64_t seed = 160000; seed < 160300; ++seed) {
    Dice dice(seed);
    Topics topics = some_topics(dice, 1 + dice.below(3), {false, true});
    const std::string trig = written(topics, "trig"), jsonld = written(topics, "jsonld"), turtle = written(topics, "turtle");
    for (Topic& topic : topics) dice.shuffle(topic.statements);
    ASSERT_EQ(trig, written(topics, "trig")) << "seed " << seed;
    ASSERT_EQ(jsonld, written(topics, "jsonld")) << "seed " << seed;
    ASSERT_EQ(turtle, written(topics, "turtle")) << "seed " << seed;
  }
}

TEST(RandomGraphs, AreReadByAnotherFamily) {
  MUSCLEKG_NEEDS_SERDI();
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Dice dice(seed);
    ASSERT_TRUE(serdi_agrees(some_topics(dice, 1 + dice.below(4)))) << "seed " << seed;
  }
}

/// Statements of a node with several labels take the comment of one of them; which one must not depend on the order.
TEST(RandomGraphs, GiveTheSameBytesInAnyOrder) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    Dice dice(seed);
    Topics topics = some_topics(dice, 1 + dice.below(3));
    const std::string turtle = written(topics, "turtle"), jsonld = written(topics, "jsonld");
    for (int round = 0; round < 2; ++round) {
      for (Topic& topic : topics) dice.shuffle(topic.statements);
      ASSERT_EQ(turtle, written(topics, "turtle")) << "seed " << seed;
      ASSERT_EQ(jsonld, written(topics, "jsonld")) << "seed " << seed;
    }
  }
}

/// What one syntax keeps of the same topics is what another keeps: no statement is written twice where each is written once.
TEST(RandomTopics, SayEachStatementOnceInNTriples) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Dice dice(seed);
    const Topics topics = some_topics(dice, 1 + dice.below(6));
    std::set<Statement> distinct;
    for (const Topic& topic : topics) distinct.insert(topic.statements.begin(), topic.statements.end());
    const std::string lines = written(topics, "ntriples");
    const auto count = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
    // A node of a topic's own may be spoken of again by another one here, which is not remembered.
    ASSERT_GE(count, distinct.size()) << "seed " << seed;
    std::set<std::string_view> different;
    for (const std::string_view line : split(lines, '\n')) different.insert(line);
    ASSERT_EQ(different.size() - 1, distinct.size()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace musclekg::rdf_test
