// Names of structures in a list, each taken apart into what it names and the words that say which share of it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/conjuncts.h"
#include "extract/lexicon.h"
#include "extract/page_facts.h"
#include "link/abbreviations.h"
#include "terms/term_index.h"

namespace musclekg {

/// One structure that a list names.
struct StructureName {
  WordSpan words;         ///< all of its words, with those it shares with others of the list
  std::string head;       ///< lower case, without articles: "lateral lip of linea aspera"; nouns in the singular
  std::string qualifier;  ///< "upper half"; several joined by "; "
  std::vector<std::string> via;
  NounKind kind = NounKind::None;
  bool hedged = false;
  bool negative = false;
};

/// What a list is read for.
struct ListPurpose {
  enum class Names : std::uint8_t { Attachments, Nerves, Arteries, Muscles, Groups } names;
  const SlotTable::Slot* slot;  ///< in which abbreviations hold
};

/// Reads lists of names by their grammar: coordination (see conjuncts_of), "of" chains, portions, places ("lateral to ...", "near ..."),
/// "via" and "into", parentheses. A name that is no more than "tendon" or "fibers", or that is of another kind than asked for, is left out.
class StructureReader {
 public:
  StructureReader(Lexicon& lexicon, const Abbreviations& abbreviations, const TermIndex& terms)
      : lexicon_(lexicon), abbreviations_(abbreviations), terms_(terms) {}

  /// `words`: the block's words, which the tokens point into.
  std::vector<StructureName> read(Tokens tokens, std::string_view words, const ListPurpose& purpose);

 private:
  void read_one(const Conjunct& conjunct, std::string_view words, const ListPurpose& purpose, std::vector<StructureName>& names);
  void read_parentheses(const Conjunct& conjunct, std::string_view words, const ListPurpose& purpose, std::vector<StructureName>& names);
  bool add(std::vector<Token> tokens, std::string_view words, const ListPurpose& purpose, StructureName name,
           std::vector<StructureName>& names);
  void take_parts(const std::vector<Token>& parts, std::vector<StructureName>& names);
  bool has_term(const std::string& name) const;
  bool is_of_slot(const std::string& name, const SlotTable::Slot& slot) const;
  void strip_direction(std::vector<const Token*>& segment, StructureName& name) const;
  void write_out_latin(StructureName& name) const;
  void write_out(std::string_view written, const ListPurpose& purpose, StructureName& name) const;

  Lexicon& lexicon_;
  const Abbreviations& abbreviations_;
  const TermIndex& terms_;
};

}  // namespace musclekg
