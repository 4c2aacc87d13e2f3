// The order of statements in a block, quick enough to sort every record.

#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rdf/node_map.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Sorts the statements of one graph of a topic: the topic's own first, the other subjects by IRI; those of a subject by `rank`, a number
/// the caller gives each statement for its predicate; those of one rank by the N-Triples form of the object. Compares texts
/// only where numbers do not decide. Of statements that stand twice one is left; returned is the part of `quads` that holds all.
class QuadOrder {
 public:
  template <class Rank>
  std::span<Quad> sort(std::span<Quad> quads, const Node* topic, Rank rank) {
    subjects_.clear();
    for (const Quad& quad : quads)
      if (std::exchange(ordinals_[quad.subject], 1U) == 0) subjects_.push_back(quad.subject);
    std::sort(subjects_.begin(), subjects_.end(), [topic](const Node* a, const Node* b) {
      if (a == topic || b == topic) return a == topic && b != topic;
      return a->ntriples < b->ntriples;
    });
    for (std::uint32_t i = 0; i < subjects_.size(); ++i) ordinals_[subjects_[i]] = i;
    items_.clear();
    for (const Quad& quad : quads) items_.push_back({std::uint64_t{ordinals_[quad.subject]} << 32 | rank(quad), quad});
    std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
      if (a.key != b.key) return a.key < b.key;
      return a.quad.object != b.quad.object && a.quad.object->ntriples < b.quad.object->ntriples;
    });
    std::size_t count = 0;
    for (const Item& item : items_) {
      const bool repeated = count > 0 && quads[count - 1].subject == item.quad.subject && quads[count - 1].object == item.quad.object &&
                            quads[count - 1].predicate == item.quad.predicate;
      if (!repeated) quads[count++] = item.quad;
    }
    for (const Node* subject : subjects_) ordinals_[subject] = 0;
    return quads.first(count);
  }

 private:
  struct Item {
    std::uint64_t key;
    Quad quad;
  };

  NodeMap<std::uint32_t> ordinals_;
  std::vector<const Node*> subjects_;
  std::vector<Item> items_;
};

}  // namespace musclekg
