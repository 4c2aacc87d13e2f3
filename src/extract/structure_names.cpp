#include "extract/structure_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/ordinals.h"

namespace musclekg {

namespace {

using Names = ListPurpose::Names;
using Segment = std::vector<const Token*>;

bool is_portion(const Token& token, Portions::Kind kind) { return token.word != nullptr && token.word->portion == kind; }

bool is_cardinal(const Token& token) { return is_portion(token, Portions::Kind::Amount) && !token.word->ordinal; }

/// Prepositions that begin a name in a list, and say no more than the cue did.
bool introduces(const Token& token) {
  return token.is("from") || token.is("into") || token.is("onto") || token.is("to") || token.is("on") || token.is("at") || token.is("in") ||
         token.is("along") || token.is("upon") || token.is("of") || token.is("for");
}

bool passes(const Token& token) { return token.is("via") || token.is("by") || token.is("through"); }

/// What no name goes on behind.
bool ends_name(Tokens tokens, std::size_t at) {
  const Token& token = tokens[at];
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

/// "lateral to", "close to": what follows tells where. `next`: the token behind.
bool says_where(const Token& token, const Token* next) {
  if (token.is(WordClass::Locative)) return true;
  if (next == nullptr || !next->is("to") || token.word == nullptr) return false;
  return token.word->describes() || token.is("close") || token.is("next") || token.is("adjacent") || token.is("deep") || token.is("near");
}

std::string_view text_of(const std::vector<Token>& tokens, std::string_view words) {
  return tokens.empty() ? std::string_view() : words.substr(tokens.front().begin, tokens.back().end - tokens.front().begin);
}

std::string folded(std::string_view text) { return fold(text); }

/// "groove", "the medial lip": a noun for a part, and not of what.
bool is_bare_noun(const std::vector<Token>& tokens) {
  return tokens.back().word != nullptr && tokens.back().word->portion == Portions::Kind::StructureNoun &&
         std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
           return token.word != nullptr && (token.word->portion != Portions::Kind::None || token.is(WordClass::Determiner) || token.is(WordClass::Shape));
         });
}

/// "the medial two-thirds of the triangular area": a share, and not of what.
bool is_share_of_nothing(const std::vector<Token>& tokens) {
  return !tokens.empty() && tokens.back().word != nullptr && tokens.back().word->portion == Portions::Kind::Part &&
         std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
           return token.word != nullptr && token.word->portion != Portions::Kind::StructureNoun &&
                  (token.word->portion != Portions::Kind::None || token.word->describes() || token.is("of") || token.is(WordClass::Determiner));
         });
}

/// "a branch of the axillary artery", behind the name of the branch.
bool is_apposition(const std::vector<Token>& tokens) {
  return tokens.size() > 3 && (tokens[0].is("a") || tokens[0].is("an")) && is_portion(tokens[1], Portions::Kind::Branch) &&
         (tokens[2].is("of") || tokens[2].is("from"));
}

void add_qualifier(StructureName& name, std::string text) {
  if (text.empty()) return;
  if (!name.qualifier.empty()) name.qualifier += "; ";
  name.qualifier += text;
}

/// The words of a segment, the last one in the singular unless `plural`.
std::string words_of_segment(const Segment& segment, bool keep_plural) {
  std::string result;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const Lexeme& word = *segment[i]->word;
    const bool last = i + 1 == segment.size() || segment[i + 1]->word->level || segment[i + 1]->word->number;
    std::string text = last && !keep_plural && word.plural ? word.normal : word.lower;
    if (word.ordinal) text = ordinal_word(word.lower);
    if (word.level) std::transform(text.begin(), text.begin() + 1, text.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    result.append(result.empty() ? "" : " ").append(text);
  }
  return result;
}

