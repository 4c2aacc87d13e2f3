// A table (RFC 4180) row by row: memory is that of the longest row.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/input.h"
#include "read/csv_row.h"
#include "read/line_reader.h"

namespace musclekg {

/// What may separate the cells of a table.
inline constexpr std::string_view kTableSeparators = ",;\t";

/// What is wrong with a row as a whole.
struct RowFault {
  Position where;
  std::string_view rule;  ///< "csv-syntax" or "not-utf8"
  std::string_view text;
  std::string_view hint;
};

/// Moves over the rows of an input. A row ends with its line, or with the line where its last quotes are closed. Linear in the bytes: a
/// line is looked at again only when a quote is open in it.
class RowReader {
 public:
  explicit RowReader(Input& input) : lines_(input, 0) {}

  /// Moves to the next row; false at the end. `separators`: those to choose from, the most frequent one in the row's first line;
  /// empty: the one chosen last.
  bool next(std::string_view separators = {});

  /// The row cut into cells. Valid until the next call.
  const Row& row() const { return row_; }

  /// Number of its first line, from 1.
  std::uint32_t line() const { return line_; }

  /// Whether all cells are empty, or have blanks alone.
  bool blank() const;

  /// The first thing that is wrong with the row: bytes that are not UTF-8, quotes that are never closed, text behind closing quotes.
  std::optional<RowFault> fault() const;

 private:
  LineReader lines_;
  Arena texts_;
  Row row_;
  std::uint32_t line_ = 0;
  char separator_ = ',';
};

}  // namespace musclekg
