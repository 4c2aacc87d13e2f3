// Files and a shell script for a database's own bulk loader.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/graph_files.h"

namespace musclekg {

struct BulkLoader {
  std::string_view name;
  bool graph_files;    ///< takes each graph as N-Triples beside a file with its name; otherwise all as N-Quads
  bool default_graph;  ///< statements can be outside of all named graphs
};

std::span<const BulkLoader> bulk_loaders();

/// The loader of that name, or nullptr.
const BulkLoader* bulk_loader(std::string_view name);

/// Writes into `folder`, which is made if it is not there: the graphs; "graphs.tsv", a line each of number of triples,
/// file and graph (empty: the default graph); and all files of the folder `template_folder`, which read that table, with "count.sh" of the
/// folder above where they take N-Quads. The script is "load.sh". Returns the names of the files. Throws Failure when a file cannot be read or written.
std::vector<std::string> write_bulk_script(const GraphFiles& files, const BulkLoader& loader, const std::string& template_folder,
                                           const std::string& folder);

}  // namespace musclekg
