#include "jsonld/inverse_context.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

InverseContext::InverseContext(const ActiveContext& active) {
  const std::string default_language = active.language.value_or("@none");
  const std::string no_direction = "@none";
  std::vector<std::pair<std::string_view, const TermDefinition*>> terms;
  for (const auto& [name, definition] : active.terms) terms.emplace_back(name, definition.get());
  std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {  // 3: the shortest first, then by code points
    return a.first.size() != b.first.size() ? a.first.size() < b.first.size() : a.first < b.first;
  });
  for (const auto& [name, definition] : terms) {
    if (!definition->iri) continue;
    std::string container;
    for (const std::string& word : definition->container) container += word;
    if (container.empty()) container = "@none";
    Kinds& kinds = entries_[*definition->iri][container];
    const std::string term(name);
    if (definition->prefix) prefixes_.push_back({term, *definition->iri});
    const auto put = [&kinds, &term](const char* kind, const std::string& value) { kinds[kind].try_emplace(value, term); };
    if (!definition->reverse) put("@any", "@none");  // only lists without items ask for it
    kinds["@language"];
    kinds["@type"];
    const auto direction_of = [](const Setting& setting) { return setting.value ? "_" + *setting.value : std::string(); };
    if (definition->reverse) {  // 3.11
      put("@type", "@reverse");
    } else if (definition->type == "@none") {  // 3.12
      put("@language", "@any");
      put("@type", "@any");
    } else if (!definition->type.empty()) {  // 3.13
      put("@type", definition->type);
    } else if (definition->language.given && definition->direction.given) {  // 3.14
      const std::string value = ascii_lower(definition->language.value.value_or("")) + direction_of(definition->direction);
      put("@language", value.empty() ? "@null" : value);
    } else if (definition->language.given) {  // 3.15
      put("@language", definition->language.value ? ascii_lower(*definition->language.value) : "@null");
    } else if (definition->direction.given) {  // 3.16
      put("@language", definition->direction.value ? direction_of(definition->direction) : no_direction);
    } else if (active.direction) {  // 3.17
      put("@language", ascii_lower(active.language.value_or("")) + "_" + *active.direction);
      put("@language", "@none");
      put("@type", "@none");
    } else {  // 3.18
      put("@language", ascii_lower(default_language));
      put("@language", "@none");
      put("@type", "@none");
    }
  }
}

std::string_view InverseContext::select(std::string_view iri, const std::vector<std::string>& containers, std::string_view kind,
                                        const std::vector<std::string>& preferred) const {
  const auto entry = entries_.find(iri);
  if (entry == entries_.end()) return {};
  for (const std::string& container : containers) {
    const auto kinds = entry->second.find(container);
    if (kinds == entry->second.end()) continue;
    const auto values = kinds->second.find(kind);
    if (values == kinds->second.end()) continue;
    for (const std::string& value : preferred)
      if (const auto term = values->second.find(value); term != values->second.end()) return term->second;
  }
  return {};
}

}  // namespace musclekg
