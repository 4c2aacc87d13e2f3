// Sets of blank nodes that are linked with each other, and which of them are the same in two datasets.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rdf/canonical_labels.h"
#include "rdf/node_colours.h"

namespace musclekg {

/// Finds counterparts among the blank nodes without any, set by set of those that statements link. Two sets are the same where nodes with
/// the same labels have the same statements, or else where their canonical forms (RDFC-1.0) are equal; the forms are made only of sets that
/// have the same colours in both datasets. Of equal sets as many are matched as both datasets have.
/// `labels`: of the blank nodes, as written; `partners`: by blank node, in and out. Throws PoisonGraph where all canonical forms together
/// take more than `effort`.
void match_linked_nodes(const DatasetPair& pair, const NodeColours& colours, std::span<const std::string_view> labels,
                        const CanonicalEffort& effort, std::vector<std::uint32_t>& partners);

}  // namespace musclekg
