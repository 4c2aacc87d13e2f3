#include "check/shacl.h"

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/instances.h"
#include "check/union_view.h"

namespace musclekg {

namespace {

/// A result, before its message is made.
struct Result {
  const Node* focus;
  ShapeNumber shape;
  ShapeNumber named;  ///< the nearest shape with an IRI
  Violation violation;
};

/// A shape and a node as one number.
std::uint64_t key(ShapeNumber shape, const Node* node) {
  return std::uint64_t{shape} << 33 | std::uint64_t{node->number} << 1 | (node->scoped ? 1U : 0U);
}

struct KeyHash {
  std::size_t operator()(std::uint64_t key) const {
    key *= 0x9E3779B97F4A7C15u;
    return key ^ key >> 32;
  }
};

class Validation : public Inquiry {
 public:
  Validation(const Shapes& shapes, const Graph& graph)
      : Inquiry(graph), shapes_(shapes), instances_(graph, shapes.type(), shapes.subclass_of()) {}

  std::vector<Result> run() {
    for (ShapeNumber shape = 0; shape < shapes_.all().size(); ++shape)
      if (!shapes_[shape].deactivated && shapes_[shape].has_targets())
        for (const Node* focus : focus_nodes(shapes_[shape])) validate(shape, shape, focus);
    return std::move(results_);
  }

  bool conforms(ShapeNumber number, const Node* node) override {
    const ShaclShape& shape = shapes_[number];
    if (shape.deactivated) return true;
    if (shape.met_once) return decide(shape, node);
    const std::uint64_t place = key(number, node);
    if (const auto known = decided_.find(place); known != decided_.end()) return known->second;
    const bool result = decide(shape, node);
    decided_.emplace(place, result);
    return result;
  }

  bool is_instance(const Node* node, const Node* type) override { return instances_.is(node, type); }

 private:
  /// The targets of a shape (section 2.1.3), each once.
  std::vector<const Node*> focus_nodes(const ShaclShape& shape) {
    std::vector<const Node*> nodes = shape.target_nodes;
    const auto add = [&](const Node* node) { nodes.push_back(node); };
    for (const Node* type : shape.target_classes) instances_.each(type, add);
    for (const Node* predicate : shape.target_subjects_of)
      for (const Quad& quad : data.with(predicate)) add(quad.subject);
    for (const Node* predicate : shape.target_objects_of)
      for (const Quad& quad : data.with(predicate)) add(quad.object);
    const auto number = [](const Node* node) { return std::pair(node->number, node->scoped); };
    std::sort(nodes.begin(), nodes.end(), [&](const Node* a, const Node* b) { return number(a) < number(b); });
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  std::vector<const Node*> values_of(const ShaclShape& shape, const Node* focus) const {
    std::vector<const Node*> values;
    if (shape.path)
      shape.path->values(data, focus, values);
    else
      values.push_back(focus);
    return values;
  }

  /// Validates a focus node and keeps the results; `named` is the nearest shape around with an IRI.
  void validate(ShapeNumber number, ShapeNumber named, const Node* focus) {
    const ShaclShape& shape = shapes_[number];
    if (shape.deactivated) return;
    if (!shape.met_once && !validated_.insert(key(number, focus)).second) return;
    if (!shape.rule.empty()) named = number;
    const std::vector<const Node*> values = values_of(shape, focus);
    Violations violations(false);
    for (const auto& constraint : shape.constraints) constraint->check(*this, focus, values, violations);
    for (const Violation& violation : violations.found()) results_.push_back({focus, number, named, violation});
    for (const ShapeNumber property : shape.properties)
      for (const Node* value : values) validate(property, named, value);
  }

  bool decide(const ShaclShape& shape, const Node* focus) {
    const std::vector<const Node*> values = values_of(shape, focus);
    Violations violations(true);
    for (const auto& constraint : shape.constraints) {
      constraint->check(*this, focus, values, violations);
      if (violations.any()) return false;
    }
    return std::all_of(shape.properties.begin(), shape.properties.end(), [&](ShapeNumber property) {
      return std::all_of(values.begin(), values.end(), [&](const Node* value) { return conforms(property, value); });
    });
  }

  const Shapes& shapes_;
  Instances instances_;
  std::vector<Result> results_;
  tsl::robin_set<std::uint64_t, KeyHash> validated_;
  tsl::robin_map<std::uint64_t, bool, KeyHash> decided_;
};

std::string_view form(const Node* node) { return node == nullptr ? std::string_view() : node->ntriples; }

const Node* path_of(const ShaclShape& shape, const Violation& violation) {
  return violation.path != nullptr ? violation.path : shape.path_node;
}

bool before(const Shapes& shapes, const Result& a, const Result& b) {
  const auto later = [](const Node* one, const Node* other) { return one == other ? 0 : form(one).compare(form(other)); };
  if (const int order = later(a.focus, b.focus); order != 0) return order < 0;
  const ShaclShape &first = shapes[a.shape], &second = shapes[b.shape];
  if (const int order = later(first.node, second.node); order != 0) return order < 0;
  if (const int order = later(path_of(first, a.violation), path_of(second, b.violation)); order != 0) return order < 0;
  if (const int order = later(a.violation.constraint->component, b.violation.constraint->component); order != 0) return order < 0;
  if (const int order = later(a.violation.value, b.violation.value); order != 0) return order < 0;
  return later(a.violation.other, b.violation.other) < 0;
}

}  // namespace

void validate(const Shapes& shapes, const Graph& data, const Prefixes* prefixes, const std::function<void(Finding&&)>& take) {
  std::vector<Result> results = Validation(shapes, data).run();
  std::stable_sort(results.begin(), results.end(), [&](const Result& a, const Result& b) { return before(shapes, a, b); });
  const Wording wording(prefixes);
  for (const Result& result : results) {
    const ShaclShape& shape = shapes[result.shape];
    const Violation& violation = result.violation;
    Finding finding;
    finding.level = shape.level;
    finding.rule = shapes[result.named].rule.empty() ? "shape" : shapes[result.named].rule;
    finding.focus = result.focus;
    finding.path = path_of(shape, violation);
    finding.value = violation.value;
    finding.shape = shape.node;
    finding.component = violation.constraint->component;
    finding.message = !shape.message.empty()
                          ? shape.message
                          : violation.constraint->message(violation, wording, shape.path ? shape.path->text(wording) : std::string());
    take(std::move(finding));
  }
}

}  // namespace musclekg
