#include "link/linker.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "link/coordination.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostRemembered = 1 << 12;

std::string_view last_word(std::string_view text) { return text.substr(text.rfind(' ') + 1); }

}  // namespace

Linker::Linker(LinkTables tables)
    : tables_(std::move(tables)), slots_{tables_.slots.find("any"), tables_.slots.find("movement"), tables_.slots.find("joint")} {
  if (slots_.any == nullptr || slots_.movement == nullptr || slots_.joint == nullptr)
    throw Failure("slots.tsv must have the slots 'any', 'movement' and 'joint'");
}

/// A link that does not depend on the muscle is remembered for all of them; one that does, for this muscle. Which of the two a
/// name is does not depend on the muscle: a link is regional from the first look at a region on, whatever the answer.
const Link& Linker::link(const SlotTable::Slot& slot, const Mention& mention) {
  const Fingerprint rest = rest_of(slot, mention);
  const Fingerprint key = fingerprint(fingerprint(mention.name), fingerprint(mention.id), rest);
  const auto found = remembered_.find(key);
  if (found != remembered_.end() && found->second) return *found->second;
  const Fingerprint with_muscle = fingerprint(key, rest, {muscle_, 1});
  if (found != remembered_.end())
    if (const auto own = remembered_.find(with_muscle); own != remembered_.end()) {
      region_matters_ = true;
      return *own->second;
    }
  const bool outer = std::exchange(region_matters_, false);
  auto decided = std::make_unique<Link>(decide(slot, mention));
  if (region_matters_) remembered_.insert_or_assign(key, nullptr);  // look under the muscle
  auto& kept = remembered_[region_matters_ ? with_muscle : key];
  region_matters_ |= outer;
  kept = std::move(decided);
  return *kept;
}

/// What a link depends on besides name and id.
Fingerprint Linker::rest_of(const SlotTable::Slot& slot, const Mention& mention) {
  const std::initializer_list<std::string_view> rest = {mention.whole,        mention.whole_id, mention.branch_of,
                                                        mention.branch_of_id, mention.broader,  mention.note};
  if (std::all_of(rest.begin(), rest.end(), [](std::string_view part) { return part.empty(); }))
    return {slot.number, mention.of_table ? 1u : 0u};
  scratch_.clear();
  for (const std::string_view part : rest) scratch_.append(part).append(1, '\x1F');
  Fingerprint result = fingerprint(scratch_);
  result.low ^= slot.number;
  if (mention.of_table) result.high ^= 1;
  return result;
}

void Linker::forget_if_full() {
  if (remembered_.size() > kMostRemembered) remembered_.clear();
}

Link Linker::decide(const SlotTable::Slot& slot, const Mention& mention) {
  if (!mention.id.empty()) {
    const Link link = by_id(slot, mention);
    return link.rule == LinkRule::Refused && mention.of_table ? despite(slot, mention, link) : link;
  }
  const Place place{&slot, muscle_};
  Link link;
  if (mention.whole.empty()) {
    link = by_name(place, mention.name);
  } else {
    const TermId whole = known(*slots_.any, mention.whole, mention.whole_id);
    const std::string full = fmt::format("{} of {}", mention.name, mention.whole);
    link = by_words(place, full);
    if (link.term == kNoTerm && whole != kNoTerm) link = by_name({&slot, muscle_, whole}, mention.name);
    if (link.term == kNoTerm) link = by_name(place, full);
  }
  if (link.term == kNoTerm) compose(slot, mention, link);
  return link;
}

/// By the name as it is, then by what it is another way of writing: abbreviations written out, parentheses resolved, and last
/// as a part within a whole that is known. Each step shortens the name, but for abbreviations, which are written out once.
Link Linker::by_name(const Place& place, std::string_view name, bool abbreviated) {
  const Link link = by_words(place, std::string(name));
  const auto found = [](const Link& one) { return one.term != kNoTerm || !one.candidates.empty(); };
  if (found(link)) return link;
  Link read;
  if (abbreviated) read = by_abbreviations(place, name);
  for (const std::vector<std::string>& readings : readings_of(name, tables_.portions)) {
    if (found(read)) break;
    read = by_readings(place, readings, LinkRule::Rearranged);
  }
  if (!found(read)) read = by_apposition(place, name);
  if (!found(read)) read = by_chain(place, plain(name));
  return found(read) ? read : link;
}

