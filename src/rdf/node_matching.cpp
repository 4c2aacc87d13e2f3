#include "rdf/node_matching.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <utility>

#include "rdf/linked_nodes.h"

namespace musclekg {

namespace {

constexpr int kMostRounds = 64;
constexpr std::uint32_t kSelf = kNoPartner, kOpen = kNoPartner - 1;  ///< in place of the number of a term

/// A statement as one of its nodes sees it.
struct View {
  NumberedQuad quad;
  std::uint32_t node;

  friend auto operator<=>(const View&, const View&) = default;
};

/// Two nodes that may be the same.
struct Vote {
  std::uint32_t first, second;

  friend auto operator<=>(const Vote&, const Vote&) = default;
};

/// What is said of the nodes without counterpart, with the numbers that both datasets share.
std::vector<View> views_of(const DatasetPair& pair, const std::vector<std::uint32_t>& partners) {
  const NumberedDataset& both = pair.both;
  std::vector<View> views;
  for (const NumberedQuad& quad : both.quads) {
    for (const std::uint32_t self : {quad.subject, quad.object, quad.graph}) {
      if (!both.is_blank(self) || partners[self - both.first_blank()] != kNoPartner) continue;
      const auto seen = [&](std::uint32_t term) {
        if (!both.is_blank(term)) return term;
        const std::uint32_t blank = term - both.first_blank();
        if (term == self) return kSelf;
        return partners[blank] == kNoPartner ? kOpen : both.first_blank() + std::min(blank, partners[blank]);
      };
      views.push_back({{seen(quad.subject), quad.predicate, seen(quad.object), seen(quad.graph)}, self - both.first_blank()});
    }
  }
  std::sort(views.begin(), views.end());
  views.erase(std::unique(views.begin(), views.end()), views.end());
  return views;
}

/// Each view that one node of each dataset has, and no other, is a vote for these two.
std::vector<Vote> votes_of(const DatasetPair& pair, const std::vector<View>& views) {
  std::vector<Vote> votes;
  for (std::size_t begin = 0, end = 0; begin < views.size(); begin = end) {
    while (end < views.size() && views[end].quad == views[begin].quad) ++end;
    if (end - begin == 2 && pair.side(views[begin].node) != pair.side(views[begin + 1].node))
      votes.push_back({views[begin].node, views[begin + 1].node});  // nodes of the first dataset have the lower numbers
  }
  std::sort(votes.begin(), votes.end());
  return votes;
}

/// Matches nodes that have the most votes for each other. Returns whether there were any.
bool match_by_votes(const DatasetPair& pair, std::vector<std::uint32_t>& partners) {
  struct Best {
    std::size_t votes = 0;
    std::uint32_t node = kNoPartner;
  };
  const std::vector<Vote> votes = votes_of(pair, views_of(pair, partners));
  std::vector<Best> best(pair.both.blanks);
  for (std::size_t begin = 0, end = 0; begin < votes.size(); begin = end) {
    while (end < votes.size() && votes[end] == votes[begin]) ++end;
    const auto [first, second] = votes[begin];
    if (end - begin > best[first].votes) best[first] = {end - begin, second};
    if (end - begin > best[second].votes) best[second] = {end - begin, first};
  }
  bool any = false;
  for (std::uint32_t node = 0; node < pair.blanks_of_first; ++node) {
    const std::uint32_t other = best[node].node;
    if (other == kNoPartner || best[other].node != node) continue;
    partners[node] = other;
    partners[other] = node;
    any = true;
  }
  return any;
}

}  // namespace

NodeMatching match_nodes(const DatasetPair& pair, std::span<const std::string_view> labels) {
  const NodeColours colours(pair, Mentions(pair.both));
  NodeMatching result;
  for (std::uint32_t blank = 0; blank < pair.both.blanks; ++blank) result.partners.push_back(colours.partner(blank));
  match_linked_nodes(pair, colours, labels, result.partners);
  for (int round = 0; round < kMostRounds && match_by_votes(pair, result.partners); ++round) {
  }
  for (std::uint32_t blank = 0; blank < pair.both.blanks; ++blank)
    result.names.push_back(colours.name(std::min(blank, result.partners[blank])));  // kNoPartner is the greatest
  return result;
}

}  // namespace musclekg
