#include "terms/obo_edges.h"

#include <algorithm>
#include <set>
#include <utility>

#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Relations that files use without saying what they are.
constexpr std::pair<std::string_view, std::string_view> kKnownRelations[] = {{"part_of", obo::partOf},
                                                                             {"branching_part_of", obo::branchingPartOf},
                                                                             {"only_in_taxon", obo::onlyInTaxon},
                                                                             {"never_in_taxon", obo::neverInTaxon}};

std::string known_relation(std::string_view name) {
  for (const auto& [known, iri] : kKnownRelations)
    if (name == known) return std::string(iri);
  return {};
}

/// The id, or the name alone where relations had no numbers yet: OBO_REL:part_of is part_of.
std::string_view without_old_prefix(std::string_view id) {
  constexpr std::string_view kOldPrefix = "OBO_REL:";
  return id.starts_with(kOldPrefix) ? id.substr(kOldPrefix.size()) : id;
}

}  // namespace

void OboEdges::declare(const OboRelation& relation, const OboIds& ids, std::vector<std::pair<std::string, std::string>>& properties) {
  const std::string_view id = without_old_prefix(relation.id);
  std::string iri = ids.iri(id).value_or(std::string());
  if (iri.empty()) {
    std::string other;
    for (const std::string& reference : relation.cross_references) {
      auto referenced = ids.iri(reference);
      if (!referenced) continue;
      const std::string prefix = ids.prefix(*referenced);
      std::string& target = prefix == "BFO" || prefix == "RO" ? iri : other;
      if (target.empty()) target = *std::move(referenced);
    }
    if (iri.empty()) iri = known_relation(id);
    if (iri.empty()) iri = std::move(other);
    if (!iri.empty()) declared_.try_emplace(std::string(id), iri);
  }
  if (!iri.empty() && !relation.name.empty()) properties.emplace_back(std::move(iri), relation.name);
}

/// The IRI of a relation, or an empty text.
std::string OboEdges::iri_of(std::string_view relation, const OboIds& ids) const {
  const std::string_view id = without_old_prefix(relation);
  if (const auto declared = declared_.find(id); declared != declared_.end()) return declared->second;
  std::string known = known_relation(id);
  return known.empty() ? ids.iri(id).value_or(std::string()) : known;
}

std::uint32_t OboEdges::number_of(std::string_view relation) {
  const auto known = numbers_.find(relation);
  if (known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(relations_.size());
  relations_.emplace_back(relation);
  numbers_.emplace(relation, number);
  return number;
}

void OboEdges::add_relationship(std::size_t term, std::string_view relation, bool some, std::string target) {
  edges_.push_back({term, number_of(relation), Kind::Relationship, some, std::move(target)});
}

void OboEdges::add_genus(std::size_t term, std::string target) { edges_.push_back({term, 0, Kind::Genus, true, std::move(target)}); }

void OboEdges::add_differentia(std::size_t term, std::string_view relation, bool some, std::string target) {
  edges_.push_back({term, number_of(relation), Kind::Differentia, some, std::move(target)});
}

void OboEdges::forget(std::size_t term) {
  while (!edges_.empty() && edges_.back().term == term) edges_.pop_back();
}

void OboEdges::resolve(Ontology& ontology, const OboIds& ids) const {
  std::vector<Relation> relations;
  for (const std::string& id : relations_) {
    const std::string iri = iri_of(id, ids);
    relations.push_back(iri == obo::partOf            ? Relation::PartOf
                        : iri == obo::branchingPartOf ? Relation::BranchingPartOf
                        : iri == obo::onlyInTaxon     ? Relation::OnlyInTaxon
                        : iri == obo::neverInTaxon    ? Relation::NeverInTaxon
                                                      : Relation::Other);
  }
  const Edge* const end = edges_.data() + edges_.size();
  for (const Edge* begin = edges_.data(); begin != end;) {
    const Edge* behind = std::find_if(begin, end, [&](const Edge& edge) { return edge.term != begin->term; });
    enter(begin, behind, relations, ontology, ids);
    begin = behind;
  }
}

/// Enters the edges of one term.
void OboEdges::enter(const Edge* begin, const Edge* end, const std::vector<Relation>& relations, Ontology& ontology,
                     const OboIds& ids) const {
  using Texts = std::vector<std::string>;
  OntologyTerm& term = ontology.terms[begin->term];
  const auto in_taxon = [](const Edge& edge) { return edge.target.starts_with(obo::taxon); };
  const auto list_of = [&](const Edge& edge) -> Texts* {
    if (edge.kind == Kind::Genus) return &term.superclasses;
    if (!edge.some) return nullptr;
    switch (relations[edge.relation]) {
      case Relation::PartOf:
        return in_taxon(edge) ? &term.only_in_taxa : &term.wholes;
      case Relation::BranchingPartOf:
        return &term.wholes;
      case Relation::OnlyInTaxon:
        return &term.only_in_taxa;
      case Relation::NeverInTaxon:
        return &term.never_in_taxa;
      case Relation::Other:
        break;
    }
    return nullptr;
  };

  const auto add_trunk = [&](const Edge& edge) {
    if (edge.kind != Kind::Genus && edge.some && relations[edge.relation] == Relation::BranchingPartOf) term.trunks.push_back(edge.target);
  };

  std::vector<const Edge*> defining;
  for (const Edge* edge = begin; edge != end; ++edge) {
    if (edge->kind != Kind::Relationship) {
      defining.push_back(edge);
      continue;
    }
    if (relations[edge->relation] == Relation::PartOf) ++ontology.counts.part_of;
    if (Texts* list = list_of(*edge)) list->push_back(edge->target);
    add_trunk(*edge);
  }
  if (defining.empty()) return;

  if (defining.size() == 2) {
    const Edge *genus = defining[0], *differentia = defining[1];
    if (genus->kind != Kind::Genus) std::swap(genus, differentia);
    if (genus->kind == Kind::Genus && differentia->kind == Kind::Differentia && differentia->some && in_taxon(*differentia) &&
        ids.prefix(term.iri) != ids.prefix(genus->target)) {
      term.matches.push_back(genus->target);
      return;
    }
  }

  std::set<std::pair<const Texts*, std::string_view>> stated;
  for (Texts* list : {&term.superclasses, &term.wholes, &term.only_in_taxa, &term.never_in_taxa}) {
    list->reserve(list->size() + defining.size());  // the views must stay valid
    for (const std::string& iri : *list) stated.emplace(list, iri);
  }
  for (const Edge* edge : defining) {
    add_trunk(*edge);
    Texts* list = list_of(*edge);
    if (list == nullptr || !stated.emplace(list, edge->target).second) continue;
    list->push_back(edge->target);
    const bool counted = edge->kind == Kind::Genus || relations[edge->relation] == Relation::PartOf;
    if (counted && (list == &term.superclasses || list == &term.wholes)) ++ontology.counts.defined_by;
  }
}

}  // namespace musclekg
