// Constraints that look at all values of a focus node together (SHACL, sections 4.2, 4.4.5, 4.5 and 4.8.2).

#pragma once

#include <cstdint>
#include <memory>

#include "check/constraint.h"

namespace musclekg {

/// sh:minCount and sh:maxCount.
std::unique_ptr<Constraint> min_count_constraint(std::uint64_t count);
std::unique_ptr<Constraint> max_count_constraint(std::uint64_t count);

/// sh:hasValue.
std::unique_ptr<Constraint> has_value_constraint(const Node* value);

/// sh:uniqueLang true: one violation for each language that two values have; case is ignored.
std::unique_ptr<Constraint> unique_lang_constraint();

/// sh:equals and sh:disjoint: the values, compared with those of another property of the focus node.
std::unique_ptr<Constraint> equals_constraint(const Node* predicate);
std::unique_ptr<Constraint> disjoint_constraint(const Node* predicate);

/// sh:lessThan, and sh:lessThanOrEquals: each value and each value of another property. A value that is not less than several of those is
/// one violation.
std::unique_ptr<Constraint> less_than_constraint(const Node* predicate, bool or_equals);

}  // namespace musclekg
