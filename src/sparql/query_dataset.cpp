#include "sparql/query_dataset.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

bool names(std::span<const QueryTerm> terms, const Node* graph) {
  return graph != nullptr && std::any_of(terms.begin(), terms.end(), [graph](const QueryTerm& term) { return term.value == graph->value; });
}

}  // namespace

/// Labels of the first document stay, but for those that look like a later one's: "d2-b" is b of the second.
const Node* QueryDataset::of_document(const Node* node) {
  if (node == nullptr || node->kind != Node::Kind::Blank) return node;
  const std::string_view label = node->value;
  const bool ours = label.size() > 1 && label[0] == 'd' && label[1] >= '0' && label[1] <= '9';
  return document_ > 1 || ours ? nodes_.blank(fmt::format("d{}-{}", std::max(document_, 1U), label)) : node;
}

const Node* QueryDataset::of_language(const Node* node) {
  if (node->kind != Node::Kind::Literal || node->language.empty()) return node;
  const std::string lower = ascii_lower(node->language);
  const Node* const key = lower == node->language ? node : nodes_.text(node->value, lower);
  return languages_.try_emplace(key, node).first.value();
}

void QueryDataset::quad(const Quad& quad) {
  quads_.push_back({of_document(quad.subject), quad.predicate, of_language(of_document(quad.object)), of_document(quad.graph)});
}

void QueryDataset::index(std::span<const QueryTerm> from, std::span<const QueryTerm> from_named) {
  const bool chosen = !from.empty() || !from_named.empty();
  for (const Quad& quad : quads_) {
    if (!chosen || names(from, quad.graph)) default_.add({quad.subject, quad.predicate, quad.object});
    if (quad.graph == nullptr || (chosen && !names(from_named, quad.graph))) continue;
    auto& [name, graph] = named_[quad.graph->ntriples];
    name = quad.graph;
    graph.add({quad.subject, quad.predicate, quad.object});
  }
  std::vector<Quad>().swap(quads_);
  default_.index();
  for (auto& [form, named] : named_) named.second.index();
}

const Graph* QueryDataset::named(const Node* name) const {
  const auto found = named_.find(name->ntriples);
  return found == named_.end() ? nullptr : &found->second.second;
}

const Node* QueryDataset::node(const QueryTerm& term) {
  switch (term.kind) {
    case QueryTerm::Kind::Iri:
      return nodes_.iri(term.value);
    case QueryTerm::Kind::Blank:
      return nodes_.blank(term.value);
    case QueryTerm::Kind::Literal:
      return term.datatype.empty() ? of_language(nodes_.text(term.value, term.language))
                                   : nodes_.literal(term.value, nodes_.iri(term.datatype));
    default:
      return nullptr;
  }
}

}  // namespace musclekg
