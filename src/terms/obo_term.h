// Stanzas [Term] of an OBO file.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "model/term.h"
#include "terms/obo_clause.h"
#include "terms/obo_edges.h"
#include "terms/obo_header.h"
#include "terms/ontology.h"

namespace musclekg {

/// Enters terms into an ontology, clause by clause. The tag of a clause was read before it is given; a clause that is not
/// well-formed changes nothing but the clause's fault. Of the clauses property_value those of skos:exactMatch (matches),
/// mkg:structureKind, RO:0002160 (only_in_taxon) and RO:0002161 (never_in_taxon) are taken.
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
  using List = std::vector<std::string> OntologyTerm::*;
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
  template <List list>
  void add_iri(OboClause& clause);
  void is_a(OboClause& clause);
  void relationship(OboClause& clause);
  void intersection_of(OboClause& clause);
  void is_obsolete(OboClause& clause);
  void property_value(OboClause& clause);
  List list_of(std::string_view property);

  const OboHeader& header_;
  const OboIds& ids_;
  OboEdges& edges_;
  Ontology& ontology_;
  OntologyCounts counts_before_;
  tsl::robin_map<std::string, List, TextHash, std::equal_to<>> lists_;  ///< by property, as written
};

}  // namespace musclekg
