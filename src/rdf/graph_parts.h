// The statements of a topic, taken apart by their graphs.

#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rdf/node_map.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// What the writers of syntaxes with named graphs write one behind the other.
class GraphParts {
 public:
  struct Part {
    const Node* graph;  ///< nullptr: the default graph
    std::span<Quad> quads;
  };

  /// Groups `quads`: those of the default graph, then those of each named graph in the order of the graphs' N-Triples forms; in a part
  /// they keep their order. No part is empty. Linear in the statements. The parts are valid until `quads` changes or this is called again.
  std::span<const Part> of(std::vector<Quad>& quads) {
    parts_.clear();
    if (quads.empty()) return parts_;
    const auto elsewhere = [&](const Quad& quad) { return quad.graph != quads.front().graph; };
    if (std::none_of(quads.begin(), quads.end(), elsewhere)) {
      parts_.push_back({quads.front().graph, quads});
      return parts_;
    }
    graphs_.assign(1, nullptr);
    for (const Quad& quad : quads)
      if (quad.graph != nullptr && std::exchange(numbers_[quad.graph], 1U) == 0) graphs_.push_back(quad.graph);
    std::sort(graphs_.begin() + 1, graphs_.end(), [](const Node* a, const Node* b) { return a->ntriples < b->ntriples; });
    for (std::uint32_t i = 1; i < graphs_.size(); ++i) numbers_[graphs_[i]] = i;
    begins_.assign(graphs_.size() + 1, 0);
    for (const Quad& quad : quads) ++begins_[number(quad) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    given_.assign(quads.begin(), quads.end());
    for (std::size_t i = 0; i < graphs_.size(); ++i)
      if (begins_[i] < begins_[i + 1]) parts_.push_back({graphs_[i], std::span(quads).subspan(begins_[i], begins_[i + 1] - begins_[i])});
    for (const Quad& quad : given_) quads[begins_[number(quad)]++] = quad;
    for (std::size_t i = 1; i < graphs_.size(); ++i) numbers_[graphs_[i]] = 0;
    return parts_;
  }

 private:
  std::uint32_t number(const Quad& quad) { return quad.graph == nullptr ? 0 : numbers_[quad.graph]; }

  std::vector<Part> parts_;
  std::vector<const Node*> graphs_;  ///< by number; the default graph is number 0
  NodeMap<std::uint32_t> numbers_;   ///< of named graphs, from 1; 0 between calls
  std::vector<std::size_t> begins_;  ///< by number: where the next statement of the graph goes
  std::vector<Quad> given_;          ///< the statements as they were given
};

}  // namespace musclekg
