// The terms of the loaded ontologies, by id and by name.

#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "model/term.h"
#include "terms/kinds.h"
#include "terms/name_forms.h"
#include "terms/ontology.h"

namespace musclekg {

/// How alike a name must be; see NameForms.
enum class NameForm : std::uint8_t {
  Folded,    ///< as `fold` makes it
  Normal,    ///< as NameForms::normal makes it
  Arranged,  ///< as NameForms::arranged makes it
  Elliptic   ///< as Normal, without wholes at its end: "medial lip" of "medial lip of linea aspera of femur"; two words at least
};
inline constexpr std::size_t kNameForms = 4;

/// Built once from ontologies, then only read. Memory and time are linear in the ontologies.
class TermIndex {
 public:
  /// A term that has a name. A name of a term in another ontology that matches it counts as its own.
  struct Named {
    TermId term;
    TermId bearer;       ///< whose name it is: `term`, or one that matches it
    std::uint32_t name;  ///< 0: the bearer's label; otherwise the number of its synonym, from 1
  };

  /// An ontology that was loaded, without its terms.
  struct Source {
    std::string path;
    std::string iri;
    std::string version;
    OntologyCounts counts;
    std::size_t replaced = 0;  ///< of its terms: those that a later ontology describes
  };

  /// Adds an ontology. A term with a label that is there already is described anew; what makes its kind (superclasses,
  /// mkg:structureKind) and where it is (wholes, if the later one has none) stays. One without a label adds to what is there.
  /// `bundled`: what a later ontology replaces of it is not worth a warning.
  void add(Ontology&& ontology, bool bundled, Diagnostics& diagnostics);

  /// Takes only the properties of an ontology, and none of its terms.
  void add_properties(Ontology&& ontology);

  /// Works out kinds, matches and names, and reports what is odd in the ontologies that are not bundled: terms without a label,
  /// circles of is_a and part_of, names that several terms have; each once for all of its kind. To be called once, after
  /// the last `add`.
  void finish(const KindTable& kinds, const Prefixes& prefixes, const NameForms& forms, Diagnostics& diagnostics);

  const Term& operator[](TermId id) const { return terms_[id]; }
  std::size_t size() const { return terms_.size(); }
  const std::vector<Source>& ontologies() const { return ontologies_; }

  /// The term with this IRI; else the one that has it as an alternative id, or alone says that it matches it; kNoTerm when there is
  /// none. A term that another one matches comes back as that other one. Obsolete terms and those without
  /// a label are found, too.
  TermId find_iri(std::string_view iri) const;

  /// Terms that match `iri` by their own word, of which `find_iri` takes none where there are several.
  std::vector<TermId> matching(std::string_view iri) const;

  /// Living terms with this name in the given form, in the order of their IRIs, a label before synonyms.
  std::span<const Named> named(NameForm form, std::string_view name) const;

  /// The name as the ontology writes it.
  const std::string& text_of(const Named& named) const;

  /// The synonym, or nullptr when the name is a label.
  const Synonym* synonym_of(const Named& named) const;

  /// The term and all that it is within, by is_a and part_of steps, each once, nearest first.
  std::vector<TermId> within(TermId term) const;
  bool is_within(TermId part, TermId whole) const;

  /// From the whole it is part of to the last one: a shortest way over part_of that leads furthest up, taking the first by IRI
  /// of several, and a superclass's wholes where a term has none of its own. Without the term itself.
  std::vector<TermId> part_of_path(TermId term) const;

  /// The nearest material term among `term` and its wholes, breadth first; kNoTerm when there is none.
  TermId nearest_material(TermId term) const;

  /// (IRI, label) of the properties that were read with the terms.
  const std::vector<std::pair<std::string, std::string>>& property_labels() const { return property_labels_; }

 private:
  using ByIri = tsl::robin_map<std::string, TermId, TextHash, std::equal_to<>>;
  /// Names in one form: `named[i]` has the name with the fingerprint `keys[i]`; sorted.
  struct Names {
    std::vector<Fingerprint> keys;
    std::vector<Named> named;
  };

  TermId intern(std::string_view iri);
  void inherit_kinds();
  void join_matches();
  void index_names(const NameForms& forms);
  void report_unlabelled(Diagnostics& diagnostics, const Prefixes& prefixes) const;
  void report_circles(Diagnostics& diagnostics, const Prefixes& prefixes) const;
  void report_shared_names(Diagnostics& diagnostics, const Prefixes& prefixes) const;

  std::vector<Term> terms_;
  std::vector<std::vector<std::string>> given_kinds_;  ///< mkg:structureKind, by term
  std::vector<std::uint32_t> lines_;                   ///< by term
  std::vector<char> described_;                        ///< by term: an ontology has it, and does not only point at it
  std::vector<TermId> same_as_;                        ///< by term: the one that matches it, or itself
  ByIri by_iri_, by_alternative_;
  std::vector<std::pair<std::string, TermId>> by_match_;  ///< sorted
  std::array<Names, kNameForms> names_;
  std::vector<Source> ontologies_;
  std::vector<char> bundled_;  ///< by ontology
  std::vector<std::pair<std::string, std::string>> property_labels_;
};

}  // namespace musclekg
