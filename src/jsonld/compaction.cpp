#include "jsonld/compaction.h"

#include <fmt/format.h>

#include <algorithm>

#include "jsonld/compaction_node.h"
#include "jsonld/inverse_context.h"
#include "jsonld/iri_compaction.h"
#include "jsonld/value_objects.h"

namespace musclekg {

namespace {

/// The map under a term, made where there is none; nullptr where values that fit no map stand there in an array.
Json* map_of(Json& target, const std::string& name) {
  Json& map = target[name];
  if (map.is_null()) map = Json::object();
  return map.is_object() ? &map : nullptr;
}

}  // namespace

std::string JsonldCompaction::iri_of(const ActiveContext& active, std::string_view iri, const Json& value, bool vocab, bool reverse) const {
  return compact_iri(active, iri, value, vocab, reverse, relative_);
}

Json JsonldCompaction::value(const ActiveContext& active, const std::string& property, const Json& value) const {
  return compact_value(active, property, value, relative_);
}

Json JsonldCompaction::array(const ContextPointer& active, const std::string* property, const Json& value) {
  Json result = Json::array();
  for (const Json& item : value) {
    Json compacted = element(active, property, item);
    if (!compacted.is_null()) result.push_back(std::move(compacted));
  }
  const TermDefinition* const term = property == nullptr ? nullptr : active->find(*property);
  const bool container = term != nullptr && (term->contains("@list") || term->contains("@set"));
  const bool always = property != nullptr && (*property == "@graph" || *property == "@set");
  if (result.size() != 1 || !compact_arrays_ || always || container) return result;  // 3.3
  return Json(std::move(result[0]));                                                 // 3.4
}

Json JsonldCompaction::element(ContextPointer active, const std::string* property, const Json& value) {
  if (!value.is_object() && !value.is_array()) return value;    // 2
  if (value.is_array()) return array(active, property, value);  // 3
  ContextPointer type_scoped = active;
  const TermDefinition* term = property == nullptr ? nullptr : active->find(*property);
  if (active->previous && !value.contains("@value") && !(value.contains("@id") && value.size() == 1)) active = active->previous;  // 5
  if (term != nullptr && term->context)                                                                                           // 6
    active = active == type_scoped ? scoped_.of(active, *term, true, true)
                                   : process_context(active, *term->context, term->base_url, overriding(loader_));
  if (value.contains("@value") || (value.contains("@id") && value.size() <= 2)) {  // 7; of more only a map can come
    const TermDefinition* const here = property == nullptr ? nullptr : active->find(*property);
    Json compacted = compact_value(*active, property == nullptr ? std::string() : *property, value, relative_);
    if (is_scalar(compacted) || compacted.is_null() || (here != nullptr && here->type == "@json") || value.contains("@value"))
      return compacted;
  }
  if (is_list_object(value)) {  // 8
    const TermDefinition* const here = property == nullptr ? nullptr : active->find(*property);
    if (here != nullptr && here->contains("@list")) return element(active, property, value["@list"]);
  }
  Node node{active, type_scoped, property, property != nullptr && *property == "@reverse"};  // 9, 10
  if (value.contains("@type")) {                                                             // 11
    type_scoped = active;
    std::vector<std::string> names;
    for (const Json& type : as_array(value["@type"]))
      if (type.is_string()) names.push_back(iri_of(*type_scoped, type.get_ref<const std::string&>(), nullptr, true, false));
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
      if (const TermDefinition* definition = type_scoped->find(name); definition != nullptr && definition->context)
        node.active = scoped_.of(node.active, *definition, false, false);
    node.type_scoped = type_scoped;
  }
  for (const auto& [key, entry] : value.items())  // 12
    if (!keyword(node, key, entry)) this->property(node, key, entry);
  return std::move(node.result);
}

/// Steps 12.1 to 12.7. False: it is none of these keywords.
bool JsonldCompaction::keyword(Node& node, const std::string& key, const Json& value) {
  const ActiveContext& active = *node.active;
  const auto alias = [&] { return name(active, key); };
  if (key == "@id") {
    if (value.is_string()) {
      node.result[alias()] = iri_of(active, value.get_ref<const std::string&>(), nullptr, false, false);
    } else {
      node.result[alias()] = value;
    }
  } else if (key == "@type") {
    types(node, value);
  } else if (key == "@reverse") {
    reverse(node, value);
  } else if (key == "@preserve") {
    Json compacted = element(node.active, node.property, value);
    if (!(compacted.is_array() && compacted.empty())) node.result["@preserve"] = std::move(compacted);
  } else if (key == "@index") {
    const TermDefinition* const term = node.property == nullptr ? nullptr : active.find(*node.property);
    if (term == nullptr || !term->contains("@index")) node.result[alias()] = value;
  } else if (key == "@direction" || key == "@language" || key == "@value") {
    node.result[alias()] = value;
  } else {
    return false;
  }
  return true;
}

void JsonldCompaction::types(Node& node, const Json& value) const {
  const std::string alias = name(*node.active, "@type");
  const auto type = [&](const Json& iri) -> Json {
    return iri.is_string() ? Json(iri_of(*node.type_scoped, iri.get_ref<const std::string&>(), nullptr, true, false)) : iri;
  };
  if (!value.is_array()) {
    node.result[alias] = type(value);
    return;
  }
  const TermDefinition* const term = node.active->find(alias);
  const bool always = as_array_always(term) && (!node.active->mode_10 || !compact_arrays_);
  Json types = Json::array();
  for (const Json& iri : value) types.push_back(type(iri));
  node.result[alias] = types.size() == 1 && !always ? Json(std::move(types[0])) : std::move(types);
}

void JsonldCompaction::reverse(Node& node, const Json& value) {
  static const std::string kReverse = "@reverse";
  Json compacted = element(node.active, &kReverse, value);
  for (auto entry = compacted.begin(); entry != compacted.end();) {
    const TermDefinition* const term = node.active->find(entry.key());
    if (term == nullptr || !term->reverse) {
      ++entry;
      continue;
    }
    add_value(node.result, entry.key(), std::move(entry.value()), as_array_always(term));
    entry = compacted.erase(entry);
  }
  if (!compacted.empty()) node.result[name(*node.active, "@reverse")] = std::move(compacted);
}

Json& JsonldCompaction::nest(Node& node, const std::string& name) const { return nest_result(node.result, *node.active, name); }

/// Steps 12.8 and 12.9.
void JsonldCompaction::property(Node& node, const std::string& key, const Json& value) {
  if (!value.is_array()) {  // @list, @set, @graph and the like within an object
    item(node, iri_of(*node.active, key, value, true, node.inside_reverse), value);
    return;
  }
  if (value.empty()) {
    const std::string name = iri_of(*node.active, key, value, true, node.inside_reverse);
    add_value(nest(node, name), name, Json::array(), true);
    return;
  }
  for (const Json& one : value) item(node, iri_of(*node.active, key, one, true, node.inside_reverse), one);
}

/// Steps 12.8.1 to 12.8.12.
void JsonldCompaction::item(Node& node, const std::string& name, const Json& value) {
  Json& target = nest(node, name);
  const ActiveContext& active = *node.active;
  const TermDefinition* const term = active.find(name);
  const bool list_container = term != nullptr && term->contains("@list");
  const bool as_set = as_array_always(term) || list_container || name == "@list" || name == "@graph";
  const bool list = is_list_object(value), graph = is_graph_object(value);
  Json compacted = element(node.active, &name, list ? value["@list"] : graph ? value["@graph"] : value);
  if (list) {
    compacted = as_array(std::move(compacted));
    if (list_container) {
      target[name] = std::move(compacted);
      return;
    }
    compacted = Json{{this->name(active, "@list"), std::move(compacted)}};
    if (value.contains("@index")) compacted[this->name(active, "@index")] = value["@index"];
  }
  if (graph) return this->graph(target, node, name, term, value, std::move(compacted), as_set);
  const bool map =
      term != nullptr && (term->contains("@language") || term->contains("@index") || term->contains("@id") || term->contains("@type"));
  if (map) return map_entry(target, node, name, *term, value, std::move(compacted), as_set);
  add_value(target, name, std::move(compacted), as_set);
}

/// Step 12.8.8.
void JsonldCompaction::graph(Json& target, Node& node, const std::string& name, const TermDefinition* term, const Json& value,
                             Json compacted, bool as_set) {
  const ActiveContext& active = *node.active;
  const bool container = term != nullptr && term->contains("@graph");
  const bool simple = container && is_simple_graph_object(value);
  const bool by_id = container && term->contains("@id"), by_index = simple && !by_id && term->contains("@index");
  const bool identified = value.contains("@id") && value["@id"].is_string();
  const auto id = [&] { return iri_of(active, value["@id"].get_ref<const std::string&>(), nullptr, false, false); };
  Json* const map = by_id || by_index ? map_of(target, name) : nullptr;
  if (map != nullptr && by_id) {
    add_value(*map, identified ? id() : this->name(active, "@none"), std::move(compacted), as_set);
  } else if (map != nullptr) {
    const bool indexed = value.contains("@index");
    add_value(*map, indexed ? value["@index"].get<std::string>() : this->name(active, "@none"), std::move(compacted), as_set);
  } else if (simple && !by_id && !by_index) {
    if (compacted.is_array() && compacted.size() > 1) compacted = Json{{this->name(active, "@included"), std::move(compacted)}};
    add_value(target, name, std::move(compacted), as_set);
  } else {
    if (compacted.is_array() && compacted.size() == 1 && compact_arrays_) compacted = Json(std::move(compacted[0]));
    compacted = Json{{this->name(active, "@graph"), std::move(compacted)}};
    if (value.contains("@id")) compacted[this->name(active, "@id")] = identified ? Json(id()) : value["@id"];
    if (value.contains("@index")) compacted[this->name(active, "@index")] = value["@index"];
    add_value(target, name, std::move(compacted), as_set);
  }
}

/// Step 12.8.9.
void JsonldCompaction::map_entry(Json& target, Node& node, const std::string& name, const TermDefinition& term, const Json& value,
                                 Json compacted, bool as_set) {
  const ActiveContext& active = *node.active;
  Json* const map = map_of(target, name);
  if (map == nullptr) {  // the value stands among graph objects then, with its index
    if (value.contains("@index")) {
      if (!compacted.is_object()) compacted = compact_value(active, std::string(), value, relative_);
      compacted[this->name(active, "@index")] = value["@index"];
    }
    return add_value(target, name, std::move(compacted), as_set);
  }
  std::string key;
  const auto text = [](const Json& json) { return json.is_string() ? json.get<std::string>() : std::string(); };
  if (term.contains("@language")) {
    if (is_value_object(value)) compacted = value["@value"];
    key = value.contains("@language") ? text(value["@language"]) : std::string();
  } else if (term.contains("@index")) {
    if (term.index.empty() || term.index == "@index") {
      if (value.contains("@index")) key = text(value["@index"]);
      if (compacted.is_object()) compacted.erase(this->name(active, "@index"));
    } else {
      key = taken_index(active, term, compacted, relative_);
    }
  } else if (term.contains("@id")) {
    const std::string id = this->name(active, "@id");
    if (compacted.is_object() && compacted.contains(id)) {
      key = text(compacted[id]);
      compacted.erase(id);
    }
  } else {
    const std::string type = this->name(active, "@type");
    if (compacted.is_object() && compacted.contains(type)) {
      Json types = as_array(std::move(compacted[type]));
      key = text(types[0]);
      types.erase(types.begin());
      compacted.erase(type);
      if (types.size() == 1) compacted[type] = std::move(types[0]);
      if (types.size() > 1) compacted[type] = std::move(types);
    }
    if (compacted.is_object() && compacted.size() == 1 && value.contains("@id")) {  // only its identifier is left
      compacted = element(node.active, &name, Json{{"@id", value["@id"]}});
    }
  }
  if (key.empty()) key = this->name(active, "@none");
  add_value(*map, key, std::move(compacted), as_set);
}

}  // namespace musclekg
