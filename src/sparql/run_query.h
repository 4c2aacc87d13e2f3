// A query from its data to its answer.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sparql/query_dataset.h"
#include "sparql/solutions.h"

namespace musclekg {

/// The answer of a query. Nodes belong to the dataset's table.
struct QueryAnswer {
  SparqlQuery::Form form = SparqlQuery::Form::Select;
  std::vector<std::string> variables;  ///< of SELECT
  Solutions rows{0};                   ///< of SELECT, as wide as `variables`
  bool truth = false;                  ///< of ASK
  std::vector<Quad> triples;           ///< of CONSTRUCT and DESCRIBE, each once
};

/// Answers a query that check_query has passed. Rows come in the order of ORDER BY; those alike, and all without it, in an order that is
/// the same for the same files. DESCRIBE gives each resource's concise bounded description: what has it as subject, and so on through blank
/// nodes. `now`: seconds since 1970.
QueryAnswer run_query(const SparqlQuery& query, QueryDataset& dataset, std::int64_t now);

}  // namespace musclekg
