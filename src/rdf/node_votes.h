// Blank nodes of two datasets that are most likely the same, where the datasets differ.

#pragma once

#include <cstdint>
#include <vector>

#include "rdf/node_colours.h"

namespace musclekg {

/// Finds counterparts for blank nodes without any, so that few differences are left to tell. Where a statement holds of one node of each
/// dataset and of no other, these are taken for the same, and then, along their statements, their neighbours; where several nodes have
/// equal claims, two of those that have the most in common. `partners`: by blank node, in and out. Time is about that of sorting the
/// statements, some dozen times at most.
void match_by_votes(const DatasetPair& pair, const Mentions& mentions, const NodeColours& colours, std::vector<std::uint32_t>& partners);

}  // namespace musclekg
