#include "extract/action_reading.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostBeforeMovement = 8;  ///< tokens between a conjunction and the movement that it joins

}  // namespace

std::string direction_of(const PageToken& token) {
  if (token.word == nullptr) return {};
  const std::string& lower = token.word->lower;
  static constexpr std::string_view kOther[] = {"upward", "downward", "horizontal", "forward", "backward", "inward", "outward", "rotary"};
  std::string_view word = lower;
  if (word.ends_with("wards")) word.remove_suffix(1);
  if (word.ends_with("ly") && word.size() > 5) word.remove_suffix(2);
  for (const std::string_view other : kOther)
    if (word == other) return std::string(word);
  if (token.word->portion == Portions::Kind::Direction && word == lower && word != "back" && word != "front") return std::string(word);
  static constexpr std::string_view kAdverbs[] = {"lateral", "medial", "internal", "external",  "radial",   "ulnar",
                                                  "plantar", "dorsal", "anterior", "posterior", "superior", "inferior"};
  for (const std::string_view adverb : kAdverbs)
    if (word == adverb) return std::string(word);
  return {};
}

std::string side_of(const PageToken& token) {
  if (!token.is(WordClass::SameSide)) return {};
  return token.word->lower.starts_with("ipsi") ? "ipsilateral" : "contralateral";
}

ActionList ActionReading::read() {
  while (at_ < tokens_.size()) {
    const PageToken& token = tokens_[at_];
    if (token.mark == ';' || token.mark == '.') {
      settle();
      clause_ = list_.actions.size();
      negated_ = false;
      ++at_;
    } else if (token.is(WordClass::Negation) || token.is("but")) {
      settle();
      negated_ = !token.is("but");
      ++at_;
    } else if (!take_condition() && !take_movement() && !take_joint()) {
      const bool passes = token.is(WordClass::Conjunction) || token.is(WordClass::Adverb) || token.is(WordClass::Determiner) ||
                          token.is(WordClass::Preposition);
      if (token.word != nullptr && !passes) settle();
      ++at_;
    }
  }
  settle();
  return std::move(list_);
}

bool ActionReading::is_movement(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].word == nullptr) return false;
  const Lexeme& word = *tokens_[at].word;
  if (word.form == MovementForm::None) return false;
  const PageToken* next = at + 1 < tokens_.size() ? &tokens_[at + 1] : nullptr;
  if (word.form == MovementForm::Agent)  // "a flexor of the knee", "a knee flexor"; not "flexor carpi ulnaris"
    return (next != nullptr && (next->is("of") || next->is("at"))) ||
           (at > 0 && tokens_[at - 1].word != nullptr && tokens_[at - 1].word->noun == NounKind::Joint);
  if (!word.common_verb) return true;
  if (word.form == MovementForm::Verb && at > 0 && tokens_[at - 1].is(WordClass::Determiner)) return false;
  if (!of_muscle_) return moves_part(at);
  const bool adjective = word.lower == "lower" || word.lower == "support" || word.lower == "control" || word.lower == "close" ||
                         word.lower == "open" || word.lower == "fix";
  return !adjective || (next != nullptr && next->is(WordClass::Determiner));
}

/// Whether a common verb has a joint or a limb for its object: "extends the knee".
bool ActionReading::moves_part(std::size_t at) const {
  for (std::size_t i = at + 1; i < tokens_.size() && i < at + 5 && tokens_[i].word != nullptr; ++i) {
    if (tokens_[i].is(WordClass::Preposition)) return false;
    if (tokens_[i].word->noun == NounKind::Joint || tokens_[i].word->noun == NounKind::BodyPart) return true;
  }
  return false;
}

/// The first movement behind directions and adverbs from `at`; npos when something else stands before it.
std::size_t ActionReading::movement_from(std::size_t at) const {
  const std::size_t last = std::min(tokens_.size(), at + kMostBeforeMovement);
  for (; at < last; ++at) {
    if (is_movement(at)) return at;
    const PageToken& token = tokens_[at];
    if (token.word == nullptr || !(token.word->describes() || token.is(WordClass::Adverb) || token.is(WordClass::Determiner) ||
                                   !direction_of(token).empty() || token.is("to") || token.is("in") || token.is("can") ||
                                   token.is("also") || token.is(WordClass::Conjunction) || token.is(WordClass::SameSide)))
      return std::string_view::npos;
  }
  return std::string_view::npos;
}

