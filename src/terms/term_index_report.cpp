// What is odd in loaded ontologies.

#include <fmt/format.h>

#include <algorithm>

#include "terms/term_index.h"

namespace musclekg {

namespace {

/// Whether a synonym is a name by which a term may be found without a doubt.
bool names_term(const Synonym& synonym) {
  return synonym.scope == Scope::Exact || (synonym.type == SynonymType::Latin && synonym.scope == Scope::Related);
}

}  // namespace

void TermIndex::report_unlabelled(Diagnostics& diagnostics, const Prefixes& prefixes) const {
  std::vector<std::pair<std::size_t, TermId>> found(ontologies_.size(), {0, kNoTerm});
  for (TermId id = 0; id < terms_.size(); ++id) {
    const Term& term = terms_[id];
    if (!described_[id] || !term.label.empty() || !term.matches.empty() || bundled_[term.ontology]) continue;
    if (found[term.ontology].first++ == 0) found[term.ontology].second = id;
  }
  for (std::size_t number = 0; number < found.size(); ++number)
    if (const auto [count, first] = found[number]; count > 0)
      diagnostics.warning(
          {ontologies_[number].path, {lines_[first], lines_[first] ? 1u : 0u}}, "unlabelled-term",
          fmt::format("{} no label (the first: {}); nothing is linked to them by name",
                      count == 1 ? "1 of its terms has" : fmt::format("{} of its terms have", count), prefixes.id_of(terms_[first].iri)));
}

/// Circles of is_a and part_of: the strongly connected components of more than one term, by Tarjan's algorithm without recursion.
void TermIndex::report_circles(Diagnostics& diagnostics, const Prefixes& prefixes) const {
  std::vector<std::uint32_t> order(terms_.size()), low(terms_.size()), next(terms_.size());
  std::vector<char> open(terms_.size());
  std::vector<TermId> path, pending;
  std::uint32_t count = 0;
  const auto edge = [this](TermId id, std::uint32_t number) {
    const Term& term = terms_[id];
    const std::size_t first = term.superclasses.size();
    return same_as_[number < first ? term.superclasses[number] : term.wholes[number - first]];
  };
  for (TermId root = 0; root < terms_.size(); ++root) {
    if (order[root] != 0) continue;
    path.push_back(root);
    while (!path.empty()) {
      const TermId id = path.back();
      if (order[id] == 0) {
        order[id] = low[id] = ++count;
        open[id] = 1;
        pending.push_back(id);
      }
      if (next[id] < terms_[id].superclasses.size() + terms_[id].wholes.size()) {
        const TermId to = edge(id, next[id]++);
        if (order[to] == 0) {
          path.push_back(to);
        } else if (open[to]) {
          low[id] = std::min(low[id], order[to]);
        }
        continue;
      }
      path.pop_back();
      if (!path.empty()) low[path.back()] = std::min(low[path.back()], low[id]);
      if (low[id] != order[id]) continue;
      std::vector<std::string_view> circle;
      TermId member = kNoTerm;
      bool bundled = true;
      while (member != id) {
        member = pending.back();
        pending.pop_back();
        open[member] = 0;
        circle.push_back(terms_[member].iri);
        bundled &= bundled_[terms_[member].ontology] != 0;
      }
      bool itself = false;
      for (const TermId superclass : terms_[id].superclasses) itself |= same_as_[superclass] == id;  // part of itself says nothing
      if ((circle.size() == 1 && !itself) || bundled) continue;
      std::sort(circle.begin(), circle.end());
      std::string names;
      for (std::size_t i = 0; i < circle.size() && i < 5; ++i) names += fmt::format("{}{}", i ? ", " : "", prefixes.id_of(circle[i]));
      const TermId first = by_iri_.find(circle.front())->second;
      diagnostics.warning({ontologies_[terms_[first].ontology].path, {lines_[first], lines_[first] ? 1u : 0u}}, "circle",
                          fmt::format("is_a and part_of lead from {} back to it: {}{}", prefixes.id_of(circle.front()), names,
                                      circle.size() > 5 ? fmt::format(" and {} more", circle.size() - 5) : ""),
                          "they are taken as they are; each counts as part of all the others");
    }
  }
}

void TermIndex::report_shared_names(Diagnostics& diagnostics, const Prefixes& prefixes) const {
  const Names& names = names_[static_cast<std::size_t>(NameForm::Folded)];
  std::vector<std::pair<std::size_t, std::string>> found(ontologies_.size());
  for (std::size_t begin = 0, end = 0; begin < names.keys.size(); begin = end) {
    std::vector<TermId> bearers;
    std::string_view text;
    for (; end < names.keys.size() && names.keys[end] == names.keys[begin]; ++end) {
      const Synonym* synonym = synonym_of(names.named[end]);
      if (synonym != nullptr && !names_term(*synonym)) continue;
      if (bearers.empty()) text = text_of(names.named[end]);
      if (bearers.empty() || bearers.back() != names.named[end].term) bearers.push_back(names.named[end].term);
    }
    if (bearers.size() < 2) continue;
    std::uint16_t last = 0;
    for (const TermId id : bearers) last = std::max(last, terms_[id].ontology);
    if (bundled_[last]) continue;
    auto& [count, example] = found[last];
    std::string this_one =
        fmt::format("'{}': {} and {}", text, prefixes.id_of(terms_[bearers[0]].iri), prefixes.id_of(terms_[bearers[1]].iri));
    if (count++ == 0 || this_one < example) example = std::move(this_one);
  }
  for (std::size_t number = 0; number < found.size(); ++number)
    if (const auto& [count, example] = found[number]; count > 0)
      diagnostics.warning(
          {ontologies_[number].path, {}}, "shared-name",
          fmt::format("{} borne by more than one term ({})", count == 1 ? "1 name is" : fmt::format("{} names are", count), example),
          "such a name is linked only where slot or region decide");
}

}  // namespace musclekg
