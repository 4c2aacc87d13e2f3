// The output syntaxes, one row each.

#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/output.h"
#include "jsonld/context.h"
#include "rdf/quad_sink.h"
#include "rdf/read_rdf.h"
#include "rdf/turtle_writer.h"

namespace musclekg {

/// What writers need besides an output; lives as long as they.
struct WriterTables {
  Labels labels;
  Context context;
};

struct Syntax {
  std::string_view name;            ///< for --to
  std::string_view extensions;      ///< separated by '|', the first one is given to files
  std::string_view media_type;      ///< as IANA registers it
  std::optional<RdfSyntax> reader;  ///< nothing: it is JSON-LD
  std::string_view raptor_name;     ///< Raptor's reader of it; empty where it has none
  bool graphs;                      ///< it has named graphs; where it has none, all graphs are merged into one
  bool complete;                    ///< each topic is to describe all terms it uses, also those an earlier one described
  std::unique_ptr<QuadSink> (*make)(Output& output, const WriterTables& tables);

  std::string_view extension() const { return extensions.substr(0, extensions.find('|')); }
};

std::span<const Syntax> syntaxes();

/// The syntax of that name, or nullptr.
const Syntax* syntax_named(std::string_view name);

/// The syntax that the extension of `path` tells, or nullptr.
const Syntax* syntax_of(std::string_view path);

}  // namespace musclekg
