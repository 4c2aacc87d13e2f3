// The variables of a query, and those that it may not use.

#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "sparql/expressions.h"

namespace musclekg {

/// A place for every variable of a query, those of its subqueries that they project included.
QueryVariables variables_of(const SparqlQuery& query);

/// The variables that a group binds, in the order of the text, without those of the program's own making: what SELECT * selects.
std::vector<std::string> visible_variables(const QueryGroup& group);

/// What is selected, in order.
std::vector<std::string> selected_variables(const SparqlQuery& query);

/// Reports what the grammar allows and the specification does not, [sparql-scope]: a variable that is bound twice by BIND or AS, or that is
/// selected from groups without being a key; and what the embedded engine does not do, [not-embedded]: SERVICE, and functions that answer
/// differently in each run. Returns whether there is none.
bool check_query(const SparqlQuery& query, std::string_view name, Diagnostics& diagnostics);

}  // namespace musclekg
