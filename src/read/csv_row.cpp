#include "read/csv_row.h"

#include <algorithm>

namespace musclekg {

namespace {

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Position behind(Position where, std::string_view text) {
  for (const char c : text) {
    ++where.column;
    if (c == '\n') where = {where.line + 1, 1};
  }
  return where;
}

void cut_row(std::string_view line, char separator, Position where, Arena& texts, Row& row) {
  line = without_line_end(line);
  row.cells.clear();
  row.open_quote = row.stray_quote = false;
  for (;;) {
    const Position start = where;
    std::size_t end = 0;
    if (line.starts_with('"')) {
      char* out = texts.allocate(line.size());
      char* const begin = out;
      bool closed = false;
      for (end = 1; end < line.size(); ++end) {
        if (line[end] != '"') {
          *out++ = line[end];
        } else if (end + 1 < line.size() && line[end + 1] == '"') {
          *out++ = line[end++];
        } else {
          closed = true;
          ++end;
          break;
        }
      }
      row.cells.push_back({{begin, static_cast<std::size_t>(out - begin)}, start});
      if (!closed) {
        row.open_quote = true;
        row.fault = start;
        return;
      }
      if (end < line.size() && line[end] != separator) {
        row.stray_quote = true;
        row.fault = behind(start, line.substr(0, end));
        return;
      }
    } else {
      end = std::min(line.find(separator), line.size());
      row.cells.push_back({line.substr(0, end), start});
    }
    if (end == line.size()) return;
    where = behind(where, line.substr(0, end + 1));
    line.remove_prefix(end + 1);
  }
}

}  // namespace musclekg
