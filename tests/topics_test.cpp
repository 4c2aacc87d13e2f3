// Statements taken together by subject, and forgotten behind them.

#include "rdf/topics.h"

#include <fmt/format.h>

#include "rdf/read_rdf.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// What a sink gets from a document.
CollectingSink through_topics(RdfSyntax syntax, std::string_view text, std::size_t* nodes = nullptr) {
  const TemporaryFolder folder;
  Prefixes own;
  own.add("own", "http://own/", false);
  NodeTable lasting;
  CollectingSink sink;
  Topics topics(lasting, own, sink);
  Input input(folder.write("input", text));
  Diagnostics diagnostics;
  EXPECT_TRUE(read_rdf(input, {}, syntax, {}, topics, diagnostics).well_formed) << printed(diagnostics);
  if (nodes != nullptr) *nodes = topics.nodes().size();
  topics.finish();
  return sink;
}

TEST(Topics, AreTheRunsOfOneSubject) {
  const CollectingSink sink =
      through_topics(RdfSyntax::Turtle, "<a:a> <a:p> [ <a:q> 1 ], 2 . <a:a> <a:p> 3 . <a:b> <a:p> 4 . _:x <a:p> 5 . <a:a> <a:p> 6 .");
  EXPECT_EQ(sink.topics, (std::vector<std::string>{"<a:a>", "<a:b>", "_:x", "<a:a>"}));
  EXPECT_EQ(sink.lines.size(), 7u);
  EXPECT_EQ(sink.ended, 4u);
  EXPECT_TRUE(sink.finished);
}

TEST(Topics, PrefixesAreThoseOfTheDocumentOrOurOwn) {
  using Prefixed = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(through_topics(RdfSyntax::NTriples, "<a:a> <a:p> <a:b> .\n").prefixes, (Prefixed{{"own", "http://own/"}}));
  EXPECT_EQ(through_topics(RdfSyntax::NTriples, "").prefixes, (Prefixed{{"own", "http://own/"}}));
  EXPECT_EQ(
      through_topics(RdfSyntax::Turtle,
                     "@prefix ex: <http://e/> . @prefix EX: <http://f/> . @prefix ex: <http://g/> . @prefix : <http://h/> . :a :b :c . "
                     "@prefix late: <http://i/> . :a :b :c .")
          .prefixes,
      (Prefixed{{"ex", "http://e/"}}));
}

TEST(Topics, KeepFewNodesHoweverLongTheDocument) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += fmt::format("<a:s{}> <a:p> \"{}\" .\n<a:s{}> <a:q> _:b{} .\n", i, i, i, i);
  std::size_t nodes = 0;
  const CollectingSink sink = through_topics(RdfSyntax::NTriples, text, &nodes);
  EXPECT_LT(nodes, 1100u);
  ASSERT_EQ(sink.lines.size(), 40000u);
  EXPECT_EQ(sink.topics.size(), 20000u);
  EXPECT_EQ(sink.lines.back(), "<a:s19999> <a:q> _:b19999 .");
}

TEST(Topics, AreCutWhereTheyGrowTooLong) {
  std::string text;
  for (int i = 0; i < 150000; ++i) text += fmt::format("<a:s> <a:p> \"{}\" .\n", i);
  const CollectingSink sink = through_topics(RdfSyntax::NTriples, text);
  EXPECT_EQ(sink.topics, (std::vector<std::string>{"<a:s>", "<a:s>", "<a:s>"}));
  EXPECT_EQ(sink.lines.size(), 150000u);
}

}  // namespace
}  // namespace musclekg::test
