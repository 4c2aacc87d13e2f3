// Finds the statements that an earlier record of the same output made already.

#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// What becomes of the names of graphs in an output.
enum class GraphNames : std::uint8_t {
  Kept,     ///< a statement in another graph is another statement
  Dropped,  ///< all graphs are merged into one
};

/// How many distinct statements an output has, graph by graph; where graphs are merged, each counts in the graph it stood in first.
class DistinctCounts {
 public:
  void add(const Node* graph) {
    ++all_;
    if (graph != nullptr) ++named_[graph];
  }

  /// In all graphs together.
  std::size_t all() const { return all_; }

  /// The same counts, with so many less in all.
  DistinctCounts without(std::size_t count) const {
    DistinctCounts result = *this;
    result.all_ -= count;
    return result;
  }

  /// In one graph; nullptr is the default graph.
  std::size_t in(const Node* graph) const {
    if (graph == nullptr) {
      std::size_t rest = all_;
      for (const auto& [name, count] : named_) rest -= count;
      return rest;
    }
    const auto found = named_.find(graph);
    return found == named_.end() ? 0 : found->second;
  }

 private:
  std::size_t all_ = 0;
  tsl::robin_map<const Node*, std::size_t> named_;
};

/// Sets `Quad::repeated` on the way into a sink, and counts the statements that are not. Within one graph of one topic none must stand
/// twice. Where the names of graphs are dropped, a statement that stands in several graphs of a topic is passed on once.
///
/// Only what several records can say is remembered (16 bytes a statement): statements about terms that last, about scoped nodes in
/// one of the namespaces `shared`, and all in one of the graphs `restated`. What else a record says of its own nodes cannot have been
/// said before; nor can what is said of a topic that is scoped.
class MarkRepeated {
 public:
  /// `restated`: graphs whose statements a later topic may say again, whatever they are about; nullptr is the default graph. It takes
  /// all graphs that have such a statement in common: a derived statement may be one that was made. Empty where nothing is derived.
  MarkRepeated(QuadSink& target, std::vector<std::string> shared, GraphNames names, std::vector<const Node*> restated = {})
      : target_(target), shared_(std::move(shared)), restated_(std::move(restated)), names_(names) {}

  /// Passes a topic on, from `begin` to `end`.
  void add(const Node* topic, std::span<const Quad> statements);

  /// Statements passed on that were not repeated.
  const DistinctCounts& distinct() const { return distinct_; }

  /// How many of a topic's statements, which are in one graph, were passed on before.
  std::size_t repeats(const Node* topic, std::span<const Quad> statements) const;

 private:
  using Set = tsl::robin_set<Fingerprint, FingerprintHash>;

  bool can_repeat(const Node* topic, const Quad& quad) const;
  Fingerprint fingerprint_of(const Quad& quad) const;
  void pass_on(const Node* topic, const Quad& quad);

  QuadSink& target_;
  std::vector<std::string> shared_;
  std::vector<const Node*> restated_;
  GraphNames names_;
  Set seen_;
  Set in_topic_;  ///< the statements of a topic that is in several graphs whose names are dropped
  DistinctCounts distinct_;
};

}  // namespace musclekg
