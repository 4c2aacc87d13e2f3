// What one dataset says and another does not, whatever their blank nodes are called.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "rdf/quad_sink.h"

namespace musclekg {

/// Statements as N-Quads without line ends, sorted. A blank node has the same name in both where it is taken for the same.
struct DatasetDifference {
  std::vector<std::string> removed;  ///< that only the first dataset has
  std::vector<std::string> added;    ///< that only the second one has
};

/// Compares two datasets, each with the nodes of one table. Nothing is told if and only if they are isomorphic (RDFC-1.0 decides, and may
/// throw PoisonGraph). Where they are not, blank nodes are matched by what is said of them, and then by how much they have in common: few
/// statements are told where few differ, though not always the fewest.
DatasetDifference difference(std::span<const Quad> first, std::span<const Quad> second);

}  // namespace musclekg
