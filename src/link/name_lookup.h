// A name, as it is written, to the one term that has it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "link/cautions.h"
#include "link/curated.h"
#include "link/portions.h"
#include "model/link.h"
#include "terms/kinds.h"
#include "terms/name_forms.h"
#include "terms/term_index.h"

namespace musclekg {

/// The property that a name is the value of: "rdfs:label"; `synonym` is nullptr for a label.
std::string_view field_of(const Synonym* synonym);

/// Where a name stands, which decides among homonyms.
struct Place {
  const SlotTable::Slot* slot;
  TermId muscle = kNoTerm;  ///< whose region decides among terms of the same name; kNoTerm: none does
  TermId within = kNoTerm;  ///< only terms within this one fit
};

/// Looks names up, by the written rules Label to Elliptic; the first form and field in which any fitting term has the name
/// decides. A term fits that is of a kind the slot takes, and that no caution and no curator excludes. Where several fit, the
/// one that alone is in a main region of the body in which the muscle is (a limb with its girdle, the head, ...) is taken; otherwise
/// none, and all are candidates. A name without its whole is linked only if it is no word for a portion ("side"), and where it names
/// a part ("medial lip") only to a term that shares a main region with the muscle.
class NameLookup {
 public:
  NameLookup(const TermIndex& terms, const KindTable& kinds, const NameForms& forms, const Cautions& cautions, const Portions& portions,
             const Curated& curated);

  /// A term that has a name, in whatever form and of whatever scope.
  struct Candidate {
    TermIndex::Named named;
    std::string_view field;  ///< "rdfs:label"
    std::string_view rule;   ///< name of the rule by which it could be linked; "never by this name" where there is none
  };

  /// All terms that have a name, the surest first, each once.
  std::vector<Candidate> all(std::string_view name) const;

  /// A link of one of the rules, or without a term: then `candidates`, `other_kind` and `note` say what is known.
  Link find(const Place& place, std::string_view name) const;

 private:
  struct Fitting {
    TermIndex::Named named;
    int rank;  ///< 0: label, 1: exact synonym, 2: Latin name
  };

  bool fits(const Place& place, TermId term, const Cautions::Caution* caution, std::string_view folded) const;
  bool fits_number(const TermIndex::Named& named, std::string_view numbered, bool same) const;
  bool find_curated(const Place& place, std::string_view folded, Link& link) const;
  bool adds_noun(const SlotTable::Slot& slot, const TermIndex::Named& named) const;
  bool decide(const Place& place, std::vector<Fitting> fitting, Link& link) const;
  void find_elliptic(const Place& place, std::string_view normal, const Cautions::Caution* caution, std::string_view folded,
                     Link& link) const;
  std::vector<TermId> main_regions_of(TermId term) const;
  bool shares_region(TermId term, TermId muscle) const;

  const TermIndex& terms_;
  const NameForms& forms_;
  const Cautions& cautions_;
  const Portions& portions_;
  const Curated& curated_;
  KindSet main_region_, group_;
};

}  // namespace musclekg
