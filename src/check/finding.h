// What a check found in a graph.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "rdf/node.h"

namespace musclekg {

/// How bad a finding is; sh:Violation, sh:Warning and sh:Info of SHACL.
enum class Level : std::uint8_t { Error, Warning, Info };

/// "ERROR", as ROBOT's reports write it.
std::string_view name_of(Level level);

/// One finding. Nodes belong to the tables of the graphs that were checked.
struct Finding {
  Level level = Level::Error;
  std::string rule;                 ///< stable id of the rule; of a shape: the last part of its IRI
  const Node* focus = nullptr;      ///< what it is about; nullptr: the graph as a whole
  const Node* path = nullptr;       ///< the predicate, or the node in the shapes graph that describes a longer path; may be nullptr
  const Node* value = nullptr;      ///< may be nullptr
  std::string message;              ///< what was found and what was expected
  const Node* shape = nullptr;      ///< of a result of SHACL: sh:sourceShape
  const Node* component = nullptr;  ///< likewise: sh:sourceConstraintComponent
  std::string file;                 ///< the record's, where the graph tells it; may be empty
  Position where;                   ///< in `file`
};

}  // namespace musclekg
