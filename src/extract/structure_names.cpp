#include "extract/structure_names.h"

#include <algorithm>

namespace musclekg {

namespace {

/// Prepositions that begin a name in a list, and say no more than the cue did.
bool introduces(const PageToken& token) {
  return token.is("from") || token.is("into") || token.is("onto") || token.is("to") || token.is("on") || token.is("at") || token.is("in") ||
         token.is("along") || token.is("upon") || token.is("of") || token.is("for");
}

bool passes(const PageToken& token) { return token.is("via") || token.is("by") || token.is("through"); }

/// What no name goes on behind.
bool ends_name(Tokens tokens, std::size_t at) {
  const PageToken& token = tokens[at];
  if (token.word == nullptr) return token.mark != '-';
  if (is_clause_verb(tokens, at) || token.is(WordClass::Relative) || token.is(WordClass::Boundary) || token.is(WordClass::Copula))
    return true;
  if (token.is("with") || token.is("without") || token.is("as") || token.is("for") || token.is("toward") || token.is("towards"))
    return true;
  const Lexeme& word = *token.word;
  const bool before_noun = at + 1 < tokens.size() && tokens[at + 1].word != nullptr &&
                           (tokens[at + 1].word->portion != Portions::Kind::None || tokens[at + 1].word->noun != NounKind::None);
  return word.lower.size() > 5 && word.lower.ends_with("ing") && !word.is(WordClass::Modifier) && !word.ends_names &&
         !word.is(WordClass::Verb) && !before_noun;
}

bool has_portion(const PageToken& token, Portions::Kind kind) { return token.word != nullptr && token.word->portion == kind; }

/// "groove", "the medial lip": a noun for a part, and not of what.
bool is_bare_noun(const std::vector<PageToken>& tokens) {
  return !tokens.empty() && has_portion(tokens.back(), Portions::Kind::StructureNoun) &&
         std::all_of(tokens.begin(), tokens.end(), [](const PageToken& token) {
           return token.word != nullptr &&
                  (token.word->portion != Portions::Kind::None || token.is(WordClass::Determiner) || token.is(WordClass::Shape));
         });
}

/// "rough surface", "deep fascia": words that only describe before a noun for a part, or nothing but such words.
bool is_vague(const std::vector<PageToken>& tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const PageToken& token) {
    return token.word == nullptr || token.word->portion != Portions::Kind::None || token.word->describes() ||
           token.is(WordClass::Determiner);
  });
}

/// "the medial two-thirds of the triangular area": a share, and not of what.
bool is_share_of_nothing(const std::vector<PageToken>& tokens) {
  return !tokens.empty() && has_portion(tokens.back(), Portions::Kind::Part) &&
         std::all_of(tokens.begin(), tokens.end(), [](const PageToken& token) {
           return token.word != nullptr && token.word->portion != Portions::Kind::StructureNoun &&
                  (token.word->portion != Portions::Kind::None || token.word->describes() || token.is("of") ||
                   token.is(WordClass::Determiner));
         });
}

/// "a branch of the axillary artery", behind the name of the branch.
bool is_apposition(const std::vector<PageToken>& tokens) {
  return tokens.size() > 3 && (tokens[0].is("a") || tokens[0].is("an")) && has_portion(tokens[1], Portions::Kind::Branch) &&
         (tokens[2].is("of") || tokens[2].is("from"));
}

/// One of the names that a text joins, and what stands behind "to" and "into" as names of their own.
class ConjunctReading {
 public:
  ConjunctReading(const Conjunct& conjunct, std::string_view words, const ListPurpose& purpose, const StructureComposer& composer,
                  std::vector<StructureName>& names)
      : conjunct_(conjunct), tokens_(conjunct.whole()), words_(words), purpose_(purpose), composer_(composer), names_(names) {}

  void read() {
    if (!purpose_.attachments() && conjunct_.joined == Conjunct::Joined::Comma && !names_.empty() && is_apposition(tokens_)) {
      add_qualifier(names_.back(), text_of(tokens_, words_));
      return;
    }
    begin();
    while (at_ < tokens_.size() && !ends_name(tokens_, at_)) {
      if (!take_place() && !take_inner_preposition() && !take_next_name()) {
        if (!purpose_.attachments() && !own_.empty() && (passes(token()) || (token().is("from") && names_branch()))) break;
        own_.push_back(token());
      }
      ++at_;
    }
    at_ = tokens_.size();
    add_qualifier(name_, text_of(where_, words_));
    finish();
  }

 private:
  const PageToken& token() const { return tokens_[at_]; }
  const PageToken* next() const { return at_ + 1 < tokens_.size() ? &tokens_[at_ + 1] : nullptr; }

