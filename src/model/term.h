// One class of an ontology, as far as linking and mapping need it.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace musclekg {

/// Index of a term in its TermIndex.
using TermId = std::uint32_t;
inline constexpr TermId kNoTerm = ~TermId{0};

/// A set of kinds of structure ("nerve", "bone"), one bit each; see KindTable.
using KindSet = std::uint64_t;

struct Term {
  std::string iri;
  std::string label;
  std::vector<std::string> synonyms;  ///< exact ones
  std::vector<TermId> superclasses;   ///< is_a
  std::vector<TermId> wholes;         ///< part_of, at class level
  std::vector<std::string> matches;   ///< skos:exactMatch: the same structure in other ontologies
  KindSet kinds = 0;                  ///< with those of its superclasses
  bool material = true;               ///< false for lines and spaces
  bool deprecated = false;
};

}  // namespace musclekg
