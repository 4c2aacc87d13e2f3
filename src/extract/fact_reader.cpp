#include "extract/fact_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "extract/extractor.h"

namespace musclekg {

namespace {

FactRelation relation_of(CueRelation relation) { return static_cast<FactRelation>(relation); }

/// Whether a text has a verb that says something of a subject, and so is no list of names.
bool is_sentence(Tokens tokens) {
  bool relative = false;  // within a clause about what stands before it
  for (const PageToken& token : tokens) {
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
  std::vector<PageToken> label;
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
  const bool field = block_->kind == Block::Kind::Field;
  const bool fragment = only(relation) && relation != FactRelation::Action && (field || !is_sentence(parts_of(tokens).front())) &&
                        (!says || frames.front().relation == CueRelation::JoinedWith || field);
  for (const Frame& frame : frames) read_frame(tokens, frame);
  if (fragment) {
    for (const Tokens part : parts_of(frames.empty() ? tokens : tokens.first(frames.front().subject.size())))
      if (field || !is_sentence(part)) read_fragment(part, false);
    for (const Frame& frame : frames) read_fragment(frame.behind, true);
  }
  read_movements(tokens, frames);
}

/// What the clause says that its subject does, and the roots of nerves.
void FactReader::read_movements(Tokens tokens, const std::vector<Frame>& frames) {
  const bool action_cue =
      std::any_of(frames.begin(), frames.end(), [](const Frame& frame) { return frame.relation == CueRelation::Action; });
  Situation situation;
  situation.part = label_.part.empty() ? role_->part : label_.part;
  std::size_t first = 0;  // of the verb
  while (first < tokens.size() && tokens[first].word != nullptr && tokens[first].word->form != MovementForm::Verb &&
         !tokens[first].is(WordClass::Copula) && !tokens[first].is(WordClass::Verb))
    ++first;
  ClauseSubject subject;
  const bool field = block_->kind == Block::Kind::Field;
  if (!field) subject = muscle_.subject_of(tokens.first(first), block_->words);
  if (subject.kind == ClauseSubject::Kind::Unsaid) subject = subject_;
  situation.subject = subject;
  if (subject.noun == NounKind::Nerve || subject.noun == NounKind::Artery) situation.subject = {};
  if (situation.part.empty()) situation.part = subject.part;
  situation.hedged = in(Topic::Variation);
  const bool of_other = subject.kind == ClauseSubject::Kind::Other && frames.empty() && !in(Topic::Action);
  if (!of_other && (!field || in(Topic::Action))) add_actions(without_muscles(tokens), situation, in(Topic::Action) || action_cue);
  if (in(Topic::Root) || in(Topic::Innervation)) read_roots(tokens, situation);
}

FactReader::Situation FactReader::situation_of(const Frame& frame) {
  Situation situation;
  ClauseSubject subject = muscle_.subject_of(frame.subject, block_->words);
  if (subject.kind == ClauseSubject::Kind::Unsaid && !frame.between.empty() && frame.between.front().is("of")) {
    const ClauseSubject inner = muscle_.subject_of(frame.between, block_->words);
    if (inner.kind != ClauseSubject::Kind::Unsaid && inner.noun != NounKind::Nerve && inner.noun != NounKind::Artery) subject = inner;
  }
  if (frame.relative && subject.kind != ClauseSubject::Kind::Muscle && !last_name_.empty()) {
    subject.kind = ClauseSubject::Kind::Other;
    subject.name = last_name_;
  }
  if (subject.kind == ClauseSubject::Kind::Unsaid) {
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
    for (const PageToken& token : tokens) {
      if (token.is("distal") || token.is("distally") || token.is("inferiorly")) return FactRelation::Insertion;
      if (token.is("proximal") || token.is("proximally") || token.is("superiorly")) return FactRelation::Origin;
    }
  return origin_told_ ? FactRelation::Insertion : FactRelation::Origin;
}

/// "..., and the short head from the linea aspera": where the names of another part of the muscle begin; the size of the text where none
/// do.
std::size_t FactReader::next_part(Tokens names, std::string& part) const {
  for (std::size_t at = 1; at + 2 < names.size(); ++at) {
    if (names[at - 1].mark != ',' && !names[at - 1].is(WordClass::Conjunction)) continue;
    const std::size_t size = muscle_part_at(names.subspan(at));
    if (size == 0 || at + size >= names.size() || !names[at + size].is(WordClass::Preposition) || names[at + size].is("of")) continue;
    std::size_t first = at;
    while (names[first].is(WordClass::Determiner) || names[first].is(WordClass::Conjunction)) ++first;
    part = fold(std::string_view(block_->words).substr(names[first].begin, names[at + size - 1].end - names[first].begin));
    return at;
  }
  return names.size();
}

void FactReader::read_frame(Tokens sentence, const Frame& whole) {
  std::string part;
  const std::size_t own = next_part(whole.argument, part);
  Frame frame = whole;
  frame.argument = whole.argument.first(own);
  if (own < whole.argument.size()) frame.behind = {};
  Situation situation = situation_of(frame);
  read_frame(sentence, frame, situation);
  while (!part.empty()) {
    Tokens rest = whole.argument.subspan(static_cast<std::size_t>(frame.argument.data() - whole.argument.data()) + frame.argument.size());
    while (!rest.empty() && !rest.front().is(WordClass::Preposition)) rest = rest.subspan(1);
    situation.part = std::exchange(part, {});
    frame.argument = rest.first(next_part(rest, part));
    read_frame(sentence, frame, situation);
  }
}

void FactReader::read_frame(Tokens sentence, const Frame& frame, Situation situation) {
  if (frame.relation == CueRelation::Other || frame.relation == CueRelation::Action) return;
  if (frame.relation == CueRelation::Origin || frame.relation == CueRelation::Insertion) {  // "from its origin", "near its insertion"
    std::size_t last = frame.subject.size();
    while (last > 0 && frame.subject[last - 1].is(WordClass::Determiner)) --last;
    if (last > 0 && last < frame.subject.size() &&
        (frame.subject[last - 1].is("from") || frame.subject[last - 1].is("at") || frame.subject[last - 1].is(WordClass::Locative)))
      return;
  }
  if (frame.place == CueTable::Argument::Before) {  // "the femoral nerve supplies the muscle"
    const ClauseSubject supplied = muscle_.subject_of(frame.argument, block_->words);
    situation.subject = supplied.noun == NounKind::Muscle || supplied.kind == ClauseSubject::Kind::Muscle ? supplied : ClauseSubject{};
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
      situation.subject.kind == ClauseSubject::Kind::Other &&
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

}  // namespace musclekg
