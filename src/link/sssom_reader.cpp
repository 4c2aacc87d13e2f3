// SSSOM/TSV 1.1 ("The SSSOM/TSV serialisation format").

#include <fmt/format.h>

#include <algorithm>

#include "base/input.h"
#include "base/text.h"
#include "link/sssom_metadata.h"
#include "link/sssom_slots.h"
#include "link/sssom_table.h"

namespace musclekg {

namespace {

class SssomReader {
 public:
  SssomReader(std::string path, const Prefixes& prefixes, Diagnostics& diagnostics)
      : path_(std::move(path)), prefixes_(prefixes), diagnostics_(diagnostics) {}

  SssomSet read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    metadata_ = read_sssom_metadata(text, path_, diagnostics_);
    read_set();
    SssomTable table(text.substr(metadata_.size), metadata_.lines + 1, path_, diagnostics_);
    if (!table.next()) {
      error({metadata_.lines + 1, 1}, "there are no mappings; expected a line with the names of the slots, separated by tabs");
      return std::move(set_);
    }
    if (!read_header(table)) return std::move(set_);
    while (table.next()) read_row(table);
    for (std::size_t i = 0; i < kSssomSlotCount; ++i)
      if (sssom_slots()[i].propagatable) propagate(i);
    check_subjects();
    return std::move(set_);
  }

 private:
  void error(Position where, std::string text, std::string hint = {}) {
    diagnostics_.error({path_, where}, "sssom-syntax", std::move(text), std::move(hint));
  }

  /// The value of a slot of the set; empty where there is none.
  SssomMetadata::Value value_of(std::string_view slot) const {
    const auto found = metadata_.slots.find(slot);
    return found == metadata_.slots.end() ? SssomMetadata::Value() : found->second.front();
  }

  void read_set() {
    set_.title = value_of("mapping_set_title").text;
    set_.tool = value_of("mapping_tool").text;
    set_.tool_version = value_of("mapping_tool_version").text;
    set_.id = read_iri("mapping_set_id");
    set_.license = read_iri("license");
    const SssomMetadata::Value date = value_of("mapping_date"), version = value_of("sssom_version");
    if (date.text.empty() || (date.text.size() == 10 && valid_date(date.text))) {
      set_.date = date.text;
    } else {
      error(date.where, fmt::format("mapping_date is '{}'; expected YYYY-MM-DD", shown(date.text)));
    }
    if (!version.text.empty() && version.text != "1.0" && version.text != "1.1")
      error(version.where, fmt::format("sssom_version is '{}'; expected 1.0 or 1.1", shown(version.text)));
  }

  std::string read_iri(std::string_view slot) {
    const SssomMetadata::Value value = value_of(slot);
    if (value.text.empty()) {
      if (metadata_.found)
        diagnostics_.warning({path_, {1, 1}}, "sssom-syntax", fmt::format("the metadata has no {}", slot),
                             "every mapping set must have one");
    } else if (valid_iri(value.text)) {
      return value.text;
    } else {
      error(value.where, fmt::format("{} is '{}'; expected an absolute IRI", slot, shown(value.text)));
    }
    return {};
  }

  bool read_header(const SssomTable& table) {
    std::array<bool, kSssomSlotCount> found{};
    for (const SssomTable::Cell& cell : table.cells()) {
      const std::string_view name = trim(cell.text);
      const auto slot =
          std::find_if(sssom_slots().begin(), sssom_slots().end(), [&](const SssomSlot& other) { return other.name == name; });
      columns_.push_back(slot == sssom_slots().end() ? kSssomSlotCount : static_cast<std::size_t>(slot - sssom_slots().begin()));
      if (slot == sssom_slots().end()) continue;
      if (found[columns_.back()]) {
        error(cell.where, fmt::format("the column {} is there twice", name), "keep one of them");
        return false;
      }
      found[columns_.back()] = true;
    }
    const auto has = [&](std::string_view name) {
      for (std::size_t i = 0; i < kSssomSlotCount; ++i)
        if (sssom_slots()[i].name == name) return found[i];
      return false;
    };
    std::vector<std::string_view> missing;
    if (!has("subject_id") && !has("subject_label")) missing.push_back("subject_id");
    for (const std::string_view name : {"predicate_id", "object_id", "mapping_justification"})
      if (!has(name)) missing.push_back(name);
    if (missing.empty()) return true;
    error({table.line(), 1}, fmt::format("the columns have no {}", fmt::join(missing, ", no ")),
          "the first line behind the metadata has the names of the slots, separated by tabs");
    return false;
  }

