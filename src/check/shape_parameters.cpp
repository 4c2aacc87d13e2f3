// The parameters of SHACL's constraint components, and how their values are read.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "check/constraints_set.h"
#include "check/constraints_value.h"
#include "check/shape_reader.h"
#include "check/vocabulary.h"
#include "rdf/vocabulary.h"

namespace musclekg {

std::span<const ShapeReader::Parameter> ShapeReader::parameters() {
  using R = ShapeReader;
  static constexpr std::array<Parameter, 33> kParameters{{
      {"and", "And", false, false, &R::read_connective},
      {"class", "Class", false, false, &R::read_class},
      {"closed", "Closed", false, true, &R::read_closed},
      {"datatype", "Datatype", false, true, &R::read_datatype},
      {"disjoint", "Disjoint", false, false, &R::read_pair},
      {"equals", "Equals", false, false, &R::read_pair},
      {"flags", "Pattern", false, true, &R::read_companion},
      {"hasValue", "HasValue", false, false, &R::read_has_value},
      {"ignoredProperties", "Closed", false, true, &R::read_companion},
      {"in", "In", false, true, &R::read_in},
      {"languageIn", "LanguageIn", false, true, &R::read_languages},
      {"lessThan", "LessThan", true, false, &R::read_pair},
      {"lessThanOrEquals", "LessThanOrEquals", true, false, &R::read_pair},
      {"maxCount", "MaxCount", true, true, &R::read_count},
      {"maxExclusive", "MaxExclusive", false, true, &R::read_range},
      {"maxInclusive", "MaxInclusive", false, true, &R::read_range},
      {"maxLength", "MaxLength", false, true, &R::read_length},
      {"minCount", "MinCount", true, true, &R::read_count},
      {"minExclusive", "MinExclusive", false, true, &R::read_range},
      {"minInclusive", "MinInclusive", false, true, &R::read_range},
      {"minLength", "MinLength", false, true, &R::read_length},
      {"node", "Node", false, false, &R::read_shape_value},
      {"nodeKind", "NodeKind", false, true, &R::read_node_kind},
      {"not", "Not", false, false, &R::read_shape_value},
      {"or", "Or", false, false, &R::read_connective},
      {"pattern", "Pattern", false, true, &R::read_pattern},
      {"property", "Property", false, false, &R::read_property},
      {"qualifiedMaxCount", "QualifiedMaxCount", false, true, &R::read_companion},
      {"qualifiedMinCount", "QualifiedMinCount", false, true, &R::read_companion},
      {"qualifiedValueShape", "", false, true, &R::read_qualified},
      {"qualifiedValueShapesDisjoint", "", false, true, &R::read_companion},
      {"uniqueLang", "UniqueLang", true, true, &R::read_unique_lang},
      {"xone", "Xone", false, false, &R::read_connective},
  }};
  return kParameters;
}

void ShapeReader::add(ShaclShape& shape, std::string_view component, std::unique_ptr<Constraint> constraint) {
  constraint->component = nodes_.iri(fmt::format("{}{}ConstraintComponent", sh::base, component));
  shape.constraints.push_back(std::move(constraint));
}

void ShapeReader::read_class(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (is_iri(shape, parameter.name, value)) add(shape, parameter.component, class_constraint(value));
}

void ShapeReader::read_datatype(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (is_iri(shape, parameter.name, value)) add(shape, parameter.component, datatype_constraint(value));
}

void ShapeReader::read_node_kind(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  std::unique_ptr<Constraint> constraint;
  if (value->kind == Node::Kind::Iri && value->value.starts_with(sh::base))
    constraint = node_kind_constraint(value->value.substr(sh::base.size()));
  if (constraint) return add(shape, parameter.component, std::move(constraint));
  fault(shape.node, fmt::format("sh:nodeKind: {} is none of the six kinds of nodes", wording_.name(value)));
}

void ShapeReader::read_count(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  const auto count = number(shape, parameter.name, value);
  if (count) add(shape, parameter.component, parameter.name == "minCount" ? min_count_constraint(*count) : max_count_constraint(*count));
}

void ShapeReader::read_range(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (value->kind != Node::Kind::Literal)
    return fault(shape.node, fmt::format("sh:{}: {} is no literal", parameter.name, wording_.name(value)));
  const bool inclusive = parameter.name.ends_with("Inclusive");
  const Bound bound = parameter.name.starts_with("min") ? (inclusive ? Bound::MinInclusive : Bound::MinExclusive)
                                                        : (inclusive ? Bound::MaxInclusive : Bound::MaxExclusive);
  add(shape, parameter.component, range_constraint(bound, value));
}

void ShapeReader::read_length(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  const auto length = number(shape, parameter.name, value);
  if (length)
    add(shape, parameter.component, parameter.name == "minLength" ? min_length_constraint(*length) : max_length_constraint(*length));
}

void ShapeReader::read_pattern(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  const auto plain = [](const Node* node) {
    return node->kind == Node::Kind::Literal && node->language.empty() && node->datatype == nullptr;
  };
  const Node* flags = count(shape, sh::flags) == 1 ? object(shape, sh::flags) : nullptr;
  if (!plain(value) || (flags != nullptr && !plain(flags)))
    return fault(shape.node, fmt::format("sh:{}: {} is no xsd:string", plain(value) ? "flags" : "pattern",
                                         wording_.name(plain(value) ? flags : value)));
  const std::string_view flag_text = flags == nullptr ? std::string_view() : flags->value;
  std::string why;
  auto pattern = Pattern::compile(value->value, flag_text, why);
  if (!pattern) return fault(shape.node, fmt::format("sh:pattern: {}: {}", wording_.name(value), why));
  add(shape, parameter.component, pattern_constraint(std::move(*pattern), std::string(value->value), std::string(flag_text)));
}

void ShapeReader::read_languages(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  const auto members = list(shape, parameter.name, value);
  if (!members) return;
  std::vector<std::string> ranges;
  for (const Node* member : *members) {
    if (member->kind != Node::Kind::Literal || !member->language.empty() || member->datatype != nullptr)
      return fault(shape.node, fmt::format("sh:languageIn: {} is no xsd:string", wording_.name(member)));
    ranges.emplace_back(member->value);
  }
  add(shape, parameter.component, language_constraint(std::move(ranges)));
}

void ShapeReader::read_unique_lang(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (is_true(shape, parameter.name, value)) add(shape, parameter.component, unique_lang_constraint());
}

void ShapeReader::read_pair(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (!is_iri(shape, parameter.name, value)) return;
  if (parameter.name == "equals") return add(shape, parameter.component, equals_constraint(value));
  if (parameter.name == "disjoint") return add(shape, parameter.component, disjoint_constraint(value));
  add(shape, parameter.component, less_than_constraint(value, parameter.name == "lessThanOrEquals"));
}

void ShapeReader::read_shape_value(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (value->kind == Node::Kind::Literal)
    return fault(shape.node, fmt::format("sh:{}: {} is no shape", parameter.name, wording_.name(value)));
  if (parameter.name == "not") return add(shape, parameter.component, not_constraint(shape_of(value)));
  if (graph_.object(value, nodes_.iri(sh::path)) != nullptr)
    return fault(shape.node, fmt::format("sh:node: {} is a property shape, a node shape is expected", wording_.name(value)));
  add(shape, parameter.component, node_constraint(shape_of(value)));
}

void ShapeReader::read_connective(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  const auto members = list(shape, parameter.name, value);
  if (!members) return;
  std::vector<ShapeReference> references;
  for (const Node* member : *members) {
    if (member->kind == Node::Kind::Literal)
      return fault(shape.node, fmt::format("sh:{}: {} is no shape", parameter.name, wording_.name(member)));
    references.push_back(shape_of(member));
  }
  const Connective connective = parameter.name == "and"  ? Connective::And
                                : parameter.name == "or" ? Connective::Or
                                                         : Connective::ExactlyOne;
  add(shape, parameter.component, connective_constraint(connective, references));
}

void ShapeReader::read_property(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (value->kind == Node::Kind::Literal || graph_.object(value, nodes_.iri(sh::path)) == nullptr)
    return fault(shape.node, fmt::format("sh:{}: {} is no property shape: it has no sh:path", parameter.name, wording_.name(value)));
  shape.properties.push_back(shape_of(value).number);
}

void ShapeReader::read_qualified(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (value->kind == Node::Kind::Literal)
    return fault(shape.node, fmt::format("sh:{}: {} is no shape", parameter.name, wording_.name(value)));
  std::vector<ShapeNumber> siblings;
  if (const Node* disjoint = object(shape, sh::qualifiedValueShapesDisjoint))
    if (is_true(shape, "qualifiedValueShapesDisjoint", disjoint)) siblings = siblings_of(shape.node, value);
  read_qualified_count(shape, shape_of(value), siblings, true);
  read_qualified_count(shape, shape_of(value), siblings, false);
}

void ShapeReader::read_qualified_count(ShaclShape& shape, ShapeReference qualified, const std::vector<ShapeNumber>& siblings,
                                       bool at_least) {
  const std::string_view predicate = at_least ? sh::qualifiedMinCount : sh::qualifiedMaxCount;
  if (count(shape, predicate) != 1) return;
  const auto bound = number(shape, at_least ? "qualifiedMinCount" : "qualifiedMaxCount", object(shape, predicate));
  if (!bound) return;
  add(shape, at_least ? "QualifiedMinCount" : "QualifiedMaxCount", qualified_constraint(qualified, at_least, *bound, siblings));
}

/// The other qualified shapes of the shapes that have `shape` as a property (SHACL, section 4.7.3).
std::vector<ShapeNumber> ShapeReader::siblings_of(const Node* shape, const Node* qualified) {
  std::vector<ShapeNumber> siblings;
  each_subject(graph_, nodes_.iri(sh::property), shape, [&](const Node* parent) {
    each_object(graph_, parent, nodes_.iri(sh::property), [&](const Node* property) {
      each_object(graph_, property, nodes_.iri(sh::qualifiedValueShape), [&](const Node* sibling) {
        if (sibling != qualified && sibling->kind != Node::Kind::Literal) siblings.push_back(shape_of(sibling).number);
      });
    });
  });
  std::sort(siblings.begin(), siblings.end());
  siblings.erase(std::unique(siblings.begin(), siblings.end()), siblings.end());
  return siblings;
}

void ShapeReader::read_closed(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  if (!is_true(shape, parameter.name, value)) return;
  std::vector<const Node*> predicates;
  if (count(shape, sh::ignoredProperties) == 1) {
    const auto ignored = list(shape, "ignoredProperties", object(shape, sh::ignoredProperties));
    if (!ignored) return;
    for (const Node* predicate : *ignored)
      if (is_iri(shape, "ignoredProperties", predicate)) predicates.push_back(predicate);
  }
  each_object(graph_, shape.node, nodes_.iri(sh::property), [&](const Node* property) {
    const Node* path = graph_.object(property, nodes_.iri(sh::path));
    if (path != nullptr && path->kind == Node::Kind::Iri) predicates.push_back(path);
  });
  add(shape, parameter.component, closed_constraint(predicates));
}

void ShapeReader::read_has_value(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  add(shape, parameter.component, has_value_constraint(value));
}

void ShapeReader::read_in(ShaclShape& shape, const Parameter& parameter, const Node* value) {
  auto members = list(shape, parameter.name, value);
  if (members) add(shape, parameter.component, in_constraint(std::move(*members)));
}

}  // namespace musclekg
