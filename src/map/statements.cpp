#include "map/statements.h"

#include <algorithm>

namespace musclekg {

std::uint32_t& Statements::slot_of(const Quad& quad) {
  const auto number = [](const Node* node) { return reinterpret_cast<std::uintptr_t>(node) >> 4; };
  std::uint64_t hash = number(quad.subject) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ (hash >> 29) ^ number(quad.predicate)) * 0xBF58476D1CE4E5B9u;
  hash = (hash ^ (hash >> 32) ^ number(quad.object) ^ (number(quad.graph) << 7)) * 0x94D049BB133111EBu;
  const auto same = [&](const Quad& other) {
    return other.subject == quad.subject && other.predicate == quad.predicate && other.object == quad.object && other.graph == quad.graph;
  };
  std::size_t at = (hash ^ (hash >> 31)) & (slots_.size() - 1);
  while (slots_[at] != 0 && !same(quads_[slots_[at] - 1])) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void Statements::add(const Node* subject, const Node* predicate, const Node* object, const Node* graph) {
  if (2 * quads_.size() >= slots_.size()) {
    slots_.assign(2 * slots_.size(), 0);
    for (std::uint32_t i = 0; i < quads_.size(); ++i) slot_of(quads_[i]) = i + 1;
  }
  const Quad quad{subject, predicate, object, graph};
  std::uint32_t& slot = slot_of(quad);
  if (slot != 0) return;
  quads_.push_back(quad);
  slot = static_cast<std::uint32_t>(quads_.size());
}

void Statements::clear() {
  quads_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
}

}  // namespace musclekg
