// Who says what, where, and citing what: the statements behind the edges of the direct graph.

#pragma once

#include <tsl/robin_map.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/sha256.h"
#include "map/edge.h"
#include "map/evidence_types.h"
#include "map/link_statements.h"
#include "map/source_nodes.h"
#include "map/value_nodes.h"
#include "model/quote.h"

namespace musclekg {

/// What is told of a record.
struct EvidenceOf {
  const LinkedRecord& linked;
  const ValueNodes& values;
  std::span<const Edge> edges;
  std::string_view slug;        ///< of the record
  const Node* page;             ///< the record's source; nullptr: it tells none
  QuoteFinder& quotes;          ///< of the file or page that the record was read from
  const LinkStatements* links;  ///< nullptr: links are not told
  const Node* row;              ///< the row of a table; nullptr: rows are not told, or it is of none
};

/// Tells for each edge, and each place that says it, an rdf:Statement with an IRI of its own (the graph model's "statement as a token"):
/// kind, basis, type of evidence, citations with their scope, qualifiers and notes, and an anchor (Web Annotation Data Model, 4.2.4
/// and 4.2.5) into the source; for each claim and note on palpation the same but for the edge.
///
/// The IRI of a statement is made of the SHA-256 of "SUBJECT PREDICATE OBJECT QUOTE" (terms in N-Triples), its first 32 digits, in a table
/// with the number of the row behind the quote; of what one record says again in the same words, with "-2" and so on behind it. Linear in
/// edges and places; nothing is kept of a record.
class Evidence {
 public:
  Evidence(const EvidenceTypes& types, std::string_view base, QuotePolicy policy, NodeTable& nodes, NodeTable& scoped);

  /// Begins an output: statements go to `graph`, and say that they are asserted in `direct`, if that has a name.
  void begin_output(const Node* graph, const Node* direct) {
    graph_ = graph;
    direct_ = direct;
    source_.begin_output();
  }

  /// Begins a record: names its statements. All that is given must live until the next one.
  void begin(const EvidenceOf& of);

  /// The statements of an edge, by its index.
  std::span<const Node* const> statements_of(std::size_t edge) const {
    return std::span(names_).subspan(first_names_[edge], first_names_[edge + 1] - first_names_[edge]);
  }

  /// Tells the statements of the record, its claims and its notes.
  void tell(Statements& statements);

 private:
  struct Citation {
    const Node* reference;
    const EvidenceTypes::Row* type;
  };

  /// What every statement of one field shares.
  struct Remarks {
    std::vector<Citation> citations;
    const Node* scope = nullptr;
    const EvidenceTypes::Row* type = nullptr;
    std::vector<const Node*> qualifiers, notes;
    const Node* expanded_from = nullptr;  ///< the group whose member the field names
    bool read = false;
  };

  void read_designs();
  const Remarks& remarks_of(std::uint32_t field);
  void find_citations(std::uint32_t field, Remarks& remarks) const;
  const std::vector<Quote>& quotes_of(std::uint32_t field);
  void tell_statement(const Edge& edge, const Node* statement, const Quote& quote);
  void tell_note(std::uint32_t field);
  void tell_stray(std::uint32_t field);
  void tell_remarks(const Node* node, const Remarks& remarks);
  const Node* statement_of(const Edge& edge, const Quote& quote);
  const Node* bearer_of(std::uint32_t field) const;
  void say(const Node* subject, const Node* predicate, const Node* object) { statements_->add(subject, predicate, object, graph_); }

  const EvidenceTypes& types_;
  std::string base_;
  QuotePolicy policy_;
  NodeTable& scoped_;
  SourceNodes source_;
  const Node* graph_ = nullptr;
  const Node* direct_ = nullptr;

  // Of the record at hand:
  std::optional<EvidenceOf> of_;
  Statements* statements_ = nullptr;
  std::vector<std::pair<std::string_view, std::string_view>> designs_;          ///< number and design of its references, sorted
  std::vector<Remarks> remarks_;                                                ///< by field
  std::vector<std::vector<Quote>> quotes_;                                      ///< by field
  std::vector<const Node*> names_;                                              ///< of statements, edge by edge
  std::vector<std::size_t> first_names_;                                        ///< by edge, and behind the last
  tsl::robin_map<std::string, std::uint32_t, TextHash, std::equal_to<>> told_;  ///< digests of its statements, and how often
  Sha256 digest_;
  std::string scratch_;

  struct Vocabulary {
    const Node *type, *statement, *rdf_statement, *subject, *predicate, *object, *kind, *basis, *stated, *derived, *expanded, *rule,
        *rule_expansion, *rule_whole, *derived_from, *evidence_type, *asserted_in, *primary_source, *anchor, *scope, *sentence,
        *record_value, *no_marker, *qualifier, *note, *link, *row, *palpation, *text_sha256;
  } v_;
};

}  // namespace musclekg
