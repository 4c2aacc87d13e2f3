// Synonyms in OBO files, their scopes and their types.

#pragma once

#include <tsl/robin_map.h>

#include <functional>
#include <optional>
#include <string>

#include "base/hash.h"
#include "model/term.h"
#include "terms/obo_clause.h"

namespace musclekg {

/// Reads the clauses of synonyms; what is wrong with one is its fault.
class OboSynonyms {
 public:
  /// Reads a clause synonymtypedef: the id of a type, its name, and possibly the scope of synonyms that have it.
  void declare(OboClause& clause);

  /// Reads a synonym: its text, then, in OBO 1.2 and later, possibly a scope, a type or both, then cross-references.
  /// Without a scope it is that of the type, or Related.
  Synonym read(OboClause& clause) const;

  /// The same of OBO 1.0, where the tag says the scope.
  Synonym read(OboClause& clause, Scope scope) const;

 private:
  tsl::robin_map<std::string, Scope, TextHash, std::equal_to<>> scopes_;  ///< by type
};

}  // namespace musclekg
