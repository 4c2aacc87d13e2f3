// What the words of a field stand for, and why.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/term.h"

namespace musclekg {

/// How a link was found. The order is that of trust.
enum class LinkRule : std::uint8_t {
  Curated,       ///< a curator's mapping says so
  GivenId,       ///< the id in the record, and the name fits it
  Label,         ///< the term's label, case and spacing aside
  ExactSynonym,  ///< one of its exact synonyms, likewise; or its label in an ontology that it matches
  LatinName,     ///< one of its Latin names, likewise
  Normalized,    ///< one of these, plural, spelling, hyphens and articles aside
  Rearranged,    ///< one of these, word order, adjectives ("femoral") and nouns that only repeat the kind ("muscle") aside
  Elliptic,      ///< one of these, from which the whole at its end ("of femur") was left out
  Abbreviation,  ///< one of these, when abbreviations are written out
  AuthorsId,     ///< the id that a table gives, where no term has the name: on its author's word alone
  Composed,      ///< no term; composed of one that is known: "branch of" an artery, "aponeurosis of" a muscle
  Provisional,   ///< no term
  Refused        ///< an error was found; the field cannot be exported
};

struct LinkRuleRow {
  LinkRule rule;
  std::string_view name;           ///< in the account of a run, in tables, in the README
  std::string_view confidence;     ///< of a mapping by this rule, fixed
  std::string_view justification;  ///< of SSSOM
};

/// All rules, in the order of LinkRule.
std::span<const LinkRuleRow> link_rules();
const LinkRuleRow& row_of_rule(LinkRule rule);
inline std::string_view name_of(LinkRule rule) { return row_of_rule(rule).name; }

/// The confidence of a link that the muscle's region decided among homonyms is at most this.
inline constexpr std::string_view kConfidenceByRegion = "0.75";

/// The result of linking a name in a slot. Owned by the Linker; equal names in equal slots share one.
struct Link {
  LinkRule rule = LinkRule::Provisional;
  TermId term = kNoTerm;  ///< the class; kNoTerm for what becomes a provisional term

  // Why:
  std::string matched;               ///< the name that matched, as the ontology writes it; empty for Curated and provisional terms
  std::string_view matched_field;    ///< the property whose value it is: "rdfs:label"
  TermId bearer = kNoTerm;           ///< whose name it is: `term`, or a term that matches it
  std::string read_as;               ///< the words looked up, where they are not just the record's: "medial lip of linea aspera"
  std::string given_id;              ///< an obsolete id that was given; `term` replaces it
  bool regional = false;             ///< of a muscle elsewhere, the name may be linked otherwise
  bool by_region = false;            ///< others of the same kind have the name; the muscle's region decided
  std::vector<TermId> alternatives;  ///< terms that have the name, too, and were decided against
  std::vector<TermId> candidates;    ///< terms the name may mean, where it is not decided

  // A provisional term:
  std::string slug;  ///< its name in the namespace of terms
  std::string label;
  TermId broader = kNoTerm;    ///< a term that is broader
  TermId genus = kNoTerm;      ///< the class it is a kind of ("aponeurosis")
  TermId whole = kNoTerm;      ///< what it is part of
  TermId branch_of = kNoTerm;  ///< the nerve or vessel it branches from
  std::string note;            ///< an editor's note on it
  bool material = true;

  TermId other_kind = kNoTerm;  ///< a term that has the name, but is of a kind the slot does not take
  std::string fault_rule;       ///< what is wrong with the id that was given: the id of the rule; of a Refused link, and of one in a table
  std::string fault;            ///< and its text
};

}  // namespace musclekg
