// An author's table, row by row: lines above the header, the header, and rows whose cells name structures.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/input.h"
#include "model/table.h"
#include "read/row_reader.h"

namespace musclekg {

/// Reads one table with the first form of column mappings that fits it. Memory is that of the lines up to the header and of the longest
/// row; time is linear in the bytes.
class TableReader {
 public:
  /// All live as long as the reader.
  TableReader(Input& input, std::span<const ColumnMapping> mappings, Diagnostics& diagnostics);

  /// Reads up to the header, which is looked for in the first 50 rows, or stands where the form says. False, with the fault reported
  /// [unknown-table], where the table is of none of the forms; columns that nothing reads are warned of [unread-column], and columns of
  /// the form that the table lacks [missing-column].
  bool open();

  const TableHead& head() const { return head_; }

  /// The rows up to the header, which is the last; their texts last as long as the reader.
  const std::vector<TableRow>& head_rows() const { return head_rows_; }

  /// Moves to the next row below the header; false at the end.
  bool next();

  const TableRow& row() const { return row_; }

  /// A digest of the row's cells, blanks around them aside: two rows that say the same have the same one.
  std::uint64_t digest() const;

  /// Whether all cells of the row are empty.
  bool blank() const { return blank_; }

  /// Why the row cannot be read, which was reported; empty where it can.
  const std::string& fault() const { return fault_; }

 private:
  struct Columns {
    std::uint32_t words = 0, label = 0, id = 0, type = 0;  ///< numbers of columns, from 1; 0: there is none
  };

  bool fits(const TableColumns& columns, const TableRow& row) const;
  void read_head(const ColumnMapping& mapping, const TableColumns& columns);
  void report_unknown();
  void check_columns();
  void take_row(TableRow& row);
  void find_structures();
  TableCell trimmed(std::uint32_t column) const;

  std::span<const ColumnMapping> mappings_;
  Diagnostics& diagnostics_;
  RowReader rows_;
  Arena texts_;  ///< of the rows up to the header
  TableHead head_;
  std::vector<TableRow> head_rows_;
  std::vector<Columns> columns_;  ///< by structure
  TableRow row_;
  std::uint32_t number_ = 0;
  bool blank_ = false;
  std::string fault_;
};

}  // namespace musclekg
