// When two graphs are the same.

#include "rdf/graph_digest.h"

#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

bool same(const std::vector<Statement>& a, const std::vector<Statement>& b) {
  const GraphDigest first = digest_of({{term("ex:a"), a}}), second = digest_of({{term("ex:a"), b}});
  const bool equal = first.missing_in(second) == 0 && second.missing_in(first) == 0;
  EXPECT_TRUE(!equal || first.size() == second.size());
  return equal;
}

std::vector<Statement> renamed(std::vector<Statement> statements, std::string_view suffix) {
  for (Statement& statement : statements)
    for (Term* part : {&statement.subject, &statement.object})
      if (part->kind == Node::Kind::Blank) part->value += suffix;
  return statements;
}

TEST(GraphDigest, DoesNotSeeOrderAndRepetition) {
  const std::vector<Statement> graph = {say("ex:a", "ex:p", "ex:b"), say("ex:a", "ex:p", text("x")), say("ex:a", "ex:p", "_:b"),
                                        say("_:b", "ex:p", text("y"))};
  std::vector<Statement> turned(graph.rbegin(), graph.rend());
  EXPECT_TRUE(same(graph, turned));
  EXPECT_TRUE(same(graph, graph + turned));
  EXPECT_EQ(digest_of({{term("ex:a"), graph + turned}}).size(), 4u);
  EXPECT_EQ(digest_of({}).size(), 0u);
  EXPECT_TRUE(same({}, {}));
}

TEST(GraphDigest, CountsWhatIsMissing) {
  const std::vector<Statement> graph = {say("ex:a", "ex:p", "ex:b"), say("ex:a", "ex:p", "ex:c"), say("ex:a", "ex:p", "ex:d")};
  const GraphDigest all = digest_of(topic(graph)), one = digest_of(topic({graph[0]})),
                    other = digest_of(topic({say("ex:x", "ex:p", "ex:b")}));
  EXPECT_EQ(all.missing_in(one), 2u);
  EXPECT_EQ(one.missing_in(all), 0u);
  EXPECT_EQ(all.missing_in(other), 3u);
  EXPECT_EQ(other.missing_in(all), 1u);
}

TEST(GraphDigest, DoesNotSeeTheLabelsOfBlankNodes) {
  const std::vector<Statement> graph = {say("ex:a", "ex:p", "_:x"), say("_:x", "ex:p", "_:y"), say("_:y", "ex:q", text("z")),
                                        say("ex:a", "ex:q", "_:y")};
  EXPECT_TRUE(same(graph, renamed(graph, "2")));
  EXPECT_TRUE(same({say("_:a", "ex:p", "_:b"), say("_:b", "ex:q", text("x"))}, {say("_:b", "ex:p", "_:a"), say("_:a", "ex:q", text("x"))}));
}

TEST(GraphDigest, SeesEveryPartOfAStatement) {
  const std::vector<Statement> base = {say("ex:a", "ex:p", text("x", "en")), say("ex:a", "ex:p", "_:b"), say("_:b", "ex:q", text("y"))};
  std::vector<std::vector<Statement>> others = {
      {base[1], base[2]},
      {base[0], base[2]},
      {base[0], base[1]},
      {say("ex:b", "ex:p", text("x", "en")), base[1], base[2]},
      {say("ex:a", "ex:q", text("x", "en")), base[1], base[2]},
      {say("ex:a", "ex:p", text("x", "de")), base[1], base[2]},
      {say("ex:a", "ex:p", text("x")), base[1], base[2]},
      {say("ex:a", "ex:p", text("X", "en")), base[1], base[2]},
      {say("ex:a", "ex:p", literal("x", "ex:en")), base[1], base[2]},
      {say("ex:a", "ex:p", "ex:x"), base[1], base[2]},
      {base[0], say("ex:a", "ex:q", "_:b"), base[2]},
      {base[0], say("ex:c", "ex:p", "_:b"), base[2]},
      {base[0], base[1], say("_:b", "ex:q", text("z"))},
      {base[0], base[1], say("_:b", "ex:q", text("y", "en"))},
      {base[0], base[1], say("_:c", "ex:q", text("y"))},
      {base[0], say("_:b", "ex:p", "ex:a"), base[2]},
  };
  for (std::size_t i = 0; i < others.size(); ++i) EXPECT_FALSE(same(base, others[i])) << i;
}

