// Named graphs on their way out: what each syntax makes of statements in several graphs, and which of them count as repeated.

#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

constexpr const char* kWithGraphs[] = {"trig", "jsonld", "nquads"};
constexpr const char* kWithoutGraphs[] = {"turtle", "ntriples", "rdfxml"};

::testing::AssertionResult kept(const Topics& topics) {
  for (const char* syntax : kWithGraphs)
    if (auto result = comes_back(topics, syntax); !result) return result << "\nin " << syntax;
  for (const char* syntax : kWithoutGraphs)
    if (auto result = comes_back(topics, syntax); !result) return result << "\nin " << syntax;
  return ::testing::AssertionSuccess();
}

TEST(NamedGraphs, AreTheRowsThatSaySo) {
  std::vector<std::string_view> with;
  for (const Syntax& syntax : syntaxes())
    if (syntax.graphs) with.push_back(syntax.name);
  EXPECT_EQ(with, (std::vector<std::string_view>{"jsonld", "nquads", "trig"}));
  ASSERT_NE(syntax_of("a/muscles.trig"), nullptr);
  EXPECT_EQ(syntax_of("a/muscles.trig"), syntax_named("trig"));
}

TEST(NamedGraphs, AreKeptInAnyOrderOfStatements) {
  EXPECT_TRUE(kept(topic(in("ex:g", {say("ex:a", "ex:p", "ex:b")}) + std::vector{say("ex:a", "ex:p", "ex:b")} +
                         in("ex:h", {say("ex:a", "ex:p", "ex:c")}) + in("ex:g", {say("ex:c", "ex:p", "ex:b")}) +
                         in("ex:f", {say("ex:a", "ex:p", "ex:b")}) + std::vector{say("ex:c", "ex:p", text("x"))})));
}

TEST(NamedGraphs, AreKeptOverManyTopics) {
  EXPECT_TRUE(kept({{term("ex:a"), in("ex:g", {say("ex:a", "ex:p", "ex:b")})},
                    {term("ex:b"), in("ex:g", {say("ex:a", "ex:p", "ex:b"), say("ex:b", "ex:p", "ex:c")})},
                    {term("ex:c"), {say("ex:a", "ex:p", "ex:b")}},
                    {term("ex:d"), in("ex:h", {say("ex:a", "ex:p", "ex:b")})}}));
}

TEST(NamedGraphs, MayHaveNamesThatTheStatementsSpeakOf) {
  EXPECT_TRUE(
      kept(topic(in("ex:g", {say("ex:g", "ex:p", "ex:h"), say("ex:a", "ex:p", "ex:g")}) +
                 in("urn:x:h", {say("ex:g", "rdfs:label", text("the graph", "en"))}) + std::vector{say("ex:g", "ex:q", "urn:x:h")})));
}

/// A list is written without the labels of its cells. It must not be when another graph speaks of one of them.
TEST(NamedGraphs, KeepListsThatSeveralGraphsShare) {
  const std::vector<Statement> cells = list_of("l", {text("x"), text("y")}), head = {say("ex:a", "ex:p", "_:l0")};
  const std::vector<Topics> shared = {
      topic(in("ex:g", head + cells)),
      topic(in("ex:g", head + cells) + in("ex:h", head + cells)),
      topic(in("ex:g", head + cells) + in("ex:h", head)),
      topic(in("ex:g", head + cells) + std::vector{say("_:l1", "ex:q", text("spoken of"))}),
      topic(in("ex:g", head) + in("ex:h", cells)),
      topic(head + in("ex:h", cells)),
      topic(in("ex:g", head + std::vector{cells[0], cells[1]}) + in("ex:h", {cells[2], cells[3]})),
      topic(in("ex:g", head + cells) + in("ex:h", std::vector{say("ex:a", "ex:q", "_:m0")} + list_of("m", {text("x"), text("y")}))),
  };
  for (const Topics& topics : shared) EXPECT_TRUE(kept(topics));
  EXPECT_NE(written(shared[0], "trig").find("( \"x\" \"y\" )"), std::string::npos);
  EXPECT_EQ(written(shared[1], "trig").find("( \"x\""), std::string::npos);
}

TEST(NamedGraphs, ForgetWhatAnEarlierTopicShared) {
  const std::vector<Statement> list = std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", {text("x")});
  const std::vector<Statement> again = std::vector{say("ex:b", "ex:p", "_:l0")} + list_of("l", {text("y")});
  const std::string text_of_both = written({{term("ex:a"), in("ex:g", list) + in("ex:h", list)}, {term("ex:b"), again}}, "trig");
  EXPECT_EQ(text_of_both.find("( \"x\" )"), std::string::npos);
  EXPECT_NE(text_of_both.find("ex:b ex:p ( \"y\" )"), std::string::npos) << text_of_both;
}

TEST(NamedGraphs, KeepTwoListsUnderOnePredicateInTwoGraphs) {
  const std::string list = "http://purl.org/ontology/bibo/authorList";
  EXPECT_TRUE(kept(topic(in("ex:g", std::vector{say("ex:a", list, "_:l0")} + list_of("l", {text("x")})) +
                         in("ex:h", std::vector{say("ex:a", list, "_:m0")} + list_of("m", {text("x")})))));
}

TEST(NamedGraphs, ManyOfATopicAreNoSquareOfTime) {
  std::vector<Statement> statements;
  for (int i = 0; i < 20000; ++i) {
    const std::string graph = fmt::format("ex:g{}", i), cell = fmt::format("_:c{}", i);
    statements.push_back({term(fmt::format("ex:s{}", i)), term("ex:p"), term(cell), expanded(graph)});
    statements.push_back({term(cell), term("ex:q"), text("x"), expanded(graph)});
  }
  for (const char* syntax : {"trig", "jsonld"}) EXPECT_TRUE(comes_back(topic(statements), syntax)) << syntax;
}

