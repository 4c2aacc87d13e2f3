// A node object while it is compacted.

#pragma once

#include <string>

#include "jsonld/compaction.h"

namespace musclekg {

struct JsonldCompaction::Node {
  ContextPointer active;
  ContextPointer type_scoped;   ///< the active context before the scoped ones of its types
  const std::string* property;  ///< the active property; nullptr: none
  bool inside_reverse;
  Json result = Json::object();
};

/// Where a term's values go: into `result`, or into the object of the term it is nested in (section 6.1.2, step 12.8.2). Throws
/// JsonldError.
Json& nest_result(Json& result, const ActiveContext& active, const std::string& name);

/// Takes the value of the property that a term is indexed by from a compacted item: the key in the map (section 6.1.2, step 12.8.9.6).
std::string taken_index(const ActiveContext& active, const TermDefinition& term, Json& compacted, bool relative);

}  // namespace musclekg
