#include "jsonld/iri_expansion.h"

#include "base/iri_reference.h"
#include "jsonld/term_creation.h"

namespace musclekg {

std::optional<std::string> expand_iri(const ActiveContext& active, std::string_view value, bool document_relative, bool vocab) {
  return expand_iri(active, value, document_relative, vocab, nullptr);
}

std::optional<std::string> expand_iri(const ActiveContext& active, std::string_view value, bool document_relative, bool vocab,
                                      TermCreation* creation) {
  if (is_keyword(value)) return std::string(value);           // 1
  if (looks_like_keyword(value)) return std::nullopt;         // 2
  if (creation != nullptr) creation->define_if_local(value);  // 3
  const TermDefinition* const term = active.find(value);
  if (term != nullptr && term->iri && is_keyword(*term->iri)) return term->iri;                           // 4
  if (vocab && term != nullptr) return term->iri;                                                         // 5
  if (const std::size_t colon = value.find(':', 1); !value.empty() && colon != std::string_view::npos) {  // 6
    const std::string_view prefix = value.substr(0, colon), suffix = value.substr(colon + 1);
    if (prefix == "_" || suffix.starts_with("//")) return std::string(value);
    if (creation != nullptr) creation->define_if_local(prefix);
    const TermDefinition* const definition = active.find(prefix);
    if (definition != nullptr && definition->iri && (definition->prefix || active.mode_10)) return *definition->iri + std::string(suffix);
    if (has_scheme(value)) return std::string(value);
  }
  if (vocab && active.vocabulary) return *active.vocabulary + std::string(value);  // 7
  if (document_relative && active.base) return resolve_iri(*active.base, value);   // 8
  return std::string(value);
}

}  // namespace musclekg
