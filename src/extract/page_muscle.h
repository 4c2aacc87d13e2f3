// The muscle that a page is about, and whether words speak of it or of something else.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/muscle_names.h"
#include "extract/page_facts.h"
#include "model/page.h"

namespace musclekg {

/// What a clause speaks of.
struct ClauseSubject {
  enum class Kind : std::uint8_t {
    Unsaid,  ///< nothing that names it: "it", "the fibers"; the one before goes on
    Muscle,  ///< the page's
    Other
  };
  Kind kind = Kind::Unsaid;
  std::string name;                ///< of Other, as written
  std::string part;                ///< "long head": the head of the muscle; empty: all of it
  NounKind noun = NounKind::None;  ///< of Other: what kind of structure it is
};

class PageMuscle {
 public:
  PageMuscle(Lexicon& lexicon, const MuscleNames& names) : lexicon_(lexicon), names_(names) {}

  /// Takes back what it was told.
  void forget();

  /// Takes the title's name, without what sites add to it ("| Physiopedia", "(muscle)", "Overview").
  void set_title(std::string_view title);

  /// Takes the name from the first sentence that says what it is ("The soleus is a ..."), where no title was set, and other names from it
  /// ("or ...", "also called ...", in parentheses). True when the sentence gave the name.
  bool take_definition(Tokens sentence, std::string_view words);

  const std::string& name() const { return name_; }
  const std::vector<std::string>& synonyms() const { return synonyms_; }
  bool known() const { return !name_.empty(); }

  /// Whether a name is this muscle's.
  bool is_named(std::string_view name) const;

  /// Whether a name is that of a muscle or a group of muscles that an ontology has.
  bool is_muscle(std::string_view name) const { return names_.knows(name); }

  /// How many tokens a muscle's name takes that begins with `tokens[at]`; 0 for none.
  std::size_t muscle_at(Tokens tokens, std::size_t at) const { return names_.find(tokens, at).size; }

  /// What the words before a cue speak of.
  ClauseSubject subject_of(Tokens tokens, std::string_view words) const;

 private:
  static Tokens subject_phrase(Tokens tokens);
  bool is_this(Tokens tokens, const MuscleNames::Found& found, std::size_t at) const;
  bool shares_term(std::span<const TermId> terms) const;
  bool shares_word(std::string_view name) const;
  void add_name(std::string_view name);

  Lexicon& lexicon_;
  const MuscleNames& names_;
  std::string name_;
  std::vector<std::string> synonyms_;
  std::vector<std::string> keys_;  ///< names in standard form, without "muscle"
  std::vector<TermId> terms_;
};

/// A name of a part of a muscle at the beginning of `tokens` ("the long head", "clavicular fibers"): the tokens that it takes, 0 for none.
std::size_t muscle_part_at(Tokens tokens);

}  // namespace musclekg
