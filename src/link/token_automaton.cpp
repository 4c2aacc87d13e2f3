#include "link/token_automaton.h"

#include <algorithm>
#include <utility>

namespace musclekg {

TokenAutomaton::Name TokenAutomaton::add(std::span<const Word> words) {
  State state = 0;
  for (const Word word : words) {
    const auto fresh = static_cast<State>(nodes_.size());
    state = growing_.emplace(std::uint64_t{state} << 32 | word, fresh).first->second;
    if (state == fresh) nodes_.emplace_back();
  }
  Name& name = nodes_[state].name;
  if (name == 0) {
    name = static_cast<Name>(sizes_.size());
    sizes_.push_back(static_cast<std::uint32_t>(words.size()));
  }
  return name;
}

void TokenAutomaton::finish() {
  struct Grown {
    State from;
    Word word;
    State to;
  };
  std::vector<Grown> grown;
  grown.reserve(growing_.size());
  for (const auto& [edge, to] : growing_) grown.push_back({static_cast<State>(edge >> 32), static_cast<Word>(edge), to});
  growing_ = {};
  std::sort(grown.begin(), grown.end(),
            [](const Grown& a, const Grown& b) { return std::pair(a.from, a.word) < std::pair(b.from, b.word); });
  for (const Grown& edge : grown) first_.resize(std::max<std::size_t>(first_.size(), edge.word + 1));
  // States get new numbers, breadth first: those that are met most stand together, and a failure has a smaller number than its state.
  std::vector<Node> nodes(1);
  std::vector<State> old = {0};
  nodes.reserve(nodes_.size() + 1);
  edges_.reserve(grown.size());
  for (State state = 0; state < nodes.size(); ++state) {
    auto edge = std::lower_bound(grown.begin(), grown.end(), old[state], [](const Grown& one, State from) { return one.from < from; });
    nodes[state].first_edge = static_cast<std::uint32_t>(edges_.size());
    for (; edge != grown.end() && edge->from == old[state]; ++edge) {
      const auto to = static_cast<State>(nodes.size());
      nodes.push_back({.name = nodes_[edge->to].name});
      old.push_back(edge->to);
      if (state == 0) {
        first_[edge->word] = to;
      } else {
        edges_.push_back({edge->word, to});
      }
    }
  }
  nodes.push_back({.first_edge = static_cast<std::uint32_t>(edges_.size())});
  nodes_ = std::move(nodes);
  for (State state = 1; state + 1 < nodes_.size(); ++state) {
    Node& node = nodes_[state];
    node.ending = node.name != 0 ? state : nodes_[node.failure].ending;
    for (std::uint32_t i = node.first_edge; i < nodes_[state + 1].first_edge; ++i)
      nodes_[edges_[i].to].failure = next(node.failure, edges_[i].word);
  }
}

TokenAutomaton::State TokenAutomaton::child(State state, Word word) const {
  const auto begin = edges_.begin() + nodes_[state].first_edge, end = edges_.begin() + nodes_[state + 1].first_edge;
  const auto found = std::lower_bound(begin, end, word, [](const Edge& edge, Word wanted) { return edge.word < wanted; });
  return found != end && found->word == word ? found->to : 0;
}

}  // namespace musclekg
