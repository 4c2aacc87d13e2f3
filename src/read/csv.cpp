// Tables (RFC 4180): one record a row. A column is named as a key of the record ("origins") or as a key of its values
// ("origins.qualifier"). Several values in a cell are separated by '|' and stand beside those of the other columns of the
// same key; several values of a value's own key ("innervation.roots") by ';'. A cell that begins with '{' or '[' is JSON.

#include <fmt/format.h>

#include <algorithm>

#include "base/arena.h"
#include "base/text.h"
#include "read/csv_row.h"
#include "read/json_events.h"
#include "read/line_reader.h"
#include "read/readers.h"

namespace musclekg {

namespace {

/// A column of the header: a key of the record, and possibly one of its values' keys.
struct Column {
  const Key* key = nullptr;
  const Key* inner = nullptr;
  std::size_t index = 0;
};

/// The columns of one key of the record, in the order of the table.
struct Group {
  const Key* key;
  std::vector<Column> columns;
};

/// `text` at each `separator` that has no backslash before it; the parts are trimmed, and their "\|" is "|".
std::vector<std::string_view> split_values(std::string_view text, char separator, Arena& texts) {
  std::vector<std::string_view> parts;
  std::string part;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == separator) {
      parts.push_back(texts.copy(trim(part)));
      part.clear();
    } else if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == separator) {
      part += text[++i];
    } else {
      part += text[i];
    }
  }
  return parts;
}

class TableReader {
 public:
  TableReader(Input& input, Diagnostics& diagnostics, const RecordHandler& handler)
      : input_(input), handler_(handler), builder_(diagnostics), lines_(input, 0) {}

  /// `separators`: those to choose from by the header line.
  void read(std::string_view separators) {
    do {
      if (!next_row(separators)) return;
    } while (trim(lines_.line()).empty());
    const bool usable = read_header();
    while (next_row({})) {
      builder_.begin(input_.name(), {row_line_, 1});
      if (std::all_of(row_.cells.begin(), row_.cells.end(), [](const Cell& cell) { return trim(cell.text).empty(); }) && !row_.open_quote)
        continue;
      bool whole = usable && check_row();
      if (whole) {
        for (const Group& group : groups_) give(group);
        whole = builder_.end();
      }
      handler_(builder_.record(), whole);
    }
  }

 private:
  /// Reads lines until the quotes are closed, and cuts them; a line is looked at again only when a quote is open in it.
  bool next_row(std::string_view separators) {
    texts_.clear();
    json_.clear();
    if (!lines_.next()) return false;
    row_line_ = lines_.number();
    if (!separators.empty()) {
      separator_ = *std::max_element(separators.begin(), separators.end(), [&](char a, char b) {
        return std::count(lines_.line().begin(), lines_.line().end(), a) < std::count(lines_.line().begin(), lines_.line().end(), b);
      });
    }
    QuoteState quotes(separator_);
    for (std::size_t looked_at = 0;;) {
      quotes.feed(lines_.line().substr(looked_at));
      looked_at = lines_.line().size();
      if (!quotes.open() || !lines_.extend()) break;
    }
    cut_row(lines_.line(), separator_, {row_line_, 1}, texts_, row_);
    return true;
  }

