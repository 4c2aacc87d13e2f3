// A curator's decisions on links, from a mapping set: they win over every rule.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "link/sssom.h"
#include "model/term.h"
#include "terms/term_index.h"

namespace musclekg {

/// What `--sssom` writes into the comment of a row that holds for muscles of one region alone.
inline constexpr std::string_view kOfOneMuscle = "for muscles of its region only";

/// For a name in a slot, the terms that a curator accepted, and those that were refused.
class Curated {
 public:
  /// Takes the rows of a mapping set whose predicate is skos:exactMatch: those with the modifier Not refuse, the others accept.
  /// A row whose comment begins with "slot NAME;" (as those of `--sssom` do) holds in that slot alone, others in all. One that was written
  /// for muscles of one region (`kOfOneMuscle`) counts only when its justification was made semapv:ManualMappingCuration. A row without
  /// label is taken by its subject's id, which must be one of ours (`mkt:`, its name then stands in it). What cannot be used is
  /// reported [mapping-set]: an unknown or obsolete object, a term that is both accepted and refused. `path`: of the set, for
  /// messages.
  void add(const SssomSet& set, const std::string& path, const TermIndex& terms, const Prefixes& prefixes, Diagnostics& diagnostics);

  /// The terms accepted for a folded name in a slot, those for the slot alone before those for all; none when there are none.
  std::vector<TermId> accepted(std::string_view folded, std::string_view slot) const;

  bool refused(std::string_view folded, std::string_view slot, TermId term) const;

 private:
  struct Decision {
    std::vector<TermId> accepted;
    std::vector<TermId> refused;
  };
  const Decision* find(std::string_view folded, std::string_view slot) const;

  std::map<std::pair<std::string, std::string>, Decision> by_name_;  ///< by folded name and slot; an empty slot is all
};

}  // namespace musclekg
