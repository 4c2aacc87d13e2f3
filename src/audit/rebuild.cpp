#include "audit/rebuild.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostTold = 20;    ///< rows of each side
constexpr std::size_t kMostShown = 120;  ///< bytes of a row in a message
constexpr std::uint32_t kMostRows = 100'000'000;

std::optional<std::uint32_t> number_of(const Node* node) {
  if (node == nullptr) return {};
  std::uint32_t number = 0;
  const auto [end, code] = std::from_chars(node->value.data(), node->value.data() + node->value.size(), number);
  if (code != std::errc() || end != node->value.data() + node->value.size() || number == 0 || number > kMostRows) return {};
  return number;
}

/// Reads the tables of one graph.
class Rebuilder {
 public:
  Rebuilder(const Graph& graph, NodeTable& nodes, const std::string& name, Diagnostics& diagnostics)
      : graph_(graph),
        name_(name),
        diagnostics_(diagnostics),
        type_(nodes.iri(rdf::type)),
        table_(nodes.iri(csvw::Table)),
        file_(nodes.iri(mkg::file)),
        header_row_(nodes.iri(mkg::headerRow)),
        part_of_(nodes.iri(dcterms::isPartOf)),
        row_number_(nodes.iri(mkg::rowNumber)),
        position_(nodes.iri(schema_org::position)) {}

  std::vector<RebuiltTable> read() {
    std::vector<RebuiltTable> tables;
    for (const Node* table : subjects(graph_.with(type_, table_))) tables.push_back(read_table(table));
    std::stable_sort(tables.begin(), tables.end(), [](const RebuiltTable& a, const RebuiltTable& b) { return a.file < b.file; });
    const std::vector<const Node*> rows = subjects(graph_.with(row_number_));
    const auto strays = std::count_if(rows.begin(), rows.end(), [&](const Node* row) { return !is_of_table(row); });
    if (strays > 0) fault(fmt::format("rows without a table: {}", strays));
    return tables;
  }

 private:
  /// Each once, also where a statement stands in several graphs.
  static std::vector<const Node*> subjects(Graph::Range range) {
    std::vector<const Node*> found;
    std::set<const Node*> seen;
    for (const Quad& quad : range)
      if (seen.insert(quad.subject).second) found.push_back(quad.subject);
    return found;
  }

  bool is_of_table(const Node* row) const {
    const Graph::Range wholes = graph_.about(row, part_of_);
    return std::any_of(wholes.begin(), wholes.end(), [&](const Quad& quad) { return graph_.has(quad.object, type_, table_); });
  }

  void fault(std::string text) { diagnostics_.error({name_, {}}, "rebuild", std::move(text)); }

  RebuiltTable read_table(const Node* table) {
    RebuiltTable rebuilt;
    const Node* const file = graph_.object(table, file_);
    rebuilt.file = file == nullptr ? std::string(table->value) : std::string(file->value);
    rebuilt.header = number_of(graph_.object(table, header_row_)).value_or(1);
    columns_.clear();
    std::map<std::uint32_t, const Node*> rows;
    for (const Node* part : subjects(graph_.with(part_of_, table))) {
      if (const auto column = number_of(graph_.object(part, position_))) columns_[part] = *column;
      const auto row = number_of(graph_.object(part, row_number_));
      if (row && !rows.try_emplace(*row, part).second) fault(fmt::format("{} has two rows with the number {}", rebuilt.file, *row));
    }
    if (const std::size_t beyond = std::erase_if(columns_, [count = columns_.size()](const auto& column) { return column.second > count; });
        beyond > 0)
      fault(fmt::format("{}: columns are missing; {} with a number above that of all columns are left out", rebuilt.file, beyond));
    if (!rows.empty() && rows.rbegin()->first != rows.size())
      fault(
          fmt::format("{} has {} rows, and the last has the number {}: rows are missing", rebuilt.file, rows.size(), rows.rbegin()->first));
    for (const auto& [number, row] : rows) rebuilt.rows.push_back(read_row(row, number, rebuilt.file));
    return rebuilt;
  }

