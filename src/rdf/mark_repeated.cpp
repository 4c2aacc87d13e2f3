#include "rdf/mark_repeated.h"

#include <algorithm>

namespace musclekg {

bool MarkRepeated::can_repeat(const Node* subject) const {
  if (!subject->scoped) return true;
  return subject != topic_ &&
         std::any_of(shared_.begin(), shared_.end(), [&](const std::string& iri) { return subject->value.starts_with(iri); });
}

Fingerprint MarkRepeated::fingerprint_of(const Quad& quad) {
  const Node *s = quad.subject, *p = quad.predicate, *o = quad.object;
  if (!s->scoped && !p->scoped && !o->scoped) {  // numbers of lasting nodes are exact, and quicker
    const Fingerprint exact{(std::uint64_t{s->number} << 32) | p->number, o->number};
    return exact;
  }
  scratch_.assign(s->ntriples).append(p->ntriples).append(o->ntriples);
  Fingerprint hash = fingerprint(scratch_);
  hash.high |= std::uint64_t{1} << 63;  // never a pair of numbers
  return hash;
}

void MarkRepeated::quad(const Quad& quad) {
  Quad marked = quad;
  marked.repeated = can_repeat(quad.subject) && !seen_.insert(fingerprint_of(quad)).second;
  if (!marked.repeated) ++distinct_;
  target_.quad(marked);
}

}  // namespace musclekg
