// A graph with its named graphs taken as one: what stands in two of them counts once.

#pragma once

#include "rdf/graph.h"

namespace musclekg {

/// Calls `take` with each object of (subject, predicate), none twice.
template <class Take>
void each_object(const Graph& graph, const Node* subject, const Node* predicate, Take take) {
  const Node* before = nullptr;
  for (const Quad& quad : graph.about(subject, predicate)) {
    if (quad.object != before) take(quad.object);
    before = quad.object;
  }
}

/// Calls `take` with each subject of (predicate, object), none twice.
template <class Take>
void each_subject(const Graph& graph, const Node* predicate, const Node* object, Take take) {
  const Node* before = nullptr;
  for (const Quad& quad : graph.with(predicate, object)) {
    if (quad.subject != before) take(quad.subject);
    before = quad.subject;
  }
}

/// Calls `take` with each statement about a subject, none twice.
template <class Take>
void each_statement(const Graph& graph, const Node* subject, Take take) {
  const Quad* before = nullptr;
  for (const Quad& quad : graph.about(subject)) {
    if (before == nullptr || quad.predicate != before->predicate || quad.object != before->object) take(quad);
    before = &quad;
  }
}

}  // namespace musclekg
