// The validation report of SHACL.

#pragma once

#include <span>

#include "base/output.h"
#include "check/finding.h"
#include "rdf/graph.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// Writes `findings` as a sh:ValidationReport (SHACL, section 3.6) in Turtle, the results in their order. The values of sh:sourceShape and
/// the nodes of longer paths are those of `shapes`, which are copied as far as the report mentions them; their severities are looked up
/// there, so that one that is none of SHACL's own is kept. Blank nodes of the data are named data1, …, those of the shapes shape1, …,
/// in the order in which the report mentions them. IRIs are abbreviated by `prefixes`, unless it is nullptr. A finding without shape or
/// focus node, made by another check than SHACL's, is a result that has fewer properties.
void write_validation_report(Output& output, std::span<const Finding> findings, const Graph& shapes, NodeTable& nodes,
                             const Prefixes* prefixes);

}  // namespace musclekg
