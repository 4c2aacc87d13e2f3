#include "link/term_index.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/text.h"
#include "rdf/raptor.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// A restriction on its way: `X rdfs:subClassOf [ owl:onProperty part of ; owl:someValuesFrom Y ]`.
struct Restriction {
  const Node* property = nullptr;
  const Node* filler = nullptr;
};

}  // namespace

TermId TermIndex::add(std::string_view iri) {
  const auto found = by_iri_.find(iri);
  if (found != by_iri_.end()) return found->second;
  const auto id = static_cast<TermId>(terms_.size());
  terms_.emplace_back().iri = iri;
  given_kinds_.emplace_back();
  by_iri_.emplace(std::string(iri), id);
  return id;
}

void TermIndex::load(const std::string& path, Diagnostics& diagnostics) {
  NodeTable nodes;
  std::vector<Quad> quads;
  read_rdf(path, "guess", nodes, diagnostics, [&](const Quad& quad) { quads.push_back(quad); });

  std::vector<Restriction> restrictions(nodes.size());
  std::vector<char> described(nodes.size()), property(nodes.size());
  for (const Quad& quad : quads) {
    if (quad.predicate->value == owl::onProperty) restrictions[quad.subject->number].property = quad.object;
    if (quad.predicate->value == owl::someValuesFrom) restrictions[quad.subject->number].filler = quad.object;
    if (quad.predicate->value == rdf::type && quad.object->value.ends_with("Property")) property[quad.subject->number] = 1;
    if (quad.predicate->value == rdfs::label) described[quad.subject->number] = 1;
  }
  for (const Quad& quad : quads) {
    const Node* subject = quad.subject;
    if (subject->kind != Node::Kind::Iri) continue;
    const std::string_view predicate = quad.predicate->value;
    const Node* object = quad.object;
    if (property[subject->number]) {
      if (predicate == rdfs::label) property_labels_.emplace_back(subject->value, object->value);
      continue;
    }
    if (!described[subject->number]) continue;
    const bool replace = described[subject->number] == 1;  // its first statement in this file
    const TermId id = add(subject->value);
    if (replace) {
      described[subject->number] = 2;
      Term fresh;
      fresh.iri = subject->value;
      fresh.superclasses = std::move(terms_[id].superclasses);
      terms_[id] = std::move(fresh);
    }
    if (predicate == rdfs::label) {
      std::string& label = terms_[id].label;
      if (label.empty() || object->value < label) label = object->value;  // one of several, whatever their order
    } else if (predicate == oboInOwl::hasExactSynonym) {
      terms_[id].synonyms.emplace_back(object->value);
    } else if (predicate == rdfs::subClassOf && object->kind == Node::Kind::Iri) {
      const TermId superclass = add(object->value);
      terms_[id].superclasses.push_back(superclass);
    } else if (predicate == rdfs::subClassOf && object->kind == Node::Kind::Blank) {
      const Restriction& restriction = restrictions[object->number];
      if (restriction.property == nullptr || restriction.filler == nullptr || restriction.filler->kind != Node::Kind::Iri ||
          restriction.property->value != obo::partOf)
        continue;
      const TermId whole = add(restriction.filler->value);
      terms_[id].wholes.push_back(whole);
    } else if (predicate == obo::partOf && object->kind == Node::Kind::Iri) {
      const TermId whole = add(object->value);
      terms_[id].wholes.push_back(whole);
    } else if (predicate == skos::exactMatch && object->kind == Node::Kind::Iri) {
      terms_[id].matches.emplace_back(object->value);
    } else if (predicate == mkg::structureKind) {
      given_kinds_[id].emplace_back(object->value);
    } else if (predicate == owl::deprecated && object->value == "true") {
      terms_[id].deprecated = true;
    }
  }
}