Link Linker::by_words(const Place& place, const std::string& name) {
  Link link = tables_.lookup.find(place, name);
  region_matters_ |= link.regional;
  return link;
}

/// Of an abbreviation that stands alone and means several things, one that no ontology has keeps it open.
Link Linker::by_abbreviations(const Place& place, std::string_view name) {
  const std::vector<std::string> readings = tables_.abbreviations.written_out(name, *place.slot);
  Link link = by_readings(place, readings, LinkRule::Abbreviation);
  if (link.term == kNoTerm || readings.size() < 2 || !tables_.abbreviations.is_one(name, *place.slot)) return link;
  for (const std::string& reading : readings) {
    const Link one = by_name(place, reading, false);
    if (one.term != kNoTerm || !one.candidates.empty()) continue;
    Link open;
    open.candidates = {link.term};
    return open;
  }
  return link;
}

/// "quadriceps tendon (patellar ligament)": where both are names of terms, it may be either.
Link Linker::by_apposition(const Place& place, std::string_view name) {
  Link link;
  const std::vector<std::string> both = apposition_of(name);
  for (const std::string& one : both) {
    const Link found = by_words(place, one);
    if (found.term != kNoTerm && found.rule < LinkRule::Elliptic) link.candidates.push_back(found.term);
  }
  if (both.empty() || link.candidates.size() < both.size()) return {};
  if (link.candidates.front() == link.candidates.back()) return by_words(place, both.front());
  return link;
}

/// The term on which all readings that have one agree; where they do not, all are candidates. `rule`: the least trusted
/// that the link can have.
Link Linker::by_readings(const Place& place, const std::vector<std::string>& readings, LinkRule rule) {
  Link link;
  std::vector<TermId> terms;
  for (const std::string& reading : readings) {
    Link read = by_name(place, reading, rule != LinkRule::Abbreviation);
    for (const TermId candidate : read.candidates)
      if (std::find(terms.begin(), terms.end(), candidate) == terms.end()) terms.push_back(candidate);
    if (read.term == kNoTerm) continue;
    if (std::find(terms.begin(), terms.end(), read.term) == terms.end()) terms.push_back(read.term);
    if (link.term != kNoTerm) continue;
    link = std::move(read);
    if (link.read_as.empty()) link.read_as = reading;
    link.rule = std::max(link.rule, rule);
  }
  if (terms.size() > 1 || (link.term == kNoTerm && !terms.empty())) {
    link = {};
    link.candidates = std::move(terms);
  }
  return link;
}

/// "medial lip of linea aspera": where the whole is known, the part that has this name within it.
Link Linker::by_chain(const Place& place, const std::string& name) {
  for (const Phrase& phrase : phrases_of(name, tables_.portions)) {
    const TermId whole = known(*slots_.any, phrase.whole, {});
    if (whole == kNoTerm) continue;
    std::string full = fmt::format("{} of {}", phrase.head, tables_.terms[whole].label);
    Link link = by_words(place, full);
    if (link.term == kNoTerm && link.candidates.empty() && !tables_.portions.names_portion(phrase.head))
      link = by_words({place.slot, place.muscle, whole}, phrase.head);
    if (link.term == whole) continue;
    if (link.term != kNoTerm) {
      link.rule = std::max(link.rule, LinkRule::Rearranged);
      link.read_as = std::move(full);
    }
    if (link.term != kNoTerm || !link.candidates.empty()) return link;
  }
  return {};
}

std::string Linker::id_of(TermId term) const { return tables_.prefixes.id_of(tables_.terms[term].iri); }

/// The term a name or id certainly stands for, or kNoTerm.
TermId Linker::known(const SlotTable::Slot& slot, std::string_view name, std::string_view id) {
  if (name.empty() && id.empty()) return kNoTerm;
  return link(slot, {name, id, {}, {}, {}, {}, {}, {}}).term;
}

TermId Linker::find(std::string_view id) const { return tables_.terms.find_iri(tables_.prefixes.iri_of_id(id).value_or(std::string(id))); }

/// Regions are called "hindlimb stylopod" in Uberon, which no anatomist of man says: the record's words stay. All other
/// wholes are called by their label, so that synonyms of one whole give one name.
std::string Linker::name_of_whole(TermId whole, std::string_view words) const {
  if (whole == kNoTerm || tables_.terms[whole].kinds & tables_.kinds.bit("region")) return plain(words);
  return tables_.terms[whole].label;
}

