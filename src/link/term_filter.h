// Which terms are looked for in a text: by kind, by id, and by what the ontologies say of taxa.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/term.h"
#include "rdf/prefixes.h"
#include "terms/term_index.h"

namespace musclekg {

/// Ids of one prefix: all of them, or those with a number from `first` to `last`.
struct IdBlock {
  std::string prefix;
  std::uint64_t first = 0;
  std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
  bool numbered = false;

  /// From "UBERON", "FMA:0-99999" or "FMA:22353"; nothing when the text has none of these forms.
  static std::optional<IdBlock> parse(std::string_view text);

  bool has(std::string_view id) const;
};

/// What a term must be to be looked for. As it stands: anything.
struct TermChoice {
  KindSet kinds = ~KindSet{0};  ///< one of them, unless it is all bits
  std::vector<IdBlock> blocks;  ///< an id in one of them, unless there are none
  std::string taxon;            ///< IRI; what cannot be in this taxon is left out
};

/// The choice among the terms of an index, which must be finished.
///
/// A term is left out for a taxon when it, or a class it is a kind of, is never in it or in one of its superclasses, or is only
/// in others. Which taxa are above the taxon is known only if a loaded ontology says so; where none does, and for unions of taxa,
/// a term that is only in another taxon stays, and one warning [taxon-lineage] says how many do.
class TermFilter {
 public:
  TermFilter(const TermIndex& terms, const Prefixes& prefixes, const TermChoice& choice, Diagnostics& diagnostics);

  bool takes(TermId term) const { return taken_[term] != 0; }

 private:
  std::vector<char> taken_;
};

}  // namespace musclekg
