// An edge of the direct graph, and what it was made of.

#pragma once

#include <cstdint>

#include "rdf/node.h"

namespace musclekg {

struct Edge {
  const Node* subject;
  const Node* predicate;
  const Node* object;
  std::uint32_t field;     ///< of the record, that says it
  const Node* kind;        ///< what kind of fact it is (mkg:kind)
  const Node* rule;        ///< the rule it follows by; nullptr: the source says it
  bool of_whole = false;   ///< said of the nearest material structure of a line
  bool of_anchor = false;  ///< the ontology itself has the edge
  bool of_muscle = false;  ///< its subject is the record's muscle
};

}  // namespace musclekg
