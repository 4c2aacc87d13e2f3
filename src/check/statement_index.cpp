#include "check/statement_index.h"

#include <algorithm>

#include "check/union_view.h"

namespace musclekg {

namespace {

Fingerprint key_of(const Quad& edge) { return fingerprint(edge.subject->hash, edge.predicate->hash, edge.object->hash); }

}  // namespace

StatementIndex::StatementIndex(const Graph& graph, const GraphTerms& terms) : graph_(graph), terms_(terms) {
  each_subject(graph, terms.type, terms.statement, [&](const Node* statement) {
    const Quad edge = edge_of(statement);
    if (edge.subject != nullptr && edge.predicate != nullptr && edge.object != nullptr) statements_.emplace_back(key_of(edge), statement);
  });
  std::sort(statements_.begin(), statements_.end(),
            [](const Row& a, const Row& b) { return a.first != b.first ? a.first < b.first : a.second->ntriples < b.second->ntriples; });
}

Quad StatementIndex::edge_of(const Node* statement) const {
  return {graph_.object(statement, terms_.subject), graph_.object(statement, terms_.predicate), graph_.object(statement, terms_.object)};
}

std::span<const StatementIndex::Row> StatementIndex::rows_of(const Quad& edge) const {
  const Fingerprint key = key_of(edge);
  const auto begin = std::partition_point(statements_.begin(), statements_.end(), [&](const Row& row) { return row.first < key; });
  const auto end = std::partition_point(begin, statements_.end(), [&](const Row& row) { return row.first == key; });
  return {statements_.data() + (begin - statements_.begin()), static_cast<std::size_t>(end - begin)};
}

std::vector<const Node*> StatementIndex::about(const Quad& edge) const {
  std::vector<const Node*> result;
  for (const Row& row : rows_of(edge)) result.push_back(row.second);
  return result;
}

bool StatementIndex::states(const Quad& edge) const { return !rows_of(edge).empty(); }

}  // namespace musclekg
