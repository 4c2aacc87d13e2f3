// The answer of a server, read back.

#pragma once

#include <string_view>

#include "rdf/node.h"
#include "sparql/run_query.h"

namespace musclekg {

/// Media types to ask servers for: of SELECT and ASK, and of CONSTRUCT and DESCRIBE.
inline constexpr std::string_view kAnswerType = "application/sparql-results+json";
inline constexpr std::string_view kTriplesType = "application/n-triples, text/turtle;q=0.8";

/// Reads SPARQL 1.1 Query Results JSON Format. Nodes are made in `nodes`. Throws Failure that says what is no such answer in it.
QueryAnswer read_answer(std::string_view json, NodeTable& nodes);

}  // namespace musclekg
