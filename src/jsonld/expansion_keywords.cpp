#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "jsonld/expansion_node.h"
#include "jsonld/iri_expansion.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/value_objects.h"

namespace musclekg {

namespace {

[[noreturn]] void refuse(std::string_view code, std::string_view keyword, const Json& found, std::string_view wanted) {
  throw JsonldError(code, fmt::format("{} must be {}; found {}", keyword, wanted, printable_line(found.dump().substr(0, 80))));
}

bool all_strings(const Json& value) {
  return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& item) { return item.is_string(); });
}

bool is_empty_map(const Json& value) { return value.is_object() && value.empty(); }

/// Of a frame: an array of one empty object, or of strings.
bool is_frame_pattern(const Json& value) { return all_strings(value) || (value.is_array() && value.size() == 1 && is_empty_map(value[0])); }

}  // namespace

void JsonldExpansion::keyword(Node& node, const std::string& keyword, const std::string& key, const Json& value) {
  Json& result = node.result;
  if (node.property != nullptr && *node.property == "@reverse")  // 13.4.1
    throw JsonldError("invalid reverse property map", fmt::format("{} must not stand in @reverse", keyword));
  if (result.contains(keyword) && keyword != "@included" && (keyword != "@type" || node.active->mode_10))  // 13.4.2
    throw JsonldError("colliding keywords", fmt::format("'{}' and another key both mean {}", printable_line(key), keyword));
  Json expanded;
  if (keyword == "@id") {  // 13.4.3
    expanded = identifier(node, value);
  } else if (keyword == "@type") {  // 13.4.4
    expanded = types(node, value);
    if (expanded.is_null()) return;
    if (result.contains("@type")) {
      Json both = as_array(std::move(result["@type"]));
      for (Json& type : expanded = as_array(std::move(expanded))) both.push_back(std::move(type));
      expanded = std::move(both);
    }
  } else if (keyword == "@graph") {  // 13.4.5
    static const std::string kGraph = "@graph";
    expanded = element(node.active, &kGraph, value, false);
    if (expanded.is_null()) return;
    expanded = as_array(std::move(expanded));
  } else if (keyword == "@included") {  // 13.4.6
    if (node.active->mode_10) return;
    expanded = as_array(element(node.active, nullptr, value, false));
    for (const Json& item : expanded)
      if (!item.is_object() || is_value_object(item) || is_list_object(item) || item.contains("@set"))
        refuse("invalid @included value", keyword, item, "node objects");
    if (result.contains("@included")) {
      Json both = std::move(result["@included"]);
      for (Json& item : expanded) both.push_back(std::move(item));
      expanded = std::move(both);
    }
  } else if (keyword == "@value") {  // 13.4.7
    return value_keyword(node, value);
  } else if (keyword == "@language") {  // 13.4.8
    expanded = language_keyword(value);
  } else if (keyword == "@direction") {  // 13.4.9
    if (node.active->mode_10) return;
    const bool pattern = frame_ && (is_empty_map(value) || value.is_array());
    if (value != "ltr" && value != "rtl" && !pattern) refuse("invalid base direction", keyword, value, "ltr or rtl");
    expanded = frame_ ? as_array(value) : value;
  } else if (keyword == "@index") {  // 13.4.10
    if (!value.is_string()) refuse("invalid @index value", keyword, value, "a string");
    expanded = value;
  } else if (keyword == "@list") {  // 13.4.11
    if (node.property == nullptr || *node.property == "@graph") return;
    expanded = as_array(element(node.active, node.property, value, false));
    if (expanded.size() == 1 && expanded[0].is_null()) expanded = Json::array();
  } else if (keyword == "@set") {  // 13.4.12
    expanded = element(node.active, node.property, value, false);
  } else if (keyword == "@reverse") {  // 13.4.13
    return reverse(node, value);
  } else if (frame_ && keyword == "@default") {
    expanded = defaults(node, value);
  } else if (frame_ && (keyword == "@embed" || keyword == "@explicit" || keyword == "@omitDefault" || keyword == "@requireAll")) {
    expanded = as_array(element(node.active, &keyword, value, false));  // 13.4.15
  } else {
    return;
  }
  result[keyword] = std::move(expanded);  // 13.4.16
}

/// Of a frame: values as a document has them, under the property that they are the default of; the string "@null" stays.
Json JsonldExpansion::defaults(const Node& node, const Json& value) {
  Json result = Json::array();
  frame_ = false;
  for (const Json& item : as_array(value)) {
    if (item == "@null") {
      result.push_back(item);
    } else {
      for (Json& one : as_array(element(node.active, node.property, item, false))) result.push_back(std::move(one));
    }
  }
  frame_ = true;
  return result;
}

Json JsonldExpansion::identifier(const Node& node, const Json& value) const {
  const auto expand = [&](const Json& item) {
    const std::optional<std::string> iri = expand_iri(*node.active, item.get_ref<const std::string&>(), true, false);
    return iri ? Json(*iri) : Json();
  };
  if (value.is_string()) return frame_ ? Json::array({expand(value)}) : expand(value);
  if (frame_ && is_empty_map(value)) return Json::array({value});
  if (frame_ && is_frame_pattern(value)) {
    Json result = Json::array();
    for (const Json& item : value) result.push_back(item.is_string() ? expand(item) : item);
    return result;
  }
  refuse("invalid @id value", "@id", value, "a string");
}

