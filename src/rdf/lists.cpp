#include "rdf/lists.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::size_t kDeepest = 64;  ///< lists within lists; deeper ones stay statements

}  // namespace

bool Lists::is_cell(const Node* node) {
  if (!node->anonymous) return false;
  if (graphs_begun_ && mentions_[node].shared) return false;
  const Cell& found = cell(node);
  return found.first != nullptr && found.rest != nullptr && found.statements == 2 && found.mentions == 1;
}

void Lists::mention(const Node* node, const Node* graph) {
  if (node->kind != Node::Kind::Blank) return;
  Mention& mention = mentions_[node];
  if (mention.topic != topic_) mention = {topic_, graph};
  mention.shared |= mention.graph != graph;
}

void Lists::begin_graphs(std::span<const Quad> quads) {
  graphs_begun_ = true;
  ++topic_;
  for (const Quad& quad : quads) {
    mention(quad.subject, quad.graph);
    mention(quad.object, quad.graph);
    if (quad.graph != nullptr && quad.graph->kind == Node::Kind::Blank) mentions_[quad.graph] = {topic_, quad.graph, true};
  }
}

void Lists::find(std::span<const Quad> quads) {
  any_ = std::any_of(quads.begin(), quads.end(), [](const Quad& quad) { return quad.subject->kind == Node::Kind::Blank; });
  if (!any_) return;
  ++round_;
  for (const Quad& quad : quads) {
    if (quad.object->kind == Node::Kind::Blank) ++cell(quad.object).mentions;
    if (quad.subject->kind != Node::Kind::Blank) continue;
    Cell& about = cell(quad.subject);
    ++about.statements;
    if (quad.predicate->value == rdf::first) about.first = quad.object;
    if (quad.predicate->value == rdf::rest) about.rest = quad.object;
  }
  std::vector<std::pair<const Node*, std::size_t>> heads;  // with the number of lists around each
  for (const Quad& quad : quads)
    if (is_cell(quad.object) && !is_cell(quad.subject)) heads.emplace_back(quad.object, 0);
  while (!heads.empty()) {
    const auto [head, depth] = heads.back();
    heads.pop_back();
    const Node* end = head;
    while (is_cell(end)) end = rest(end);
    const bool writable = end->value == rdf::nil && depth < kDeepest;
    for (const Node* node = head; node != end; node = rest(node)) {
      cells_[node].in_list = writable;
      if (is_cell(first(node))) heads.emplace_back(first(node), writable ? depth + 1 : 0);
    }
  }
}

}  // namespace musclekg
