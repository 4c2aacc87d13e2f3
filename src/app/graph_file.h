// RDF files of any syntax into one graph in memory.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rdf/graph.h"

namespace musclekg {

/// Adds what the file `path` says to `graph`, which is indexed afterwards by the caller; its nodes are made in `nodes`. The syntax is that
/// of the extension (also before ".gz"), otherwise what Raptor takes it for; "-" is standard input. `blanks`: what the labels of blank
/// nodes get in front, so that those of two files stay two. Faults of the file are reported with their place; the graph then lacks what
/// stands behind them, and the answer is false. Throws Failure when the file cannot be read.
bool add_file(const std::string& path, std::string_view blanks, NodeTable& nodes, Graph& graph, Diagnostics& diagnostics);

/// The same for several files, which are then one dataset, and indexed.
bool add_files(const std::vector<std::string>& paths, std::string_view blanks, NodeTable& nodes, Graph& graph, Diagnostics& diagnostics);

}  // namespace musclekg
