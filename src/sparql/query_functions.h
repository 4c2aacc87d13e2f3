// The built-in functions of SPARQL (SPARQL 1.1, section 17.4), one row each.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rdf/node.h"

namespace musclekg {

class Expressions;

struct QueryFunction {
  /// Operands are never nullptr. Answers nullptr for an error.
  using Call = const Node* (*)(Expressions& expressions, std::span<const Node* const> operands);

  std::string_view name;     ///< in capitals
  std::uint8_t least, most;  ///< operands
  Call call;                 ///< nullptr for the forms that take expressions rather than values: BOUND, COALESCE, IF; and where `changing`
  bool changing = false;     ///< its answer would be another in each run
};

inline constexpr std::uint8_t kAnyNumber = 255;

/// The row of a function, whatever the case of `name`; nullptr when there is none.
const QueryFunction* query_function(std::string_view name);

/// Casts: the functions that are named by the IRI of a datatype (section 17.5), with one operand. nullptr when there is none.
QueryFunction::Call query_cast(std::string_view iri);

/// The rows of functions of text, of terms, and of numbers and times; each sorted by name.
std::span<const QueryFunction> text_functions();
std::span<const QueryFunction> term_functions();
std::span<const QueryFunction> number_functions();

}  // namespace musclekg
