// The facts behind a cue or in a list: names, actions, roots.

#include <algorithm>

#include "base/text.h"
#include "extract/fact_reader.h"
#include "extract/spinal_roots.h"

namespace musclekg {

namespace {

using Names = ListPurpose::Names;

constexpr std::size_t kMostLookedBack = 64;  ///< facts of a sentence among which the nerve of a root is looked for

}  // namespace

/// The tokens with the names of muscles as marks: "levator ani" is no elevation.
std::vector<PageToken> FactReader::without_muscles(Tokens tokens) const {
  std::vector<PageToken> result(tokens.begin(), tokens.end());
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool agent =
        tokens[at].word != nullptr && tokens[at].word->form == MovementForm::Agent && at + 1 < tokens.size() && tokens[at + 1].is("of");
    const std::size_t size = agent ? 0 : muscle_.muscle_at(tokens, at);
    const Tokens name = tokens.subspan(at, size);
    const bool tells_movement = std::any_of(
        name.begin(), name.end(), [](const PageToken& token) { return token.word != nullptr && token.word->form != MovementForm::None; });
    if (!tells_movement) continue;
    for (std::size_t i = at; i < at + size; ++i) result[i] = {tokens[i].begin, tokens[i].end, nullptr, '?'};
    if (size > 0) at += size - 1;
  }
  return result;
}

/// The list of muscles up to where the sentence goes on: "together with the psoas, the iliacus flexes ...".
Tokens FactReader::muscles_of(Tokens tokens) {
  std::size_t comma = tokens.size();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool muscle = tokens[at].is("the") && at + 1 < tokens.size() && (tokens[at + 1].is("muscle") || tokens[at + 1].is("muscles"));
    if (tokens[at].is("to") || tokens[at].is("in") || tokens[at].is("for") || tokens[at].is(WordClass::Pronoun) || muscle)
      return tokens.first(at);
    if (tokens[at].word != nullptr && tokens[at].word->form == MovementForm::Verb) return tokens.first(std::min(comma, at));
    if (tokens[at].mark == ',') comma = at;
  }
  return tokens;
}

/// The names behind a cue, and those that a preposition takes up again behind a clause: "from the femur, where it is thick; and from the
/// tibia".
void FactReader::add_attachments(FactRelation relation, Tokens sentence, const Frame& frame, const Situation& situation) {
  add_names(relation, frame.argument, situation);
  std::size_t at = static_cast<std::size_t>(frame.argument.data() - sentence.data()) + frame.argument.size();
  const std::size_t limit = at + frame.behind.size();
  for (; at < limit; ++at) {
    if (sentence[at].mark != ';' && sentence[at].mark != ',') continue;
    std::size_t first = at + 1;
    while (first < limit && (sentence[first].is(WordClass::Conjunction) || sentence[first].is(WordClass::Adverb))) ++first;
    const bool again = first < limit && (relation == FactRelation::Origin ? sentence[first].is("from")
                                                                          : sentence[first].is("into") || sentence[first].is("onto"));
    if (!again) continue;
    const std::size_t end = std::min(limit, end_of_names(sentence, first));
    add_names(relation, sentence.subspan(first, end - first), situation);
    at = end - 1;
  }
}

/// A text without a cue in a section of one relation: names alone. Behind what is no name, a comma and a preposition take them up again; so
/// they do when the text stands `behind` other names.
void FactReader::read_fragment(Tokens tokens, bool behind) {
  FactRelation relation = FactRelation::Count;
  only(relation);
  Situation situation;
  situation.part = label_.part.empty() ? role_->part : label_.part;
  situation.fibre_type = label_.fibre_type;
  situation.hedged = in(Topic::Variation);
  if (relation == FactRelation::SpinalRoot) return;
  if (relation == FactRelation::PartOf) {
    add_groups(tokens, situation, true);
    return;
  }
  std::size_t at = 0;
  const auto takes_up = [&](std::size_t place) {  // behind a mark
    if (tokens[place].mark == ';' || tokens[place].mark == '.') return true;
    if (tokens[place].mark != ',') return false;
    ++place;
    while (place < tokens.size() &&
           (tokens[place].is(WordClass::Conjunction) || tokens[place].is(WordClass::Boundary) || tokens[place].is(WordClass::Adverb)))
      ++place;
    return place < tokens.size() && tokens[place].is(WordClass::Preposition);
  };
  const auto go_on = [&] {
    while (at < tokens.size() && !takes_up(at)) ++at;
    ++at;
    while (at < tokens.size() && tokens[at].is(WordClass::Boundary)) ++at;
  };
  if (behind) go_on();
  while (at < tokens.size()) {
    const std::size_t end = end_of_names(tokens, at);
    add_names(relation, tokens.subspan(at, end - at), situation);
    at = end;
    go_on();
  }
}

void FactReader::add_course(Tokens tokens, const Situation& situation) {
  // "from the femur to the tibia": the last "to" that is no part of a place ("lateral to").
  std::size_t to = tokens.size();
  for (std::size_t at = 1; at < tokens.size(); ++at)
    if ((tokens[at].is("to") || tokens[at].is("into") || tokens[at].is("onto")) && tokens[at - 1].word != nullptr &&
        !tokens[at - 1].word->describes() && to == tokens.size())
      to = at;
  if (to == tokens.size()) return;
  add_names(FactRelation::Origin, tokens.first(to), situation);
  add_names(FactRelation::Insertion, tokens.subspan(to + 1), situation);
}