/// Remembers what it gets.
class Collect : public QuadSink {
 public:
  void prefix(std::string_view, std::string_view) override {}
  void begin(const Node*) override {}
  void quad(const Quad& quad) override { quads.push_back(quad); }
  void end() override {}
  void finish() override {}

  std::vector<Quad> quads;
};

class Marked : public ::testing::Test {
 protected:
  /// Gives the topics to the filter; 'n' for a statement that is new, 'r' for one that is repeated, ' ' between the topics.
  std::string marks(const std::vector<std::vector<Quad>>& topics, const Node* topic, GraphNames names,
                    std::vector<const Node*> restated = {}) {
    Collect collect;
    MarkRepeated marked(collect, {}, names, std::move(restated));
    std::string result;
    for (const std::vector<Quad>& quads : topics) {
      collect.quads.clear();
      marked.add(topic, quads);
      if (!result.empty()) result += ' ';
      for (const Quad& quad : collect.quads) result += quad.repeated ? 'r' : 'n';
    }
    EXPECT_EQ(marked.distinct().all(), static_cast<std::size_t>(std::count(result.begin(), result.end(), 'n')));
    return result;
  }

  NodeTable nodes, scoped{&nodes};
  const Node *p = nodes.iri("http://e/p"), *a = nodes.iri("http://e/a"), *b = nodes.iri("http://e/b"), *g = nodes.iri("http://e/g"),
             *h = nodes.iri("http://e/h"), *own = scoped.iri("http://e/own");
};

TEST_F(Marked, AStatementOfAnotherGraphIsNotRepeated) {
  const std::vector<std::vector<Quad>> topics = {{{a, p, b}, {a, p, b, g}}, {{a, p, b, h}}, {{a, p, b, g}, {a, p, b}}};
  EXPECT_EQ(marks(topics, own, GraphNames::Kept), "nn n rr");
}

TEST_F(Marked, WithoutNamesAStatementIsPassedOnOnceATopic) {
  const std::vector<std::vector<Quad>> topics = {
      {{a, p, b}, {b, p, a}, {a, p, b, g}, {b, p, b, g}, {b, p, b, h}, {a, p, b, h}, {a, p, a, h}},
      {{a, p, b, h}, {a, p, b, g}},
      {{b, p, p, g}}};
  EXPECT_EQ(marks(topics, own, GraphNames::Dropped), "nnnn r n");
  EXPECT_EQ(marks(topics, own, GraphNames::Kept), "nnnnnnn rr n");
}

/// A statement on the topic's own nodes is never remembered, but within the topic it is.
TEST_F(Marked, WithoutNamesATopicsOwnStatementsArePassedOnOnce) {
  const std::vector<std::vector<Quad>> topics = {{{own, p, b, g}, {own, p, a, g}, {own, p, b, h}}, {{own, p, b}}};
  EXPECT_EQ(marks(topics, own, GraphNames::Dropped), "nn n");
  EXPECT_EQ(marks(topics, own, GraphNames::Kept), "nnn n");
}

TEST(DistinctCounts, CountGraphByGraph) {
  NodeTable nodes;
  const Node *g = nodes.iri("http://e/g"), *h = nodes.iri("http://e/h"), *k = nodes.iri("http://e/k");
  DistinctCounts counts;
  for (const Node* graph : {g, h, g, static_cast<const Node*>(nullptr), g}) counts.add(graph);
  const DistinctCounts copy = counts;
  counts.add(k);
  EXPECT_EQ(copy.all(), 5u);
  EXPECT_EQ(copy.in(g), 3u);
  EXPECT_EQ(copy.in(h), 1u);
  EXPECT_EQ(copy.in(k), 0u);
  EXPECT_EQ(copy.in(nullptr), 1u);
}

TEST_F(Marked, StatementsOfRestatedGraphsAreRemembered) {
  const std::vector<std::vector<Quad>> topics = {{{own, p, b, g}, {own, p, a, h}}, {{own, p, b, h}, {own, p, a, g}, {own, p, p, h}}};
  EXPECT_EQ(marks(topics, own, GraphNames::Dropped), "nn nnn");
  EXPECT_EQ(marks(topics, own, GraphNames::Dropped, {g, h}), "nn rrn");
  EXPECT_EQ(marks(topics, own, GraphNames::Kept, {g, h}), "nn nnn");
  EXPECT_EQ(marks({{{own, p, b, g}}, {{own, p, b, g}}}, own, GraphNames::Kept, {g}), "n r");
  EXPECT_EQ(marks({{{own, p, b}}, {{own, p, b}}}, own, GraphNames::Dropped, {nullptr}), "n r");
  EXPECT_EQ(marks({{{own, p, b, g}}, {{own, p, b, h}}}, own, GraphNames::Dropped, {h}), "n n") << "both graphs must be named";
}

/// One topic with a large set behind it must not make the end of each small one slow.
TEST_F(Marked, ALargeTopicDoesNotSlowDownThoseBehindIt) {
  std::vector<std::vector<Quad>> topics(1);
  for (int i = 0; i < 500000; ++i) topics[0].push_back({own, p, scoped.iri(fmt::format("http://e/{}", i)), i == 0 ? g : h});
  topics.resize(50000, {{own, p, a, g}, {own, p, a, h}});
  const std::string result = marks(topics, own, GraphNames::Dropped);
  EXPECT_EQ(result.size(), 500000u + 2 * 49999u);
}

}  // namespace
}  // namespace musclekg::rdf_test
