// Graphs brought into a semantic database so that each is replaced whole or left as it was.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/batches.h"
#include "store/graph_files.h"
#include "store/graph_store.h"

namespace musclekg {

enum class LoadMethod : std::uint8_t {
  Staged,  ///< into a graph beside each by the Graph Store Protocol, then moved by SPARQL Update
  Direct,  ///< one PUT or POST a graph, by the Graph Store Protocol alone: whole or not as far as the server makes it so
  Update   ///< as Staged, but with INSERT DATA
};

struct LoadPlan {
  LoadMethod method = LoadMethod::Staged;
  bool add = false;  ///< to what the graphs have
  BatchSize batch;   ///< of `triples` 0: one request a graph; never with Update
};

/// The batch of Update where the user names none. Virtuoso 7.2 refuses 5,000 statements.
inline constexpr std::uint64_t kUpdateBatch = 1000;

struct LoadedGraph {
  std::string graph;
  std::uint64_t sent = 0;  ///< triples
  std::uint64_t held = 0;  ///< triples that the server counts then
};

struct LoadProgress {
  std::function<void(const GraphFile& graph, std::uint64_t sent, std::uint64_t of)> sending;  ///< bytes
  std::function<void(const LoadedGraph& graph)> loaded;
};

/// Loads all graphs of the finished `files`.
///
/// With staging: each graph goes into one beside it, named after `run`, and is counted there; only when all have the right number are they
/// moved (MOVE, or ADD) to their names, one after the other, and counted again. Until a graph is moved it is as it was. What fails before
/// that leaves all graphs as they were, and the graphs beside them are dropped. MOVE is never sent twice, as a second one would find
/// nothing and leave nothing; where its outcome is not known the counts decide.
///
/// Throws StoreFault, whose words tell what became of the graphs: rules "no-answer", "server-refused", "no-count", "count-differs" (the
/// server's number is not that of the distinct triples), "batch-too-small" (see each_batch).
void load_graphs(GraphStore& store, GraphFiles& files, const LoadPlan& plan, std::string_view run, const LoadProgress& progress);

/// Removes graphs. Throws StoreFault; "count-differs" when triples stay.
void delete_graphs(GraphStore& store, const std::vector<std::string>& graphs, const std::function<void(const std::string& graph)>& deleted);

/// The requests that load_graphs would make for one graph, a line each.
std::vector<std::string> planned_requests(const GraphStore& store, GraphFiles& files, const GraphFile& graph, const LoadPlan& plan,
                                          std::string_view run);

/// The graph beside `graph` in which it is made ready. `run` is letters and digits.
std::string staging_graph(std::string_view graph, std::string_view run);

}  // namespace musclekg
