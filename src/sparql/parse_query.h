// From the text of a query to its data.

#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "rdf/prefixes.h"
#include "sparql/query.h"

namespace musclekg {

/// Variables of the program's own making begin so; a query may not name any.
inline constexpr std::string_view kHiddenVariable = "musclekg_";

/// Reads a query of SPARQL 1.1 (section 19.8). `name` is what findings call it. A prefix that the query does not declare is looked up in
/// `known`. The first fault of syntax is reported, [sparql-syntax]; each undeclared prefix, [sparql-prefix]; the answer is then empty.
///
/// Written out on the way: paths of a fixed length, as the specification's section 18.2.2.4 translates them ("/" as triples, "^" turned
/// round, "|" as a union); blank nodes, brackets and lists in patterns, as variables that begin with kHiddenVariable.
std::optional<SparqlQuery> parse_query(std::string_view text, std::string_view name, const Prefixes& known, Diagnostics& diagnostics);

/// `text` with a declaration before it for each prefix that it uses and does not declare, where `known` has it: for servers. What is no
/// SPARQL stays as it is.
std::string with_known_prefixes(std::string_view text, const Prefixes& known);

}  // namespace musclekg
