// A document as a flat array of node objects.

#pragma once

#include "jsonld/json.h"

namespace musclekg {

/// Flattening (JSON-LD 1.1 API, section 7.1) of an expanded document: an expanded array of node objects in the order of their identifiers;
/// named graphs stand in @graph of the node that names them. Nodes of which nothing but @id is known are left out. Throws what node_map
/// throws.
Json flatten_expanded(const Json& expanded);

}  // namespace musclekg
