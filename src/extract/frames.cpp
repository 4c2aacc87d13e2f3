#include "extract/frames.h"

#include <algorithm>

namespace musclekg {

namespace {

constexpr std::size_t kMostBetween = 14;  ///< tokens between a cue and its introducer

constexpr std::size_t kMostBeforeCue = 6;  ///< tokens among which a hedge or a negation of the cue stands

struct Match {
  const CueTable::Cue* cue;
  std::size_t begin, end;  ///< of the cue
  std::size_t names;       ///< where its names begin
};

bool introduces(const CueTable::Cue& cue, const PageToken& token) {
  if (token.mark == ':') return true;
  return token.word != nullptr && std::find(cue.introducers.begin(), cue.introducers.end(), token.word->lower) != cue.introducers.end();
}

/// Behind the cue's introducer and those that follow it ("is from"); 0 when there is none within the clause.
std::size_t behind_introducer(Tokens tokens, const CueTable::Cue& cue, std::size_t at, const CueTable& cues) {
  const bool by_copula = std::find(cue.introducers.begin(), cue.introducers.end(), "is") != cue.introducers.end();
  const std::size_t last = std::min(tokens.size(), at + kMostBetween);
  std::size_t depth = 0;
  for (; at < last; ++at) {
    const PageToken& token = tokens[at];
    if (token.mark == '(') ++depth;
    if (token.mark == ')' && depth > 0) --depth;
    if (depth > 0) continue;
    if (introduces(cue, token)) {
      while (at + 1 < tokens.size() && (introduces(cue, tokens[at + 1]) || tokens[at + 1].is(WordClass::Adverb)) &&
             !tokens[at + 1].is("of"))
        ++at;
      return at + 1;
    }
    if (token.mark == ';' || token.mark == '.' || token.is(WordClass::Relative)) return 0;
    if (token.is(WordClass::Verb) || (token.is(WordClass::Copula) && !by_copula)) return 0;
    if (const CueTable::Found other = cues.find(tokens, at);
        other.cue != nullptr && other.cue->relation != CueRelation::Other && other.size > 1)
      return 0;
  }
  return 0;
}

std::vector<Match> matches_of(Tokens tokens, const CueTable& cues) {
  std::vector<Match> matches;
  for (std::size_t at = 0; at < tokens.size();) {
    const CueTable::Found found = cues.find(tokens, at);
    if (found.cue == nullptr) {
      ++at;
      continue;
    }
    const std::size_t end = at + found.size;
    std::size_t names = end;
    if (found.cue->argument == CueTable::Argument::Through) names = behind_introducer(tokens, *found.cue, end, cues);
    if (names == 0) {
      ++at;
      continue;
    }
    matches.push_back({found.cue, at, end, names});
    at = names;
  }
  return matches;
}

/// Without conjunctions, articles and pronouns at its end, which begin what comes next.
std::size_t trimmed_end(Tokens tokens, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const PageToken& last = tokens[end - 1];
    const bool loose = last.word == nullptr ? last.mark == ',' || last.mark == '-' || last.mark == '?'
                                            : last.is(WordClass::Conjunction) || last.is(WordClass::Determiner) ||
                                                  last.is(WordClass::Pronoun) || last.is(WordClass::Adverb) || last.is(WordClass::Copula);
    if (!loose) break;
    --end;
  }
  return end;
}

bool any(Tokens tokens, WordClass wanted) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const PageToken& token) { return token.is(wanted); });
}

}  // namespace

std::size_t end_of_names(Tokens sentence, std::size_t begin) {
  std::size_t depth = 0;
  for (std::size_t at = begin; at < sentence.size(); ++at) {
    const PageToken& token = sentence[at];
    if (token.mark == '(') ++depth;
    if (token.mark == ')' && depth > 0) --depth;
    if (depth > 0) continue;
    if (token.mark == ';' || token.mark == '.') return at;
    if (is_clause_verb(sentence, at) || token.is(WordClass::Relative) || token.is(WordClass::Boundary) || token.is(WordClass::Copula))
      return at;
  }
  return sentence.size();
}

std::vector<Frame> frames_of(Tokens sentence, const CueTable& cues) {
  const std::vector<Match> matches = matches_of(sentence, cues);
  std::vector<Frame> frames;
  std::size_t before = 0;  // where the subject of the next frame begins
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    const std::size_t limit = i + 1 < matches.size() ? matches[i + 1].begin : sentence.size();
    const bool action = match.cue->relation == CueRelation::Action;
    std::size_t end = action ? limit : std::min(limit, end_of_names(sentence, match.names));
    if (action)
      for (std::size_t at = match.names; at < end; ++at)
        if (sentence[at].mark == ';' || sentence[at].mark == '.') end = at;
    end = trimmed_end(sentence, match.names, end);
    Frame frame;
    frame.relation = match.cue->relation;
    frame.behind = sentence.subspan(end, limit - end);
    frame.weak = match.cue->weak;
    frame.place = match.cue->argument;
    frame.subject = sentence.subspan(before, match.begin - before);
    frame.between = sentence.subspan(match.end, match.names - match.end);
    frame.argument = sentence.subspan(match.names, end - match.names);
    const PageToken* first = nullptr;
    for (const PageToken& token : frame.subject)
      if (token.word != nullptr && !token.is(WordClass::Conjunction) && !token.is(WordClass::Adverb)) {
        first = &token;
        break;
      }
    frame.relative = first != nullptr && first->is(WordClass::Relative) && !any(frame.subject, WordClass::Pronoun);
    std::size_t near = match.begin;  // behind the last conjunction, as far as the cue's own verb may reach
    while (near > before && match.begin - near < kMostBeforeCue && !sentence[near - 1].is(WordClass::Conjunction) &&
           sentence[near - 1].mark != ',')
      --near;
    const Tokens words_near = sentence.subspan(near, match.end - near);
    frame.hedged = any(words_near, WordClass::Hedge) || any(frame.between, WordClass::Hedge);
    frame.disputed = any(sentence, WordClass::Dispute);
    frame.negative = any(words_near, WordClass::Negation) || any(frame.between, WordClass::Negation);
    before = match.cue->argument == CueTable::Argument::Before ? match.end : end;
    frames.push_back(frame);
  }
  return frames;
}

}  // namespace musclekg
