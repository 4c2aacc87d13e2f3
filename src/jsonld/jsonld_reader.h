// Reads our own JSON-LD back into statements, so that every file can be checked after it was written.

#pragma once

#include <functional>
#include <string>

#include "jsonld/context.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Reads a file that `jsonld_writer` wrote: graph objects, node objects, sets, lists, value objects and native numbers under a context
/// like `Context`'s, which is taken from the file. Not a JSON-LD processor: what the writer never writes is a Failure; so are nodes
/// nested a thousand deep.
void read_jsonld(const std::string& path, NodeTable& nodes, const std::function<void(const Quad&)>& take);

}  // namespace musclekg
