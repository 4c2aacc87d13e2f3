// What the page reader knows of single words, from the tables `page-words.tsv`, `page-nouns.tsv` and `page-movements.tsv` and from
// the tables of the linker.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "extract/sentence.h"
#include "link/abbreviations.h"
#include "link/portions.h"
#include "terms/name_forms.h"
#include "terms/term_index.h"

namespace musclekg {

/// Classes of words; see `page-words.tsv`.
enum class WordClass : std::uint8_t {
  Determiner,
  Conjunction,
  Preposition,
  Locative,
  Pronoun,
  Relative,
  Boundary,
  Verb,
  Copula,
  Adverb,
  Hedge,
  Dispute,
  Negation,
  Filler,
  Modifier,
  SameSide,
  Shape,
  Count
};

/// What kind of structure a name's last word tells; see `page-nouns.tsv`.
enum class NounKind : std::uint8_t { None, Nerve, NerveOrArtery, Artery, Vein, Muscle, Joint, BodyPart, Group };

/// How a word tells of a movement: flexion; flex, flexes; flexing; flexor.
enum class MovementForm : std::uint8_t { None, Noun, Verb, Gerund, Agent };

/// What is known of a word. The same for all places where it stands.
struct Lexeme {
  std::string lower;   ///< as `fold` makes it
  std::string normal;  ///< its standard form: singular, standard spelling
  std::uint32_t classes = 0;
  NounKind noun = NounKind::None;
  Portions::Kind portion = Portions::Kind::None;
  MovementForm form = MovementForm::None;
  std::string_view movement;    ///< "flexion"; empty where the word tells of none
  bool common_verb = false;     ///< it tells of a movement only where the page tells what the muscle does
  bool ordinal = false;         ///< "third", "3rd"
  bool number = false;          ///< digits
  bool level = false;           ///< "L3": a vertebra or a spinal level
  bool ends_names = false;      ///< some term's name ends in it
  bool direction_only = false;  ///< "lateral"; not "tibial", which is a structure's, too
  bool plural = false;          ///< its standard form is another word, which names end in

  bool is(WordClass wanted) const { return (classes >> static_cast<unsigned>(wanted) & 1) != 0; }

  /// Whether it ends as adjectives do: "popliteal".
  bool has_adjective_ending() const;

  /// Whether it describes a structure and names none by itself: "lateral", "seventh", "cervical".
  bool describes() const;
};

/// A word or a mark of a sentence.
struct PageToken {
  std::uint32_t begin = 0, end = 0;  ///< in bytes of the block's words
  const Lexeme* word = nullptr;      ///< nullptr: a mark
  char mark = 0;                     ///< ',', ';', ':', '(', ')', '/', '-' (any dash by itself), '.'; '?' for all others

  bool is(WordClass wanted) const { return word != nullptr && word->is(wanted); }
  bool is(std::string_view text) const { return word != nullptr && word->lower == text; }
};

using Tokens = std::span<const PageToken>;

/// Whether the word at `at` is a verb that says something of its own; not a participle before a noun: "descending branch".
bool is_clause_verb(Tokens tokens, std::size_t at);

/// Not for several threads: it remembers the words it has met, in bounded memory between pages.
class Lexicon {
 public:
  /// Abbreviations of one word that end in a period, and always mean one word, are read as that word: "n.", "aa.".
  Lexicon(const std::string& folder, const NameForms& forms, const Portions& portions, const Abbreviations& abbreviations,
          const TermIndex& terms, Diagnostics& diagnostics);

  /// Cuts `span` of the words into tokens; what stands in `marks` is passed over. A dash between letters joins them into one word; between
  /// or before digits it stands by itself. What makes a genitive is no part of a word. Valid until `forget_if_full`.
  void cut(std::string_view words, WordSpan span, std::span<const WordSpan> marks, std::vector<PageToken>& tokens);

  /// What is known of a word, whatever its case.
  const Lexeme& lexeme(std::string_view word);

  /// The singular of a noun and the standard spelling of a word, lower case.
  const NameForms& forms() const { return forms_; }
  const Portions& portions() const { return portions_; }

  /// Bounds the memory of a long run. To be called between pages; no Lexeme is valid behind it.
  void forget_if_full();

 private:
  struct Movement {
    std::string noun;
    MovementForm form;
    bool common_verb;
  };

  void read_words(const std::string& path, Diagnostics& diagnostics);
  void read_nouns(const std::string& path, Diagnostics& diagnostics);
  void read_movements(const std::string& path, Diagnostics& diagnostics);
  void take_abbreviations(const Abbreviations& abbreviations);
  void take_last_words(const TermIndex& terms);
  Lexeme describe(std::string lower) const;

  template <class Value>
  using ByWord = tsl::robin_map<std::string, Value, TextHash, std::equal_to<>>;

  const NameForms& forms_;
  const Portions& portions_;
  ByWord<std::uint32_t> classes_;
  ByWord<NounKind> nouns_;
  ByWord<Movement> movements_;
  ByWord<std::string> abbreviations_;
  ByWord<char> last_words_;
  ByWord<std::unique_ptr<Lexeme>> met_;
};

}  // namespace musclekg
