#include "check/closure_chain.h"

#include <algorithm>

#include "check/union_view.h"

namespace musclekg {

namespace {

constexpr std::string_view kPartOfPart = "what is part of a structure is part of everything that the structure is part of";
constexpr std::string_view kEndIsAttachment = "a muscle is attached where it has an origin or insertion";
constexpr std::string_view kAttachedToPart =
    "what is attached to a structure is attached to part of it, and to part of everything that the structure is part of";
constexpr std::string_view kLandmarkPart =
    "what attaches along a line or edge is attached to part of the structure that the line or edge is part of";
constexpr std::string_view kBranchOfNerve = "what a branch of a nerve supplies, the nerve supplies";

/// How many edges may lead on from a node before it is no longer asked which of them are shortcuts.
constexpr std::size_t kMostWholes = 64;

}  // namespace

ClosureChains::ClosureChains(const Graph& graph, const GraphTerms& terms, const StatementIndex& statements)
    : graph_(graph),
      terms_(terms),
      statements_(statements),
      named_(has_parts(graph)),
      wholes_{terms.part_of, terms.member_of, terms.branching_part_of} {}

/// Whether the edge is not itself one that follows.
bool ClosureChains::is_given(const Quad& edge) const {
  if (named_ && edge.graph != nullptr)
    return is_part(edge.graph, "direct") || is_part(edge.graph, "anchor") || is_part(edge.graph, "terms");
  const bool may_follow =
      edge.predicate == terms_.attached_to || edge.predicate == terms_.attached_to_part_of || edge.predicate == terms_.innervated_by;
  return !may_follow || statements_.states(edge);
}

/// Whether a third structure stands between a part and its whole, in a graph that does not tell which edges are given.
bool ClosureChains::is_shortcut(const Quad& edge) const {
  if (named_ || statements_.states(edge)) return false;
  for (const Node* first : wholes_) {
    const Graph::Range between = graph_.about(edge.subject, first);
    if (between.size() > kMostWholes) return false;
    for (const Quad& step : between)
      if (step.object != edge.object && step.object != edge.subject &&
          std::any_of(wholes_.begin(), wholes_.end(), [&](const Node* second) { return graph_.has(step.object, second, edge.object); }))
        return true;
  }
  return false;
}

/// Reaches all that edges of `predicate` about `subject` may end at, nearest first. `shortcuts`: goes along those, too.
void ClosureChains::walk(const Node* subject, const Node* predicate, bool shortcuts) {
  reached_.clear();
  subject_ = subject;
  predicate_ = predicate;
  std::vector<const Node*> open;
  const auto go = [&](const Quad& edge) {
    if (edge.object->kind == Node::Kind::Literal || edge.object == subject || !is_given(edge)) return;
    if (reached_.emplace(edge.object, edge).second) open.push_back(edge.object);
  };
  std::vector<const Node*> first = {predicate}, on = wholes_;
  if (predicate == terms_.attached_to) {
    first = {terms_.has_origin, terms_.has_insertion, terms_.attached_to};
    on.clear();
  } else if (predicate == terms_.attached_to_part_of) {
    first = {terms_.has_origin, terms_.has_insertion, terms_.attached_to, terms_.origin_landmark, terms_.insertion_landmark};
  } else if (predicate == terms_.part_of) {
    first = wholes_;
  } else if (predicate == terms_.innervated_by) {
    on = {terms_.branching_part_of};
  } else {
    return;
  }
  for (const Node* step : first)
    for (const Quad& edge : graph_.about(subject, step))
      if (predicate != terms_.part_of || shortcuts || !is_shortcut(edge)) go(edge);
  for (std::size_t at = 0; at < open.size(); ++at)
    for (const Node* step : on)
      for (const Quad& edge : graph_.about(open[at], step))
        if (shortcuts || !is_shortcut(edge)) go(edge);
}

ClosureChain ClosureChains::chain(const Node* object, const Reached& reached) const {
  ClosureChain result;
  for (const Node* node = object; node != subject_;) {
    const auto found = reached.find(node);
    if (found == reached.end()) return {};
    result.steps.push_back(found->second);
    node = found->second.subject;
  }
  if (result.steps.empty()) return {};  // an edge from a node to itself follows from nothing
  std::reverse(result.steps.begin(), result.steps.end());
  const Node* first = result.steps.front().predicate;
  if (predicate_ == terms_.part_of) {
    result.rule = kPartOfPart;
  } else if (predicate_ == terms_.attached_to) {
    result.rule = kEndIsAttachment;
  } else if (predicate_ == terms_.innervated_by) {
    result.rule = kBranchOfNerve;
  } else {
    const bool landmark = first == terms_.origin_landmark || first == terms_.insertion_landmark;
    if (landmark && result.steps.size() == 1) return {};  // a line is nothing that one can be attached to part of
    result.rule = landmark ? kLandmarkPart : kAttachedToPart;
  }
  return result;
}

ClosureChain ClosureChains::find(const Node* subject, const Node* predicate, const Node* object) {
  if (subject != subject_ || predicate != predicate_) walk(subject, predicate, false);
  ClosureChain result = chain(object, reached_);
  if (!result.steps.empty() || named_) return result;
  // Where parts and wholes run in a circle, every edge has a third structure between.
  walk(subject, predicate, true);
  result = chain(object, reached_);
  subject_ = nullptr;
  return result;
}

}  // namespace musclekg
