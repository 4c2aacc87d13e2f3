// What readers of RDF hand their statements to.

#pragma once

#include <functional>
#include <string_view>

#include "rdf/quad_sink.h"

namespace musclekg {

/// Takes what a document says, in the document's order.
class RdfHandler {
 public:
  virtual ~RdfHandler() = default;

  /// The table in which the nodes of the next statement are made; asked at the beginning of each. Predicates and datatypes are made in
  /// its `lasting()` table. Nodes stay valid as long as the answer is the same.
  virtual NodeTable& nodes() = 0;

  /// A prefix that the document declares; `name` may be empty. One that is declared again comes again.
  virtual void prefix(std::string_view name, std::string_view iri) = 0;

  virtual void quad(const Quad& quad) = 0;

  /// A statement of the document has ended: a line of N-Quads, what stands up to a '.' in Turtle.
  virtual void statement_end() = 0;
};

/// Only takes the statements; all nodes are made in one table.
class QuadTaker : public RdfHandler {
 public:
  /// Both outlive this.
  QuadTaker(NodeTable& nodes, const std::function<void(const Quad&)>& take) : nodes_(nodes), take_(take) {}

  NodeTable& nodes() override { return nodes_; }
  void prefix(std::string_view, std::string_view) override {}
  void quad(const Quad& quad) override { take_(quad); }
  void statement_end() override {}

 private:
  NodeTable& nodes_;
  const std::function<void(const Quad&)>& take_;
};

}  // namespace musclekg
