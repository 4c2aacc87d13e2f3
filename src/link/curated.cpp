#include "link/curated.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

void Curated::add(const SssomSet& set, const std::string& path, const TermIndex& terms, const Prefixes& prefixes,
                  Diagnostics& diagnostics) {
  for (const SssomRow& row : set.rows) {
    const Location where{path, {row.line, 1}};
    if (row.predicate_id != "skos:exactMatch" || row.object_id == "sssom:NoTermFound") continue;
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
    Decision& decision = by_name_[name];
    if (row.predicate_modifier == "Not") {
      decision.refused.push_back(object);
      continue;
    }
    if (terms[object].obsolete) {
      diagnostics.error(where, "mapping-set", fmt::format("{} is obsolete", row.object_id), "map to the term that replaces it");
    } else if (decision.accepted != kNoTerm && decision.accepted != object) {
      diagnostics.error(where, "mapping-set",
                        fmt::format("'{}' was mapped to {} before, and here to {}", row.subject_label,
                                    prefixes.id_of(terms[decision.accepted].iri), row.object_id),
                        "a name can be accepted for one term only");
    } else {
      decision.accepted = object;
    }
  }
}

TermId Curated::accepted(std::string_view folded) const {
  const auto found = by_name_.find(folded);
  return found == by_name_.end() ? kNoTerm : found->second.accepted;
}

bool Curated::refused(std::string_view folded, TermId term) const {
  const auto found = by_name_.find(folded);
  return found != by_name_.end() &&
         std::find(found->second.refused.begin(), found->second.refused.end(), term) != found->second.refused.end();
}

}  // namespace musclekg
