// RDF statements as an expanded JSON-LD document.

#pragma once

#include <span>

#include "jsonld/json.h"
#include "jsonld/jsonld_options.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Serialize RDF as JSON-LD (JSON-LD 1.1 API, section 8.4): an expanded, flat array of node objects in the order of their identifiers;
/// named graphs stand in @graph of the node that names them. Blank nodes keep their labels ("_:" before them). Values of a property are in
/// the order of the quads, each once. Well-formed lists become @list; stricter than the specification, only where nothing is lost: not
/// where a cell is spoken of in another graph, names a graph or is a type, where lists hold each other in a circle, or nest deeper than
/// RdfGraphNodes::kDeepestList.
/// Of `options` it uses use_native_types (numbers that JSON has), use_rdf_type, rdf_direction and processing_mode_10 (no rdf:JSON, no list
/// in a list). Throws JsonldError "invalid JSON literal" for an rdf:JSON literal that parse_json refuses, and "invalid language-tagged
/// string" or "invalid base direction" for faults of texts with a direction. Linear.
Json from_rdf(std::span<const Quad> quads, const JsonldOptions& options);

}  // namespace musclekg
