// What one dataset says and another does not.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "rdf/canonical_labels.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Lines of N-Quads without line ends, sorted, each once.
struct DatasetDifference {
  std::vector<std::string> removed;  ///< what only the first dataset says
  std::vector<std::string> added;    ///< what only the second one says
};

/// Both are empty if and only if the datasets are the same but for the labels of blank nodes, the order of statements, repetitions, and the
/// case of language tags (RDF 1.1 Concepts, 3.3). Otherwise blank nodes of the two are taken for the same by what is said of them, see
/// `match_nodes`, and a statement is told where the other dataset has not the same one of the same nodes: what is removed from the first
/// dataset and added to it makes it the second.
///
/// A blank node has one label in all lines of both lists: eight hexadecimal digits of a digest of what is said of it, or as many as tell it
/// from the other nodes in the lists.
///
/// Time is about that of sorting the statements. Throws PoisonGraph where blank nodes that are all alike are linked so that they can be
/// neither told apart nor compared by their labels. `first`, `second`: each with nodes of one NodeTable, and of its scoped table.
DatasetDifference difference(std::span<const Quad> first, std::span<const Quad> second, const CanonicalEffort& effort = {});

}  // namespace musclekg
