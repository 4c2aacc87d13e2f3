// Raptor behind small owners: reading RDF in the syntaxes it knows, and writing RDF/XML.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/input.h"
#include "base/output.h"
#include "rdf/read_rdf.h"

namespace musclekg {

/// Reads `beginning`, which was read before, and the rest of `input`, as RDF in the syntax `raptor_name` ("turtle", "trig", "ntriples",
/// "nquads", "rdfxml", or "guess"), relative IRIs against `base`; without a base they are faults. What Raptor finds wrong is reported with
/// its place. Nodes without label are called "g-1", "g-2" ...; labels: see plain_label. Returns false when the text is not well-formed: the
/// statements handed on are then not all.
bool read_with_raptor(Input& input, std::string_view beginning, const char* raptor_name, const std::string& base, RdfHandler& handler,
                      Diagnostics& diagnostics);

/// The same for RDF/XML, as read_rdf says. Faults in terms cost their statement; what Raptor cannot read is an error, lenient or not, and
/// ends the reading.
ReadingResult read_rdfxml(Input& input, std::string_view beginning, const ReadingOptions& options, RdfHandler& handler,
                          Diagnostics& diagnostics);

/// RDF/XML, a description per statement, streaming.
std::unique_ptr<QuadSink> rdfxml_writer(Output& output);

}  // namespace musclekg
