// The OBO flat file format: https://owlcollab.github.io/oboformat/doc/GO.format.obo-1_4.html

#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "rdf/prefixes.h"
#include "terms/ontology.h"

namespace musclekg {

/// Whether the beginning of a file looks like OBO: its first line that is neither empty nor a comment is a header clause of
/// OBO or a stanza.
bool looks_like_obo(std::string_view beginning);

/// Reads `text`, the contents of the file `path`. Clauses that are not well-formed are reported [obo-syntax] with line and
/// column and passed over; what stands beside them is kept. Bytes that are not UTF-8 are reported with line and column, too.
/// Linear in the text; the result owns its strings.
Ontology read_obo(const std::string& path, std::string_view text, const Prefixes& prefixes, Diagnostics& diagnostics);

}  // namespace musclekg
