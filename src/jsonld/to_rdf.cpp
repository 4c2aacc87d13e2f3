#include "jsonld/to_rdf.h"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "jsonld/json_canonical.h"
#include "jsonld/language_tag.h"
#include "jsonld/node_map.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// The canonical lexical form of an xsd:double with at most 16 digits: "1.0E0".
std::string canonical_double(double number) {
  if (number == 0) return "0.0E0";
  const std::string text = fmt::format("{:.15E}", number);
  const std::size_t e = text.find('E');
  std::string mantissa = text.substr(0, e);
  while (mantissa.ends_with('0') && mantissa[mantissa.size() - 2] != '.') mantissa.pop_back();
  std::size_t digit = e + 2;
  while (digit + 1 < text.size() && text[digit] == '0') ++digit;
  return mantissa + (text[e + 1] == '-' ? "E-" : "E") + text.substr(digit);
}

/// A number that is written as a double whatever its datatype: with a fraction, or of 22 digits or more.
bool fractional(const Json& value) {
  if (!value.is_number_float()) return false;
  const auto number = value.get<double>();
  return std::trunc(number) != number || std::fabs(number) >= 1e21;
}

class Deserialization {
 public:
  Deserialization(const JsonldOptions& options, NodeTable& nodes, const std::function<void(const Quad&)>& take)
      : options_(options), nodes_(nodes), take_(take) {}

  /// Returns how many statements were left out.
  std::size_t document(const Json& expanded) {
    const Json graphs = node_map(expanded, labels_);
    graph(graphs["@default"]);
    for (const auto& [name, nodes] : graphs.items()) {
      if (name == "@default") continue;
      graph_ = resource(name);
      if (graph_ != nullptr)
        graph(nodes);
      else
        for (const Json& node : nodes) left_out_ += statements_of(node);
    }
    return left_out_;
  }

 private:
  void graph(const Json& nodes) {
    for (const auto& [id, node] : nodes.items()) {
      const Node* subject = resource(id);
      if (subject == nullptr) {
        left_out_ += statements_of(node);
        continue;
      }
      for (const auto& [property, values] : node.items()) {
        if (property == "@type")
          types(subject, values);
        else if (!property.starts_with('@'))
          property_values(subject, property, values);
      }
    }
  }

  static std::size_t statements_of(const Json& node) {
    std::size_t count = 0;
    for (const auto& [property, values] : node.items())
      if (property == "@type" || !property.starts_with('@')) count += values.size();
    return count;
  }

  void types(const Node* subject, const Json& values) {
    for (const Json& value : values) say({subject, nodes_.iri(rdf::type), resource(value.get_ref<const std::string&>()), graph_});
  }

  void property_values(const Node* subject, const std::string& property, const Json& values) {
    const bool taken = !is_blank_label(property) || options_.produce_generalized_rdf;
    const Node* predicate = taken ? resource(property) : nullptr;
    if (predicate == nullptr) {
      left_out_ += values.size();
      return;
    }
    std::vector<Quad> behind;
    for (const Json& value : values) {
      say({subject, predicate, object(value, behind), graph_});
      for (const Quad& quad : behind) say(quad);
      behind.clear();
    }
  }

  /// A statement without object is one that is left out.
  void say(const Quad& quad) {
    if (quad.object != nullptr)
      take_(quad);
    else
      ++left_out_;
  }

  const Node* blank(std::string_view label) { return nodes_.blank(label.substr(2)); }

  /// nullptr for what is no well-formed IRI.
  const Node* resource(const std::string& id) {
    if (is_blank_label(id)) return blank(id);
    return valid_iri(id) ? nodes_.iri(id) : nullptr;
  }

  /// Object to RDF Conversion (section 8.2): nullptr where there is none; statements about the object are appended to `behind`.
  const Node* object(const Json& item, std::vector<Quad>& behind) {
    if (const auto list = item.find("@list"); list != item.end()) return list_cells(*list, behind);
    if (item.contains("@value")) return literal(item, behind);
    return resource(item["@id"].get_ref<const std::string&>());
  }

