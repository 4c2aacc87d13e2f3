// N-Triples and N-Quads, streaming: one statement a line, nothing held back.

#pragma once

#include <memory>

#include "base/output.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Canonical N-Triples (RDF 1.1 N-Triples, section 4); graph names are left out. Statements that an earlier topic made,
/// too, are not written again.
std::unique_ptr<QuadSink> ntriples_writer(Output& output);

/// N-Quads with the same canonical terms; a statement in the default graph has three.
std::unique_ptr<QuadSink> nquads_writer(Output& output);

}  // namespace musclekg
