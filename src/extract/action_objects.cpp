#include <algorithm>

#include "base/text.h"
#include "extract/action_reading.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostJoined = 16;  ///< movements that share what they move, and things that one movement moves

}  // namespace

bool ActionReading::is_object_word(const PageToken& token) const {
  const Lexeme& word = *token.word;
  if (word.noun == NounKind::Joint || word.noun == NounKind::BodyPart) return true;
  return (word.ends_names || word.describes()) && direction_of(token).empty() && !token.is(WordClass::Preposition) &&
         !token.is(WordClass::Determiner) && !token.is(WordClass::Verb) && !token.is(WordClass::Copula) &&
         word.form == MovementForm::None && !token.is(WordClass::Conjunction) && !token.is(WordClass::Adverb) &&
         !token.is(WordClass::Filler) && !token.is(WordClass::Modifier) && !token.is(WordClass::Pronoun) && !token.is(WordClass::Hedge) &&
         !token.is(WordClass::Relative) && !token.is(WordClass::Boundary);
}

std::string ActionReading::name_of(std::size_t begin, std::size_t end) const {
  std::string name;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens_[i].word == nullptr || tokens_[i].is(WordClass::Determiner)) continue;
    const bool last = i + 1 == end || tokens_[i + 1].is(WordClass::Preposition);
    name.append(name.empty() ? "" : " ").append(last && tokens_[i].word->plural ? tokens_[i].word->normal : tokens_[i].word->lower);
  }
  return name;
}

/// What is moved, behind a verb or behind "of": names joined by "and" and commas.
void ActionReading::take_objects(MovementForm form) {
  std::size_t at = at_;
  if (at < tokens_.size() && tokens_[at].mark == ')') ++at;
  const bool verb = form == MovementForm::Verb || form == MovementForm::Gerund;
  while (at < tokens_.size() && (tokens_[at].is(WordClass::Adverb) || !direction_of(tokens_[at]).empty()) &&
         movement_from(at) == std::string_view::npos && verb && at + 1 < tokens_.size() && tokens_[at + 1].is(WordClass::Determiner))
    ++at;
  if (at >= tokens_.size()) return;
  const PageToken& next = tokens_[at];
  const bool of = next.is("of") || next.is("at") || next.is("in") || next.is("to") || next.is("on") || next.is("for");
  if (verb ? of && !next.is("at") : !of) return;
  if (of) ++at;
  std::vector<std::pair<std::size_t, std::size_t>> objects;
  while (at < tokens_.size()) {
    while (at < tokens_.size() &&
           (tokens_[at].is(WordClass::Determiner) || tokens_[at].is("of") || (objects.empty() && tokens_[at].is("at"))))
      ++at;
    if (objects.empty() && verb && at < tokens_.size() && (tokens_[at].is("it") || tokens_[at].is("them")) && !last_object_.first.empty()) {
      give_object(last_object_.first, {tokens_[at].begin, tokens_[at].end}, false);
      at_ = floor_ = at + 1;
      return;
    }
    const std::size_t begin = at;
    while (at < tokens_.size() && tokens_[at].word != nullptr && !ends_object(at)) ++at;
    if (at == begin) break;
    objects.emplace_back(begin, at);
    std::size_t further = at;
    if (further < tokens_.size() && (tokens_[further].mark == ',' || tokens_[further].mark == '/')) ++further;
    if (further < tokens_.size() && tokens_[further].is(WordClass::Conjunction)) ++further;
    if (further == at || further >= tokens_.size() || tokens_[further].word == nullptr) break;
    if (movement_from(further) != std::string_view::npos || !begins_object(further)) break;
    at = further;
  }
  if (objects.empty()) return;
  // "flexes the hip and knee joints": the noun at the end is that of all.
  const std::size_t last_noun = objects.back().second - 1;
  const bool joints = tokens_[last_noun].word->normal == "joint" || tokens_[last_noun].word->normal == "articulation";
  if (pending_.size() > kMostJoined) pending_.resize(kMostJoined);
  if (objects.size() > kMostJoined) objects.resize(kMostJoined);
  const std::vector<ActionName> movements = std::move(pending_);
  pending_.clear();
  std::vector<std::string> names;
  for (const auto& [begin, end] : objects) names.push_back(name_of(begin, end));
  for (std::size_t i = names.size() - 1; i-- > 0;)  // "the third, fourth and fifth ribs"
    if (tokens_[objects[i].second - 1].word->ordinal)
      names[i] += names[i + 1].substr(std::min(names[i + 1].rfind(' '), names[i + 1].size()));
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const auto [begin, end] = objects[i];
    pending_ = movements;
    std::string name = names[i];
    if (name.empty()) continue;
    if (const std::size_t blank = name.find(' ');
        blank != std::string::npos && name.substr(0, blank).ends_with("ed")) {  // "the flexed thigh"
      const std::string state = name.substr(0, blank);
      name.erase(0, blank + 1);
      for (ActionName& one : pending_) one.condition = name + " " + state;
    }
    const Lexeme& noun = *noun_token(begin, end).word;
    const bool joint = noun.noun == NounKind::Joint || joints;
    if (joints && end != objects.back().second && noun.normal != "joint") name += " joint";
    give_object(name, {tokens_[begin].begin, tokens_[end - 1].end}, joint);
  }
  at_ = at;
  floor_ = at;
  take_ways(movements.size() * objects.size());
}

