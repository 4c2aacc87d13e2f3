// One constraint of a shape, and what it is checked on.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/wording.h"
#include "rdf/graph.h"

namespace musclekg {

class Constraint;

/// The number of a shape among its `Shapes`.
using ShapeNumber = std::uint32_t;

/// What a constraint asks while a graph is validated.
class Inquiry {
 public:
  explicit Inquiry(const Graph& graph) : data(graph) {}
  virtual ~Inquiry() = default;

  /// Whether validating `node` against the shape gives no result (SHACL, section 3.4.2).
  virtual bool conforms(ShapeNumber shape, const Node* node) = 0;

  /// Whether `node` is a SHACL instance of the class: by its rdf:type, or a class below it (section 1.1).
  virtual bool is_instance(const Node* node, const Node* type) = 0;

  const Graph& data;
};

/// What does not satisfy a constraint.
struct Violation {
  const Constraint* constraint = nullptr;
  const Node* value = nullptr;  ///< nullptr: no single value does
  const Node* path = nullptr;   ///< where it is not that of the shape
  const Node* other = nullptr;  ///< what the value was compared with
  std::size_t count = 0;        ///< how many values there are
};

/// Collects violations; or, when it is only asked whether there is one, the first.
class Violations {
 public:
  explicit Violations(bool only_whether) : only_whether_(only_whether) {}

  void add(const Violation& violation) {
    any_ = true;
    if (!only_whether_) found_.push_back(violation);
  }
  bool any() const { return any_; }
  bool enough() const { return only_whether_ && any_; }
  const std::vector<Violation>& found() const { return found_; }

 private:
  bool only_whether_;
  bool any_ = false;
  std::vector<Violation> found_;
};

/// A constraint component of SHACL (section 4) with the values of its parameters.
class Constraint {
 public:
  virtual ~Constraint() = default;

  /// Checks the value nodes `values` of `focus`, none of which stands twice.
  virtual void check(Inquiry& inquiry, const Node* focus, std::span<const Node* const> values, Violations& violations) const = 0;

  /// A sentence of what was found and what was expected; `path`: the path of a property shape, empty for a node shape.
  std::string message(const Violation& violation, const Wording& wording, const std::string& path) const {
    return found(violation, wording, path) + "; " + expected(violation, wording);
  }

  /// sh:…ConstraintComponent.
  const Node* component = nullptr;

  /// The shapes that it asks about.
  std::vector<ShapeNumber> shapes;

 protected:
  virtual std::string found(const Violation& violation, const Wording& wording, const std::string& path) const;
  virtual std::string expected(const Violation& violation, const Wording& wording) const = 0;
};

/// A constraint that looks at each value by itself.
class ValueConstraint : public Constraint {
 public:
  void check(Inquiry& inquiry, const Node* focus, std::span<const Node* const> values, Violations& violations) const final;

 protected:
  virtual bool holds(Inquiry& inquiry, const Node* value) const = 0;
};

}  // namespace musclekg
