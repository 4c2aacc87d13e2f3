#include "rdf/node_votes.h"

#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <span>
#include <utility>

namespace musclekg {

namespace {

constexpr int kMostRounds = 32;
constexpr std::size_t kMostCompared = 8;                             ///< nodes of equal claims
constexpr std::uint32_t kSelf = kNoPartner, kOpen = kNoPartner - 1;  ///< in place of the number of a term

/// A statement as one of its nodes sees it.
struct View {
  NumberedQuad quad;
  std::uint32_t node;

  friend auto operator<=>(const View&, const View&) = default;
};

/// Nodes with the same view.
using Group = std::span<const View>;

void make_set(auto& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<Group> groups_of(const std::vector<View>& views) {
  std::vector<Group> groups;
  for (std::size_t begin = 0, end = 0; begin < views.size(); begin = end) {
    while (end < views.size() && views[end].quad == views[begin].quad) ++end;
    groups.push_back(Group(views).subspan(begin, end - begin));
  }
  return groups;
}

/// The groups that each node belongs to.
class Memberships {
 public:
  Memberships(const std::vector<Group>& groups, std::uint32_t nodes) : begins_(std::size_t{nodes} + 1) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> members;
    for (std::uint32_t group = 0; group < groups.size(); ++group)
      for (const View& view : groups[group]) members.emplace_back(view.node, group);
    std::sort(members.begin(), members.end());
    for (const auto& [node, group] : members) {
      groups_.push_back(group);
      begins_[node + 1] = groups_.size();
    }
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] = std::max(begins_[i], begins_[i - 1]);
  }

  std::size_t in_common(std::uint32_t a, std::uint32_t b) const {
    std::size_t count = 0;
    for (std::size_t i = begins_[a], j = begins_[b]; i < begins_[a + 1] && j < begins_[b + 1];) {
      count += groups_[i] == groups_[j] ? 1 : 0;
      const bool first = groups_[i] <= groups_[j], second = groups_[j] <= groups_[i];
      i += first ? 1 : 0;
      j += second ? 1 : 0;
    }
    return count;
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> groups_;
};

class Votes {
 public:
  Votes(const DatasetPair& pair, const Mentions& mentions, const NodeColours& colours, std::vector<std::uint32_t>& partners)
      : pair_(pair), both_(pair.both), mentions_(mentions), colours_(colours), partners_(partners) {}

  void run() {
    bool any = true;
    for (int round = 0; round < kMostRounds && any; ++round) {
      std::vector<View> views;
      for (const NumberedQuad& quad : both_.quads) add_views(quad, views);
      make_set(views);
      const std::vector<Group> groups = groups_of(views);
      any = match_unique(groups);
      go_on(nullptr);
      if (!any) any = match_alike(groups, Memberships(groups, both_.blanks));
    }
  }

 private:
  /// Two nodes that may be the same, with how many views say so.
  struct Candidate {
    std::uint32_t first, second, votes;
  };

  bool is_open(std::uint32_t blank) const { return partners_[blank] == kNoPartner; }

  void match(std::uint32_t first, std::uint32_t second) {
    partners_[first] = second;
    partners_[second] = first;
    found_.push_back(first);
  }

  /// The statement as its nodes without counterpart see it, with the numbers that both datasets share: each without regard to the others
  /// that have none, and with their first colours.
  void add_views(const NumberedQuad& quad, std::vector<View>& views) const {
    for (const std::uint32_t self : {quad.subject, quad.object, quad.graph}) {
      if (!both_.is_blank(self) || !is_open(self - both_.first_blank())) continue;
      bool alone = true;
      const auto seen = [&](std::uint32_t term, bool coloured) {
        if (!both_.is_blank(term)) return term;
        if (term == self) return kSelf;
        const std::uint32_t blank = term - both_.first_blank();
        if (!is_open(blank)) return both_.first_blank() + std::min(blank, partners_[blank]);
        alone = false;
        return coloured ? both_.first_blank() + both_.blanks + colours_.first_colour(blank) : kOpen;
      };
      const auto add = [&](bool coloured) {
        views.push_back({{seen(quad.subject, coloured), quad.predicate, seen(quad.object, coloured), seen(quad.graph, coloured)},
                         self - both_.first_blank()});
      };
      add(false);
      if (!alone) add(true);
    }
  }