/// The last word before "of".
const PageToken& ActionReading::noun_token(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i + 1 < end; ++i)
    if (tokens_[i + 1].is("of")) return tokens_[i];
  return tokens_[end - 1];
}

bool ActionReading::begins_object(std::size_t at) const {
  const PageToken& token = tokens_[at];
  return !token.is(WordClass::Preposition) && !token.is(WordClass::Verb) && !token.is(WordClass::Boundary) &&
         !token.is(WordClass::Relative) && !token.is(WordClass::Pronoun) && !token.is(WordClass::Copula) && !token.is(WordClass::Adverb);
}

bool ActionReading::ends_object(std::size_t at) const {
  const PageToken& token = tokens_[at];
  if (token.is("of")) return false;
  if (token.is(WordClass::Determiner)) return false;
  if (token.is(WordClass::Preposition) || token.is(WordClass::Conjunction) || token.is(WordClass::Verb) || token.is(WordClass::Boundary) ||
      token.is(WordClass::Relative) || token.is(WordClass::Copula) || token.is(WordClass::Locative) || token.is(WordClass::Pronoun) ||
      token.is(WordClass::SameSide))
    return true;
  if (token.is(WordClass::Adverb)) return true;
  const std::string direction = direction_of(token);
  if (!direction.empty() && (token.word->lower.ends_with("ly") || token.word->portion != Portions::Kind::Direction)) return true;
  if (is_movement(at) && token.word->form == MovementForm::Verb) return true;
  return token.word->lower.starts_with("unilateral") || token.word->lower.starts_with("bilateral") ||
         (token.word->lower.ends_with("ly") && token.word->lower.size() > 5);
}

