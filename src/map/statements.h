// The statements of one record, each once.

#pragma once

#include <cstdint>
#include <vector>

#include "rdf/quad_sink.h"

namespace musclekg {

/// Gathers the statements of one record. What is said in two graphs is two statements.
class Statements {
 public:
  void add(const Node* subject, const Node* predicate, const Node* object, const Node* graph = nullptr);
  const std::vector<Quad>& quads() const { return quads_; }
  void clear();

 private:
  /// The slot of a statement, or the free one where it belongs.
  std::uint32_t& slot_of(const Quad& quad);

  std::vector<Quad> quads_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(256);  ///< open addressing: index + 1 into quads_
};

}  // namespace musclekg