  /// Each view that one node of each dataset has, and no other, is a vote for these two. The most votes decide. Returns whether any did.
  bool match_unique(const std::vector<Group>& groups) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> votes;
    for (const Group group : groups)  // nodes of the first dataset have the lower numbers
      if (group.size() == 2 && pair_.side(group[0].node) != pair_.side(group[1].node)) votes.emplace_back(group[0].node, group[1].node);
    std::sort(votes.begin(), votes.end());
    std::vector<Candidate> candidates;
    for (const auto& [first, second] : votes) {
      if (candidates.empty() || candidates.back().first != first || candidates.back().second != second)
        candidates.push_back({first, second, 0});
      ++candidates.back().votes;
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.votes > b.votes; });
    for (const Candidate& candidate : candidates)
      if (is_open(candidate.first) && is_open(candidate.second)) match(candidate.first, candidate.second);
    return !candidates.empty();
  }

  /// Looks at the neighbours of the nodes that were found, and so on; with `memberships` at those of equal claims, too.
  void go_on(const Memberships* memberships) {
    std::vector<View> views;
    while (!found_.empty()) {
      const std::uint32_t node = found_.back();
      found_.pop_back();
      views.clear();
      for (const std::uint32_t mentioned : {node, partners_[node]})
        for (const std::uint32_t at : mentions_.of(mentioned)) add_views(both_.quads[at], views);
      make_set(views);
      const std::vector<Group> groups = groups_of(views);
      match_unique(groups);
      if (memberships == nullptr) continue;
      for (const Group group : by_size(groups)) match_group(group, *memberships, [] {});
    }
  }

  static std::vector<Group> by_size(std::vector<Group> groups) {
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.size() < b.size(); });
    return groups;
  }

  /// Takes some nodes of the groups for the same, of the smallest groups first. Returns whether there were any.
  bool match_alike(const std::vector<Group>& groups, const Memberships& memberships) {
    bool any = false;
    for (const Group group : by_size(groups))
      match_group(group, memberships, [&] {
        any = true;
        go_on(&memberships);
      });
    return any;
  }

  /// Matches nodes as long as there are some of both datasets: of the first few those that share the most views. Calls `matched` behind
  /// each two.
  void match_group(Group group, const Memberships& memberships, auto matched) {
    const auto second = std::find_if(group.begin(), group.end(), [this](const View& view) { return pair_.side(view.node) == 1; });
    std::array<std::vector<std::uint32_t>, 2> open;
    for (auto view = group.begin(); view != group.end(); ++view) open[view < second ? 0 : 1].push_back(view->node);
    for (std::vector<std::uint32_t>& nodes : open) std::reverse(nodes.begin(), nodes.end());
    while (true) {
      const std::vector<std::uint32_t> ones = take_open(open[0]), others = take_open(open[1]);
      if (ones.empty() || others.empty()) return;
      std::size_t most = 0;
      std::uint32_t best_one = ones.front(), best_other = others.front();
      for (const std::uint32_t one : ones)
        for (const std::uint32_t other : others)
          if (const std::size_t count = memberships.in_common(one, other); count > most) {
            most = count;
            best_one = one;
            best_other = other;
          }
      match(best_one, best_other);
      matched();
      for (const std::uint32_t one : ones) open[0].push_back(one);
      for (const std::uint32_t other : others) open[1].push_back(other);
    }
  }

  /// The last few of the nodes that have no counterpart; takes them out, and those that have one.
  std::vector<std::uint32_t> take_open(std::vector<std::uint32_t>& nodes) const {
    std::vector<std::uint32_t> taken;
    for (; !nodes.empty() && taken.size() < kMostCompared; nodes.pop_back())
      if (is_open(nodes.back())) taken.push_back(nodes.back());
    return taken;
  }

  const DatasetPair& pair_;
  const NumberedDataset& both_;
  const Mentions& mentions_;
  const NodeColours& colours_;
  std::vector<std::uint32_t>& partners_;
  std::vector<std::uint32_t> found_;  ///< nodes of the first dataset whose neighbours are to be looked at
};

}  // namespace

void match_by_votes(const DatasetPair& pair, const Mentions& mentions, const NodeColours& colours, std::vector<std::uint32_t>& partners) {
  Votes(pair, mentions, colours, partners).run();
}

}  // namespace musclekg
