#include "map/link_warnings.h"

#include <fmt/format.h>

#include "link/coordination.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostWarned = 1000;  ///< names that are remembered as warned of; more are only counted

}  // namespace

std::string LinkWarnings::named(TermId term) const { return fmt::format("{} '{}'", prefixes_.id_of(terms_[term].iri), terms_[term].label); }

void LinkWarnings::warn(const Record& record, const Field& field, const LinkedField& linked, const Link& link, Diagnostics& diagnostics) {
  const std::string_view slot = linked.rule->slot ? std::string_view(linked.rule->slot->name) : "action";
  scratch_.assign(slot).append("\x1F").append(link.label);
  if (warned_.size() >= kMostWarned || !warned_.try_emplace(scratch_, 0).second) return;
  const Location where{record.file, field.where};
  if (!link.candidates.empty()) {
    std::string names;
    for (const TermId candidate : link.candidates) names += (names.empty() ? "" : ", ") + named(candidate);
    diagnostics.warning(where, "ambiguous-name", fmt::format("'{}' in {} may be {}", link.label, name_of(field.relation), names),
                        "give the id of the one that is meant");
    return;
  }
  std::string ties;
  if (link.branch_of != kNoTerm) ties += fmt::format(", branch of {}", named(link.branch_of));
  if (link.whole != kNoTerm) ties += fmt::format(", part of {}", named(link.whole));
  if (link.broader != kNoTerm && link.broader != link.branch_of) ties += fmt::format(", narrower than {}", named(link.broader));
  std::string hint;
  if (link.other_kind != kNoTerm)
    hint = fmt::format("{} has the name, but is {}", named(link.other_kind), kinds_.of_kind(terms_[link.other_kind].kinds));
  if (hint.empty() && coordinations(field.text).size() > 0)
    hint = "if it names several things, write each as a value of its own: not all of its parts are known";
  diagnostics.warning(where, "provisional-term",
                      fmt::format("'{}' in {} is no {} in the loaded ontologies: it becomes mkt:{}{}", link.label, name_of(field.relation),
                                  slot == "any" ? "term" : fmt::format("term for the slot '{}'", slot), link.slug, ties),
                      std::move(hint));
  if (!link.material && link.whole == kNoTerm && slot == "attachment")
    diagnostics.warning(where, "no-material-whole",
                        fmt::format("'{}' is a line, and nothing says what it is part of: no RO edge is written for it", link.label),
                        "add 'of:' with the bone it is on");
}

}  // namespace musclekg
