// A dataset as a set of fingerprints, for telling whether two datasets are the same.

#pragma once

#include <string>
#include <vector>

#include "base/hash.h"
#include "rdf/node.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Takes statements in any order, with repetitions; 16 bytes each. A statement in another graph is another statement. Statements with blank
/// nodes are kept whole until the end, where the nodes get names by what is said of them (colour refinement): graphs whose blank nodes
/// differ only in their labels are then equal. Two graphs that differ only within symmetric circles of blank nodes are taken for equal; the
/// lists that are written here have none.
class GraphDigest {
 public:
  void add(const Quad& quad);

  /// Ends the dataset: sorts it and takes repetitions away.
  void finish();

  std::size_t size() const { return statements_.size(); }

  /// How many statements of this dataset `other` lacks. Both are finished.
  std::size_t missing_in(const GraphDigest& other) const;

 private:
  struct BlankQuad {
    std::string subject, predicate, object, graph;  ///< N-Triples forms; `graph` is empty in the default graph

    friend auto operator<=>(const BlankQuad&, const BlankQuad&) = default;
  };

  std::vector<Fingerprint> statements_;
  std::vector<BlankQuad> blank_quads_;
  std::string scratch_;
};

}  // namespace musclekg
