// SELECT: from the solutions of the pattern to the rows that were asked for (SPARQL 1.1, section 18.2.4 and 18.2.5).

#pragma once

#include <string>
#include <vector>

#include "sparql/pattern_evaluator.h"

namespace musclekg {

struct SelectedRows {
  std::vector<std::string> variables;
  Solutions rows{0};
};

/// Groups, aggregates, selects, orders, takes away doubles, and cuts out the part that was asked for. `columns` in place of the query's
/// own: the variables that the other forms need. `graph`: the one of the dataset that is asked outside of GRAPH.
SelectedRows select_rows(const SparqlQuery& query, const std::vector<std::string>& columns, QueryDataset& dataset, const Graph& graph,
                         std::int64_t now);

}  // namespace musclekg
