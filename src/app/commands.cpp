#include "app/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace musclekg {

namespace {

constexpr Command kCommands[] = {
    {"annotate", "find the anatomical names in plain text", declare_annotate},
    {"ask", "ask a graph one of the named questions", declare_ask},
    {"audit", "find wrong ids in tables of names and ids, and write the tables of a graph again", declare_audit},
    {"check", "check an RDF graph against shapes, its own rules, its sources and the ontologies", declare_check},
    {"convert", "turn records of muscle facts, pages, or tables into RDF linked to ontologies", declare_convert},
    {"diff", "compare two RDF files, whatever the names of their blank nodes", declare_diff},
    {"extract", "read the facts that pages about muscles state", declare_extract},
    {"jsonld", "expand, compact, flatten or frame JSON-LD, to RDF and back", declare_jsonld},
    {"load", "load graphs into a semantic database, or write a script that does", declare_load},
    {"query", "ask RDF files, or a server, in SPARQL", declare_query},
    {"schema", "print the JSON Schema of records", declare_schema},
    {"terms", "look names and ids up in the loaded ontologies", declare_terms},
    {"transcode", "turn an RDF file into another syntax, or into JSON-LD of your shape", declare_transcode},
    {"why", "explain an edge of a graph: who says so, where, and what it follows from", declare_why},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

std::optional<std::int64_t> source_date_epoch() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr || *text == '\0') return {};
  std::int64_t seconds = 0;
  const std::string_view view(text);
  const auto [end, code] = std::from_chars(view.data(), view.data() + view.size(), seconds);
  if (code != std::errc() || end != view.data() + view.size() || seconds < 0 || seconds > 253402300799)
    throw UsageError(fmt::format("SOURCE_DATE_EPOCH must be a number of seconds; found '{}'", view));
  return seconds;
}

void print(const Diagnostics& diagnostics, bool quiet) {
  for (const Diagnostic& diagnostic : diagnostics.by_place())
    if (!quiet || diagnostic.severity == Severity::Error) fmt::print(stderr, "{}\n", format(diagnostic));
  for (const auto& [rule, number] : diagnostics.left_out()) {
    const auto is_error = [&name = rule](const Diagnostic& kept) { return kept.severity == Severity::Error && kept.rule == name; };
    if (!quiet || std::any_of(diagnostics.kept().begin(), diagnostics.kept().end(), is_error))
      fmt::print(stderr, "and {} more [{}]\n", number, rule);
  }
}

}  // namespace musclekg
