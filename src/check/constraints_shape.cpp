#include "check/constraints_shape.h"

#include <fmt/format.h>
#include <tsl/robin_set.h>

#include <algorithm>
#include <string>
#include <utility>

#include "check/union_view.h"

namespace musclekg {

namespace {

/// "the shape x:Anchor", or "the nested shape" of one that has no name.
std::string shape_name(const Node* shape, const Wording& wording) {
  return shape->kind == Node::Kind::Iri ? "the shape " + wording.name(shape) : "the nested shape";
}

class NodeConstraint : public ValueConstraint {
 public:
  NodeConstraint(ShapeReference shape, bool negated) : shape_(shape), negated_(negated) { shapes = {shape.number}; }

 private:
  bool holds(Inquiry& inquiry, const Node* value) const override { return inquiry.conforms(shape_.number, value) != negated_; }
  std::string expected(const Violation&, const Wording& wording) const override {
    return fmt::format("what {} to {} is expected", negated_ ? "does not conform" : "conforms", shape_name(shape_.node, wording));
  }

  ShapeReference shape_;
  bool negated_;
};

class ConnectiveConstraint : public ValueConstraint {
 public:
  ConnectiveConstraint(Connective connective, const std::vector<ShapeReference>& references) : connective_(connective) {
    for (const ShapeReference& reference : references) shapes.push_back(reference.number);
  }

 private:
  bool holds(Inquiry& inquiry, const Node* value) const override {
    const auto conforms = [&](ShapeNumber shape) { return inquiry.conforms(shape, value); };
    switch (connective_) {
      case Connective::And:
        return std::all_of(shapes.begin(), shapes.end(), conforms);
      case Connective::Or:
        return std::any_of(shapes.begin(), shapes.end(), conforms);
      case Connective::ExactlyOne:
        return std::count_if(shapes.begin(), shapes.end(), conforms) == 1;
    }
    return false;
  }
  std::string expected(const Violation&, const Wording&) const override {
    const std::string_view how_many = connective_ == Connective::And ? "all" : connective_ == Connective::Or ? "at least 1" : "exactly 1";
    return fmt::format("what conforms to {} of {} is expected", how_many, counted(shapes.size(), "shape"));
  }

  Connective connective_;
};

class QualifiedConstraint : public Constraint {
 public:
  QualifiedConstraint(ShapeReference shape, bool at_least, std::uint64_t count, std::vector<ShapeNumber> siblings)
      : shape_(shape), at_least_(at_least), count_(count), siblings_(std::move(siblings)) {
    shapes = siblings_;
    shapes.push_back(shape.number);
  }

  void check(Inquiry& inquiry, const Node*, std::span<const Node* const> values, Violations& violations) const override {
    const auto counts = [&](const Node* value) {
      return inquiry.conforms(shape_.number, value) &&
             std::none_of(siblings_.begin(), siblings_.end(), [&](ShapeNumber sibling) { return inquiry.conforms(sibling, value); });
    };
    const auto count = static_cast<std::size_t>(std::count_if(values.begin(), values.end(), counts));
    if (at_least_ ? count < count_ : count > count_) violations.add({this, nullptr, nullptr, nullptr, count});
  }

 private:
  std::string found(const Violation& violation, const Wording& wording, const std::string& path) const override {
    return fmt::format("has {} of {} that conform{} to {}{}", counted(violation.count, "value"), path.empty() ? "itself" : path,
                       violation.count == 1 ? "s" : "", shape_name(shape_.node, wording),
                       siblings_.empty() ? "" : " and to none beside it");
  }
  std::string expected(const Violation&, const Wording&) const override {
    return fmt::format("at {} {} {} expected", at_least_ ? "least" : "most", count_, count_ == 1 ? "is" : "are");
  }

  ShapeReference shape_;
  bool at_least_;
  std::uint64_t count_;
  std::vector<ShapeNumber> siblings_;
};

class ClosedConstraint : public Constraint {
 public:
  explicit ClosedConstraint(const std::vector<const Node*>& predicates) : predicates_(predicates.begin(), predicates.end()) {}

  void check(Inquiry& inquiry, const Node*, std::span<const Node* const> values, Violations& violations) const override {
    for (const Node* value : values)
      each_statement(inquiry.data, value, [&](const Quad& quad) {
        if (!violations.enough() && !predicates_.contains(quad.predicate)) violations.add({this, quad.object, quad.predicate});
      });
  }

 private:
  std::string found(const Violation& violation, const Wording& wording, const std::string& path) const override {
    return fmt::format("has{} the value {} of {}", path.empty() ? "" : ", by " + path + ",", wording.name(violation.value),
                       wording.name(violation.path));
  }
  std::string expected(const Violation&, const Wording&) const override {
    return fmt::format("none but the {} of the closed shape {} expected", predicates_.size() == 1 ? "predicate" : "predicates",
                       predicates_.size() == 1 ? "is" : "are");
  }

  tsl::robin_set<const Node*> predicates_;
};

}  // namespace

std::unique_ptr<Constraint> node_constraint(ShapeReference shape) { return std::make_unique<NodeConstraint>(shape, false); }

std::unique_ptr<Constraint> not_constraint(ShapeReference shape) { return std::make_unique<NodeConstraint>(shape, true); }

std::unique_ptr<Constraint> connective_constraint(Connective connective, const std::vector<ShapeReference>& shapes) {
  return std::make_unique<ConnectiveConstraint>(connective, shapes);
}

std::unique_ptr<Constraint> qualified_constraint(ShapeReference shape, bool at_least, std::uint64_t count,
                                                 std::vector<ShapeNumber> siblings) {
  return std::make_unique<QualifiedConstraint>(shape, at_least, count, std::move(siblings));
}

std::unique_ptr<Constraint> closed_constraint(const std::vector<const Node*>& predicates) {
  return std::make_unique<ClosedConstraint>(predicates);
}

}  // namespace musclekg
