#include "terms/synonym_types.h"

#include <algorithm>
#include <utility>

namespace musclekg {

namespace {

/// By the last part of their ids: the types of Uberon, and those of the OBO Metadata Ontology.
constexpr std::pair<std::string_view, SynonymType> kTypes[] = {
    {"ABBREVIATION", SynonymType::Abbreviation},
    {"LATIN", SynonymType::Latin},
    {"OMO_0003000", SynonymType::Abbreviation},  // abbreviation
    {"OMO_0003004", SynonymType::Plural},        // plural form
    {"OMO_0003011", SynonymType::Latin},         // latin term
    {"OMO_0003012", SynonymType::Abbreviation},  // acronym
    {"PLURAL", SynonymType::Plural},
    {"PLURAL_FORM", SynonymType::Plural},
};

}  // namespace

SynonymType synonym_type_named(std::string_view id) {
  if (id.empty()) return SynonymType::None;
  const std::string_view last = id.substr(id.find_last_of("#/") + 1);
  for (const auto& [name, type] : kTypes)
    if (is_spelled(last, name)) return type;
  return SynonymType::Other;
}

bool is_spelled(std::string_view text, std::string_view name) {
  return std::equal(text.begin(), text.end(), name.begin(), name.end(), [](char c, char wanted) {
    return (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == ':' ? '_' : c) == wanted;
  });
}

}  // namespace musclekg
