// The canonical form of datasets (RDFC-1.0).

#include "rdf/canonical_dataset.h"

#include "base/sha256.h"
#include "dataset_fixture.h"

namespace musclekg::dataset_test {
namespace {

Words canonical(const Words& statements, const CanonicalEffort& effort = {}) {
  Held held(statements);
  return in_short(CanonicalDataset(held.quads(), effort).lines());
}

std::string hex(const Sha256::Bytes& digest) {
  std::string text;
  append_hex(text, digest);
  return text;
}

/// A dataset by numbers from lines "s p o" of forms and "_:0", "_:1", ...
NumberedDataset numbered(std::vector<std::string_view> forms, std::uint32_t blanks, std::vector<NumberedQuad> quads) {
  NumberedDataset dataset;
  dataset.forms.insert(dataset.forms.end(), forms.begin(), forms.end());
  dataset.blanks = blanks;
  dataset.quads = std::move(quads);
  return dataset;
}

TEST(CanonicalDataset, SortsGroundStatementsAndSaysThemOnce) {
  EXPECT_EQ(canonical({}), Words{});
  EXPECT_EQ(canonical({"b p c", "a p \"x\"@en", "a p \"x\"", "b p c", "a p b g", "a p b", "a p \"x\" g", "a p \"xy\""}),
            (Words{"<a> <p> \"x\" .", "<a> <p> \"x\" <g> .", "<a> <p> \"x\"@en .", "<a> <p> \"xy\" .", "<a> <p> <b> .", "<a> <p> <b> <g> .",
                   "<b> <p> <c> ."}));
}

TEST(CanonicalDataset, SortsLinesByCodePoints) {
  // Lines are sorted as texts, whatever their terms: by the bytes of UTF-8.
  Dice dice(1);
  const std::vector<std::string> pieces = {"a", "b", "/", "-", "ä", "\xEF\xBD\xA1", "\xF0\x9F\x92\xAA"};
  const auto word = [&] {
    std::string result;
    for (std::size_t left = 1 + dice.below(3); left > 0; --left) result += pieces[dice.below(pieces.size())];
    return result;
  };
  Words statements;
  for (int i = 0; i < 500; ++i) {
    const std::string object =
        dice.below(2) == 0 ? word() : "\"" + word() + "\"" + (dice.below(3) == 0 ? "@en-" + std::string(1 + dice.below(3), 'a') : "");
    statements.push_back(word() + " p " + object + (dice.below(2) == 0 ? " " + word() : ""));
  }
  for (int i = 0; i < 120; ++i) statements.push_back("_:n" + std::to_string(i) + " p \"" + std::to_string(i) + "\"");
  Held held(statements);
  const Words lines = CanonicalDataset(held.quads()).lines();
  EXPECT_TRUE(std::is_sorted(lines.begin(), lines.end()));
  EXPECT_TRUE(std::adjacent_find(lines.begin(), lines.end()) == lines.end());
}

TEST(CanonicalDataset, EscapesWhatTheRecommendationSays) {
  Held held({});
  const Node *subject = held.node("a"), *predicate = held.node("p");
  const auto form = [&](std::string_view text) {
    held.quads() = {{subject, predicate, held.nodes().text(text)}};
    const std::string line = CanonicalDataset(held.quads()).lines().front();
    return line.substr(line.find('"'));
  };
  EXPECT_EQ(form(std::string_view("\0\x01\x07\x0B\x0E\x1F\x7F", 7)), "\"\\u0000\\u0001\\u0007\\u000B\\u000E\\u001F\\u007F\" .");
  EXPECT_EQ(form("\b\t\n\f\r\"\\'"), "\"\\b\\t\\n\\f\\r\\\"\\\\'\" .");
  EXPECT_EQ(form("\xC2\x80\xC2\x85\xE2\x80\xA8\xEF\xBF\xBD\xF0\x9F\x92\xAA"),
            "\"\xC2\x80\xC2\x85\xE2\x80\xA8\xEF\xBF\xBD\xF0\x9F\x92\xAA\" .");
  EXPECT_EQ(form("a\xEF\xBF\xBE\xEF\xBF\xBF\"b"), "\"a\\uFFFE\\uFFFF\\\"b\" .") << "no characters of XML 1.1";
  EXPECT_EQ(form("\xEF\xBF\xBF"), "\"\\uFFFF\" .");
}

TEST(CanonicalDataset, HashesAsTheExamplesOfTheRecommendation) {
  // 4.4.2 and 4.6.2, unique hashes
  const NumberedDataset unique = numbered({"<http://example.com/#p>", "<http://example.com/#q>", "<http://example.com/#r>",
                                           "<http://example.com/#s>", "<http://example.com/#t>", "<http://example.com/#u>"},
                                          2, {{1, 2, 7, 0}, {1, 3, 8, 0}, {7, 4, 6, 0}, {8, 5, 6, 0}});
  const Mentions mentions(unique);
  EXPECT_EQ(hex(hash_first_degree(unique, mentions, 0)), "21d1dd5ba21f3dee9d76c0c00c260fa6f5d5d65315099e553026f4828d0dc77a");
  EXPECT_EQ(hex(hash_first_degree(unique, mentions, 1)), "6fa0b9bdb376852b5743ff39ca4cbf7ea14d34966b2828478fbf222e7c764473");
  EXPECT_EQ(canonical_numbers(unique).of, (std::vector<std::uint32_t>{0, 1}));

  // 4.4.2, shared hashes
  const NumberedDataset shared = numbered({"<http://example.com/#p>", "<http://example.com/#q>", "<http://example.com/#r>"}, 4,
                                          {{1, 2, 4, 0}, {1, 2, 5, 0}, {4, 1, 6, 0}, {5, 1, 7, 0}, {6, 3, 7, 0}});
  EXPECT_EQ(hex(hash_first_degree(shared, Mentions(shared), 0)), "3b26142829b8887d011d779079a243bd61ab53c3990d550320a17b59ade6ba36");
  EXPECT_EQ(hex(hash_first_degree(shared, Mentions(shared), 2)), "15973d39de079913dac841ac4fa8c4781c0febfba5e83e5c6e250869587f8659");
  EXPECT_EQ(canonical_numbers(shared).of, (std::vector<std::uint32_t>{3, 2, 0, 1}));

  // 4.8.3, double circle
  const NumberedDataset circle = numbered({"<http://example.org/vocab#next>", "<http://example.org/vocab#prev>"}, 2,
                                          {{3, 1, 4, 0}, {3, 2, 4, 0}, {4, 1, 3, 0}, {4, 2, 3, 0}});
  CanonicalState state(circle);
  for (const std::uint32_t blank : {0U, 1U}) state.first_degree.push_back(hash_first_degree(circle, state.mentions, blank));
  EXPECT_EQ(hex(state.first_degree[0]), "60dc8fc7b5481014b6ea38efb05455676d1e93e19b99119ab294941dacc16b3b");
  const NDegreeHasher::Hash hash = NDegreeHasher(state, 1000).hash(0).hash;
  EXPECT_EQ(hex(hash.linked), "e332b4b59e1c4794ee72a4df0f63723326ffb6d6a5c0d0cb4d2dd8d8d5ebf5a4");
}

TEST(CanonicalDataset, LabelsAsRdfCanonizeDoes) {
  EXPECT_EQ(canonical(ring("a", 3)), (Words{"_:c14n0 <p> _:c14n1 .", "_:c14n1 <p> _:c14n2 .", "_:c14n2 <p> _:c14n0 ."}));
  EXPECT_EQ(canonical({"_:a p _:b", "_:b p _:c", "_:c q \"x\"", "_:d p _:e", "_:e p _:f", "_:f q \"y\""}),
            (Words{"_:c14n0 <q> \"x\" .", "_:c14n1 <q> \"y\" .", "_:c14n2 <p> _:c14n0 .", "_:c14n3 <p> _:c14n2 .", "_:c14n4 <p> _:c14n1 .",
                   "_:c14n5 <p> _:c14n4 ."}));
  EXPECT_EQ(
      canonical({"_:a first \"x\"", "_:a rest _:b", "_:b first \"x\"", "_:b rest _:c", "_:c first \"x\"", "_:c rest nil", "top p _:a"}),
      (Words{"<top> <p> _:c14n2 .", "_:c14n0 <first> \"x\" .", "_:c14n0 <rest> _:c14n1 .", "_:c14n1 <first> \"x\" .",
             "_:c14n1 <rest> <nil> .", "_:c14n2 <first> \"x\" .", "_:c14n2 <rest> _:c14n0 ."}));
  EXPECT_EQ(canonical({"_:a p _:b _:g", "_:b p _:a _:h", "_:g q _:h", "_:h q _:g"}),
            (Words{"_:c14n0 <q> _:c14n3 .", "_:c14n1 <p> _:c14n2 _:c14n0 .", "_:c14n2 <p> _:c14n1 _:c14n3 .", "_:c14n3 <q> _:c14n0 ."}));
  EXPECT_EQ(
      canonical({"_:a p _:b", "_:b p _:a", "_:c p _:d", "_:d p _:c", "_:a q _:c"}),
      (Words{"_:c14n0 <p> _:c14n2 .", "_:c14n1 <p> _:c14n3 .", "_:c14n1 <q> _:c14n0 .", "_:c14n2 <p> _:c14n0 .", "_:c14n3 <p> _:c14n1 ."}));
  EXPECT_EQ(canonical({"_:a p _:a", "_:b p _:b", "_:a q _:b"}),
            (Words{"_:c14n0 <p> _:c14n0 .", "_:c14n0 <q> _:c14n1 .", "_:c14n1 <p> _:c14n1 ."}));
}

TEST(CanonicalDataset, NamesLabelsOfNodes) {
  Held held({"_:x p _:y", "_:y p \"1\"", "a p b"});
  CanonicalDataset dataset(held.quads());
  EXPECT_EQ(dataset.size(), 3u);
  Words lines = {"_:" + dataset.label(held.node("_:x")) + " <p> _:" + dataset.label(held.node("_:y")) + " .",
                 "_:" + dataset.label(held.node("_:y")) + " <p> \"1\" .", "<a> <p> <b> ."};
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(in_short(dataset.lines()), lines);
}

TEST(CanonicalDataset, HasTheDigestOfItsLines) {
  Held held({"_:x p _:y", "_:y p \"1\" _:g", "a p b g"});
  const CanonicalDataset dataset(held.quads());
  std::string text;
  for (const std::string& line : dataset.lines()) text += line + "\n";
  EXPECT_EQ(dataset.sha256(), sha256_of(text));
}

TEST(CanonicalDataset, DoesNotSeeLabelsAndOrder) {
  Dice dice(2);
  for (int i = 0; i < 1500; ++i) {
    const Words statements = some_dataset(dice), expected = canonical(statements);
    for (int again = 0; again < 4; ++again) {
      const Words other = disguised(statements, dice);
      ASSERT_EQ(canonical(other), expected) << ::testing::PrintToString(statements) << "\n" << ::testing::PrintToString(other);
    }
  }
}

TEST(CanonicalDataset, IsTheSameForTheSameDatasetsOnly) {
  Dice dice(3);
  std::size_t same = 0;
  for (int i = 0; i < 1500; ++i) {
    const Words a = some_dataset(dice), b = disguised(changed(a, dice), dice);
    const bool expected = same_by_trial(a, b);
    same += expected ? 1 : 0;
    ASSERT_EQ(canonical(a) == canonical(b), expected) << ::testing::PrintToString(a) << "\n" << ::testing::PrintToString(b);
  }
  EXPECT_GT(same, 100u);
}

TEST(CanonicalDataset, TellsWhatColoursCannotTell) {
  EXPECT_NE(canonical(ring("a", 6)), canonical(ring("a", 3) + ring("b", 3)));
  const Words k33 =
      both_ways({"_:a p _:d", "_:a p _:e", "_:a p _:f", "_:b p _:d", "_:b p _:e", "_:b p _:f", "_:c p _:d", "_:c p _:e", "_:c p _:f"});
  const Words prism = both_ways(ring("a", 3) + ring("b", 3) + Words{"_:a0 p _:b0", "_:a1 p _:b1", "_:a2 p _:b2"});
  EXPECT_NE(canonical(k33), canonical(prism));
  Dice dice(4);
  for (const Words& statements : {k33, prism, both_ways(ring("a", 7)), clique("a", 6), k33 + prism, ring("a", 9) + ring("b", 9)})
    for (int i = 0; i < 10; ++i) EXPECT_EQ(canonical(disguised(statements, dice)), canonical(statements));
}

TEST(CanonicalDataset, SeesInWhichGraphNodesAreLinked) {
  // All hashes of the Recommendation are the same whichever way around the ring of <g> is followed.
  const Words turning = {"_:a p _:b g", "_:b p _:c g", "_:c p _:a g", "_:b p _:a", "_:c p _:b", "_:a p _:c"};
  Dice dice(5);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(canonical(disguised(turning, dice)), canonical(turning));
  const Words named = {"_:a p _:b _:g", "_:b p _:c _:g", "_:c p _:a _:g", "_:b p _:a _:h", "_:c p _:b _:h", "_:a p _:c _:h"};
  for (int i = 0; i < 50; ++i) EXPECT_EQ(canonical(disguised(named, dice)), canonical(named));
}

TEST(CanonicalDataset, ExchangesTwinsWithoutTryingAllOrders) {
  Words statements;
  for (const std::string hub : {"a", "b"})
    for (int leaf = 0; leaf < 300; ++leaf) statements.push_back("_:" + hub + " p _:" + hub + std::to_string(leaf));
  const Words expected = canonical(statements, {100'000, 0});
  EXPECT_EQ(expected.size(), 600u);
  Dice dice(6);
  EXPECT_EQ(canonical(disguised(statements, dice)), expected);
}

TEST(CanonicalDataset, TriesFewOrdersOfStatementsInSeveralGraphs) {
  Words statements;
  for (const std::string& link : clique("a", 5))
    for (const std::string graph : {"", " g", " h", " i"}) statements.push_back(link + graph);
  Dice dice(7);
  const Words expected = canonical(statements, {300'000, 0});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(canonical(disguised(statements, dice), {300'000, 0}), expected);
}

TEST(CanonicalDataset, GoesAsDeepAsChainsAreLong) {
  Words statements;
  for (const std::string chain : {"a", "b"})
    for (int i = 0; i < 20'000; ++i) {
      statements.push_back("_:" + chain + std::to_string(i) + " p _:" + chain + std::to_string(i + 1));
      statements.push_back("_:" + chain + std::to_string(i) + " q \"" + std::to_string(i) + "\"");
    }
  EXPECT_EQ(canonical(statements).size(), 80'000u);
}

TEST(CanonicalDataset, RefusesPoison) {
  const auto fault = [](const Words& statements) -> std::string {
    try {
      canonical(statements, {200'000, 10});
    } catch (const PoisonGraph& poison) {
      return poison.what();
    }
    return {};
  };
  EXPECT_EQ(
      fault(clique("a", 10)),
      "blank nodes cannot be given canonical labels: so many are alike and linked with each other that telling them apart takes more than "
      "200100 steps (RDFC-1.0, 7.1 Dataset Poisoning)");
  EXPECT_NE(fault(ring("a", 2000)), "");
  EXPECT_EQ(fault(clique("a", 5)), "");
}

}  // namespace
}  // namespace musclekg::dataset_test
