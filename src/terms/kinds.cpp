#include "terms/kinds.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

KindTable::KindTable(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"kind", "material", "root", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const std::string& kind = row.cells[0];
    if (bit(kind) == 0) {
      if (names_.size() == 64) throw Failure(fmt::format("{}:{}: more than 64 kinds", path, row.line));
      names_.push_back(kind);
    }
    if (!row.cells[2].empty()) roots_.emplace_back(row.cells[2], bit(kind));
    if (row.cells[1] == "no") {
      immaterial_ |= bit(kind);
    } else if (row.cells[1] != "yes" && row.cells[1] != "n/a") {
      diagnostics.error(table.at(row, 1), "table", fmt::format("'material' is yes, no or n/a; found '{}'", row.cells[1]));
    }
  }
}

KindSet KindTable::bit(std::string_view kind) const {
  const auto found = std::find(names_.begin(), names_.end(), kind);
  return found == names_.end() ? 0 : KindSet{1} << (found - names_.begin());
}

std::string KindTable::names(KindSet kinds) const {
  std::string result;
  for (const std::string& name : names_)
    if (kinds & bit(name)) result += (result.empty() ? "" : ", ") + name;
  return result;
}

std::string KindTable::of_kind(KindSet kinds) const {
  const std::string all = names(kinds);
  return all.empty() ? "of no known kind" : "of kind " + all;
}

SlotTable::SlotTable(const std::string& path, const KindTable& kinds, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"slot", "kinds", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    KindSet set = row.cells[1] == "*" ? ~KindSet{0} : 0;
    for (const std::string_view kind : row.cells[1] == "*" ? std::vector<std::string_view>() : split(row.cells[1], '|')) {
      if (kinds.bit(trim(kind)) == 0)
        diagnostics.error(table.at(row, 1), "table", fmt::format("there is no kind '{}' in kinds.tsv", trim(kind)));
      set |= kinds.bit(trim(kind));
    }
    slots_.push_back({row.cells[0], set, slots_.size() + 1});
  }
}

const SlotTable::Slot* SlotTable::find(std::string_view name) const {
  const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.name == name; });
  return found == slots_.end() ? nullptr : &*found;
}

std::vector<std::string_view> SlotTable::names() const {
  std::vector<std::string_view> result;
  for (const Slot& slot : slots_) result.push_back(slot.name);
  return result;
}

}  // namespace musclekg
