#include "rdf/canonical_labels.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>

namespace musclekg {

namespace {

/// The digest of what is said of a blank node, with the neighbours it is said of.
Sha256::Bytes hash_with_neighbours(const CanonicalState& state, std::uint32_t blank) {
  const std::uint32_t self = state.dataset.first_blank() + blank;
  std::vector<NumberedQuad> quads;
  for (const std::uint32_t at : state.mentions.of(blank)) {
    NumberedQuad quad = state.dataset.quads[at];
    for (std::uint32_t* term : {&quad.subject, &quad.object, &quad.graph})
      if (*term == self) *term = kNoLabel;
    quads.push_back(quad);
  }
  std::sort(quads.begin(), quads.end());
  Sha256 digest;
  digest.update({reinterpret_cast<const char*>(quads.data()), quads.size() * sizeof(NumberedQuad)});
  return digest.digest();
}

/// Blank nodes with one first-degree hash, in any order.
using Group = std::span<std::uint32_t>;

void find_twins(CanonicalState& state, Group group) {
  std::vector<std::pair<Sha256::Bytes, std::uint32_t>> hashes;
  for (const std::uint32_t blank : group) hashes.emplace_back(hash_with_neighbours(state, blank), blank);
  std::sort(hashes.begin(), hashes.end());
  for (std::size_t i = 1; i < hashes.size(); ++i)
    if (hashes[i].first == hashes[i - 1].first) state.twin[hashes[i].second] = state.twin[hashes[i - 1].second];
}

/// The algorithm of 4.4.3 from step 3 on.
class Labels {
 public:
  Labels(const NumberedDataset& dataset, const CanonicalEffort& effort) : state_(dataset), effort_(effort) {}

  CanonicalNumbers run() {
    const std::vector<Group> shared = issue_unique();
    std::size_t nodes = 0;
    for (const Group group : shared) {
      nodes += group.size();
      find_twins(state_, group);
    }
    NDegreeHasher hasher(state_, effort_.least + nodes * effort_.for_each_node);
    paths_of_.assign(state_.dataset.blanks, kNoLabel);
    for (const Group group : shared) issue_shared(group, hasher);
    return {std::move(state_.issued), hasher.steps()};
  }

 private:
  /// The best path that leads through a set of blank nodes linked with each other.
  struct Path {
    NDegreeHasher::Hash hash;
    std::vector<std::uint32_t> issued;
  };

  void issue(std::uint32_t blank) {
    if (state_.issued[blank] == kNoLabel) state_.issued[blank] = next_++;
  }

  /// Steps 3 and 4. Returns the groups without label, by hash.
  std::vector<Group> issue_unique() {
    const std::uint32_t count = state_.dataset.blanks;
    for (std::uint32_t blank = 0; blank < count; ++blank)
      state_.first_degree.push_back(hash_first_degree(state_.dataset, state_.mentions, blank));
    by_hash_.resize(count);
    std::iota(by_hash_.begin(), by_hash_.end(), 0U);
    const std::vector<Sha256::Bytes>& hashes = state_.first_degree;
    std::sort(by_hash_.begin(), by_hash_.end(), [&hashes](std::uint32_t a, std::uint32_t b) { return hashes[a] < hashes[b]; });
    std::vector<Group> shared;
    for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
      while (end < count && hashes[by_hash_[end]] == hashes[by_hash_[begin]])
        state_.rank[by_hash_[end++]] = static_cast<std::uint32_t>(begin);
      if (end - begin == 1) {
        issue(by_hash_[begin]);
      } else {
        shared.push_back(Group(by_hash_).subspan(begin, end - begin));
      }
    }
    return shared;
  }

  /// Step 5 for one hash. All paths from the blank nodes of a linked set lead through the whole set, so that the best of them issues all
  /// its labels; the others are not kept.
  void issue_shared(Group group, NDegreeHasher& hasher) {
    std::sort(group.begin(), group.end());
    std::vector<Path> paths;
    for (const std::uint32_t blank : group) {
      if (state_.issued[blank] != kNoLabel) continue;
      // What can be exchanged for a node whose path is known has the same path.
      if (state_.twin[blank] != blank && paths_of_[blank] != kNoLabel) continue;
      const NDegreeHasher::Result result = hasher.hash(blank);
      if (paths_of_[blank] == kNoLabel) {
        for (const std::uint32_t node : result.issued) paths_of_[node] = static_cast<std::uint32_t>(paths.size());
        paths.push_back({result.hash, {result.issued.begin(), result.issued.end()}});
      } else if (Path& best = paths[paths_of_[blank]]; result.hash < best.hash) {
        best = {result.hash, {result.issued.begin(), result.issued.end()}};
      }
    }
    std::sort(paths.begin(), paths.end(), [](const Path& a, const Path& b) { return a.hash < b.hash; });
    for (const Path& path : paths)
      for (const std::uint32_t blank : path.issued) issue(blank);
  }

  CanonicalState state_;
  CanonicalEffort effort_;
  std::vector<std::uint32_t> by_hash_;   ///< blank nodes
  std::vector<std::uint32_t> paths_of_;  ///< by blank node: the place of its path in the group under way, or kNoLabel
  std::uint32_t next_ = 0;
};

}  // namespace

CanonicalNumbers canonical_numbers(const NumberedDataset& dataset, const CanonicalEffort& effort) { return Labels(dataset, effort).run(); }

}  // namespace musclekg
