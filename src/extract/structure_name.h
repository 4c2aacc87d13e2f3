// The name of one structure, composed from its words.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/page_facts.h"
#include "link/abbreviations.h"
#include "terms/term_index.h"

namespace musclekg {

struct StructureName {
  WordSpan words;         ///< all of its words, with those it shares with others of a list
  std::string head;       ///< lower case, without articles: "lateral lip of linea aspera"; nouns in the singular
  std::string qualifier;  ///< "upper half"; several joined by "; "
  std::vector<std::string> via;
  NounKind kind = NounKind::None;
  bool hedged = false;
  bool negative = false;
};

/// What names are read for.
struct ListPurpose {
  enum class Names : std::uint8_t { Attachments, Nerves, Arteries, Muscles, Groups } names;
  const SlotTable::Slot* slot;  ///< in which abbreviations hold

  bool attachments() const { return names == Names::Attachments; }
  bool branches() const { return names == Names::Nerves || names == Names::Arteries; }
};

void add_qualifier(StructureName& name, std::string_view text);

/// The source words from the first to the last of the tokens, folded.
std::string text_of(Tokens tokens, std::string_view words);

/// The words before "of", "on" and the like, or behind the last of them: "upper half", "medial lip", "linea aspera".
using Segment = std::vector<const PageToken*>;

/// The words of a segment in lower case, ordinals written out; the noun in the singular unless `keep_plural`.
std::string text_of_segment(const Segment& segment, bool keep_plural);

/// Composes names by these rules: shares ("upper half of"), branches without a name ("branches of"), words such as "adjacent" and counts
/// ("lower four") are qualifiers; so is a direction before a noun that is a name by itself while both are none ("distal femur"). Numbers
/// behind a noun become ordinals ("rib 5"); abbreviations are written out.
class StructureComposer {
 public:
  StructureComposer(Lexicon& lexicon, const Abbreviations& abbreviations, const TermIndex& terms)
      : lexicon_(lexicon), abbreviations_(abbreviations), terms_(terms) {}

  /// Completes `name` from the tokens of one name. False when they name nothing ("a flat tendon"), or something of another kind than asked
  /// for.
  bool compose(Tokens tokens, std::string_view words, const ListPurpose& purpose, StructureName& name) const;

 private:
  void take_shares(std::vector<Segment>& segments, const ListPurpose& purpose, StructureName& name) const;
  void take_modifiers(Segment& segment, const ListPurpose& purpose, StructureName& name) const;
  void take_direction(Segment& segment, StructureName& name) const;
  bool names_nothing(const std::vector<Segment>& segments, const ListPurpose& purpose) const;
  bool has_term(const std::string& name) const;
  bool is_of_slot(const std::string& name, const SlotTable::Slot& slot) const;
  void write_out_latin(StructureName& name) const;
  void write_out(std::string_view written, const ListPurpose& purpose, StructureName& name) const;

  Lexicon& lexicon_;
  const Abbreviations& abbreviations_;
  const TermIndex& terms_;
};

}  // namespace musclekg
