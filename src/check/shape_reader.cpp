#include "check/shape_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "check/union_view.h"
#include "check/vocabulary.h"
#include "rdf/lexical.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 4> kTargets{sh::targetNode, sh::targetClass, sh::targetSubjectsOf, sh::targetObjectsOf};

/// What else of SHACL Core may be said of a shape: sections 2.1, 2.3.2.
constexpr std::array<std::string_view, 9> kOthers{"path",        "message", "severity", "deactivated", "name",
                                                  "description", "order",   "group",    "defaultValue"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view local_name(const Node* predicate) {
  return predicate->value.starts_with(sh::base) ? predicate->value.substr(sh::base.size()) : std::string_view();
}

/// The last part of an IRI.
std::string last_part(std::string_view iri) {
  while (iri.ends_with('/') || iri.ends_with('#')) iri.remove_suffix(1);
  return std::string(iri.substr(iri.find_last_of("/#") + 1));
}

/// How far a blank shape is sought within named ones, for messages.
constexpr int kFarthest = 200;

}  // namespace

ShapeReader::ShapeReader(const Graph& graph, NodeTable& nodes, std::string_view file, Diagnostics& diagnostics,
                         std::deque<ShaclShape>& shapes)
    : graph_(graph),
      nodes_(nodes),
      file_(file),
      diagnostics_(diagnostics),
      shapes_(shapes),
      instances_(graph, nodes),
      cells_left_(16 * graph.size() + 64) {}

void ShapeReader::read() {
  for (const std::string_view predicate : {sh::entailment, owl::imports})
    for (const Quad& quad : graph_.with(nodes_.iri(predicate))) {
      const std::string_view what = predicate == sh::entailment ? "asks for the entailment" : "imports";
      fault(quad.subject, fmt::format("{} {}, which is not supported", what, wording_.name(quad.object)));
    }
  find();
  for (std::size_t at = 0; at < shapes_.size(); ++at) read_shape(shapes_[at]);  // they grow as they are read
}

void ShapeReader::find() {
  for (const std::string_view type : {sh::NodeShape, sh::PropertyShape}) {
    std::vector<const Node*> declared;
    instances_.each(nodes_.iri(type), [&](const Node* node) { declared.push_back(node); });
    std::sort(declared.begin(), declared.end(), [](const Node* a, const Node* b) { return a->ntriples < b->ntriples; });
    for (const Node* node : declared) shape_of(node);
  }
  for (const Quad& quad : graph_.all())
    if (contains(kTargets, quad.predicate->value) || parameter_named(quad.predicate) != nullptr) shape_of(quad.subject);
}

ShapeReference ShapeReader::shape_of(const Node* node) {
  const auto [found, added] = numbers_.try_emplace(node, static_cast<ShapeNumber>(shapes_.size()));
  if (added) shapes_.emplace_back().node = node;
  return {found->second, node};
}

void ShapeReader::read_shape(ShaclShape& shape) {
  if (shape.node->kind == Node::Kind::Iri) shape.rule = last_part(shape.node->value);
  const bool declared_node = instances_.is(shape.node, nodes_.iri(sh::NodeShape));
  const bool declared_property = instances_.is(shape.node, nodes_.iri(sh::PropertyShape));
  if (graph_.about(shape.node).empty()) warn(shape.node, "nothing is said of this shape: all conforms to it");
  read_path(shape, declared_property, declared_node);
  if (const Node* value = object(shape, sh::deactivated))
    if (is_true(shape, "deactivated", value)) shape.deactivated = true;
  read_targets(shape);
  if ((declared_node || declared_property) && shape.node->kind == Node::Kind::Iri && instances_.is(shape.node, nodes_.iri(rdfs::Class)))
    shape.target_classes.push_back(shape.node);
  read_messages(shape);
  read_severity(shape);
  read_constraints(shape);
}

