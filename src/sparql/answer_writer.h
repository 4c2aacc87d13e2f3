// The formats of answers: those of the W3C, and a table for people.

#pragma once

#include <span>
#include <string_view>

#include "base/output.h"
#include "rdf/prefixes.h"
#include "sparql/run_query.h"

namespace musclekg {

/// A format of the answers of SELECT and ASK.
struct AnswerFormat {
  std::string_view name;  ///< for --format
  void (*write)(const QueryAnswer& answer, const Prefixes& prefixes, Output& output);
};

/// table: columns side by side, ids and prefixed names for IRIs, texts without their language.
/// csv, tsv: SPARQL 1.1 Query Results CSV and TSV Formats; of ASK one line, "true" or "false", which they do not define.
/// json, xml: SPARQL 1.1 Query Results JSON Format; SPARQL Query Results XML Format. A control character that XML cannot have becomes
/// U+FFFD.
std::span<const AnswerFormat> answer_formats();

/// The format of that name, or nullptr.
const AnswerFormat* answer_format(std::string_view name);

}  // namespace musclekg
