#include "extract/page_facts.h"

#include <array>

namespace musclekg {

std::string_view name_of(FactRelation relation) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(FactRelation::Count)> kNames = {
      "origin",    "insertion",  "innervation", "spinal_root",    "artery",     "part_of",
      "synergist", "antagonist", "action",      "joint_acted_on", "joined_with"};
  return relation == FactRelation::Count ? std::string_view() : kNames[static_cast<std::size_t>(relation)];
}

std::string_view name_of(Modality modality) {
  switch (modality) {
    case Modality::Stated:
      return "stated";
    case Modality::Variant:
      return "variant";
    case Modality::Disputed:
      break;
  }
  return "disputed";
}

}  // namespace musclekg
