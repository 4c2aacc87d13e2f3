// The facts as OWL 2 EL axioms.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "map/edge.h"
#include "map/evidence.h"
#include "map/statements.h"
#include "map/term_nodes.h"
#include "rdf/prefixes.h"
#include "terms/kinds.h"

namespace musclekg {

/// What is told of a record.
struct AxiomsOf {
  std::span<const Edge> edges;
  const Evidence& evidence;  ///< has begun the record
  std::string_view slug;     ///< of the record; of a row, of its table
  std::string_view label;    ///< of its muscle
  const Node* muscle;
};

/// Makes axioms of the edges of one record after the other, in the RDF mapping of OWL 2 (section 2.1); all in OWL 2 EL: classes,
/// intersections, existential restrictions.
///
/// Uberon's classes are of many species. So the record's muscle is the class mkt:human-NAME, which is what is the muscle and part of some
/// human; an edge from another class of an ontology is a general class axiom on its intersection with "part of some human"; one from a
/// term of our own is an axiom on that. Edges of predicates that are no relations of RO or BFO make no axiom, nor does what an artery
/// supplies that is named only as a branch of another: not every branch does. An axiom is annotated with its statements
/// (mkg:statement). Everything an axiom uses is declared; terms of our own have their label. Linear in the edges.
class OwlAxioms {
 public:
  OwlAxioms(const TermIndex& terms, const KindTable& kinds, const Prefixes& prefixes, const TermNodes& term_nodes, NodeTable& nodes,
            NodeTable& scoped);

  /// Begins an output whose axioms go to `graph`.
  void begin_output(const Node* graph) {
    graph_ = graph;
    stem_.clear();
  }

  void tell(const AxiomsOf& of, Statements& statements);

  /// The header of the ontology `iri`, once for an output. `version`: its version IRI, and `licence`: may be empty.
  static std::vector<Quad> header(std::string_view iri, std::string_view title, std::string_view version, std::string_view licence,
                                  const Node* graph, NodeTable& nodes, NodeTable& scoped);

 private:
  void tell_edge(const AxiomsOf& of, std::size_t index);
  void tell_own_terms();
  void declare(const Node* name, const Node* type) { say(name, v_.type, type); }
  const Node* blank();
  const Node* restriction(const Node* property, const Node* filler);
  const Node* intersection(const Node* genus, const Node* property, const Node* filler);
  const Node* human(const Node* node) { return intersection(node, v_.part_of, v_.homo_sapiens); }
  void is_some(const Node* sub, const Node* property, const Node* filler);
  const Node* kind_of(TermId term);
  const Node* class_of(TermId term);
  void say(const Node* subject, const Node* predicate, const Node* object) { statements_->add(subject, predicate, object, graph_); }

  const TermIndex& terms_;
  const TermNodes& term_nodes_;
  NodeTable& nodes_;
  NodeTable& scoped_;
  std::vector<std::pair<const Node*, KindSet>> roots_;  ///< classes that are roots of a kind
  const Node* graph_ = nullptr;

  // Of the record at hand:
  Statements* statements_ = nullptr;
  const Node* human_muscle_ = nullptr;
  std::string stem_;          ///< of the labels of its blank nodes
  std::uint32_t blanks_ = 0;  ///< of that stem, so far
  std::string scratch_;

  struct Vocabulary {
    const Node *type, *label, *subclass_of, *equivalent_class, *intersection_of, *class_type, *restriction, *on_property, *some_values_from,
        *object_property, *annotation_property, *axiom, *annotated_source, *annotated_property, *annotated_target, *first, *rest, *nil,
        *part_of, *branching_part_of, *supplies_blood_to, *occurs_in, *homo_sapiens, *movement, *statement;
  } v_;
};

}  // namespace musclekg
