// The part of the linker that audits ids which stand in a record.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "link/linker.h"

namespace musclekg {

namespace {

Link refused(const char* rule, std::string text) {
  Link link;
  link.rule = LinkRule::Refused;
  link.fault_rule = rule;
  link.fault = std::move(text);
  return link;
}

}  // namespace

bool Linker::take_name(TermId term, const SlotTable::Slot& slot, std::string_view name, Link& link) const {
  const auto among = [&](std::string_view words) {
    const std::string normal = tables_.forms.normal(words);
    const std::string keys[kNameForms] = {fold(words), normal, tables_.forms.arranged(normal, ~KindSet{0}).name, normal};
    for (std::size_t form = 0; form < kNameForms; ++form)
      for (const TermIndex::Named& named : tables_.terms.named(static_cast<NameForm>(form), keys[form])) {
        if (named.term != term) continue;
        link.matched = tables_.terms.text_of(named);
        link.matched_field = field_of(tables_.terms.synonym_of(named));
        link.bearer = named.bearer;
        return true;
      }
    return false;
  };
  if (among(name)) return true;
  const std::vector<std::string> written = tables_.abbreviations.written_out(name, slot);
  const std::vector<std::vector<std::string>> readings = readings_of(name, tables_.portions);
  return std::any_of(written.begin(), written.end(), among) ||
         std::any_of(readings.begin(), readings.end(), [&](const auto& group) { return std::any_of(group.begin(), group.end(), among); });
}

/// The same for an obsolete term, whose names are in no index.
bool Linker::had_name(const Term& obsolete, std::string_view name) const {
  const std::string normal = tables_.forms.normal(name);
  const std::string_view label = obsolete.label;
  return tables_.forms.normal(label) == normal || (label.starts_with("obsolete ") && tables_.forms.normal(label.substr(9)) == normal) ||
         std::any_of(obsolete.synonyms.begin(), obsolete.synonyms.end(),
                     [&](const Synonym& synonym) { return tables_.forms.normal(synonym.text) == normal; });
}

/// Audits a given id: it exists, lives, and the name and the kind fit.
Link Linker::by_id(const SlotTable::Slot& slot, const Mention& mention) {
  const TermIndex& terms = tables_.terms;
  const TermId id = find(mention.id);
  if (id == kNoTerm) {
    std::string claimed;
    for (const TermId term : terms.matching(tables_.prefixes.iri_of_id(mention.id).value_or(std::string(mention.id))))
      claimed += fmt::format("{}{}", claimed.empty() ? "" : " and ", id_of(term));
    return claimed.empty() ? refused("unknown-id", fmt::format("{} is in no loaded ontology", mention.id))
                           : refused("ambiguous-id", fmt::format("{} is matched by {}", mention.id, claimed));
  }
  return terms[id].obsolete ? by_obsolete_id(slot, mention, terms[id]) : audited(slot, mention, id, false);
}

/// `fits`: it is known that the name is the term's.
Link Linker::audited(const SlotTable::Slot& slot, const Mention& mention, TermId id, bool fits) {
  const Term& term = tables_.terms[id];
  Link link;
  const std::string folded = fold(mention.name);
  const std::vector<TermId> accepted = tables_.curated.accepted(folded, slot.name);
  const bool curated = std::find(accepted.begin(), accepted.end(), id) != accepted.end();
  if (tables_.curated.refused(folded, slot.name, id))
    return refused("id-against-mapping", fmt::format("a mapping says that '{}' is not {}", mention.name, mention.id));
  if (!accepted.empty() && !curated)
    return refused("id-against-mapping",
                   fmt::format("{} is given, but a mapping says that '{}' is {}", mention.id, mention.name, id_of(accepted.front())));
  if (term.label.empty())
    return refused("id-label-mismatch", fmt::format("{} has no label: nothing says that it is '{}'", mention.id, mention.name));
  if (!take_name(id, slot, mention.name, link) && !fits && !curated) {
    const Link named = by_words({&slot, muscle_}, std::string(mention.name));
    return refused("id-label-mismatch", fmt::format("{} is '{}', not '{}'{}", mention.id, term.label, mention.name,
                                                    named.term == kNoTerm ? "" : fmt::format(", which is {}", id_of(named.term))));
  }
  const bool unknown_kind = mention.of_table && term.kinds == 0;  // of a table's own ontologies the kinds need not be known
  if (slot.kinds != ~KindSet{0} && (term.kinds & slot.kinds) == 0 && !unknown_kind)
    return refused("wrong-kind", fmt::format("{} '{}' is {}; the slot '{}' takes {}", mention.id, term.label,
                                             tables_.kinds.of_kind(term.kinds), slot.name, tables_.kinds.names(slot.kinds)));
  link.rule = LinkRule::GivenId;
  link.term = id;
  link.material = term.material;
  return link;
}

/// What a name of a table stands for whose id was refused.
Link Linker::despite(const SlotTable::Slot& slot, const Mention& mention, const Link& refused) {
  Mention unmarked = mention;
  unmarked.id = {};
  Link link = decide(slot, unmarked);
  if (link.rule == LinkRule::Refused) return link;
  TermId id = find(mention.id);
  const bool obsolete = id != kNoTerm && tables_.terms[id].obsolete;
  if (obsolete) {
    const std::vector<TermId> replacements = living(tables_.terms[id].replaced_by);
    id = replacements.size() == 1 ? replacements.front() : kNoTerm;
  }
  const auto take_id = [&](LinkRule rule) {
    link = {};
    link.rule = rule;
    link.term = id;
    link.material = tables_.terms[id].material;
  };
  bool agree = false;
  if (id != kNoTerm) {
    const Term& term = tables_.terms[id];
    const bool fits = slot.kinds == ~KindSet{0} || term.kinds == 0 || (term.kinds & slot.kinds) != 0;
    // The name may tell the whole, too: "ascending vasa recta of kidney".
    const bool spelt_out = link.genus == id && link.whole != kNoTerm && tables_.terms.is_within(id, link.whole);
    const bool tied = link.whole == id || link.branch_of == id || link.broader == id;
    if (spelt_out) take_id(LinkRule::GivenId);
    agree = link.term == id;
    if (link.term == kNoTerm && link.candidates.empty() && !tied && fits && !term.label.empty()) take_id(LinkRule::AuthorsId);
    if (obsolete && link.term == id) link.given_id = mention.id;
  }
  if (agree) return link;
  link.fault_rule = refused.fault_rule;
  link.fault = refused.fault;
  return link;
}

/// The living terms that IRIs lead to, also by way of obsolete ones that have a replacement of their own. Each once.
std::vector<TermId> Linker::living(const std::vector<std::string>& iris) const {
  std::vector<TermId> found;
  std::vector<std::string> open = iris;
  std::set<std::string> seen;
  for (std::size_t at = 0; at < open.size(); ++at) {
    if (!seen.insert(open[at]).second) continue;
    const TermId id = tables_.terms.find_iri(open[at]);
    if (id == kNoTerm) continue;
    if (tables_.terms[id].obsolete) {
      open.insert(open.end(), tables_.terms[id].replaced_by.begin(), tables_.terms[id].replaced_by.end());
    } else if (std::find(found.begin(), found.end(), id) == found.end()) {
      found.push_back(id);
    }
  }
  return found;
}

/// The term that replaces an obsolete one is taken, and the old id kept; of those to consider, the one that has the name.
Link Linker::by_obsolete_id(const SlotTable::Slot& slot, const Mention& mention, const Term& obsolete) {
  const std::vector<TermId> replacements = living(obsolete.replaced_by);
  if (replacements.size() == 1) {
    Mention mended = mention;
    const std::string id = id_of(replacements.front());
    mended.id = id;
    Link link = audited(slot, mended, replacements.front(), had_name(obsolete, mention.name));
    if (link.rule == LinkRule::Refused) link.fault = fmt::format("{} is obsolete, and replaced by {}: {}", mention.id, id, link.fault);
    link.given_id = mention.id;
    return link;
  }
  const std::vector<TermId> proposed = replacements.empty() ? living(obsolete.consider) : replacements;
  if (proposed.empty())
    return refused("obsolete-id", fmt::format("{} '{}' is obsolete, and no loaded term replaces it", mention.id, obsolete.label));
  Link link = by_words({&slot, muscle_}, std::string(mention.name));
  link.given_id = mention.id;
  if (std::find(proposed.begin(), proposed.end(), link.term) != proposed.end()) return link;
  link = {};
  link.given_id = mention.id;
  link.candidates = proposed;
  Mention unnamed = mention;
  unnamed.id = {};
  compose(slot, unnamed, link);
  return link;
}

}  // namespace musclekg
