// The one push interface: everything behind the mapper is a QuadSink; filters wrap a sink and are a sink.

#pragma once

#include <string_view>

#include "rdf/node.h"

namespace musclekg {

/// A statement. `graph` is nullptr in the default graph.
struct Quad {
  const Node* subject;
  const Node* predicate;
  const Node* object;
  const Node* graph = nullptr;
  bool repeated = false;  ///< an earlier record of this output said it, too; see `MarkRepeated`
};

/// Takes prefix*, then for each topic: begin quad* end, then finish. Nodes that are scoped live until the `end` of their
/// topic; predicates are never scoped. A writer may hold back the quads of one topic, never more.
class QuadSink {
 public:
  virtual ~QuadSink() = default;

  /// A namespace that may be abbreviated. What a syntax without abbreviations does with it is nothing.
  virtual void prefix(std::string_view name, std::string_view iri) = 0;

  /// What follows until `end` belongs together; `topic` is its main subject.
  virtual void begin(const Node* topic) = 0;
  virtual void quad(const Quad& quad) = 0;
  virtual void end() = 0;

  /// The document is complete. It is called once; without it the output is cut off.
  virtual void finish() = 0;
};

}  // namespace musclekg