/// Directions behind what is moved: "the scapula downward", "the neck laterally", "to the same side".
void ActionReading::take_ways(std::size_t count) {
  const std::size_t first = list_.actions.size() - std::min(count, list_.actions.size());
  for (; at_ < tokens_.size(); ++at_) {
    const PageToken& token = tokens_[at_];
    const std::string direction = direction_of(token), side = side_of(token);
    if (direction.empty() && side.empty()) {
      if (token.is(WordClass::Conjunction) && at_ + 1 < tokens_.size() && !direction_of(tokens_[at_ + 1]).empty() &&
          movement_from(at_ + 1) == std::string_view::npos)
        continue;
      break;
    }
    for (std::size_t i = first; i < list_.actions.size(); ++i) {
      ActionName& action = list_.actions[i];
      action.words.end = token.end;
      const bool turns =
          action.movement.ends_with("rotation") || action.movement.ends_with("flexion") || action.movement.ends_with("bending");
      if (!side.empty()) {
        action.qualifier = side;
      } else if (turns && action.movement.find(' ') == std::string::npos && direction != "forward") {
        action.movement = direction + " " + action.movement;
      } else {
        action.qualifier.append(action.qualifier.empty() ? "" : " ").append(direction);
      }
    }
  }
  floor_ = at_;
  // "to the ipsilateral side", "to the same side"
  if (at_ + 2 < tokens_.size() && (tokens_[at_].is("to") || tokens_[at_].is("toward") || tokens_[at_].is("towards"))) {
    std::size_t end = at_ + 1;
    while (end < tokens_.size() && end < at_ + 5 && !tokens_[end].is("side")) ++end;
    if (end < tokens_.size() && tokens_[end].is("side")) {
      const std::string way = fold(words_.substr(tokens_[at_ + 1].begin, tokens_[end].end - tokens_[at_ + 1].begin));
      const std::string side =
          way.find("ipsi") != std::string::npos || way.find("same") != std::string::npos || way.find("own") != std::string::npos
              ? "ipsilateral"
              : "contralateral";
      for (std::size_t i = first; i < list_.actions.size(); ++i) {
        list_.actions[i].qualifier = side;
        list_.actions[i].words.end = tokens_[end].end;
      }
      at_ = end + 1;
      floor_ = at_;
    }
  }
}

/// Gives all movements that wait for it what they move.
void ActionReading::give_object(const std::string& name, WordSpan span, bool joint) {
  last_object_ = {name, span};
  for (ActionName& one : pending_) {
    one.moved = name;
    one.moved_words = span;
    one.at_joint = joint;
    if (&one == &pending_.back()) one.words = {std::min(one.words.begin, span.begin), std::max(one.words.end, span.end)};
    list_.actions.push_back(std::move(one));
  }
  pending_.clear();
  if (joint) list_.joints.push_back({span, name, negated_});
}

/// "at the hip joint" behind an action or by itself.
bool ActionReading::take_joint() {
  if (!tokens_[at_].is("at") && !tokens_[at_].is("across") && !tokens_[at_].is("on")) return false;
  std::size_t at = at_ + 1;
  bool any = false;
  while (at < tokens_.size()) {
    while (at < tokens_.size() && tokens_[at].is(WordClass::Determiner)) ++at;
    const std::size_t begin = at;
    while (at < tokens_.size() && tokens_[at].word != nullptr && !ends_object(at)) ++at;
    if (at == begin) break;
    const Lexeme& noun = *noun_token(begin, at).word;
    std::size_t further = at;
    if (further < tokens_.size() && tokens_[further].mark == ',') ++further;
    if (further < tokens_.size() && tokens_[further].is(WordClass::Conjunction)) ++further;
    const bool more =
        further > at && further < tokens_.size() && begins_object(further) && movement_from(further) == std::string_view::npos;
    if (noun.noun == NounKind::Joint) {
      list_.joints.push_back({{tokens_[begin].begin, tokens_[at - 1].end}, name_of(begin, at), negated_});
      any = true;
    } else if (!more) {
      break;
    }
    if (!more) break;
    at = further;
  }
  if (!any) return false;
  if (!pending_.empty() && list_.joints.size() > 0) {
    const JointName joint = list_.joints.back();
    for (ActionName& one : pending_) {
      one.moved = joint.name;
      one.moved_words = joint.words;
      one.at_joint = true;
      list_.actions.push_back(std::move(one));
    }
    pending_.clear();
  }
  at_ = at;
  floor_ = at_;
  return true;
}

/// What waits gets nothing any more: "dorsiflexion". Behind "hip flexion and", it is what was moved before it.
void ActionReading::settle() {
  if (!pending_.empty()) negated_ = false;
  for (ActionName& one : pending_) list_.actions.push_back(std::move(one));
  pending_.clear();
}

}  // namespace musclekg
