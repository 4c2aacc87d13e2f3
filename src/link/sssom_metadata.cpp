#include "link/sssom_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "base/text.h"
#include "link/sssom_slots.h"
#include "link/sssom_yaml.h"

namespace musclekg {

namespace {

constexpr auto kNone = std::string_view::npos;

/// What a slot of the metadata holds.
enum class Shape { NotRead, Prefixes, One, Several };

Shape shape_of(std::string_view slot) {
  if (slot == "curie_map") return Shape::Prefixes;
  for (const std::string_view name :
       {"sssom_version", "mapping_set_id", "mapping_set_title", "license", "mapping_tool", "mapping_tool_version", "mapping_date"})
    if (slot == name) return Shape::One;
  for (const SssomSlot& other : sssom_slots())
    if (other.propagatable && other.name == slot) return other.list != nullptr ? Shape::Several : Shape::One;
  return Shape::NotRead;
}

class MetadataReader {
 public:
  MetadataReader(std::string_view text, std::string_view path, Diagnostics& diagnostics)
      : text_(text), path_(path), diagnostics_(diagnostics) {}

  SssomMetadata read() {
    cut_lines();
    while (next_ < lines_.size()) read_slot();
    return std::move(result_);
  }

 private:
  /// A line without '#', indentation and the blanks at its end.
  struct Line {
    std::string_view text;
    std::size_t indentation;
    Position where;

    bool item() const { return text == "-" || text.starts_with("- "); }
  };

  void error(Position where, std::string text, std::string hint = {}) {
    diagnostics_.error({path_, where}, "sssom-syntax", std::move(text), std::move(hint));
  }

  void cut_lines() {
    for (;;) {
      const std::string_view rest = text_.substr(result_.size);
      const bool quoted = rest.starts_with("\"#");
      if (!quoted && !rest.starts_with('#')) break;
      const std::string_view line = rest.substr(0, rest.find('\n'));
      result_.size = std::min(text_.size(), result_.size + line.size() + 1);
      ++result_.lines;
      const std::string_view yaml = (quoted ? without_quotes(line) : line).substr(1);
      const std::size_t indentation = std::min(yaml.find_first_not_of(' '), yaml.size());
      const Position where{result_.lines, static_cast<std::uint32_t>(indentation + (quoted ? 3 : 2))};
      if (const std::size_t at = find_invalid_utf8(line); at != kNone) {
        diagnostics_.error({path_, {result_.lines, static_cast<std::uint32_t>(at + 1)}}, "not-utf8", "the line is not UTF-8",
                           "save the table as UTF-8");
      } else if (const std::string_view text = trim(yaml.substr(indentation)); !text.empty() && !text.starts_with('#')) {
        lines_.push_back({text, indentation, where});
      }
    }
    result_.found = result_.lines > 0;
    if (!lines_.empty()) base_ = lines_.front().indentation;
  }

  /// A line as spreadsheets save it when there is a quote in it: the whole line is a quoted cell, with empty ones behind it.
  std::string_view without_quotes(std::string_view line) {
    line = trim(line);
    line.remove_prefix(1);
    if (line.ends_with('"')) line.remove_suffix(1);
    std::string& text = unquoted_.emplace_back();
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line.substr(i).starts_with("\"\"")) ++i;
      text += line[i];
    }
    return text;
  }

  /// The lines that belong to the slot above, which are indented, or are the items of a list.
  std::vector<Line> contents() {
    const std::size_t first = next_;
    while (next_ < lines_.size() && (lines_[next_].indentation > base_ || (lines_[next_].indentation == base_ && lines_[next_].item())))
      ++next_;
    return {lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.begin() + static_cast<std::ptrdiff_t>(next_)};
  }

  void read_slot() {
    const Line line = lines_[next_++];
    const std::size_t end = line.indentation == base_ ? end_of_key(line.text) : kNone;
    if (end == kNone) {
      error(line.where, fmt::format("found '{}'; expected a slot and its value, as in 'license: https://…'", shown(line.text)),
            "every line of the metadata has the same number of blanks behind its '#', and those of lists and of curie_map more");
      return;
    }
    const std::string key = name_of_key(line, end);
    std::string_view value = trim(line.text.substr(end + 1));
    if (value.starts_with('#')) value = {};  // a comment
    const Position where{line.where.line,
                         static_cast<std::uint32_t>(line.where.column + (value.empty() ? 0 : value.data() - line.text.data()))};
    const std::vector<Line> lines = contents();
    const Shape shape = shape_of(key);
    if (shape == Shape::NotRead) return;
    if (!seen_.try_emplace(key, line.where.line).second)
      return error(line.where, fmt::format("{} stands here again; it is in line {}", key, seen_[key]), "keep one of them");
    if (shape == Shape::Prefixes) return read_prefixes(value, where, lines);
    if (shape == Shape::Several && value.empty() && !lines.empty() && lines.front().item()) return read_items(key, lines);
    if (!lines.empty() && lines.front().item()) return error(lines.front().where, fmt::format("{} has one value; found a list", key));
    read_value(key, shape, value, where, lines);
  }

