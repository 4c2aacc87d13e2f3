#include "terms/rdf_ontology.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <vector>

#include "rdf/node_map.h"
#include "rdf/read_rdf.h"
#include "rdf/vocabulary.h"
#include "terms/synonym_types.h"

namespace musclekg {

namespace {

/// What a property says of a class.
enum class Says : std::uint8_t {
  Nothing,
  Label,
  Definition,
  Synonym,
  Superclass,
  Whole,
  WholeOfBranch,
  Equivalent,
  CrossReference,
  AlternativeId,
  Consider,
  ReplacedBy,
  Deprecated,
  Match,
  NeverInTaxon,
  Kind
};

struct Property {
  std::string_view iri;
  Says says;
  Scope scope = Scope::Exact;  ///< of a synonym
};

constexpr Property kProperties[] = {
    {rdfs::label, Says::Label},
    {obo::definition, Says::Definition},
    {oboInOwl::hasExactSynonym, Says::Synonym, Scope::Exact},
    {oboInOwl::hasNarrowSynonym, Says::Synonym, Scope::Narrow},
    {oboInOwl::hasBroadSynonym, Says::Synonym, Scope::Broad},
    {oboInOwl::hasRelatedSynonym, Says::Synonym, Scope::Related},
    {fma::synonym, Says::Synonym, Scope::Exact},
    {fma::preferredName, Says::Synonym, Scope::Exact},
    {rdfs::subClassOf, Says::Superclass},
    {obo::partOf, Says::Whole},
    {obo::branchingPartOf, Says::WholeOfBranch},
    {owl::equivalentClass, Says::Equivalent},
    {oboInOwl::hasDbXref, Says::CrossReference},
    {oboInOwl::hasAlternativeId, Says::AlternativeId},
    {oboInOwl::consider, Says::Consider},
    {obo::replacedBy, Says::ReplacedBy},
    {owl::deprecated, Says::Deprecated},
    {skos::exactMatch, Says::Match},
    {obo::neverInTaxon, Says::NeverInTaxon},
    {mkg::structureKind, Says::Kind},
};

/// What a blank node (or an annotation's node) describes: a restriction, a list cell, an intersection, an annotated synonym.
struct Description {
  const Node* property = nullptr;
  const Node* filler = nullptr;
  const Node* first = nullptr;
  const Node* rest = nullptr;
  const Node* intersection = nullptr;
  const Node* annotated_source = nullptr;
  const Node* annotated_target = nullptr;
  const Node* synonym_type = nullptr;
};

bool is_iri(const Node* node) { return node != nullptr && node->kind == Node::Kind::Iri; }

/// One file on its way into an Ontology.
class Reading {
 public:
  explicit Reading(const Prefixes& prefixes) : prefixes_(prefixes) {
    for (const Property& property : kProperties) properties_.emplace(nodes_.iri(property.iri), &property);
  }

  Ontology read(Input& input, std::string_view beginning, const char* raptor_name, Diagnostics& diagnostics) {
    ontology_.path = input.name();
    read_rdf(input, beginning, raptor_name, nodes_, diagnostics, [this](const Quad& quad) { take(quad); });
    for (const Quad& quad : quads_) say(quad);
    add_defined();
    for (const Node* node : annotations_) annotate(description_of(node));
    return std::move(ontology_);
  }

 private:
  /// An edge that an intersection gives to a term.
  struct Defined {
    std::size_t term;
    std::vector<std::string> OntologyTerm::*edges;
    std::string iri;
    bool counted;  ///< is_a or part of
  };

  /// The first pass: what is a class, and what blank nodes describe.
  void take(const Quad& quad) {
    quads_.push_back(quad);
    const std::string_view predicate = quad.predicate->value;
    if (predicate == rdf::type) {
      if (quad.object->value == owl::Class && is_iri(quad.subject)) {
        term(quad.subject);
      } else if (quad.object->value.ends_with("Property") && is_iri(quad.subject)) {
        is_property_[quad.subject] = 1;
      } else if (quad.object->value == owl::Ontology && ontology_.iri.empty() && is_iri(quad.subject)) {
        ontology_node_ = quad.subject;
        ontology_.iri = quad.subject->value;
      } else if (quad.object->value == owl::Axiom) {
        annotations_.push_back(quad.subject);
      }
    }
    const auto set = [&](std::string_view wanted, const Node* Description::*member) {
      if (predicate == wanted) description_of(quad.subject).*member = quad.object;
    };
    if (predicate.starts_with(owl::base)) {
      set(owl::onProperty, &Description::property);
      set(owl::someValuesFrom, &Description::filler);
      set(owl::intersectionOf, &Description::intersection);
      set(owl::annotatedSource, &Description::annotated_source);
      set(owl::annotatedTarget, &Description::annotated_target);
    } else {
      set(rdf::first, &Description::first);
      set(rdf::rest, &Description::rest);
      set(oboInOwl::hasSynonymType, &Description::synonym_type);
    }
  }

