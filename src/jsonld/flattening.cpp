#include "jsonld/flattening.h"

#include <utility>

#include "jsonld/node_map.h"

namespace musclekg {

namespace {

/// The nodes of a graph, in order, without those of which only @id is known.
Json listed(Json& graph) {
  Json nodes = Json::array();
  for (Json& node : graph)
    if (node.size() > 1 || !node.contains("@id")) nodes.push_back(std::move(node));
  return nodes;
}

}  // namespace

Json flatten_expanded(const Json& expanded) {
  BlankLabels labels;
  Json graphs = node_map(expanded, labels);
  Json& default_graph = graphs["@default"];
  for (auto graph = graphs.begin(); graph != graphs.end(); ++graph) {
    if (graph.key() == "@default") continue;
    Json& node = default_graph[graph.key()];
    if (node.is_null()) node = Json::object({{"@id", graph.key()}});
    node["@graph"] = listed(*graph);
  }
  return listed(default_graph);
}

}  // namespace musclekg