void ShapeReader::read_path(ShaclShape& shape, bool declared_property, bool declared_node) {
  const std::size_t paths = count(shape, sh::path);
  if (paths == 0 && !declared_property) return;
  if (paths != 1) {
    shape.deactivated = true;
    return fault(shape.node, fmt::format("a property shape has {} of sh:path, 1 is expected", counted(paths, "value")));
  }
  if (declared_node) fault(shape.node, "a node shape has a sh:path");
  shape.path_node = object(shape, sh::path);
  std::string why;
  shape.path = PropertyPath::read(graph_, shape.path_node, why);
  if (shape.path) return;
  shape.deactivated = true;
  fault(shape.node, "sh:path: " + why);
}

void ShapeReader::read_targets(ShaclShape& shape) {
  each_statement(graph_, shape.node, [&](const Quad& quad) {
    if (contains(kTargets, quad.predicate->value)) read_target(shape, quad);
  });
}

void ShapeReader::read_target(ShaclShape& shape, const Quad& quad) {
  const std::string_view predicate = quad.predicate->value;
  const Node* value = quad.object;
  if (predicate == sh::targetNode) {
    if (value->kind != Node::Kind::Blank) return shape.target_nodes.push_back(value);
    return fault(shape.node, "sh:targetNode: a blank node is no target");
  }
  if (!is_iri(shape, local_name(quad.predicate), value)) return;
  if (predicate == sh::targetClass) shape.target_classes.push_back(value);
  if (predicate == sh::targetSubjectsOf) shape.target_subjects_of.push_back(value);
  if (predicate == sh::targetObjectsOf) shape.target_objects_of.push_back(value);
}

/// The message for our readers: in English or in no language, where there is one; of several the first of the alphabet.
void ShapeReader::read_messages(ShaclShape& shape) {
  const Node* best = nullptr;
  const auto rank = [](const Node* message) {
    return message->language.empty() || ascii_lower(message->language).starts_with("en") ? 0 : 1;
  };
  each_object(graph_, shape.node, nodes_.iri(sh::message), [&](const Node* message) {
    if (message->kind != Node::Kind::Literal || message->datatype != nullptr)
      return fault(shape.node, fmt::format("sh:message: {} is no text", wording_.name(message)));
    if (best == nullptr || rank(message) < rank(best) || (rank(message) == rank(best) && message->ntriples < best->ntriples))
      best = message;
  });
  if (best != nullptr) shape.message = best->value;
}

void ShapeReader::read_severity(ShaclShape& shape) {
  const std::size_t severities = count(shape, sh::severity);
  if (severities == 0) return;
  if (severities > 1) return fault(shape.node, fmt::format("sh:severity has {}; at most 1 is expected", counted(severities, "value")));
  const Node* value = object(shape, sh::severity);
  if (!is_iri(shape, "severity", value)) return;
  if (value->value == sh::Warning) shape.level = Level::Warning;
  if (value->value == sh::Info) shape.level = Level::Info;
}

void ShapeReader::read_constraints(ShaclShape& shape) {
  const Node* before = nullptr;
  bool stands = false;
  const Parameter* parameter = nullptr;
  each_statement(graph_, shape.node, [&](const Quad& quad) {
    if (quad.predicate != before) {
      before = quad.predicate;
      parameter = parameter_named(quad.predicate);
      stands = parameter != nullptr && may_stand(shape, *parameter, quad.predicate);
      if (parameter == nullptr) warn_unknown(shape, quad.predicate);
    }
    if (stands) (this->*parameter->read)(shape, *parameter, quad.object);
  });
}

const ShapeReader::Parameter* ShapeReader::parameter_named(const Node* predicate) {
  const std::string_view name = local_name(predicate);
  if (name.empty()) return nullptr;
  const auto all = parameters();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Parameter& parameter) { return parameter.name == name; });
  return found == all.end() ? nullptr : &*found;
}

bool ShapeReader::may_stand(const ShaclShape& shape, const Parameter& parameter, const Node* predicate) {
  if (parameter.on_paths_only && shape.path_node == nullptr) {
    fault(shape.node, fmt::format("sh:{} is for property shapes, and this is a node shape", parameter.name));
    return false;
  }
  const std::size_t values = count(shape, predicate->value);
  if (parameter.once && values > 1)
    fault(shape.node, fmt::format("sh:{} has {}; at most 1 is expected", parameter.name, counted(values, "value")));
  return !parameter.once || values == 1;
}

