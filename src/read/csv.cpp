// Tables (RFC 4180): one record a row. A column is named as a key of the record ("origins") or as a key of its values
// ("origins.qualifier"). Several values in a cell are separated by '|' and stand beside those of the other columns of the
// same key; several values of a value's own key ("innervation.roots") by ';'. A cell that begins with '{' or '[' is JSON.

#include <fmt/format.h>

#include <algorithm>

#include "base/arena.h"
#include "base/text.h"
#include "read/json_events.h"
#include "read/readers.h"
#include "read/row_reader.h"

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
      : input_(input), handler_(handler), builder_(diagnostics), rows_(input) {}

  /// `separators`: those to choose from by the header line.
  void read(std::string_view separators) {
    do {
      if (!next_row(separators)) return;
    } while (rows_.row().cells.size() == 1 && trim(rows_.row().cells.front().text).empty());
    const bool usable = read_header();
    while (next_row({})) {
      builder_.begin(input_.name(), {rows_.line(), 1});
      if (rows_.blank()) continue;
      bool whole = usable && check_row();
      if (whole) {
        for (const Group& group : groups_) give(group);
        whole = builder_.end();
      }
      handler_(builder_.record(), whole);
    }
  }

 private:
  bool next_row(std::string_view separators) {
    json_.clear();
    texts_.clear();
    return rows_.next(separators);
  }

  bool read_header() {
    builder_.begin(input_.name(), {rows_.line(), 1});
    bool usable = check_syntax();
    if (!usable) return false;
    std::vector<std::string_view> names;
    for (const Key& key : keys_of(Shape::Record)) names.push_back(key.name);
    for (std::size_t i = 0; i < rows_.row().cells.size(); ++i) {
      const std::string_view name = trim(rows_.row().cells[i].text);
      if (name.empty()) {
        unnamed_.push_back(i);
        continue;
      }
      const std::size_t dot = name.find('.');
      const Key* key = find_key(Shape::Record, name.substr(0, dot));
      const Key* inner = key && dot != std::string_view::npos ? find_key(key->inner, name.substr(dot + 1)) : nullptr;
      if (key == nullptr || (dot != std::string_view::npos && inner == nullptr)) {
        const auto near = nearest(name, names);
        builder_.error(rows_.row().cells[i].where, "unknown-key",
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
        builder_.error(rows_.row().cells[i].where, "duplicate-key", fmt::format("the column '{}' is there twice", name),
                       "keep one of them");
        usable = false;
      }
      group->columns.push_back({key, inner, i});
    }
    // The column of a key itself comes before those of its values' keys, wherever it stands.
    for (Group& group : groups_)
      std::stable_partition(group.columns.begin(), group.columns.end(), [](const Column& column) { return column.inner == nullptr; });
    width_ = rows_.row().cells.size();
    return usable;
  }

  bool check_syntax() {
    const std::optional<RowFault> fault = rows_.fault();
    if (fault) builder_.error(fault->where, fault->rule, std::string(fault->text), std::string(fault->hint));
    return !fault;
  }

  bool check_row() {
    if (!check_syntax()) return false;
    if (rows_.row().cells.size() != width_) {
      builder_.error({rows_.line(), 1}, "csv-cells", fmt::format("{} cells, but the header has {}", rows_.row().cells.size(), width_),
                     "quote a cell that holds the separator");
      return false;
    }
    for (const std::size_t i : unnamed_) {
      if (trim(rows_.row().cells[i].text).empty()) continue;
      builder_.error(rows_.row().cells[i].where, "unknown-key", "a cell in a column without a name", "name the column, or empty it");
      return false;
    }
    return true;
  }

  static bool is_json(std::string_view text) { return text.starts_with('{') || text.starts_with('['); }

  const Cell& cell(const Column& column) const { return rows_.row().cells[column.index]; }

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
  RowReader rows_;
  Arena texts_;
  std::size_t width_ = 0;
  std::vector<Group> groups_;
  std::vector<std::size_t> unnamed_;
  std::vector<std::unique_ptr<JsonEvents>> json_;
};

}  // namespace

void read_csv(Input& input, Diagnostics& diagnostics, const RecordHandler& handler) {
  TableReader(input, diagnostics, handler).read(kTableSeparators);
}

void read_tsv(Input& input, Diagnostics& diagnostics, const RecordHandler& handler) { TableReader(input, diagnostics, handler).read("\t"); }

}  // namespace musclekg
