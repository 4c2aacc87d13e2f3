// Tab-separated tables of the program's own data in `ontology/`.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace musclekg {

/// A table with one header line. Lines that begin with '#' and empty lines are passed over.
struct Table {
  struct Row {
    std::uint32_t line;
    std::vector<std::string> cells;      ///< as many as there are columns; trimmed
    std::vector<std::uint32_t> columns;  ///< where they begin, in bytes from 1
  };

  std::string path;
  std::vector<Row> rows;

  /// The place of a cell, for messages.
  Location at(const Row& row, std::size_t column) const;
};

/// Reads a table whose header must be just `columns`. What does not fit is reported; rows with another number of cells are
/// left out. Throws Failure when the file cannot be read.
Table read_table(const std::string& path, const std::vector<std::string_view>& columns, Diagnostics& diagnostics);

}  // namespace musclekg
