// Names of muscles in running text.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "extract/lexicon.h"
#include "terms/term_index.h"

namespace musclekg {

/// Finds names of muscles and of groups of them that the ontologies have, without the noun "muscle" or with it.
class MuscleNames {
 public:
  /// `kinds`: the kinds of terms that are muscles, parts of them, or groups of them.
  MuscleNames(const TermIndex& terms, KindSet kinds, const NameForms& forms);

  struct Found {
    std::span<const TermId> terms;  ///< those that have it
    std::size_t size = 0;           ///< in tokens; 0: no name begins there
  };

  /// The longest name that begins with `tokens[at]`.
  Found find(Tokens tokens, std::size_t at) const;

  /// Whether a muscle has the name.
  bool knows(std::string_view name) const { return names_.contains(key_of(name)); }

  /// The terms that have a whole name.
  std::span<const TermId> terms_of(std::string_view name) const;

 private:
  std::string key_of(std::string_view name) const;

  const NameForms& forms_;
  tsl::robin_map<std::string, std::vector<TermId>, TextHash, std::equal_to<>> names_;  ///< in standard form, without "muscle"
  tsl::robin_map<std::string, std::size_t, TextHash, std::equal_to<>> longest_;        ///< by first word: most words of a name
};

}  // namespace musclekg
