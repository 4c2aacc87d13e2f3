// A value for each node, by its number: as quick as an array.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "rdf/node.h"

namespace musclekg {

/// Values of nodes of one table, and of its scoped table; a node that has none yet gets `Value{}`.
template <class Value>
class NodeMap {
 public:
  Value& operator[](const Node* node) {
    if (!node->scoped) return at(lasting_, node->number);
    first_ = std::min(first_, node->number);
    behind_ = std::max(behind_, node->number + 1);
    return at(scoped_, node->number);
  }

  /// Forgets the values of scoped nodes. To be called behind each topic; takes the time of the topic's nodes, which have numbers near each
  /// other, whatever the size of their table.
  void forget_scoped() {
    if (first_ < behind_) std::fill(scoped_.begin() + first_, scoped_.begin() + behind_, Value{});
    first_ = ~std::uint32_t{0};
    behind_ = 0;
  }

  void forget() {
    forget_scoped();
    std::fill(lasting_.begin(), lasting_.end(), Value{});
  }

 private:
  static Value& at(std::vector<Value>& values, std::uint32_t number) {
    if (values.size() <= number) values.resize(std::max<std::size_t>(number + 1, 2 * values.size()));
    return values[number];
  }

  std::vector<Value> lasting_, scoped_;
  std::uint32_t first_ = ~std::uint32_t{0}, behind_ = 0;  ///< of scoped nodes with values
};

}  // namespace musclekg
