#include "extract/record_bearers.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "extract/record_teller.h"
#include "link/coordination.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, kFactKeyCount> kKeys = {"part_of",         "group",   "origins",    "insertions",  "innervation",
                                                               "arterial_supply", "actions", "synergists", "antagonists", "joined_with"};

std::string_view last_word(std::string_view text) { return text.substr(text.rfind(' ') + 1); }

/// "knee joint" and "Knee" alike.
std::string joint_name(std::string_view text) {
  std::string name = fold(text);
  if (name.ends_with(" joint")) name.resize(name.size() - 6);
  return name;
}

/// Why a fact is not claimed of the muscle; empty where it is.
std::string doubt_of(const Fact& fact) {
  std::vector<std::string> reasons;
  if (fact.modality != Modality::Stated) reasons.emplace_back(name_of(fact.modality));
  if (fact.negative) reasons.emplace_back("negative");
  if (!fact.subject.empty()) reasons.push_back("of " + in_one_line(fact.subject));
  return reasons.empty() ? std::string() : fmt::format("not claimed ({})", fmt::join(reasons, ", "));
}

/// Whether a name is that of a place, and was linked to the muscles there: "pelvic floor" to "muscle of pelvic floor".
bool is_name_of_place(std::string_view name, std::string_view matched) {
  const std::string lower = ascii_lower(matched);
  return (lower.starts_with("muscle of ") || lower.starts_with("muscles of ")) && ascii_lower(name).find("muscle") == std::string::npos;
}

/// "perforating branches": what supplies is no share of the artery, but another one.
bool names_branches(std::string_view qualifier) {
  const std::string last = ascii_lower(last_word(qualifier));
  return last == "branch" || last == "branches";
}

/// Whether a fact makes a value of its own.
bool makes_value(const Fact& fact) {
  return fact.claimed() && fact.relation != FactRelation::SpinalRoot && fact.relation != FactRelation::JointActedOn;
}

}  // namespace

std::string_view name_of(FactKey key) { return kKeys[static_cast<std::size_t>(key)]; }

RecordBearers::RecordBearers(const PageFacts& facts, const PageRecordTables& tables)
    : facts_(facts), tables_(tables), muscle_(in_one_line(facts.muscle)) {
  tables.linker.set_muscle(kNoTerm);
  bearers_.front().name = muscle_;
  by_identity_.emplace(identity_of(muscle_), 0);
  for (const Fact& fact : facts.facts)
    if (makes_value(fact)) find_head(fact, true);
  for (const Fact& fact : facts.facts) {
    if (std::string doubt = doubt_of(fact); !doubt.empty()) {
      bearers_[find_head(fact, false)].asides.push_back({&fact, std::move(doubt)});
    } else if (makes_value(fact)) {
      add(fact);
    }
  }
  for (const Fact& fact : facts.facts) {
    if (!fact.claimed()) continue;
    if (fact.relation == FactRelation::SpinalRoot) add_root(fact);
    if (fact.relation == FactRelation::JointActedOn) add_joint(fact);
  }
}

/// What two names of one muscle or head share.
std::string RecordBearers::identity_of(std::string_view name) const {
  const LinkTables& tables = tables_.linker.tables();
  const SlotTable::Slot* slot = tables.slots.find("muscle");
  if (slot != nullptr && !name.empty()) {
    const Link& link = tables_.linker.link(*slot, {name, {}, {}, {}, {}, {}, {}, {}});
    if (link.rule != LinkRule::Refused && link.term != kNoTerm) return tables.terms[link.term].iri;
  }
  return slug(name);
}

/// The bearer of a fact: that of a head only where one was made.
std::size_t RecordBearers::find_head(const Fact& fact, bool make) {
  const std::string part = in_one_line(fact.muscle_part);
  if (part.empty()) return 0;
  if (const auto found = heads_.find(part); found != heads_.end()) return found->second;
  const std::string lower = ascii_lower(part), muscle = ascii_lower(muscle_);
  const bool is_muscle = muscle.find(lower) != std::string::npos;  // the page is about the head
  std::string name = lower.find(muscle) != std::string::npos ? part : fmt::format("{} of {}", part, muscle_);
  const std::string identity = identity_of(is_muscle ? muscle_ : name);
  const auto known = by_identity_.find(identity);
  if (known == by_identity_.end() && !make) return 0;
  const std::size_t number = known != by_identity_.end() ? known->second : bearers_.size();
  heads_.emplace(part, number);
  if (known != by_identity_.end()) return number;
  by_identity_.emplace(identity, number);
  FactBearer& head = bearers_.emplace_back();
  head.name = std::move(name);
  FactValue whole;
  whole.name = muscle_;
  place_of(number, FactKey::PartOf, whole, {});
  head.of(FactKey::PartOf).push_back(std::move(whole));
  return number;
}

/// Where the value stands that says the same, and whether it is to be added there.
std::pair<RecordBearers::Place, bool> RecordBearers::place_of(std::size_t bearer, FactKey key, const FactValue& value,
                                                              std::string_view moved) {
  const auto [known, added] = values_.try_emplace(
      fmt::format("{}\x1F{}\x1F{}\x1F{}\x1F{}", bearer, name_of(key), fold(value.name), fold(value.qualifier), joint_name(moved)),
      Place(bearer, bearers_[bearer].of(key).size()));
  return {known->second, added};
}

