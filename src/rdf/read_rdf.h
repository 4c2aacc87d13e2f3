// Reading RDF: which reader reads which syntax.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/input.h"
#include "rdf/rdf_handler.h"

namespace musclekg {

enum class RdfSyntax : std::uint8_t { NTriples, NQuads, Turtle, TriG, RdfXml };

struct ReadingOptions {
  std::string base;      ///< absolute IRI for relative ones; empty: a relative IRI is an error
  bool lenient = false;  ///< a statement with a fault is left out and counted, and its finding is a warning
};

struct ReadingResult {
  bool well_formed = true;  ///< without `lenient`: no finding; with it: reading could go on to the end
  std::size_t skipped = 0;  ///< statements that were left out for their faults
};

/// Reads `beginning`, which was read before, and the rest of `input`. All faults of the document are reported with their places, those of
/// syntax as "rdf-syntax"; the statements without fault are handed on in any case. Time is linear in the document; memory is that of the
/// longest line or Turtle statement.
ReadingResult read_rdf(Input& input, std::string_view beginning, RdfSyntax syntax, const ReadingOptions& options, RdfHandler& handler,
                       Diagnostics& diagnostics);

/// The same for all that only want the statements, with all nodes in one table. `syntax_name`: "ntriples", "nquads", "turtle", "trig",
/// "rdfxml", or "guess": then Raptor finds out. Relative IRIs are faults. Returns whether the document is well-formed.
bool read_rdf(Input& input, std::string_view beginning, std::string_view syntax_name, NodeTable& nodes, Diagnostics& diagnostics,
              const std::function<void(const Quad&)>& take);

/// The same for the file `path`, which may be compressed.
bool read_rdf(const std::string& path, std::string_view syntax_name, NodeTable& nodes, Diagnostics& diagnostics,
              const std::function<void(const Quad&)>& take);

}  // namespace musclekg
