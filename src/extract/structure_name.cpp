#include "extract/structure_name.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/ordinals.h"

namespace musclekg {

namespace {

using Names = ListPurpose::Names;

bool is_portion(const PageToken& token, Portions::Kind kind) { return token.word->portion == kind; }

bool is_cardinal(const PageToken& token) { return is_portion(token, Portions::Kind::Amount) && !token.word->ordinal; }

/// Whether a word parts a name into segments.
bool parts(const PageToken& token) {
  return token.is(WordClass::Locative) || token.is("of") || token.is("on") || token.is("at") || token.is("in") || token.is("from") ||
         token.is("within") || token.is("over") || token.is("along");
}

std::vector<Segment> segments_of(Tokens tokens) {
  std::vector<Segment> segments(1);
  for (const PageToken& token : tokens) {
    if (token.word == nullptr || token.is(WordClass::Determiner)) continue;
    if (parts(token)) {
      segments.emplace_back();
    } else {
      segments.back().push_back(&token);
    }
  }
  std::erase_if(segments, [](const Segment& segment) { return segment.empty(); });
  return segments;
}

/// Whether a segment before "of" only says which share: "upper two-thirds", "anterior part"; not "medial side", a place of its own.
bool is_share(const Segment& segment) {
  const Lexeme& last = *segment.back()->word;
  if (last.portion != Portions::Kind::Part && last.portion != Portions::Kind::Amount) return false;
  if (last.normal == "side" || last.normal == "aspect") return false;
  return std::all_of(segment.begin(), segment.end(), [&](const PageToken* token) {
    const Lexeme& word = *token->word;
    if (word.ordinal || token->is(WordClass::Conjunction) || token->is(WordClass::Modifier) || token->is(WordClass::Shape)) return true;
    if (last.portion == Portions::Kind::Part && word.describes()) return true;
    return word.portion != Portions::Kind::None && word.portion != Portions::Kind::StructureNoun;
  });
}

/// "branch", "direct branches": of which no name is told.
bool is_nameless_branch(const Segment& segment) {
  return is_portion(*segment.back(), Portions::Kind::Branch) && std::all_of(segment.begin(), segment.end() - 1, [](const PageToken* token) {
           return token->is(WordClass::Modifier) || is_portion(*token, Portions::Kind::Amount) || token->is(WordClass::Conjunction);
         });
}

/// What the last noun of the first segment tells; of what "branch" is a branch, the segments behind it tell.
NounKind kind_of(const std::vector<Segment>& segments) {
  NounKind kind = NounKind::None;
  for (const Segment& segment : segments) {
    auto token = segment.rbegin();
    while (token != segment.rend() && ((*token)->word->level || (*token)->word->number)) ++token;
    const NounKind own = token == segment.rend() ? NounKind::None : (*token)->word->noun;
    if (own != NounKind::None) kind = own;
    const bool of_share = kind == NounKind::None && is_portion(*segment.back(), Portions::Kind::Part);
    if (kind != NounKind::NerveOrArtery && !of_share) break;
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

Segment first_of(const Segment& segment, std::size_t count) {
  return {segment.begin(), segment.begin() + static_cast<std::ptrdiff_t>(count)};
}

Segment without_first(const Segment& segment, std::size_t count) {
  return {segment.begin() + static_cast<std::ptrdiff_t>(count), segment.end()};
}

/// "rib 5" and "5 rib" with the ordinal in front.
std::string with_ordinal(const Segment& segment, bool keep_plural) {
  if (segment.size() == 2)
    for (const std::size_t number : {0, 1})
      if (segment[number]->word->number)
        return ordinal_of(number_of_ordinal(segment[number]->word->lower)) + " " + text_of_segment({segment[1 - number]}, keep_plural);
  return text_of_segment(segment, keep_plural);
}

}  // namespace

void add_qualifier(StructureName& name, std::string_view text) {
  if (text.empty()) return;
  if (!name.qualifier.empty()) name.qualifier += "; ";
  name.qualifier += text;
}

std::string text_of(Tokens tokens, std::string_view words) {
  if (tokens.empty()) return {};
  std::uint32_t begin = tokens.front().begin, end = tokens.front().end;
  for (const PageToken& token : tokens) {
    begin = std::min(begin, token.begin);
    end = std::max(end, token.end);
  }
  return fold(words.substr(begin, end - begin));
}

std::string text_of_segment(const Segment& segment, bool keep_plural) {
  std::string result;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const Lexeme& word = *segment[i]->word;
    const bool last = i + 1 == segment.size() || segment[i + 1]->word->level || segment[i + 1]->word->number;
    std::string text = last && !keep_plural && word.plural ? word.normal : word.lower;
    if (word.ordinal) text = ordinal_of(number_of_ordinal(word.lower));
    if (word.level) text.front() = static_cast<char>(text.front() - 'a' + 'A');
    result.append(result.empty() ? "" : " ").append(text);
  }
  return result;
}

bool StructureComposer::compose(Tokens tokens, std::string_view words, const ListPurpose& purpose, StructureName& name) const {
  std::vector<Segment> segments = segments_of(tokens);
  if (segments.empty()) return false;
  take_shares(segments, purpose, name);
  for (Segment& segment : segments) take_modifiers(segment, purpose, name);
  if (names_nothing(segments, purpose)) return false;
  Segment& last = segments.back();
  if (purpose.branches() && segments.size() == 1) {  // "femoral nerve L2"
    const auto is_added = [&] {
      const Lexeme& before = *last[last.size() - 2]->word;
      return last.back()->word->level && !before.plural && before.normal != "ramus";
    };
    while (last.size() > 1 && is_added()) last.pop_back();
  }
  name.kind = kind_of(segments);
  for (const Segment& segment : segments) {
    name.head.append(name.head.empty() ? "" : " of ").append(with_ordinal(segment, purpose.names == Names::Groups));
  }
  const bool named_vertebra = last.size() > 1 && last[last.size() - 2]->word->normal == "vertebra";
  if (purpose.attachments() && last.back()->word->level && !named_vertebra) name.head += " vertebra";
  name.words = {tokens.front().begin, tokens.front().end};
  for (const PageToken& token : tokens) name.words = {std::min(name.words.begin, token.begin), std::max(name.words.end, token.end)};
  write_out(words.substr(name.words.begin, name.words.end - name.words.begin), purpose, name);
  return fits(name.kind, purpose.names) || (name.kind == NounKind::None && is_of_slot(name.head, *purpose.slot));
}

void StructureComposer::take_shares(std::vector<Segment>& segments, const ListPurpose& purpose, StructureName& name) const {
  for (std::size_t i = 0; i + 1 < segments.size();) {
    if (is_share(segments[i]) || (purpose.branches() && is_nameless_branch(segments[i]))) {
      add_qualifier(name, text_of_segment(segments[i], true));
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

void StructureComposer::take_modifiers(Segment& segment, const ListPurpose& purpose, StructureName& name) const {
  std::size_t behind = 0;
  for (std::size_t i = 0; i + 1 < segment.size(); ++i) {
    if (segment[i]->is(WordClass::Modifier) || is_cardinal(*segment[i])) {
      behind = i + 1;
    } else if (!is_portion(*segment[i], Portions::Kind::Direction) && !segment[i]->is(WordClass::Conjunction)) {
      break;
    }
  }
  if (behind > 0) {
    add_qualifier(name, text_of_segment(first_of(segment, behind), true));
    segment = without_first(segment, behind);
  }
  if (purpose.attachments()) take_direction(segment, name);
}

/// "distal femur" is the femur, "medial cuneiform" a bone of its own.
void StructureComposer::take_direction(Segment& segment, StructureName& name) const {
  if (segment.size() < 2 || is_portion(*segment.back(), Portions::Kind::StructureNoun)) return;
  std::size_t directions = 0;
  while (directions + 1 < segment.size() && is_portion(*segment[directions], Portions::Kind::Direction)) ++directions;
  if (directions == 0 || has_term(text_of_segment(segment, false))) return;
  Segment rest = without_first(segment, directions);
  if (!has_term(text_of_segment(rest, false))) return;
  add_qualifier(name, text_of_segment(first_of(segment, directions), true));
  segment = std::move(rest);
}

/// "a flat tendon", "both sides", "it", "nerve roots S1 and S2", "C8" as a vertebra.
bool StructureComposer::names_nothing(const std::vector<Segment>& segments, const ListPurpose& purpose) const {
  const Segment& last = segments.back();
  const Lexeme& noun = *last.back()->word;
  if (segments.front().front()->is(WordClass::Pronoun)) return true;
  if (purpose.attachments() && noun.lower == "c8") return true;
  if (purpose.branches() && noun.level &&
      std::any_of(last.begin(), last.end(), [](const PageToken* token) { return token->word->normal == "root"; }))
    return true;
  if (segments.size() > 1) return false;
  const bool by_direction = last.size() > 1 && is_portion(*last.front(), Portions::Kind::Direction);
  if (by_direction && (purpose.branches() || (purpose.attachments() && noun.normal == "tendon")))
    return false;  // "tibial nerve", "central tendon"
  const bool nothing = std::all_of(last.begin(), last.end(), [](const PageToken* token) {
    const Lexeme& word = *token->word;
    return token->is(WordClass::Filler) || token->is(WordClass::Shape) || token->is(WordClass::Pronoun) || token->is(WordClass::Adverb) ||
           word.ordinal || word.number || (word.portion != Portions::Kind::None && word.portion != Portions::Kind::StructureNoun);
  });
  return nothing && !(purpose.attachments() && last.size() > 1 && has_term(text_of_segment(last, false)));
}

bool StructureComposer::has_term(const std::string& name) const {
  return !terms_.named(NameForm::Normal, lexicon_.forms().normal(name)).empty() ||
         !terms_.named(NameForm::Normal, lexicon_.forms().normal(name + " bone")).empty();
}

/// Whether a term that the slot takes has the name.
bool StructureComposer::is_of_slot(const std::string& name, const SlotTable::Slot& slot) const {
  const auto named = terms_.named(NameForm::Normal, lexicon_.forms().normal(name));
  return std::any_of(named.begin(), named.end(), [&](const TermIndex::Named& one) { return (terms_[one.term].kinds & slot.kinds) != 0; });
}

/// "nerve medianus", of "n. medianus", is the median nerve when a term has the Latin name; "artery profunda brachii" is only turned round.
void StructureComposer::write_out_latin(StructureName& name) const {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kNouns = {
      {{"nerve ", "nervus "}, {"muscle ", "musculus "}, {"ligament ", "ligamentum "}}};
  if (name.head.starts_with("artery ")) name.head = name.head.substr(7) + " artery";
  for (const auto& [noun, latin] : kNouns) {
    if (!name.head.starts_with(noun)) continue;
    const std::string whole = std::string(latin) + name.head.substr(noun.size());
    const auto named = terms_.named(NameForm::Normal, lexicon_.forms().normal(whole));
    if (!named.empty()) name.head = fold(terms_[named.front().term].label);
  }
}

/// Writes abbreviations out, which their case tells: "ASIS", "IT band".
void StructureComposer::write_out(std::string_view written, const ListPurpose& purpose, StructureName& name) const {
  write_out_latin(name);
  if (std::none_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return;
  const std::string lower = ascii_lower(written);
  std::string cased;
  for (const std::string_view word : words_of(name.head)) {
    const std::size_t at = lower.find(word);
    std::string_view as_written = word;
    if (at != std::string::npos && word.size() > 1 && written[at + 1] >= 'A' && written[at + 1] <= 'Z')
      as_written = written.substr(at, word.size());
    cased.append(cased.empty() ? "" : " ").append(as_written);
  }
  const std::vector<std::string> meanings = abbreviations_.written_out(cased, *purpose.slot);
  if (meanings.empty()) return;
  name.head = fold(meanings.front());
  if (name.kind == NounKind::None) name.kind = lexicon_.lexeme(std::string_view(name.head).substr(name.head.rfind(' ') + 1)).noun;
}

}  // namespace musclekg
