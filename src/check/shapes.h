// Shapes of SHACL, read out of a graph and ready to be checked.

#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "check/constraint.h"
#include "check/finding.h"
#include "check/path.h"
#include "rdf/graph.h"

namespace musclekg {

/// A node shape, or, with a path, a property shape (SHACL, section 2).
struct ShaclShape {
  const Node* node = nullptr;
  std::optional<PropertyPath> path;
  const Node* path_node = nullptr;  ///< the value of sh:path
  bool deactivated = false;         ///< sh:deactivated, or so faulty that it cannot be checked
  Level level = Level::Error;       ///< of a severity that is none of SHACL's: Error
  std::string rule;                 ///< the last part of its IRI; empty for a blank node
  std::string message;              ///< sh:message, in English where there are several; empty: there is none
  std::vector<const Node*> target_nodes, target_classes, target_subjects_of, target_objects_of;
  std::vector<std::unique_ptr<Constraint>> constraints;
  std::vector<ShapeNumber> properties;  ///< sh:property
  bool met_once = false;                ///< no focus node is validated against it twice, whatever the data

  bool has_targets() const {
    return !target_nodes.empty() || !target_classes.empty() || !target_subjects_of.empty() || !target_objects_of.empty();
  }
};

/// The shapes of a graph. Nodes belong to the NodeTable of that graph.
class Shapes {
 public:
  /// How many shapes may stand in one another.
  static constexpr std::size_t kDeepest = 64;

  /// Reads all shapes in `graph`, by all of SHACL Core. What makes shapes ill-formed (an unknown form of path, a list that does not end,
  /// sh:minCount that is no integer, a shape that refers to itself) is reported as an error [shapes] with the name of the shape, and is
  /// then left out: after an error a validation would say less than the shapes ask. What is not of SHACL Core is reported as a warning
  /// [shapes]. `file` is named in messages.
  Shapes(const Graph& graph, NodeTable& nodes, std::string_view file, Diagnostics& diagnostics);

  const std::deque<ShaclShape>& all() const { return shapes_; }
  const ShaclShape& operator[](ShapeNumber number) const { return shapes_[number]; }

  /// rdf:type and rdfs:subClassOf, in the table of the shapes.
  const Node* type() const { return type_; }
  const Node* subclass_of() const { return subclass_of_; }

 private:
  std::deque<ShaclShape> shapes_;
  const Node *type_, *subclass_of_;
};

}  // namespace musclekg
