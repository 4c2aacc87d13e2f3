#include "sparql/join_order.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace musclekg {

namespace {

/// Adds the variables that a substitutable group binds in all its solutions.
void always_bound(const QueryGroup& group, std::set<std::string_view>& variables) {
  const auto add = [&variables](const QueryTerm& term) {
    if (term.is_variable()) variables.insert(term.value);
  };
  for (const QueryElement& element : group.elements) {
    if (element.kind == QueryElement::Kind::Triple || element.kind == QueryElement::Kind::Path)
      for (const QueryTerm* const term : {&element.triple.subject, &element.triple.predicate, &element.triple.object}) add(*term);
    if (element.kind == QueryElement::Kind::Group || element.kind == QueryElement::Kind::Graph) {
      always_bound(element.groups.front(), variables);
      add(element.term);
    } else if (element.kind == QueryElement::Kind::Union) {
      std::set<std::string_view> common;
      always_bound(element.groups.front(), common);
      for (std::size_t i = 1; i < element.groups.size(); ++i) {
        std::set<std::string_view> others;
        always_bound(element.groups[i], others);
        std::erase_if(common, [&others](std::string_view name) { return !others.contains(name); });
      }
      variables.insert(common.begin(), common.end());
    }
  }
}

}  // namespace

void variables_of(const QueryExpression& expression, std::vector<std::string_view>& variables, bool& exists) {
  if (expression.term.is_variable()) variables.push_back(expression.term.value);
  exists = exists || expression.kind == QueryExpression::Kind::Exists;
  for (const QueryExpression& operand : expression.operands) variables_of(operand, variables, exists);
}

bool is_substitutable(const QueryGroup& group) {
  std::set<std::string_view> certain;
  always_bound(group, certain);
  return std::all_of(group.elements.begin(), group.elements.end(), [&certain](const QueryElement& element) {
    switch (element.kind) {
      case QueryElement::Kind::Triple:
      case QueryElement::Kind::Path:
        return true;
      case QueryElement::Kind::Filter: {
        std::vector<std::string_view> variables;
        bool exists = false;
        variables_of(element.expression, variables, exists);
        return !exists && std::all_of(variables.begin(), variables.end(), [&](std::string_view name) { return certain.contains(name); });
      }
      case QueryElement::Kind::Group:
      case QueryElement::Kind::Union:
      case QueryElement::Kind::Graph:
        return std::all_of(element.groups.begin(), element.groups.end(), is_substitutable);
      default:
        return false;
    }
  });
}

bool JoinOrder::is_bound(const QueryTerm& term) const {
  if (!term.is_variable()) return false;
  const auto place = variables_.find(term.value);
  return place != variables_.end() && bound_[place->second];
}

JoinOrder::Estimate JoinOrder::estimate(const QueryTriple& triple) const {
  Estimate result{0, false};
  result.matches = static_cast<double>(
      graph_.matching(dataset_.node(triple.subject), dataset_.node(triple.predicate), dataset_.node(triple.object)).size());
  for (const QueryTerm* const term : {&triple.subject, &triple.predicate, &triple.object})
    if (is_bound(*term)) {
      result.matches = std::sqrt(result.matches);
      result.near = true;
    }
  return result;
}

JoinOrder::Estimate JoinOrder::estimate(const QueryGroup& group) const {
  Estimate result{static_cast<double>(graph_.size()), false};
  for (const QueryElement& element : group.elements) {
    if (element.kind == QueryElement::Kind::Filter) continue;
    const Estimate part = estimate(element);
    result.matches = std::min(result.matches, part.matches);
    result.near = result.near || part.near;
  }
  return result;
}

JoinOrder::Estimate JoinOrder::estimate(const QueryElement& element) const {
  switch (element.kind) {
    case QueryElement::Kind::Triple:
      return estimate(element.triple);
    case QueryElement::Kind::Path: {
      const QueryTriple& ends = element.triple;
      const bool near = is_bound(ends.subject) || is_bound(ends.object);
      const bool fixed = !ends.subject.is_variable() || !ends.object.is_variable();
      return {near || fixed ? 16.0 : 16.0 * static_cast<double>(graph_.size()), near};
    }
    case QueryElement::Kind::Values:
      return {static_cast<double>(element.rows.size()), true};
    case QueryElement::Kind::Group:
    case QueryElement::Kind::Union:
    case QueryElement::Kind::Graph: {
      Estimate result{0, false};
      for (const QueryGroup& group : element.groups) {
        const Estimate part = estimate(group);
        result.matches += part.matches;
        result.near = result.near || part.near;
      }
      return result;
    }
    default:
      return {static_cast<double>(graph_.size()), true};
  }
}

std::size_t JoinOrder::next(std::span<const QueryElement* const> parts) const {
  std::size_t best = 0;
  Estimate lowest = estimate(*parts[0]);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const Estimate found = estimate(*parts[i]);
    if (found.near != lowest.near ? !found.near : found.matches >= lowest.matches) continue;
    lowest = found;
    best = i;
  }
  return best;
}

}  // namespace musclekg