/// Whether a segment before "of" only says which share: "upper two-thirds", "anterior part"; not "medial side", which is a place of its
/// own.
bool is_share(const Segment& segment) {
  if (segment.empty()) return false;
  const Lexeme& last = *segment.back()->word;
  if (last.portion != Portions::Kind::Part && last.portion != Portions::Kind::Amount) return false;
  if (last.normal == "side" || last.normal == "aspect") return false;
  return std::all_of(segment.begin(), segment.end(), [&](const Token* token) {
    return (token->word->portion != Portions::Kind::None && token->word->portion != Portions::Kind::StructureNoun) ||
           token->word->ordinal || token->is(WordClass::Conjunction) || token->is(WordClass::Modifier) || token->is(WordClass::Shape) ||
           (last.portion == Portions::Kind::Part && token->word->describes());
  });
}

/// Whether a segment's last word is a share of something: what kind it is, the next segment tells.
bool is_share_noun(const Segment& segment) { return !segment.empty() && is_portion(*segment.back(), Portions::Kind::Part); }

/// "branch", "direct branches", "muscular branches": of which no name is told.
bool is_nameless_branch(const Segment& segment) {
  return !segment.empty() && is_portion(*segment.back(), Portions::Kind::Branch) &&
         std::all_of(segment.begin(), segment.end() - 1, [](const Token* token) {
           return token->is(WordClass::Modifier) || token->word->portion == Portions::Kind::Amount || token->is(WordClass::Conjunction);
         });
}

/// The noun that decides what kind of structure is named: the last one of the first segment; what "branch" is a branch of tells the
/// segments behind it.
NounKind kind_of(const std::vector<Segment>& segments) {
  NounKind kind = NounKind::None;
  for (const Segment& segment : segments) {
    auto token = segment.rbegin();
    while (token != segment.rend() && ((*token)->word->level || (*token)->word->number)) ++token;
    const NounKind own = token == segment.rend() ? NounKind::None : (*token)->word->noun;
    if (own != NounKind::None) kind = own;
    if (kind != NounKind::NerveOrArtery && !(own == NounKind::None && kind == NounKind::None && is_share_noun(segment))) break;
  }
  return kind;
}

bool fits(NounKind kind, Names names) {
  switch (names) {
    case Names::Attachments:
      return kind != NounKind::Nerve && kind != NounKind::Artery && kind != NounKind::Vein;
    case Names::Nerves:
      return kind == NounKind::Nerve || kind == NounKind::NerveOrArtery;
    case Names::Arteries:
      return kind == NounKind::Artery || kind == NounKind::NerveOrArtery;
    case Names::Muscles:
    case Names::Groups:
      return kind == NounKind::None || kind == NounKind::Muscle || kind == NounKind::BodyPart || kind == NounKind::Group;
  }
  return false;
}

}  // namespace

std::vector<StructureName> StructureReader::read(Tokens tokens, std::string_view words, const ListPurpose& purpose) {
  std::vector<StructureName> names;
  for (const Conjunct& conjunct : conjuncts_of(tokens, lexicon_)) {
    if (conjunct.written.empty()) continue;
    const std::size_t before = names.size();
    read_one(conjunct, words, purpose, names);
    if (before > 0 && names.size() == before + 1 && !conjunct.front.empty() && names[before].head == names[before - 1].head)
      names.pop_back();
    if (names.size() > before || purpose.names == Names::Nerves) read_parentheses(conjunct, words, purpose, names);
  }
  return names;
}

