#include "link/cautions.h"

#include <fmt/format.h>

#include "base/table.h"

namespace musclekg {

Cautions::Cautions(const std::string& path, const Prefixes& prefixes, const NameForms& forms, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"name", "refused", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const auto iri = prefixes.expand(row.cells[1]);
    if (!iri) {
      diagnostics.error(table.at(row, 1), "table", fmt::format("'{}' has no known prefix", row.cells[1]));
      continue;
    }
    Caution& caution = by_name_[forms.arranged(forms.normal(row.cells[0]), ~KindSet{0}).name];
    caution.refused.insert(*iri);
    if (!row.cells[2].empty()) caution.note = row.cells[2];
  }
}

const Cautions::Caution* Cautions::find(std::string_view arranged) const {
  const auto found = by_name_.find(arranged);
  return found == by_name_.end() ? nullptr : &found->second;
}

}  // namespace musclekg
