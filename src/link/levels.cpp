#include "link/levels.h"

#include <fmt/format.h>

#include "base/table.h"

namespace musclekg {

namespace {

/// "l 2" -> "L2"
std::string in_capitals(std::string_view name) {
  std::string result;
  for (const char c : name)
    if (c != ' ') result += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return result;
}

}  // namespace

SpinalLevels::SpinalLevels(const std::string& path, const TermIndex& terms, const Prefixes& prefixes, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"level", "spinal_nerve", "anterior_ramus", "cord_segment"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const auto term = [&](std::size_t column) {
      const std::string& id = row.cells[column];
      if (id.empty()) return kNoTerm;
      const TermId found = terms.find_iri(prefixes.expand(id).value_or(id));
      if (found == kNoTerm) diagnostics.error(table.at(row, column), "table", fmt::format("{} is in no loaded ontology", id));
      return found;
    };
    by_name_.emplace(in_capitals(row.cells[0]), levels_.size());
    order_.push_back(row.cells[0]);
    levels_.push_back({row.cells[0], term(1), term(2), term(3)});
  }
}

const SpinalLevel* SpinalLevels::find(std::string_view name) const {
  const auto found = by_name_.find(in_capitals(name));
  return found == by_name_.end() ? nullptr : &levels_[found->second];
}

const SpinalLevel* SpinalLevels::of(TermId term) const {
  if (term == kNoTerm) return nullptr;
  for (const SpinalLevel& level : levels_)
    if (level.nerve == term || level.ramus == term || level.segment == term) return &level;
  return nullptr;
}

std::string SpinalLevels::names() const {
  return levels_.empty() ? std::string() : fmt::format("{} to {}", levels_.front().name, levels_.back().name);
}

}  // namespace musclekg
