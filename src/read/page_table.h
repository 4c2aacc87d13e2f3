// Tables of a page, row by row.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/page.h"
#include "read/page_headings.h"

namespace musclekg {

/// Makes fields of the rows that have a known label in their first cell, and of columns with known labels above them; what names the row
/// ("lateral head") stands in brackets behind such a label. What else stands in
/// cells is an aside when it is short, and what it was otherwise.
class PageTable {
 public:
  /// `infobox`: rows that are no facts are properties of the page.
  PageTable(Page& page, const PageHeadings& headings, bool infobox) : page_(page), headings_(headings), infobox_(infobox) {}

  /// A further cell of the row: its blocks. `header`: the markup says that it is a label.
  void add_cell(std::vector<Block> blocks);

  /// The blocks of the row, whose cells are forgotten.
  std::vector<Block> finish_row();

 private:
  using Cell = std::vector<Block>;

  bool is_label(const Cell& cell) const;
  bool is_header() const;

  Page& page_;
  const PageHeadings& headings_;
  bool infobox_;
  std::vector<Cell> cells_;
  std::vector<std::string> columns_;  ///< labels of a header row
  std::string label_;                 ///< stood in a row of its own before this one
};

/// Joins lines that go on with what is before them: "(C5-C7)" behind a nerve, words behind "Long head:".
void join_entries(std::vector<Block>& entries);

}  // namespace musclekg
