// Words that name a side or a share of a structure, from `portions.tsv`.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "terms/name_forms.h"

namespace musclekg {

class Portions {
 public:
  enum class Kind : std::uint8_t { None, Direction, Amount, Part, Branch, StructureNoun };

  Portions(const std::string& path, const NameForms& forms, Diagnostics& diagnostics);

  /// What a word in standard form is ("upper": Direction, "third": Amount, "side": Part, "lip": StructureNoun).
  Kind kind_of(std::string_view word) const;

  /// What the last word of a phrase is.
  Kind last_kind_of(std::string_view phrase) const;

  /// Whether a phrase names a part of something: "medial side", "lateral lip", "branch". Its last word decides.
  bool names_part(std::string_view phrase) const;

  /// Whether a phrase names no structure of its own, but only a share or side of one: "upper two-thirds", "medial side".
  bool names_portion(std::string_view phrase) const;

 private:
  const NameForms& forms_;
  tsl::robin_map<std::string, Kind, TextHash, std::equal_to<>> kinds_;
};

}  // namespace musclekg
