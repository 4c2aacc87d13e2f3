#include "link/name_lookup.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "link/name_rank.h"

namespace musclekg {

namespace {

void add_new(std::vector<TermId>& to, TermId term) {
  if (std::find(to.begin(), to.end(), term) == to.end()) to.push_back(term);
}

}  // namespace

std::string_view field_of(const Synonym* synonym) {
  if (synonym == nullptr) return "rdfs:label";
  switch (synonym->scope) {
    case Scope::Exact:
      return "oboInOwl:hasExactSynonym";
    case Scope::Narrow:
      return "oboInOwl:hasNarrowSynonym";
    case Scope::Broad:
      return "oboInOwl:hasBroadSynonym";
    case Scope::Related:
      return "oboInOwl:hasRelatedSynonym";
  }
  return "";
}

NameLookup::NameLookup(const TermIndex& terms, const KindTable& kinds, const NameForms& forms, const Cautions& cautions,
                       const Portions& portions, const Curated& curated)
    : terms_(terms),
      forms_(forms),
      cautions_(cautions),
      portions_(portions),
      curated_(curated),
      main_region_(kinds.bit("main-region")),
      group_(kinds.bit("muscle-group")) {}

bool NameLookup::fits(const Place& place, TermId term, const Cautions::Caution* caution, std::string_view folded) const {
  const bool kind = place.slot->kinds == ~KindSet{0} || (terms_[term].kinds & place.slot->kinds) != 0;
  return kind && (caution == nullptr || !caution->refused.contains(terms_[term].iri)) &&
         !curated_.refused(folded, place.slot->name, term) && (place.within == kNoTerm || terms_.is_within(term, place.within));
}

Link NameLookup::find(const Place& place, std::string_view name) const {
  const std::string folded = fold(name);
  const std::string normal = forms_.normal(name);
  const NameForms::Arranged arranged = forms_.arranged(normal, place.slot->kinds);
  const Cautions::Caution* caution = cautions_.find(forms_.arranged(normal, ~KindSet{0}).name);
  Link link;
  if (caution != nullptr) link.note = caution->note;
  if (find_curated(place, folded, link)) return link;
  const std::string joined = forms_.joined(name);
  const std::string numbered = forms_.arranged(forms_.numbered(name), place.slot->kinds).name;
  const std::tuple<NameForm, const std::string*, bool> steps[] = {
      {NameForm::Folded, &folded, true},          {NameForm::Normal, &normal, true},  {NameForm::Normal, &joined, true},
      {NameForm::Arranged, &arranged.name, true}, {NameForm::Normal, &normal, false}, {NameForm::Normal, &joined, false},
      {NameForm::Arranged, &arranged.name, false}};
  for (const auto& [form, key, same_number] : steps) {
    if (key->empty()) continue;
    std::vector<Fitting> fitting;
    for (const TermIndex::Named& named : terms_.named(form, *key)) {
      const Synonym* synonym = terms_.synonym_of(named);
      const int rank = rank_of(named, synonym);
      if (rank == kNameRanks) continue;
      // An abbreviation is one only as it is written.
      if (synonym != nullptr && synonym->type == SynonymType::Abbreviation && trim(name) != synonym->text) continue;
      if (form == NameForm::Arranged && arranged.left_out != 0 && (terms_[named.term].kinds & arranged.left_out) == 0) continue;
      if (form == NameForm::Arranged && arranged.left_out == 0 && adds_noun(*place.slot, named)) continue;
      if (form != NameForm::Folded && !fits_number(named, numbered, same_number)) continue;
      if (fits(place, named.term, caution, folded)) {
        fitting.push_back({named, rank});
      } else if ((terms_[named.term].kinds & place.slot->kinds) == 0 && place.slot->kinds != ~KindSet{0}) {
        if (link.other_kind == kNoTerm && form == NameForm::Folded) link.other_kind = named.term;
        add_new(link.alternatives, named.term);
      }
    }
    if (!decide(place, std::move(fitting), link)) continue;
    if (link.term != kNoTerm && form != NameForm::Folded)
      link.rule = form == NameForm::Normal ? LinkRule::Normalized : LinkRule::Rearranged;
    return link;
  }
  find_elliptic(place, normal, caution, folded, link);
  return link;
}

/// Whether a name is in singular or plural where the one looked up (`numbered`, arranged) is; else, when it need not be, whether it is
/// no name of a group: "interossei" is a group, "interosseous" one muscle of it.
bool NameLookup::fits_number(const TermIndex::Named& named, std::string_view numbered, bool same) const {
  if (forms_.arranged(forms_.numbered(terms_.text_of(named)), terms_[named.term].kinds).name == numbered) return true;
  return !same && (terms_[named.term].kinds & group_) == 0;
}

/// A curator's decision for the name: of several terms the one that the slot takes, and of these the one near the muscle.
bool NameLookup::find_curated(const Place& place, std::string_view folded, Link& link) const {
  std::vector<TermId> fitting;
  for (const TermId term : curated_.accepted(folded, place.slot->name))
    if (fits({place.slot}, term, nullptr, folded)) fitting.push_back(term);
  if (fitting.size() > 1) {
    link.regional = true;
    std::vector<TermId> near;
    for (const TermId term : fitting)
      if (place.muscle != kNoTerm && shares_region(term, place.muscle)) near.push_back(term);
    if (near.size() != 1) {
      link.candidates = std::move(fitting);
      return true;
    }
    link.by_region = true;
    fitting = std::move(near);
  }
  if (fitting.empty()) return false;
  link.rule = LinkRule::Curated;
  link.term = fitting.front();
  link.material = terms_[link.term].material;
  return true;
}

/// Whether the term's name has a noun more ("muscle") that the slot does not imply: "mandible" is no mandible muscle, but where only
/// a joint can stand, "knee" is the knee joint, and where bones can, "second metatarsal" is one.
bool NameLookup::adds_noun(const SlotTable::Slot& slot, const TermIndex::Named& named) const {
  const NameForms::Arranged arranged = forms_.arranged(forms_.normal(terms_.text_of(named)), terms_[named.term].kinds);
  if (arranged.left_out == 0 || (slot.kinds & ~arranged.left_out) == 0) return false;
  return !(arranged.addable && arranged.name.find(' ') != std::string::npos);
}

void NameLookup::find_elliptic(const Place& place, std::string_view normal, const Cautions::Caution* caution, std::string_view folded,
                               Link& link) const {
  const std::string_view head = normal.substr(0, normal.find(" of "));
  const Portions::Kind noun = portions_.kind_of(head.substr(head.rfind(' ') + 1));
  if (noun != Portions::Kind::None && noun != Portions::Kind::StructureNoun) return;
  if (forms_.arranged(head, ~KindSet{0}).name.find(' ') == std::string::npos) return;  // "transverse muscle" says too little
  const bool needs_region = noun == Portions::Kind::StructureNoun && head.size() == normal.size() && place.within == kNoTerm;
  std::vector<Fitting> fitting;
  std::vector<TermId> elsewhere;
  for (const TermIndex::Named& named : terms_.named(NameForm::Elliptic, normal)) {
    if (rank_of(named, terms_.synonym_of(named)) == kNameRanks || !fits(place, named.term, caution, folded)) continue;
    link.regional = true;
    const bool here = place.muscle == kNoTerm
                          ? !needs_region
                          : shares_region(named.term, place.muscle) ||
                                (!needs_region && (main_regions_of(named.term).empty() || main_regions_of(place.muscle).empty()));
    if (!here) {
      add_new(elsewhere, named.term);
    } else if (std::none_of(fitting.begin(), fitting.end(), [&](const Fitting& one) { return one.named.term == named.term; })) {
      fitting.push_back({named, 0});
    }
  }
  const bool decided = decide(place, std::move(fitting), link);
  if (link.term != kNoTerm) {
    link.rule = LinkRule::Elliptic;
    link.by_region |= !elsewhere.empty();
    for (const TermId term : elsewhere) add_new(link.alternatives, term);
  } else if (!decided) {
    link.candidates = std::move(elsewhere);
  }
}

std::vector<NameLookup::Candidate> NameLookup::all(std::string_view name) const {
  const std::string normal = forms_.normal(name);
  const std::string keys[kNameForms] = {fold(name), normal, forms_.arranged(normal, ~KindSet{0}).name, normal};
  constexpr std::array kRules = {LinkRule::Label, LinkRule::Normalized, LinkRule::Rearranged, LinkRule::Elliptic};
  const SlotTable::Slot any = {{}, ~KindSet{0}, 0};
  std::vector<Candidate> found;
  for (const bool sure : {true, false})
    for (std::size_t form = 0; form < kNameForms; ++form)
      for (int rank = 0; rank <= kNameRanks; ++rank)
        for (const TermIndex::Named& named : terms_.named(static_cast<NameForm>(form), keys[form])) {
          const Synonym* synonym = terms_.synonym_of(named);
          if (rank_of(named, synonym) != rank || (rank < kNameRanks) != sure) continue;
          if (std::any_of(found.begin(), found.end(), [&](const Candidate& other) { return other.named.term == named.term; })) continue;
          const LinkRule rule = form > 0 ? kRules[form] : rule_of_rank(std::min(rank, kNameRanks - 1));
          const bool only = sure && form == static_cast<std::size_t>(NameForm::Arranged) && adds_noun(any, named);
          found.push_back({named, field_of(synonym),
                           only   ? "only where the slot takes no other kind"
                           : sure ? name_of(rule)
                                  : "never by this name"});
        }
  return found;
}

/// Takes the term that alone has the name in the surest field; false when no term fits.
bool NameLookup::decide(const Place& place, std::vector<Fitting> fitting, Link& link) const {
  for (int rank = 0; rank < kNameRanks; ++rank) {
    std::vector<Fitting> those;  // one for each term; they come in the order of their IRIs
    for (const Fitting& one : fitting)
      if (one.rank == rank && (those.empty() || those.back().named.term != one.named.term)) those.push_back(one);
    if (those.empty()) continue;
    const Fitting* taken = &those.front();
    if (those.size() > 1) {
      link.regional = true;
      const auto near = [&](const Fitting& one) { return place.muscle != kNoTerm && shares_region(one.named.term, place.muscle); };
      if (std::count_if(those.begin(), those.end(), near) != 1) {
        for (const Fitting& one : those) link.candidates.push_back(one.named.term);
        return true;
      }
      taken = &*std::find_if(those.begin(), those.end(), near);
      link.by_region = true;
    }
    const Synonym* synonym = terms_.synonym_of(taken->named);
    link.term = taken->named.term;
    link.rule = rule_of_rank(rank);
    link.material = terms_[link.term].material;
    link.matched = terms_.text_of(taken->named);
    link.matched_field = field_of(synonym);
    link.bearer = taken->named.bearer;
    for (const Fitting& one : fitting)
      if (one.named.term != link.term) add_new(link.alternatives, one.named.term);
    link.other_kind = kNoTerm;
    return true;
  }
  return false;
}

std::vector<TermId> NameLookup::main_regions_of(TermId term) const {
  std::vector<TermId> regions;
  for (const TermId id : terms_.within(term))
    if (terms_[id].kinds & main_region_) regions.push_back(id);
  return regions;
}

bool NameLookup::shares_region(TermId term, TermId muscle) const {
  const std::vector<TermId> wanted = main_regions_of(muscle);
  for (const TermId region : main_regions_of(term))
    if (std::find(wanted.begin(), wanted.end(), region) != wanted.end()) return true;
  return false;
}

}  // namespace musclekg
