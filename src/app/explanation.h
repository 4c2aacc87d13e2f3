// An edge of a graph with all that stands behind it, gathered for people.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/knowledge.h"
#include "check/closure_chain.h"
#include "check/locator.h"
#include "check/node_names.h"

namespace musclekg {

/// A node by its id and, where one is known, its label.
struct ExplainedNode {
  std::string iri, id, label;

  /// "vastus medialis (UBERON:0001380)".
  std::string named() const;
  /// The label, or the id.
  const std::string& brief() const { return label.empty() ? id : label; }
};

struct ExplainedEdge {
  ExplainedNode subject, predicate, object;
};

/// A work that is cited for a fact.
struct ExplainedCitation {
  std::string manner;  ///< "cited as authority", "cited as evidence", "cited"
  std::string number, title, year;
  std::vector<std::string> authors;
};

/// How the words of the source became a term.
struct ExplainedLink {
  std::string words;  ///< empty where the source may not be quoted
  ExplainedNode term;
  bool found = true;  ///< whether an ontology has a term for the words
  std::string rule, alternatives, confidence;
  std::vector<std::string> remarks;
};

/// One place that says a fact.
struct ExplainedStatement {
  std::string iri, title, publisher, file, quote, section;
  Position where;
  std::string basis;               ///< "StatedByPage", "DerivedByRule", "ExpandedFromAnchor"
  std::vector<std::string> rules;  ///< in words
  ExplainedNode group;
  std::vector<std::string> qualifiers, notes;
  std::vector<ExplainedCitation> citations;
  std::string scope;  ///< the local name of mkg:citationScope
  ExplainedNode evidence;
  std::vector<ExplainedLink> links;
};

/// Where an edge that another one follows from comes from.
enum class StepSource : std::uint8_t {
  Statement,  ///< somebody says it
  OwnTerm,    ///< a term of ours was made with it
  Ontology,
  Graph  ///< it is in the graph, and no statement is about it
};

struct ExplainedStep {
  ExplainedEdge edge;
  StepSource source = StepSource::Graph;
  std::string file;  ///< of a statement
  Position where;
};

struct Explanation {
  ExplainedEdge edge;
  std::vector<ExplainedStatement> statements;
  std::vector<ExplainedStep> chain;  ///< where no statement is about the edge
  std::string chain_rule;
};

/// Gathers explanations out of one graph.
class Explainer {
 public:
  /// All live as long. `vocabulary`: what the program's own files say of properties, rules and types of evidence; its nodes are of the
  /// graph's table.
  Explainer(const Graph& graph, const Graph& vocabulary, const GraphTerms& terms, const Knowledge& knowledge);

  Explanation explain(const Quad& edge);

  ExplainedNode node(const Node* node) const;

  const StatementIndex& statements() const { return statements_; }

 private:
  ExplainedStatement statement(const Node* statement) const;
  ExplainedCitation citation(const Node* reference, std::string_view manner) const;
  ExplainedLink link(const Node* link) const;
  ExplainedStep step(const Quad& edge) const;
  ExplainedEdge edge(const Quad& quad) const { return {node(quad.subject), node(quad.predicate), node(quad.object)}; }
  std::string words_of_rule(const Node* rule) const;
  std::string text(const Node* subject, const Node* predicate) const;
  std::vector<std::string> texts(const Node* subject, const Node* predicate) const;

  const Graph& graph_;
  const Graph& vocabulary_;
  const GraphTerms& terms_;
  const Knowledge& knowledge_;
  NodeNames names_, vocabulary_names_;
  Locator locator_;
  StatementIndex statements_;
  ClosureChains chains_;
};

}  // namespace musclekg
