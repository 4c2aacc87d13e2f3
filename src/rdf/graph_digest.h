// A graph as a set of fingerprints, for telling whether two graphs are the same.

#pragma once

#include <string>
#include <vector>

#include "base/hash.h"
#include "rdf/node.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Takes statements in any order, with repetitions; 16 bytes each. Statements with blank nodes are kept whole until the
/// end, where the nodes get names by what is said of them (colour refinement): graphs whose blank nodes differ only in their
/// labels are then equal. Two graphs that differ only within symmetric circles of blank nodes are taken for equal; the lists
/// that are written here have none.
class GraphDigest {
 public:
  void add(const Quad& quad);

  /// Ends the graph: sorts it and takes repetitions away.
  void finish();

  std::size_t size() const { return statements_.size(); }

  /// How many statements of this graph `other` lacks. Both are finished.
  std::size_t missing_in(const GraphDigest& other) const;

 private:
  struct BlankQuad {
    std::string subject, predicate, object;  ///< N-Triples forms

    friend auto operator<=>(const BlankQuad&, const BlankQuad&) = default;
  };

  std::vector<Fingerprint> statements_;
  std::vector<BlankQuad> blank_quads_;
  std::string scratch_;
};

}  // namespace musclekg
