#include "rdf/mark_repeated.h"

#include <algorithm>

namespace musclekg {

bool MarkRepeated::can_repeat(const Quad& quad) const {
  if (topic_->scoped && (quad.subject == topic_ || quad.object == topic_)) return false;
  if (!quad.subject->scoped) return true;
  return std::any_of(shared_.begin(), shared_.end(), [&](const std::string& iri) { return quad.subject->value.starts_with(iri); });
}

void MarkRepeated::quad(const Quad& quad) {
  Quad marked = quad;
  marked.repeated = can_repeat(quad) && !seen_.insert(fingerprint(quad.subject->hash, quad.predicate->hash, quad.object->hash)).second;
  if (!marked.repeated) ++distinct_;
  target_.quad(marked);
}

}  // namespace musclekg
