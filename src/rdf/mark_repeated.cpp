#include "rdf/mark_repeated.h"

#include <algorithm>

namespace musclekg {

namespace {

Fingerprint triple(const Quad& quad) { return fingerprint(quad.subject->hash, quad.predicate->hash, quad.object->hash); }

}  // namespace

bool MarkRepeated::can_repeat(const Node* topic, const Quad& quad) const {
  if (!restated_.empty() && std::find(restated_.begin(), restated_.end(), quad.graph) != restated_.end()) return true;
  if (topic->scoped && (quad.subject == topic || quad.object == topic)) return false;
  if (!quad.subject->scoped) return true;
  return std::any_of(shared_.begin(), shared_.end(), [&](const std::string& iri) { return quad.subject->value.starts_with(iri); });
}

Fingerprint MarkRepeated::fingerprint_of(const Quad& quad) const {
  const Fingerprint statement = triple(quad);
  return names_ == GraphNames::Kept && quad.graph != nullptr ? fingerprint(statement, quad.graph->hash, {}) : statement;
}

std::size_t MarkRepeated::repeats(const Node* topic, std::span<const Quad> statements) const {
  return static_cast<std::size_t>(std::count_if(statements.begin(), statements.end(), [&](const Quad& quad) {
    return can_repeat(topic, quad) && seen_.contains(fingerprint_of(quad));
  }));
}

void MarkRepeated::pass_on(const Node* topic, const Quad& quad) {
  Quad marked = quad;
  marked.repeated = false;
  if (can_repeat(topic, quad)) {
    marked.repeated = !seen_.insert(fingerprint_of(quad)).second;
  }
  if (!marked.repeated) distinct_.add(quad.graph);
  target_.quad(marked);
}

void MarkRepeated::add(const Node* topic, std::span<const Quad> statements) {
  const auto elsewhere = [&](const Quad& quad) { return quad.graph != statements.front().graph; };
  target_.begin(topic);
  if (names_ == GraphNames::Kept || std::none_of(statements.begin(), statements.end(), elsewhere)) {
    for (const Quad& quad : statements) pass_on(topic, quad);
  } else {
    for (const Quad& quad : statements)
      if (in_topic_.insert(triple(quad)).second) pass_on(topic, quad);
    // A large topic must not make the clearing behind each small one slow.
    if (in_topic_.bucket_count() > 8 * in_topic_.size() + 1024) in_topic_ = {};
    in_topic_.clear();
  }
  target_.end();
}

}  // namespace musclekg