  void read_row(const SssomTable& table) {
    if (table.cells().size() != columns_.size())
      return error({table.line(), 1}, fmt::format("{} cells, but the header has {}", table.cells().size(), columns_.size()),
                   "separate cells by one tab, and quote one that holds a tab");
    SssomRow row;
    row.line = table.line();
    bool whole = true;
    Position subject{table.line(), 1};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == kSssomSlotCount) continue;
      const SssomSlot& slot = sssom_slots()[columns_[i]];
      const SssomTable::Cell& cell = table.cells()[i];
      if (slot.text == &SssomRow::subject_id) subject = cell.where;
      if (cell.text.empty()) {
        whole &= may_be_empty(slot, cell.where);
        continue;
      }
      has_value_[columns_[i]] = true;
      if (slot.text != nullptr) {
        whole &= read_value(slot, cell.text, cell.where, row.*slot.text);
      } else {
        for (const std::string& text : split_list(cell.text)) whole &= read_value(slot, text, cell.where, (row.*slot.list).emplace_back());
      }
    }
    if (!whole) return;
    set_.rows.push_back(std::move(row));
    subjects_.push_back(subject);
  }

  bool may_be_empty(const SssomSlot& slot, Position where) {
    if (slot.text == &SssomRow::predicate_id) {
      error(where, "predicate_id is empty; expected a CURIE", "skos:exactMatch is one");
    } else if (slot.text == &SssomRow::object_id) {
      error(where, "object_id is empty; expected a CURIE", "where no term has the name, write sssom:NoTermFound");
    } else if (slot.text == &SssomRow::mapping_justification) {
      error(where, "mapping_justification is empty; expected a CURIE", "semapv:ManualMappingCuration is one");
    } else {
      return true;
    }
    return false;
  }

  /// Checks a value and brings it into its one form. Returns false, and has reported why, when it is not fit for the slot.
  bool read_value(const SssomSlot& slot, const std::string& text, Position where, std::string& value) {
    switch (slot.range) {
      case SssomRange::Id:
        return read_id(slot, text, where, value);
      case SssomRange::Number:
        if (const auto number = canonical_number(text)) {
          value = *number;
          return true;
        }
        error(where, fmt::format("{} is '{}'; expected a number from 0 to 1", slot.name, shown(text)));
        return false;
      case SssomRange::Modifier:
        if (text != "Not") {
          error(where, fmt::format("{} is '{}'; expected Not, or nothing", slot.name, shown(text)));
          return false;
        }
        break;
      case SssomRange::Justification:
        return read_id(slot, text, where, value) && check_one_of(slot, value, where, justifications());
      case SssomRange::EntityType:
        if (!check_one_of(slot, text, where, entity_types())) return false;
        break;
      case SssomRange::Text:
        break;
    }
    value = text;
    return true;
  }

  bool check_one_of(const SssomSlot& slot, const std::string& value, Position where, const std::vector<std::string_view>& values) {
    if (std::find(values.begin(), values.end(), value) != values.end()) return true;
    const auto near = nearest(shown(value), values);
    error(where, fmt::format("{} is '{}'; expected one of: {}", slot.name, shown(value), fmt::join(values, ", ")),
          near ? fmt::format("did you mean '{}'?", *near) : "");
    return false;
  }

  /// "Identifiers": CURIEs only, with declared or built-in prefixes.
  bool read_id(const SssomSlot& slot, const std::string& id, Position where, std::string& value) {
    const std::size_t colon = id.find(':');
    const std::string prefix = id.substr(0, colon);
    if (colon == std::string::npos || prefix.empty() || colon + 1 == id.size()) {
      error(where, fmt::format("{} is '{}'; expected a CURIE", slot.name, shown(id)), "a CURIE is a prefix, ':' and a name");
      return false;
    }
    const std::string name_space = namespace_of(prefix);
    if (name_space.empty()) {
      if (id.find("://") != std::string::npos) {
        error(where, fmt::format("{} is the IRI '{}'; expected a CURIE", slot.name, shown(id)),
              "declare a prefix for its namespace in curie_map");
      } else {
        error(where, fmt::format("{} is '{}', but the prefix '{}' is not declared", slot.name, shown(id), shown(prefix)),
              fmt::format("declare it in the metadata: '#curie_map:', and below it '#  {}: ' and its namespace", shown(prefix)));
      }
      return false;
    }
    const std::string iri = prefixes_.canonical(name_space + id.substr(colon + 1));
    if (!valid_iri(iri)) {
      error(where, fmt::format("{} is '{}'; expected a CURIE that stands for an IRI", slot.name, shown(id)), "a CURIE has no blanks");
      return false;
    }
    const auto curie = curie_of(iri, prefixes_);
    value = curie ? curie->text() : iri;
    return true;
  }

  /// The namespace of a prefix in this file; empty where it is not declared.
  std::string namespace_of(const std::string& prefix) const {
    if (const std::string_view built_in = built_in_namespace(prefix); !built_in.empty()) return std::string(built_in);
    if (!metadata_.found) return prefixes_.expand(prefix + ":").value_or("");
    const auto found = metadata_.prefixes.find(prefix);
    return found == metadata_.prefixes.end() ? std::string() : found->second;
  }

  /// "Propagation": a value in the metadata is that of all rows, if none has one of its own.
  void propagate(std::size_t index) {
    const SssomSlot& slot = sssom_slots()[index];
    const auto found = metadata_.slots.find(slot.name);
    if (found == metadata_.slots.end()) return;
    if (has_value_[index]) {
      diagnostics_.warning({path_, found->second.front().where}, "sssom-syntax",
                           fmt::format("{} stands in the metadata and in rows; that of the metadata is not used", slot.name),
                           "keep one of them");
      return;
    }
    std::vector<std::string> values;
    for (const SssomMetadata::Value& given : found->second)
      if (!read_value(slot, given.text, given.where, values.emplace_back())) return;
    for (SssomRow& row : set_.rows) {
      if (slot.text != nullptr) {
        row.*slot.text = values.front();
      } else {
        row.*slot.list = values;
      }
    }
  }

  /// "Literal mappings": a subject without id is a literal, which is its label.
  void check_subjects() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < set_.rows.size(); ++i) {
      SssomRow& row = set_.rows[i];
      const bool literal = row.subject_type == kLiteral;
      if (literal && row.subject_label.empty()) {
        error(subjects_[i], "subject_label is empty; expected the words of the literal");
      } else if (!literal && row.subject_id.empty()) {
        error(subjects_[i], "subject_id is empty; expected a CURIE", "for words without an id, write 'rdfs literal' into subject_type");
      } else if (kept++ != i) {
        set_.rows[kept - 1] = std::move(row);
      }
    }
    set_.rows.resize(kept);
  }

  std::string path_;
  const Prefixes& prefixes_;
  Diagnostics& diagnostics_;
  SssomMetadata metadata_;
  std::vector<std::size_t> columns_;               ///< the index of its slot; one more than there are for those that are not read
  std::array<bool, kSssomSlotCount> has_value_{};  ///< whether any row has one in the slot
  std::vector<Position> subjects_;                 ///< where the subjects of the rows stand
  SssomSet set_;
};

}  // namespace

SssomSet read_sssom(const std::string& path, const Prefixes& prefixes, Diagnostics& diagnostics) {
  Input input(path);
  return SssomReader(input.name(), prefixes, diagnostics).read(input.read_all());
}

}  // namespace musclekg
