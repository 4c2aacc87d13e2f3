// The part of the linker that audits ids which stand in a record.

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "link/linker.h"

namespace musclekg {

/// Whether a name is one of the term's, in whatever form and of whatever scope.
bool Linker::has_name(TermId term, const SlotTable::Slot& slot, std::string_view name) const {
  const auto among = [&](std::string_view words) {
    const std::string normal = tables_.forms.normal(words);
    const std::string keys[kNameForms] = {fold(words), normal, tables_.forms.arranged(normal, ~KindSet{0}).name, normal};
    for (std::size_t form = 0; form < kNameForms; ++form)
      for (const TermIndex::Named& named : tables_.terms.named(static_cast<NameForm>(form), keys[form]))
        if (named.term == term) return true;
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
  std::string_view label = obsolete.label;
  if (label.starts_with("obsolete ")) label.remove_prefix(9);
  return tables_.forms.normal(label) == normal ||
         std::any_of(obsolete.synonyms.begin(), obsolete.synonyms.end(),
                     [&](const Synonym& synonym) { return tables_.forms.normal(synonym.text) == normal; });
}

/// Audits a given id: it exists, lives, and the name and the kind fit.
Link Linker::by_id(const SlotTable::Slot& slot, const Mention& mention) {
  const TermIndex& terms = tables_.terms;
  Link link;
  const auto refuse = [&](const char* rule, std::string text) {
    link.rule = LinkRule::Refused;
    link.fault_rule = rule;
    link.fault = std::move(text);
    return link;
  };
  const TermId id = find(mention.id);
  if (id == kNoTerm) {
    std::string claimed;
    for (const TermId term : terms.matching(tables_.prefixes.iri_of_id(mention.id).value_or(std::string(mention.id))))
      claimed += fmt::format("{}{}", claimed.empty() ? "" : " and ", id_of(term));
    return claimed.empty() ? refuse("unknown-id", fmt::format("{} is in no loaded ontology", mention.id))
                           : refuse("ambiguous-id", fmt::format("{} is matched by {}", mention.id, claimed));
  }
  const Term& term = terms[id];
  if (term.obsolete) return by_obsolete_id(slot, mention, term);
  const std::string folded = fold(mention.name);
  const TermId accepted = tables_.curated.accepted(folded);
  if (tables_.curated.refused(folded, id))
    return refuse("id-against-mapping", fmt::format("a mapping says that '{}' is not {}", mention.name, mention.id));
  if (accepted != kNoTerm && accepted != id)
    return refuse("id-against-mapping",
                  fmt::format("{} is given, but a mapping says that '{}' is {}", mention.id, mention.name, id_of(accepted)));
  if (accepted == kNoTerm && !has_name(id, slot, mention.name)) {
    const Link named = by_words({&slot, muscle_}, std::string(mention.name));
    return refuse("id-label-mismatch", fmt::format("{} is '{}', not '{}'{}", mention.id, term.label, mention.name,
                                                   named.term == kNoTerm ? "" : fmt::format(", which is {}", id_of(named.term))));
  }
  if (slot.kinds != ~KindSet{0} && (term.kinds & slot.kinds) == 0)
    return refuse("wrong-kind", fmt::format("{} '{}' is {}; the slot '{}' takes {}", mention.id, term.label,
                                            tables_.kinds.of_kind(term.kinds), slot.name, tables_.kinds.names(slot.kinds)));
  link.rule = LinkRule::GivenId;
  link.term = id;
  link.material = term.material;
  return link;
}

/// The term that replaces an obsolete one is taken, and the old id kept; of those to consider, the one that has the name.
Link Linker::by_obsolete_id(const SlotTable::Slot& slot, const Mention& mention, const Term& obsolete) {
  Link link;
  std::vector<TermId> replacements;
  for (const auto* iris : {&obsolete.replaced_by, &obsolete.consider}) {
    for (const std::string& iri : *iris)
      if (const TermId id = tables_.terms.find_iri(iri); id != kNoTerm && !tables_.terms[id].obsolete) replacements.push_back(id);
    if (!replacements.empty()) break;
  }
  if (replacements.empty()) {
    link.rule = LinkRule::Refused;
    link.fault_rule = "obsolete-id";
    link.fault = fmt::format("{} '{}' is obsolete, and no loaded term replaces it", mention.id, obsolete.label);
    return link;
  }
  if (replacements.size() == 1 && !obsolete.replaced_by.empty()) {
    Mention mended = mention;
    const std::string id = id_of(replacements.front());
    mended.id = id;
    link = by_id(slot, mended);
    if (link.rule == LinkRule::Refused && link.fault_rule == "id-label-mismatch" && had_name(obsolete, mention.name)) {
      link = {};
      link.rule = LinkRule::GivenId;
      link.term = replacements.front();
      link.material = tables_.terms[link.term].material;
    }
    link.given_id = mention.id;
    return link;
  }
  link = by_words({&slot, muscle_}, std::string(mention.name));
  link.given_id = mention.id;
  if (std::find(replacements.begin(), replacements.end(), link.term) != replacements.end()) return link;
  link = {};
  link.given_id = mention.id;
  link.candidates = std::move(replacements);
  Mention unnamed = mention;
  unnamed.id = {};
  compose(slot, unnamed, link);
  return link;
}

}  // namespace musclekg
