// What one dataset says and another does not.

#include "rdf/dataset_difference.h"

#include <functional>

#include "dataset_fixture.h"
#include "rdf/canonical_labels.h"

namespace musclekg::dataset_test {
namespace {

DatasetDifference compare(const Words& a, const Words& b, const CanonicalEffort& effort = {}) {
  Held first(a), second(b);
  DatasetDifference found = difference(first.quads(), second.quads(), effort);
  return {in_short(found.removed), in_short(found.added)};
}

/// The lines with labels of blank nodes by their order of appearance in both lists, "- " and "+ " before them.
Words told(const Words& a, const Words& b) {
  const DatasetDifference found = compare(a, b);
  std::map<std::string, std::string> names;
  Words lines;
  const auto tell = [&](const std::string& sign, const Words& statements) {
    for (const std::string& statement : statements)
      lines.push_back(sign + relabelled(statement, [&](const std::string& label) {
                        return names.try_emplace(label, "_:" + std::to_string(names.size() + 1)).first->second;
                      }));
  };
  tell("- ", found.removed);
  tell("+ ", found.added);
  return lines;
}

/// Lines without the brackets of IRIs and the final stop, as statements in short.
Words in_words(const Words& lines) {
  Words result;
  for (const std::string& line : lines) {
    std::string& words = result.emplace_back(line.substr(0, line.size() - 2));
    std::erase_if(words, [](char c) { return c == '<' || c == '>'; });
  }
  return result;
}

/// Whether `a` without what is removed and with what is added is `b`, for some nodes that the labels may mean.
bool makes(const Words& a, const DatasetDifference& found, const Words& b) {
  const Words removed = in_words(found.removed), added = in_words(found.added);
  const std::set<std::string> told = labels_of(removed + added), known = labels_of(a), to_remove = labels_of(removed);
  std::map<std::string, std::string> meant;
  const auto mean = [&](const std::string& label) { return meant.at(label); };
  const auto holds = [&] {
    std::set<std::string> statements(a.begin(), a.end());
    for (const std::string& statement : removed)
      if (statements.erase(relabelled(statement, mean)) == 0) return false;
    for (const std::string& statement : added)
      if (!statements.insert(relabelled(statement, mean)).second) return false;
    return same_by_trial({statements.begin(), statements.end()}, b);
  };
  const std::function<bool(std::set<std::string>::const_iterator, std::set<std::string>)> attempt =
      [&](std::set<std::string>::const_iterator label, const std::set<std::string>& free) {
        if (label == told.end()) return holds();
        const auto next = std::next(label);
        for (const std::string& node : free) {
          std::set<std::string> others = free;
          others.erase(node);
          meant[*label] = node;
          if (attempt(next, std::move(others))) return true;
        }
        meant[*label] = *label;  // a new node
        return !to_remove.contains(*label) && attempt(next, free);
      };
  return attempt(told.begin(), known);
}

/// Cells of a list with values of one letter each.
Words list_of(std::string_view values) {
  Words result = {"top p _:l0"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string cell = "_:l" + std::to_string(i);
    result.push_back(cell + " first \"" + values[i] + "\"");
    result.push_back(cell + " rest " + (i + 1 < values.size() ? "_:l" + std::to_string(i + 1) : "nil"));
  }
  return result;
}

TEST(DatasetDifference, TellsGroundStatements) {
  EXPECT_EQ(told({}, {}), Words{});
  EXPECT_EQ(told({"a p b", "a p b", "a p c"}, {"a p c", "a p b"}), Words{});
  EXPECT_EQ(told({"a p b", "a p \"x\"", "a p c g"}, {"a p b", "a p \"y\"", "a p c h"}),
            (Words{"- <a> <p> \"x\" .", "- <a> <p> <c> <g> .", "+ <a> <p> \"y\" .", "+ <a> <p> <c> <h> ."}));
  EXPECT_EQ(told({}, {"b p c", "a p b"}), (Words{"+ <a> <p> <b> .", "+ <b> <p> <c> ."}));
}

TEST(DatasetDifference, ComparesLanguageTagsWithoutCase) {
  EXPECT_EQ(told({"a p \"x\"@en-GB", "_:b p \"x\"@EN"}, {"a p \"x\"@en-gb", "_:c p \"x\"@en"}), Words{});
  EXPECT_EQ(told({"a p \"x\"@en-GB"}, {"a p \"x\"@en-US"}), (Words{"- <a> <p> \"x\"@en-GB .", "+ <a> <p> \"x\"@en-US ."}));
  EXPECT_EQ(told({"a p \"EN\"@en"}, {"a p \"en\"@en"}).size(), 2u);
}

TEST(DatasetDifference, DoesNotSeeLabels) {
  EXPECT_EQ(told({"a p _:x", "_:x p _:y", "_:y q \"z\""}, {"_:1 q \"z\"", "a p _:2", "_:2 p _:1"}), Words{});
  EXPECT_EQ(told({"_:x p _:y"}, {"_:y p _:x"}), Words{});
  EXPECT_EQ(told({"a p b _:x"}, {"a p b _:y"}), Words{});
  EXPECT_EQ(told({"a p \"_:x\""}, {"a p _:x"}).size(), 2u);
}

TEST(DatasetDifference, ComparesADatasetWithItself) {
  Held held({"_:x p _:y", "_:y p _:x", "a p _:x g"});
  const DatasetDifference found = difference(held.quads(), held.quads());
  EXPECT_TRUE(found.removed.empty() && found.added.empty());
}

TEST(DatasetDifference, ToldOfANodeIsOnlyWhatHasChanged) {
  const Words before = {"a has _:x", "_:x name \"n\"", "_:x size \"3\"", "_:x part _:y", "_:y name \"m\""};
  EXPECT_EQ(told(before, {"a has _:x", "_:x name \"n\"", "_:x size \"4\"", "_:x part _:y", "_:y name \"m\""}),
            (Words{"- _:1 <size> \"3\" .", "+ _:1 <size> \"4\" ."}));
  EXPECT_EQ(told(before, {"a has _:x", "_:x name \"n\"", "_:x size \"3\"", "_:x part _:y", "_:y name \"k\""}),
            (Words{"- _:1 <name> \"m\" .", "+ _:1 <name> \"k\" ."}));
  EXPECT_EQ(told(before, {"_:x name \"n\"", "_:x size \"3\"", "_:x part _:y", "_:y name \"m\""}), (Words{"- <a> <has> _:1 ."}));
  EXPECT_EQ(told({"_:x name \"n\"", "_:x type t", "_:y name \"m\"", "_:y type t"},
                 {"_:x name \"n\"", "_:x type t", "_:z name \"k\"", "_:z type t"}),
            (Words{"- _:1 <name> \"m\" .", "+ _:1 <name> \"k\" ."}));
}

TEST(DatasetDifference, ADifferenceInAListKeepsToItsPlace) {
  EXPECT_EQ(told(list_of("abcde"), list_of("abxde")), (Words{"- _:1 <first> \"c\" .", "+ _:1 <first> \"x\" ."}));
  EXPECT_EQ(told(list_of("aaaaaaaaa"), list_of("aaaaxaaaa")), (Words{"- _:1 <first> \"a\" .", "+ _:1 <first> \"x\" ."}));
  EXPECT_EQ(told(list_of("abcd"), list_of("abxcd")),
            (Words{"- _:1 <rest> _:2 .", "+ _:3 <first> \"x\" .", "+ _:3 <rest> _:2 .", "+ _:1 <rest> _:3 ."}));
  EXPECT_EQ(told(list_of("aaaa"), list_of("aaaaa")).size(), 4u);
  EXPECT_EQ(told(list_of("abc"), list_of("ab")).size(), 4u);
}

TEST(DatasetDifference, ALostTwinIsTold) {
  const Words one = {"a p _:b", "_:b q \"x\"", "_:b p _:c"}, more = {"a p _:d", "_:d q \"x\"", "_:d p _:e"};
  EXPECT_EQ(told(one + more, one), (Words{"- <a> <p> _:1 .", "- _:1 <p> _:2 .", "- _:1 <q> \"x\" ."}));
  EXPECT_EQ(told(one, one + more).size(), 3u);
}

TEST(DatasetDifference, TellsWhatOnlyTheCanonicalFormTells) {
  const Words kept = ring("k", 4), six = ring("a", 6), threes = ring("b", 3) + ring("c", 3);
  const DatasetDifference found = compare(six + kept, threes + kept);
  EXPECT_EQ(found.removed.size(), found.added.size());
  EXPECT_GE(found.removed.size(), 1u);
  EXPECT_LE(found.removed.size(), 6u);
  EXPECT_EQ(told(six + kept, kept + ring("z", 6)), Words{});
}

TEST(DatasetDifference, NamesOfGraphsAreNodes) {
  const Words before = {"_:a p _:b _:g", "_:b p _:a _:h", "_:g q \"1\"", "_:h q \"2\""};
  EXPECT_EQ(told(before, {"_:x p _:y _:w", "_:y p _:x _:v", "_:w q \"1\"", "_:v q \"2\""}), Words{});
  EXPECT_EQ(told(before, {"_:a p _:b _:g", "_:b p _:a", "_:g q \"1\"", "_:h q \"2\""}), (Words{"- _:1 <p> _:2 _:3 .", "+ _:1 <p> _:2 ."}));
}

TEST(DatasetDifference, LabelsAreDigestsOfWhatIsSaid) {
  const Words before = {"_:x name \"n\"", "_:x size \"3\"", "_:y name \"m\""};
  const DatasetDifference found = compare(before, {"_:u name \"n\"", "_:u size \"4\"", "_:v name \"m\""});
  ASSERT_EQ(found.removed.size(), 1u);
  ASSERT_EQ(found.added.size(), 1u);
  const std::string label = found.removed[0].substr(0, found.removed[0].find(' '));
  EXPECT_EQ(label.size(), std::string_view("_:b01234567").size());
  EXPECT_EQ(label.find_first_not_of("0123456789abcdef", 3), std::string::npos);
  EXPECT_TRUE(found.added[0].starts_with(label));
  // The same whatever else there is, and whatever the labels were.
  const DatasetDifference other =
      compare({"_:q size \"3\"", "_:q name \"n\"", "_:other p _:other"}, {"_:q size \"4\"", "_:q name \"n\"", "_:other p _:other"});
  EXPECT_EQ(other.removed, found.removed);
  EXPECT_EQ(other.added, found.added);
  // Nodes of which the same is said have different labels.
  const DatasetDifference twins = compare({"_:a p \"x\"", "_:b p \"x\"", "_:c p \"x\""}, {});
  EXPECT_EQ(std::set<std::string>(twins.removed.begin(), twins.removed.end()).size(), 3u);
}

TEST(DatasetDifference, IsEmptyForTheSameDatasetsOnly) {
  Dice dice(11);
  std::size_t same = 0;
  for (int i = 0; i < 3000; ++i) {
    const Words a = some_dataset(dice), b = disguised(dice.below(3) == 0 ? a : changed(a, dice), dice);
    const std::set<std::string> first(a.begin(), a.end()), second(b.begin(), b.end());
    const bool expected = same_by_trial(a, b);
    same += expected ? 1 : 0;
    const DatasetDifference found = compare(a, b);
    ASSERT_EQ(found.removed.empty() && found.added.empty(), expected) << ::testing::PrintToString(a) << "\n" << ::testing::PrintToString(b);
    ASSERT_EQ(first.size() - found.removed.size() + found.added.size(), second.size());
    ASSERT_TRUE(std::is_sorted(found.removed.begin(), found.removed.end()) && std::is_sorted(found.added.begin(), found.added.end()));
    const DatasetDifference back = compare(b, a);
    ASSERT_EQ(back.removed.empty() && back.added.empty(), expected);
  }
  EXPECT_GT(same, 800u);
}

TEST(DatasetDifference, RemovedAndAddedItMakesTheOther) {
  Dice dice(14);
  for (int i = 0; i < 400; ++i) {
    const Words a = some_dataset(dice);
    Words b = changed(a, dice);
    if (dice.below(2) == 0) b = changed(b, dice);
    b = disguised(b, dice);
    const DatasetDifference found = compare(a, b);
    if (found.removed.size() + found.added.size() > 8) continue;
    ASSERT_TRUE(makes(a, found, b)) << ::testing::PrintToString(a) << "\n"
                                    << ::testing::PrintToString(b) << "\n- " << ::testing::PrintToString(found.removed) << "\n+ "
                                    << ::testing::PrintToString(found.added);
  }
}

TEST(DatasetDifference, TellsFewOfLargerDatasets) {
  // Of two hundred records with blank nodes, one part of some changes.
  Dice dice(12);
  Words before;
  for (int i = 0; i < 200; ++i) {
    const std::string node = "_:n" + std::to_string(i);
    before = before + Words{"m" + std::to_string(i / 4) + " origin " + node, node + " name \"" + std::to_string(dice.below(30)) + "\"",
                            node + " side \"" + std::to_string(dice.below(2)) + "\"", node + " next _:n" + std::to_string(dice.below(200))};
  }
  Words after = before;
  for (const std::size_t at : {5u, 130u, 402u, 601u}) after[at] = after[at].substr(0, after[at].rfind(' ')) + " \"new\"";
  const DatasetDifference found = compare(before, disguised(after, dice));
  EXPECT_EQ(found.removed.size(), 4u) << ::testing::PrintToString(found.removed);
  EXPECT_EQ(found.added.size(), 4u) << ::testing::PrintToString(found.added);
}

TEST(DatasetDifference, ADifferenceBetweenTwinsKeepsToItsPlace) {
  Words chains, stars;
  for (const std::string name : {"_:a", "_:b"})
    for (int i = 0; i < 200; ++i) {
      const std::string node = name + std::to_string(i);
      chains = chains + Words{node + " next " + name + std::to_string(i + 1), node + " first \"" + std::to_string(i / 2) + "\""};
      stars.push_back(name + " leaf " + node);
    }
  Dice dice(15);
  for (const Words& before : {chains, stars}) {
    Words after = before;
    after[101] = after[101].substr(0, after[101].find(' ')) + " first \"new\"";
    EXPECT_EQ(told(before, disguised(before, dice)), Words{});
    EXPECT_EQ(told(before, disguised(after, dice)).size(), 2u);
  }
}

TEST(DatasetDifference, KnowsLongChains) {
  Words chain;
  for (int i = 0; i < 5000; ++i) chain.push_back("_:n" + std::to_string(i) + " p _:n" + std::to_string(i + 1));
  Dice dice(13);
  const Words other = disguised(chain, dice);
  EXPECT_EQ(told(chain, other), Words{});
  EXPECT_EQ(told(chain, other + Words{other[0] + " g"}).size(), 1u);
}

TEST(DatasetDifference, PoisonIsRefusedUnlessItsTextIsTheSame) {
  const Words poison = clique("a", 12) + clique("b", 12);
  EXPECT_EQ(told(poison, poison), Words{});
  EXPECT_EQ(told(poison + Words{"_:x p \"1\""}, poison + Words{"_:y p \"2\""}), (Words{"- _:1 <p> \"1\" .", "+ _:2 <p> \"2\" ."}));
  EXPECT_THROW(compare(poison, clique("x", 12) + clique("y", 12), {100'000, 0}), PoisonGraph);
}

}  // namespace
}  // namespace musclekg::dataset_test
