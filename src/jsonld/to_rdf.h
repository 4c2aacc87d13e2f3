// A JSON-LD document as RDF statements.

#pragma once

#include <cstddef>
#include <functional>

#include "jsonld/json.h"
#include "jsonld/jsonld_options.h"
#include "rdf/node.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Deserialize JSON-LD to RDF (JSON-LD 1.1 API, section 8.1) of an expanded document: calls `take` with each statement, whose nodes are
/// made in `nodes`. The default graph comes first, then the others by name; within a graph subjects and properties in the order of their
/// names; the cells of a list behind the statement that has the list as its object. Blank nodes are "b0", "b1", ... in the order of
/// the document. Statements that are no RDF are left out, as the specification says: those with an IRI that is not well-formed (valid_iri,
/// and one '#' at most), a language tag that is not (well_formed_language), or a blank node as predicate. Returns how many.
/// Of `options` it uses produce_generalized_rdf (blank nodes as predicates are taken) and rdf_direction. Throws what node_map throws.
std::size_t expanded_to_rdf(const Json& expanded, const JsonldOptions& options, NodeTable& nodes,
                            const std::function<void(const Quad&)>& take);

}  // namespace musclekg
