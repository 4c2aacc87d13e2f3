// Raptor behind small owners: reading RDF in the syntaxes it knows, and writing RDF/XML.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/input.h"
#include "base/output.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Reads `beginning`, which was read before, and the rest of `input`, as RDF in the syntax `raptor_name` ("turtle", "trig", "ntriples",
/// "nquads", "rdfxml", or "guess") and calls `take` for each statement, with its graph; its nodes are made in `nodes`. What Raptor finds
/// wrong is reported with its place. Returns false when the text is not well-formed: the statements taken are then not all.
bool read_rdf(Input& input, std::string_view beginning, const char* raptor_name, NodeTable& nodes, Diagnostics& diagnostics,
              const std::function<void(const Quad&)>& take);

/// The same for the file `path`, which may be compressed.
bool read_rdf(const std::string& path, const char* raptor_name, NodeTable& nodes, Diagnostics& diagnostics,
              const std::function<void(const Quad&)>& take);

/// RDF/XML, a description per statement, streaming.
std::unique_ptr<QuadSink> rdfxml_writer(Output& output);

}  // namespace musclekg