  /// List to RDF Conversion (section 8.3): the first cell, or rdf:nil.
  const Node* list_cells(const Json& items, std::vector<Quad>& behind) {
    const Node* nil = nodes_.iri(rdf::nil);
    if (items.empty()) return nil;
    std::vector<const Node*> cells;
    cells.reserve(items.size() + 1);
    for (std::size_t i = 0; i != items.size(); ++i) cells.push_back(nodes_.anonymous_blank(labels_.make().substr(2)));
    cells.push_back(nil);
    std::vector<Quad> inside;
    for (std::size_t i = 0; i != items.size(); ++i) {
      behind.push_back({cells[i], nodes_.iri(rdf::first), object(items[i], inside), graph_});
      behind.push_back({cells[i], nodes_.iri(rdf::rest), cells[i + 1], graph_});
      behind.insert(behind.end(), inside.begin(), inside.end());
      inside.clear();
    }
    return cells.front();
  }

  const Node* literal(const Json& item, std::vector<Quad>& behind) {
    const Json& value = item["@value"];
    const auto type = item.find("@type");
    const std::string_view datatype = type == item.end() ? std::string_view() : std::string_view(type->get_ref<const std::string&>());
    if (datatype == "@json") return nodes_.literal(canonical_json(value), nodes_.iri(rdf::JSON));
    if (type != item.end() && !valid_iri(datatype)) return nullptr;
    const auto typed = [&](std::string_view lexical, std::string_view otherwise) {
      return nodes_.literal(lexical, nodes_.iri(type == item.end() ? otherwise : datatype));
    };
    if (value.is_boolean()) return typed(value.get<bool>() ? "true" : "false", xsd::boolean);
    if (value.is_number() && (fractional(value) || datatype == xsd::double_))
      return typed(canonical_double(value.get<double>()), xsd::double_);
    if (value.is_number_float()) return typed(fmt::format("{:.0f}", value.get<double>() + 0.0), xsd::integer);
    if (value.is_number()) return typed(value.dump(), xsd::integer);
    if (!value.is_string()) return nullptr;
    const auto& text = value.get_ref<const std::string&>();
    if (type != item.end()) return typed(text, datatype);
    const auto tag = item.find("@language");
    const std::string language = tag == item.end() ? std::string() : tag->get<std::string>();
    if (tag != item.end() && !well_formed_language(language)) return nullptr;
    const auto direction = item.find("@direction");
    if (direction == item.end() || options_.rdf_direction == RdfDirection::None) return nodes_.text(text, language);
    return directed_text(text, ascii_lower(language), direction->get_ref<const std::string&>(), behind);
  }

  const Node* directed_text(std::string_view text, const std::string& language, std::string_view direction, std::vector<Quad>& behind) {
    if (options_.rdf_direction == RdfDirection::I18nDatatype)
      return nodes_.literal(text, nodes_.iri(fmt::format("{}{}_{}", kI18n, language, direction)));
    const Node* literal = nodes_.anonymous_blank(labels_.make().substr(2));
    behind.push_back({literal, nodes_.iri(rdf::value), nodes_.text(text), graph_});
    if (!language.empty()) behind.push_back({literal, nodes_.iri(rdf::language), nodes_.text(language), graph_});
    behind.push_back({literal, nodes_.iri(rdf::direction), nodes_.text(direction), graph_});
    return literal;
  }

  const JsonldOptions& options_;
  NodeTable& nodes_;
  const std::function<void(const Quad&)>& take_;
  BlankLabels labels_;
  const Node* graph_ = nullptr;
  std::size_t left_out_ = 0;
};

}  // namespace

std::size_t expanded_to_rdf(const Json& expanded, const JsonldOptions& options, NodeTable& nodes,
                            const std::function<void(const Quad&)>& take) {
  return Deserialization(options, nodes, take).document(expanded);
}

}  // namespace musclekg
