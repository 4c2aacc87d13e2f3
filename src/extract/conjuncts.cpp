#include "extract/conjuncts.h"

#include <algorithm>
#include <optional>

#include "extract/ordinals.h"

namespace musclekg {

namespace {

using Joined = Conjunct::Joined;

bool is_of(const PageToken& token) { return token.is("of") || token.is("from") || token.is("on"); }

std::size_t place_of_first_of(const std::vector<PageToken>& tokens) {
  return static_cast<std::size_t>(std::find_if(tokens.begin(), tokens.end(), is_of) - tokens.begin());
}

bool has_of(const std::vector<PageToken>& tokens) { return place_of_first_of(tokens) < tokens.size(); }

/// Whether a name ends in a word that names nothing.
bool is_open(const std::vector<PageToken>& tokens) {
  if (tokens.empty() || tokens.back().word == nullptr) return false;
  const Lexeme& last = *tokens.back().word;
  if (last.level) return false;
  return last.describes() || (last.number && tokens.size() == 1);
}

bool is_branch_noun(const PageToken& token) {
  return token.word != nullptr &&
         (token.word->noun == NounKind::Nerve || token.word->noun == NounKind::Artery || token.word->noun == NounKind::NerveOrArtery);
}

/// "popliteal" before "fibular arteries", "median" before "ulnar nerves": the name behind it ends in the noun of a nerve or a vessel, in
/// the plural, or it is an adjective.
bool lacks_noun(const std::vector<PageToken>& tokens, const std::vector<PageToken>& behind) {
  if (tokens.empty() || behind.empty() || tokens.back().word == nullptr || has_of(behind) || !is_branch_noun(behind.back())) return false;
  return !is_branch_noun(tokens.back()) && !tokens.back().word->level &&
         (tokens.back().word->has_adjective_ending() || behind.back().word->normal != behind.back().word->lower);
}

/// The end that a name takes from `behind`, of which the last word is the noun: "gluteal arteries" for "superior" before "inferior gluteal
/// arteries", "nerves" for "tibial" before "sural nerves".
std::vector<PageToken> missing_noun(const std::vector<PageToken>& tokens, const std::vector<PageToken>& behind) {
  const auto is_direction = [](const PageToken& token) { return token.word != nullptr && token.word->direction_only; };
  std::size_t own = 0;
  for (const PageToken& token : tokens) own += token.is(WordClass::Determiner) || token.is(WordClass::Preposition) ? 0 : 1;
  std::size_t first = 0;
  while (first < behind.size() && (behind[first].is(WordClass::Determiner) || behind[first].is(WordClass::Preposition))) ++first;
  bool opposed = first + own < behind.size();
  for (std::size_t i = 0; i < own && opposed; ++i)
    opposed = is_direction(behind[first + i]) && is_direction(tokens[tokens.size() - own + i]);
  return {opposed ? behind.begin() + static_cast<std::ptrdiff_t>(first + own) : behind.end() - 1, behind.end()};
}

/// Whether a name is a noun for a part of something, and says not of what: "the body", "anterior border".
bool is_bare_part(const std::vector<PageToken>& tokens) {
  if (tokens.empty() || tokens.back().word == nullptr || has_of(tokens)) return false;
  const auto kind = tokens.back().word->portion;
  if (kind != Portions::Kind::StructureNoun && kind != Portions::Kind::Part && kind != Portions::Kind::Branch &&
      kind != Portions::Kind::Amount)
    return false;
  return std::all_of(tokens.begin(), tokens.end() - 1, [](const PageToken& token) {
    return token.word != nullptr && (token.word->portion != Portions::Kind::None || token.is(WordClass::Determiner));
  });
}

/// The tokens behind the part of `next` that stands in the place of the open end of `before`.
std::vector<PageToken> missing_end(const std::vector<PageToken>& before, const std::vector<PageToken>& next) {
  const bool by_ordinal = before.back().word->ordinal || before.back().word->number;
  const bool by_direction = before.back().word->portion == Portions::Kind::Direction;
  std::size_t at = 0;
  while (at < next.size() && (next[at].is(WordClass::Determiner) || next[at].is(WordClass::Preposition))) ++at;
  std::size_t behind = at;
  for (; at < next.size() && next[at].word != nullptr && (next[at].word->describes() || next[at].word->number); ++at) {
    if (by_direction && next[at].word->portion != Portions::Kind::Direction) break;
    behind = at + 1;
    if (by_ordinal && (next[at].word->ordinal || next[at].word->number)) break;
  }
  // "spinous processes of the seventh cervical | spinous processes of the first thoracic vertebrae"
  if (behind == at && at == 0) return next;
  return {next.begin() + static_cast<std::ptrdiff_t>(behind), next.end()};
}

/// What a bare part takes over from the next name: its "of" with what stands behind, its last one where the next name is itself
/// a part of a part.
std::vector<PageToken> missing_whole(const std::vector<PageToken>& next) {
  std::size_t of = next.size();
  for (std::size_t i = 0; i < next.size(); ++i)
    if (next[i].is("of")) {
      of = i;
      if (i + 1 < next.size()) {
        std::size_t noun = i + 1;
        while (noun + 1 < next.size() && !is_of(next[noun + 1])) ++noun;
        if (!is_bare_part({next.begin() + static_cast<std::ptrdiff_t>(i) + 1, next.begin() + static_cast<std::ptrdiff_t>(noun) + 1})) break;
      }
    }
  return {next.begin() + static_cast<std::ptrdiff_t>(of), next.end()};
}

/// The noun of a name: its last word before "of".
const Lexeme* noun_of(const std::vector<PageToken>& tokens) {
  const std::size_t end = place_of_first_of(tokens);
  return end == 0 ? nullptr : tokens[end - 1].word;
}

/// "spinous processes of the", when `next` goes on with what stands behind it; empty otherwise.
std::vector<PageToken> shared_front(const std::vector<PageToken>& before, const std::vector<PageToken>& next, Joined joined) {
  if (next.empty()) return {};
  // "of" by "of", the last one first: "anterior tubercles of the transverse processes of the third ..., fourth cervical vertebrae".
  for (std::size_t of = before.size(); of-- > 1;) {
    if (!is_of(before[of]) || of + 1 >= before.size()) continue;
    const Lexeme* part = before[of - 1].word;
    if (part == nullptr || part->normal == part->lower) continue;  // not plural
    const std::vector<PageToken> inner(before.begin() + static_cast<std::ptrdiff_t>(of) + 1, before.end());
    const Lexeme *own = noun_of(inner), *other = noun_of(next);
    if (own == nullptr || other == nullptr || other->normal == part->normal) continue;
    const bool same_sort = own->normal == other->normal || (own->level && other->level) ||
                           ((own->ordinal || own->number) && (other->ordinal || other->number));
    const bool one_thing = own->normal == own->lower && joined == Joined::And && !has_of(next) && !is_bare_part(next) && !has_of(inner);
    if (same_sort || one_thing) return {before.begin(), before.begin() + static_cast<std::ptrdiff_t>(of) + 1};
  }
  return {};
}

bool is_cardinal(const PageToken& token) {
  return token.word != nullptr && token.word->portion == Portions::Kind::Amount && !token.word->ordinal;
}

/// "6" behind "ribs 5", "C4" behind "spinal nerve C3": what stands before the number is shared.
bool goes_on_counting(const std::vector<PageToken>& before, const std::vector<PageToken>& next) {
  const auto counts = [](const PageToken& token) { return token.word != nullptr && (token.word->number || token.word->level); };
  return !next.empty() && next.size() <= 2 && before.size() > 1 && counts(next.front()) && counts(before.back());
}

/// Cuts at separators; parentheses are put aside.
std::vector<Conjunct> cut(Tokens tokens) {
  std::vector<Conjunct> result(1);
  const auto next = [&](Joined joined) {
    if (result.back().written.empty()) {
      if (result.size() > 1 && joined > result.back().joined) result.back().joined = joined;
    } else if (result.size() < kMostConjuncts) {
      result.emplace_back().joined = joined;
    }
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const PageToken& token = tokens[i];
    if (token.mark == '(') {
      std::vector<PageToken>& inner = result.back().parentheses.emplace_back();
      for (++i; i < tokens.size() && tokens[i].mark != ')'; ++i) inner.push_back(tokens[i]);
    } else if (token.mark == ',' || token.mark == '/' || (token.mark == '-' && i > 0 && tokens[i - 1].end < token.begin)) {
      next(Joined::Comma);
    } else if (token.mark == ';' || token.mark == '.' || token.mark == ':') {
      next(Joined::Semicolon);
    } else if (token.is(WordClass::Conjunction)) {
      if (i > 0 && i + 1 < tokens.size() && is_cardinal(tokens[i - 1]) && is_cardinal(tokens[i + 1])) {
        result.back().written.push_back(token);  // "three or four"
      } else {
        next(Joined::And);
      }
    } else if (token.is("as") && i + 2 < tokens.size() && tokens[i + 1].is("well") && tokens[i + 2].is("as")) {
      next(Joined::And);
      i += 2;
    } else if (token.word != nullptr || token.mark == '-') {
      result.back().written.push_back(token);
    }
  }
  if (result.back().written.empty() && result.size() > 1) result.pop_back();
  return result;
}

/// "lower borders and inner surfaces of the second and third ribs": the borders are those of the third rib, too.
void repeat_parts(std::vector<Conjunct>& list) {
  for (std::size_t i = 0; i + 2 < list.size(); ++i) {
    if (list[i].back.empty() || !is_of(list[i].back.front()) || list[i + 1].written.empty()) continue;
    const std::size_t part = place_of_first_of(list[i + 1].written);
    for (std::size_t next = i + 2; next < list.size() && list.size() < kMostConjuncts; ++next) {
      const std::vector<PageToken>& front = list[next].front;
      if (front.size() <= part || front.front().begin != list[i + 1].written.front().begin || !is_of(front[part])) break;
      Conjunct repeated = list[next];
      repeated.front = list[i].written;
      repeated.front.insert(repeated.front.end(), front.begin() + static_cast<std::ptrdiff_t>(part), front.end());
      repeated.parentheses.clear();
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(next), std::move(repeated));
      ++next;
    }
  }
}

}  // namespace

