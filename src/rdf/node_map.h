// A value for each node, by its number: as quick as an array.

#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "rdf/node.h"

namespace musclekg {

/// Values of nodes of one table, and of its scoped table; a node that has none yet gets `Value{}`.
template <class Value>
class NodeMap {
 public:
  Value& operator[](const Node* node) {
    std::vector<Value>& values = node->scoped ? scoped_ : lasting_;
    if (values.size() <= node->number) values.resize(std::max<std::size_t>(node->number + 1, 2 * values.size()));
    return values[node->number];
  }

  /// Forgets the values of scoped nodes. To be called when their table is cleared.
  void forget_scoped() { std::fill(scoped_.begin(), scoped_.end(), Value{}); }

  void forget() {
    forget_scoped();
    std::fill(lasting_.begin(), lasting_.end(), Value{});
  }

 private:
  std::vector<Value> lasting_, scoped_;
};

}  // namespace musclekg
