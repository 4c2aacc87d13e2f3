// The forms in which names are compared: one for spelling, one for word order, too. What words mean stands in tables of
// `ontology/`, not here.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "model/term.h"
#include "terms/kinds.h"

namespace musclekg {

/// Not for several threads: it remembers the standard form of each word it has seen.
class NameForms {
 public:
  /// A name with its words in one order, and without the noun that only repeats its kind.
  struct Arranged {
    std::string name;
    KindSet left_out = 0;  ///< kinds that the noun left out stands for; 0 when none was
    bool addable = false;  ///< the noun left out may be missing in any slot that takes its kinds
  };

  /// Reads plurals.tsv, spellings.tsv, adjectives.tsv and generic-nouns.tsv of `folder`.
  NameForms(const std::string& folder, const KindTable& kinds, Diagnostics& diagnostics);

  /// The standard form of one word as `fold` makes it: no possessive ending, singular, standard spelling.
  const std::string& word(std::string_view folded) const;

  /// The name for comparing, `fold` applied first: the standard form of each word, without articles, with hyphens and
  /// periods as blanks.
  std::string normal(std::string_view name) const { return normal(name, ' ', true); }

  /// The same with singular and plural kept apart: "interossei" is not "interosseous".
  std::string numbered(std::string_view name) const { return normal(name, ' ', false); }

  /// The same with what hyphens join as one word: "ary-epiglottic" is "aryepiglottic". An empty text when the name has no hyphen
  /// within a word.
  std::string joined(std::string_view name) const;

  /// For comparing without regard to word order, from what `normal` gave: "shaft of femur" and "femoral shaft" become "femur
  /// shaft". A noun is left out only if it stands for one of `kinds`.
  Arranged arranged(std::string_view normal, KindSet kinds) const;

  /// The noun of an adjective ("femoral": "femur"), both in standard form; an empty text when the table has none.
  std::string_view noun_of(std::string_view adjective) const;

 private:
  enum class Where : std::uint8_t { Start, End, Within };
  struct Spelling {
    std::string variant;
    std::string standard;
    Where where;
  };
  using Words = tsl::robin_map<std::string, std::string, TextHash, std::equal_to<>>;

  std::string standard(std::string_view folded, bool singular_too) const;
  std::string normal(std::string_view name, char for_hyphen, bool singular_too) const;

  Words plurals_, whole_words_, adjectives_;
  std::vector<Spelling> spellings_;
  struct GenericNoun {
    KindSet kinds;
    bool addable;
  };
  tsl::robin_map<std::string, GenericNoun, TextHash, std::equal_to<>> generic_nouns_;
  mutable Words remembered_;
};

/// The parts of `text` between blanks. Valid as long as the text.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace musclekg
