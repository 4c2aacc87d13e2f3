#include "extract/fact_reader.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/extractor.h"
#include "extract/spinal_roots.h"

namespace musclekg {

namespace {

using Names = ListPurpose::Names;

FactRelation relation_of(CueRelation relation) { return static_cast<FactRelation>(relation); }

/// Whether a text has a verb that says something of a subject, and so is no list of names.
bool is_sentence(Tokens tokens) {
  bool relative = false;  // within a clause about what stands before it
  for (const Token& token : tokens) {
    if (token.mark == ';') relative = false;
    relative = relative || token.is(WordClass::Relative);
    if (relative) continue;
    if (token.is("may") || token.is("might")) return true;
    if (token.is("lies") || token.is("lie") || !(token.is(WordClass::Verb) || token.is(WordClass::Copula))) continue;
    if (!token.word->lower.ends_with("ing") && !token.word->lower.ends_with("ed")) return true;
  }
  return false;
}

/// What stands between semicolons; one part at least.
std::vector<Tokens> parts_of(Tokens tokens) {
  std::vector<Tokens> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (tokens[at].mark == ';') {
      parts.push_back(tokens.subspan(begin, at - begin));
      begin = at + 1;
    }
  parts.push_back(tokens.subspan(begin));
  return parts;
}

bool has_word(Tokens tokens, bool (*wanted)(const Token&)) { return std::any_of(tokens.begin(), tokens.end(), wanted); }

}  // namespace

FactReader::FactReader(Lexicon& lexicon, const CueTable& cues, const LinkTables& link, const PageMuscle& muscle, std::vector<Fact>& facts)
    : lexicon_(lexicon), cues_(cues), link_(link), muscle_(muscle), facts_(facts), structures_(lexicon, link.abbreviations, link.terms) {}

void FactReader::begin(const Block& block, const BlockRole& role) {
  block_ = &block;
  role_ = &role;
  subject_ = {};
  label_ = {};
  last_name_.clear();
  if (block.kind != Block::Kind::Field) return;
  std::vector<Token> label;
  lexicon_.cut(block.label, {0, static_cast<std::uint32_t>(block.label.size())}, {}, label);
  label_.part = part_in_label(label, block.label);
}

std::size_t FactReader::read(const Sentence& sentence) {
  const std::size_t before = facts_.size();
  sentence_ = &sentence;
  tokens_.clear();
  lexicon_.cut(block_->words, sentence.words, sentence.marks, tokens_);
  const Tokens all(tokens_);
  for (std::size_t at = 0; at < all.size(); at += kLongestSentence)
    read_piece(all.subspan(at, std::min(kLongestSentence, all.size() - at)));
  return facts_.size() - before;
}

void FactReader::read_piece(Tokens tokens) {
  for (LabelledTokens& labelled : cut_at_labels(tokens, block_->words, label_)) {
    label_ = std::move(labelled);
    if (!label_.tokens.empty()) read_clause(label_.tokens);
  }
}

/// The one relation that the section is about.
bool FactReader::only(FactRelation& relation) const {
  static constexpr std::array<std::pair<Topic, FactRelation>, 9> kRelations = {{{Topic::Origin, FactRelation::Origin},
                                                                                {Topic::Insertion, FactRelation::Insertion},
                                                                                {Topic::Innervation, FactRelation::Innervation},
                                                                                {Topic::Root, FactRelation::SpinalRoot},
                                                                                {Topic::Artery, FactRelation::Artery},
                                                                                {Topic::Action, FactRelation::Action},
                                                                                {Topic::Synergist, FactRelation::Synergist},
                                                                                {Topic::Antagonist, FactRelation::Antagonist},
                                                                                {Topic::Group, FactRelation::PartOf}}};
  std::size_t count = 0;
  for (const auto& [topic, of] : kRelations)
    if (in(topic)) {
      relation = of;
      ++count;
    }
  if (count == 2 && in(Topic::Innervation) && in(Topic::Root)) {
    relation = FactRelation::Innervation;
    return true;
  }
  return count == 1;
}

void FactReader::read_clause(Tokens tokens) {
  const std::vector<Frame> frames = frames_of(tokens, cues_);
  const bool says = std::any_of(frames.begin(), frames.end(), [](const Frame& frame) { return frame.relation != CueRelation::Other; });
  FactRelation relation = FactRelation::Count;
  const bool fragment = only(relation) && relation != FactRelation::Action && !is_sentence(parts_of(tokens).front()) &&
                        (!says || frames.front().relation == CueRelation::JoinedWith || block_->kind == Block::Kind::Field);
  if (!frames.empty()) read_frames(tokens, frames);
  if (fragment) {
    for (const Tokens part : parts_of(frames.empty() ? tokens : tokens.first(frames.front().subject.size())))
      if (!is_sentence(part)) read_fragment(part, false);
    for (const Frame& frame : frames) read_fragment(frame.behind, true);
  }
  // Movements.
  const bool action_cue =
      std::any_of(frames.begin(), frames.end(), [](const Frame& frame) { return frame.relation == CueRelation::Action; });
  Situation situation;
  situation.part = label_.part.empty() ? role_->part : label_.part;
  std::size_t first = 0;  // of the verb
  while (first < tokens.size() && tokens[first].word != nullptr && tokens[first].word->form != MovementForm::Verb &&
         !tokens[first].is(WordClass::Copula) && !tokens[first].is(WordClass::Verb))
    ++first;
  Subject subject;
  if (block_->kind != Block::Kind::Field) subject = muscle_.subject_of(tokens.first(first), block_->words);
  if (subject.kind == Subject::Kind::Unsaid) subject = subject_;
  situation.subject = subject;
  if (subject.noun == NounKind::Nerve || subject.noun == NounKind::Artery) situation.subject = {};
  if (situation.part.empty()) situation.part = subject.part;
  situation.hedged = in(Topic::Variation);
  situation.negative = has_word(tokens.first(std::min<std::size_t>(tokens.size(), first + 3)),
                                [](const Token& token) { return token.is(WordClass::Negation); });
  const bool of_other = subject.kind == Subject::Kind::Other && frames.empty() && !in(Topic::Action);
  if (!of_other && (block_->kind != Block::Kind::Field || in(Topic::Action)))
    add_actions(without_muscles(tokens), situation, in(Topic::Action) || action_cue);
  if (in(Topic::Root) || in(Topic::Innervation)) read_roots(tokens, situation);
}

/// The tokens with the names of muscles as marks: "levator ani" is no elevation.
std::vector<Token> FactReader::without_muscles(Tokens tokens) const {
  std::vector<Token> result(tokens.begin(), tokens.end());
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool agent =
        tokens[at].word != nullptr && tokens[at].word->form == MovementForm::Agent && at + 1 < tokens.size() && tokens[at + 1].is("of");
    const std::size_t size = agent ? 0 : muscle_.muscle_at(tokens, at);
    const Tokens name = tokens.subspan(at, size);
    if (!has_word(name, [](const Token& token) { return token.word != nullptr && token.word->form != MovementForm::None; })) continue;
    for (std::size_t i = at; i < at + size; ++i) result[i] = {tokens[i].begin, tokens[i].end, nullptr, '?'};
    if (size > 0) at += size - 1;
  }
  return result;
}

