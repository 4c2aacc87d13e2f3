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
  if (node->kind != Node::Kind::Blank) return false;
  const Cell& cell = cells_[node];
  return cell.first != nullptr && cell.rest != nullptr && cell.statements == 2 && cell.mentions == 1;
}

void Lists::find(std::span<const Quad> quads) {
  if (any_) cells_.forget();
  any_ = std::any_of(quads.begin(), quads.end(), [](const Quad& quad) { return quad.subject->kind == Node::Kind::Blank; });
  if (!any_) return;
  for (const Quad& quad : quads) {
    if (quad.object->kind == Node::Kind::Blank) ++cells_[quad.object].mentions;
    if (quad.subject->kind != Node::Kind::Blank) continue;
    Cell& cell = cells_[quad.subject];
    ++cell.statements;
    if (quad.predicate->value == rdf::first) cell.first = quad.object;
    if (quad.predicate->value == rdf::rest) cell.rest = quad.object;
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
