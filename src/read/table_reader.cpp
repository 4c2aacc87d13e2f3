#include "read/table_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostHeadRows = 50;  ///< in which the header is looked for, where the form does not say where it is

bool has_cell(const TableRow& row, std::string_view text) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const TableCell& cell) { return trim(cell.text) == text; });
}

/// All columns that a form reads or keeps, with those of `kept` as they are written.
std::vector<std::string> columns_of(const TableColumns& columns) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty()) names.push_back(name);
  };
  for (const StructureColumns& structure : columns.structures)
    for (const std::string* name : {&structure.words, &structure.label, &structure.id, &structure.type}) add(*name);
  for (const StatementColumns& statement : columns.statements)
    for (const std::string& name : statement.relation_columns) add(name);
  for (const ReferenceColumns& reference : columns.references)
    for (const std::string* name : {&reference.words, &reference.id, &reference.note}) add(*name);
  return names;
}

bool is_kept(const TableColumns& columns, std::string_view name) {
  return std::any_of(columns.kept.begin(), columns.kept.end(), [&](std::string_view kept) {
    return kept.ends_with('*') ? name.starts_with(kept.substr(0, kept.size() - 1)) : name == kept;
  });
}

}  // namespace

TableReader::TableReader(Input& input, std::span<const ColumnMapping> mappings, Diagnostics& diagnostics)
    : mappings_(mappings), diagnostics_(diagnostics), rows_(input) {
  head_.file = input.name();
}

/// Takes the row at hand; what is wrong with it is reported.
void TableReader::take_row(TableRow& row) {
  row.number = ++number_;
  row.where = {rows_.line(), 1};
  row.cells.clear();
  for (const Cell& cell : rows_.row().cells) row.cells.push_back({cell.text, cell.where, static_cast<std::uint32_t>(row.cells.size() + 1)});
  blank_ = rows_.blank();
  fault_.clear();
  if (const std::optional<RowFault> fault = rows_.fault()) {
    diagnostics_.error({head_.file, fault->where}, fault->rule, std::string(fault->text), std::string(fault->hint));
    fault_ = fmt::format("{} [{}]", fault->text, fault->rule);
    // No graph can hold what is not UTF-8.
    std::erase_if(row.cells, [](const TableCell& cell) { return find_invalid_utf8(cell.text) != std::string_view::npos; });
  }
}

bool TableReader::fits(const TableColumns& columns, const TableRow& row) const {
  if (columns.skip_given && row.number != columns.skip + 1) return false;
  if (!std::all_of(columns.recognised_by.begin(), columns.recognised_by.end(),
                   [&](const std::string& name) { return has_cell(row, name); }))
    return false;
  return columns.title_has.empty() || std::any_of(head_rows_.begin(), head_rows_.end(), [&](const TableRow& above) {
           return std::any_of(above.cells.begin(), above.cells.end(),
                              [&](const TableCell& cell) { return cell.text.find(columns.title_has) != std::string_view::npos; });
         });
}

bool TableReader::open() {
  std::size_t most = kMostHeadRows;
  for (const ColumnMapping& mapping : mappings_)
    for (const TableColumns& columns : mapping.tables)
      if (columns.skip_given) most = std::max<std::size_t>(most, columns.skip + 1);
  while (head_rows_.size() < most && rows_.next(kTableSeparators)) {
    TableRow row;
    take_row(row);
    for (TableCell& cell : row.cells) cell.text = texts_.copy(cell.text);
    head_rows_.push_back(std::move(row));
    for (const ColumnMapping& mapping : mappings_)
      for (const TableColumns& columns : mapping.tables) {
        if (!fits(columns, head_rows_.back())) continue;
        read_head(mapping, columns);
        return true;
      }
  }
  report_unknown();
  return false;
}

void TableReader::report_unknown() {
  std::vector<std::string> forms;
  for (const ColumnMapping& mapping : mappings_)
    for (const TableColumns& columns : mapping.tables)
      forms.push_back(fmt::format("'{}' of {} ({})", columns.name, mapping.file, fmt::join(columns.recognised_by, ", ")));
  diagnostics_.error({head_.file, {}}, "unknown-table",
                     head_rows_.empty()
                         ? std::string("the file is empty")
                         : fmt::format("the first {} rows have no header of a known form: {}", head_rows_.size(), fmt::join(forms, "; ")),
                     "describe the table in a mapping of its own, and name it with --columns");
}

