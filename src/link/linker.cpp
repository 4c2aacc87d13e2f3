#include "link/linker.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostRemembered = 1 << 12;

/// "branch of femoral artery" cut into "branch" and "femoral artery".
struct Phrase {
  std::string head;
  std::string whole;
};

/// A name as it is written in a label: blanks folded, no article in front, case kept.
std::string plain(std::string_view name) {
  std::string result;
  result.reserve(name.size());
  for (std::string_view left = trim(name); !left.empty(); left = trim(left)) {
    const std::string_view word = left.substr(0, left.find_first_of(" \t\r\n"));
    left.remove_prefix(word.size());
    if (result.empty() && (word == "the" || word == "a" || word == "an" || word == "The")) continue;
    if (!result.empty()) result += ' ';
    result += word;
  }
  return result.empty() ? std::string(trim(name)) : result;
}

/// The last word in the singular: "posterior branches" -> "posterior branch".
std::string singular_head(const std::string& head) {
  const std::size_t blank = head.rfind(' ');
  return blank == std::string::npos ? singular(head) : head.substr(0, blank + 1) + singular(std::string_view(head).substr(blank + 1));
}

std::optional<Phrase> phrase_of(const std::string& name) {
  std::size_t at = std::string::npos, size = 0;
  for (const std::string_view word : {" of ", " from "}) {
    const std::size_t found = name.find(word);
    if (found < at) at = found, size = word.size();
  }
  if (at == std::string::npos || at == 0) return {};
  return Phrase{singular_head(name.substr(0, at)), plain(name.substr(at + size))};
}

std::string_view last_word(std::string_view text) { return text.substr(text.rfind(' ') + 1); }

}  // namespace

Linker::Linker(LinkTables tables)
    : tables_(std::move(tables)), slots_{tables_.slots.find("any"), tables_.slots.find("movement"), tables_.slots.find("joint")} {
  if (slots_.any == nullptr || slots_.movement == nullptr || slots_.joint == nullptr)
    throw Failure("slots.tsv must have the slots 'any', 'movement' and 'joint'");
}

const Link& Linker::link(const SlotTable::Slot& slot, const Mention& mention) {
  const Fingerprint key = fingerprint(fingerprint(mention.name), fingerprint(mention.id), rest_of(slot, mention));
  const auto found = remembered_.find(key);
  if (found != remembered_.end()) return *found->second;
  auto decided = std::make_unique<Link>(decide(slot, mention));
  return *remembered_.emplace(key, std::move(decided)).first->second;
}

/// What a link depends on besides name and id.
Fingerprint Linker::rest_of(const SlotTable::Slot& slot, const Mention& mention) {
  const std::initializer_list<std::string_view> rest = {mention.whole,        mention.whole_id, mention.branch_of,
                                                        mention.branch_of_id, mention.broader,  mention.note};
  if (std::all_of(rest.begin(), rest.end(), [](std::string_view part) { return part.empty(); })) return {slot.number, 0};
  scratch_.clear();
  for (const std::string_view part : rest) scratch_.append(part).append(1, '\x1F');
  Fingerprint result = fingerprint(scratch_);
  result.low ^= slot.number;
  return result;
}

void Linker::forget_if_full() {
  if (remembered_.size() > kMostRemembered) remembered_.clear();
}

Link Linker::decide(const SlotTable::Slot& slot, const Mention& mention) {
  if (!mention.id.empty()) return by_id(slot, mention);
  const TermId whole = known(*slots_.any, mention.whole, mention.whole_id);
  Link link;
  if (mention.whole.empty()) {
    link = by_name(slot, mention.name, kNoTerm);
  } else {
    link = by_name(slot, fmt::format("{} of {}", mention.name, mention.whole), kNoTerm);
    if (link.term == kNoTerm && whole != kNoTerm) link = by_name(slot, mention.name, whole);
  }
  if (link.term == kNoTerm) compose(slot, mention, link);
  return link;
}

Link Linker::by_id(const SlotTable::Slot& slot, const Mention& mention) const {
  const TermIndex& terms = tables_.terms;
  Link link;
  link.rule = LinkRule::GivenId;
  const auto refuse = [&](const char* rule, std::string text) {
    link.rule = LinkRule::Refused;
    link.fault_rule = rule;
    link.fault = std::move(text);
    return link;
  };
  const TermId id = find(mention.id);
  if (id == kNoTerm) return refuse("unknown-id", fmt::format("{} is in no loaded ontology", mention.id));
  const Term& term = terms[id];
  if (term.deprecated) return refuse("obsolete-id", fmt::format("{} is obsolete", mention.id));
  const std::string folded = fold_plural(mention.name);
  const auto& named = terms.named_inflected(folded);
  if (std::none_of(named.begin(), named.end(), [&](const TermIndex::Named& other) { return other.term == id; }))
    return refuse("id-label-mismatch", fmt::format("{} is '{}', not '{}'", mention.id, term.label, mention.name));
  if (slot.kinds != ~KindSet{0} && (term.kinds & slot.kinds) == 0)
    return refuse("wrong-kind", fmt::format("{} '{}' is {}; the slot '{}' takes {}", mention.id, term.label,
                                            tables_.kinds.of_kind(term.kinds), slot.name, tables_.kinds.names(slot.kinds)));
  link.term = id;
  link.material = term.material;
  return link;
}