/// One name of the list, with what stands behind "to" and "into" as names of their own.
void StructureReader::read_one(const Conjunct& conjunct, std::string_view words, const ListPurpose& purpose,
                               std::vector<StructureName>& names) {
  const std::vector<Token> tokens = conjunct.whole();
  const bool attachments = purpose.names == Names::Attachments;
  if (!attachments && conjunct.joined == Conjunct::Joined::Comma && !names.empty() && is_apposition(tokens)) {
    add_qualifier(names.back(), folded(text_of(tokens, words)));
    return;
  }
  StructureName name;
  std::vector<Token> own;
  std::size_t i = 0;
  bool passing = false;
  for (std::size_t at = 0; at < std::min<std::size_t>(tokens.size(), 4); ++at)
    if (tokens[at].is(WordClass::Hedge)) i = at;  // "in most people also"
  for (; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.is(WordClass::Hedge)) name.hedged = true;
    if (token.is(WordClass::Negation)) name.negative = true;
    if (passes(token)) passing = attachments;
    const bool skipped = token.word == nullptr || introduces(token) || passes(token) || token.is(WordClass::Hedge) ||
                         token.is(WordClass::Negation) ||
                         (token.is(WordClass::Adverb) && !(i + 1 < tokens.size() && tokens[i + 1].is(WordClass::Locative))) ||
                         token.is(WordClass::Determiner) || token.is(WordClass::Copula);
    if (!skipped) break;
  }
  const auto finish = [&] {
    while (!own.empty() && own.front().is(WordClass::Determiner)) own.erase(own.begin());
    if (own.empty()) return;
    if (passing) {
      std::string via = folded(text_of(own, words));
      if (i >= tokens.size() && !names.empty() && names.back().via.empty() && name.via.empty()) {
        names.back().via.push_back(std::move(via));  // "..., by an aponeurosis"
      } else {
        name.via.push_back(std::move(via));
      }
      passing = false;
    } else {
      StructureName next;
      next.hedged = name.hedged;
      add(own, words, purpose, std::move(name), names);
      name = std::move(next);
    }
    own.clear();
  };
  bool qualifying = false;
  std::vector<Token> where;
  for (; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    if (ends_name(tokens, i)) break;
    if (qualifying && token.is("on") && is_share_of_nothing(own)) {  // "the triangular area above the line on the tibia"
      add_qualifier(name, folded(text_of(where, words)));
      where.clear();
      qualifying = false;
    }
    if (qualifying) {
      where.push_back(token);
      continue;
    }
    const bool bare_noun = !own.empty() && is_bare_noun(own);
    if (bare_noun && token.is(WordClass::Locative)) {  // "groove above the rim of the acetabulum"
      own.push_back(token);
      continue;
    }
    if (says_where(token, next) || (token.is(WordClass::Adverb) && next != nullptr && tokens[i + 1].is(WordClass::Locative))) {
      if (own.empty() && conjunct.joined != Conjunct::Joined::First && conjunct.front.empty() &&
          !names.empty()) {  // "..., medial to the fibula"
        add_qualifier(names.back(), folded(words.substr(token.begin, tokens.back().end - token.begin)));
        return;
      }
      if (own.empty()) {  // "proximal to the condyles"
        add_qualifier(name, folded(words.substr(token.begin, (next != nullptr && next->is("to") ? next->end : token.end) - token.begin)));
        if (next != nullptr && (next->is("to") || token.is(WordClass::Adverb))) ++i;
        while (i + 1 < tokens.size() && tokens[i + 1].is(WordClass::Determiner)) ++i;
        continue;
      }
      qualifying = true;
      where.push_back(token);
      continue;
    }
    const bool inner = token.is("on") || token.is("at") || token.is("in") || token.is("over") || token.is("within") || token.is("along") ||
                       token.is("across") || token.is("around") || token.is("against") || token.is("upon");
    if (inner && !own.empty()) {
      const bool bare = std::all_of(own.begin(), own.end(), [](const Token& word) {
        return word.word == nullptr || word.word->portion != Portions::Kind::None || word.word->describes() ||
               word.is(WordClass::Determiner);
      });
      if (bare && (!token.is("along") || bare_noun)) {
        own.push_back(token);  // read as "of"
      } else {
        qualifying = true;
        where.push_back(token);
      }
      continue;
    }
    if (attachments && !own.empty() && (token.is("to") || token.is("into") || token.is("onto") || token.is("from") || passes(token))) {
      const bool through = token.is("into") || token.is("onto");
      std::string passed = folded(text_of(own, words));
      const bool named = !passing;
      finish();
      passing = passes(token);
      if (through && named) name.via.push_back(std::move(passed));
      continue;
    }
    if (!attachments && passes(token) && !own.empty()) break;
    const NounKind noun = own.empty() || own.back().word == nullptr ? NounKind::None : own.back().word->noun;
    if (token.is("from") && (noun == NounKind::Nerve || noun == NounKind::Artery)) break;  // "the tibial nerve from the sciatic"
    own.push_back(token);
  }
  i = tokens.size();
  if (!where.empty()) add_qualifier(name, folded(text_of(where, words)));
  finish();
}

