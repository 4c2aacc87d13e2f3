#include "store/store_kind.h"

namespace musclekg {

namespace {

constexpr StoreKind kKinds[] = {
    {"blazegraph", "http://localhost:9999/blazegraph/namespace/kb/sparql", "{base}", "{base}", "{base}", "context-uri", true, false, true,
     "http://www.bigdata.com/rdf#nullGraph"},
    {"fuseki", "http://localhost:3030/dataset", "{base}/data", "{base}/update", "{base}/query", "graph", false, true, true, ""},
    {"generic", "http://localhost/sparql", "{base}", "{base}", "{base}", "graph", true, true, true, ""},
    {"graphdb", "http://localhost:7200/repositories/name", "{base}/rdf-graphs/service", "{base}/statements", "{base}", "graph", true, true,
     true, "http://www.openrdf.org/schema/sesame#nil"},
    {"oxigraph", "http://localhost:7878", "{base}/store", "{base}/update", "{base}/query", "graph", true, true, true, ""},
    {"virtuoso", "http://localhost:8890", "{base}/sparql-graph-crud{-auth}", "{base}/sparql{-auth}", "{base}/sparql{-auth}", "graph-uri",
     true, true, false, ""},
};

std::string filled(std::string_view form, std::string_view base, bool credentials) {
  std::string url(form);
  const auto fill = [&url](std::string_view name, std::string_view value) {
    if (const std::size_t at = url.find(name); at != std::string::npos) url.replace(at, name.size(), value);
  };
  fill("{-auth}", credentials ? "-auth" : "");
  fill("{base}", base);
  return url;
}

}  // namespace

std::span<const StoreKind> store_kinds() { return kKinds; }

const StoreKind* store_kind(std::string_view name) {
  for (const StoreKind& kind : kKinds)
    if (kind.name == name) return &kind;
  return nullptr;
}

Endpoints endpoints_of(const StoreKind& kind, std::string_view base, bool credentials) {
  while (base.ends_with('/')) base.remove_suffix(1);
  return {filled(kind.graph_store, base, credentials),
          filled(kind.update, base, credentials),
          filled(kind.query, base, credentials),
          kind.parameter,
          kind.moves,
          kind.puts,
          kind.default_graph,
          kind.default_name};
}

}  // namespace musclekg
