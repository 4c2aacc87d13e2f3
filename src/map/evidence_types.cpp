#include "map/evidence_types.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/table.h"
#include "base/text.h"
#include "model/record_keys.h"

namespace musclekg {

EvidenceTypes::EvidenceTypes(const std::string& path, const Prefixes& prefixes, NodeTable& nodes, Diagnostics& diagnostics) {
  std::vector<std::string_view> designs = split(find_key(Shape::Reference, "design")->choices, '|');
  designs.push_back("any");
  designs.push_back("none");
  const Table table = read_table(path, {"design", "cites", "evidence", "meaning"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const auto node = [&](std::size_t column) -> const Node* {
      if (row.cells[column] == "-") return nullptr;
      const auto iri = prefixes.expand(row.cells[column]);
      if (iri && valid_iri(*iri)) return nodes.iri(*iri);
      diagnostics.error(table.at(row, column), "evidence-type",
                        fmt::format("'{}' is no prefixed name with a prefix of prefixes.tsv", row.cells[column]));
      return nullptr;
    };
    if (std::find(designs.begin(), designs.end(), row.cells[0]) == designs.end())
      diagnostics.error(table.at(row, 0), "evidence-type",
                        fmt::format("'{}' is no design; expected {}", row.cells[0], fmt::join(designs, ", ")));
    if (std::any_of(rows_.begin(), rows_.end(), [&](const Row& known) { return known.design == row.cells[0]; }))
      diagnostics.error(table.at(row, 0), "evidence-type", fmt::format("the design '{}' has a row already", row.cells[0]));
    if ((row.cells[1] == "-") != (row.cells[0] == "none"))
      diagnostics.error(table.at(row, 1), "evidence-type", "a design has a property of CiTO, and 'none' has none");
    rows_.push_back({row.cells[0], node(1), node(2), row.cells[3]});
    if (rows_.back().evidence == nullptr) diagnostics.error(table.at(row, 2), "evidence-type", "a row needs a type of evidence");
  }
  for (const std::string_view design : designs) {
    const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& known) { return known.design == design; });
    if (row == rows_.end()) {
      diagnostics.error({path, {}}, "evidence-type", fmt::format("no row for the design '{}'", design));
      rows_.push_back({std::string(design), nullptr, nullptr, {}});
    }
  }
  const auto index = [&](std::string_view design) {
    return static_cast<std::size_t>(std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.design == design; }) -
                                    rows_.begin());
  };
  any_ = index("any");
  none_ = index("none");
}

const EvidenceTypes::Row& EvidenceTypes::of_design(std::string_view design) const {
  for (const Row& row : rows_)
    if (row.design == design) return row;
  return rows_[any_];
}

}  // namespace musclekg