/// "unilaterally", "when the knee is bent".
bool ActionReading::take_condition() {
  const PageToken& token = tokens_[at_];
  std::string condition;
  const std::size_t begin = at_;
  if ((token.is("while") || token.is("whilst")) && at_ > 0) {  // "..., while the others ..."
    settle();
    clause_ = list_.actions.size();
    floor_ = ++at_;
    return true;
  }
  if (token.word != nullptr && (token.word->lower.starts_with("unilateral") || token.word->lower.starts_with("bilateral"))) {
    condition = token.word->lower.starts_with("uni") ? "unilateral" : "bilateral";
    ++at_;
  } else if (token.is("when") || token.is("if") || token.is("while") || token.is("with") || token.is("during") || token.is("once") ||
             token.is("whilst") || token.is("after")) {
    std::size_t end = at_ + 1;
    const auto goes_on = [&](std::size_t at) {
      return at > at_ + 2 && tokens_[at].is(WordClass::Pronoun) && movement_from(at + 1) != std::string_view::npos;
    };
    while (end < tokens_.size() && tokens_[end].mark != ',' && tokens_[end].mark != ';' && tokens_[end].mark != '.' && !goes_on(end)) ++end;
    condition = fold(words_.substr(token.begin, tokens_[end - 1].end - token.begin));
    if (token.is("with") && condition.find("flex") == std::string::npos && condition.find("extend") == std::string::npos &&
        condition.find("fix") == std::string::npos)
      return false;
    at_ = end;
  } else {
    return false;
  }
  if (list_.actions.size() > clause_ || !pending_.empty()) {
    const bool next_clause = begin > 0 && (tokens_[begin - 1].mark == '.' || tokens_[begin - 1].mark == ';' ||
                                           (at_ < tokens_.size() && tokens_[at_].mark == ':'));
    if (next_clause) {
      settle();
      clause_ = list_.actions.size();
      condition_ = std::move(condition);
      return true;
    }
    for (ActionName& one : pending_) one.condition = condition;
    for (std::size_t i = clause_; i < list_.actions.size(); ++i)
      if (list_.actions[i].condition.empty()) list_.actions[i].condition = condition;
    settle();
    clause_ = list_.actions.size();
  } else {
    condition_ = std::move(condition);
  }
  return true;
}

bool ActionReading::take_movement() {
  if (!is_movement(at_)) return false;
  const PageToken& token = tokens_[at_];
  const Lexeme& word = *token.word;
  // What stands before it.
  std::vector<std::string> directions, earlier;
  std::string qualifier;
  std::size_t first = at_;
  bool joined = false, named_by_region = false;
  for (; first > floor_; --first) {
    const PageToken& before = tokens_[first - 1];
    if (before.word == nullptr && before.mark == '-') continue;
    if (const std::string direction = direction_of(before); !direction.empty()) {
      (joined ? earlier : directions).insert((joined ? earlier : directions).begin(), direction);
      continue;
    }
    if (const std::string side = side_of(before); !side.empty()) {
      qualifier = side;
      continue;
    }
    if (before.word != nullptr && before.word->describes() && word.form == MovementForm::Noun && before.word->noun == NounKind::None &&
        !joined) {
      if (before.word->lower.ends_with("al") || before.word->lower.ends_with("ar") || before.word->lower.ends_with("oid")) {
        directions.insert(directions.begin(), before.word->lower);
        named_by_region = true;
      } else {
        qualifier = before.word->lower + (qualifier.empty() ? "" : " " + qualifier);
      }
      continue;
    }
    if (before.is(WordClass::Conjunction) && !directions.empty() && first > floor_ + 1 && !direction_of(tokens_[first - 2]).empty()) {
      joined = true;
      continue;
    }
    break;
  }
  std::string moved_before;
  WordSpan moved_words;
  std::size_t begin = first;
  if (word.form == MovementForm::Noun && !joined) {
    std::size_t object = first;
    while (object > floor_ && tokens_[object - 1].word != nullptr && is_object_word(tokens_[object - 1])) --object;
    if (object < first) {
      moved_before = name_of(object, first);
      moved_words = {tokens_[object].begin, tokens_[first - 1].end};
      begin = object;
    }
  }
  const auto action_with = [&](const std::vector<std::string>& ways, std::size_t from) {
    ActionName one;
    for (const std::string& way : ways) one.movement.append(way).append(" ");
    one.movement += word.movement;
    one.qualifier = qualifier;
    one.words = {tokens_[from].begin, token.end};
    one.condition = condition_;
    one.negative = negated_;
    return one;
  };
  if (!earlier.empty()) pending_.push_back(action_with(earlier, first));
  pending_.push_back(action_with(directions, begin));
  ++at_;
  floor_ = at_;
  if (named_by_region) {  // "cervical flexion": it needs nothing that moves
    list_.actions.push_back(std::move(pending_.back()));
    pending_.pop_back();
    return true;
  }
  if (!moved_before.empty()) {
    give_object(moved_before, moved_words, tokens_[first - 1].word->noun == NounKind::Joint);
    return true;
  }
  take_objects(word.form);
  return true;
}

ActionList read_actions(Tokens tokens, std::string_view words, bool of_muscle) { return ActionReading(tokens, words, of_muscle).read(); }

}  // namespace musclekg