/// "linea aspera (medial lip)" names the lip; "(sometimes the posterior division)" a nerve that is not always there.
void StructureReader::read_parentheses(const Conjunct& conjunct, std::string_view words, const ListPurpose& purpose,
                                       std::vector<StructureName>& names) {
  for (const std::vector<Token>& inner : conjunct.parentheses) {
    const bool hedged = std::any_of(inner.begin(), inner.end(), [](const Token& token) { return token.is(WordClass::Hedge); });
    std::vector<Token> part;
    for (const Token& token : inner)
      if (!token.is(WordClass::Hedge) && !token.is(WordClass::Determiner)) part.push_back(token);
    const bool bare = !part.empty() && std::all_of(part.begin(), part.end(), [](const Token& token) {
      return token.mark == ',' || token.is("of") || token.is(WordClass::Conjunction) ||
             (token.word != nullptr && (token.word->portion != Portions::Kind::None || token.word->describes()));
    });
    if (!bare || names.empty() || part.back().word == nullptr) continue;
    const auto kind = part.back().word->portion;
    if (kind == Portions::Kind::Direction || kind == Portions::Kind::None) continue;
    const bool list =
        std::any_of(part.begin(), part.end(), [](const Token& token) { return token.mark == ',' || token.is(WordClass::Conjunction); });
    if (!hedged && kind == Portions::Kind::StructureNoun && (list || part.back().word->plural)) {
      take_parts(part, names);
    } else if (hedged) {
      const auto of = std::find_if(conjunct.written.begin(), conjunct.written.end(), [](const Token& token) { return token.is("of"); });
      part.insert(part.end(), of, conjunct.written.end());
      StructureName variant;
      variant.hedged = true;
      add(part, words, purpose, std::move(variant), names);
      if (!names.empty() && !inner.empty()) names.back().words = {part.front().begin, inner.back().end};
    } else if (kind == Portions::Kind::StructureNoun) {
      names.back().head = folded(text_of(part, words)) + " of " + names.back().head;
    } else {
      add_qualifier(names.back(), folded(text_of(part, words)));
    }
  }
}

/// "scapula (medial border, inferior angle)" names both parts of it; "ribs 1-3 (outer surfaces)" that part of each.
void StructureReader::take_parts(const std::vector<Token>& parts, std::vector<StructureName>& names) {
  const StructureName last = names.back();
  const auto noun_of = [](const StructureName& name) { return name.head.substr(name.head.rfind(' ') + 1); };
  std::size_t first = names.size() - 1;
  while (first > 0 && last.head.find(' ') != std::string::npos && noun_of(names[first - 1]) == noun_of(last)) --first;
  const std::vector<StructureName> wholes(names.begin() + static_cast<std::ptrdiff_t>(first), names.end());
  names.resize(first);
  for (const StructureName& whole : wholes)
    for (const Conjunct& conjunct : conjuncts_of(parts, lexicon_)) {
      StructureName part = whole;
      Segment segment;
      std::string chain;
      const std::vector<Token> tokens = conjunct.whole();
      for (const Token& token : tokens) {
        if (token.word == nullptr || token.is(WordClass::Determiner)) continue;
        if (!token.is("of")) {
          segment.push_back(&token);
          continue;
        }
        chain += words_of_segment(segment, false) + " of ";
        segment.clear();
      }
      part.head = chain + words_of_segment(segment, false) + " of " + whole.head;
      if (!conjunct.written.empty())
        part.words = {std::min(whole.words.begin, conjunct.written.front().begin), conjunct.written.back().end};
      names.push_back(std::move(part));
    }
}

bool StructureReader::has_term(const std::string& name) const {
  return !terms_.named(NameForm::Normal, lexicon_.forms().normal(name)).empty() ||
         !terms_.named(NameForm::Normal, lexicon_.forms().normal(name + " bone")).empty();
}