TEST(GraphDigest, TakesNoTermForAnother) {
  EXPECT_FALSE(same({say("ex:a", "ex:p", text("_:b"))}, {say("ex:a", "ex:p", "_:b")}));
  EXPECT_FALSE(same({say("ex:a", "ex:p", text("<http://example.org/b>"))}, {say("ex:a", "ex:p", "ex:b")}));
  EXPECT_FALSE(same({say("ex:a", "ex:p", text("x@en"))}, {say("ex:a", "ex:p", text("x", "en"))}));
  EXPECT_FALSE(same({say("ex:a", "ex:pq", "ex:b")}, {say("ex:a", "ex:p", "ex:qb")}));
}

TEST(GraphDigest, ComparesLanguageTagsWithoutCase) {
  EXPECT_TRUE(same({say("ex:a", "ex:p", text("x", "en-GB"))}, {say("ex:a", "ex:p", text("x", "en-gb"))}));
  EXPECT_TRUE(same({say("_:a", "ex:p", text("x", "en-GB"))}, {say("_:a", "ex:p", text("x", "EN-gb"))}));
  EXPECT_FALSE(same({say("ex:a", "ex:p", text("EN", "en"))}, {say("ex:a", "ex:p", text("en", "en"))}));
}

TEST(GraphDigest, SeesTheOrderOfAList) {
  const auto list = [](const std::vector<Term>& items) { return std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", items); };
  const std::vector<Statement> abc = list({text("a"), text("b"), text("c")});
  EXPECT_TRUE(same(abc, renamed(abc, "x")));
  EXPECT_FALSE(same(abc, list({text("a"), text("c"), text("b")})));
  EXPECT_FALSE(same(abc, list({text("c"), text("b"), text("a")})));
  EXPECT_FALSE(same(abc, list({text("a"), text("b")})));
  EXPECT_FALSE(same(abc, list({text("a"), text("b"), text("c"), text("c")})));
  EXPECT_FALSE(same(list({text("a"), text("a")}), list({text("a"), text("a"), text("a")})));
}

TEST(GraphDigest, SeesTheOrderOfALongList) {
  std::vector<Term> items(300, text("same"));
  const std::vector<Statement> equal = std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", items);
  EXPECT_TRUE(same(equal, renamed(equal, "x")));
  std::vector<Term> swapped = items;
  items[149] = text("other"), swapped[150] = text("other");
  EXPECT_FALSE(same(std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", items),
                    std::vector{say("ex:a", "ex:p", "_:l0")} + list_of("l", swapped)));
}

TEST(GraphDigest, KeepsTwinsApart) {
  const std::vector<Statement> one = {say("ex:a", "ex:p", "_:b"), say("_:b", "ex:q", text("x"))};
  const std::vector<Statement> two = one + std::vector{say("ex:a", "ex:p", "_:c"), say("_:c", "ex:q", text("x"))};
  EXPECT_TRUE(same(two, renamed(two, "1")));
  // Two blank nodes of which the same is said are one graph with one such node less only for a reader that reasons.
  EXPECT_FALSE(same(one, two)) << "a blank node was lost";
}

TEST(GraphDigest, KnowsCircles) {
  const std::vector<Statement> circle = {say("_:a", "ex:p", "_:b"), say("_:b", "ex:p", "_:c"), say("_:c", "ex:p", "_:a")};
  EXPECT_TRUE(same(circle, renamed(circle, "x")));
  EXPECT_FALSE(same(circle, {circle[0], circle[1], say("_:a", "ex:p", "_:c")}));
  const std::vector<Statement> marked = circle + std::vector{say("_:b", "ex:q", text("here"))};
  EXPECT_TRUE(same(marked, circle + std::vector{say("_:c", "ex:q", text("here"))})) << "the same circle, entered elsewhere";
  EXPECT_FALSE(same(marked, circle));
  EXPECT_FALSE(same(marked + std::vector{say("_:a", "ex:q", text("there"))}, marked + std::vector{say("_:c", "ex:q", text("there"))}));
}

TEST(GraphDigest, AStatementInAnotherGraphIsAnotherOne) {
  const std::vector<Statement> ground = {say("ex:a", "ex:p", text("x", "en-GB")), say("ex:a", "ex:p", "ex:b")};
  const std::vector<Statement> blank = {say("ex:a", "ex:p", "_:b"), say("_:b", "ex:q", text("y"))};
  for (const std::vector<Statement>& graph : {ground, blank}) {
    EXPECT_TRUE(same(in("ex:g", graph), in("ex:g", graph)));
    EXPECT_FALSE(same(graph, in("ex:g", graph)));
    EXPECT_FALSE(same(in("ex:g", graph), in("ex:h", graph)));
    EXPECT_FALSE(same(in("ex:g", {graph[0]}) + std::vector{graph[1]}, std::vector{graph[0]} + in("ex:g", {graph[1]})));
    EXPECT_FALSE(same(graph, graph + in("ex:g", {graph[0]})));
    EXPECT_EQ(digest_of(topic(graph + in("ex:g", graph))).size(), 4u);
    EXPECT_EQ(digest_of(topic(graph + in("ex:g", graph)), false).size(), 2u);
  }
  EXPECT_TRUE(same(in("ex:g", {say("ex:a", "ex:p", text("x", "EN"))}), in("ex:g", {say("ex:a", "ex:p", text("x", "en"))})));
  EXPECT_FALSE(same({say("ex:a", "ex:p", text("x<http://example.org/g>"))}, in("ex:g", {say("ex:a", "ex:p", text("x"))})));
}

TEST(GraphDigest, ABlankNodeIsOneInAllGraphs) {
  const std::vector<Statement> one = in("ex:g", {say("ex:a", "ex:p", "_:b")}) + in("ex:h", {say("_:b", "ex:q", text("x"))});
  EXPECT_TRUE(same(one, renamed(one, "1")));
  EXPECT_FALSE(same(one, in("ex:g", {say("ex:a", "ex:p", "_:b")}) + in("ex:h", {say("_:c", "ex:q", text("x"))})));
}

TEST(GraphDigest, ABlankNodeMayNameAGraph) {
  NodeTable nodes;
  const Node *p = nodes.iri("http://e/p"), *x = nodes.text("x"), *y = nodes.text("y");
  const auto digest = [&](std::vector<Quad> quads) {
    GraphDigest result;
    for (const Quad& quad : quads) result.add(quad);
    result.finish();
    return result;
  };
  const GraphDigest one = digest({{p, p, x, nodes.blank("g")}, {p, p, y, nodes.blank("h")}});
  EXPECT_EQ(one.missing_in(digest({{p, p, x, nodes.blank("h")}, {p, p, y, nodes.blank("g")}})), 0u);
  EXPECT_EQ(one.missing_in(digest({{p, p, x, nodes.blank("g")}, {p, p, y, nodes.blank("g")}})), 2u);
}

TEST(GraphDigest, NeedsNoSquareOfTime) {
  std::vector<Statement> graph;
  for (int i = 0; i < 3000; ++i) {
    const std::vector<Statement> list = std::vector{say(fmt::format("ex:n{}", i), "ex:p", fmt::format("_:l{}x0", i))} +
                                        list_of(fmt::format("l{}x", i), {text("a"), text("b"), text(fmt::format("{}", i))});
    graph.insert(graph.end(), list.begin(), list.end());
  }
  EXPECT_TRUE(same(graph, renamed(graph, "y")));
}

}  // namespace
}  // namespace musclekg::rdf_test
