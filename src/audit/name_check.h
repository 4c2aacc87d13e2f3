// Whether the author's words, the label beside them and the kind of structure fit what the id stands for.

#pragma once

#include <tsl/robin_map.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/audit_result.h"
#include "audit/misspelling.h"
#include "link/linker.h"

namespace musclekg {

/// One name as a row gives it, in its slot. Texts are trimmed and may be empty.
struct NamedAs {
  std::string_view words, label, id;
  const SlotTable::Slot* slot = nullptr;
  std::string_view type;   ///< the row's word for its kind
  KindSet type_kinds = 0;  ///< what it stands for; 0: anything
};

class NameCheck {
 public:
  NameCheck(const LinkTables& tables, Linker& linker) : tables_(tables), linker_(linker), misspelling_(tables) { learn_nouns(); }

  /// What is wrong with a name whose id is that of the living term `term`. `id`: as a CURIE; `bridged`: of another ontology.
  std::vector<Judgement> check(const NamedAs& name, const std::string& id, TermId term, bool bridged);

  /// Whether words are a name of the term, of whatever scope, or one in which a noun of the term's kind is said or left out, or lead the
  /// linker to it.
  bool fits(TermId term, const SlotTable::Slot& slot, std::string_view words) const;
  bool is_name(TermId term, const SlotTable::Slot& slot, std::string_view words) const;

  /// The term that alone has the words as a name, also of a kind the slot does not take; kNoTerm where there is none, or several.
  TermId named_by(const SlotTable::Slot& slot, std::string_view words) const;

  /// The noun of a name in the standard form: the last word before "of", "to", a comma or a parenthesis.
  std::string noun_of(std::string_view words) const;

  /// The kinds that the noun of a name says: "nerve" of "nerve to quadratus femoris"; 0 where it says none.
  KindSet kinds_of_noun(std::string_view words) const;

 private:
  void learn_nouns();
  Link link(const SlotTable::Slot& slot, std::string_view words) const;
  std::string arranged(std::string_view name) const;
  bool has_noun_of(std::string_view words, TermId term) const;
  bool has_words_of(std::string_view words, TermId term) const;
  bool check_words(const NamedAs& name, const std::string& id, TermId term, bool label_fits, std::vector<Judgement>& to);
  bool check_part(const NamedAs& name, const std::string& id, TermId term, const Link& meant, std::vector<Judgement>& to) const;
  void check_label(const NamedAs& name, const std::string& id, TermId term, std::vector<Judgement>& to) const;
  void check_kind(const NamedAs& name, const std::string& id, TermId term, std::vector<Judgement>& to) const;

  const LinkTables& tables_;
  Linker& linker_;
  Misspelling misspelling_;
  std::vector<std::pair<std::string, KindSet>> nouns_;  ///< "bone": the kinds bone and bone-part
};

}  // namespace musclekg
