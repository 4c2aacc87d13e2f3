// The edges between the terms of an OBO file. What a relation is may be said behind the place where it is used.

#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "terms/obo_header.h"
#include "terms/ontology.h"

namespace musclekg {

/// What a stanza [Typedef] says.
struct OboRelation {
  std::string id;
  std::string name;
  std::vector<std::string> cross_references;
};

/// The relations a file declares, and the relationships and intersections of its terms until all of them are declared.
class OboEdges {
 public:
  /// A relation whose id is a name ("part_of") has the IRI of its first cross-reference to BFO or RO; without one, what is
  /// known of part_of, branching_part_of, only_in_taxon and never_in_taxon; without that, its first cross-reference. Of two
  /// relations with one id the first counts. A relation with an IRI and a name is entered into `properties`.
  void declare(const OboRelation& relation, const OboIds& ids, std::vector<std::pair<std::string, std::string>>& properties);

  /// Keeps an edge of the term with this number. Edges must come in the order of the terms. `some`: there is always such a
  /// target; otherwise the edge says only which targets there may be.
  void add_relationship(std::size_t term, std::string_view relation, bool some, std::string target);
  void add_genus(std::size_t term, std::string target);
  void add_differentia(std::size_t term, std::string_view relation, bool some, std::string target);

  /// Forgets the edges of this term, the last one.
  void forget(std::size_t term);

  /// Enters all edges into the terms, and counts them. Branching part of (RO:0002380, a kind of part of) leads to a whole as
  /// part of does, but does not count as part of. A term that is its genus in some taxon, and nothing else, and whose id has
  /// another prefix, matches the genus: so bridges between ontologies are written.
  void resolve(Ontology& ontology, const OboIds& ids) const;

 private:
  enum class Kind : std::uint8_t { Genus, Differentia, Relationship };
  enum class Relation : std::uint8_t { PartOf, BranchingPartOf, OnlyInTaxon, NeverInTaxon, Other };
  struct Edge {
    std::size_t term;
    std::uint32_t relation;  ///< its number; 0 for a genus
    Kind kind;
    bool some;
    std::string target;
  };

  std::string iri_of(std::string_view relation, const OboIds& ids) const;
  std::uint32_t number_of(std::string_view relation);
  void enter(const Edge* begin, const Edge* end, const std::vector<Relation>& relations, Ontology& ontology, const OboIds& ids) const;

  tsl::robin_map<std::string, std::string, TextHash, std::equal_to<>> declared_;
  tsl::robin_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers_;
  std::vector<std::string> relations_ = {std::string()};  ///< their ids, by number
  std::vector<Edge> edges_;
};

}  // namespace musclekg
