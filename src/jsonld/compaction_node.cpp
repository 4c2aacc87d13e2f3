#include "jsonld/compaction_node.h"

#include <fmt/format.h>

#include "base/text.h"
#include "jsonld/iri_compaction.h"
#include "jsonld/iri_expansion.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/value_objects.h"

namespace musclekg {

Json& nest_result(Json& result, const ActiveContext& active, const std::string& name) {
  const TermDefinition* const term = active.find(name);
  if (term == nullptr || term->nest.empty()) return result;
  if (term->nest != "@nest" && expand_iri(active, term->nest, false, true) != "@nest")
    throw JsonldError("invalid @nest value",
                      fmt::format("'{}' is nested in '{}', which is no alias of @nest", printable_line(name), printable_line(term->nest)));
  Json& nested = result[term->nest];
  if (nested.is_null()) nested = Json::object();
  return nested;
}

std::string taken_index(const ActiveContext& active, const TermDefinition& term, Json& compacted, bool relative) {
  if (!compacted.is_object()) return {};
  std::string name = term.index;  // as the context has it, or as its IRI is compacted
  if (!compacted.contains(name))
    name = compact_iri(active, expand_iri(active, term.index, false, true).value_or(term.index), nullptr, true, false, relative);
  if (!compacted.contains(name)) return {};
  Json values = as_array(std::move(compacted[name]));
  compacted.erase(name);
  std::string key;
  if (!values.empty() && values[0].is_string()) {
    key = values[0].get<std::string>();
    values.erase(values.begin());
  }
  for (Json& rest : values) add_value(compacted, name, std::move(rest), false);
  return key;
}

}  // namespace musclekg
