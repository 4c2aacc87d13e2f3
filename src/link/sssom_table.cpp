#include "link/sssom_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostCells = 1000;

}  // namespace

bool SssomTable::next() {
  while (!left_.empty()) {
    row_line_ = line_;
    std::size_t at = 0;
    Position where{line_, 1};
    const Fault fault = cut(at, where);
    if (fault != Fault::None) {
      report(fault, where);
      at = 0;
      for (std::uint32_t line = row_line_; line <= where.line; ++line) at = std::min(left_.find('\n', at), left_.size() - 1) + 1;
    }
    const std::string_view row = left_.substr(0, at);
    left_.remove_prefix(at);
    line_ += static_cast<std::uint32_t>(std::count(row.begin(), row.end(), '\n'));
    if (fault != Fault::None) continue;
    if (const std::size_t wrong = find_invalid_utf8(row); wrong != std::string_view::npos) {
      const std::string_view before = row.substr(0, wrong);
      const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
      const std::size_t column = wrong - (lines == 0 ? 0 : before.rfind('\n') + 1);
      diagnostics_.error({path_, {row_line_ + lines, static_cast<std::uint32_t>(column + 1)}}, "not-utf8", "the row is not UTF-8",
                         "save the table as UTF-8");
      continue;
    }
    if (std::any_of(cells_.begin(), cells_.end(), [](const Cell& cell) { return !cell.text.empty(); })) return true;
  }
  return false;
}

/// Cuts a row from the beginning of what is left: `at` gets its size with the line end. `where` gets the place of a fault.
SssomTable::Fault SssomTable::cut(std::size_t& at, Position& where) {
  cells_.clear();
  for (;;) {
    if (cells_.size() == kMostCells) return Fault::TooMany;
    Cell& cell = cells_.emplace_back(Cell{{}, where});
    if (at < left_.size() && left_[at] == '"') {
      const Fault fault = cut_quoted(cell, at, where);
      if (fault != Fault::None) return fault;
    } else {
      const std::size_t end = std::min(left_.find_first_of("\t\n", at), left_.size());
      const bool windows = end > at && left_[end - 1] == '\r' && (end == left_.size() || left_[end] == '\n');
      cell.text = left_.substr(at, end - at - (windows ? 1 : 0));
      where.column += static_cast<std::uint32_t>(end - at);
      at = end;
    }
    if (left_.substr(at).starts_with("\r\n")) ++at;
    if (at == left_.size()) return Fault::None;
    const char end = left_[at++];
    ++where.column;
    if (end == '\n') return Fault::None;
  }
}

/// Cuts a cell that begins with a quote ("Quoting"): `at` gets the place behind the closing one.
SssomTable::Fault SssomTable::cut_quoted(Cell& cell, std::size_t& at, Position& where) const {
  const Position begin = where;
  for (++at, ++where.column; at < left_.size(); ++at) {
    const char c = left_[at];
    const bool quote = c == '"';
    const std::string_view rest = left_.substr(at + 1);
    if (quote && !rest.starts_with('"')) {
      ++at;
      ++where.column;
      if (rest.empty() || rest.front() == '\t' || rest.front() == '\n' || rest.starts_with("\r\n")) return Fault::None;
      if (where.line == begin.line) return Fault::TextBehind;
      break;
    }
    if (quote) ++at;
    cell.text += c;
    where.column += quote ? 2 : 1;
    if (c == '\n') where = {where.line + 1, 1};
  }
  where = begin;
  return Fault::NotClosed;
}

void SssomTable::report(Fault fault, Position where) {
  switch (fault) {
    case Fault::None:
      break;
    case Fault::NotClosed:
      diagnostics_.error({path_, where}, "sssom-syntax", "the quotes that open here are not closed before a tab or the end of a line",
                         "write a quote inside quotes twice");
      break;
    case Fault::TextBehind:
      diagnostics_.error({path_, where}, "sssom-syntax", "text behind closing quotes; expected a tab or the end of the line",
                         "write a quote inside quotes twice");
      break;
    case Fault::TooMany:
      diagnostics_.error({path_, where}, "sssom-syntax", fmt::format("more than {} cells in a row", kMostCells));
      break;
  }
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> values;
  std::string value;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == '|') {
      if (!value.empty()) values.push_back(std::move(value));
      value.clear();
    } else {
      if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '|' || text[i + 1] == '\\')) ++i;
      value += text[i];
    }
  }
  return values;
}

}  // namespace musclekg