  Description& description_of(const Node* node) {
    std::uint32_t& number = described_[node];
    if (number == 0) {
      descriptions_.emplace_back();
      number = static_cast<std::uint32_t>(descriptions_.size());
    }
    return descriptions_[number - 1];
  }

  /// The term of a class, made when it is not there.
  OntologyTerm& term(const Node* node) {
    std::uint32_t& number = terms_[node];
    if (number == 0) {
      ontology_.terms.emplace_back().iri = prefixes_.canonical(node->value);
      ++ontology_.counts.terms;
      number = static_cast<std::uint32_t>(ontology_.terms.size());
    }
    return ontology_.terms[number - 1];
  }

  std::string iri_of(const Node* node) const { return prefixes_.canonical(node->value); }

  /// An id that may stand as an IRI or as text.
  void add_id(std::vector<std::string>& ids, const Node* node) const {
    if (const auto iri = prefixes_.iri_of_id(node->value)) ids.push_back(*iri);
  }

  void say(const Quad& quad) {
    const Node* object = quad.object;
    if (quad.subject == ontology_node_) {
      if (quad.predicate->value == owl::versionInfo) ontology_.version = object->value;
      if (quad.predicate->value == owl::versionIRI && ontology_.version.empty()) ontology_.version = object->value;
    }
    const auto found = properties_.find(quad.predicate);
    if (found == properties_.end()) return;
    const Property& property = *found->second;
    if (is_property_[quad.subject]) {
      if (property.says == Says::Label) ontology_.properties.emplace_back(quad.subject->value, object->value);
      return;
    }
    if (terms_[quad.subject] == 0) return;
    OntologyTerm& to = term(quad.subject);
    OntologyCounts& counts = ontology_.counts;
    switch (property.says) {
      case Says::Label:
        choose_label(to, object, label_ranks_[quad.subject]);
        break;
      case Says::Definition:
        to.definition = object->value;
        break;
      case Says::Synonym:
        ++counts.synonyms[static_cast<std::size_t>(property.scope)];
        to.synonyms.push_back({std::string(object->value), property.scope, SynonymType::None});
        break;
      case Says::Superclass:
        if (is_iri(object)) {
          ++counts.is_a;
          to.superclasses.push_back(iri_of(object));
        } else {
          restrict(to, description_of(object), counts.part_of);
        }
        break;
      case Says::Whole:
        if (!is_iri(object)) break;
        ++counts.part_of;
        to.wholes.push_back(iri_of(object));
        break;
      case Says::WholeOfBranch:
        if (is_iri(object)) add_trunk(to, object);
        break;
      case Says::Equivalent:
        define(to, description_of(object).intersection);
        break;
      case Says::CrossReference:
        ++counts.cross_references;
        to.cross_references.emplace_back(object->value);
        if (object->value.starts_with("FMA:") && to.iri.starts_with(obo::uberon))  // the same structure, as in the OBO reader
          add_id(to.matches, object);
        break;
      case Says::AlternativeId:
        add_id(to.alternative_ids, object);
        break;
      case Says::Consider:
        add_id(to.consider, object);
        break;
      case Says::ReplacedBy:
        add_id(to.replaced_by, object);
        break;
      case Says::Deprecated:
        if (object->value != "true" && object->value != "1") break;
        counts.obsolete += to.obsolete ? 0 : 1;
        to.obsolete = true;
        break;
      case Says::Match:
        if (is_iri(object)) to.matches.push_back(iri_of(object));
        break;
      case Says::NeverInTaxon:
        add_id(to.never_in_taxa, object);
        break;
      case Says::Kind:
        to.structure_kinds.emplace_back(object->value);
        break;
      case Says::Nothing:
        break;
    }
  }