  std::vector<std::string> read_row(const Node* row, std::uint32_t number, const std::string& file) {
    std::vector<std::string> cells;
    std::vector<char> filled;
    for (const Quad& quad : graph_.about(row)) {
      const auto column = columns_.find(quad.predicate);
      if (column == columns_.end()) continue;
      if (cells.size() < column->second) {
        cells.resize(column->second);
        filled.resize(column->second);
      }
      std::string& cell = cells[column->second - 1];
      if (std::exchange(filled[column->second - 1], 1) && cell != quad.object->value)
        fault(fmt::format("{}: row {} has two values in column {}", file, number, column->second));
      cell = quad.object->value;
    }
    return cells;
  }

  const Graph& graph_;
  const std::string& name_;
  Diagnostics& diagnostics_;
  const Node *type_, *table_, *file_, *header_row_, *part_of_, *row_number_, *position_;
  std::map<const Node*, std::uint32_t> columns_;  ///< of the table at hand: their numbers
};

/// The cells of a row as they are compared.
std::string compared(const std::vector<std::string>& row) {
  std::string text;
  std::size_t end = 0;
  for (const std::string& cell : row) {
    text.append(trim(cell));
    if (!trim(cell).empty()) end = text.size();
    text += '\t';
  }
  text.resize(end);
  return text;
}

std::string shown(const std::string& row) {
  return row.size() <= kMostShown ? printable_line(row) : printable_line(row.substr(0, kMostShown)) + "...";
}

}  // namespace

std::vector<RebuiltTable> rebuild_tables(const Graph& graph, NodeTable& nodes, const std::string& graph_name, Diagnostics& diagnostics) {
  return Rebuilder(graph, nodes, graph_name, diagnostics).read();
}

void write_csv(const RebuiltTable& table, Output& output) {
  std::size_t width = 1;
  for (const auto& row : table.rows) width = std::max(width, row.size());
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < width; ++i) {
      if (i > 0) output.write(',');
      if (i >= row.size()) continue;
      if (row[i].find_first_of(",\"\r\n") == std::string::npos) {
        output.write(row[i]);
        continue;
      }
      output.write('"');
      for (const char c : row[i]) {
        if (c == '"') output.write('"');
        output.write(c);
      }
      output.write('"');
    }
    output.write('\n');
  }
}

std::size_t compare_rows(const RebuiltTable& table, const std::string& file, std::span<const std::vector<std::string>> rows,
                         Diagnostics& diagnostics) {
  using Numbered = std::pair<std::string, std::uint32_t>;
  const auto sorted = [](std::span<const std::vector<std::string>> from) {
    std::vector<Numbered> result;
    for (std::uint32_t i = 0; i < from.size(); ++i) result.emplace_back(compared(from[i]), i + 1);
    std::sort(result.begin(), result.end());
    return result;
  };
  const std::vector<Numbered> ours = sorted(table.rows), theirs = sorted(rows);
  std::vector<Numbered> lost, added;
  for (auto own = ours.begin(), other = theirs.begin(); own != ours.end() || other != theirs.end();) {
    if (own == ours.end() || (other != theirs.end() && other->first < own->first)) {
      lost.push_back(*other++);
    } else if (other == theirs.end() || own->first < other->first) {
      added.push_back(*own++);
    } else {
      ++own;
      ++other;
    }
  }
  const auto tell = [&](std::vector<Numbered>& which, std::string_view what) {
    std::sort(which.begin(), which.end(), [](const Numbered& a, const Numbered& b) { return a.second < b.second; });
    for (std::size_t i = 0; i < std::min(which.size(), kMostTold); ++i)
      diagnostics.error({file, {}}, "rebuild", fmt::format("row {} {}: {}", which[i].second, what, shown(which[i].first)));
  };
  tell(lost, "is not in the graph");
  tell(added, "of the graph is not in the file");
  return lost.size() + added.size();
}

}  // namespace musclekg