  /// "the tibial nerve": what stands behind "from" is where it comes from.
  bool names_branch() const {
    const Lexeme* noun = own_.back().word;
    return noun != nullptr && (noun->noun == NounKind::Nerve || noun->noun == NounKind::Artery);
  }

  /// Passes over the words before the name.
  void begin() {
    for (std::size_t i = 0; i < std::min<std::size_t>(tokens_.size(), 4); ++i)
      if (tokens_[i].is(WordClass::Hedge)) at_ = i;  // "in most people also"
    for (; at_ < tokens_.size(); ++at_) {
      const bool before_place = token().is(WordClass::Adverb) && next() != nullptr && next()->is(WordClass::Locative);
      if (token().is(WordClass::Hedge)) name_.hedged = true;
      if (token().is(WordClass::Negation)) name_.negative = true;
      if (passes(token())) passing_ = purpose_.attachments();
      if (token().word != nullptr && !introduces(token()) && !passes(token()) && !token().is(WordClass::Hedge) &&
          !token().is(WordClass::Negation) && !token().is(WordClass::Determiner) && !token().is(WordClass::Copula) &&
          (!token().is(WordClass::Adverb) || before_place))
        return;
    }
  }

  /// Whether "lateral to", "just below" and the like begin here.
  bool says_where() const {
    if (token().is(WordClass::Locative)) return true;
    if (next() == nullptr || token().word == nullptr) return false;
    if (token().is(WordClass::Adverb)) return next()->is(WordClass::Locative);
    return next()->is("to") && (token().word->describes() || token().is("close") || token().is("next") || token().is("deep"));
  }

  /// Words that tell where on the structure, or by what.
  bool take_place() {
    if (!where_.empty() && token().is("on") && is_share_of_nothing(own_)) {  // "the triangular area above the line on the tibia"
      add_qualifier(name_, text_of(where_, words_));
      where_.clear();
      own_.push_back(token());
      return true;
    }
    if (!where_.empty()) {
      where_.push_back(token());
      return true;
    }
    if (token().is(WordClass::Locative) && is_bare_noun(own_)) return false;  // "groove above the rim of the acetabulum"
    if (!says_where()) return false;
    if (!own_.empty()) {
      where_.push_back(token());
    } else if (conjunct_.joined != Conjunct::Joined::First && conjunct_.front.empty() && !names_.empty()) {  // "..., medial to the fibula"
      add_qualifier(names_.back(), text_of(Tokens(tokens_).subspan(at_), words_));
      at_ = tokens_.size();
    } else {  // "proximal to the condyles"
      const bool two = next() != nullptr && (next()->is("to") || token().is(WordClass::Adverb));
      add_qualifier(name_, text_of(Tokens(tokens_).subspan(at_, two ? 2 : 1), words_));
      at_ += two ? 1 : 0;
      while (next() != nullptr && next()->is(WordClass::Determiner)) ++at_;
    }
    return true;
  }

  /// "on", "at", "in": read as "of" behind words that name nothing by themselves; otherwise a place begins.
  bool take_inner_preposition() {
    const bool inner = token().is("on") || token().is("at") || token().is("in") || token().is("over") || token().is("within") ||
                       token().is("along") || token().is("across") || token().is("around") || token().is("against") || token().is("upon");
    if (!inner || own_.empty()) return false;
    const bool read_as_of = is_vague(own_) && (!token().is("along") || is_bare_noun(own_));
    (read_as_of ? own_ : where_).push_back(token());
    return true;
  }

  /// "X to Y", "X into Y", "X via Y": the next name begins.
  bool take_next_name() {
    if (!purpose_.attachments() || own_.empty()) return false;
    const bool through = token().is("into") || token().is("onto");
    if (!through && !token().is("to") && !token().is("from") && !passes(token())) return false;
    const std::string passed = passing_ ? std::string() : text_of(own_, words_);
    finish();
    passing_ = passes(token());
    if (through && !passed.empty()) name_.via.push_back(passed);
    return true;
  }

  void finish() {
    while (!own_.empty() && own_.front().is(WordClass::Determiner)) own_.erase(own_.begin());
    if (own_.empty()) return;
    if (passing_) {
      const bool behind = at_ >= tokens_.size() && !names_.empty() && names_.back().via.empty() && name_.via.empty();
      (behind ? names_.back() : name_).via.push_back(text_of(own_, words_));  // "..., by an aponeurosis"
      passing_ = false;
    } else {
      StructureName following;
      following.hedged = name_.hedged;
      if (composer_.compose(own_, words_, purpose_, name_)) names_.push_back(std::move(name_));
      name_ = std::move(following);
    }
    own_.clear();
  }

  const Conjunct& conjunct_;
  const std::vector<PageToken> tokens_;
  std::string_view words_;
  const ListPurpose& purpose_;
  const StructureComposer& composer_;
  std::vector<StructureName>& names_;