  static std::string name_of_key(const Line& line, std::size_t end) {
    std::string_view name = trim(line.text.substr(0, end));
    if (name.size() > 1 && (name.starts_with('"') || name.starts_with('\''))) name = name.substr(1, name.size() - 2);
    return std::string(name);
  }

  /// `further`: lines that the value goes on in (YAML 1.2, 6.5: line folding).
  void read_value(const std::string& key, Shape shape, std::string_view value, Position where, const std::vector<Line>& further) {
    std::string folded(value);
    for (const Line& line : further) {
      if (folded.ends_with('\\')) return not_understood(line.where, "a line behind one that ends in '\\'");
      if (!folded.empty()) folded += ' ';
      folded += line.text;
    }
    SssomScalars scalars = read_scalars(folded);
    if (scalars.list && shape != Shape::Several) scalars.fault = "a list";
    if (!scalars.fault.empty()) return not_understood(where, scalars.fault);
    for (std::string& text : scalars.texts) result_.slots[key].push_back({std::move(text), where});
  }

  void read_items(const std::string& key, const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size();) {
      if (!lines[i].item() || lines[i].indentation != lines.front().indentation)
        return not_understood(lines[i].where, "a line that is no item of the list");
      const Line& line = lines[i++];
      const std::string_view value = trim(line.text.substr(1));
      const Position where{line.where.line, static_cast<std::uint32_t>(line.where.column + (value.data() - line.text.data()))};
      std::vector<Line> further;
      for (; i < lines.size() && lines[i].indentation > line.indentation; ++i) further.push_back(lines[i]);
      read_value(key, Shape::One, value, where, further);
    }
  }

  void read_prefixes(std::string_view value, Position where, const std::vector<Line>& lines) {
    if (!value.empty() && value != "{}")
      return error(where, fmt::format("found '{}'; expected the prefixes in lines of their own", shown(value)));
    for (const Line& line : lines) {
      const std::size_t end = end_of_key(line.text);
      if (end == kNone || line.item() || line.indentation != lines.front().indentation) {
        error(line.where, fmt::format("found '{}'; expected a prefix and its namespace, as in 'HP: http://purl.obolibrary.org/obo/HP_'",
                                      shown(line.text)));
        continue;
      }
      const SssomScalars scalars = read_scalars(line.text.substr(end + 1));
      if (!scalars.fault.empty()) {
        not_understood(line.where, scalars.fault);
      } else {
        add_prefix(name_of_key(line, end), scalars.texts.size() == 1 && !scalars.list ? scalars.texts.front() : std::string(), line.where);
      }
    }
  }

  void add_prefix(const std::string& prefix, const std::string& name_space, Position where) {
    const std::string_view built_in = built_in_namespace(prefix);
    if (!valid_iri(name_space)) {
      error(where, fmt::format("the namespace of '{}' is '{}'; expected an absolute IRI", shown(prefix), shown(name_space)));
    } else if (!built_in.empty()) {
      if (name_space != built_in)
        error(where, fmt::format("the prefix '{}' stands for {}; found {}", prefix, built_in, shown(name_space)), "use another prefix");
    } else if (!result_.prefixes.try_emplace(prefix, name_space).second) {
      error(where, fmt::format("the prefix '{}' stands here again", shown(prefix)), "keep one of them");
    }
  }

  void not_understood(Position where, std::string_view what) {
    error(where, fmt::format("{} is not understood here", what), "write the value on one line, and in double quotes");
  }

  std::string_view text_;
  std::string_view path_;
  Diagnostics& diagnostics_;
  std::deque<std::string> unquoted_;
  std::vector<Line> lines_;
  std::size_t next_ = 0;
  std::size_t base_ = 0;  ///< the indentation of slots
  std::map<std::string, std::uint32_t> seen_;
  SssomMetadata result_;
};

}  // namespace

SssomMetadata read_sssom_metadata(std::string_view text, std::string_view path, Diagnostics& diagnostics) {
  return MetadataReader(text, path, diagnostics).read();
}

}  // namespace musclekg
