// The terms of the loaded ontologies, by id and by name.

#pragma once

#include <tsl/robin_map.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "link/kinds.h"
#include "model/term.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// Built once from RDF files, then only read. Memory and time are linear in the files.
class TermIndex {
 public:
  /// A term that has a name, and whether the name is its label (or an exact synonym).
  struct Named {
    TermId term;
    bool label;
  };

  /// Reads an ontology as RDF: owl:Class with rdfs:label, oboInOwl:hasExactSynonym, rdfs:subClassOf (named classes, and
  /// restrictions on part of), BFO:0000050 as plain triple, skos:exactMatch, mkg:structureKind, owl:deprecated. A term that
  /// is there already is replaced; what makes its kind (superclasses, mkg:structureKind) is added to. Faults in the file are reported.
  void load(const std::string& path, Diagnostics& diagnostics);

  /// Works out kinds and names. To be called once, after the last `load`.
  void finish(const KindTable& kinds, const Prefixes& prefixes);

  const Term& operator[](TermId id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }

  /// The term with this IRI, or the one that says skos:exactMatch to it; kNoTerm when there is none.
  TermId find_iri(std::string_view iri) const;

  /// Terms with this name, as `fold` makes it; deprecated ones are left out.
  std::span<const Named> named(const std::string& folded) const;

  /// Terms with this name, as `fold_plural` makes it.
  std::span<const Named> named_inflected(const std::string& folded) const;

  /// Whether `part` is, by is_a and part_of steps, within `whole` (or is it).
  bool within(TermId part, TermId whole) const;

  /// The nearest material term among `term` and its wholes, breadth first; kNoTerm when there is none.
  TermId nearest_material(TermId term) const;

  /// (IRI, label) of the properties that were read with the terms.
  const std::vector<std::pair<std::string, std::string>>& property_labels() const { return property_labels_; }

 private:
  using Names = tsl::robin_map<std::string, std::vector<Named>, TextHash, std::equal_to<>>;

  TermId add(std::string_view iri);
  void add_name(std::string_view name, TermId term, bool label);
  void inherit_kinds();

  std::vector<Term> terms_;
  std::vector<std::vector<std::string>> given_kinds_;  ///< mkg:structureKind, by term
  tsl::robin_map<std::string, TermId, TextHash, std::equal_to<>> by_iri_;
  tsl::robin_map<std::string, TermId, TextHash, std::equal_to<>> by_match_;
  Names by_name_, by_inflected_name_;
  std::vector<std::pair<std::string, std::string>> property_labels_;
};

}  // namespace musclekg
