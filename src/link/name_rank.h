// How sure a name of a term is, for all who look names up.

#pragma once

#include "model/link.h"
#include "terms/term_index.h"

namespace musclekg {

/// The ranks are 0 label, 1 exact synonym, 2 Latin name; kNameRanks stands for a name that does not identify its term.
inline constexpr int kNameRanks = 3;

/// `synonym`: that of `named`, nullptr for a label. The label of a term in another ontology is an exact synonym.
inline int rank_of(const TermIndex::Named& named, const Synonym* synonym) {
  if (synonym == nullptr) return named.bearer == named.term ? 0 : 1;
  if (synonym->type == SynonymType::Latin) return synonym->scope == Scope::Exact || synonym->scope == Scope::Related ? 2 : kNameRanks;
  return synonym->scope == Scope::Exact ? 1 : kNameRanks;
}

/// The rule by which a name of this rank links, when it is written as the ontology writes it, case and spacing aside.
inline LinkRule rule_of_rank(int rank) { return rank == 0 ? LinkRule::Label : rank == 1 ? LinkRule::ExactSynonym : LinkRule::LatinName; }

}  // namespace musclekg
