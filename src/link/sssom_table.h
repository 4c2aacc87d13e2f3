// The mappings block of SSSOM/TSV ("Mappings block"): rows between line ends, cells between tabs, some of them in quotes.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace musclekg {

/// Cuts the mappings block into rows. Every byte is looked at a bounded number of times, whatever stands in quotes.
class SssomTable {
 public:
  struct Cell {
    std::string text;  ///< without its quotes
    Position where;
  };

  /// `text`: the block, whose first line has the number `line`. `path` is for messages.
  SssomTable(std::string_view text, std::uint32_t line, std::string_view path, Diagnostics& diagnostics)
      : left_(text), line_(line), path_(path), diagnostics_(diagnostics) {}

  /// Moves to the next row that has a value; false at the end. Rows that cannot be cut are reported [sssom-syntax] and passed
  /// over, and so are those that are not UTF-8 [not-utf8]. Behind a line with quotes that are not closed in their place a row begins.
  bool next();

  /// Of the row. Valid until the next call.
  const std::vector<Cell>& cells() const { return cells_; }

  /// The line in which the row begins.
  std::uint32_t line() const { return row_line_; }

 private:
  enum class Fault { None, NotClosed, TextBehind, TooMany };

  Fault cut(std::size_t& at, Position& where);
  Fault cut_quoted(Cell& cell, std::size_t& at, Position& where) const;
  void report(Fault fault, Position where);

  std::string_view left_;
  std::uint32_t line_;
  std::uint32_t row_line_ = 0;
  std::string_view path_;
  Diagnostics& diagnostics_;
  std::vector<Cell> cells_;
};

/// The values of a list, which stand between '|' ("Multi-valued slots"); without empty ones.
std::vector<std::string> split_list(std::string_view text);

}  // namespace musclekg
