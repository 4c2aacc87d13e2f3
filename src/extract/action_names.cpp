#include "extract/action_names.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostBeforeMovement = 8;  ///< tokens between a conjunction and the movement that it joins

/// What a word says of the direction of a movement: "lateral" of "laterally"; empty: nothing.
std::string direction_of(const Token& token) {
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

std::string side_of(const Token& token) {
  if (!token.is(WordClass::SameSide)) return {};
  return token.word->lower.starts_with("ipsi") ? "ipsilateral" : "contralateral";
}

bool is_adjective(const Token& token) { return token.word != nullptr && token.word->describes(); }

/// Reads one text; see ActionReader.
class Reading {
 public:
  Reading(Tokens tokens, std::string_view words, bool of_muscle) : tokens_(tokens), words_(words), of_muscle_(of_muscle) {}

  ActionList read() {
    while (at_ < tokens_.size()) {
      const Token& token = tokens_[at_];
      if (token.mark == ';' || token.mark == '.') {
        settle();
        clause_ = list_.actions.size();
        ++at_;
      } else if (take_condition() || take_movement() || take_joint()) {
        continue;
      } else {
        if (token.word != nullptr && !token.is(WordClass::Conjunction) && !token.is(WordClass::Adverb) &&
            !token.is(WordClass::Determiner) && !token.is(WordClass::Preposition))
          settle();
        ++at_;
      }
    }
    settle();
    return std::move(list_);
  }

 private:
  struct Pending {
    ActionName action;
  };

  bool is_movement(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at].word == nullptr) return false;
    const Lexeme& word = *tokens_[at].word;
    if (word.form == MovementForm::None) return false;
    const Token* next = at + 1 < tokens_.size() ? &tokens_[at + 1] : nullptr;
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
  bool moves_part(std::size_t at) const {
    for (std::size_t i = at + 1; i < tokens_.size() && i < at + 5 && tokens_[i].word != nullptr; ++i) {
      if (tokens_[i].is(WordClass::Preposition)) return false;
      if (tokens_[i].word->noun == NounKind::Joint || tokens_[i].word->noun == NounKind::BodyPart) return true;
    }
    return false;
  }

  /// The first movement behind directions and adverbs from `at`; npos when something else stands before it.
  std::size_t movement_from(std::size_t at) const {
    const std::size_t last = std::min(tokens_.size(), at + kMostBeforeMovement);
    for (; at < last; ++at) {
      if (is_movement(at)) return at;
      const Token& token = tokens_[at];
      if (token.word == nullptr || !(is_adjective(token) || token.is(WordClass::Adverb) || token.is(WordClass::Determiner) ||
                                     !direction_of(token).empty() || token.is("to") || token.is("in") || token.is("can") ||
                                     token.is("also") || token.is(WordClass::Conjunction) || token.is(WordClass::SameSide)))
        return std::string_view::npos;
    }
    return std::string_view::npos;
  }

  /// "unilaterally", "when the knee is bent".
  bool take_condition() {
    const Token& token = tokens_[at_];
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
      while (end < tokens_.size() && tokens_[end].mark != ',' && tokens_[end].mark != ';' && tokens_[end].mark != '.' && !goes_on(end))
        ++end;
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
      for (Pending& one : pending_) one.action.condition = condition;
      for (std::size_t i = clause_; i < list_.actions.size(); ++i)
        if (list_.actions[i].condition.empty()) list_.actions[i].condition = condition;
      settle();
      clause_ = list_.actions.size();
    } else {
      condition_ = std::move(condition);
    }
    return true;
  }

  bool take_movement() {
    if (!is_movement(at_)) return false;
    const Token& token = tokens_[at_];
    const Lexeme& word = *token.word;
    // What stands before it.
    std::vector<std::string> directions, earlier;
    std::string qualifier;
    std::size_t first = at_;
    bool joined = false, named_by_region = false;
    for (; first > floor_; --first) {
      const Token& before = tokens_[first - 1];
      if (before.word == nullptr && before.mark == '-') continue;
      if (const std::string direction = direction_of(before); !direction.empty()) {
        (joined ? earlier : directions).insert((joined ? earlier : directions).begin(), direction);
        continue;
      }
      if (const std::string side = side_of(before); !side.empty()) {
        qualifier = side;
        continue;
      }
      if (is_adjective(before) && word.form == MovementForm::Noun && before.word->noun == NounKind::None && !joined) {
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
      Pending one;
      for (const std::string& way : ways) one.action.movement.append(way).append(" ");
      one.action.movement += word.movement;
      one.action.qualifier = qualifier;
      one.action.words = {tokens_[from].begin, token.end};
      one.action.condition = condition_;
      return one;
    };
    if (!earlier.empty()) pending_.push_back(action_with(earlier, first));
    pending_.push_back(action_with(directions, begin));
    ++at_;
    floor_ = at_;
    if (named_by_region) {  // "cervical flexion": it needs nothing that moves
      list_.actions.push_back(std::move(pending_.back().action));
      pending_.pop_back();
      return true;
    }
    if (!moved_before.empty()) {
      give_object(moved_before, moved_words, is_joint_before(moved_words));
      return true;
    }
    take_objects(word.form);
    return true;
  }

  bool is_object_word(const Token& token) const {
    const Lexeme& word = *token.word;
    if (word.noun == NounKind::Joint || word.noun == NounKind::BodyPart) return true;
    return (word.ends_names || is_adjective(token)) && direction_of(token).empty() && !token.is(WordClass::Preposition) &&
           !token.is(WordClass::Determiner) && !token.is(WordClass::Verb) && !token.is(WordClass::Copula) &&
           word.form == MovementForm::None && !token.is(WordClass::Conjunction) && !token.is(WordClass::Adverb) &&
           !token.is(WordClass::Filler) && !token.is(WordClass::Modifier) && !token.is(WordClass::Pronoun) && !token.is(WordClass::Hedge) &&
           !token.is(WordClass::Relative) && !token.is(WordClass::Boundary);
  }

  bool is_joint_before(WordSpan span) const {
    for (const Token& token : tokens_)
      if (token.end == span.end && token.word != nullptr) return token.word->noun == NounKind::Joint;
    return false;
  }

  std::string name_of(std::size_t begin, std::size_t end) const {
    std::string name;
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].word == nullptr || tokens_[i].is(WordClass::Determiner)) continue;
      const bool last = i + 1 == end || tokens_[i + 1].is(WordClass::Preposition);
      name.append(name.empty() ? "" : " ").append(last && tokens_[i].word->plural ? tokens_[i].word->normal : tokens_[i].word->lower);
    }
    return name;
  }

  /// What is moved, behind a verb or behind "of": names joined by "and" and commas.
  void take_objects(MovementForm form) {
    std::size_t at = at_;
    if (at < tokens_.size() && tokens_[at].mark == ')') ++at;
    const bool verb = form == MovementForm::Verb || form == MovementForm::Gerund;
    while (at < tokens_.size() && (tokens_[at].is(WordClass::Adverb) || !direction_of(tokens_[at]).empty()) &&
           movement_from(at) == std::string_view::npos && verb && at + 1 < tokens_.size() && tokens_[at + 1].is(WordClass::Determiner))
      ++at;
    if (at >= tokens_.size()) return;
    const Token& next = tokens_[at];
    const bool of = next.is("of") || next.is("at") || next.is("in") || next.is("to") || next.is("on") || next.is("for");
    if (verb ? of && !next.is("at") : !of) return;
    if (of) ++at;
    std::vector<std::pair<std::size_t, std::size_t>> objects;
    while (at < tokens_.size()) {
      while (at < tokens_.size() &&
             (tokens_[at].is(WordClass::Determiner) || tokens_[at].is("of") || (objects.empty() && tokens_[at].is("at"))))
        ++at;
      if (objects.empty() && verb && at < tokens_.size() && (tokens_[at].is("it") || tokens_[at].is("them")) &&
          !last_object_.first.empty()) {
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
    const std::vector<Pending> movements = std::move(pending_);
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
        for (Pending& one : pending_) one.action.condition = name + " " + state;
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
  const Token& noun_token(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i + 1 < end; ++i)
      if (tokens_[i + 1].is("of")) return tokens_[i];
    return tokens_[end - 1];
  }

  bool begins_object(std::size_t at) const {
    const Token& token = tokens_[at];
    return !token.is(WordClass::Preposition) && !token.is(WordClass::Verb) && !token.is(WordClass::Boundary) &&
           !token.is(WordClass::Relative) && !token.is(WordClass::Pronoun) && !token.is(WordClass::Copula) && !token.is(WordClass::Adverb);
  }

  bool ends_object(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.is("of")) return false;
    if (token.is(WordClass::Determiner)) return false;
    if (token.is(WordClass::Preposition) || token.is(WordClass::Conjunction) || token.is(WordClass::Verb) ||
        token.is(WordClass::Boundary) || token.is(WordClass::Relative) || token.is(WordClass::Copula) || token.is(WordClass::Locative) ||
        token.is(WordClass::Pronoun) || token.is(WordClass::SameSide))
      return true;
    if (token.is(WordClass::Adverb)) return true;
    const std::string direction = direction_of(token);
    if (!direction.empty() && (token.word->lower.ends_with("ly") || token.word->portion != Portions::Kind::Direction)) return true;
    if (is_movement(at) && token.word->form == MovementForm::Verb) return true;
    return token.word->lower.starts_with("unilateral") || token.word->lower.starts_with("bilateral") ||
           (token.word->lower.ends_with("ly") && token.word->lower.size() > 5);
  }

  /// Directions behind what is moved: "the scapula downward", "the neck laterally", "to the same side".
  void take_ways(std::size_t count) {
    const std::size_t first = list_.actions.size() - std::min(count, list_.actions.size());
    for (; at_ < tokens_.size(); ++at_) {
      const Token& token = tokens_[at_];
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
  void give_object(const std::string& name, WordSpan span, bool joint) {
    last_object_ = {name, span};
    for (Pending& one : pending_) {
      one.action.moved = name;
      one.action.moved_words = span;
      one.action.at_joint = joint;
      if (&one == &pending_.back())
        one.action.words = {std::min(one.action.words.begin, span.begin), std::max(one.action.words.end, span.end)};
      list_.actions.push_back(std::move(one.action));
    }
    pending_.clear();
    if (joint) list_.joints.push_back({span, name});
  }

  /// "at the hip joint" behind an action or by itself.
  bool take_joint() {
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
        list_.joints.push_back({{tokens_[begin].begin, tokens_[at - 1].end}, name_of(begin, at)});
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
      for (Pending& one : pending_) {
        one.action.moved = joint.name;
        one.action.moved_words = joint.words;
        one.action.at_joint = true;
        list_.actions.push_back(std::move(one.action));
      }
      pending_.clear();
    }
    at_ = at;
    floor_ = at_;
    return true;
  }

  /// What waits gets nothing any more: "dorsiflexion". Behind "hip flexion and", it is what was moved before it.
  void settle() {
    for (Pending& one : pending_) list_.actions.push_back(std::move(one.action));
    pending_.clear();
  }

  Tokens tokens_;
  std::string_view words_;
  bool of_muscle_;
  ActionList list_;
  std::vector<Pending> pending_;
  std::pair<std::string, WordSpan> last_object_;  ///< what "it" means
  std::string condition_;
  std::size_t at_ = 0;
  std::size_t floor_ = 0;   ///< no movement goes back behind this token
  std::size_t clause_ = 0;  ///< the first action of this clause
};

}  // namespace

ActionList ActionReader::read(Tokens tokens, std::string_view words, bool of_muscle) { return Reading(tokens, words, of_muscle).read(); }

}  // namespace musclekg