  void add_trunk(OntologyTerm& to, const Node* trunk) const {
    to.wholes.push_back(iri_of(trunk));
    to.trunks.push_back(iri_of(trunk));
  }

  /// Of several labels the English or untagged one, and of these the first in the order of their bytes. `rank`: of the
  /// label that is there; 0 is none.
  static void choose_label(OntologyTerm& to, const Node* label, char& rank) {
    const char other = label->language.empty() || label->language.starts_with("en") ? 1 : 2;
    if (rank != 0 && std::pair(rank, std::string_view(to.label)) <= std::pair(other, label->value)) return;
    to.label = label->value;
    rank = other;
  }

  /// A restriction as superclass, or in an intersection: part of, or only in a taxon.
  void restrict(OntologyTerm& to, const Description& restriction, std::size_t& count) {
    if (!is_iri(restriction.property) || !is_iri(restriction.filler)) return;
    const std::string_view property = restriction.property->value;
    if (property == obo::partOf) {
      ++count;
      to.wholes.push_back(iri_of(restriction.filler));
    } else if (property == obo::branchingPartOf) {
      add_trunk(to, restriction.filler);
    } else if (property == obo::onlyInTaxon) {
      to.only_in_taxa.push_back(iri_of(restriction.filler));
    } else if (property == obo::neverInTaxon) {
      to.never_in_taxa.push_back(iri_of(restriction.filler));
    }
  }

  /// The members of an intersection that a class is equivalent to.
  void define(OntologyTerm& to, const Node* list) {
    const auto number = static_cast<std::size_t>(&to - ontology_.terms.data());
    for (std::size_t steps = 0; list != nullptr && list->value != rdf::nil && steps < descriptions_.size(); ++steps) {
      const Description& cell = description_of(list);
      if (is_iri(cell.first)) {
        defined_.push_back({number, &OntologyTerm::superclasses, iri_of(cell.first), true});
      } else if (cell.first != nullptr) {
        const Description& member = description_of(cell.first);
        const bool restriction = is_iri(member.filler) && is_iri(member.property);
        if (restriction && member.filler->value.starts_with(obo::taxon)) {
          to.only_in_taxa.push_back(iri_of(member.filler));
        } else if (restriction && (member.property->value == obo::partOf || member.property->value == obo::branchingPartOf)) {
          defined_.push_back({number, &OntologyTerm::wholes, iri_of(member.filler), member.property->value == obo::partOf});
          if (member.property->value == obo::branchingPartOf) to.trunks.push_back(iri_of(member.filler));
        }
      }
      list = description_of(list).rest;
    }
  }

  /// Adds the edges that only an intersection states.
  void add_defined() {
    for (Defined& defined : defined_) {
      std::vector<std::string>& edges = ontology_.terms[defined.term].*defined.edges;
      if (std::find(edges.begin(), edges.end(), defined.iri) != edges.end()) continue;
      ontology_.counts.defined_by += defined.counted ? 1 : 0;
      edges.push_back(std::move(defined.iri));
    }
  }

  /// An axiom annotation that types a synonym.
  void annotate(const Description& axiom) {
    if (axiom.annotated_source == nullptr || axiom.annotated_target == nullptr || axiom.synonym_type == nullptr) return;
    if (terms_[axiom.annotated_source] == 0) return;
    for (Synonym& synonym : term(axiom.annotated_source).synonyms)
      if (synonym.text == axiom.annotated_target->value) synonym.type = synonym_type_named(axiom.synonym_type->value);
  }

  const Prefixes& prefixes_;
  Ontology ontology_;
  NodeTable nodes_;
  std::vector<Quad> quads_;
  tsl::robin_map<const Node*, const Property*> properties_;
  NodeMap<std::uint32_t> terms_, described_;  ///< by node: index + 1
  NodeMap<char> is_property_, label_ranks_;
  std::vector<Description> descriptions_;
  std::vector<Defined> defined_;
  std::vector<const Node*> annotations_;
  const Node* ontology_node_ = nullptr;
};

}  // namespace

Ontology read_rdf_ontology(Input& input, std::string_view beginning, const char* raptor_name, const Prefixes& prefixes,
                           Diagnostics& diagnostics) {
  return Reading(prefixes).read(input, beginning, raptor_name, diagnostics);
}

}  // namespace musclekg