void ShapeReader::warn_unknown(const ShaclShape& shape, const Node* predicate) {
  const std::string_view name = local_name(predicate);
  if (name.empty() || contains(kOthers, name) || contains(kTargets, predicate->value)) return;
  warn(shape.node, fmt::format("sh:{} is not of SHACL Core and is not checked", name));
}

const Node* ShapeReader::object(const ShaclShape& shape, std::string_view predicate) const {
  return graph_.object(shape.node, nodes_.iri(predicate));
}

std::size_t ShapeReader::count(const ShaclShape& shape, std::string_view predicate) const {
  std::size_t count = 0;
  each_object(graph_, shape.node, nodes_.iri(predicate), [&](const Node*) { ++count; });
  return count;
}

std::optional<std::uint64_t> ShapeReader::number(const ShaclShape& shape, std::string_view name, const Node* value) {
  if (value->datatype != nullptr && value->datatype->value == xsd::integer && well_formed_literal(value->value, xsd::integer)) {
    std::string_view digits = value->value;
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits.remove_prefix(1);
    std::uint64_t number = 0;
    for (const char c : digits) number = number > UINT64_MAX / 20 ? UINT64_MAX / 2 : 10 * number + static_cast<std::uint64_t>(c - '0');
    if (!negative || number == 0) return number;
  }
  fault(shape.node, fmt::format("sh:{}: {} is no xsd:integer from 0", name, wording_.name(value)));
  return {};
}

/// Parameters ask for the literal `true`: "1" is the same value and another term.
bool ShapeReader::is_true(const ShaclShape& shape, std::string_view name, const Node* value) {
  if (value->datatype == nullptr || value->datatype->value != xsd::boolean || !well_formed_literal(value->value, xsd::boolean)) {
    fault(shape.node, fmt::format("sh:{}: {} is no xsd:boolean", name, wording_.name(value)));
    return false;
  }
  if (value->value == "1")
    warn(shape.node, fmt::format("sh:{}: {} is not taken for true, which is written \"true\"", name, wording_.name(value)));
  return value->value == "true";
}

bool ShapeReader::is_iri(const ShaclShape& shape, std::string_view name, const Node* value) {
  if (value->kind == Node::Kind::Iri) return true;
  fault(shape.node, fmt::format("sh:{}: {} is no IRI", name, wording_.name(value)));
  return false;
}

std::optional<std::vector<const Node*>> ShapeReader::list(const ShaclShape& shape, std::string_view name, const Node* value) {
  if (cells_left_ == 0) {
    fault(shape.node, fmt::format("sh:{}: the lists of the shapes share their members too often", name));
    return {};
  }
  std::string why;
  auto members = list_members(graph_, value, graph_.size(), why);
  if (!members) fault(shape.node, fmt::format("sh:{}: {}", name, why));
  cells_left_ -= std::min(cells_left_, members ? members->size() : graph_.size());
  return members;
}

void ShapeReader::fault(const Node* shape, std::string text) {
  diagnostics_.error({file_, {}}, "shapes", fmt::format("{}: {}", name_of(shape), text));
}

void ShapeReader::warn(const Node* shape, std::string text) {
  diagnostics_.warning({file_, {}}, "shapes", fmt::format("{}: {}", name_of(shape), text));
}

/// The IRI of a shape; of a blank one the shape around it with an IRI, and its own path.
std::string ShapeReader::name_of(const Node* shape) const {
  if (shape->kind != Node::Kind::Blank) return wording_.name(shape);
  const Node* around = shape;
  for (int steps = 0; around->kind == Node::Kind::Blank && steps < kFarthest; ++steps) {
    const auto mentions = graph_.mentioning(around);
    if (mentions.empty()) break;
    around = mentions.front().subject;
  }
  const Node* path = graph_.object(shape, nodes_.iri(sh::path));
  const std::string own =
      path == nullptr || path->kind != Node::Kind::Iri ? "a blank shape" : "the shape of the path " + wording_.name(path);
  return around->kind == Node::Kind::Iri ? fmt::format("{} in {}", own, wording_.name(around)) : own;
}

}  // namespace musclekg
