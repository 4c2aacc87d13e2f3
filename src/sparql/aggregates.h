// Aggregates over groups of solutions (SPARQL 1.1, section 18.5.1), and the order of solutions (section 15.1).

#pragma once

#include <vector>

#include "sparql/expressions.h"
#include "sparql/query.h"

namespace musclekg {

/// The value of an aggregate over the rows of a group; nullptr for an error. Operands that are errors are left out by COUNT, MIN, MAX,
/// SAMPLE and GROUP_CONCAT, and make SUM and AVG errors. SAMPLE is the first value.
const Node* aggregate_value(const QueryExpression& aggregate, const std::vector<Expressions::Row>& rows, Expressions& expressions);

/// Where a term stands in an order that is total: unbound, blank nodes, IRIs, literals; of these numbers by value, text with and without
/// language by code point, booleans, dates and times, all others by their N-Triples form. Less than zero: `a` is first; zero: neither is.
int compare_terms(const Node* a, const Node* b);

}  // namespace musclekg
