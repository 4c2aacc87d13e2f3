// What the header of an OBO file says of the file, and of the ids in it.

#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "rdf/prefixes.h"
#include "terms/obo_clause.h"
#include "terms/obo_synonyms.h"

namespace musclekg {

/// The IRIs of ids: by the table of prefixes, by what the file itself says of a prefix that is not in it, and by the OBO
/// Foundry's rule.
class OboIds {
 public:
  explicit OboIds(const Prefixes& prefixes) : prefixes_(prefixes) {}

  /// The file says what a prefix stands for. Of no effect when the table has it, or the file has said so before.
  void add_space(std::string_view prefix, std::string_view iri);

  /// The IRI of an id, or of an IRI; nothing when it is neither.
  std::optional<std::string> iri(std::string_view id) const;

  /// The IRI of the id that must be next in a clause.
  std::string read(OboClause& clause) const;

  /// The IRI of an id that was read at `place`. An empty text, and a fault, when it has none.
  std::string read(std::string_view id, const char* place, OboClause& clause) const;

  /// The prefix in the id of an IRI ("UBERON"); of an IRI that is not made of an id, its scheme.
  std::string prefix(std::string_view iri) const;

 private:
  const Prefixes& prefixes_;
  tsl::robin_map<std::string, std::string, TextHash, std::equal_to<>> spaces_;
};

/// The header, clause by clause.
class OboHeader {
 public:
  explicit OboHeader(const Prefixes& prefixes) : ids_(prefixes) {}

  /// Whether OBO has a clause of this tag in the header.
  static bool knows(std::string_view tag);

  /// Takes a clause whose tag was read; one that makes no difference to us is passed over.
  void take(std::string_view tag, OboClause& clause);

  const std::string& version() const { return version_; }
  const std::string& iri() const { return iri_; }
  const OboIds& ids() const { return ids_; }
  const OboSynonyms& synonyms() const { return synonyms_; }

  /// Whether a cross-reference of this term is to the same structure: where its prefix is in a clause
  /// treat-xrefs-as-equivalent or treat-xrefs-as-reverse-genus-differentia; in a file that has neither, from UBERON to FMA.
  bool is_match(std::string_view reference, std::string_view term) const;

 private:
  void take_ontology(OboClause& clause);
  void take_space(OboClause& clause);
  void take_matching_prefix(OboClause& clause, bool differentia);

  std::string version_;
  std::string iri_;
  OboIds ids_;
  OboSynonyms synonyms_;
  tsl::robin_set<std::string, TextHash, std::equal_to<>> matching_prefixes_;
};

}  // namespace musclekg
