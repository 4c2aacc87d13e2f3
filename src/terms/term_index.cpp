#include "terms/term_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>

#include "base/text.h"

namespace musclekg {

namespace {

template <class T>
void append_new(std::vector<T>& to, const std::vector<T>& from) {
  for (const T& value : from)
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

}  // namespace

TermId TermIndex::intern(std::string_view iri) {
  const auto found = by_iri_.find(iri);
  if (found != by_iri_.end()) return found->second;
  const auto id = static_cast<TermId>(terms_.size());
  terms_.emplace_back().iri = iri;
  given_kinds_.emplace_back();
  lines_.push_back(0);
  described_.push_back(0);
  by_iri_.emplace(std::string(iri), id);
  return id;
}

void TermIndex::add(Ontology&& ontology, bool bundled, Diagnostics& diagnostics) {
  const auto number = static_cast<std::uint16_t>(ontologies_.size());
  ontologies_.push_back({ontology.path, std::move(ontology.iri), std::move(ontology.version), ontology.counts});
  bundled_.push_back(bundled);
  std::size_t replaced = 0;
  std::uint32_t first_replaced_line = 0;
  std::string first_replaced;
  const auto ids = [this](const std::vector<std::string>& iris) {
    std::vector<TermId> result;
    for (const std::string& iri : iris) result.push_back(intern(iri));
    return result;
  };
  for (OntologyTerm& given : ontology.terms) {
    if (given.label.empty() && !given.matches.empty()) {  // a bridge says it from the other side: "FMA:… is UBERON:… in man"
      for (const std::string& match : given.matches) append_new(terms_[intern(match)].matches, {given.iri});
      continue;
    }
    const TermId id = intern(given.iri);
    const std::vector<TermId> superclasses = ids(given.superclasses), wholes = ids(given.wholes), trunks = ids(given.trunks);
    Term& term = terms_[id];
    const bool described = !term.label.empty();
    described_[id] = 1;
    if (described && !given.label.empty() && term.ontology != number) {
      ++ontologies_[term.ontology].replaced;
      if (!bundled_[term.ontology] && replaced++ == 0) first_replaced = given.iri, first_replaced_line = given.line;
      Term fresh;
      fresh.iri = given.iri;
      fresh.superclasses = std::move(term.superclasses);
      fresh.matches = std::move(term.matches);
      if (wholes.empty()) {
        fresh.wholes = std::move(term.wholes);
        fresh.trunks = std::move(term.trunks);
      }
      term = std::move(fresh);
    }
    if (term.label.empty()) {
      term.label = std::move(given.label);
      term.ontology = number;
      lines_[id] = given.line;
    }
    if (term.definition.empty()) term.definition = std::move(given.definition);
    std::move(given.synonyms.begin(), given.synonyms.end(), std::back_inserter(term.synonyms));
    append_new(term.superclasses, superclasses);
    append_new(term.wholes, wholes);
    append_new(term.trunks, trunks);
    append_new(term.matches, given.matches);
    append_new(term.cross_references, given.cross_references);
    append_new(term.replaced_by, given.replaced_by);
    append_new(term.consider, given.consider);
    append_new(term.only_in_taxa, given.only_in_taxa);
    append_new(term.never_in_taxa, given.never_in_taxa);
    append_new(given_kinds_[id], given.structure_kinds);
    term.obsolete |= given.obsolete;
    for (const std::string& other : given.alternative_ids) by_alternative_.emplace(other, id);
  }
  add_properties(std::move(ontology));
  if (replaced > 0)
    diagnostics.warning({ontology.path, {first_replaced_line, first_replaced_line ? 1u : 0u}}, "id-in-two-ontologies",
                        fmt::format("{} of its ids are in an ontology before it, too (the first: {}); this one's names are taken", replaced,
                                    first_replaced),
                        "the order of --ontology decides");
}

void TermIndex::add_properties(Ontology&& ontology) {
  property_labels_.insert(property_labels_.end(), ontology.properties.begin(), ontology.properties.end());
}

/// Finds for each term the one that speaks for it: the term that alone says that it matches it.
void TermIndex::join_matches() {
  for (TermId id = 0; id < terms_.size(); ++id) {
    std::sort(terms_[id].matches.begin(), terms_[id].matches.end());
    if (terms_[id].obsolete || terms_[id].label.empty()) continue;
    for (const std::string& match : terms_[id].matches) by_match_.emplace_back(match, id);
  }
  std::sort(by_match_.begin(), by_match_.end());
  by_match_.erase(std::unique(by_match_.begin(), by_match_.end()), by_match_.end());
  same_as_.resize(terms_.size());
  std::iota(same_as_.begin(), same_as_.end(), TermId{0});
  const auto rank = [this](TermId id) { return std::pair(terms_[id].ontology, std::string_view(terms_[id].iri)); };
  for (TermId id = 0; id < terms_.size(); ++id) {
    const std::vector<TermId> others = matching(terms_[id].iri);
    if (others.size() != 1 || others.front() == id) continue;
    const Term& other = terms_[others.front()];
    const bool both = std::binary_search(terms_[id].matches.begin(), terms_[id].matches.end(), other.iri) && !terms_[id].label.empty();
    if (!both || rank(others.front()) < rank(id)) same_as_[id] = others.front();
  }
  const std::vector<TermId> once = same_as_;
  for (TermId id = 0; id < terms_.size(); ++id) {  // A is matched by B, which C matches: C; round in a circle: A itself
    TermId end = once[id];
    std::size_t steps = 0;
    for (; once[end] != end && end != id && steps < once.size(); ++steps) end = once[end];
    same_as_[id] = once[end] == end ? end : id;
  }
  for (TermId id = 0; id < terms_.size(); ++id) {
    const TermId same = same_as_[id];
    if (same == id || terms_[id].label.empty() || terms_[id].obsolete) continue;
    append_new(terms_[same].superclasses, terms_[id].superclasses);
    append_new(terms_[same].wholes, terms_[id].wholes);
    append_new(terms_[same].trunks, terms_[id].trunks);
    append_new(given_kinds_[same], given_kinds_[id]);
  }
}

void TermIndex::inherit_kinds() {
  std::vector<std::vector<TermId>> subclasses(terms_.size());
  std::deque<TermId> changed;
  for (TermId id = 0; id < terms_.size(); ++id) {
    for (const TermId superclass : terms_[id].superclasses) subclasses[same_as_[superclass]].push_back(id);
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

void TermIndex::index_names(const NameForms& forms) {
  struct Keyed {
    Fingerprint key;
    Named named;
  };
  std::array<std::vector<Keyed>, kNameForms> all;
  for (TermId bearer = 0; bearer < terms_.size(); ++bearer) {
    const Term& term = terms_[bearer];
    const TermId same = same_as_[bearer];
    if (term.obsolete || term.label.empty() || terms_[same].obsolete) continue;
    for (std::uint32_t name = 0; name <= term.synonyms.size(); ++name) {
      const std::string& text = name == 0 ? term.label : term.synonyms[name - 1].text;
      const std::string normal = forms.normal(text);
      const Named named{same, bearer, name};
      all[0].push_back({fingerprint(fold(text)), named});
      all[1].push_back({fingerprint(normal), named});
      if (const std::string joined = forms.joined(text); !joined.empty()) all[1].push_back({fingerprint(joined), named});
      all[2].push_back({fingerprint(forms.arranged(normal, terms_[same].kinds).name), named});
      for (std::size_t of = normal.find(" of "); of != std::string::npos; of = normal.find(" of ", of + 4))
        if (normal.find(' ') < of) all[3].push_back({fingerprint(std::string_view(normal).substr(0, of)), named});
    }
  }
  for (std::size_t form = 0; form < kNameForms; ++form) {
    std::sort(all[form].begin(), all[form].end(), [this](const Keyed& a, const Keyed& b) {
      if (a.key != b.key) return a.key < b.key;
      const auto order = [this](const Named& named) {
        return std::tuple(std::string_view(terms_[named.term].iri), named.bearer != named.term, named.name);
      };
      return order(a.named) < order(b.named);
    });
    names_[form].keys.reserve(all[form].size());
    names_[form].named.reserve(all[form].size());
    for (const Keyed& keyed : all[form]) {
      names_[form].keys.push_back(keyed.key);
      names_[form].named.push_back(keyed.named);
    }
  }
}

void TermIndex::finish(const KindTable& kinds, const Prefixes& prefixes, const NameForms& forms, Diagnostics& diagnostics) {
  join_matches();
  for (const auto& [root, bit] : kinds.roots())
    if (const TermId id = find_iri(prefixes.iri_of_id(root).value_or(root)); id != kNoTerm) terms_[id].kinds |= bit;
  for (TermId id = 0; id < terms_.size(); ++id)
    for (const std::string& kind : given_kinds_[id]) terms_[id].kinds |= kinds.bit(kind);
  inherit_kinds();
  for (Term& term : terms_) term.material = (term.kinds & kinds.immaterial()) == 0;
  index_names(forms);
  report_unlabelled(diagnostics, prefixes);
  report_circles(diagnostics, prefixes);
  report_shared_names(diagnostics, prefixes);
}

std::vector<TermId> TermIndex::matching(std::string_view iri) const {
  std::vector<TermId> result;
  for (auto at = std::lower_bound(by_match_.begin(), by_match_.end(), iri,
                                  [](const auto&row, std::string_view wanted) { return row.first < wanted; });
       at != by_match_.end() && at->first == iri; ++at)
    result.push_back(at->second);
  return result;
}

TermId TermIndex::find_iri(std::string_view iri) const {
  if (const auto found = by_iri_.find(iri); found != by_iri_.end()) {
    const TermId same = same_as_[found->second];
    if (described_[same] && (!terms_[same].label.empty() || terms_[same].matches.empty())) return same;
  }
  if (const auto found = by_alternative_.find(iri); found != by_alternative_.end()) return same_as_[found->second];
  const std::vector<TermId> others = matching(iri);
  return others.size() == 1 ? others.front() : kNoTerm;
}

std::span<const TermIndex::Named> TermIndex::named(NameForm form, std::string_view name) const {
  const Names& names = names_[static_cast<std::size_t>(form)];
  const auto [first, last] = std::equal_range(names.keys.begin(), names.keys.end(), fingerprint(name));
  return std::span(names.named).subspan(static_cast<std::size_t>(first - names.keys.begin()), static_cast<std::size_t>(last - first));
}

const std::string& TermIndex::text_of(const Named& named) const {
  const Term& term = terms_[named.bearer];
  return named.name == 0 ? term.label : term.synonyms[named.name - 1].text;
}

const Synonym* TermIndex::synonym_of(const Named& named) const {
  return named.name == 0 ? nullptr : &terms_[named.bearer].synonyms[named.name - 1];
}

std::vector<TermId> TermIndex::within(TermId term) const {
  std::vector<TermId> all = {term};
  std::set<TermId> seen = {term};
  for (std::size_t at = 0; at < all.size(); ++at)
    for (const auto* next : {&terms_[all[at]].superclasses, &terms_[all[at]].wholes})
      for (const TermId id : *next)
        if (seen.insert(same_as_[id]).second) all.push_back(same_as_[id]);
  return all;
}

bool TermIndex::is_within(TermId part, TermId whole) const {
  const std::vector<TermId> all = within(part);
  return std::find(all.begin(), all.end(), whole) != all.end();
}

std::vector<TermId> TermIndex::part_of_path(TermId term) const {
  std::vector<TermId> path;
  std::set<TermId> seen = {term};
  for (TermId at = term; at != kNoTerm;) {
    TermId next = kNoTerm;
    std::vector<TermId> open = {at};
    for (std::size_t i = 0; i < open.size() && next == kNoTerm; ++i) {
      for (const TermId whole : terms_[open[i]].wholes)
        if (!seen.contains(same_as_[whole]) && !terms_[same_as_[whole]].label.empty() &&
            (next == kNoTerm || terms_[same_as_[whole]].iri < terms_[next].iri))
          next = same_as_[whole];
      for (const TermId superclass : terms_[open[i]].superclasses)
        if (std::find(open.begin(), open.end(), same_as_[superclass]) == open.end()) open.push_back(same_as_[superclass]);
    }
    at = next;
    if (next == kNoTerm) break;
    seen.insert(next);
    path.push_back(next);
  }
  return path;
}

TermId TermIndex::nearest_material(TermId term) const {
  std::set<TermId> seen = {term};
  for (std::deque<TermId> open = {term}; !open.empty(); open.pop_front()) {
    if (terms_[open.front()].material) return open.front();
    std::vector<TermId> wholes = terms_[open.front()].wholes;
    std::sort(wholes.begin(), wholes.end(), [this](TermId a, TermId b) { return terms_[a].iri < terms_[b].iri; });
    for (const TermId whole : wholes)
      if (seen.insert(same_as_[whole]).second) open.push_back(same_as_[whole]);
  }
  return kNoTerm;
}

}  // namespace musclekg
