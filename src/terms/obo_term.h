// Stanzas [Term] of an OBO file.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/term.h"
#include "terms/obo_clause.h"
#include "terms/obo_edges.h"
#include "terms/obo_header.h"
#include "terms/ontology.h"

namespace musclekg {

/// Enters terms into an ontology, clause by clause. The tag of a clause was read before it is given; a clause that is not
/// well-formed changes nothing but the clause's fault.
class OboTermReader {
 public:
  OboTermReader(const OboHeader& header, OboEdges& edges, Ontology& ontology)
      : header_(header), ids_(header.ids()), edges_(edges), ontology_(ontology) {}

  /// Whether clauses of this tag are taken: all but `id`, which the stanza has to itself.
  static bool knows(std::string_view tag) { return find_row(tag) != nullptr; }

  /// A stanza begins on this line.
  void begin(std::uint32_t line);

  /// Takes a clause; one of a tag that is not known is passed over.
  void take(std::string_view tag, OboClause& clause);

  /// The stanza ends. Without an IRI nothing of it is kept.
  void end(std::string iri);

 private:
  struct Row {
    std::string_view tag;
    void (OboTermReader::*take)(OboClause&);
  };

  static const Row* find_row(std::string_view tag);

  OntologyTerm& term() { return ontology_.terms.back(); }
  std::size_t number() const { return ontology_.terms.size() - 1; }

  void name(OboClause& clause);
  void definition(OboClause& clause);
  void synonym(OboClause& clause);
  template <Scope scope>
  void scoped_synonym(OboClause& clause);
  void add_synonym(const OboClause& clause, Synonym synonym);
  void cross_reference(OboClause& clause);
  template <std::vector<std::string> OntologyTerm::*list>
  void add_iri(OboClause& clause);
  void is_a(OboClause& clause);
  void relationship(OboClause& clause);
  void intersection_of(OboClause& clause);
  void is_obsolete(OboClause& clause);
  void property_value(OboClause& clause);

  const OboHeader& header_;
  const OboIds& ids_;
  OboEdges& edges_;
  Ontology& ontology_;
  OntologyCounts counts_before_;
};

}  // namespace musclekg
