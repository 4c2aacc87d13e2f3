#include "check/locator.h"

#include "check/union_view.h"

namespace musclekg {

Locator::Locator(const Graph& graph, const GraphTerms& terms) : graph_(graph), terms_(terms) {
  for (const Quad& quad : graph.with(terms.subject)) {
    const Node *statement = quad.subject, *subject = quad.object;
    const Node *predicate = graph.object(statement, terms.predicate), *object = graph.object(statement, terms.object);
    keep(by_subject_, subject->hash, statement);
    if (object == nullptr) continue;
    keep(by_object_, object->hash, statement);
    keep(by_ends_, fingerprint(subject->hash, terms.subject->hash, object->hash), statement);
    if (predicate != nullptr) keep(by_edge_, fingerprint(subject->hash, predicate->hash, object->hash), statement);
  }
}

void Locator::keep(Statements& statements, const Fingerprint& key, const Node* statement) {
  const auto [kept, added] = statements.emplace(key, statement);
  if (!added && statement->ntriples < kept->second->ntriples) kept->second = statement;
}

const Node* Locator::anchor_of(const Node* node) const {
  const auto first = [](const Graph::Range& range, const Node* Quad::*part) {
    const Node* best = nullptr;
    for (const Quad& quad : range)
      if (best == nullptr || (quad.*part)->ntriples < best->ntriples) best = quad.*part;
    return best;
  };
  if (!graph_.about(node, terms_.has_source).empty()) return node;
  if (const Node* anchor = first(graph_.about(node, terms_.anchor), &Quad::object)) return anchor;
  if (const Node* anchor = first(graph_.with(terms_.has_selector, node), &Quad::subject)) return anchor;
  if (const Node* statement = first(graph_.with(terms_.link, node), &Quad::subject)) {
    if (const Node* anchor = first(graph_.about(statement, terms_.anchor), &Quad::object)) return anchor;
  }
  return nullptr;
}

Locator::Place Locator::place_of(const Node* anchor) const {
  Place place;
  const Node* text = graph_.object(anchor, terms_.has_source);
  const Node* file = text == nullptr ? nullptr : graph_.object(text, terms_.file);
  if (file == nullptr) return place;
  place.file = file->value;
  const auto small = [&](const Node* predicate) {
    const std::uint64_t number = number_of(graph_.object(anchor, predicate), 0);
    return number > 0xFFFFFFFF ? 0 : static_cast<std::uint32_t>(number);
  };
  place.where = {small(terms_.line), small(terms_.column)};
  return place;
}

Locator::Place Locator::find(const Node* focus, const Node* path, const Node* value) const {
  if (focus == nullptr) return {};
  if (const Node* anchor = anchor_of(focus)) return place_of(anchor);
  if (const Node* file = graph_.object(focus, terms_.file)) return {std::string(file->value), {}};
  const auto among = [&](const Statements& statements, const Fingerprint& key) -> const Node* {
    const auto found = statements.find(key);
    return found == statements.end() ? nullptr : anchor_of(found->second);
  };
  const Node* anchor = nullptr;
  if (value != nullptr && path != nullptr) anchor = among(by_edge_, fingerprint(focus->hash, path->hash, value->hash));
  if (anchor == nullptr && value != nullptr) anchor = among(by_ends_, fingerprint(focus->hash, terms_.subject->hash, value->hash));
  if (anchor == nullptr) anchor = among(by_subject_, focus->hash);
  if (anchor == nullptr) anchor = among(by_object_, focus->hash);
  return anchor == nullptr ? Place{} : place_of(anchor);
}

void Locator::place(Finding& finding) const {
  Place place = find(finding.focus, finding.path, finding.value);
  finding.file = std::move(place.file);
  finding.where = place.where;
}

}  // namespace musclekg
