#include "store/bulk_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/diagnostics.h"
#include "base/input.h"
#include "base/output.h"

namespace musclekg {

namespace {

constexpr BulkLoader kLoaders[] = {
    {"blazegraph", false, true}, {"fuseki", false, true}, {"graphdb", false, true},
    {"oxigraph", false, true},   {"qlever", false, true}, {"virtuoso", true, false},
};

constexpr const char* kAllGraphs = "data.nq";

/// Copies N-Triples; with `graph`, its N-Triples form, as N-Quads.
void copy_lines(const std::string& from, const std::string& graph, Output& to) {
  Input input(from);
  std::string text;
  std::vector<char> piece(std::size_t{1} << 18);
  while (const std::size_t count = input.read(piece.data(), piece.size())) {
    if (graph.empty()) {
      to.write({piece.data(), count});
      continue;
    }
    text.append(piece.data(), count);
    std::size_t at = 0;
    for (std::size_t end; (end = text.find(".\n", at)) != std::string::npos;) {
      // A line's last two bytes: within literals line ends are escaped.
      to.write(std::string_view(text).substr(at, end - at));
      to.write(graph);
      to.write(" .\n");
      at = end + 2;
    }
    text.erase(0, at);
  }
}

void copy_template(const std::filesystem::path& from, const std::string& to) {
  const std::string text = read_file(from.string());
  Output output(to);
  output.write(text);
  output.commit();
  if (!to.ends_with(".sh")) return;
  using std::filesystem::perms;
  std::error_code none;
  std::filesystem::permissions(to, perms::owner_exec | perms::group_exec | perms::others_exec, std::filesystem::perm_options::add, none);
}

}  // namespace

std::span<const BulkLoader> bulk_loaders() { return kLoaders; }

const BulkLoader* bulk_loader(std::string_view name) {
  for (const BulkLoader& loader : kLoaders)
    if (loader.name == name) return &loader;
  return nullptr;
}

std::vector<std::string> write_bulk_script(const GraphFiles& files, const BulkLoader& loader, const std::string& template_folder,
                                           const std::string& folder) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault) throw Failure(fmt::format("{}: cannot be made: {}", folder, fault.message()));
  std::vector<std::string> names;
  const auto open = [&](const std::string& name) {
    names.push_back(name);
    return fmt::format("{}/{}", folder, name);
  };
  std::string table;
  if (loader.graph_files) {
    for (const GraphFile& graph : files.graphs()) {
      const std::string name = fmt::format("graph-{}.nt", names.size() / 2 + 1);
      Output lines(open(name)), label(open(name + ".graph"));
      copy_lines(graph.path, {}, lines);
      label.write(graph.graph);
      label.write('\n');
      lines.commit();
      label.commit();
      table += fmt::format("{}\t{}\t{}\n", graph.triples, name, graph.graph);
    }
  } else {
    Output lines(open(kAllGraphs));
    for (const GraphFile& graph : files.graphs()) {
      copy_lines(graph.path, graph.graph.empty() ? std::string() : fmt::format("<{}>", graph.graph), lines);
      table += fmt::format("{}\t{}\t{}\n", graph.triples, kAllGraphs, graph.graph);
    }
    lines.commit();
  }
  Output list(open("graphs.tsv"));
  list.write(table);
  list.commit();
  std::vector<std::filesystem::path> templates;
  for (const auto& entry : std::filesystem::directory_iterator(template_folder, fault)) templates.push_back(entry.path());
  if (fault) throw Failure(fmt::format("{}: cannot be read: {}", template_folder, fault.message()));
  std::sort(templates.begin(), templates.end());
  if (!loader.graph_files) templates.push_back(std::filesystem::path(template_folder).parent_path() / "count.sh");
  for (const std::filesystem::path& from : templates) copy_template(from, open(from.filename().string()));
  return names;
}

}  // namespace musclekg
