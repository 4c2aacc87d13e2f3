// Constraints that ask whether values conform to other shapes, and closed shapes (SHACL, sections 4.6, 4.7 and 4.8.1).

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "check/constraint.h"

namespace musclekg {

/// A shape that another one names.
struct ShapeReference {
  ShapeNumber number;
  const Node* node;
};

/// sh:node and sh:not.
std::unique_ptr<Constraint> node_constraint(ShapeReference shape);
std::unique_ptr<Constraint> not_constraint(ShapeReference shape);

/// sh:and, sh:or and sh:xone: of the list, how many shapes a value conforms to.
enum class Connective : std::uint8_t { And, Or, ExactlyOne };
std::unique_ptr<Constraint> connective_constraint(Connective connective, const std::vector<ShapeReference>& shapes);

/// sh:qualifiedValueShape with sh:qualifiedMinCount (`at_least`) or sh:qualifiedMaxCount; values that conform to one of `siblings` do not
/// count.
std::unique_ptr<Constraint> qualified_constraint(ShapeReference shape, bool at_least, std::uint64_t count,
                                                 std::vector<ShapeNumber> siblings);

/// sh:closed true: the values have no statements but with these predicates. Each other statement is a violation, with its predicate as
/// path.
std::unique_ptr<Constraint> closed_constraint(const std::vector<const Node*>& predicates);

}  // namespace musclekg
