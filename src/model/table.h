// A table as its author wrote it: lines, cells, and the structures that a row names.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/column_mapping.h"

namespace musclekg {

/// A cell without its quotes; blanks stay.
struct TableCell {
  std::string_view text;
  Position where;            ///< of its first byte, or of the quote before it
  std::uint32_t column = 0;  ///< from 1; 0: the table has no such column
};

/// What the lines up to the header say of a table.
struct TableHead {
  std::string file;                                           ///< as messages call it
  const ColumnMapping* mapping = nullptr;                     ///< the mapping that knows the table
  const TableColumns* columns = nullptr;                      ///< how it is read
  std::uint32_t header = 0;                                   ///< number of the header's row, from 1
  std::vector<std::string> names;                             ///< of the columns, trimmed
  std::vector<std::pair<AboutLine::Key, std::string>> about;  ///< in the order of the mapping

  /// The number of the first column of that name, from 1; 0 where there is none, and for an empty name.
  std::uint32_t column(std::string_view name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    return name.empty() || found == names.end() ? 0 : static_cast<std::uint32_t>(found - names.begin() + 1);
  }
};

/// A structure as a row names it. Texts are trimmed; the places are those of the trimmed text.
struct NamedStructure {
  const StructureColumns* columns = nullptr;
  TableCell words, label, id, type;
  bool id_padded = false;  ///< the cell of the id has blanks around it

  bool empty() const { return words.text.empty() && id.text.empty(); }
};

/// What a row cites. Views live as long as the row.
struct TableReference {
  std::uint32_t number = 0;  ///< from 1, in the order in which the table first cites it
  std::string_view words, id, note;
};

/// One row, of whatever part of the table. Views live until the next row is read.
struct TableRow {
  std::uint32_t number = 0;  ///< from 1, header lines included (RFC 7111, section 2.1)
  Position where;
  std::vector<TableCell> cells;            ///< as they stand
  std::vector<NamedStructure> structures;  ///< of a row below the header that can be read: one for each of the table's, in their order
};

}  // namespace musclekg
