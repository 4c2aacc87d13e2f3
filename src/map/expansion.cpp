#include "map/expansion.h"

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
    if (!field.id.empty() || (!may_coordinate(field.text) && field.text.find(kVia) == std::string_view::npos)) continue;
    std::vector<Part> parts = parts_of(record, i);
    if (parts.empty()) continue;
    if (!any) parts_.assign(record.fields.size(), {});
    any = true;
    parts_[i] = std::move(parts);
  }
  if (!any) return record;
  expanded_.file = record.file;
  expanded_.where = record.where;
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
      const std::size_t via = field.relation == Relation::Insertion ? field.text.find(kVia) : std::string_view::npos;
      if (via != std::string_view::npos && record.find(index, Relation::Via) == nullptr)
        return {{trim(field.text.substr(0, via)), trim(field.text.substr(via + kVia.size()))}};
      take(linker_.split_coordination(*rule.slot, field.text));
      break;
    }
    default:
      break;
  }
  return parts;
}

/// "flexion and abduction of the hip joint": each movement at the joint.
std::vector<Expansion::Part> Expansion::parts_of_action(std::string_view text) {
  for (const std::string_view word : {" of ", " at "}) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    std::vector<Part> parts;
    for (const std::string& movement : linker_.split_coordination(*linker_.slots().movement, text.substr(0, at)))
      parts.push_back({texts_.join(movement, text.substr(at)), {}});
    return parts;
  }
  return {};
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
    if (!part.via.empty()) {
      expanded_.fields.push_back({Relation::Via, number, number + 2, part.via, {}, field.where, {}, {}});
      expanded_.fields.back().written = field.text;
    }
    for (std::uint32_t i = index + 1; i < field.end; i = from.fields[i].end) copy(from, i, number);
    expanded_.fields[number].end = static_cast<std::uint32_t>(expanded_.fields.size());
  }
}

}  // namespace musclekg
