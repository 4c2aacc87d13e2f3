// Small questions and changes that the algorithms of JSON-LD share (JSON-LD 1.1 API, section 3 and the macros of section 1.4).

#pragma once

#include <string>
#include <utility>

#include "jsonld/json.h"

namespace musclekg {

inline bool has(const Json& value, const char* key) { return value.is_object() && value.contains(key); }
inline bool is_value_object(const Json& value) { return has(value, "@value"); }
inline bool is_list_object(const Json& value) { return has(value, "@list"); }
inline bool is_scalar(const Json& value) { return value.is_string() || value.is_number() || value.is_boolean(); }

/// A graph object: @graph, and nothing beside it but @id and @index.
inline bool is_graph_object(const Json& value) {
  if (!has(value, "@graph")) return false;
  return value.size() == 1 + value.count("@id") + value.count("@index") + value.count("@context");
}

inline bool is_simple_graph_object(const Json& value) { return is_graph_object(value) && !value.contains("@id"); }

/// `value` as an array: itself, or one that holds it.
inline Json as_array(Json value) {
  if (value.is_array()) return value;
  Json array = Json::array();
  array.push_back(std::move(value));
  return array;
}

/// Add Value: to what stands under `key`, which is an array if `always_array` or when it is the second value. An array is added item by
/// item.
inline void add_value(Json& object, const std::string& key, Json value, bool always_array) {
  if (always_array && !object.contains(key)) object[key] = Json::array();
  if (value.is_array()) {
    for (Json& item : value) add_value(object, key, std::move(item), always_array);
    return;
  }
  const auto found = object.find(key);
  if (found == object.end()) {
    object[key] = std::move(value);
    return;
  }
  if (!found->is_array()) *found = as_array(std::move(*found));
  found->push_back(std::move(value));
}

}  // namespace musclekg
