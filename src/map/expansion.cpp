#include "map/expansion.h"

#include <algorithm>

#include "base/text.h"
#include "link/coordination.h"

namespace musclekg {

namespace {

constexpr std::string_view kVia = " via ";

}  // namespace

const Record& Expansion::expand(const Record& record) {
  added_ = 0;
  texts_.clear();
  bool any = false;
  for (std::uint32_t i = 1; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    if (!field.id.empty() || !may_coordinate(field.text)) continue;
    std::vector<Part> parts = parts_of(record, i);
    if (parts.empty()) continue;
    if (!any) parts_.assign(record.fields.size(), {});
    any = true;
    parts_[i] = std::move(parts);
  }
  if (!any) return record;
  expanded_.file = record.file;
  expanded_.where = record.where;
  expanded_.places = record.places;
  expanded_.row = record.row;
  expanded_.table = record.table;
  expanded_.fields.clear();
  copy(record, 0, kNoParent);
  added_ = expanded_.fields.size() - record.fields.size();
  return expanded_;
}

std::vector<Expansion::Part> Expansion::parts_of(const Record& record, std::uint32_t index) {
  const Field& field = record.fields[index];
  const FieldRule& rule = mapping_.rule(field.relation, record.fields[field.parent].relation);
  std::vector<Part> parts;
  const auto take = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) parts.push_back({texts_.copy(name), {}});
  };
  switch (rule.value) {
    case ValueKind::Level:
      if (levels_.find(field.text) == nullptr) take(levels_of(field.text, levels_.order()));
      break;
    case ValueKind::Action:
      return parts_of_action(field.text);
    case ValueKind::Term:
    case ValueKind::Group: {
      if (record.find(index, Relation::Of) != nullptr) break;
      const std::size_t via = field.relation == Relation::Insertion ? ascii_lower(field.text).find(kVia) : std::string_view::npos;
      if (via != std::string_view::npos && record.find(index, Relation::Via) == nullptr) return parts_of_insertion(field.text, via);
      take(linker_.split_coordination(*rule.slot, field.text));
      break;
    }
    default:
      break;
  }
  return parts;
}

/// "tibial tuberosity via the quadriceps tendon and the patellar ligament": one insertion that passes through both. Of several
/// insertions nobody can tell which of them passes through.
std::vector<Expansion::Part> Expansion::parts_of_insertion(std::string_view text, std::size_t via) {
  Part part{trim(text.substr(0, via)), {}};
  for (std::string_view left = text.substr(via + kVia.size()); !left.empty();) {
    const std::size_t next = std::min(ascii_lower(left).find(kVia), left.size());
    const std::string_view passed = trim(left.substr(0, next));
    left.remove_prefix(std::min(next + kVia.size(), left.size()));
    if (passed.empty()) return {};
    const std::vector<std::string> names = linker_.split_coordination(*mapping_.rule(Relation::Via, Relation::Insertion).slot, passed);
    for (const std::string& name : names) part.vias.push_back(texts_.copy(name));
    if (names.empty()) part.vias.push_back(passed);
  }
  if (part.text.empty() || part.vias.empty() || !coordinations(part.text).empty()) return {};
  return {part};
}

/// "flexion and abduction of the hip joint": each movement at the joint, and at each of several joints or parts of the body;
/// "flexion of the knee and extension of the hip", "flexion and abduction": two actions.
std::vector<Expansion::Part> Expansion::parts_of_action(std::string_view text) {
  const std::vector<std::vector<std::string>> ways = coordinations(text);
  if (!ways.empty()) {
    const std::vector<std::string>& actions = ways.front();  // as they stand
    const bool placed = !action_phrase_of(actions.front()).moved.empty();
    if (std::all_of(actions.begin(), actions.end(), [&](const std::string& action) {
          const ActionPhrase phrase = action_phrase_of(action);
          return phrase.moved.empty() != placed &&
                 linker_.link(*linker_.slots().movement, {phrase.movement, {}, {}, {}, {}, {}, {}, {}}).term != kNoTerm;
        })) {
      std::vector<Part> parts;
      for (const std::string& action : actions) parts.push_back({texts_.copy(action), {}});
      return parts;
    }
  }
  const ActionPhrase phrase = action_phrase_of(text);
  if (phrase.movement.empty() || phrase.moved.empty()) return {};
  std::vector<std::string> movements = linker_.split_coordination(*linker_.slots().movement, phrase.movement);
  std::vector<std::string> moved = linker_.split_coordination(*linker_.slots().joint, phrase.moved);
  if (moved.empty()) moved = linker_.split_coordination(*linker_.slots().any, phrase.moved);
  if (movements.empty() && moved.empty()) return {};
  if (movements.empty()) movements.emplace_back(phrase.movement);
  if (moved.empty()) moved.emplace_back(phrase.moved);
  std::vector<Part> parts;
  for (const std::string& movement : movements)
    for (const std::string& one : moved) parts.push_back({texts_.join(movement, " of ", one), {}});
  return parts;
}

void Expansion::copy(const Record& from, std::uint32_t index, std::uint32_t parent) {
  const Field& field = from.fields[index];
  const std::vector<Part> whole = {{field.text, {}}};
  for (const Part& part : parts_[index].empty() ? whole : parts_[index]) {
    const auto number = static_cast<std::uint32_t>(expanded_.fields.size());
    Field& copied = expanded_.fields.emplace_back(field);
    copied.parent = parent;
    if (!parts_[index].empty()) copied.written = field.text;
    copied.text = part.text;
    for (const std::string_view via : part.vias) {
      const auto own = static_cast<std::uint32_t>(expanded_.fields.size());
      expanded_.fields.push_back({Relation::Via, number, own + 1, via, {}, field.where, {}, field.text});
    }
    for (std::uint32_t i = index + 1; i < field.end; i = from.fields[i].end) copy(from, i, number);
    expanded_.fields[number].end = static_cast<std::uint32_t>(expanded_.fields.size());
  }
}

}  // namespace musclekg
