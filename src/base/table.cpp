#include "base/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/input.h"
#include "base/text.h"

namespace musclekg {

Location Table::at(const Row& row, std::size_t column) const { return {path, {row.line, row.columns[column]}}; }

Table read_table(const std::string& path, const std::vector<std::string_view>& columns, Diagnostics& diagnostics) {
  Table table{path, {}};
  const std::string text = read_file(path);
  std::uint32_t line = 0;
  bool header = true;
  for (const std::string_view row : split(text, '\n')) {
    ++line;
    if (trim(row).empty() || row.starts_with('#')) continue;
    std::vector<std::string> cells;
    std::vector<std::uint32_t> places;
    for (const std::string_view cell : split(row, '\t')) {
      const std::string_view word = trim(cell);
      cells.emplace_back(word);
      places.push_back(static_cast<std::uint32_t>((word.empty() ? cell : word).data() - row.data() + 1));
    }
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
    table.rows.push_back({line, std::move(cells), std::move(places)});
  }
  if (header) diagnostics.error({path, {}}, "table", fmt::format("is empty; the columns must be {}", fmt::join(columns, ", ")));
  return table;
}

}  // namespace musclekg