void FactReader::read_frames(Tokens tokens, const std::vector<Frame>& frames) {
  for (const Frame& frame : frames) read_frame(tokens, frame);
}

FactReader::Situation FactReader::situation_of(const Frame& frame) {
  Situation situation;
  Subject subject = muscle_.subject_of(frame.subject, block_->words);
  if (subject.kind == Subject::Kind::Unsaid && !frame.between.empty() && frame.between.front().is("of")) {
    const Subject inner = muscle_.subject_of(frame.between, block_->words);
    if (inner.kind != Subject::Kind::Unsaid && inner.noun != NounKind::Nerve && inner.noun != NounKind::Artery) subject = inner;
  }
  if (frame.relative && subject.kind != Subject::Kind::Muscle && !last_name_.empty()) {
    subject.kind = Subject::Kind::Other;
    subject.name = last_name_;
  }
  if (subject.kind == Subject::Kind::Unsaid) {
    subject = subject_;
  } else {
    subject_ = subject;
    if (frame.relative) subject_ = {};
  }
  situation.subject = subject;
  situation.part = !label_.part.empty() ? label_.part : !subject.part.empty() ? subject.part : role_->part;
  situation.fibre_type = label_.fibre_type;
  situation.hedged = frame.hedged || in(Topic::Variation);
  situation.disputed = frame.disputed;
  situation.negative = frame.negative;
  return situation;
}

