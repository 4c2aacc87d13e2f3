// A node object while it is expanded.

#pragma once

#include <string>

#include "jsonld/expansion.h"

namespace musclekg {

struct JsonldExpansion::Node {
  ContextPointer active;
  ContextPointer type_scoped;   ///< the active context before the scoped ones of its types
  const std::string* property;  ///< the active property; nullptr: none
  std::string input_type;       ///< of what may be a JSON literal
  Json result = Json::object();
};

}  // namespace musclekg
