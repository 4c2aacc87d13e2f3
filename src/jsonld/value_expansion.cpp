#include "jsonld/expansion.h"
#include "jsonld/iri_expansion.h"

namespace musclekg {

Json expand_value(const ActiveContext& active, const std::string& property, const Json& value) {
  const TermDefinition* const term = active.find(property);
  const std::string type = term != nullptr ? term->type : std::string();
  if (value.is_string() && (type == "@id" || type == "@vocab")) {  // 1, 2
    const std::optional<std::string> iri = expand_iri(active, value.get_ref<const std::string&>(), true, type == "@vocab");
    return Json{{"@id", iri ? Json(*iri) : Json()}};
  }
  Json result = {{"@value", value}};                                            // 3
  if (!type.empty() && type != "@id" && type != "@vocab" && type != "@none") {  // 4
    result["@type"] = type;
  } else if (value.is_string()) {  // 5
    const std::optional<std::string>& language = term != nullptr && term->language.given ? term->language.value : active.language;
    const std::optional<std::string>& direction = term != nullptr && term->direction.given ? term->direction.value : active.direction;
    if (language) result["@language"] = *language;
    if (direction) result["@direction"] = *direction;
  }
  return result;
}

}  // namespace musclekg
