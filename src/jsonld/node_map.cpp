#include "jsonld/node_map.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/text.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/unique_values.h"

namespace musclekg {

namespace {

/// Where an element stands: what the specification calls active graph, active subject, active property and list.
struct Place {
  Json* graph;
  Json* subject = nullptr;                  ///< the node object that the element is a value of
  const std::string* property = nullptr;    ///< by which it is
  const std::string* referenced = nullptr;  ///< in @reverse: the node that is a value of the element
  Json* list = nullptr;                     ///< the array of @list that takes the element
};

class NodeMapGeneration {
 public:
  explicit NodeMapGeneration(BlankLabels& labels) : labels_(labels) { graphs_["@default"] = Json::object(); }

  void add(const Json& element, const Place& place) {
    if (element.is_array()) {
      for (const Json& item : element) add(item, place);
    } else if (element.is_object()) {
      if (element.contains("@value"))
        add_value(element, place);
      else if (const auto list = element.find("@list"); list != element.end())
        add_list(*list, place);
      else
        add_node(element, place);
    }
  }

  Json* default_graph() { return &graphs_["@default"]; }
  Json take() && { return std::move(graphs_); }

 private:
  std::string relabelled(const std::string& id) { return is_blank_label(id) ? labels_.of(id) : id; }

  static Json& values_of(Json& node, const std::string& property) {
    Json& values = node[property];
    if (values.is_null()) values = Json::array();
    return values;
  }

  /// Steps 4 and 6.6: adds what stands for the element where it stands.
  void place_value(Json value, const Place& place) {
    if (place.list != nullptr)
      place.list->push_back(std::move(value));
    else if (place.subject != nullptr)
      unique_.append(values_of(*place.subject, *place.property), std::move(value));
  }

  void add_value(const Json& element, const Place& place) {
    Json value = element;
    if (const auto type = value.find("@type"); type != value.end() && type->is_string())
      *type = relabelled(type->get_ref<const std::string&>());
    place_value(std::move(value), place);
  }

  void add_list(const Json& items, const Place& place) {
    Json list = Json::array();
    Place inside = place;
    inside.list = &list;
    add(items, inside);
    Json value = Json::object({{"@list", std::move(list)}});
    if (place.list != nullptr)
      place.list->push_back(std::move(value));
    else if (place.subject != nullptr)
      values_of(*place.subject, *place.property).push_back(std::move(value));  // two equal lists are two
  }

  void add_node(const Json& element, const Place& place) {
    const auto given = element.find("@id");
    if (given != element.end() && !given->is_string()) return;
    if (const auto types = element.find("@type"); types != element.end())
      for (const Json& type : *types) relabelled(type.get_ref<const std::string&>());  // names are given to types first
    const std::string id = given != element.end() ? relabelled(given->get_ref<const std::string&>()) : labels_.make();
    Json& node = (*place.graph)[id];
    if (node.is_null()) node = Json::object({{"@id", id}});
    if (place.referenced != nullptr)
      unique_.append(values_of(node, *place.property), Json::object({{"@id", *place.referenced}}));
    else
      place_value(Json::object({{"@id", id}}), place);
    add_keywords(element, id, node, place);
    for (const auto& [name, values] : element.items()) {
      if (name.starts_with('@')) continue;
      const std::string property = relabelled(name);
      values_of(node, property);
      add(values, {.graph = place.graph, .subject = &node, .property = &property});
    }
  }

  /// Steps 6.7 to 6.11.
  void add_keywords(const Json& element, const std::string& id, Json& node, const Place& place) {
    if (const auto types = element.find("@type"); types != element.end())
      for (const Json& type : *types) unique_.append(values_of(node, "@type"), relabelled(type.get_ref<const std::string&>()));
    if (const auto index = element.find("@index"); index != element.end()) {
      const auto [known, is_new] = node.emplace("@index", *index);
      if (!is_new && *known != *index)
        throw JsonldError("conflicting indexes", fmt::format("'{}' has two values of @index: {} and {}", printable_line(id),
                                                             printable_line(known->dump()), printable_line(index->dump())));
    }
    if (const auto reverse = element.find("@reverse"); reverse != element.end())
      for (const auto& [name, values] : reverse->items()) {
        const std::string property = relabelled(name);
        add(values, {.graph = place.graph, .property = &property, .referenced = &id});
      }
    if (const auto graph = element.find("@graph"); graph != element.end()) {
      Json& named = graphs_[id];
      if (named.is_null()) named = Json::object();
      add(*graph, {.graph = &named});
    }
    if (const auto included = element.find("@included"); included != element.end()) add(*included, {.graph = place.graph});
  }

  BlankLabels& labels_;
  UniqueValues unique_;
  Json graphs_ = Json::object();
};

}  // namespace

Json node_map(const Json& expanded, BlankLabels& labels) {
  NodeMapGeneration generation(labels);
  generation.add(expanded, {.graph = generation.default_graph()});
  return std::move(generation).take();
}

Json merge_node_maps(const Json& graphs) {
  Json merged = Json::object();
  UniqueValues unique;
  for (const Json& graph : graphs)
    for (const auto& [id, node] : graph.items()) {
      Json& into = merged[id];
      if (into.is_null()) into = Json::object();
      for (const auto& [property, values] : node.items()) {
        if (property.starts_with('@') && property != "@type") {
          into[property] = values;
          continue;
        }
        Json& known = into[property];
        if (known.is_null()) known = Json::array();
        for (const Json& value : values) {
          if (value.is_object() && value.contains("@list"))
            known.push_back(value);
          else
            unique.append(known, value);
        }
      }
    }
  return merged;
}

}  // namespace musclekg
