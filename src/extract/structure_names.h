// Names of structures in a list.

#pragma once

#include <string_view>
#include <vector>

#include "extract/conjuncts.h"
#include "extract/structure_name.h"

namespace musclekg {

/// Reads lists of names by their grammar: coordination (see conjuncts_of), "of" chains (see StructureComposer), places ("lateral to ...",
/// "near ..."), "via" and "into", parentheses. A name that is no more than "tendon" or "fibers", or that is of another kind than asked for,
/// is left out.
class StructureReader {
 public:
  StructureReader(Lexicon& lexicon, const Abbreviations& abbreviations, const TermIndex& terms)
      : lexicon_(lexicon), composer_(lexicon, abbreviations, terms) {}

  /// `words`: the block's words, which the tokens point into.
  std::vector<StructureName> read(Tokens tokens, std::string_view words, const ListPurpose& purpose);

 private:
  void read_parentheses(const Conjunct& conjunct, std::string_view words, const ListPurpose& purpose, std::vector<StructureName>& names);
  void take_parts(const std::vector<PageToken>& parts, std::vector<StructureName>& names);

  Lexicon& lexicon_;
  StructureComposer composer_;
};

}  // namespace musclekg
