// What the words of a field stand for, and why.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/term.h"

namespace musclekg {

/// How a link was found. The order is that of trust.
enum class LinkRule : std::uint8_t {
  GivenId,       ///< the id in the record, and the name fits it
  Label,         ///< the term's label, case and spacing aside
  ExactSynonym,  ///< one of its exact synonyms, case and spacing aside
  Inflected,     ///< its label or an exact synonym, articles and plural aside
  Composed,      ///< no term; composed of one that is known: "branch of" an artery, "aponeurosis of" a muscle
  Provisional,   ///< no term
  Refused        ///< an error was found; the field cannot be exported
};

std::string_view name_of(LinkRule rule);

/// The result of linking a name in a slot. Owned by the Linker; equal names in equal slots share one.
struct Link {
  LinkRule rule = LinkRule::Provisional;
  TermId term = kNoTerm;  ///< the class; kNoTerm for what becomes a provisional term

  // A provisional term:
  std::string slug;  ///< its name in the namespace of terms
  std::string label;
  TermId broader = kNoTerm;    ///< a term that is broader
  TermId genus = kNoTerm;      ///< the class it is a kind of ("aponeurosis")
  TermId whole = kNoTerm;      ///< what it is part of
  TermId branch_of = kNoTerm;  ///< the nerve or vessel it branches from
  std::string note;            ///< an editor's note on it
  bool material = true;

  TermId other_kind = kNoTerm;     ///< a term that has the name, but is of a kind the slot does not take
  std::vector<TermId> candidates;  ///< terms the name may mean, where it is not decided
  std::string fault_rule;          ///< of a Refused link: the id of the rule
  std::string fault;               ///< and its text
};

}  // namespace musclekg
