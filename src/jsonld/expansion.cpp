#include "jsonld/expansion.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "jsonld/expansion_node.h"
#include "jsonld/iri_expansion.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/value_objects.h"

namespace musclekg {

namespace {

/// A map by `keyword` would say it of its items, which a value object does not take.
void refuse_in_value(std::string_view keyword, const Json& item) {
  if (is_value_object(item)) throw JsonldError("invalid value object", fmt::format("a map by {} must not hold values", keyword));
}

}  // namespace

Json JsonldExpansion::document(const ContextPointer& active, const Json& element) {
  Json result = this->element(active, nullptr, element, false);
  if (result.is_object() && result.size() == 1 && result.contains("@graph")) result = Json(std::move(result["@graph"]));
  if (result.is_null()) return Json::array();
  return as_array(std::move(result));
}

Json JsonldExpansion::element(const ContextPointer& active, const std::string* property, const Json& value, bool from_map) {
  if (value.is_null()) return nullptr;                                      // 1
  if (value.is_array()) return array(active, property, value, from_map);    // 5
  if (value.is_object()) return object(active, property, value, from_map);  // 6 and after
  return scalar(active, property, value);                                   // 4
}

Json JsonldExpansion::scalar(const ContextPointer& active, const std::string* property, const Json& value) {
  if (property == nullptr || *property == "@graph") return nullptr;  // 4.1
  const TermDefinition* const term = active->find(*property);
  if (term != nullptr && term->context) return expand_value(*scoped_.of(active, *term, true, true), *property, value);  // 4.2
  return expand_value(*active, *property, value);                                                                       // 4.3
}

Json JsonldExpansion::array(const ContextPointer& active, const std::string* property, const Json& value, bool from_map) {
  Json result = Json::array();
  const TermDefinition* const term = property == nullptr ? nullptr : active->find(*property);
  const bool list = term != nullptr && term->contains("@list");
  for (const Json& item : value) {
    Json expanded = element(active, property, item, from_map);
    if (list && expanded.is_array()) expanded = Json{{"@list", std::move(expanded)}};  // 5.2.2
    if (expanded.is_array()) {
      for (Json& part : expanded) result.push_back(std::move(part));
    } else if (!expanded.is_null()) {
      result.push_back(std::move(expanded));
    }
  }
  return result;
}

Json JsonldExpansion::object(ContextPointer active, const std::string* property, const Json& value, bool from_map) {
  const TermDefinition* const term = property == nullptr ? nullptr : active->find(*property);
  const std::optional<Json> scoped = term != nullptr ? term->context : std::nullopt;
  ContextPointer of_property = active;
  if (active->previous && !from_map) {  // 7
    const auto means = [&](const std::string& key, std::string_view keyword) { return expand_iri(*active, key, false, true) == keyword; };
    const bool is_value =
        std::any_of(value.items().begin(), value.items().end(), [&](const auto& entry) { return means(entry.key(), "@value"); });
    const bool only_id = value.size() == 1 && means(value.begin().key(), "@id");
    if (!is_value && !only_id) active = active->previous;
  }
  if (scoped)
    active = active == of_property ? scoped_.of(active, *term, true, true)  // 8
                                   : process_context(active, *scoped, term->base_url, overriding(loader_));
  if (const auto context = value.find("@context"); context != value.end())  // 9
    active = process_context(active, *context, base_url_, ContextProcessing{loader_});
  const ContextPointer type_scoped = active;  // 10
  std::string input_type;
  for (const auto& [key, types] : value.items()) {  // 11
    if (expand_iri(*active, key, false, true) != "@type") continue;
    std::vector<std::string> names;
    for (const Json& name : as_array(types))
      if (name.is_string()) names.push_back(name.get<std::string>());
    if (!names.empty() && input_type.empty()) input_type = expand_iri(*type_scoped, names.back(), false, true).value_or("");
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
      if (const TermDefinition* definition = type_scoped->find(name); definition != nullptr && definition->context)
        active = scoped_.of(active, *definition, false, false);
  }
  Node node{active, type_scoped, property, input_type};  // 12
  keys(node, value);                                     // 13, 14
  return finished(node, property);
}

void JsonldExpansion::keys(Node& node, const Json& value) {
  std::vector<std::string> nests;
  for (const auto& [key, entry] : value.items()) {
    if (key == "@context") continue;                                                                  // 13.1
    const std::optional<std::string> property = expand_iri(*node.active, key, false, true);           // 13.2
    if (!property || (property->find(':') == std::string::npos && !is_keyword(*property))) continue;  // 13.3
    if (!is_keyword(*property)) {
      this->property(node, *property, key, entry);
    } else if (*property == "@nest" && (node.property == nullptr || *node.property != "@reverse")) {
      nests.push_back(key);  // 13.4.14
    } else {
      keyword(node, *property, key, entry);
    }
  }
  for (const std::string& nest : nests) {  // 14
    const TermDefinition* const term = node.active->find(nest);
    for (const Json& nested : as_array(value.at(nest))) {
      if (!nested.is_object()) throw JsonldError("invalid @nest value", fmt::format("'{}' must hold objects", printable_line(nest)));
      for (const auto& [key, entry] : nested.items())
        if (expand_iri(*node.active, key, false, true) == "@value")
          throw JsonldError("invalid @nest value", fmt::format("'{}' must not hold a value object", printable_line(nest)));
      const ContextPointer outer = node.active;
      if (term != nullptr && term->context) node.active = scoped_.of(node.active, *term, true, true);
      keys(node, nested);
      node.active = outer;
    }
  }
}

void JsonldExpansion::property(Node& node, const std::string& property, const std::string& key, const Json& value) {
  const TermDefinition* const term = node.active->find(key);
  const auto contains = [term](const char* word) { return term != nullptr && term->contains(word); };
  Json expanded;
  if (term != nullptr && term->type == "@json") {  // 13.6
    expanded = Json{{"@value", value}, {"@type", "@json"}};
  } else if (contains("@language") && value.is_object()) {  // 13.7
    expanded = language_map(node, term, value);
  } else if ((contains("@index") || contains("@type") || contains("@id")) && value.is_object()) {  // 13.8
    const std::string index_key = !term->index.empty() ? term->index : "@index";
    expanded = index_map(node, *term, key, index_key, value);
  } else {  // 13.9
    expanded = element(node.active, &key, value, false);
  }
  if (expanded.is_null()) return;                                                                                 // 13.10
  if (contains("@list") && !is_list_object(expanded)) expanded = Json{{"@list", as_array(std::move(expanded))}};  // 13.11
  if (contains("@graph") && !contains("@id") && !contains("@index")) {                                            // 13.12
    Json graphs = Json::array();
    for (Json& item : expanded = as_array(std::move(expanded))) graphs.push_back(Json{{"@graph", as_array(std::move(item))}});
    expanded = std::move(graphs);
  }
  if (term != nullptr && term->reverse) {  // 13.13
    Json& reversed = node.result["@reverse"];
    if (reversed.is_null()) reversed = Json::object();
    for (Json& item : expanded = as_array(std::move(expanded))) {
      if (is_value_object(item) || is_list_object(item))
        throw JsonldError("invalid reverse property value", fmt::format("'{}' must hold nodes", printable_line(key)));
      add_value(reversed, property, std::move(item), true);
    }
    return;
  }
  add_value(node.result, property, std::move(expanded), true);  // 13.14
}

/// Section 5.1.2, step 13.7.
Json JsonldExpansion::language_map(const Node& node, const TermDefinition* term, const Json& value) const {
  Json result = Json::array();
  const std::optional<std::string> direction = term->direction.given ? term->direction.value : node.active->direction;
  for (const auto& [language, entry] : value.items()) {
    for (const Json& item : as_array(entry)) {
      if (item.is_null()) continue;
      if (!item.is_string()) throw JsonldError("invalid language map value", "a language map must hold strings; found " + item.dump());
      Json text = {{"@value", item}};
      if (language != "@none" && expand_iri(*node.active, language, false, true) != "@none") text["@language"] = language;
      if (direction) text["@direction"] = *direction;
      result.push_back(std::move(text));
    }
  }
  return result;
}

/// Section 5.1.2, step 13.8.
Json JsonldExpansion::index_map(const Node& node, const TermDefinition& term, const std::string& key, const std::string& index_key,
                                const Json& value) {
  Json result = Json::array();
  for (const auto& [index, entry] : value.items()) {
    ContextPointer map = node.active;
    if (term.contains("@id") || term.contains("@type"))
      if (node.active->previous) map = node.active->previous;  // 13.8.3.1
    if (term.contains("@type"))
      if (const TermDefinition* type = map->find(index); type != nullptr && type->context) map = scoped_.of(map, *type, false, false);
    if (!term.contains("@id") && !term.contains("@type")) map = node.active;
    Json expanded = element(map, &key, as_array(entry), true);  // 13.8.3.6
    for (Json& item : expanded) result.push_back(index_entry(node, term, index, index_key, std::move(item)));
  }
  return result;
}

/// Section 5.1.2, step 13.8.3.7.
Json JsonldExpansion::index_entry(const Node& node, const TermDefinition& term, const std::string& index, const std::string& index_key,
                                  Json item) const {
  const std::optional<std::string> expanded_index = expand_iri(*node.active, index, false, true);
  const bool none = expanded_index == "@none";
  if (term.contains("@graph") && !is_graph_object(item)) item = Json{{"@graph", as_array(std::move(item))}};
  if (term.contains("@index") && index_key != "@index" && !none) {
    Json index_value = expand_value(*node.active, index_key, index);
    const std::string property = expand_iri(*node.active, index_key, false, true).value_or("");
    if (property.find(':') == std::string::npos)  // it meant an IRI where the term was defined
      throw JsonldError("invalid term definition", fmt::format("'{}', which a term has as @index, is no IRI", printable_line(index_key)));
    Json values = Json::array({std::move(index_value)});
    if (item.contains(property))
      for (Json& other : item[property]) values.push_back(std::move(other));
    if (is_value_object(item)) throw JsonldError("invalid value object", "a value cannot have the property it is indexed by");
    item[property] = std::move(values);
  } else if (term.contains("@index") && !item.contains("@index") && !none) {
    item["@index"] = index;
  } else if (term.contains("@id") && !item.contains("@id") && !none) {
    refuse_in_value("@id", item);
    const std::optional<std::string> iri = expand_iri(*node.active, index, true, false);
    item["@id"] = iri ? Json(*iri) : Json();
  } else if (term.contains("@type") && expanded_index && !none) {
    refuse_in_value("@type", item);
    Json types = Json::array({*expanded_index});
    if (item.contains("@type"))
      for (const Json& type : as_array(item["@type"])) types.push_back(type);
    item["@type"] = std::move(types);
  }
  return item;
}

}  // namespace musclekg
