// An RDF document of any syntax that is known, read for the commands.

#pragma once

#include <string>
#include <string_view>

#include "app/syntax.h"
#include "base/diagnostics.h"
#include "jsonld/document_loader.h"
#include "jsonld/json.h"
#include "rdf/read_rdf.h"

namespace musclekg {

/// The syntax of the document at `path`, which may end in ".gz": that of `name` if it is not empty, otherwise by the extension. `option`
/// is what `name` was given with; a UsageError tells what there is.
const Syntax& document_syntax(std::string_view option, std::string_view name, const std::string& path);

/// What findings call the document at `path`.
std::string document_name(const std::string& path);

/// Reads a document; "-" is standard input. JSON-LD is held in memory, and its faults are findings with the error code of the specification
/// as rule; the prefixes of its context come before its statements. What JSON-LD leaves out, because it is no RDF, is a warning. See
/// read_rdf for all other syntaxes. `loader` serves the contexts that JSON-LD names.
ReadingResult read_document(const std::string& path, const Syntax& syntax, const ReadingOptions& options, DocumentLoader& loader,
                            RdfHandler& handler, Diagnostics& diagnostics);

/// A file of JSON. What is wrong with it is reported as "loading document failed", with its place; the value is then discarded (Json's
/// is_discarded()).
Json read_json(const std::string& path, Diagnostics& diagnostics);

/// Writes a JSON document for people: indented, in UTF-8, with a line end.
void write_json(Output& output, const Json& document);

/// The loader that knows the program's own context, and each `IRI=FILE` of `loads`; an IRI that ends in '/' stands for a folder.
DocumentLoader make_loader(const std::vector<std::string>& loads, const std::string& data);

}  // namespace musclekg
