#include "audit/parent_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "audit/term_words.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostTold = 4;

}  // namespace

/// What it is part of and what it is a kind of, each once, in this order.
std::vector<TermId> ParentCheck::parents_of(TermId term) const {
  std::vector<TermId> result;
  for (const auto* next : {&tables_.terms[term].wholes, &tables_.terms[term].superclasses})
    for (const TermId id : *next) {
      const TermId parent = tables_.terms.find_iri(tables_.terms[id].iri);
      if (parent == kNoTerm || parent == term || tables_.terms[parent].label.empty() || tables_.terms[parent].obsolete) continue;
      if (std::find(result.begin(), result.end(), parent) == result.end()) result.push_back(parent);
    }
  return result;
}

std::optional<Judgement> ParentCheck::check(TermId child, TermId parent, std::string_view given) const {
  if (child == parent || tables_.terms.is_within(child, parent)) return {};
  Judgement judgement{AuditRule::WrongParent, AuditLevel::Note, std::string(given), {}, {}};
  if (tables_.terms.is_within(parent, child)) {
    judgement.level = AuditLevel::Warning;
    judgement.why =
        fmt::format("it is the other way round: {} lies within {} or is a kind of it", told(tables_, parent), told(tables_, child));
    return judgement;
  }
  const std::vector<TermId> parents = parents_of(child);
  if (parents.empty()) return {};
  std::string where;
  for (std::size_t at = 0; at < std::min(parents.size(), kMostTold); ++at) {
    const std::string id = id_of(tables_, parents[at]);
    judgement.found += (at > 0 ? "|" : "") + id;
    where += (at > 0 ? ", " : "") + told(tables_, parents[at]);
  }
  judgement.why = fmt::format("the ontology does not say that {} lies within {} or is a kind of it; it has it under {}",
                              told(tables_, child), told(tables_, parent), where);
  return judgement;
}

void ParentCheck::other_heading(TermId child, TermId parent, const tsl::robin_set<TermId>& headings, Judgement& judgement) const {
  for (const TermId above : tables_.terms.within(child)) {
    if (above == child || !headings.contains(above) || tables_.terms.is_within(parent, above)) continue;
    judgement.level = AuditLevel::Warning;
    judgement.found = id_of(tables_, above);
    judgement.why = fmt::format("the table has {}, too, and there the ontology has {}, not under {}", told(tables_, above),
                                told(tables_, child), told(tables_, parent));
    return;
  }
}

}  // namespace musclekg
