// JSON-LD files as statements.

#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "jsonld/json.h"
#include "rdf/node.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Reads the JSON-LD file `path`, which may be compressed, without base IRI and with no context but its own, and calls `take` for each
/// statement; its nodes are made in `nodes`. Throws Failure, which names the file, when it is no JSON or no JSON-LD, or leaves out what is
/// no RDF.
void read_jsonld(const std::string& path, NodeTable& nodes, const std::function<void(const Quad&)>& take);

/// The prefixes, in the order of their names, that the context of a document declares and that any syntax could use: simple terms for
/// absolute IRIs that end in '/' or '#'.
std::vector<std::pair<std::string, std::string>> context_prefixes(const Json& document);

}  // namespace musclekg
