// The names that are looked for in a text, and what each of them means there.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "link/abbreviations.h"
#include "link/cautions.h"
#include "link/term_filter.h"
#include "link/token_automaton.h"
#include "link/word_numbers.h"
#include "rdf/prefixes.h"
#include "terms/name_forms.h"
#include "terms/term_index.h"

namespace musclekg {

/// What a mention stands for.
struct Meaning {
  std::vector<TermId> terms;  ///< one; or all that have the name with equal right, in the order of their ids
  std::string ids;            ///< "UBERON:0000981"; several with '|' between them
  std::string labels;         ///< likewise; in one line, without tabs
  std::string_view rule;      ///< name of a LinkRule, kAmbiguous or kDefinedInText
};

inline constexpr std::string_view kAmbiguous = "ambiguous";
inline constexpr std::string_view kDefinedInText = "abbreviation defined in the text";

/// What the names are taken from; all but `stop_names` live as long as KnownNames.
struct NameSources {
  const TermIndex& terms;
  const NameForms& forms;
  const Prefixes& prefixes;
  const Cautions& cautions;
  const Abbreviations& abbreviations;
  const TermFilter& filter;
  const std::vector<std::string>& stop_names;
};

/// Labels, exact synonyms and Latin names of living terms, and the abbreviations of `abbreviations.tsv` that hold in a slot that takes
/// anything and whose meaning is one of these. A name matches in its standard form, word by word (see NameForms), its marks as they stand.
/// What is an abbreviation (by the ontology's word, by that table, or one short word with a capital behind its first letter: "TMJ") matches
/// only as it is written, or with a plural s.
///
/// Left out are stop names, names that a caution refuses for the term, those of fewer than three letters and digits, numbers
/// alone, those that end in an article ("tooth A"), and those of more than kMostWords words.
///
/// Not for several threads: it remembers what it has looked up, in bounded memory.
class KnownNames {
 public:
  using Name = TokenAutomaton::Name;

  static constexpr std::size_t kMostWords = 64;

  explicit KnownNames(const NameSources& sources);
  KnownNames(const KnownNames&) = delete;

  const TokenAutomaton& automaton() const { return automaton_; }
  WordNumbers& words() { return words_; }

  /// Whether the name matches only as it is written: then `meaning` must be asked whether it does.
  bool only_as_written(Name name) const { return only_as_written_[name]; }

  /// What the name means when it is written as `text`, or nullptr when it means nothing then. The surest field decides (label
  /// before exact synonym before Latin name before abbreviation), of names written just so before those in their standard form.
  /// The result is valid as long as this object.
  const Meaning* meaning(Name name, std::string_view text);

 private:
  struct Entry {
    Name name;
    TermId term;
    std::string_view text;  ///< as the ontology writes it
    int rank;               ///< see rank_of; kNameRanks: an abbreviation
    bool as_written;
  };

  /// The meaning of a text that was looked up last.
  struct Latest {
    Fingerprint text;
    const Meaning* meaning = nullptr;
  };

  void add_term(TermId bearer);
  void add_abbreviations();
  void add(TermId term, std::string_view text, int rank, bool as_written);
  bool number(std::string_view text, std::vector<TokenAutomaton::Word>& words);
  bool refused(TermId term, std::string_view text) const;
  const Meaning* decide(Name name, std::string_view text);
  const Meaning* take_surest(const std::vector<const Entry*>& fitting, bool normalized);

  NameSources sources_;
  WordNumbers words_;
  TokenAutomaton automaton_;
  std::set<std::vector<TokenAutomaton::Word>> stopped_;
  std::deque<std::string> abbreviations_;  ///< texts of entries
  std::vector<Entry> entries_;             ///< by name, then by id
  std::vector<std::uint32_t> first_;       ///< by name: its first entry
  std::vector<char> only_as_written_;      ///< by name
  std::deque<Meaning> meanings_;
  tsl::robin_map<Fingerprint, const Meaning*, FingerprintHash> by_content_;  ///< by ids and rule
  tsl::robin_map<Fingerprint, const Meaning*, FingerprintHash> by_text_;     ///< what was looked up; nullptr: no meaning
  std::vector<Latest> latest_;                                               ///< by name
};

}  // namespace musclekg
