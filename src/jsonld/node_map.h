// A document's node objects gathered by graph and identifier: what flattening, framing and conversion to RDF work on.

#pragma once

#include "jsonld/blank_labels.h"
#include "jsonld/json.h"

namespace musclekg {

/// Node Map Generation (JSON-LD 1.1 API, section 7.2) over an expanded document: {"@default": {id: node object, ...}, graph: {...}}, each
/// node object with @id; values that are node objects are references ({"@id": ...}) in it, and each value stands in a property once. Blank
/// nodes get the names of `labels`. A node object whose @id is null (what an identifier that looks like a keyword becomes) is left out.
/// Throws JsonldError "conflicting indexes" for a node with two different values of @index.
Json node_map(const Json& expanded, BlankLabels& labels);

/// Merge Node Maps (section 7.3): one graph {id: node object, ...} of all graphs of `graphs`, which is a result of node_map.
Json merge_node_maps(const Json& graphs);

}  // namespace musclekg
