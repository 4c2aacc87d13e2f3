// Which blank nodes of two datasets are the same.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "rdf/canonical_labels.h"
#include "rdf/node_colours.h"

namespace musclekg {

struct NodeMatching {
  std::vector<std::uint32_t> partners;  ///< by blank node: the counterpart in the other dataset, or kNoPartner
  std::vector<Fingerprint> names;       ///< by blank node: what its colour stands for; counterparts have one name
};

/// Finds counterparts: first by colours; then among sets of linked nodes that colours leave open; then, where the datasets differ, by what
/// the nodes have in common. If the datasets are the same, the counterparts make them equal. `labels`: of the blank nodes, as written.
/// Throws PoisonGraph where the canonical forms that are needed take more than `effort` together.
NodeMatching match_nodes(const DatasetPair& pair, std::span<const std::string_view> labels, const CanonicalEffort& effort);

}  // namespace musclekg
