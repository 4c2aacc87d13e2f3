// The canonical labels of blank nodes (RDFC-1.0, 4.4).

#pragma once

#include <cstdint>
#include <vector>

#include "rdf/canonical_hash.h"
#include "rdf/numbered_dataset.h"

namespace musclekg {

/// How long the canonicalization of a dataset may take (RDFC-1.0, 4.4.3 and 7.1), in steps of NDegreeHasher, some millions of which take a
/// second. Blank nodes that differ in what is said of them, neighbours left aside, take none.
struct CanonicalEffort {
  std::uint64_t least = 50'000'000;  ///< for any dataset
  std::uint64_t for_each_node = 64;  ///< more, for each blank node that shares its first-degree hash with another
};

struct CanonicalNumbers {
  std::vector<std::uint32_t> of;  ///< for each blank node the number n of its label c14n<n>
  std::uint64_t steps = 0;        ///< that were taken
};

/// Datasets that differ in the names and order of blank nodes and statements only get numbers that make them equal. Time is that of sorting
/// where first-degree hashes are unique; where they are not, it grows with the product of the blank nodes that share one and those linked
/// with them, and with the permutations of neighbours that are alike. Throws PoisonGraph where `effort` does not do.
CanonicalNumbers canonical_numbers(const NumberedDataset& dataset, const CanonicalEffort& effort = {});

}  // namespace musclekg
