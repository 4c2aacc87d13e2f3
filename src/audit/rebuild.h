// Tables written again from a graph alone, and compared with what was read: the proof that nothing was lost.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/output.h"
#include "rdf/graph.h"

namespace musclekg {

/// A table as the graph's layer of rows tells it.
struct RebuiltTable {
  std::string file;                            ///< as it was named when it was read
  std::uint32_t header = 0;                    ///< number of the header's row, from 1
  std::vector<std::vector<std::string>> rows;  ///< in their order, the lines above the header too; cells exactly
};

/// The tables (csvw:Table) that a graph tells, by file. `nodes`: the table of the graph's nodes. Rows without a table, two rows of one
/// number, two values of one cell, and gaps between rows or columns are reported [rebuild], with `graph_name` as file. Sorts what is told
/// (n log n); a row takes the room of its cells up to the last.
std::vector<RebuiltTable> rebuild_tables(const Graph& graph, NodeTable& nodes, const std::string& graph_name, Diagnostics& diagnostics);

/// Writes a table as RFC 4180 has it, with LF: cells in quotes where they hold a comma, a quote or a line end; all rows with as many cells
/// as the longest. `Output::commit` is the caller's.
void write_csv(const RebuiltTable& table, Output& output);

/// Compares the rows of a table with those of `file`, which are given: as often the same, blanks around cells and empty cells at the end
/// of a row aside, in whatever order. Each row that only one of them has is reported [rebuild], the first 20 of each side; returns how
/// many there are. Linear but for sorting.
std::size_t compare_rows(const RebuiltTable& table, const std::string& file, std::span<const std::vector<std::string>> rows,
                         Diagnostics& diagnostics);

}  // namespace musclekg
