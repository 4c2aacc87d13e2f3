#include "map/ancestors.h"

#include <algorithm>

namespace musclekg {

Ancestors::Ancestors(std::uint32_t nodes, const std::vector<NumberedEdge>& edges) : first_(nodes + 1), component_(nodes), seen_in_(nodes) {
  targets_.reserve(edges.size());
  for (const NumberedEdge& edge : edges) {
    ++first_[edge.from + 1];
    targets_.push_back(edge.to);
  }
  for (std::uint32_t node = 0; node < nodes; ++node) first_[node + 1] += first_[node];
  find_components();
  keep_what_is_shared();
}

/// Tarjan's algorithm without recursion, whose depth would be that of the input.
void Ancestors::find_components() {
  constexpr std::uint32_t kUnseen = ~std::uint32_t{0};
  const auto nodes = static_cast<std::uint32_t>(component_.size());
  std::vector<std::uint32_t> order(nodes, kUnseen), lowest(nodes), open, next(first_.begin(), first_.end() - 1);
  std::vector<std::uint32_t> way;
  std::vector<char> is_open(nodes);
  std::uint32_t count = 0;
  members_.reserve(nodes);
  begin_.assign(1, 0);
  const auto enter = [&](std::uint32_t node) {
    order[node] = lowest[node] = count++;
    is_open[node] = 1;
    open.push_back(node);
    way.push_back(node);
  };
  for (std::uint32_t start = 0; start < nodes; ++start) {
    if (order[start] != kUnseen) continue;
    for (enter(start); !way.empty();) {
      const std::uint32_t node = way.back();
      if (next[node] < first_[node + 1]) {
        const std::uint32_t target = targets_[next[node]++];
        if (order[target] == kUnseen) {
          enter(target);
        } else if (is_open[target]) {
          lowest[node] = std::min(lowest[node], order[target]);
        }
        continue;
      }
      way.pop_back();
      if (!way.empty()) lowest[way.back()] = std::min(lowest[way.back()], lowest[node]);
      if (lowest[node] != order[node]) continue;
      const auto component = static_cast<std::uint32_t>(begin_.size() - 1);
      for (std::uint32_t member = kUnseen; member != node; open.pop_back()) {
        member = open.back();
        is_open[member] = 0;
        component_[member] = component;
        members_.push_back(member);
      }
      begin_.push_back(static_cast<std::uint32_t>(members_.size()));
    }
  }
}

/// Components are numbered behind those that their edges lead to.
void Ancestors::keep_what_is_shared() {
  const auto components = static_cast<std::uint32_t>(begin_.size() - 1);
  above_.resize(components);
  for (std::uint32_t node = 0; node < component_.size(); ++node)
    for (const std::uint32_t target : targets(node))
      if (target != node) above_[component_[target]].kept = true;
  for (std::uint32_t component = 0; component < components; ++component) {
    Above& above = above_[component];
    const auto others = members(component).size() - 1;
    above.cut = !gather(component) || others + found_.size() > kMost;
    if (above.cut) {
      above.kept = false;
      cut_ += others + 1;
    } else if (above.kept) {
      above.begin = kept_.size();
      above.size = static_cast<std::uint32_t>(found_.size());
      kept_.insert(kept_.end(), found_.begin(), found_.end());
    }
  }
}

/// Finds what lies above a component, without its own nodes. False: there is more than kMost.
bool Ancestors::gather(std::uint32_t component) {
  found_.clear();
  ++search_;
  const auto find = [this](std::uint32_t node) {
    if (seen_in_[node] == search_) return;
    seen_in_[node] = search_;
    found_.push_back(node);
  };
  for (const std::uint32_t node : members(component)) {
    for (const std::uint32_t target : targets(node)) {
      const std::uint32_t other = component_[target];
      if (other == component || seen_in_[target] == search_) continue;
      const Above& above = above_[other];
      if (above.cut) return false;
      for (const std::uint32_t member : members(other)) find(member);
      for (std::uint32_t i = 0; i < above.size; ++i) find(kept_[above.begin + i]);
      if (found_.size() > kMost) return false;
    }
  }
  return true;
}

std::span<const std::uint32_t> Ancestors::of(std::uint32_t node) {
  const std::uint32_t component = component_[node];
  const Above& above = above_[component];
  if (above.cut) {
    found_.clear();
    for (const std::uint32_t target : targets(node))
      if (target != node) found_.push_back(target);
    return found_;
  }
  if (above.kept) {
    const auto kept = kept_.begin() + static_cast<std::ptrdiff_t>(above.begin);
    found_.assign(kept, kept + above.size);
  } else {
    gather(component);
  }
  for (const std::uint32_t member : members(component))
    if (member != node) found_.push_back(member);
  std::sort(found_.begin(), found_.end());
  return found_;
}

}  // namespace musclekg
