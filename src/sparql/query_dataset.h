// The dataset that a query is asked of (SPARQL 1.1, section 13), in memory.

#pragma once

#include <tsl/robin_map.h>

#include <map>
#include <span>

#include "rdf/graph.h"
#include "rdf/rdf_handler.h"
#include "sparql/query.h"

namespace musclekg {

/// Is filled by readers, then indexed once, then asked. Without FROM and FROM NAMED the default graph is all graphs merged, the named ones
/// with it, as in most semantic databases; with them, what they say (section 13.2). Texts whose language tags differ in case are one term
/// (RDF 1.1 Concepts, section 3.3), written as the first of them.
class QueryDataset : public RdfHandler {
 public:
  NodeTable& nodes() override { return nodes_; }
  void prefix(std::string_view, std::string_view) override {}
  void quad(const Quad& quad) override;
  void statement_end() override {}

  /// What follows is of another document, whose blank nodes are others (RDF 1.1 Semantics, section 4.1).
  void begin_document() { ++document_; }

  /// What was read, until `index`.
  const std::vector<Quad>& quads() const { return quads_; }

  /// Ends filling. Sorts: n log n.
  void index(std::span<const QueryTerm> from, std::span<const QueryTerm> from_named);

  const Graph& default_graph() const { return default_; }

  /// The graph of this name, or nullptr.
  const Graph* named(const Node* name) const;

  /// By name.
  const std::map<std::string_view, std::pair<const Node*, Graph>>& named_graphs() const { return named_; }

  /// The term as a node of this dataset's table; nullptr for a variable. A literal's lexical form is kept.
  const Node* node(const QueryTerm& term);

 private:
  NodeTable nodes_;
  const Node* of_document(const Node* node);
  const Node* of_language(const Node* node);

  std::vector<Quad> quads_;
  tsl::robin_map<const Node*, const Node*> languages_;  ///< texts in a language by their form with the tag in lower case
  unsigned document_ = 0;
  Graph default_;
  std::map<std::string_view, std::pair<const Node*, Graph>> named_;
};

}  // namespace musclekg
