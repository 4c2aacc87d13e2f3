// Any bytes as an author's table: the first byte chooses the mapping. What is written in each syntax must be the same graph when it is read
// back, the books must balance, and the rows can be written again from the graph.

#include <algorithm>

#include "app/graph_file.h"
#include "app/knowledge.h"
#include "app/pipeline.h"
#include "audit/rebuild.h"
#include "fuzz.h"
#include "read/column_mapping.h"
#include "read/row_reader.h"

namespace {

using namespace musclekg;

const std::filesystem::path& folder() {
  static const std::filesystem::path path = [] {
    std::string name = (std::filesystem::temp_directory_path() / "musclekg-fuzz-XXXXXX").string();
    fuzz::must(::mkdtemp(name.data()) != nullptr, "a folder can be made");
    return std::filesystem::path(name);
  }();
  return path;
}

/// The rows of the file, where all of them can be cut and are UTF-8; otherwise nothing.
std::vector<std::vector<std::string>> rows_of(const std::string& path, std::uint32_t header) {
  Input input(path);
  RowReader reader(input);
  std::vector<std::vector<std::string>> rows;
  while (reader.next(rows.size() < header ? kTableSeparators : std::string_view())) {
    if (reader.fault()) return {};
    auto& cells = rows.emplace_back();
    for (const Cell& cell : reader.row().cells) cells.emplace_back(cell.text);
  }
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static fuzz::MemoryFile file;
  static Diagnostics loading;
  static Knowledge knowledge(find_data(), {}, {}, "https://w3id.org/musclekg/", loading);
  static const std::vector<ColumnMapping> mappings[] = {{read_column_mapping(find_data() + "/columns/hra.yaml", loading)},
                                                        {read_column_mapping(find_data() + "/../facts/tables/thigh.yaml", loading)}};
  fuzz::must(loading.count(Severity::Error) == 0, "the program's own data are sound");
  Diagnostics diagnostics;
  ConvertOptions options;
  options.inputs = {file.put(fuzz::view(data + 1, size - 1))};
  options.from = format_named("csv");
  options.tables_of_authors = true;
  options.columns = mappings[data[0] % 2];
  options.folder = folder().string();
  for (const char* name : {"nquads", "trig", "jsonld"}) options.to.push_back(syntax_named(name));
  options.base = "https://w3id.org/musclekg/";
  options.verify = options.graphs = true;
  options.profiles = kAllProfiles;
  options.version = "0";
  try {
    const ConvertResult result = convert(options, knowledge, knowledge.nodes, diagnostics);
    fuzz::must(result.account.balances(), "the books balance");
    const std::string graph_file = (folder() / (options.columns.front().name + ".nq")).string();
    if (std::filesystem::exists(graph_file)) {
      NodeTable nodes;
      Graph graph;
      fuzz::must(add_files({graph_file}, "g", nodes, graph, diagnostics), "the graph can be read");
      Diagnostics found;
      for (const RebuiltTable& table : rebuild_tables(graph, nodes, graph_file, found)) {
        const auto rows = rows_of(options.inputs.front(), table.header);
        if (!rows.empty()) compare_rows(table, "table", rows, found);
      }
      fuzz::must(found.kept().empty(), "the rows can be written again");
    }
  } catch (const Failure& failure) {
    const std::string_view text = failure.what();
    fuzz::must(text.find("read back") == std::string_view::npos && text.find("cannot be read") == std::string_view::npos, failure.what());
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder())) std::filesystem::remove(entry.path());
  return 0;
}