/// Whether "attached to" tells the origin or the insertion.
FactRelation FactReader::attachment_of(const Frame& frame) const {
  if (in(Topic::Insertion) && !in(Topic::Origin)) return FactRelation::Insertion;
  if (in(Topic::Origin) && !in(Topic::Insertion)) return FactRelation::Origin;
  for (const Tokens tokens : {frame.subject, frame.between})
    for (const Token& token : tokens) {
      if (token.is("distal") || token.is("distally") || token.is("inferiorly")) return FactRelation::Insertion;
      if (token.is("proximal") || token.is("proximally") || token.is("superiorly")) return FactRelation::Origin;
    }
  const bool told = std::any_of(facts_.begin(), facts_.end(), [](const Fact& fact) { return fact.relation == FactRelation::Origin; });
  return told ? FactRelation::Insertion : FactRelation::Origin;
}

void FactReader::read_frame(Tokens sentence, const Frame& frame) {
  Situation situation = situation_of(frame);
  if (frame.relation == CueRelation::Other || frame.relation == CueRelation::Action) return;
  if (frame.relation == CueRelation::Origin || frame.relation == CueRelation::Insertion) {  // "from its origin", "near its insertion"
    std::size_t last = frame.subject.size();
    while (last > 0 && frame.subject[last - 1].is(WordClass::Determiner)) --last;
    if (last > 0 && last < frame.subject.size() &&
        (frame.subject[last - 1].is("from") || frame.subject[last - 1].is("at") || frame.subject[last - 1].is(WordClass::Locative)))
      return;
  }
  if (frame.place == CueTable::Argument::Before) {  // "the femoral nerve supplies the muscle"
    const Subject supplied = muscle_.subject_of(frame.argument, block_->words);
    situation.subject = supplied.noun == NounKind::Muscle || supplied.kind == Subject::Kind::Muscle ? supplied : Subject{};
    const std::size_t from = static_cast<std::size_t>(frame.subject.data() - sentence.data());
    const Tokens before = sentence.subspan(from, frame.subject.size());
    if (frame.relation == CueRelation::Synergist || frame.relation == CueRelation::Antagonist) {
      add_names(relation_of(frame.relation), before.first(end_of_names(before, 0)), situation);
      return;
    }
    if (frame.relation != CueRelation::Artery) add_names(FactRelation::Innervation, before, situation);
    if (frame.relation != CueRelation::Innervation) add_names(FactRelation::Artery, before, situation);
    read_roots(before, situation);
    return;
  }
  const bool neural =
      situation.subject.kind == Subject::Kind::Other &&
      (situation.subject.noun == NounKind::Nerve || situation.subject.noun == NounKind::Artery || situation.subject.noun == NounKind::Vein);
  switch (frame.relation) {
    case CueRelation::Origin:
    case CueRelation::Insertion:
    case CueRelation::Attachment:
      if (neural) return;
      add_attachments(frame.relation == CueRelation::Attachment ? attachment_of(frame) : relation_of(frame.relation), sentence, frame,
                      situation);
      return;
    case CueRelation::Course:
      if (!neural && (in(Topic::Origin) || in(Topic::Insertion) || in(Topic::Attachment))) add_course(frame.argument, situation);
      return;
    case CueRelation::Innervation:
      if (neural) situation.subject = {};
      add_names(FactRelation::Innervation, frame.argument, situation);
      read_roots(sentence.subspan(static_cast<std::size_t>(frame.argument.data() - sentence.data())), situation);
      return;
    case CueRelation::Artery:
      if (neural) situation.subject = {};
      add_names(FactRelation::Artery, frame.argument, situation);
      return;
    case CueRelation::Supply: {
      const std::size_t nerves = add_names(FactRelation::Innervation, frame.argument, situation);
      add_names(FactRelation::Artery, frame.argument, situation);
      if (nerves > 0) read_roots(sentence.subspan(static_cast<std::size_t>(frame.argument.data() - sentence.data())), situation);
      return;
    }
    case CueRelation::PartOf:
      if (!neural) add_groups(frame.argument, situation, frame.weak);
      return;
    case CueRelation::Synergist:
    case CueRelation::Antagonist:
    case CueRelation::JoinedWith:
      if (!neural) add_names(relation_of(frame.relation), muscles_of(frame.argument), situation);
      return;
    case CueRelation::JointActedOn: {
      const ActionList list =
          read_actions(sentence.subspan(static_cast<std::size_t>(frame.argument.data() - sentence.data()) - 1, frame.argument.size() + 1),
                       block_->words, false);
      for (const JointName& joint : list.joints) add(FactRelation::JointActedOn, joint.words, joint.name, situation);
      return;
    }
    default:
      return;
  }
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
  for (const StructureName& name : structures_.read(tokens, block_->words, {Names::Groups, slot("muscles")})) {
    if (muscle_.is_named(name.head)) continue;
    if (weak && name.kind != NounKind::Group && name.kind != NounKind::Muscle && !is_muscle(name.head)) return;
    Fact& fact = add(FactRelation::PartOf, name.words, name.head, situation);
    fact.qualifier = name.qualifier;
    return;  // what stands behind it is another matter
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
  }
  for (const JointName& joint : list.joints) add(FactRelation::JointActedOn, joint.words, written_out(joint.name, joint.words), situation);
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
    for (std::size_t i = facts_.size(); i-- > 0 && facts_[i].sentence == sentence;) {
      twice |= facts_[i].relation == FactRelation::SpinalRoot && facts_[i].head == root.level && facts_[i].where == where;
      if (facts_[i].relation == FactRelation::Innervation && facts_[i].where.begin <= where.end && nerve < 0)
        nerve = static_cast<std::int32_t>(i);
    }
    if (twice) continue;
    add(FactRelation::SpinalRoot, root.words, std::move(root.level), situation).of = nerve;
  }
}

Fact& FactReader::add(FactRelation relation, WordSpan words, std::string head, const Situation& situation) {
  Fact& fact = facts_.emplace_back();
  fact.relation = relation;
  fact.where = block_->source_of(words.begin, words.end);
  fact.text = block_->words.substr(words.begin, words.end - words.begin);
  fact.head = std::move(head);
  fact.muscle_part = situation.part;
  fact.fibre_type = relation == FactRelation::Innervation ? situation.fibre_type : std::string();
  if (situation.subject.kind == Subject::Kind::Other) fact.subject = situation.subject.name;
  fact.modality = situation.disputed ? Modality::Disputed : situation.hedged ? Modality::Variant : Modality::Stated;
  fact.negative = situation.negative;
  fact.citations = sentence_->citations;
  fact.citation_basis = sentence_->basis;
  fact.sentence = block_->source_of(sentence_->words.begin, sentence_->words.end);
  fact.section = role_->section;
  return fact;
}

}  // namespace musclekg