/// Whether a term that the slot takes has the name.
bool StructureReader::is_of_slot(const std::string& name, const SlotTable::Slot& slot) const {
  const auto named = terms_.named(NameForm::Normal, lexicon_.forms().normal(name));
  return std::any_of(named.begin(), named.end(), [&](const TermIndex::Named& one) { return (terms_[one.term].kinds & slot.kinds) != 0; });
}

/// "distal femur" is the femur, "medial cuneiform" a bone of its own: a direction before one noun is a qualifier when only the noun is a
/// name.
void StructureReader::strip_direction(Segment& segment, StructureName& name) const {
  if (segment.size() < 2 || segment.back()->word->portion == Portions::Kind::StructureNoun) return;
  std::size_t directions = 0;
  while (directions + 1 < segment.size() && is_portion(*segment[directions], Portions::Kind::Direction)) ++directions;
  if (directions == 0 || has_term(words_of_segment(segment, false))) return;
  const Segment rest(segment.begin() + static_cast<std::ptrdiff_t>(directions), segment.end());
  if (!has_term(words_of_segment(rest, false))) return;
  add_qualifier(name, words_of_segment({segment.begin(), segment.begin() + static_cast<std::ptrdiff_t>(directions)}, true));
  segment = rest;
}

bool StructureReader::add(std::vector<Token> tokens, std::string_view words, const ListPurpose& purpose, StructureName name,
                          std::vector<StructureName>& names) {
  std::vector<Segment> segments(1);
  for (const Token& token : tokens) {
    if (token.word == nullptr || token.is(WordClass::Determiner)) continue;
    if (token.is("along") || token.is(WordClass::Locative) ||token.is("of") || token.is("on") || token.is("at") || token.is("in") || token.is("from") || token.is("within") ||
        token.is("over")) {
      segments.emplace_back();
    } else {
      segments.back().push_back(&token);
    }
  }
  std::erase_if(segments, [](const Segment& segment) { return segment.empty(); });
  const bool branches = purpose.names == Names::Nerves || purpose.names == Names::Arteries;
  // Shares before "of", and words before a name that only say which of several.
  for (std::size_t i = 0; i + 1 < segments.size();) {
    if (is_share(segments[i]) || (branches && is_nameless_branch(segments[i]))) {
      add_qualifier(name, words_of_segment(segments[i], true));
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  if (segments.empty() || (purpose.names == Names::Attachments && segments.back().back()->is("c8"))) return false;  // no vertebra
  for (Segment& segment : segments) {
    std::size_t behind = 0;
    for (std::size_t i = 0; i + 1 < segment.size(); ++i) {
      if (segment[i]->is(WordClass::Modifier) || is_cardinal(*segment[i]))
        behind = i + 1;
      else if (!is_portion(*segment[i], Portions::Kind::Direction) && !segment[i]->is(WordClass::Conjunction))
        break;
    }
    if (behind > 0) {
      add_qualifier(name, words_of_segment({segment.begin(), segment.begin() + static_cast<std::ptrdiff_t>(behind)}, true));
      segment.erase(segment.begin(), segment.begin() + static_cast<std::ptrdiff_t>(behind));
    }
    if (purpose.names == Names::Attachments) strip_direction(segment, name);
  }
  Segment& last = segments.back();
  if (branches && segments.size() == 1)  // "femoral nerve L2"
    while (last.size() > 1 && last.back()->word->level && !last[last.size() - 2]->word->plural &&
           last[last.size() - 2]->word->normal != "ramus")
      last.pop_back();
  if (last.size() == 2 && last.back()->word->number)  // "rib 5"
    if (const std::string ordinal = ordinal_of(std::atoi(last.back()->word->lower.c_str())); !ordinal.empty())
      last = {last.back(), last.front()};
  const bool nothing = segments.size() == 1 && std::all_of(last.begin(), last.end(), [&](const Token* token) {
                         const Lexeme& word = *token->word;
                         if (branches && last.size() > 1 && word.portion == Portions::Kind::Direction) return false;  // "tibial nerve"
                         return token->is(WordClass::Filler) || token->is(WordClass::Shape) || token->is(WordClass::Pronoun) ||
                                token->is(WordClass::Adverb) || word.ordinal || word.number ||
                                (word.portion != Portions::Kind::None && word.portion != Portions::Kind::StructureNoun);
                       });
  const bool tendon = last.size() > 1 && is_portion(*last.front(), Portions::Kind::Direction) && last.back()->word->normal == "tendon";
  if (nothing && !(purpose.names == Names::Attachments && tendon) &&
      !(purpose.names == Names::Attachments && last.size() > 1 && has_term(words_of_segment(last, false))))
    return false;
  if (segments.front().front()->is(WordClass::Pronoun)) return false;
  if (branches && last.back()->word->level &&
      std::any_of(last.begin(), last.end(), [](const Token* token) { return token->word->normal == "root"; }))
    return false;  // "nerve roots S1 and S2" are roots and no nerve
  name.kind = kind_of(segments);
  const bool keep_plural = purpose.names == Names::Groups;
  for (const Segment& segment : segments) {
    std::string text = words_of_segment(segment, keep_plural);
    if (segment.size() == 2 && segment.front()->word->number)
      text = ordinal_of(std::atoi(segment.front()->word->lower.c_str())) + text.substr(text.find(' '));
    name.head.append(name.head.empty() ? "" : " of ").append(text);
  }
  if (purpose.names == Names::Attachments && last.back()->word->level &&
      (last.size() == 1 || last[last.size() - 2]->word->normal != "vertebra"))
    name.head += " vertebra";
  name.words = {tokens.front().begin, tokens.front().end};
  for (const Token& token : tokens) name.words = {std::min(name.words.begin, token.begin), std::max(name.words.end, token.end)};
  write_out(text_of(tokens, words), purpose, name);
  if (!fits(name.kind, purpose.names) && !(name.kind == NounKind::None && is_of_slot(name.head, *purpose.slot))) return false;
  names.push_back(std::move(name));
  return true;
}

/// "nerve medianus", of "n. medianus", is the median nerve when a term has the Latin name.
void StructureReader::write_out_latin(StructureName& name) const {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNouns = {
      {{"nerve ", "nervus "}, {"artery ", "arteria "}, {"muscle ", "musculus "}, {"ligament ", "ligamentum "}}};
  for (const auto& [noun, latin] : kNouns) {
    if (!name.head.starts_with(noun)) continue;
    if (noun == "artery ") {  // "artery profunda brachii"
      name.head = name.head.substr(noun.size()) + " artery";
      return;
    }
    const std::string whole = std::string(latin) + name.head.substr(noun.size());
    const auto named = terms_.named(NameForm::Normal, lexicon_.forms().normal(whole));
    if (!named.empty()) name.head = fold(terms_[named.front().term].label);
  }
}

/// Writes abbreviations out: "ASIS", "n. femoralis".
void StructureReader::write_out(std::string_view written, const ListPurpose& purpose, StructureName& name) const {
  write_out_latin(name);
  const bool capitals = std::any_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!capitals && written.find('.') == std::string_view::npos) return;
  // Case tells an abbreviation: the words as written, those of the head alone.
  std::string cased;
  for (const std::string_view word : words_of(name.head)) {
    const std::size_t at = fold(written).find(word);
    const std::string as_written = at != std::string::npos && fold(written).size() == written.size()
                                       ? std::string(written.substr(at, word.size()))
                                       : std::string(word);
    const bool capital_only = as_written.size() > 1 && as_written[1] >= 'A' && as_written[1] <= 'Z';
    cased.append(cased.empty() ? "" : " ").append(capital_only ? as_written : std::string(word));
  }
  const std::vector<std::string> meanings = abbreviations_.written_out(cased, *purpose.slot);
  if (!meanings.empty()) name.head = fold(meanings.front());
  const std::string_view last = std::string_view(name.head).substr(name.head.rfind(' ') + 1);
  if (name.kind == NounKind::None) name.kind = lexicon_.lexeme(last).noun;
}

}  // namespace musclekg
