#include "app/graph_file.h"

#include <fmt/format.h>

#include "app/rdf_document.h"
#include "base/input.h"

namespace musclekg {

namespace {

/// Adds what a document says to a graph, with blank nodes of its own.
class GraphFiller : public RdfHandler {
 public:
  GraphFiller(std::string_view blanks, NodeTable& nodes, Graph& graph) : blanks_(blanks), nodes_(nodes), graph_(graph) {}

  NodeTable& nodes() override { return nodes_; }
  void prefix(std::string_view, std::string_view) override {}
  void quad(const Quad& quad) override { graph_.add({own(quad.subject), quad.predicate, own(quad.object), own(quad.graph)}); }
  void statement_end() override {}

 private:
  const Node* own(const Node* node) {
    if (node == nullptr || node->kind != Node::Kind::Blank) return node;
    label_.assign(blanks_).append(node->value);
    return nodes_.blank(label_);
  }

  std::string_view blanks_;
  NodeTable& nodes_;
  Graph& graph_;
  std::string label_;
};

}  // namespace

bool add_file(const std::string& path, std::string_view blanks, NodeTable& nodes, Graph& graph, Diagnostics& diagnostics) {
  GraphFiller filler(blanks, nodes, graph);
  std::string_view name = path;
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const Syntax* syntax = syntax_of(name);
  if (syntax == nullptr) {
    Input input(path);
    return read_rdf(input, {}, "guess", nodes, diagnostics, [&](const Quad& quad) { filler.quad(quad); });
  }
  DocumentLoader loader;
  return read_document(path, *syntax, {}, loader, filler, diagnostics).well_formed;
}

bool add_files(const std::vector<std::string>& paths, std::string_view blanks, NodeTable& nodes, Graph& graph, Diagnostics& diagnostics) {
  bool well_formed = true;
  for (std::size_t i = 0; i < paths.size(); ++i)
    well_formed &= add_file(paths[i], fmt::format("{}{}x", blanks, i), nodes, graph, diagnostics);
  graph.index();
  return well_formed;
}

}  // namespace musclekg
