// What lies above the nodes of a directed graph: everything that a way over its edges leads to.

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace musclekg {

/// An edge between nodes that are numbers from 0.
struct NumberedEdge {
  std::uint32_t from;
  std::uint32_t to;

  friend auto operator<=>(const NumberedEdge&, const NumberedEdge&) = default;
};

/// Circles are allowed: strongly connected components (Tarjan, "Depth-first search and linear graph algorithms", 1972) are one
/// node for the search. What lies above a node that others lie below is worked out once and kept; what lies above the others only
/// when it is asked for.
class Ancestors {
 public:
  /// The most ancestors of a node that are told. It bounds time and memory: a chain of n nodes has n * n / 2 pairs. Structures of
  /// anatomy have some dozens.
  static constexpr std::size_t kMost = 250;

  /// `edges`: sorted, each once, between nodes below `nodes`.
  Ancestors(std::uint32_t nodes, const std::vector<NumberedEdge>& edges);

  /// The nodes that a way leads to from this one, without itself, sorted. Of a node with more than kMost of them only those at
  /// the end of its own edges. Valid until the next call.
  std::span<const std::uint32_t> of(std::uint32_t node);

  /// How many nodes have more ancestors than `of` tells.
  std::size_t cut() const { return cut_; }

 private:
  std::span<const std::uint32_t> targets(std::uint32_t node) const {
    return std::span(targets_).subspan(first_[node], first_[node + 1] - first_[node]);
  }
  std::span<const std::uint32_t> members(std::uint32_t component) const {
    return std::span(members_).subspan(begin_[component], begin_[component + 1] - begin_[component]);
  }
  void find_components();
  void keep_what_is_shared();
  bool gather(std::uint32_t component);

  /// What lies above a component: a part of `kept_`. Components that nothing lies below keep nothing.
  struct Above {
    std::size_t begin = 0;
    std::uint32_t size = 0;
    bool kept = false;
    bool cut = false;
  };

  std::vector<std::uint32_t> first_, targets_;  ///< by node: its edges
  std::vector<std::uint32_t> component_;        ///< by node; an edge leads to a lower number, or stays
  std::vector<std::uint32_t> members_, begin_;  ///< by component: its nodes, and where they begin
  std::vector<Above> above_;                    ///< by component
  std::vector<std::uint32_t> kept_;
  std::vector<std::uint32_t> seen_in_;  ///< by node: number of the search that met it last
  std::uint32_t search_ = 0;
  std::vector<std::uint32_t> found_;
  std::size_t cut_ = 0;
};

}  // namespace musclekg
