#include "map/levels.h"

#include <fmt/format.h>

#include <cctype>

#include "base/table.h"

namespace musclekg {

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
    levels_.push_back({row.cells[0], term(1), term(2), term(3)});
  }
}

const SpinalLevel* SpinalLevels::find(std::string_view name) const {
  for (const SpinalLevel& level : levels_) {
    std::size_t at = 0;
    for (const char c : name) {
      if (c == ' ') continue;
      if (at < level.name.size() &&
          std::toupper(static_cast<unsigned char>(c)) == std::toupper(static_cast<unsigned char>(level.name[at]))) {
        ++at;
      } else {
        at = std::string::npos;
        break;
      }
    }
    if (at == level.name.size()) return &level;
  }
  return nullptr;
}

std::string SpinalLevels::names() const {
  return levels_.empty() ? std::string() : fmt::format("{} to {}", levels_.front().name, levels_.back().name);
}

}  // namespace musclekg
