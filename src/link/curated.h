// A curator's decisions on links, from a mapping set: they win over every rule.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "link/sssom.h"
#include "model/term.h"
#include "terms/term_index.h"

namespace musclekg {

/// For a name, the term that a curator accepted, and those that were refused.
class Curated {
 public:
  Curated() = default;

  /// Takes the rows of a mapping set whose predicate is skos:exactMatch: those with the modifier Not refuse, the others accept.
  /// A row without label is taken by its subject's id, which must be one of ours (`mkt:`, its name then stands in it). What
  /// cannot be used is reported [mapping-set]: an unknown or obsolete object, a name with two accepted objects. `path`: of
  /// the set, for messages.
  void add(const SssomSet& set, const std::string& path, const TermIndex& terms, const Prefixes& prefixes, Diagnostics& diagnostics);

  /// The accepted term of a folded name, or kNoTerm.
  TermId accepted(std::string_view folded) const;

  bool refused(std::string_view folded, TermId term) const;

 private:
  struct Decision {
    TermId accepted = kNoTerm;
    std::vector<TermId> refused;
  };
  std::map<std::string, Decision, std::less<>> by_name_;
};

}  // namespace musclekg
