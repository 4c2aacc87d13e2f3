#include "extract/topic_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostNamed = 5;

Topic topic_named(std::string_view name) {
  for (unsigned i = 0; i < static_cast<unsigned>(Topic::Count); ++i)
    if (name_of(static_cast<Topic>(i)) == name) return static_cast<Topic>(i);
  return Topic::Count;
}

}  // namespace

TopicWords::TopicWords(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"word", "topic", "weight", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const Topic topic = topic_named(row.cells[1]);
    int weight = 0;
    const char* end = row.cells[2].data() + row.cells[2].size();
    const auto [at, code] = std::from_chars(row.cells[2].data(), end, weight);
    if (topic == Topic::Count) {
      diagnostics.error(table.at(row, 1), "page-table", fmt::format("there is no topic '{}'", row.cells[1]));
    } else if (code != std::errc() || at != end || weight < 1 || weight > 9) {
      diagnostics.error(table.at(row, 2), "page-table", fmt::format("'weight' is a number from 1 to 9; found '{}'", row.cells[2]));
    } else {
      words_[fold(row.cells[0])].emplace_back(topic, weight);
    }
  }
}

TopicWords::Verdict TopicWords::judge(Tokens tokens) const {
  std::array<int, static_cast<std::size_t>(Topic::Count)> weights{};
  std::vector<std::pair<std::string_view, Topic>> told;
  for (const PageToken& token : tokens) {
    if (token.word == nullptr) continue;
    auto found = words_.find(token.word->lower);
    if (found == words_.end()) found = words_.find(token.word->normal);
    if (found == words_.end()) continue;
    for (const auto& [topic, weight] : found->second) {
      const std::pair<std::string_view, Topic> one(found->first, topic);
      if (std::find(told.begin(), told.end(), one) != told.end()) continue;
      told.push_back(one);
      weights[static_cast<std::size_t>(topic)] += weight;
    }
  }
  Verdict verdict;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (weights[i] > verdict.weight) {
      verdict.topic = static_cast<Topic>(i);
      verdict.weight = weights[i];
    }
  std::size_t named = 0;
  for (const auto& [word, topic] : told)
    if (topic == verdict.topic && named++ < kMostNamed) verdict.by.append(verdict.by.empty() ? "" : ", ").append(word);
  return verdict;
}

}  // namespace musclekg
