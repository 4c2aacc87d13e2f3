// A graph's file cut into pieces, one for each request.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "store/graph_files.h"

namespace musclekg {

struct BatchSize {
  std::uint64_t triples = 0;                 ///< at most; 0: as many as there are
  std::size_t bytes = std::size_t{1} << 20;  ///< at most, but for a single part of the graph that has more
};

/// A batch: lines of N-Triples. `blank`: there are blank nodes in it, so that to send it twice would make them twice.
using TakeBatch = std::function<void(const std::string& lines, std::uint64_t triples, bool blank)>;

/// Hands on all triples of `graph`, which is one of the finished `files`. A blank node's label holds within a request only, so the triples
/// that blank nodes connect are in one batch. Where these are more than `size.triples`, returns their number, and nothing is handed on;
/// 0 when all is well. Time is n log n in the statements with blank nodes and linear in the others.
std::uint64_t each_batch(GraphFiles& files, const GraphFile& graph, const BatchSize& size, const TakeBatch& take);

}  // namespace musclekg
