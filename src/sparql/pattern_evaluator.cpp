#include "sparql/pattern_evaluator.h"

#include <algorithm>

#include "sparql/join_order.h"
#include "sparql/path_search.h"

namespace musclekg {

namespace {

bool is_join(QueryElement::Kind kind) {
  switch (kind) {
    case QueryElement::Kind::Triple:
    case QueryElement::Kind::Path:
    case QueryElement::Kind::Group:
    case QueryElement::Kind::Union:
    case QueryElement::Kind::Graph:
    case QueryElement::Kind::Values:
    case QueryElement::Kind::Subquery:
      return true;
    default:
      return false;
  }
}

}  // namespace

PatternEvaluator::PatternEvaluator(QueryDataset& dataset, const QueryVariables& variables, std::int64_t now, Subquery subquery)
    : dataset_(dataset),
      variables_(variables),
      subquery_(std::move(subquery)),
      expressions_(
          dataset.nodes(), variables,
          [this](const QueryGroup& group, Expressions::Row row) {
            Solutions one(row.size());
            one.add(row);
            ++within_exists_;
            const bool found = !extend(group, std::move(one), *filtered_).empty();
            --within_exists_;
            return found;
          },
          now),
      filtered_(&dataset.default_graph()) {}

Solutions PatternEvaluator::evaluate(const QueryGroup& group, const Graph& graph) {
  filtered_ = &graph;
  return extend(group, Solutions::unit(variables_.size()), graph);
}

Solutions PatternEvaluator::extend(const QueryGroup& group, Solutions input, const Graph& graph) {
  Solutions current = std::move(input);
  std::vector<const QueryExpression*> filters;
  for (const QueryElement& element : group.elements)
    if (element.kind == QueryElement::Kind::Filter) filters.push_back(&element.expression);

  // A filter may be asked as soon as what it speaks of cannot change any more.
  const auto filter_early = [&] {
    if (filters.empty() || current.empty()) return;
    const std::vector<bool> certain = current.certain();
    std::erase_if(filters, [&](const QueryExpression* expression) {
      std::vector<std::string_view> names;
      bool exists = false;
      variables_of(*expression, names, exists);
      if (exists || !std::all_of(names.begin(), names.end(), [&](std::string_view name) { return certain[variables_.find(name)->second]; }))
        return false;
      current = filter(*expression, std::move(current), graph);
      return true;
    });
  };

  for (std::size_t i = 0; i < group.elements.size();) {
    std::vector<const QueryElement*> left;
    for (; i < group.elements.size() && (is_join(group.elements[i].kind) || group.elements[i].kind == QueryElement::Kind::Filter); ++i)
      if (group.elements[i].kind != QueryElement::Kind::Filter) left.push_back(&group.elements[i]);
    while (!left.empty() && !current.empty()) {
      const std::size_t best = JoinOrder(dataset_, variables_, graph, current.certain()).next(left);
      current = join_next(*left[best], current, graph);
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
      filter_early();
    }
    if (i == group.elements.size() || current.empty()) break;
    const QueryElement& element = group.elements[i++];
    switch (element.kind) {
      case QueryElement::Kind::Optional:
        current = optional(element, current, graph);
        break;
      case QueryElement::Kind::Minus:
        current = minus(current, extend(element.groups.front(), Solutions::unit(variables_.size()), graph));
        break;
      default:
        current = bind(element, current);
    }
  }
  for (const QueryExpression* const expression : filters) current = filter(*expression, std::move(current), graph);
  return current;
}

const Node* PatternEvaluator::bound(const QueryTerm& term, std::span<const Node* const> row) {
  return term.is_variable() ? row[place(term)] : dataset_.node(term);
}

Solutions PatternEvaluator::join_next(const QueryElement& element, const Solutions& input, const Graph& graph) {
  switch (element.kind) {
    case QueryElement::Kind::Triple:
      return join_triple(element.triple, input, graph);
    case QueryElement::Kind::Path:
      return join_path(element, input, graph);
    case QueryElement::Kind::Group:
      return join_group(element.groups.front(), input, graph);
    case QueryElement::Kind::Union: {
      Solutions result(input.width());
      for (const QueryGroup& group : element.groups) result.add(join_group(group, input, graph));
      return result;
    }
    case QueryElement::Kind::Graph:
      return join_graph(element, input);
    case QueryElement::Kind::Values:
      return join(input, values(element));
    default:
      return join(input, subquery_(*element.subquery, graph));
  }
}

Solutions PatternEvaluator::join_triple(const QueryTriple& triple, const Solutions& input, const Graph& graph) {
  Solutions result(input.width());
  std::vector<const Node*> extended;
  for (std::size_t i = 0; i < input.size(); ++i) {
    const auto row = input[i];
    const Node* const subject = bound(triple.subject, row);
    const Node* const predicate = bound(triple.predicate, row);
    const Node* const object = bound(triple.object, row);
    for (const Quad& quad : graph.matching(subject, predicate, object)) {
      extended.assign(row.begin(), row.end());
      bool fits = true;  // a variable may stand twice
      const auto take = [&](const QueryTerm& term, const Node* value) {
        if (!term.is_variable()) return;
        const Node*& old = extended[place(term)];
        fits = fits && (old == nullptr || old == value);
        old = value;
      };
      take(triple.subject, quad.subject);
      take(triple.predicate, quad.predicate);
      take(triple.object, quad.object);
      if (fits) result.add(extended);
    }
  }
  return result;
}

Solutions PatternEvaluator::join_path(const QueryElement& element, const Solutions& input, const Graph& graph) {
  const QueryTriple& triple = element.triple;
  PathSearch search(element.path, graph, dataset_.nodes());
  Solutions result(input.width());
  std::vector<const Node*> extended;
  for (std::size_t i = 0; i < input.size(); ++i) {
    const auto row = input[i];
    const Node* const subject = bound(triple.subject, row);
    const Node* const object = bound(triple.object, row);
    const auto take = [&](const Node* from, const Node* to) {
      extended.assign(row.begin(), row.end());
      if (triple.subject.is_variable()) extended[place(triple.subject)] = from;
      if (triple.object.is_variable()) {
        const Node*& value = extended[place(triple.object)];
        if (value != nullptr && value != to) return;
        value = to;
      }
      result.add(extended);
    };
    if (subject != nullptr) {
      for (const Node* const end : search.ends(subject))
        if (object == nullptr || object == end) take(subject, end);
    } else if (object != nullptr) {
      for (const Node* const begin : search.beginnings(object)) take(begin, object);
    } else {
      for (const Node* const begin : search.everywhere())
        for (const Node* const end : search.ends(begin)) take(begin, end);
    }
  }
  return result;
}

Solutions PatternEvaluator::join_group(const QueryGroup& group, const Solutions& input, const Graph& graph) {
  if (within_exists_ > 0 || is_substitutable(group)) return extend(group, input, graph);
  return join(input, extend(group, Solutions::unit(input.width()), graph));
}

Solutions PatternEvaluator::join_graph(const QueryElement& element, const Solutions& input) {
  const QueryGroup& group = element.groups.front();
  Solutions result(input.width());
  const auto look = [&](const Node* name, const Graph& graph) {
    Solutions rows(input.width());
    for (std::size_t i = 0; i < input.size(); ++i) {
      std::vector<const Node*> row(input[i].begin(), input[i].end());
      if (element.term.is_variable()) {
        const Node*& value = row[place(element.term)];
        if (value != nullptr && value != name) continue;
        value = name;
      }
      rows.add(row);
    }
    const Graph* const outer = std::exchange(filtered_, &graph);
    if (within_exists_ > 0 || is_substitutable(group)) {
      result.add(extend(group, std::move(rows), graph));
    } else {
      result.add(join(rows, extend(group, Solutions::unit(input.width()), graph)));
    }
    filtered_ = outer;
  };
  if (!element.term.is_variable()) {
    const Node* const name = dataset_.node(element.term);
    if (const Graph* const graph = dataset_.named(name)) look(name, *graph);
    return result;
  }
  for (const auto& [form, named] : dataset_.named_graphs()) look(named.first, named.second);
  return result;
}

Solutions PatternEvaluator::values(const QueryElement& element) {
  Solutions result(variables_.size());
  for (const auto& terms : element.rows) {
    std::vector<const Node*> row(variables_.size());
    for (std::size_t i = 0; i < terms.size(); ++i) row[place(element.variables[i])] = dataset_.node(terms[i]);
    result.add(row);
  }
  return result;
}

Solutions PatternEvaluator::optional(const QueryElement& element, const Solutions& input, const Graph& graph) {
  QueryGroup inner;  // without the filters, which see both sides
  std::vector<const QueryExpression*> filters;
  for (const QueryElement& part : element.groups.front().elements) {
    if (part.kind == QueryElement::Kind::Filter) {
      filters.push_back(&part.expression);
    } else {
      inner.elements.push_back(part);
    }
  }
  const Graph* const outer = std::exchange(filtered_, &graph);
  const SolutionTest test = [&](std::span<const Node* const> row) {
    return std::all_of(filters.begin(), filters.end(),
                       [&](const QueryExpression* filter) { return expressions_.truth(*filter, row) == true; });
  };
  Solutions result(input.width());
  if (within_exists_ > 0 || is_substitutable(inner)) {
    for (std::size_t i = 0; i < input.size(); ++i) {
      Solutions one(input.width());
      one.add(input[i]);
      const Solutions found = extend(inner, std::move(one), graph);
      bool alone = true;
      for (std::size_t row = 0; row < found.size(); ++row) {
        if (!test(found[row])) continue;
        result.add(found[row]);
        alone = false;
      }
      if (alone) result.add(input[i]);
    }
  } else {
    result = left_join(input, extend(inner, Solutions::unit(input.width()), graph), test);
  }
  filtered_ = outer;
  return result;
}

Solutions PatternEvaluator::bind(const QueryElement& element, const Solutions& input) {
  Solutions result(input.width());
  std::vector<const Node*> row;
  for (std::size_t i = 0; i < input.size(); ++i) {
    row.assign(input[i].begin(), input[i].end());
    row[place(element.term)] = expressions_.value(element.expression, input[i]);
    result.add(row);
  }
  return result;
}

Solutions PatternEvaluator::filter(const QueryExpression& expression, Solutions input, const Graph& graph) {
  const Graph* const outer = std::exchange(filtered_, &graph);
  Solutions result(input.width());
  for (std::size_t i = 0; i < input.size(); ++i)
    if (expressions_.truth(expression, input[i]) == true) result.add(input[i]);
  filtered_ = outer;
  return result;
}

}  // namespace musclekg