void TermIndex::inherit_kinds() {
  std::vector<std::vector<TermId>> subclasses(terms_.size());
  std::deque<TermId> changed;
  for (TermId id = 0; id < terms_.size(); ++id) {
    for (const TermId superclass : terms_[id].superclasses) subclasses[superclass].push_back(id);
    if (terms_[id].kinds != 0) changed.push_back(id);
  }
  for (; !changed.empty(); changed.pop_front()) {
    const KindSet kinds = terms_[changed.front()].kinds;
    for (const TermId subclass : subclasses[changed.front()]) {
      if ((kinds & ~terms_[subclass].kinds) == 0) continue;
      terms_[subclass].kinds |= kinds;
      changed.push_back(subclass);
    }
  }
}

void TermIndex::add_name(std::string_view name, TermId term, bool label) {
  const auto add_to = [&](Names& names, std::string folded) {
    if (folded.empty()) return;
    std::vector<Named>& terms = names[std::move(folded)];
    const auto same = std::find_if(terms.begin(), terms.end(), [&](const Named& named) { return named.term == term; });
    if (same == terms.end()) {
      terms.push_back({term, label});
    } else {
      same->label |= label;
    }
  };
  add_to(by_name_, fold(name));
  add_to(by_inflected_name_, fold_plural(name));
}

void TermIndex::finish(const KindTable& kinds, const Prefixes& prefixes) {
  for (const auto& [root, bit] : kinds.roots()) {
    const auto found = by_iri_.find(prefixes.expand(root).value_or(root));
    if (found != by_iri_.end()) terms_[found->second].kinds |= bit;
  }
  for (TermId id = 0; id < terms_.size(); ++id)
    for (const std::string& kind : given_kinds_[id]) terms_[id].kinds |= kinds.bit(kind);
  inherit_kinds();
  for (TermId id = 0; id < terms_.size(); ++id) {
    Term& term = terms_[id];
    term.material = (term.kinds & kinds.immaterial()) == 0;
    std::sort(term.matches.begin(), term.matches.end());
    for (const std::string& match : term.matches) by_match_.emplace(match, id);
    if (term.deprecated || term.label.empty()) continue;
    add_name(term.label, id, true);
    for (const std::string& synonym : term.synonyms) add_name(synonym, id, false);
  }
}

TermId TermIndex::find_iri(std::string_view iri) const {
  if (const auto found = by_iri_.find(iri); found != by_iri_.end() && !terms_[found->second].label.empty()) return found->second;
  const auto found = by_match_.find(iri);
  return found == by_match_.end() ? kNoTerm : found->second;
}

std::span<const TermIndex::Named> TermIndex::named(const std::string& folded) const {
  const auto found = by_name_.find(folded);
  return found == by_name_.end() ? std::span<const Named>() : std::span<const Named>(found->second);
}

std::span<const TermIndex::Named> TermIndex::named_inflected(const std::string& folded) const {
  const auto found = by_inflected_name_.find(folded);
  return found == by_inflected_name_.end() ? std::span<const Named>() : std::span<const Named>(found->second);
}

bool TermIndex::within(TermId part, TermId whole) const {
  std::set<TermId> seen = {part};
  for (std::deque<TermId> open = {part}; !open.empty(); open.pop_front()) {
    if (open.front() == whole) return true;
    for (const auto* next : {&terms_[open.front()].superclasses, &terms_[open.front()].wholes})
      for (const TermId id : *next)
        if (seen.insert(id).second) open.push_back(id);
  }
  return false;
}

TermId TermIndex::nearest_material(TermId term) const {
  std::set<TermId> seen = {term};
  for (std::deque<TermId> open = {term}; !open.empty(); open.pop_front()) {
    if (terms_[open.front()].material) return open.front();
    std::vector<TermId> wholes = terms_[open.front()].wholes;
    std::sort(wholes.begin(), wholes.end(), [this](TermId a, TermId b) { return terms_[a].iri < terms_[b].iri; });
    for (const TermId whole : wholes)
      if (seen.insert(whole).second) open.push_back(whole);
  }
  return kNoTerm;
}

}  // namespace musclekg
