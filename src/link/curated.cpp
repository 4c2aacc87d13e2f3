#include "link/curated.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

bool contains(const std::vector<TermId>& terms, TermId term) { return std::find(terms.begin(), terms.end(), term) != terms.end(); }

/// Whether a row was written by `--sssom` for muscles of one region, and no curator made it their own.
bool is_of_one_muscle(const SssomRow& row) {
  return row.mapping_justification != "semapv:ManualMappingCuration" && row.predicate_modifier.empty() &&
         row.comment.find(kOfOneMuscle) != std::string::npos;
}

/// "nerve" of a comment "slot nerve; by label"; an empty text where it says no slot.
std::string slot_of(std::string_view comment) {
  if (!comment.starts_with("slot ")) return {};
  comment.remove_prefix(5);
  return std::string(comment.substr(0, comment.find(';')));
}

}  // namespace

void Curated::add(const SssomSet& set, const std::string& path, const TermIndex& terms, const Prefixes& prefixes,
                  Diagnostics& diagnostics) {
  for (const SssomRow& row : set.rows) {
    const Location where{path, {row.line, 1}};
    if (row.predicate_id != "skos:exactMatch" || row.object_id == "sssom:NoTermFound" || is_of_one_muscle(row)) continue;
    const TermId object = terms.find_iri(prefixes.iri_of_id(row.object_id).value_or(row.object_id));
    if (object == kNoTerm) {
      diagnostics.error(where, "mapping-set", fmt::format("{} is in no loaded ontology", row.object_id), "load it with --ontology");
      continue;
    }
    std::string name = fold(row.subject_label);
    if (name.empty() && row.subject_id.starts_with("mkt:")) {
      name = row.subject_id.substr(4);
      std::replace(name.begin(), name.end(), '-', ' ');
    }
    if (name.empty()) {
      diagnostics.error(where, "mapping-set", fmt::format("{} has no label, and is no term of ours", row.subject_id),
                        "give the words in subject_label");
      continue;
    }
    Decision& decision = by_name_[{name, slot_of(row.comment)}];
    const bool refuses = row.predicate_modifier == "Not";
    if (!refuses && terms[object].obsolete) {
      diagnostics.error(where, "mapping-set", fmt::format("{} is obsolete", row.object_id), "map to the term that replaces it");
      continue;
    }
    if (contains(refuses ? decision.accepted : decision.refused, object)) {
      diagnostics.error(where, "mapping-set", fmt::format("'{}' is both accepted and refused for {}", name, row.object_id),
                        "leave one of the two rows out");
      continue;
    }
    std::vector<TermId>& to = refuses ? decision.refused : decision.accepted;
    if (!contains(to, object)) to.push_back(object);
  }
}

const Curated::Decision* Curated::find(std::string_view folded, std::string_view slot) const {
  if (by_name_.empty()) return nullptr;
  const auto found = by_name_.find({std::string(folded), std::string(slot)});
  return found == by_name_.end() ? nullptr : &found->second;
}

std::vector<TermId> Curated::accepted(std::string_view folded, std::string_view slot) const {
  for (const std::string_view place : {slot, std::string_view()})
    if (const Decision* decision = find(folded, place); decision != nullptr && !decision->accepted.empty()) return decision->accepted;
  return {};
}

bool Curated::refused(std::string_view folded, std::string_view slot, TermId term) const {
  for (const std::string_view place : {slot, std::string_view()})
    if (const Decision* decision = find(folded, place); decision != nullptr && contains(decision->refused, term)) return true;
  return false;
}

}  // namespace musclekg
