#include "jsonld/from_rdf.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/language_tag.h"
#include "jsonld/rdf_graph_nodes.h"
#include "jsonld/unique_values.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

bool digit(char c) { return '0' <= c && c <= '9'; }

/// The number of an xsd:integer's or xsd:double's lexical form; null where JSON has none, or none that is exactly it.
Json native_number(std::string_view lexical, bool integer) {
  std::string_view text = lexical;
  if (text.starts_with('+')) text.remove_prefix(1);
  const std::string_view digits = text.starts_with('-') && text.size() == lexical.size() ? text.substr(1) : text;
  if (digits.empty() || !(digit(digits.front()) || (!integer && digits.front() == '.'))) return nullptr;
  const char* const end = text.data() + text.size();
  if (integer) {
    std::int64_t number = 0;
    const auto [behind, fault] = std::from_chars(text.data(), end, number);
    return fault == std::errc() && behind == end ? Json(number) : Json();
  }
  double number = 0;
  const auto [behind, fault] = std::from_chars(text.data(), end, number);
  return fault == std::errc() && behind == end && std::isfinite(number) ? Json(number) : Json();
}

Json native_boolean(std::string_view lexical) {
  if (lexical == "true" || lexical == "1") return true;
  if (lexical == "false" || lexical == "0") return false;
  return nullptr;
}

Json json_literal(std::string_view text) {
  try {
    return parse_json(text);
  } catch (const JsonFault& fault) {
    throw JsonldError("invalid JSON literal",
                      fmt::format("the rdf:JSON literal \"{}\" {}", printable_line(text.substr(0, 60)), fault.what()));
  }
}

/// What a text with a direction says of it, checked.
void set_direction(Json& value, std::string_view language, std::string_view direction) {
  if (!language.empty()) {
    if (!well_formed_language(language))
      throw JsonldError("invalid language-tagged string", fmt::format("'{}' is no language tag", printable_line(language)));
    value["@language"] = language;
  }
  if (direction != "ltr" && direction != "rtl")
    throw JsonldError("invalid base direction", fmt::format("'{}' is neither ltr nor rtl", printable_line(direction)));
  value["@direction"] = direction;
}

class Serialization {
 public:
  explicit Serialization(const JsonldOptions& options) : options_(options) {}

  Json document(const RdfGraphNodes& nodes) const {
    Json result = Json::array();
    for (const auto& [id, subject] : nodes.default_graph.subjects) {
      if (subject.absorbed) continue;
      Json object = node_object(subject);
      if (const auto graph = nodes.named_graphs.find(id); graph != nodes.named_graphs.end()) object["@graph"] = graph_array(graph->second);
      if (object.size() > 1) result.push_back(std::move(object));
    }
    return result;
  }

 private:
  Json graph_array(const RdfGraph& graph) const {
    Json result = Json::array();
    for (const auto& [id, subject] : graph.subjects) {
      if (subject.absorbed) continue;
      Json object = node_object(subject);
      if (object.size() > 1) result.push_back(std::move(object));
    }
    return result;
  }

  Json node_object(const RdfSubject& subject) const {
    Json object = Json::object({{"@id", jsonld_id(subject.node)}});
    for (const Node* type : subject.types) object["@type"].push_back(jsonld_id(type));
    for (const auto& [name, property] : subject.properties) {
      Json& values = object[jsonld_id(property.predicate)] = Json::array();
      UniqueValues unique;
      for (const RdfValue& value : property.values) {
        if (value.list != nullptr)
          values.push_back(converted(value));
        else
          unique.append(values, converted(value));
      }
    }
    return object;
  }

  Json converted(const RdfValue& value) const {
    if (value.list != nullptr) {
      Json items = Json::array();
      for (const RdfSubject* cell : value.list->cells) items.push_back(converted(cell->find(rdf::first)->values.front()));
      return Json::object({{"@list", std::move(items)}});
    }
    if (value.compound != nullptr) return compound_literal(*value.compound);
    if (value.node->kind != Node::Kind::Literal) return Json::object({{"@id", jsonld_id(value.node)}});
    return literal(*value.node);
  }

  static std::string_view text_of(const RdfSubject& subject, std::string_view predicate) {
    const RdfProperty* property = subject.find(predicate);
    return property != nullptr ? property->values.front().node->value : std::string_view();
  }

  static Json compound_literal(const RdfSubject& subject) {
    Json value = Json::object({{"@value", text_of(subject, rdf::value)}});
    set_direction(value, text_of(subject, rdf::language), text_of(subject, rdf::direction));
    return value;
  }

  /// RDF to Object Conversion (section 8.5) of a literal.
  Json literal(const Node& node) const {
    Json value = Json::object({{"@value", node.value}});
    if (!node.language.empty()) {
      value["@language"] = node.language;
      return value;
    }
    if (node.datatype == nullptr) return value;
    const std::string_view datatype = node.datatype->value;
    if (options_.use_native_types) {
      Json native;
      if (datatype == xsd::boolean) native = native_boolean(node.value);
      if (datatype == xsd::integer || datatype == xsd::double_) native = native_number(node.value, datatype == xsd::integer);
      if (!native.is_null()) {
        value["@value"] = std::move(native);
        return value;
      }
    }
    if (datatype == rdf::JSON && !options_.processing_mode_10) {
      value["@value"] = json_literal(node.value);
      value["@type"] = "@json";
    } else if (options_.rdf_direction == RdfDirection::I18nDatatype && datatype.starts_with(kI18n) &&
               datatype.find('_', kI18n.size()) != std::string_view::npos) {
      const std::string_view tag = datatype.substr(kI18n.size());
      const std::size_t bar = tag.find('_');
      set_direction(value, tag.substr(0, bar), tag.substr(bar + 1));
    } else {
      value["@type"] = datatype;
    }
    return value;
  }

  const JsonldOptions& options_;
};

}  // namespace

Json from_rdf(std::span<const Quad> quads, const JsonldOptions& options) {
  const RdfGraphNodes nodes(quads, options);
  return Serialization(options).document(nodes);
}

}  // namespace musclekg