  std::size_t at_ = 0;
  StructureName name_;            ///< the one that is being read
  std::vector<PageToken> own_;    ///< its words
  std::vector<PageToken> where_;  ///< words that tell where on it
  bool passing_ = false;          ///< `own_` is what it passes through
};

/// Whether a text in parentheses is a noun for a part, or a list of such.
bool names_parts(const std::vector<PageToken>& tokens) {
  if (tokens.empty() || tokens.back().word == nullptr) return false;
  const auto kind = tokens.back().word->portion;
  return kind != Portions::Kind::Direction && kind != Portions::Kind::None &&
         std::all_of(tokens.begin(), tokens.end(), [](const PageToken& token) {
           return token.mark == ',' || token.is("of") || token.is(WordClass::Conjunction) ||
                  (token.word != nullptr && (token.word->portion != Portions::Kind::None || token.word->describes()));
         });
}

}  // namespace

std::vector<StructureName> StructureReader::read(Tokens tokens, std::string_view words, const ListPurpose& purpose) {
  std::vector<StructureName> names;
  for (const Conjunct& conjunct : conjuncts_of(tokens, lexicon_)) {
    if (conjunct.written.empty()) continue;
    const std::size_t before = names.size();
    ConjunctReading(conjunct, words, purpose, composer_, names).read();
    const bool again = before > 0 && names.size() == before + 1 && !conjunct.front.empty() && names[before].head == names[before - 1].head;
    if (again) names.pop_back();  // what was counted out stood in its qualifier
    if (names.size() > before || purpose.names == ListPurpose::Names::Nerves) read_parentheses(conjunct, words, purpose, names);
  }
  return names;
}

/// "linea aspera (medial lip)" names the lip; "(sometimes the posterior division)" a nerve that is not always there.
void StructureReader::read_parentheses(const Conjunct& conjunct, std::string_view words, const ListPurpose& purpose,
                                       std::vector<StructureName>& names) {
  for (const std::vector<PageToken>& inner : conjunct.parentheses) {
    const bool hedged = std::any_of(inner.begin(), inner.end(), [](const PageToken& token) { return token.is(WordClass::Hedge); });
    std::vector<PageToken> part;
    for (const PageToken& token : inner)
      if (!token.is(WordClass::Hedge) && !token.is(WordClass::Determiner)) part.push_back(token);
    if (names.empty() || !names_parts(part)) continue;
    if (hedged) {
      const WordSpan own = {part.front().begin, inner.back().end};
      const auto of = std::find_if(conjunct.written.begin(), conjunct.written.end(), [](const PageToken& token) { return token.is("of"); });
      part.insert(part.end(), of, conjunct.written.end());
      StructureName variant;
      variant.hedged = true;
      if (!composer_.compose(part, words, purpose, variant)) continue;
      variant.words = own;
      names.push_back(std::move(variant));
    } else if (has_portion(part.back(), Portions::Kind::StructureNoun)) {
      take_parts(part, names);
      return;  // what follows are no parts of these parts
    } else {
      add_qualifier(names.back(), text_of(part, words));
    }
  }
}

/// "scapula (medial border, inferior angle)" names both parts of it; "ribs 1-3 (outer surfaces)" that part of each.
void StructureReader::take_parts(const std::vector<PageToken>& parts, std::vector<StructureName>& names) {
  const StructureName last = names.back();
  const auto noun_of = [](const StructureName& name) { return name.head.substr(name.head.rfind(' ') + 1); };
  std::size_t first = names.size() - 1;
  const bool of_each = parts.back().word->plural && last.head.find(' ') != std::string::npos;
  while (of_each && first > 0 && noun_of(names[first - 1]) == noun_of(last)) --first;
  const std::vector<StructureName> wholes(names.begin() + static_cast<std::ptrdiff_t>(first), names.end());
  names.resize(first);
  for (const StructureName& whole : wholes)
    for (const Conjunct& conjunct : conjuncts_of(parts, lexicon_)) {
      if (conjunct.written.empty()) continue;
      StructureName part = whole;
      part.head.clear();
      Segment segment;
      const std::vector<PageToken> tokens = conjunct.whole();
      for (const PageToken& token : tokens) {
        if (token.is("of")) {
          part.head += text_of_segment(segment, false) + " of ";
          segment.clear();
        } else if (token.word != nullptr && !token.is(WordClass::Determiner)) {
          segment.push_back(&token);
        }
      }
      part.head += text_of_segment(segment, false) + " of " + whole.head;
      part.words = {std::min(whole.words.begin, conjunct.written.front().begin), conjunct.written.back().end};
      names.push_back(std::move(part));
    }
}

}  // namespace musclekg
