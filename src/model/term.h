// One class of an ontology, as far as linking and mapping need it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace musclekg {

/// Index of a term in its TermIndex.
using TermId = std::uint32_t;
inline constexpr TermId kNoTerm = ~TermId{0};

/// A set of kinds of structure ("nerve", "bone"), one bit each; see KindTable.
using KindSet = std::uint64_t;

/// How a synonym relates to the term (OBO 1.4, synonym scopes; oboInOwl:hasExactSynonym and so on).
enum class Scope : std::uint8_t { Exact, Narrow, Broad, Related };

/// What kind of name a synonym is, where the ontology says it. Types that make no difference here are Other.
enum class SynonymType : std::uint8_t { None, Latin, Abbreviation, Plural, Other };

struct Synonym {
  std::string text;
  Scope scope = Scope::Exact;
  SynonymType type = SynonymType::None;
};

struct Term {
  std::string iri;
  std::string label;
  std::string definition;
  std::vector<Synonym> synonyms;
  std::vector<TermId> superclasses;           ///< is_a, and the genus of a definition
  std::vector<TermId> wholes;                 ///< part_of and branching part of, at class level
  std::vector<TermId> trunks;                 ///< those of the wholes that it is a branching part of
  std::vector<std::string> matches;           ///< IRIs of the same structure in other ontologies
  std::vector<std::string> cross_references;  ///< other ids it points at, as the ontology writes them
  std::vector<std::string> replaced_by;       ///< IRIs
  std::vector<std::string> consider;          ///< IRIs
  std::vector<std::string> only_in_taxa;      ///< IRIs
  std::vector<std::string> never_in_taxa;     ///< IRIs
  KindSet kinds = 0;                          ///< with those of its superclasses
  std::uint16_t ontology = 0;                 ///< the file that describes it; see TermIndex::ontologies
  bool material = true;                       ///< false for lines and spaces
  bool obsolete = false;
};

std::string_view name_of(Scope scope);
std::string_view name_of(SynonymType type);

}  // namespace musclekg
