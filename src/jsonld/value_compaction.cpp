#include "base/text.h"
#include "jsonld/compaction.h"
#include "jsonld/inverse_context.h"
#include "jsonld/iri_compaction.h"
#include "jsonld/value_objects.h"

namespace musclekg {

namespace {

bool same_tag(const Json& value, const std::optional<std::string>& language) {
  if (!value.contains("@language")) return !language;
  return language && ascii_lower(value["@language"].get_ref<const std::string&>()) == ascii_lower(*language);
}

bool same_direction(const Json& value, const std::optional<std::string>& direction) {
  if (!value.contains("@direction")) return !direction;
  return direction && value["@direction"] == *direction;
}

}  // namespace

Json compact_value(const ActiveContext& active, const std::string& property, const Json& value, bool relative) {
  const TermDefinition* const term = active.find(property);
  const std::string type = term != nullptr ? term->type : std::string();
  const std::optional<std::string> language = term != nullptr && term->language.given ? term->language.value : active.language;
  const std::optional<std::string> direction = term != nullptr && term->direction.given ? term->direction.value : active.direction;
  const bool index = value.contains("@index"), indexed = term != nullptr && term->contains("@index");
  const auto iri = [&](const Json& item, bool vocab) {
    return compact_iri(active, item.get_ref<const std::string&>(), nullptr, vocab, false, relative);
  };
  Json result = value;                                                                            // 1
  if (value.contains("@id") && (value.size() == 1 || (value.size() == 2 && index && indexed))) {  // 6
    if (value["@id"].is_string() && (type == "@id" || type == "@vocab")) return iri(value["@id"], type == "@vocab");
  } else if (value.contains("@type") && value["@type"].is_string() && value["@type"] == type) {  // 7
    if (!index || indexed) return value["@value"];
  } else if (type == "@none" || value.contains("@type")) {  // 8
    if (value.contains("@type")) {
      Json types = Json::array();
      for (const Json& one : as_array(value["@type"])) types.push_back(iri(one, true));
      result["@type"] = value["@type"].is_array() ? std::move(types) : std::move(types[0]);
    }
  } else if (value.contains("@value") && !value["@value"].is_string()) {  // 9
    if (!index || indexed) return value["@value"];
  } else if (value.contains("@value") && same_tag(value, language) && same_direction(value, direction)) {  // 10
    if (!index || indexed) return value["@value"];
  }
  if (index && indexed) result.erase("@index");
  Json named = Json::object();  // 11
  for (auto& [key, part] : result.items()) {
    const std::string name = compact_iri(active, key, nullptr, true, false, relative);
    named[name] = key == "@id" && part.is_string() ? Json(iri(part, false)) : std::move(part);
  }
  return named;
}

}  // namespace musclekg
