// What SSSOM 1.1 says of the slots, values and prefixes that SssomRow has: shared by the reader and the writer.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "link/sssom.h"

namespace musclekg {

/// What may stand in a slot: the ranges of the data model.
enum class SssomRange : std::uint8_t { Text, Id, Justification, Number, EntityType, Modifier };

/// A slot of the class Mapping. Just one of `text` and `list` is set.
struct SssomSlot {
  std::string_view name;
  SssomRange range;
  std::string SssomRow::*text;
  std::vector<std::string> SssomRow::*list;
  bool propagatable;  ///< may stand in the metadata for all rows (data model, "Propagatable slots")
};

inline constexpr std::size_t kSssomSlotCount = 15;

/// The slots of SssomRow, in the order of the table "Slots" of the class Mapping: that of columns, and of sorting.
const std::array<SssomSlot, kSssomSlotCount>& sssom_slots();

inline constexpr std::string_view kLiteral = "rdfs literal";

/// The values of subject_type (EntityTypeEnum).
const std::vector<std::string_view>& entity_types();

/// The values of mapping_justification, which is an id.
const std::vector<std::string_view>& justifications();

/// A number from 0 to 1 as the canonical form has it: up to three digits behind the point, the last one rounded half up.
/// Nothing when the text is no such number.
std::optional<std::string> canonical_number(std::string_view text);

/// A text as messages show it: the beginning of a long one.
std::string shown(std::string_view text);

/// The namespace of a prefix that needs no declaration (introduction, "IRI prefixes"); empty for others.
std::string_view built_in_namespace(std::string_view prefix);

/// An IRI cut into the namespace of a prefix and the rest.
struct Curie {
  std::string_view prefix;
  std::string_view name_space;
  std::string_view local;

  std::string text() const { return std::string(prefix).append(1, ':').append(local); }
};

/// Cuts `iri` behind the longest namespace that it begins with, of the built-in prefixes and of `prefixes`. The parts are
/// views of these and of `iri`. Nothing when it begins with none.
std::optional<Curie> curie_of(std::string_view iri, const Prefixes& prefixes);

}  // namespace musclekg
