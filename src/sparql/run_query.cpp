#include "sparql/run_query.h"

#include <fmt/format.h>
#include <tsl/robin_set.h>

#include <algorithm>

#include "sparql/query_variables.h"
#include "sparql/select.h"

namespace musclekg {

namespace {

/// Takes triples, each once, in the order in which they come.
class TripleTaker {
 public:
  explicit TripleTaker(std::vector<Quad>& triples) : triples_(triples) {}

  void take(const Node* subject, const Node* predicate, const Node* object) {
    const Node* const parts[3] = {subject, predicate, object};
    if (seen_.insert(std::string(reinterpret_cast<const char*>(parts), sizeof parts)).second)
      triples_.push_back({subject, predicate, object});
  }

 private:
  std::vector<Quad>& triples_;
  tsl::robin_set<std::string> seen_;
};

std::vector<std::string> names_in(const std::vector<QueryTriple>& triples) {
  std::vector<std::string> result;
  for (const QueryTriple& triple : triples)
    for (const QueryTerm* const term : {&triple.subject, &triple.predicate, &triple.object})
      if (term->is_variable() && std::find(result.begin(), result.end(), term->value) == result.end()) result.push_back(term->value);
  return result;
}

/// A template for each row; its blank nodes are new in each. What would be no triple is left out (SPARQL 1.1, section 16.2).
void construct(const SparqlQuery& query, QueryDataset& dataset, std::int64_t now, QueryAnswer& answer) {
  const std::vector<std::string> names = names_in(query.construct);
  const SelectedRows found = select_rows(query, names, dataset, dataset.default_graph(), now);
  TripleTaker taker(answer.triples);
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    const auto term_of = [&](QueryTerm term) -> const Node* {
      if (term.is_variable())
        return found.rows[i][static_cast<std::size_t>(std::find(names.begin(), names.end(), term.value) - names.begin())];
      if (term.kind == QueryTerm::Kind::Blank) term.value = fmt::format("row{}-{}", i + 1, term.value);
      return dataset.node(term);
    };
    for (const QueryTriple& triple : query.construct) {
      const Node* const subject = term_of(triple.subject);
      const Node* const predicate = term_of(triple.predicate);
      const Node* const object = term_of(triple.object);
      if (subject == nullptr || predicate == nullptr || object == nullptr || subject->kind == Node::Kind::Literal ||
          predicate->kind != Node::Kind::Iri)
        continue;
      taker.take(subject, predicate, object);
    }
  }
}

void describe(const SparqlQuery& query, QueryDataset& dataset, std::int64_t now, QueryAnswer& answer) {
  std::vector<std::string> names = query.all ? visible_variables(query.where) : std::vector<std::string>{};
  std::vector<const Node*> waiting;
  for (const QueryTerm& term : query.described) {
    if (term.is_variable()) {
      names.push_back(term.value);
    } else {
      waiting.push_back(dataset.node(term));
    }
  }
  if (!names.empty()) {
    const SelectedRows found = select_rows(query, names, dataset, dataset.default_graph(), now);
    for (std::size_t i = 0; i < found.rows.size(); ++i)
      for (const Node* const node : found.rows[i])
        if (node != nullptr) waiting.push_back(node);
  }
  TripleTaker taker(answer.triples);
  tsl::robin_set<const Node*> described;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (!described.insert(waiting[i]).second) continue;
    for (const Quad& quad : dataset.default_graph().about(waiting[i])) {
      taker.take(quad.subject, quad.predicate, quad.object);
      if (quad.object->kind == Node::Kind::Blank) waiting.push_back(quad.object);
    }
  }
}

}  // namespace

QueryAnswer run_query(const SparqlQuery& query, QueryDataset& dataset, std::int64_t now) {
  QueryAnswer answer;
  answer.form = query.form;
  switch (query.form) {
    case SparqlQuery::Form::Select: {
      SelectedRows found = select_rows(query, selected_variables(query), dataset, dataset.default_graph(), now);
      answer.variables = std::move(found.variables);
      answer.rows = std::move(found.rows);
      break;
    }
    case SparqlQuery::Form::Ask:
      answer.truth = !select_rows(query, {}, dataset, dataset.default_graph(), now).rows.empty();
      break;
    case SparqlQuery::Form::Construct:
      construct(query, dataset, now, answer);
      break;
    case SparqlQuery::Form::Describe:
      describe(query, dataset, now, answer);
      break;
  }
  return answer;
}

}  // namespace musclekg
