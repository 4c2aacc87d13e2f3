#include "read/record_schema.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "model/record_keys.h"

namespace musclekg {

namespace {

constexpr Shape kShapes[] = {Shape::Value, Shape::Insertion, Shape::Innervation, Shape::ArterialSupply, Shape::Action,
                             Shape::Claim, Shape::Palpation, Shape::Reference,   Shape::Source,         Shape::Contributor};

/// "an arterial supply" -> "arterial-supply"
std::string definition_name(Shape shape) {
  const std::string_view name = name_of(shape);
  return slug(name.substr(name.find(' ') + 1));
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

/// The schema of one value of a key that is no map.
std::string scalar_schema(const Key& key) {
  switch (key.type) {
    case Type::Map:
      return "";
    case Type::Text:
      return R"({"type": "string", "minLength": 1})";
    case Type::Words:
      return R"({"type": ["string", "number"]})";
    case Type::Integer:
      return R"({"type": "integer", "minimum": 1, "maximum": 999999999})";
    case Type::Date:
      return R"({"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})";
    case Type::Iri:
      return R"({"type": "string", "format": "iri"})";
    case Type::Curie:
      return R"({"type": "string", "pattern": "^([A-Za-z0-9_]+:[A-Za-z0-9_.-]+|[A-Za-z][A-Za-z0-9+.-]*:[^ ]+)$"})";
    case Type::Choice: {
      std::string words;
      for (const std::string_view word : split(key.choices, '|')) words += (words.empty() ? "" : ", ") + quoted(word);
      return fmt::format(R"({{"enum": [{}]}})", words);
    }
  }
  return "";
}

std::string any_of(const std::vector<std::string>& schemas) {
  return schemas.size() == 1 ? schemas.front() : fmt::format(R"({{"anyOf": [{}]}})", fmt::join(schemas, ", "));
}

std::string value_schema(const Key& key) {
  std::vector<std::string> one;
  if (key.type != Type::Map) one.push_back(scalar_schema(key));
  if (key.inner != Shape::None) one.push_back(fmt::format(R"({{"$ref": "#/$defs/{}"}})", definition_name(key.inner)));
  if (key.required && !key.many) return any_of(one);
  std::vector<std::string> all = one;
  if (key.many) all.push_back(fmt::format(R"({{"type": "array", "items": {}}})", any_of(one)));
  all.push_back(R"({"type": "null"})");
  return any_of(all);
}

std::string object_schema(Shape shape, std::string_view indent) {
  std::string properties, required;
  for (Shape owner = shape; owner != Shape::None; owner = base_of(owner)) {
    for (const Key& key : keys_of(owner)) {
      properties += fmt::format("{}\n{}    {}: {{\"description\": {}, \"allOf\": [{}]}}", properties.empty() ? "" : ",", indent,
                                quoted(key.name), quoted(key.meaning), value_schema(key));
      if (key.required) required += (required.empty() ? "" : ", ") + quoted(key.name);
    }
  }
  return fmt::format("{0}  \"type\": \"object\",\n{0}  \"properties\": {{{1}\n{0}  }},\n{2}{0}  \"additionalProperties\": false", indent,
                     properties, required.empty() ? "" : fmt::format("{}  \"required\": [{}],\n", indent, required));
}

}  // namespace

std::string record_schema() {
  std::string definitions;
  for (const Shape shape : kShapes)
    definitions += fmt::format("{}\n    {}: {{\n{}\n    }}", definitions.empty() ? "" : ",", quoted(definition_name(shape)),
                               object_schema(shape, "    "));
  return fmt::format(
      "{{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"Facts on one muscle\",\n"
      "  \"description\": \"A record of musclekg. Printed by: musclekg schema\",\n{},\n  \"$defs\": {{{}\n  }}\n}}\n",
      object_schema(Shape::Record, ""), definitions);
}

}  // namespace musclekg
