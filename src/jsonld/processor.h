// The operations of the JSON-LD API (JSON-LD 1.1 API, section 9.1, JsonLdProcessor; Framing, section 5.1).

#pragma once

#include <functional>

#include "jsonld/document_loader.h"
#include "jsonld/json.h"
#include "jsonld/jsonld_options.h"
#include "rdf/node.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Each throws JsonldError. Contexts that documents name come from the loader. `context`: a context, an array of them, or an object with
/// @context. fromRdf is in from_rdf.h.

/// The expanded document: an array of node objects.
Json expand(const Json& document, const JsonldOptions& options, DocumentLoader& loader);

/// The document under `context`: an object.
Json compact(const Json& document, const Json& context, const JsonldOptions& options, DocumentLoader& loader);

/// All nodes of the document beside each other, each once: an array, or with a `context` (null: none) an object under it.
Json flatten(const Json& document, const Json& context, const JsonldOptions& options, DocumentLoader& loader);

/// The nodes that match `frame`, in its shape and under its context.
Json frame(const Json& document, const Json& frame, const JsonldOptions& options, DocumentLoader& loader);

/// The statements of the document, whose nodes are made in `nodes`; see expanded_to_rdf. Returns how many were left out because they are no
/// RDF: for their IRIs, or their language tags.
std::size_t to_rdf(const Json& document, const JsonldOptions& options, DocumentLoader& loader, NodeTable& nodes,
                   const std::function<void(const Quad&)>& take);

}  // namespace musclekg
