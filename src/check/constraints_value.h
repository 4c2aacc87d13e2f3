// Constraints that look at the type, the form or the text of each value (SHACL, sections 4.1, 4.3, 4.4 and 4.8).

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "check/constraint.h"

namespace musclekg {

/// sh:class.
std::unique_ptr<Constraint> class_constraint(const Node* type);

/// sh:datatype: a literal of this datatype that is well-formed.
std::unique_ptr<Constraint> datatype_constraint(const Node* datatype);

/// sh:nodeKind, by its local name ("BlankNodeOrIRI"); nullptr when it is none of the six.
std::unique_ptr<Constraint> node_kind_constraint(std::string_view name);

enum class Bound : std::uint8_t { MinExclusive, MinInclusive, MaxExclusive, MaxInclusive };

/// sh:minExclusive and its three sisters.
std::unique_ptr<Constraint> range_constraint(Bound bound, const Node* limit);

/// sh:minLength, in characters of the text of a literal or an IRI.
std::unique_ptr<Constraint> min_length_constraint(std::uint64_t length);
std::unique_ptr<Constraint> max_length_constraint(std::uint64_t length);

/// sh:pattern; `source` and `flags` as they were written, for messages.
std::unique_ptr<Constraint> pattern_constraint(Pattern pattern, std::string source, std::string flags);

/// sh:languageIn: `ranges` are basic language ranges (RFC 4647, section 3.3.1).
std::unique_ptr<Constraint> language_constraint(std::vector<std::string> ranges);

/// sh:in.
std::unique_ptr<Constraint> in_constraint(std::vector<const Node*> members);

}  // namespace musclekg
