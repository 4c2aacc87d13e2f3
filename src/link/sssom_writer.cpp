// The canonical form of SSSOM/TSV 1.1 ("Canonical SSSOM/TSV format").

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"
#include "link/sssom_slots.h"

namespace musclekg {

namespace {

/// Texts without quotes that YAML 1.2 reads as something else than a text (core schema, 10.3.2), or YAML 1.1, which many readers
/// know only: numbers, dates, booleans.
bool reads_as_other_type(std::string_view text) {
  for (const std::string_view word :
       {"~",  "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE", "yes",  "Yes", "YES", "no",
        "No", "NO",   "on",   "On",   "ON",   "off",  "Off",  "OFF",   ".nan",  ".NaN",  ".NAN", "<<",  "="})
    if (text == word) return true;
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF" || text.starts_with("0x") || text.starts_with("0o") || text.starts_with("0b"))
    return true;
  const auto only = [&](std::string_view characters) { return text.find_first_not_of(characters) == std::string_view::npos; };
  if (text.empty() || !(text.front() == '.' || (text.front() >= '0' && text.front() <= '9'))) return false;
  if (text.size() > 4 && text[4] == '-' && only("0123456789-+:.TtZz ")) return true;
  if (text.find(':') != std::string_view::npos && only("0123456789:._")) return true;
  std::string digits(text);
  std::erase(digits, '_');
  double value = 0;
  return std::from_chars(digits.data(), digits.data() + digits.size(), value).ptr == digits.data() + digits.size();
}

/// A character that a double-quoted scalar must escape: what is not printable in YAML 1.2 (5.1), and the line ends of YAML
/// 1.1. `size` is that of the character; the escape is empty where there is none.
std::string escape_at(std::string_view text, std::size_t at, std::size_t& size) {
  size = 1;
  switch (text[at]) {
    case '\0':
      return "\\0";
    case '\a':
      return "\\a";
    case '\b':
      return "\\b";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\v':
      return "\\v";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    case '\x1B':
      return "\\e";
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20 || byte == 0x7F) return fmt::format("\\x{:02x}", byte);
  const std::string_view rest = text.substr(at);
  if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
    size = 2;
    return rest[1] == '\x85' ? "\\N" : fmt::format("\\x{:02x}", static_cast<unsigned char>(rest[1]));
  }
  struct Escape {
    std::string_view bytes, written;
  };
  for (const Escape& escape : {Escape{"\xE2\x80\xA8", "\\L"}, Escape{"\xE2\x80\xA9", "\\P"}, Escape{"\xEF\xBB\xBF", "\\uFEFF"},
                               Escape{"\xEF\xBF\xBE", "\\uFFFE"}, Escape{"\xEF\xBF\xBF", "\\uFFFF"}})
    if (rest.starts_with(escape.bytes)) {
      size = escape.bytes.size();
      return std::string(escape.written);
    }
  return {};
}

/// Whether a scalar can stand without quotes behind "key: " or "- " (YAML 1.2, 7.3.3, block context), and still be a text.
bool plain(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view(",[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
  if (std::string_view("-?:").find(text.front()) != std::string_view::npos && (text.size() == 1 || text[1] == ' ')) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  for (std::size_t at = 0, size = 1; at < text.size(); at += size)
    if (!escape_at(text, at, size).empty()) return false;
  return !reads_as_other_type(text);
}

/// A scalar in plain style where that is possible, otherwise in double-quoted style (YAML 1.2, 7.3.1).
std::string scalar(std::string_view text) {
  if (plain(text)) return std::string(text);
  std::string result = "\"";
  for (std::size_t at = 0, size = 1; at < text.size(); at += size) {
    const std::string escape = escape_at(text, at, size);
    if (text[at] == '"' || text[at] == '\\') result += '\\';
    result += escape.empty() ? std::string(text.substr(at, size)) : escape;
  }
  return result + '"';
}

/// A value as it stands between tabs ("Quoting").
std::string cell(std::string_view text) {
  if (text.find_first_of("\"\t\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) result.append(c == '"' ? 2 : 1, c);
  return result + '"';
}

/// A value of several, which stand between '|' ("Multi-valued slots").
std::string escaped(std::string_view value) {
  std::string result;
  for (const char c : value) {
    if (c == '|' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

class SssomWriter {
 public:
  SssomWriter(const SssomSet& set, const Prefixes& prefixes, Output& output) : set_(set), prefixes_(prefixes), output_(output) {}

  void write() {
    check_set();
    rows_.reserve(set_.rows.size());
    for (std::size_t i = 0; i < set_.rows.size(); ++i) rows_.push_back(values_of(set_.rows[i], i));
    std::sort(rows_.begin(), rows_.end());
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    write_metadata();
    write_mappings();
  }

 private:
  /// The slots of a row, as they stand between tabs but for the quotes.
  using Values = std::array<std::string, kSssomSlotCount>;

  [[noreturn]] void fail(std::string_view what) const { throw Failure(fmt::format("{}: {}", output_.path(), what)); }

  void check_set() const {
    if (!valid_iri(set_.id)) fail(fmt::format("mapping_set_id '{}' is no absolute IRI", set_.id));
    if (!valid_iri(set_.license)) fail(fmt::format("license '{}' is no absolute IRI", set_.license));
    if (!set_.date.empty() && (set_.date.size() != 10 || !valid_date(set_.date)))
      fail(fmt::format("mapping_date '{}' is no date; expected YYYY-MM-DD", set_.date));
  }

  Values values_of(const SssomRow& row, std::size_t index) {
    const auto require = [&](const std::string& value, std::string_view name) {
      if (value.empty()) fail(fmt::format("{} of mapping {} is empty", name, index + 1));
    };
    const bool literal = row.subject_type == kLiteral;
    require(literal ? row.subject_label : row.subject_id, literal ? "subject_label" : "subject_id");
    require(row.predicate_id, "predicate_id");
    require(row.object_id, "object_id");
    require(row.mapping_justification, "mapping_justification");
    Values values;
    for (std::size_t i = 0; i < kSssomSlotCount; ++i) {
      const SssomSlot& slot = sssom_slots()[i];
      if (slot.text != nullptr && !(row.*slot.text).empty()) values[i] = value_of(slot, row.*slot.text);
      for (const std::string& value : list_of(slot, row)) values[i].append(values[i].empty() ? "" : "|").append(escaped(value));
    }
    return values;
  }

  std::vector<std::string> list_of(const SssomSlot& slot, const SssomRow& row) {
    std::vector<std::string> values;
    if (slot.list == nullptr) return values;
    for (const std::string& value : row.*slot.list)
      if (!value.empty()) values.push_back(value_of(slot, value));
    return values;
  }

  std::string value_of(const SssomSlot& slot, const std::string& value) {
    switch (slot.range) {
      case SssomRange::Id:
        return curie(slot, value);
      case SssomRange::Number:
        if (const auto number = canonical_number(value)) return *number;
        fail(fmt::format("{} '{}' is no number from 0 to 1", slot.name, value));
      case SssomRange::Modifier:
        if (value != "Not") fail(fmt::format("{} '{}' is not 'Not'", slot.name, value));
        break;
      case SssomRange::Justification: {
        std::string id = curie(slot, value);
        check_one_of(slot, id, justifications());
        return id;
      }
      case SssomRange::EntityType:
        check_one_of(slot, value, entity_types());
        newer_ |= value == "composed entity expression";
        break;
      case SssomRange::Text:
        newer_ |= slot.list != nullptr && escaped(value) != value;
        break;
    }
    return value;
  }

  void check_one_of(const SssomSlot& slot, const std::string& value, const std::vector<std::string_view>& values) const {
    if (std::find(values.begin(), values.end(), value) == values.end())
      fail(fmt::format("{} '{}' is none of {}", slot.name, value, fmt::join(values, ", ")));
  }

  std::string curie(const SssomSlot& slot, const std::string& id) {
    std::string iri = id;
    if (id.find("://") == std::string::npos) {
      const std::size_t colon = id.find(':');
      if (colon == std::string::npos) fail(fmt::format("{} '{}' is no CURIE", slot.name, id));
      const std::string_view name_space = built_in_namespace(std::string_view(id).substr(0, colon));
      const auto expanded = name_space.empty() ? prefixes_.expand(id) : std::string(name_space).append(id, colon + 1);
      if (!expanded) fail(fmt::format("{} '{}' has the unknown prefix '{}'", slot.name, id, id.substr(0, colon)));
      iri = *expanded;
    }
    iri = prefixes_.canonical(iri);
    const auto parts = curie_of(iri, prefixes_);
    if (!parts) fail(fmt::format("{} '{}' begins with no namespace that has a prefix", slot.name, id));
    if (!valid_iri(iri)) fail(fmt::format("{} '{}' stands for no valid IRI", slot.name, id));
    if (built_in_namespace(parts->prefix).empty()) used_.emplace(parts->prefix, parts->name_space);
    return parts->text();
  }

  /// In the order of the table "Slots" of the class MappingSet.
  void write_metadata() {
    if (newer_) output_.write("#sssom_version: \"1.1\"\n");
    if (!used_.empty()) output_.write("#curie_map:\n");
    for (const auto& [prefix, name_space] : used_) output_.write(fmt::format("#  {}: {}\n", prefix, scalar(name_space)));
    write_slot("mapping_set_id", set_.id);
    write_slot("mapping_set_title", set_.title);
    write_slot("license", set_.license);
    write_condensed("subject_type");
    write_condensed("object_source");
    write_condensed("object_source_version");
    write_slot("mapping_tool", set_.tool);
    write_slot("mapping_tool_version", set_.tool_version);
    if (!set_.date.empty()) output_.write(fmt::format("#mapping_date: {}\n", set_.date));
    write_condensed("object_match_field");
    write_condensed("subject_preprocessing");
  }

  void write_slot(std::string_view name, std::string_view text) {
    if (!text.empty()) output_.write(fmt::format("#{}: {}\n", name, scalar(text)));
  }

  /// A slot that has the same values in all rows ("Condensation").
  void write_condensed(std::string_view name) {
    const auto slot = std::find_if(sssom_slots().begin(), sssom_slots().end(), [&](const SssomSlot& other) { return other.name == name; });
    const auto i = static_cast<std::size_t>(slot - sssom_slots().begin());
    if (rows_.empty() || rows_.front()[i].empty()) return;
    if (std::any_of(rows_.begin(), rows_.end(), [&](const Values& row) { return row[i] != rows_.front()[i]; })) return;
    condensed_[i] = true;
    if (slot->text != nullptr) return write_slot(name, rows_.front()[i]);
    output_.write(fmt::format("#{}:\n", name));
    for (const std::string& value : list_of(*slot, set_.rows.front())) output_.write(fmt::format("#  - {}\n", scalar(value)));
  }

  void write_mappings() {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < kSssomSlotCount; ++i) {
      const auto used = [&](const Values& row) { return !row[i].empty(); };
      const SssomSlot& slot = sssom_slots()[i];
      const bool mandatory = (slot.range == SssomRange::Id && !slot.propagatable) || slot.range == SssomRange::Justification;
      if (rows_.empty() ? mandatory : !condensed_[i] && std::any_of(rows_.begin(), rows_.end(), used)) columns.push_back(i);
    }
    for (const std::size_t i : columns) {
      if (i != columns.front()) output_.write('\t');
      output_.write(sssom_slots()[i].name);
    }
    output_.write('\n');
    for (const Values& row : rows_) {
      for (const std::size_t i : columns) {
        if (i != columns.front()) output_.write('\t');
        output_.write(cell(row[i]));
      }
      output_.write('\n');
    }
  }

  const SssomSet& set_;
  const Prefixes& prefixes_;
  Output& output_;
  std::vector<Values> rows_;
  std::array<bool, kSssomSlotCount> condensed_{};
  std::map<std::string, std::string, std::less<>> used_;  ///< prefixes that must be declared, and their namespaces
  bool newer_ = false;                                    ///< whether something is used that 1.0 does not have
};

}  // namespace

void write_sssom(const SssomSet& set, const Prefixes& prefixes, Output& output) { SssomWriter(set, prefixes, output).write(); }

}  // namespace musclekg
