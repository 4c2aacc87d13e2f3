// The conventions of the semantic databases: where each takes graphs, updates and queries.

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace musclekg {

/// In the URLs, {base} stands for what the user names, and {-auth} for "-auth" where there are credentials and for nothing elsewhere.
struct StoreKind {
  std::string_view name;
  std::string_view base_example;  ///< what the user names
  std::string_view graph_store;   ///< URL; of the SPARQL 1.1 Graph Store Protocol
  std::string_view update;        ///< URL
  std::string_view query;         ///< URL
  std::string_view parameter;     ///< of the graph store's URL, whose value is the graph
  bool moves;                     ///< MOVE and ADD of SPARQL Update can be trusted; those of Jena's TDB2 lose triples (5.5.0, measured)
  bool puts;                      ///< PUT replaces a graph; otherwise the graph store only adds
  bool default_graph;             ///< statements can be outside of all named graphs
  std::string_view default_name;  ///< IRI that stands for the default graph in FROM; empty where a query without FROM asks just that
};

std::span<const StoreKind> store_kinds();

/// The kind of that name, or nullptr.
const StoreKind* store_kind(std::string_view name);

/// A server's three services.
struct Endpoints {
  std::string graph_store, update, query;  ///< URLs; empty: there is none
  std::string_view parameter;
  bool moves = true;
  bool puts = true;
  bool default_graph = true;
  std::string_view default_name;
};

/// Those of a store of this kind at `base`, a URL, with or without '/' at its end.
Endpoints endpoints_of(const StoreKind& kind, std::string_view base, bool credentials);

}  // namespace musclekg