void FactReader::add_groups(Tokens tokens, const Situation& situation, bool weak) {
  bool any = false;
  for (const StructureName& name : structures_.read(tokens, block_->words, {Names::Groups, slot("muscles")})) {
    // Behind the first, only "... and part of the suboccipital triangle"; all else is another matter.
    const bool again = name.qualifier.starts_with("part") || name.qualifier.starts_with("member");
    if (muscle_.is_named(name.head) || (any && !again)) continue;
    if (weak && name.kind != NounKind::Group && name.kind != NounKind::Muscle && !is_muscle(name.head)) return;
    Fact& fact = add(FactRelation::PartOf, name.words, name.head, situation);
    fact.qualifier = again ? std::string() : name.qualifier;
    any = true;
  }
}

std::size_t FactReader::add_names(FactRelation relation, Tokens tokens, const Situation& situation) {
  const bool nerves = relation == FactRelation::Innervation, arteries = relation == FactRelation::Artery;
  const bool attachments = relation == FactRelation::Origin || relation == FactRelation::Insertion;
  const ListPurpose purpose = nerves        ? ListPurpose{Names::Nerves, slot("nerve")}
                              : arteries    ? ListPurpose{Names::Arteries, slot("artery")}
                              : attachments ? ListPurpose{Names::Attachments, slot("attachment")}
                                            : ListPurpose{Names::Muscles, slot("muscle")};
  std::size_t count = 0;
  for (StructureName& name : structures_.read(tokens, block_->words, purpose)) {
    if (!attachments && !nerves && !arteries) {
      if (muscle_.is_named(name.head) || (name.kind != NounKind::Muscle && lexicon_.lexeme(name.head).is(WordClass::Filler))) continue;
    }
    Situation own = situation;
    own.hedged |= name.hedged;
    own.negative |= name.negative;
    if (attachments) last_name_ = name.head;
    Fact& fact = add(relation, name.words, std::move(name.head), own);
    fact.qualifier = std::move(name.qualifier);
    fact.via = std::move(name.via);
    ++count;
  }
  return count;
}

void FactReader::add_actions(Tokens tokens, const Situation& situation, bool of_muscle) {
  ActionList list = read_actions(tokens, block_->words, of_muscle);
  if (list.actions.empty() && !in(Topic::Action)) return;
  for (ActionName& action : list.actions) {
    action.moved = written_out(action.moved, action.moved_words);
    Fact& fact = add(FactRelation::Action, action.words, action.moved.empty() ? action.movement : action.movement + " of " + action.moved,
                     situation);
    fact.movement = action.movement;
    fact.moved = action.moved;
    fact.at_joint = action.at_joint;
    fact.qualifier = action.qualifier;
    fact.condition = action.condition;
    fact.negative = action.negative;
  }
  for (const JointName& joint : list.joints)
    add(FactRelation::JointActedOn, joint.words, written_out(joint.name, joint.words), situation).negative |= joint.negative;
}

/// A joint's name with abbreviations written out: "PIP joints".
std::string FactReader::written_out(const std::string& name, WordSpan words) const {
  std::string_view written = std::string_view(block_->words).substr(words.begin, words.end - words.begin);
  if (name.empty() || std::none_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return name;
  for (const std::string_view article : {"the ", "its ", "The "})
    if (written.starts_with(article)) written.remove_prefix(article.size());
  const std::vector<std::string> meanings = link_.abbreviations.written_out(plain(written), *slot("joint"));
  return meanings.empty() ? name : fold(meanings.front());
}

void FactReader::read_roots(Tokens tokens, const Situation& situation) {
  for (SpinalRoot& root : spinal_roots_of(tokens, lexicon_)) {
    const Span where = block_->source_of(root.words.begin, root.words.end);
    const Span sentence = block_->source_of(sentence_->words.begin, sentence_->words.end);
    std::int32_t nerve = -1;
    bool twice = false;
    const std::size_t last = facts_.size() - std::min(facts_.size(), kMostLookedBack);
    for (std::size_t i = facts_.size(); i-- > last && facts_[i].sentence == sentence;) {
      twice |= facts_[i].relation == FactRelation::SpinalRoot && facts_[i].head == root.level && facts_[i].where == where;
      if (facts_[i].relation == FactRelation::Innervation && facts_[i].where.begin <= where.end && nerve < 0)
        nerve = static_cast<std::int32_t>(i);
    }
    if (twice) continue;
    Situation own = situation;
    own.hedged |= root.hedged;
    add(FactRelation::SpinalRoot, root.words, std::move(root.level), own).of = nerve;
  }
}

Fact& FactReader::add(FactRelation relation, WordSpan words, std::string head, const Situation& situation) {
  Fact& fact = facts_.emplace_back();
  fact.relation = relation;
  origin_told_ = origin_told_ || relation == FactRelation::Origin;
  fact.where = block_->source_of(words.begin, words.end);
  fact.text = block_->words.substr(words.begin, words.end - words.begin);
  fact.head = std::move(head);
  fact.muscle_part = situation.part;
  fact.fibre_type = relation == FactRelation::Innervation ? situation.fibre_type : std::string();
  if (situation.subject.kind == ClauseSubject::Kind::Other) fact.subject = situation.subject.name;
  fact.modality = situation.disputed ? Modality::Disputed : situation.hedged ? Modality::Variant : Modality::Stated;
  fact.negative = situation.negative;
  fact.citations = sentence_->citations;
  fact.citation_basis = sentence_->basis;
  fact.sentence = block_->source_of(sentence_->words.begin, sentence_->words.end);
  fact.section = role_->section;
  return fact;
}

}  // namespace musclekg
