// Slips of the pen in names whose id is known.

#pragma once

#include <tsl/robin_set.h>

#include <functional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "link/linker.h"

namespace musclekg {

/// Tells "tibalis anterior muscle" beside the id of the tibialis anterior from a name that the ontology does not know.
class Misspelling {
 public:
  explicit Misspelling(const LinkTables& tables) : tables_(tables) {}

  /// The words, folded, with those that no label and no exact synonym of any term has replaced by the ones of `term` that are near them; an
  /// empty text where there are none such. The first call takes the time of reading all names.
  std::string mended(TermId term, std::string_view words);

 private:
  void learn();
  bool is_word(std::string_view folded) const { return words_.contains(folded) || words_.contains(tables_.forms.word(folded)); }

  const LinkTables& tables_;
  tsl::robin_set<std::string, TextHash, std::equal_to<>> words_;  ///< of all labels and exact synonyms, folded
};

}  // namespace musclekg