void TableReader::read_head(const ColumnMapping& mapping, const TableColumns& columns) {
  head_.mapping = &mapping;
  head_.columns = &columns;
  head_.header = number_;
  for (const TableCell& cell : head_rows_.back().cells) head_.names.emplace_back(trim(cell.text));
  for (const AboutLine& about : columns.about)
    for (const TableRow& row : head_rows_) {
      if (row.number >= head_.header || row.cells.empty()) continue;
      const bool by_cell = !about.first_cell.empty() && row.cells.size() > 1 && trim(row.cells.front().text) == about.first_cell;
      if (!by_cell && about.line != row.number) continue;
      const std::string_view text = trim(row.cells[by_cell ? 1 : 0].text);
      if (!text.empty()) head_.about.emplace_back(about.key, text);
      break;
    }
  for (const StructureColumns& structure : columns.structures)
    columns_.push_back(
        {head_.column(structure.words), head_.column(structure.label), head_.column(structure.id), head_.column(structure.type)});
  check_columns();
}

void TableReader::check_columns() {
  const Location where{head_.file, head_rows_.back().where};
  const std::vector<std::string> read = columns_of(*head_.columns);
  std::vector<std::string> missing, unread;
  for (const std::string& name : read)
    if (head_.column(name) == 0 && std::find(missing.begin(), missing.end(), name) == missing.end()) missing.push_back(name);
  for (const std::string& name : head_.names)
    if (!name.empty() && std::find(read.begin(), read.end(), name) == read.end() && !is_kept(*head_.columns, name)) unread.push_back(name);
  if (!missing.empty())
    diagnostics_.warning(where, "missing-column",
                         fmt::format("the form '{}' of {} names columns that the table lacks: {}", head_.columns->name, head_.mapping->file,
                                     fmt::join(missing, ", ")),
                         "nothing is read of them");
  if (!unread.empty())
    diagnostics_.warning(where, "unread-column",
                         fmt::format("the form '{}' of {} says nothing of the columns {}", head_.columns->name, head_.mapping->file,
                                     fmt::join(unread, ", ")),
                         "they are kept as they are; name them under 'kept' to say that this is meant");
}

bool TableReader::next() {
  if (!rows_.next()) return false;
  take_row(row_);
  if (fault_.empty() && !blank_ && row_.cells.size() > head_.names.size()) {
    const auto extra = std::find_if(row_.cells.begin() + static_cast<std::ptrdiff_t>(head_.names.size()), row_.cells.end(),
                                    [](const TableCell& cell) { return !trim(cell.text).empty(); });
    if (extra != row_.cells.end()) {
      std::string text = fmt::format("{} cells, but the header has {}", row_.cells.size(), head_.names.size());
      fault_ = fmt::format("{} [csv-cells]", text);
      diagnostics_.error({head_.file, extra->where}, "csv-cells", std::move(text), "quote a cell that holds the separator");
    }
  }
  row_.structures.clear();
  if (fault_.empty()) find_structures();
  return true;
}

std::uint64_t TableReader::digest() const {
  Fingerprint digest;
  for (const TableCell& cell : row_.cells) digest = fingerprint(digest, fingerprint(trim(cell.text)), {cell.column, 1});
  return digest.low;
}

TableCell TableReader::trimmed(std::uint32_t column) const {
  if (column == 0 || column > row_.cells.size()) return {};
  TableCell cell = row_.cells[column - 1];
  const std::string_view text = trim(cell.text);
  const auto blanks = static_cast<std::uint32_t>(text.empty() ? 0 : text.data() - cell.text.data());
  cell.text = text;
  cell.where.column += blanks;
  return cell;
}

void TableReader::find_structures() {
  row_.structures.resize(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    NamedStructure& structure = row_.structures[i];
    const Columns& columns = columns_[i];
    structure = {&head_.columns->structures[i], trimmed(columns.words), trimmed(columns.label),
                 trimmed(columns.id),           trimmed(columns.type),  false};
    structure.id_padded =
        columns.id != 0 && columns.id <= row_.cells.size() && row_.cells[columns.id - 1].text.size() != structure.id.text.size();
  }
}

}  // namespace musclekg
