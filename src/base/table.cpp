#include "base/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/input.h"
#include "base/text.h"

namespace musclekg {

Location Table::at(const Row& row, std::size_t column) const {
  std::size_t bytes = 1;
  for (std::size_t i = 0; i < column; ++i) bytes += row.cells[i].size() + 1;
  return {path, {row.line, static_cast<std::uint32_t>(bytes)}};
}

Table read_table(const std::string& path, const std::vector<std::string_view>& columns, Diagnostics& diagnostics) {
  Table table{path, {}};
  const std::string text = read_file(path);
  std::uint32_t line = 0;
  bool header = true;
  for (const std::string_view row : split(text, '\n')) {
    ++line;
    if (trim(row).empty() || row.starts_with('#')) continue;
    std::vector<std::string> cells;
    for (const std::string_view cell : split(row, '\t')) cells.emplace_back(trim(cell));
    if (header) {
      header = false;
      if (!std::equal(cells.begin(), cells.end(), columns.begin(), columns.end()))
        diagnostics.error({path, {line, 1}}, "table", fmt::format("the columns must be {}", fmt::join(columns, ", ")));
      continue;
    }
    if (cells.size() != columns.size()) {
      diagnostics.error({path, {line, 1}}, "table",
                        fmt::format("{} cells; expected {}: {}", cells.size(), columns.size(), fmt::join(columns, ", ")),
                        "separate cells by one tab");
      continue;
    }
    table.rows.push_back({line, std::move(cells)});
  }
  return table;
}

}  // namespace musclekg