std::vector<PageToken> Conjunct::whole() const {
  std::vector<PageToken> tokens = front;
  tokens.insert(tokens.end(), written.begin(), written.end());
  tokens.insert(tokens.end(), back.begin(), back.end());
  return tokens;
}

std::vector<Conjunct> conjuncts_of(Tokens tokens, Lexicon& lexicon) {
  const std::vector<PageToken> counted = count_out_ranges(tokens, lexicon);
  std::vector<Conjunct> list = cut(counted);
  // From the back: what is open takes its end from the name behind it, which may itself have taken it.
  for (std::size_t i = list.size() - 1; i-- > 0;) {
    Conjunct &one = list[i], &next = list[i + 1];
    if (next.joined == Joined::Semicolon) continue;
    const std::vector<PageToken> behind = next.whole();
    if (lacks_noun(one.written, behind)) {
      one.back = missing_noun(one.written, behind);
    } else if (is_open(one.written)) {
      one.back = missing_end(one.written, behind);
    } else if (next.joined == Joined::And && is_bare_part(one.written) && has_of(behind)) {
      one.back = missing_whole(behind);
    }
  }
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (list[i].joined == Joined::Semicolon) continue;
    std::vector<PageToken> before = list[i - 1].whole();
    if (goes_on_counting(before, list[i].written)) {
      before.pop_back();
      list[i].front = std::move(before);
    } else {
      list[i].front = shared_front(before, list[i].whole(), list[i].joined);
    }
  }
  repeat_parts(list);
  return list;
}

}  // namespace musclekg
