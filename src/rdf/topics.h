// A document's statements taken together by subject, for the writers.

#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "rdf/prefixes.h"
#include "rdf/rdf_handler.h"

namespace musclekg {

/// Stands between a reader and a writer: statements that follow each other and have one subject are a topic; what is said of anonymous
/// nodes belongs to the topic before it. Holds one topic, of at most 65,536 statements, and the nodes of a few hundred statements, however
/// long the document is; the table of predicates and datatypes grows with their number. Time is linear in the document.
///
/// Prefixes are handed on as long as no statement has come, each name once, case ignored: a later meaning of a name is not that which the
/// writer uses. An empty name is not handed on. A document that declares none is written with the prefixes `own`.
class Topics : public RdfHandler {
 public:
  /// All three outlive this; `lasting` is a table without parent.
  Topics(NodeTable& lasting, const Prefixes& own, QuadSink& sink)
      : tables_{NodeTable(&lasting), NodeTable(&lasting)}, own_(own), sink_(sink) {}

  NodeTable& nodes() override { return tables_[current_]; }
  void prefix(std::string_view name, std::string_view iri) override;
  void quad(const Quad& quad) override;
  void statement_end() override;

  /// Hands on the last topic, and finishes the sink.
  void finish();

  /// Statements handed on or held.
  std::size_t count() const { return count_; }

  /// Those of them that are in named graphs.
  std::size_t named() const { return named_; }

 private:
  void begin() const;
  void hand_on();
  const Node* remade(const Node* node, NodeTable& table) const;

  std::array<NodeTable, 2> tables_;  ///< of which one is in use; the other is empty
  std::size_t current_ = 0;
  const Prefixes& own_;
  QuadSink& sink_;
  std::vector<Quad> topic_;
  std::set<std::string, std::less<>> prefixes_;  ///< in lower case
  std::size_t count_ = 0, named_ = 0;
  std::size_t largest_ = 1000;  ///< nodes; a larger table is left for the other one
};

}  // namespace musclekg