bool Linker::names_same(std::string_view words, std::string_view whole_words, TermId whole) {
  return tables_.forms.normal(words) == tables_.forms.normal(whole_words) || (whole != kNoTerm && known(*slots_.any, words, {}) == whole);
}

/// Makes a provisional term of a name that no term has, and ties it to terms that are known.
void Linker::compose(const SlotTable::Slot& slot, const Mention& mention, Link& link) {
  link.rule = LinkRule::Provisional;
  std::string head = plain(mention.name);
  link.label = head;
  const std::vector<Phrase> phrases = phrases_of(head, tables_.portions);
  const std::string noun = tables_.forms.word(fold(last_word(phrases.empty() ? head : phrases.front().head)));
  if (!mention.whole.empty()) {
    link.whole = known(*slots_.any, mention.whole, mention.whole_id);
    const auto same = std::find_if(phrases.begin(), phrases.end(),
                                   [&](const Phrase& phrase) { return names_same(phrase.whole, mention.whole, link.whole); });
    if (same != phrases.end()) head = same->head;  // "tendon of X", of X
    link.label = fmt::format("{} of {}", head, name_of_whole(link.whole, mention.whole));
  } else if (link.candidates.empty()) {
    tie_to_known_part(slot, head, link);
  }
  if (const TermId branch_of = known(slot, mention.branch_of, mention.branch_of_id); branch_of != kNoTerm) link.branch_of = branch_of;
  if (!mention.broader.empty()) {
    link.broader = find(mention.broader);  // an unknown one is reported where it stands
  } else if (link.branch_of != kNoTerm) {
    link.broader = link.branch_of;
  } else if (link.whole != kNoTerm) {
    const Link genus = tables_.lookup.find({slots_.any}, head);  // "aponeurosis"; no name without its whole
    if (genus.term != link.whole && genus.rule < LinkRule::Elliptic) link.genus = genus.term;
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

/// Finds the largest part of a name that is known: what stands behind "of" (the whole; of a nerve or an artery, what it branches
/// from), or behind words such as "upper" (a broader term).
void Linker::tie_to_known_part(const SlotTable::Slot& slot, std::string& head, Link& link) {
  const bool branches = slot.name == "nerve" || slot.name == "artery";
  std::string name = head;
  if (const auto readings = readings_of(name, tables_.portions); readings.size() == 1 && readings.front().size() == 1)
    name = readings.front().front();
  for (const Phrase& phrase : phrases_of(name, tables_.portions)) {
    const TermId whole = known(branches ? slot : *slots_.any, phrase.whole, {});
    if (whole == kNoTerm) continue;
    (branches ? link.branch_of : link.whole) = whole;
    head = phrase.head;
    link.label = fmt::format("{} of {}", head, name_of_whole(whole, phrase.whole));
    return;
  }
  std::string_view rest = name;
  for (std::size_t blank = rest.find(' '); blank != std::string_view::npos; blank = rest.find(' ')) {
    if (!tables_.portions.names_portion(rest.substr(0, blank))) return;
    rest = rest.substr(blank + 1);
    link.broader = known(slot, rest, {});
    if (link.broader != kNoTerm) return;
  }
}

bool Linker::certain(const SlotTable::Slot& slot, const std::string& name, bool composed) {
  const Link& found = link_of(slot, name);
  return found.term != kNoTerm || (composed && found.rule == LinkRule::Composed && (found.whole != kNoTerm || found.branch_of != kNoTerm));
}

std::vector<std::string> Linker::split_coordination(const SlotTable::Slot& slot, std::string_view text) {
  if (text.size() > kLongestPhrase || !may_coordinate(text)) return {};
  if (const Link& whole = link_of(slot, text); whole.term != kNoTerm || !whole.candidates.empty()) return {};  // one name
  const std::vector<std::vector<std::string>> ways = coordinations(text);
  for (const bool composed : {false, true})
    for (const std::vector<std::string>& names : ways)
      if (std::all_of(names.begin(), names.end(), [&](const std::string& name) { return certain(slot, name, composed); })) return names;
  return {};
}

}  // namespace musclekg
