// Classes and what is of them (SHACL, section 1.1: subclass, type, instance).

#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <memory>

#include "check/union_view.h"
#include "rdf/graph.h"

namespace musclekg {

/// The SHACL instances in a graph: by rdf:type and rdfs:subClassOf alone. Each class is looked at once.
class Instances {
 public:
  using Classes = tsl::robin_set<const Node*>;

  /// `nodes` is the table of the graph's nodes.
  Instances(const Graph& graph, NodeTable& nodes);

  /// The same with the nodes rdf:type and rdfs:subClassOf at hand.
  Instances(const Graph& graph, const Node* type, const Node* subclass_of) : graph_(graph), type_(type), subclass_of_(subclass_of) {}

  bool is(const Node* node, const Node* type);

  /// Calls `take` with each instance of the class; with one of several of its classes more than once.
  template <class Take>
  void each(const Node* type, Take take) {
    for (const Node* one : below(type)) each_subject(graph_, type_, one, take);
  }

 private:
  /// The class and all below it.
  const Classes& below(const Node* type);

  const Graph& graph_;
  const Node *type_, *subclass_of_;
  tsl::robin_map<const Node*, std::unique_ptr<Classes>> below_;
};

}  // namespace musclekg
