#include "read/row_reader.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

bool RowReader::next(std::string_view separators) {
  texts_.clear();
  if (!lines_.next()) return false;
  line_ = lines_.number();
  const std::string_view first = lines_.line();
  if (!separators.empty())
    separator_ = *std::max_element(separators.begin(), separators.end(), [&](char a, char b) {
      return std::count(first.begin(), first.end(), a) < std::count(first.begin(), first.end(), b);
    });
  QuoteState quotes(separator_);
  for (std::size_t looked_at = 0;;) {
    quotes.feed(lines_.line().substr(looked_at));
    looked_at = lines_.line().size();
    if (!quotes.open() || !lines_.extend()) break;
  }
  cut_row(lines_.line(), separator_, {line_, 1}, texts_, row_);
  return true;
}

bool RowReader::blank() const {
  return !row_.open_quote && std::all_of(row_.cells.begin(), row_.cells.end(), [](const Cell& cell) { return trim(cell.text).empty(); });
}

std::optional<RowFault> RowReader::fault() const {
  for (const Cell& cell : row_.cells) {
    const std::size_t at = find_invalid_utf8(cell.text);
    if (at != std::string_view::npos)
      return RowFault{behind(cell.where, cell.text.substr(0, at)), "not-utf8", "the cell is not UTF-8", "save the table as UTF-8"};
  }
  if (row_.open_quote)
    return RowFault{row_.fault, "csv-syntax", "the quotes that open here are never closed", "write a quote inside quotes twice"};
  if (row_.stray_quote) return RowFault{row_.fault, "csv-syntax", "text behind closing quotes", "write a quote inside quotes twice"};
  return {};
}

}  // namespace musclekg
