#include "map/record_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace musclekg {

namespace {

/// Keys whose value is another thing than what they are said of. The group named after a muscle is one; what an insertion passes through
/// may be what it inserts into.
bool is_of_another(Relation relation) {
  constexpr Relation kRelations[] = {Relation::PartOf,         Relation::Origin,    Relation::Insertion,  Relation::Innervation,
                                     Relation::ArterialSupply, Relation::Synergist, Relation::Antagonist, Relation::JoinedWith,
                                     Relation::AttachedTo,     Relation::Envelops,  Relation::BranchOf};
  return std::find(std::begin(kRelations), std::end(kRelations), relation) != std::end(kRelations);
}

}  // namespace

void check_record(const LinkedRecord& linked, const TermIndex& terms, const Prefixes& prefixes, bool strict, Diagnostics& diagnostics) {
  const Record& record = *linked.record;
  const auto named = [&](TermId term) { return fmt::format("{} '{}'", prefixes.id_of(terms[term].iri), terms[term].label); };
  std::vector<TermId> sites;
  for (std::uint32_t i = 1; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    const Link* link = linked.fields[i].link;
    if (link == nullptr || link->term == kNoTerm) continue;
    if (field.relation == Relation::Origin || field.relation == Relation::Insertion) sites.push_back(link->term);
    const Link* owner = linked.fields[field.parent].link;
    if (owner == nullptr || owner->term != link->term || !is_of_another(field.relation)) continue;
    const std::string text = fmt::format("'{}' of {} names that itself: no edge is written", name_of(field.relation), named(owner->term));
    if (strict) {
      diagnostics.error({record.file, field.where}, "self-edge", text, "name the other structure, or mend the id");
    } else {
      diagnostics.warning({record.file, field.where}, "self-edge", text, "name the other structure, or mend the id");
    }
  }
  std::sort(sites.begin(), sites.end());
  for (std::uint32_t i = 1; i < record.fields.size(); ++i) {
    const Link* link = linked.fields[i].link;
    if (record.fields[i].relation != Relation::Innervation || link == nullptr || link->term == kNoTerm) continue;
    if (!std::binary_search(sites.begin(), sites.end(), link->term)) continue;
    const std::string text = fmt::format("{} is given as nerve, and as a place of attachment", named(link->term));
    if (strict) {
      diagnostics.error({record.file, record.fields[i].where}, "nerve-is-site", text, "one of the two ids or names is wrong");
    } else {
      diagnostics.warning({record.file, record.fields[i].where}, "nerve-is-site", text, "one of the two ids or names is wrong");
    }
  }
}

}  // namespace musclekg
