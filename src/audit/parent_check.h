// Whether a structure lies where a table lists it, by the is_a and part_of of the ontologies.

#pragma once

#include <tsl/robin_set.h>

#include <optional>
#include <string>
#include <vector>

#include "audit/audit_result.h"
#include "link/linker.h"

namespace musclekg {

/// A parent that the ontologies do not know is a note, for they may lack a step, or the table's grouping. It is a warning where the parent
/// lies within the child, and where the table has another heading beside the parent that the child lies within: see `other_heading`.
class ParentCheck {
 public:
  explicit ParentCheck(const LinkTables& tables) : tables_(tables) {}

  /// What is wrong with a parent, both being living terms; nothing where it is right, or where the ontologies say nothing of the child.
  /// `given`: the parent's id as it stands. Time is that of walking up from both.
  std::optional<Judgement> check(TermId child, TermId parent, std::string_view given) const;

  /// Makes a note that `check` gave of a child and a parent a warning where one of `headings` is the child's own, and not one of the
  /// parent's.
  void other_heading(TermId child, TermId parent, const tsl::robin_set<TermId>& headings, Judgement& judgement) const;

 private:
  std::vector<TermId> parents_of(TermId term) const;

  const LinkTables& tables_;
};

}  // namespace musclekg