/// By label, then exact synonym, then inflected name; of these the first that any fitting term has decides.
/// `within`: only terms inside this one fit.
Link Linker::by_name(const SlotTable::Slot& slot, std::string_view name, TermId within) const {
  const TermIndex& terms = tables_.terms;
  const std::string folded = fold(name);
  const std::string inflected_name = fold_plural(name);
  const Cautions::Caution* caution = tables_.cautions.find(inflected_name);
  Link link;
  if (caution != nullptr) link.note = caution->note;
  const auto fits = [&](TermId id) {
    return (terms[id].kinds & slot.kinds || slot.kinds == ~KindSet{0}) &&
           (caution == nullptr || !caution->refused.contains(terms[id].iri)) && (within == kNoTerm || terms.within(id, within));
  };
  const auto take = [&](std::span<const TermIndex::Named> named, bool label, LinkRule rule) {
    std::vector<TermId> fitting;
    for (const TermIndex::Named& candidate : named)
      if (candidate.label == label && fits(candidate.term)) fitting.push_back(candidate.term);
    if (fitting.size() == 1) {
      link.term = fitting.front();
      link.rule = rule;
      link.material = terms[link.term].material;
    }
    if (fitting.size() > 1) link.candidates = std::move(fitting);
    return link.term != kNoTerm || !link.candidates.empty();
  };
  const auto exact = terms.named(folded);
  if (take(exact, true, LinkRule::Label) || take(exact, false, LinkRule::ExactSynonym)) return link;
  const auto inflected = terms.named_inflected(inflected_name);
  if (take(inflected, true, LinkRule::Inflected) || take(inflected, false, LinkRule::Inflected)) return link;
  for (const TermIndex::Named& candidate : exact)
    if ((terms[candidate.term].kinds & slot.kinds) == 0 && link.other_kind == kNoTerm) link.other_kind = candidate.term;
  return link;
}

/// The term a name or id certainly stands for, or kNoTerm.
TermId Linker::known(const SlotTable::Slot& slot, std::string_view name, std::string_view id) {
  if (name.empty() && id.empty()) return kNoTerm;
  return link(slot, {name, id, {}, {}, {}, {}, {}, {}}).term;
}

TermId Linker::find(std::string_view id) const { return tables_.terms.find_iri(tables_.prefixes.expand(id).value_or(std::string(id))); }

/// Regions are called "hindlimb stylopod" in Uberon, which no anatomist of man says: the record's words stay. All other
/// wholes are called by their label, so that synonyms of one whole give one name.
std::string Linker::name_of_whole(TermId whole, std::string_view words) const {
  if (whole == kNoTerm || tables_.terms[whole].kinds & tables_.kinds.bit("region")) return plain(words);
  return tables_.terms[whole].label;
}

bool Linker::names_same(std::string_view words, std::string_view whole_words, TermId whole) {
  return fold_plural(words) == fold_plural(whole_words) || (whole != kNoTerm && known(*slots_.any, words, {}) == whole);
}

/// Makes a provisional term of a name that no term has, and ties it to terms that are known.
void Linker::compose(const SlotTable::Slot& slot, const Mention& mention, Link& link) {
  const bool branches = slot.name == "nerve" || slot.name == "artery";
  link.rule = LinkRule::Provisional;
  std::string head = plain(mention.name);
  link.label = head;
  const std::optional<Phrase> phrase = phrase_of(head);
  const std::string noun = fold_plural(last_word(phrase ? phrase->head : head));
  if (!mention.whole.empty()) {
    link.whole = known(*slots_.any, mention.whole, mention.whole_id);
    if (phrase && names_same(phrase->whole, mention.whole, link.whole)) head = phrase->head;  // "tendon of X", of X
    link.label = fmt::format("{} of {}", head, name_of_whole(link.whole, mention.whole));
  } else if (phrase) {
    const TermId whole = known(branches ? slot : *slots_.any, phrase->whole, {});
    if (whole != kNoTerm) {
      (branches ? link.branch_of : link.whole) = whole;
      head = phrase->head;
      link.label = fmt::format("{} of {}", head, name_of_whole(whole, phrase->whole));
    }
  }
  if (const TermId branch_of = known(slot, mention.branch_of, mention.branch_of_id); branch_of != kNoTerm) link.branch_of = branch_of;
  if (!mention.broader.empty()) {
    link.broader = find(mention.broader);  // an unknown one is reported where it stands
  } else if (link.branch_of != kNoTerm) {
    link.broader = link.branch_of;
  } else if (link.whole != kNoTerm) {
    link.genus = known(*slots_.any, head, {});
    link.broader = link.genus;
  }
  if (link.whole != kNoTerm || link.branch_of != kNoTerm || link.broader != kNoTerm) link.rule = LinkRule::Composed;
  if (!mention.note.empty() && link.note.empty()) link.note = mention.note;
  const auto& nouns = tables_.immaterial_nouns;
  link.material = std::find(nouns.begin(), nouns.end(), noun) == nouns.end();
  link.slug = slug(link.label);
  if (link.slug.empty()) {
    link.rule = LinkRule::Refused;
    link.fault_rule = "no-letters";
    link.fault = fmt::format("'{}' has no letter or digit to make a term's name of", mention.name);
  }
}

}  // namespace musclekg
