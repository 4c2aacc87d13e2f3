// A query asked of files, or of a server: what `query` and `ask` have in common.

#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/server_options.h"
#include "base/diagnostics.h"
#include "rdf/prefixes.h"
#include "sparql/query_dataset.h"

namespace musclekg {

struct GraphQueryOptions {
  std::vector<std::string> files, loads;
  std::string endpoint, format, output = "-", from, base, data;
  ServerOptions server;
  bool lenient = false, quiet = false;
};

/// Declares all but the files.
void declare_graph_query(CLI::App& app, GraphQueryOptions& options);

/// Throws UsageError for what cannot be meant: files and a server, neither, or a format that there is none of.
void check_graph_query(const GraphQueryOptions& options);

/// The folder of the program's tables.
std::string data_of(const GraphQueryOptions& options);

/// The prefixes that need no declaration.
Prefixes query_prefixes(const std::string& data, Diagnostics& diagnostics);

/// Reads all files into one dataset. Returns whether all could be read.
bool read_dataset(const GraphQueryOptions& options, QueryDataset& dataset, Diagnostics& diagnostics);

/// Parses and checks a query; `name` is what findings call it. Nothing where there is one.
std::optional<SparqlQuery> checked_query(const std::string& text, const std::string& name, const Prefixes& prefixes,
                                         Diagnostics& diagnostics);

/// Throws UsageError when the format that was asked for is none of such an answer.
void check_form(const GraphQueryOptions& options, SparqlQuery::Form form);

/// Asks `dataset`, which is filled, and writes the answer.
void answer_from(QueryDataset& dataset, const SparqlQuery& query, const GraphQueryOptions& options, const Prefixes& prefixes);

/// Adds to `dataset` the labels of the server that are these words, case aside, with the terms that have them.
void read_names_from_server(const std::string& words, const GraphQueryOptions& options, const Prefixes& prefixes, QueryDataset& dataset);

/// Asks the server and writes the answer. Throws Failure with the server's own words when it has none.
void answer_from_server(const std::string& text, const GraphQueryOptions& options, const Prefixes& prefixes);

}  // namespace musclekg
