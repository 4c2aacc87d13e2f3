// Validation by SHACL Core (W3C Recommendation of 2017-07-20).

#pragma once

#include <functional>

#include "check/finding.h"
#include "check/shapes.h"
#include "rdf/graph.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// Validates `data` against the shapes (section 3.4) and calls `take` for each result, by the N-Triples form of the focus node, then by
/// shape, path, component and value: in the same order for the same files. Named graphs of the data are taken as one.
///
/// `data` and the shapes' graph have their nodes in one NodeTable, or those of the shapes are in the parent of the table of the data; a
/// shape that has no IRI is named by the nearest one around it that has. A result that is come by on two ways (a property shape that two
/// others share, and a node that both reach) is one: so no data makes the work grow faster than the data times the shapes, but what
/// the paths of the shapes reach. Messages name nodes by `prefixes`, unless it is nullptr.
void validate(const Shapes& shapes, const Graph& data, const Prefixes* prefixes, const std::function<void(Finding&&)>& take);

}  // namespace musclekg