  bool read_header() {
    builder_.begin(input_.name(), {row_line_, 1});
    bool usable = check_row_syntax() && check_utf8();
    if (!usable) return false;
    std::vector<std::string_view> names;
    for (const Key& key : keys_of(Shape::Record)) names.push_back(key.name);
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      const std::string_view name = trim(row_.cells[i].text);
      if (name.empty()) {
        unnamed_.push_back(i);
        continue;
      }
      const std::size_t dot = name.find('.');
      const Key* key = find_key(Shape::Record, name.substr(0, dot));
      const Key* inner = key && dot != std::string_view::npos ? find_key(key->inner, name.substr(dot + 1)) : nullptr;
      if (key == nullptr || (dot != std::string_view::npos && inner == nullptr)) {
        const auto near = nearest(name, names);
        builder_.error(row_.cells[i].where, "unknown-key",
                       fmt::format("unknown column '{}'; the columns are {}, and keys of their values such as origins.qualifier", name,
                                   fmt::join(names, ", ")),
                       near ? fmt::format("did you mean '{}'?", *near) : "no row of this table is read until the header is right");
        usable = false;
        continue;
      }
      auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& other) { return other.key == key; });
      if (group == groups_.end()) group = groups_.insert(groups_.end(), {key, {}});
      const auto same = [&](const Column& column) { return column.inner == inner; };
      if (std::any_of(group->columns.begin(), group->columns.end(), same)) {
        builder_.error(row_.cells[i].where, "duplicate-key", fmt::format("the column '{}' is there twice", name), "keep one of them");
        usable = false;
      }
      group->columns.push_back({key, inner, i});
    }
    // The column of a key itself comes before those of its values' keys, wherever it stands.
    for (Group& group : groups_)
      std::stable_partition(group.columns.begin(), group.columns.end(), [](const Column& column) { return column.inner == nullptr; });
    width_ = row_.cells.size();
    return usable;
  }

  bool check_row_syntax() {
    if (row_.open_quote) {
      builder_.error(row_.fault, "csv-syntax", "the quotes that open here are never closed", "write a quote inside quotes twice");
    } else if (row_.stray_quote) {
      builder_.error(row_.fault, "csv-syntax", "text behind closing quotes", "write a quote inside quotes twice");
    } else {
      return true;
    }
    return false;
  }

  bool check_utf8() {
    for (const Cell& cell : row_.cells) {
      const std::size_t at = find_invalid_utf8(cell.text);
      if (at == std::string_view::npos) continue;
      builder_.error(behind(cell.where, cell.text.substr(0, at)), "not-utf8", "the cell is not UTF-8", "save the table as UTF-8");
      return false;
    }
    return true;
  }

  bool check_row() {
    if (!check_row_syntax()) return false;
    if (!check_utf8()) return false;
    if (row_.cells.size() != width_) {
      builder_.error({row_line_, 1}, "csv-cells", fmt::format("{} cells, but the header has {}", row_.cells.size(), width_),
                     "quote a cell that holds the separator");
      return false;
    }
    for (const std::size_t i : unnamed_) {
      if (trim(row_.cells[i].text).empty()) continue;
      builder_.error(row_.cells[i].where, "unknown-key", "a cell in a column without a name", "name the column, or empty it");
      return false;
    }
    return true;
  }

  static bool is_json(std::string_view text) { return text.starts_with('{') || text.starts_with('['); }

  const Cell& cell(const Column& column) const { return row_.cells[column.index]; }

  /// Gives the cells of one key to the builder.
  void give(const Group& group) {
    const Column& first = group.columns.front();
    const std::string_view main = trim(cell(first).text);
    if (first.inner == nullptr && is_json(main)) {
      builder_.key(group.key->name, cell(first).where);
      const std::string_view padded = texts_.join(main, std::string(kJsonPadding, ' '));
      // A record's strings must live as long as the record: each JSON cell has a parser of its own.
      json_.push_back(std::make_unique<JsonEvents>());
      json_.back()->read_value(padded.substr(0, main.size()), cell(first).where, builder_);
      return;
    }
    std::vector<std::vector<std::string_view>> values;
    std::size_t count = 0;
    for (const Column& column : group.columns) {
      const std::string_view text = trim(cell(column).text);
      values.push_back(group.key->many ? split_values(text, '|', texts_) : std::vector{text});
      if (text.empty()) values.back().clear();
      count = std::max(count, values.back().size());
    }
    if (count == 0) return;
    builder_.key(group.key->name, cell(first).where);
    for (std::size_t i = 0; i < group.columns.size(); ++i) {
      if (values[i].empty() || values[i].size() == count) continue;
      builder_.error(cell(group.columns[i]).where, "csv-values",
                     fmt::format("{} values, but another column of '{}' has {}", values[i].size(), group.key->name, count),
                     "write a '|' for each value, also for an empty one");
      return;
    }
    if (group.key->many) builder_.begin_list(cell(first).where);
    for (std::size_t n = 0; n < count; ++n) give_value(group, values, n);
    if (group.key->many) builder_.end_list();
  }

  void give_value(const Group& group, const std::vector<std::vector<std::string_view>>& values, std::size_t n) {
    const auto text_of = [&](std::size_t column) { return values[column].empty() ? std::string_view() : values[column][n]; };
    bool plain = true, empty = true;
    for (std::size_t i = 0; i < group.columns.size(); ++i) {
      if (text_of(i).empty()) continue;
      empty = false;
      if (group.columns[i].inner) plain = false;
    }
    if (empty) return;
    if (plain) return builder_.scalar(text_of(0), plain_kind(text_of(0)), cell(group.columns.front()).where);
    builder_.begin_map(cell(group.columns.front()).where);
    for (std::size_t i = 0; i < group.columns.size(); ++i) {
      if (text_of(i).empty()) continue;
      const Column& column = group.columns[i];
      const Position where = cell(column).where;
      builder_.key(column.inner ? column.inner->name : naming_key(group.key->inner), where);
      const bool list = column.inner && column.inner->many;
      if (list) builder_.begin_list(where);
      for (const std::string_view text : list ? split_values(text_of(i), ';', texts_) : std::vector{text_of(i)})
        builder_.scalar(text, plain_kind(text), where);
      if (list) builder_.end_list();
    }
    builder_.end_map();
  }

  /// The key that a map of this shape is called by; "name" where it has none, which the builder then reports.
  static std::string_view naming_key(Shape shape) {
    for (; shape != Shape::None; shape = base_of(shape))
      for (const Key& key : keys_of(shape))
        if (key.names_owner) return key.name;
    return "name";
  }

  Input& input_;
  const RecordHandler& handler_;
  RecordBuilder builder_;
  LineReader lines_;
  Arena texts_;
  Row row_;
  std::uint32_t row_line_ = 0;
  std::size_t width_ = 0;
  char separator_ = ',';
  std::vector<Group> groups_;
  std::vector<std::size_t> unnamed_;
  std::vector<std::unique_ptr<JsonEvents>> json_;
};

}  // namespace

void read_csv(Input& input, Diagnostics& diagnostics, const RecordHandler& handler) {
  TableReader(input, diagnostics, handler).read(",;\t");
}

void read_tsv(Input& input, Diagnostics& diagnostics, const RecordHandler& handler) { TableReader(input, diagnostics, handler).read("\t"); }

}  // namespace musclekg