KindSet RecordBearers::kinds_of(std::string_view slot, std::string_view name) const {
  const LinkTables& tables = tables_.linker.tables();
  const SlotTable::Slot* known = tables.slots.find(slot);
  if (known == nullptr) return 0;
  const Link& link = tables_.linker.link(*known, {name, {}, {}, {}, {}, {}, {}, {}});
  if (link.rule == LinkRule::Refused || link.term == kNoTerm || is_name_of_place(name, link.matched)) return 0;
  return tables.terms[link.term].kinds;
}

/// A whole muscle is part of groups only; a head, of its muscle. Count: the name is that of neither.
FactKey RecordBearers::key_of_whole(std::string_view name, bool of_head) const {
  const std::string last = ascii_lower(last_word(name));
  if (last == "muscles" || last == "group" || last == "musculature") return FactKey::Group;
  const KindSet group = tables_.kinds.bit("muscle-group"), part = tables_.kinds.bit("muscle-part");
  const KindSet whole = kinds_of("muscles", name);
  if ((whole & group) != 0) return FactKey::Group;
  if (whole == 0) return (kinds_of("muscle", name) & part) != 0 ? FactKey::PartOf : FactKey::Count;
  return of_head || (kinds_of("muscle", muscle_) & part) != 0 ? FactKey::PartOf : FactKey::Group;
}

FactKey RecordBearers::key_of(const Fact& fact, bool of_head) const {
  switch (fact.relation) {
    case FactRelation::Origin:
      return FactKey::Origin;
    case FactRelation::Insertion:
      return FactKey::Insertion;
    case FactRelation::Innervation:
      return FactKey::Innervation;
    case FactRelation::Artery:
      return FactKey::Artery;
    case FactRelation::PartOf:
      return key_of_whole(in_one_line(fact.head), of_head);
    case FactRelation::Synergist:
      return FactKey::Synergist;
    case FactRelation::Antagonist:
      return FactKey::Antagonist;
    case FactRelation::Action:
      return FactKey::Action;
    case FactRelation::JoinedWith:
      return FactKey::JoinedWith;
    default:
      return FactKey::Count;
  }
}

/// Adds what a fact says: to the value that says it already, if there is one.
void RecordBearers::add(const Fact& fact) {
  const std::size_t number = find_head(fact, false);
  FactBearer& bearer = bearers_[number];
  const bool action = fact.relation == FactRelation::Action;
  const bool moves = action && !in_one_line(fact.movement).empty();
  FactValue value;
  value.name = in_one_line(moves ? fact.movement : fact.head);
  if (value.name.empty()) return bearer.asides.push_back({&fact, "without a name"});
  const FactKey key = key_of(fact, number != 0);
  if (key == FactKey::Count) return bearer.asides.push_back({&fact, "neither a muscle nor a group of muscles"});
  value.first = &fact;
  Remarks how;
  if (action) how.add(in_one_line(fact.condition));
  std::string qualifier = in_one_line(fact.qualifier);
  if (key == FactKey::Artery && names_branches(qualifier)) value.name = fmt::format("{} of {}", std::exchange(qualifier, {}), value.name);
  how.add(std::move(qualifier));
  value.qualifier = how.text();
  const std::string moved = moves ? in_one_line(fact.moved) : std::string();
  if (!moved.empty()) joints_.try_emplace(fmt::format("{}\x1F{}", number, joint_name(moved)), char{0});
  const auto [place, added] = place_of(number, key, value, moved);
  std::vector<FactValue>& values = bearer.of(key);
  if (added) values.push_back(std::move(value));
  FactValue& kept = values[place.second];
  if (kept.first == nullptr) kept.first = &fact;
  kept.facts.push_back(&fact);
  if (key == FactKey::Innervation) nerves_.emplace(&fact, place);
  if (key == FactKey::Insertion) kept.via.insert(kept.via.end(), fact.via.begin(), fact.via.end());
}

/// Adds a root to the nerve it is told of; where the page does not tell, to the only nerve.
void RecordBearers::add_root(const Fact& fact) {
  FactBearer& bearer = bearers_[find_head(fact, false)];
  const std::string name = in_one_line(fact.head);
  const SpinalLevel* level = tables_.levels.find(name);
  if (level == nullptr && levels_of(name, tables_.levels.order()).empty()) return bearer.asides.push_back({&fact, "no spinal level"});
  std::vector<FactValue>& nerves = bearer.of(FactKey::Innervation);
  FactValue* nerve = nerves.size() == 1 ? &nerves.front() : nullptr;
  if (fact.of >= 0 && static_cast<std::size_t>(fact.of) < facts_.facts.size()) {
    const auto found = nerves_.find(&facts_.facts[static_cast<std::size_t>(fact.of)]);
    nerve = found == nerves_.end() ? nullptr : &bearers_[found->second.first].of(FactKey::Innervation)[found->second.second];
  }
  if (nerve == nullptr) return bearer.asides.push_back({&fact, "a root without a nerve"});
  nerve->roots.emplace_back(level == nullptr ? name : level->name, &fact);
  nerve->facts.push_back(&fact);
}

/// A joint acted on follows from the action that is at it.
void RecordBearers::add_joint(const Fact& fact) {
  const std::size_t number = find_head(fact, false);
  if (!joints_.contains(fmt::format("{}\x1F{}", number, joint_name(in_one_line(fact.head)))))
    bearers_[number].asides.push_back({&fact, "a joint without a movement"});
}

}  // namespace musclekg
