#include "sparql/path_search.h"

#include <tsl/robin_set.h>

#include <algorithm>

namespace musclekg {

namespace {

using Seen = tsl::robin_set<const Node*>;

}  // namespace

void PathSearch::step(const QueryPath& path, const Node* from, bool backwards, const Take& take) {
  switch (path.kind) {
    case QueryPath::Kind::Property: {
      const Node* const property = nodes_.iri(path.property.value);
      if (backwards) {
        for (const Quad& quad : graph_.with(property, from)) take(quad.subject);
      } else {
        for (const Quad& quad : graph_.about(from, property)) take(quad.object);
      }
      return;
    }
    case QueryPath::Kind::Inverse:
      return step(path.parts.front(), from, !backwards, take);
    case QueryPath::Kind::Alternative:
      for (const QueryPath& part : path.parts) step(part, from, backwards, take);
      return;
    case QueryPath::Kind::Sequence: {
      std::vector<const Node*> here = {from};
      for (std::size_t i = 0; i < path.parts.size(); ++i) {
        const QueryPath& part = path.parts[backwards ? path.parts.size() - 1 - i : i];
        std::vector<const Node*> next;
        Seen seen;
        for (const Node* const node : here)
          step(part, node, backwards, [&](const Node* end) {
            if (seen.insert(end).second) next.push_back(end);
          });
        here = std::move(next);
      }
      for (const Node* const node : here) take(node);
      return;
    }
    case QueryPath::Kind::Repeated:
      return repeat(path, from, backwards, take);
    case QueryPath::Kind::Negated:
      return others(path, from, backwards, take);
  }
}

void PathSearch::repeat(const QueryPath& path, const Node* from, bool backwards, const Take& take) {
  Seen seen;
  std::vector<const Node*> waiting;
  const auto reach = [&](const Node* node) {
    if (!seen.insert(node).second) return;
    waiting.push_back(node);
    take(node);
  };
  if (path.least == 0) {
    reach(from);
    if (path.once) waiting.clear();
  }
  const QueryPath& part = path.parts.front();
  if (path.once || path.least > 0) step(part, from, backwards, reach);
  if (path.once) return;
  for (std::size_t i = 0; i < waiting.size(); ++i) step(part, waiting[i], backwards, reach);
}

void PathSearch::others(const QueryPath& path, const Node* from, bool backwards, const Take& take) {
  std::vector<const Node*> forward_properties, backward_properties;
  bool forward = path.parts.empty(), turned = false;
  for (const QueryPath& part : path.parts) {
    if (part.kind == QueryPath::Kind::Inverse) {
      turned = true;
      backward_properties.push_back(nodes_.iri(part.parts.front().property.value));
    } else {
      forward = true;
      forward_properties.push_back(nodes_.iri(part.property.value));
    }
  }
  const auto excluded = [](const std::vector<const Node*>& properties, const Node* property) {
    return std::find(properties.begin(), properties.end(), property) != properties.end();
  };
  const auto along = [&](bool reverse, const std::vector<const Node*>& properties) {
    if (reverse) {
      for (const Quad& quad : graph_.mentioning(from))
        if (!excluded(properties, quad.predicate)) take(quad.subject);
    } else {
      for (const Quad& quad : graph_.about(from))
        if (!excluded(properties, quad.predicate)) take(quad.object);
    }
  };
  if (forward) along(backwards, forward_properties);
  if (turned) along(!backwards, backward_properties);
}

const std::vector<const Node*>& PathSearch::search(std::map<const Node*, std::vector<const Node*>>& found, const Node* from,
                                                   bool backwards) {
  const auto [place, added] = found.try_emplace(from);
  std::vector<const Node*>& result = place->second;
  if (added) step(path_, from, backwards, [&result](const Node* node) { result.push_back(node); });
  return result;
}

const std::vector<const Node*>& PathSearch::ends(const Node* from) { return search(ends_, from, false); }

const std::vector<const Node*>& PathSearch::beginnings(const Node* to) { return search(beginnings_, to, true); }

std::vector<const Node*> PathSearch::everywhere() const {
  std::vector<const Node*> result;
  Seen seen;
  for (const Quad& quad : graph_.all())
    for (const Node* const node : {quad.subject, quad.object})
      if (seen.insert(node).second) result.push_back(node);
  return result;
}

}  // namespace musclekg
