// Rules that a linked record keeps if its facts can be true.

#pragma once

#include "base/diagnostics.h"
#include "map/linked_record.h"
#include "rdf/prefixes.h"
#include "terms/term_index.h"

namespace musclekg {

/// Reports what cannot be meant: a nerve that is what the muscle is attached to, and a fact that says of the muscle or a structure
/// that it is its own origin, nerve, synergist and so on. `strict`: as errors, otherwise as warnings. The record is mapped all the same,
/// but for edges from a thing to itself. Linear in the fields but for sorting.
void check_record(const LinkedRecord& linked, const TermIndex& terms, const Prefixes& prefixes, bool strict, Diagnostics& diagnostics);

}  // namespace musclekg
