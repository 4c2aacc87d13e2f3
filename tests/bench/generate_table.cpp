#include "generate_table.h"

#include <fmt/format.h>

#include <fstream>
#include <vector>

#include "base/diagnostics.h"
#include "draw.h"
#include "read/table_reader.h"

namespace musclekg {

namespace {

constexpr std::size_t kUnknownNames = 1000;

std::string quoted(std::string_view cell) {
  std::string text = "\"";
  for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

std::string line_of(const std::vector<std::string>& cells, bool quote_all) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    line += quote_all || cell.find_first_of(",\"\n\r") != std::string::npos ? quoted(cell) : cell;
  }
  return line + '\n';
}

std::vector<std::string> cells_of(const TableRow& row) {
  std::vector<std::string> cells;
  for (const TableCell& cell : row.cells) cells.emplace_back(cell.text);
  return cells;
}

/// The columns of the first structure's words and of its id, from 0.
struct Varied {
  std::size_t words, id;
};

}  // namespace

void write_table(const std::string& source, const ColumnMapping& mapping, std::size_t rows, const std::string& target) {
  Diagnostics diagnostics;
  Input input(source);
  TableReader reader(input, {&mapping, 1}, diagnostics);
  if (!reader.open()) throw Failure(format(diagnostics.kept().front()));
  std::ofstream file(target, std::ios::binary);
  for (const TableRow& row : reader.head_rows()) file << line_of(cells_of(row), false);
  std::vector<std::vector<std::string>> originals;
  Varied varied{0, 0};
  while (reader.next()) {
    if (reader.blank() || !reader.fault().empty()) continue;
    originals.push_back(cells_of(reader.row()));
    const NamedStructure& first = reader.row().structures.front();
    varied = {first.words.column == 0 ? 0 : first.words.column - 1, first.id.column == 0 ? 0 : first.id.column - 1};
  }
  if (originals.empty()) throw Failure(fmt::format("{}: holds no row", source));
  Draw draw(1);
  for (std::size_t i = 0; i < rows && file; ++i) {
    std::vector<std::string> cells = draw.from(originals);
    const std::size_t kind = draw.below(100);
    if (kind == 0 && varied.words < cells.size()) cells[varied.words] += fmt::format(" number {}", draw.below(kUnknownNames));
    if (kind == 1 && varied.id < cells.size()) cells[varied.id] += "0";
    file << line_of(cells, kind == 2);
  }
  file.close();
  if (!file) throw Failure(fmt::format("{}: cannot be written", target));
}

}  // namespace musclekg