Json JsonldExpansion::types(const Node& node, const Json& value) const {
  const auto expand = [&](const Json& given) {  // without those that look like keywords
    Json result = Json::array();
    for (const Json& item : as_array(given))
      if (const std::optional<std::string> iri = expand_iri(*node.type_scoped, item.get_ref<const std::string&>(), true, true))
        result.push_back(*iri);
    return result;
  };
  if (value.is_string()) {
    Json result = expand(value);
    return frame_ ? result : result.empty() ? Json() : Json(std::move(result[0]));
  }
  if (all_strings(value)) return expand(value);
  if (frame_ && is_empty_map(value)) return Json::array({value});
  if (frame_ && is_frame_pattern(value)) return value;
  if (frame_) {
    const Json pattern = value.is_array() && value.size() == 1 ? value[0] : value;
    if (pattern.is_object() && pattern.size() == 1 && pattern.contains("@default")) {
      const Json& given = pattern["@default"];
      if (given.is_string() || all_strings(given)) {
        Json defaults = expand(given);
        if (given.is_string() && !defaults.empty()) defaults = Json(std::move(defaults[0]));
        return Json::array({Json{{"@default", std::move(defaults)}}});
      }
    }
  }
  refuse("invalid type value", "@type", value, "a string or an array of strings");
}

void JsonldExpansion::value_keyword(Node& node, const Json& value) const {
  if (node.input_type == "@json") {  // 13.4.7.1
    if (node.active->mode_10) refuse("invalid value object value", "@value", value, "a scalar in json-ld-1.0");
    node.result["@value"] = value;
    return;
  }
  const bool pattern = frame_ && (is_empty_map(value) || (value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& item) {
                                                            return is_scalar(item) || is_empty_map(item);
                                                          })));
  if (!value.is_null() && !is_scalar(value) && !pattern) refuse("invalid value object value", "@value", value, "a scalar or null");
  node.result["@value"] = frame_ && !value.is_null() ? as_array(value) : value;
}

Json JsonldExpansion::language_keyword(const Json& value) const {
  if (value.is_string()) return frame_ ? as_array(value) : value;
  if (frame_ && (is_empty_map(value) || is_frame_pattern(value))) return as_array(value);
  refuse("invalid language-tagged string", "@language", value, "a string");
}

void JsonldExpansion::reverse(Node& node, const Json& value) {
  static const std::string kReverse = "@reverse";
  if (!value.is_object()) refuse("invalid @reverse value", "@reverse", value, "an object");
  Json expanded = element(node.active, &kReverse, value, false);  // 13.4.13.2
  if (!expanded.is_object()) return;
  if (const auto twice = expanded.find("@reverse"); twice != expanded.end()) {  // 13.4.13.3
    for (auto& [property, items] : twice->items()) add_value(node.result, property, std::move(items), true);
    expanded.erase("@reverse");
  }
  if (expanded.empty()) return;  // 13.4.13.4
  Json& reversed = node.result["@reverse"];
  if (reversed.is_null()) reversed = Json::object();
  for (auto& [property, items] : expanded.items()) {
    for (Json& item : items) {
      if (is_value_object(item) || is_list_object(item)) refuse("invalid reverse property value", property, item, "nodes");
      add_value(reversed, property, std::move(item), true);
    }
  }
}

/// Section 5.1.2, steps 15 to 19.
Json JsonldExpansion::finished(Node& node, const std::string* property) const {
  Json result = std::move(node.result);
  if (result.contains("@value")) {
    result = value_object(std::move(result));
    if (result.is_null()) return result;
  } else if (result.contains("@type") && !result.contains("@set") && !result.contains("@list")) {  // 16
    result["@type"] = as_array(std::move(result["@type"]));
  } else if (result.contains("@set") || result.contains("@list")) {  // 17
    if (result.size() > 2 || (result.size() == 2 && !result.contains("@index")))
      throw JsonldError("invalid set or list object", "nothing but @index may stand beside @set or @list");
    if (result.contains("@set")) result = Json(std::move(result["@set"]));
  }
  if (result.is_object() && result.size() == 1 && result.contains("@language") && !frame_) return nullptr;  // 18
  if ((property == nullptr || *property == "@graph") && result.is_object() && !frame_) {                    // 19
    if (result.empty() || result.contains("@value") || result.contains("@list")) return nullptr;
    if (result.size() == 1 && result.contains("@id")) return nullptr;
  }
  return result;
}

/// Step 15.
Json JsonldExpansion::value_object(Json result) const {
  for (const auto& [key, value] : result.items())
    if (key != "@value" && key != "@type" && key != "@language" && key != "@direction" && key != "@index")
      throw JsonldError("invalid value object", fmt::format("'{}' must not stand beside @value", printable_line(key)));
  const bool typed = result.contains("@type");
  if (typed && (result.contains("@language") || result.contains("@direction")))
    throw JsonldError("invalid value object", "@type must not stand beside @language or @direction");
  const Json& value = result["@value"];
  if (typed && (result["@type"] == "@json" || result["@type"] == Json::array({"@json"}))) {
    result["@type"] = "@json";
    return result;
  }
  if (value.is_null() || (value.is_array() && value.empty() && !frame_)) return nullptr;
  if (!frame_ && result.contains("@language") && !value.is_string())
    throw JsonldError("invalid language-tagged value", "@value with @language must be a string; found " + value.dump());
  if (!frame_ && typed) {
    const Json& type = result["@type"];
    if (!type.is_string() || !valid_iri(type.get_ref<const std::string&>()))
      throw JsonldError("invalid typed value", "@type of a value must be an IRI; found " + type.dump());
  }
  return result;
}

}  // namespace musclekg
