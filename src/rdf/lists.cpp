#include "rdf/lists.h"

#include <algorithm>
#include <vector>

#include "rdf/vocabulary.h"

namespace musclekg {

void Lists::find(std::span<const Quad> quads) {
  if (any_) cells_.forget();
  quads_ = quads;
  any_ = std::any_of(quads.begin(), quads.end(), [](const Quad& quad) { return quad.subject->kind == Node::Kind::Blank; });
  if (!any_) return;
  for (const Quad& quad : quads)
    if (quad.object->kind == Node::Kind::Blank) ++cells_[quad.object].mentions;
  for (std::size_t i = 0, next = 0; i < quads.size(); i = next) {
    const Node* subject = quads[i].subject;
    while (next < quads.size() && quads[next].subject == subject) ++next;
    if (subject->kind != Node::Kind::Blank || next != i + 2 || cells_[subject].mentions != 1) continue;
    if (quads[i].predicate->value == rdf::first && quads[i + 1].predicate->value == rdf::rest) cells_[subject].quad = i + 1;
  }
  const auto is_cell = [&](const Node* node) { return node->kind == Node::Kind::Blank && cells_[node].quad != 0; };
  std::vector<const Node*> heads;
  for (const Quad& quad : quads)
    if (!is_cell(quad.subject) && is_cell(quad.object)) heads.push_back(quad.object);
  while (!heads.empty()) {
    const Node* const head = heads.back();
    heads.pop_back();
    const Node* end = head;
    while (is_cell(end)) end = rest(end);
    for (const Node* node = head; node != end; node = rest(node)) {
      cells_[node].in_list = end->value == rdf::nil;
      if (is_cell(first(node))) heads.push_back(first(node));
    }
  }
}

}  // namespace musclekg
