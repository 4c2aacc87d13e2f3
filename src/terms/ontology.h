// What one ontology file says, before it is joined with others.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/term.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// A class as a file describes it. Everything but names and cross-references is an IRI, in the form that
/// `Prefixes::canonical` gives. A file may have several of one IRI; they are joined by the index.
struct OntologyTerm {
  std::string iri;
  std::string label;
  std::string definition;
  std::vector<Synonym> synonyms;
  std::vector<std::string> superclasses;      ///< is_a, and the genus of an intersection
  std::vector<std::string> wholes;            ///< part_of and branching part of, also from an intersection
  std::vector<std::string> trunks;            ///< those of the wholes that it is a branching part of
  std::vector<std::string> matches;           ///< the same structure in another ontology, by the file's own word
  std::vector<std::string> cross_references;  ///< as written
  std::vector<std::string> alternative_ids;   ///< IRIs that stand for this term, too
  std::vector<std::string> replaced_by;
  std::vector<std::string> consider;
  std::vector<std::string> structure_kinds;  ///< mkg:structureKind
  std::vector<std::string> only_in_taxa;
  std::vector<std::string> never_in_taxa;
  bool obsolete = false;
  std::uint32_t line = 0;  ///< where it begins, from 1; 0 where the reader does not know
};

/// How many clauses (or triples) of each kind a file has, for comparison with other tools: as they stand, repeated ones too.
struct OntologyCounts {
  std::size_t terms = 0;                  ///< [Term] stanzas; owl:Class
  std::size_t obsolete = 0;               ///< those marked obsolete
  std::array<std::size_t, 4> synonyms{};  ///< by Scope
  std::size_t is_a = 0;                   ///< between classes, as stated
  std::size_t part_of = 0;                ///< as stated: relationship, or subclass of a restriction
  std::size_t defined_by = 0;             ///< is_a and part_of that only an intersection states
  std::size_t cross_references = 0;
};

struct Ontology {
  std::string path;
  std::string iri;      ///< of the ontology; may be empty
  std::string version;  ///< data-version, owl:versionInfo or the version IRI; may be empty
  std::vector<OntologyTerm> terms;
  std::vector<std::pair<std::string, std::string>> properties;  ///< (IRI, label) of its relations
  OntologyCounts counts;
};

/// Reads a file in whatever form it has: OBO, RDF/XML, Turtle or N-Triples, told by its first bytes and its name, each
/// compressed or not. Faults are reported with their place; what can be read is returned. A file without a single term or
/// property is an error [empty-ontology]. Throws Failure when it cannot be opened.
Ontology read_ontology(const std::string& path, const Prefixes& prefixes, Diagnostics& diagnostics);

}  // namespace musclekg
