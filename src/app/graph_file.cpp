#include "app/graph_file.h"

#include <fmt/format.h>

#include "app/syntax.h"
#include "jsonld/jsonld_reader.h"
#include "rdf/raptor.h"

namespace musclekg {

bool add_file(const std::string& path, std::string_view blanks, NodeTable& nodes, Graph& graph, Diagnostics& diagnostics) {
  std::string label;
  const auto own = [&](const Node* node) {
    if (node == nullptr || node->kind != Node::Kind::Blank) return node;
    label.assign(blanks).append(node->value);
    return nodes.blank(label);
  };
  const auto take = [&](const Quad& quad) { graph.add({own(quad.subject), quad.predicate, own(quad.object), own(quad.graph)}); };
  std::string_view name = path;
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const Syntax* syntax = syntax_of(name);
  if (syntax != nullptr && syntax->raptor_name.empty()) {
    read_jsonld(path, nodes, take);
    return true;
  }
  return read_rdf(path, syntax == nullptr ? "guess" : std::string(syntax->raptor_name).c_str(), nodes, diagnostics, take);
}

bool add_files(const std::vector<std::string>& paths, std::string_view blanks, NodeTable& nodes, Graph& graph, Diagnostics& diagnostics) {
  bool well_formed = true;
  for (std::size_t i = 0; i < paths.size(); ++i)
    well_formed &= add_file(paths[i], fmt::format("{}{}x", blanks, i), nodes, graph, diagnostics);
  graph.index();
  return well_formed;
}

}  // namespace musclekg
