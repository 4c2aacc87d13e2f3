// The canonical labels of blank nodes (RDFC-1.0, 4.4).

#pragma once

#include <cstdint>
#include <vector>

#include "rdf/canonical_hash.h"
#include "rdf/numbered_dataset.h"

namespace musclekg {

/// How long the canonicalization of a dataset may take (RDFC-1.0, 4.4.3 and 7.1), in steps of NDegreeHasher, which take about a
/// microsecond each. Blank nodes of which not all the same is said at once take none.
struct CanonicalEffort {
  std::uint64_t least = 4'000'000;   ///< for any dataset
  std::uint64_t for_each_node = 64;  ///< more, for each blank node that shares its first-degree hash with another
};

/// For each blank node the number n of its label c14n<n>. Time is that of sorting where first-degree hashes are unique; the blank nodes
/// that share them are bounded by `effort`, behind which PoisonGraph is thrown. Datasets that differ in the names and order of blank nodes
/// only get numbers that make them equal.
std::vector<std::uint32_t> canonical_numbers(const NumberedDataset& dataset, const CanonicalEffort& effort = {});

}  // namespace musclekg
