#include "extract/page_muscle.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostBeforePart = 3;      ///< articles and the like before the name of a part
constexpr std::size_t kMostNames = 16;          ///< of one muscle
constexpr std::size_t kLongestTitle = 12;       ///< tokens
constexpr std::size_t kLongestName = 8;         ///< words
constexpr std::size_t kLongestDefinition = 60;  ///< tokens before "is"
constexpr std::size_t kLongestSubject = 40;     ///< tokens that are looked at

bool is_part_noun(const PageToken& token) {
  static constexpr std::array<std::string_view, 13> kNouns = {"head",  "belly",      "part",     "portion",   "fiber", "fibre", "slip",
                                                              "layer", "fasciculus", "division", "component", "pars",  "caput"};
  return token.word != nullptr && std::any_of(kNouns.begin(), kNouns.end(), [&](std::string_view noun) {
           return token.word->lower == noun || token.word->normal == noun ||
                  (token.word->lower.ends_with('s') && token.word->lower.substr(0, token.word->lower.size() - 1) == noun);
         });
}

/// Whether a word tells which part: "long", "clavicular", "upper"; amounts and articles do not.
bool tells_which(const PageToken& token) {
  if (token.word == nullptr) return token.mark == '-';
  const Lexeme& word = *token.word;
  if (word.describes() && !word.is(WordClass::Modifier)) return true;
  static constexpr std::array<std::string_view, 12> kWords = {"long",  "short", "oblique", "transverse",  "straight", "reflected",
                                                              "large", "small", "deep",    "superficial", "main",     "middle"};
  return std::find(kWords.begin(), kWords.end(), word.lower) != kWords.end();
}

/// Whether a noun names what is no part of a muscle: "the fascia arises from".
bool names_tissue(const Lexeme& word) {
  static constexpr std::array<std::string_view, 7> kNouns = {"fascia",    "ligament", "retinaculum", "membrane",
                                                             "cartilage", "capsule",  "bursa"};
  return std::find(kNouns.begin(), kNouns.end(), word.normal) != kNouns.end();
}

std::string key_of(const NameForms& forms, std::string_view name) {
  const std::string normal = forms.normal(name);
  std::string key;
  for (const std::string_view word : words_of(normal))
    if (word != "muscle" && word != "musculus" && word != "m") key.append(key.empty() ? "" : " ").append(word);
  return key;
}

}  // namespace

std::size_t muscle_part_at(Tokens tokens) {
  std::size_t at = 0;
  while (at < std::min(tokens.size(), kMostBeforePart) &&
         (tokens[at].is(WordClass::Determiner) || tokens[at].is(WordClass::Conjunction) || tokens[at].is(WordClass::Adverb)))
    ++at;
  const std::size_t first = at;
  while (at < tokens.size() && at - first < 5 && tells_which(tokens[at]) && !is_part_noun(tokens[at])) ++at;
  if (at == first || at >= tokens.size() || !is_part_noun(tokens[at])) return 0;
  return at + 1;
}

void PageMuscle::forget() {
  name_.clear();
  synonyms_.clear();
  keys_.clear();
  terms_.clear();
}

void PageMuscle::add_name(std::string_view name) {
  const std::string key = key_of(lexicon_.forms(), name);
  if (key.empty() || keys_.size() >= kMostNames || std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return;
  keys_.push_back(key);
  for (const TermId term : names_.terms_of(name)) terms_.push_back(term);
}

void PageMuscle::set_title(std::string_view title) {
  for (const std::string_view cut : {" | ", " - ", " – ", " — ", ": ", " · "})
    if (const std::size_t at = title.find(cut); at != std::string_view::npos && at > 2) title = title.substr(0, at);
  std::string inner;
  if (const std::size_t open = title.find('('); open != std::string_view::npos && open > 0) {
    inner = std::string(title.substr(open + 1, title.find(')', open) - open - 1));
    title = trim(title.substr(0, open));
  }
  std::string name = fold(title);
  for (const std::string_view word : {"the ", "anatomy of ", "musculus ", "m. "})
    if (name.starts_with(word)) name.erase(0, word.size());
  for (const std::string_view word : {" muscles", " muscle", " anatomy", " overview"})
    if (name.ends_with(word)) name.resize(name.size() - word.size());
  if (name.empty()) return;
  name_ = name;
  add_name(name_);
  if (!inner.empty() && key_of(lexicon_.forms(), inner).size() > 4) add_name(inner);
}

bool PageMuscle::take_definition(Tokens sentence, std::string_view words) {
  if (!known() && !sentence.empty() && sentence.size() <= kLongestTitle) {  // a title that is no heading
    const std::size_t first = sentence[0].is(WordClass::Determiner) ? 1 : 0;
    const MuscleNames::Found found = first < sentence.size() ? names_.find(sentence, first) : MuscleNames::Found{};
    if (found.size > 0 && std::none_of(sentence.begin(), sentence.end(),
                                       [](const PageToken& token) { return token.is(WordClass::Copula) || token.is(WordClass::Verb); })) {
      set_title(words.substr(sentence[first].begin, sentence[first + found.size - 1].end - sentence[first].begin));
      return true;
    }
  }
  std::size_t copula = 0, depth = 0;
  for (; copula < std::min(sentence.size(), kLongestDefinition); ++copula) {
    const PageToken& token = sentence[copula];
    if (token.mark == '(') ++depth;
    if (token.mark == ')' && depth > 0) --depth;
    if (depth == 0 && (token.is("is") || token.is("are"))) break;
    if (depth == 0 && token.is("and")) return false;  // of several muscles
  }
  if (copula == std::min(sentence.size(), kLongestDefinition) || copula == 0) return false;
  // "In the human body, the soleus (or ...) is": the name begins behind the last comma before an article.
  std::size_t begin = 0;
  if (sentence[0].is(WordClass::Preposition))
    while (begin < copula && sentence[begin].mark != ',') ++begin;
  while (begin < copula && (sentence[begin].word == nullptr || sentence[begin].is(WordClass::Determiner))) ++begin;
  std::vector<std::pair<std::size_t, std::size_t>> names;
  std::size_t first = begin;
  const auto close = [&](std::size_t end) {
    if (end > first && end - first <= kLongestName) names.emplace_back(first, end);
    first = end + 1;
  };
  for (std::size_t at = begin; at < copula; ++at) {
    const PageToken& token = sentence[at];
    if (token.word == nullptr || token.is(WordClass::Conjunction)) {
      if (token.mark == '-') continue;
      close(at);
    } else if (at == first && (token.is(WordClass::Determiner) || token.is(WordClass::Adverb) || token.is(WordClass::Verb) ||
                               token.is("also") || token.is("as") || token.is("from") || token.is("latin") || token.is("alternatively"))) {
      first = at + 1;
    }
  }
  close(copula);
  if (names.empty()) return false;
  const auto text_of = [&](const std::pair<std::size_t, std::size_t>& name) {
    return words.substr(sentence[name.first].begin, sentence[name.second - 1].end - sentence[name.first].begin);
  };
  const bool had_title = known();
  if (!had_title) {
    set_title(text_of(names.front()));
  } else if (!is_named(text_of(names.front()))) {
    if (!shares_word(text_of(names.front()))) return false;
    add_name(text_of(names.front()));  // the title in other words: "obliquus superior capitis"
  }
  for (std::size_t i = 1; i < std::min(names.size(), kMostNames); ++i) {
    const std::string name = fold(text_of(names[i]));
    bool plain = name.size() > 4;
    for (std::size_t at = names[i].first; at < names[i].second; ++at)
      plain = plain && !sentence[at].is(WordClass::Preposition) && sentence[at].mark == 0;
    if (!plain || is_named(name)) continue;
    if (!names_.knows(name) && name.find("muscle") == std::string::npos) continue;
    synonyms_.push_back(name);
    add_name(name);
  }
  return !had_title;
}

bool PageMuscle::shares_term(std::span<const TermId> terms) const {
  return std::any_of(terms.begin(), terms.end(),
                     [this](TermId term) { return std::find(terms_.begin(), terms_.end(), term) != terms_.end(); });
}

bool PageMuscle::is_named(std::string_view name) const {
  const std::string key = key_of(lexicon_.forms(), name);
  if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) return true;
  return shares_term(names_.terms_of(name));
}

/// Whether a muscle's name that was found is the page's, or a shorter form of it ("the biceps"), or the other half of "rhomboid major and
/// minor".
bool PageMuscle::is_this(Tokens tokens, const MuscleNames::Found& found, std::size_t at) const {
  if (shares_term(found.terms)) return true;
  std::string key;
  for (std::size_t i = at; i < at + found.size; ++i)
    if (tokens[i].word != nullptr && tokens[i].word->normal != "muscle" && !tokens[i].is(WordClass::Determiner))
      key.append(key.empty() ? "" : " ").append(tokens[i].word->normal);
  for (const std::string& own : keys_) {
    if (own == key || (own.starts_with(key + " ") && found.terms.size() > 1)) return true;
    const std::size_t blank = own.rfind(' ');
    if (blank != std::string::npos && key.starts_with(own.substr(0, own.find(' '))) && at + found.size + 1 < tokens.size() &&
        tokens[at + found.size].is(WordClass::Conjunction) && tokens[at + found.size + 1].word != nullptr &&
        tokens[at + found.size + 1].word->normal == own.substr(blank + 1))
      return true;
  }
  return false;
}

bool PageMuscle::shares_word(std::string_view name) const {
  const std::string key = key_of(lexicon_.forms(), name);
  for (const std::string_view word : words_of(key))
    for (const std::string& own : keys_)
      for (const std::string_view other : words_of(own))
        if (word == other && word.size() > 3) return true;
  return false;
}

/// The noun phrase that stands right before a cue; where only a verb stands there ("..., and is inserted"), the one that the text begins
/// with, up to its first verb.
Tokens PageMuscle::subject_phrase(Tokens tokens) {
  const auto ends_phrase = [](const PageToken& token) {
    return token.is(WordClass::Verb) || token.is(WordClass::Copula) || token.is(WordClass::Boundary) || token.mark == ';' ||
           token.mark == '.' || token.mark == ':';
  };
  std::size_t end = tokens.size();
  while (end > 0 &&
         (tokens[end - 1].is(WordClass::Copula) || tokens[end - 1].is(WordClass::Adverb) || tokens[end - 1].is(WordClass::Hedge) ||
          tokens[end - 1].is(WordClass::Negation) || tokens[end - 1].is("to") || tokens[end - 1].is("can") || tokens[end - 1].is("then") ||
          tokens[end - 1].is("has") || tokens[end - 1].is("have") || tokens[end - 1].is("its")))
    --end;
  std::size_t begin = end;
  while (begin > 0 && !ends_phrase(tokens[begin - 1]) && tokens[begin - 1].mark != ',') --begin;
  bool names = false;
  for (std::size_t i = begin; i < end; ++i)
    names |= tokens[i].word != nullptr && !tokens[i].is(WordClass::Conjunction) && !tokens[i].is(WordClass::Determiner);
  if (names && !tokens[end - 1].is(WordClass::Conjunction)) {  // what a preposition brings in is no subject: "the fibers from the clavicle"
    std::size_t last = begin;
    while (last < end && !(tokens[last].is(WordClass::Preposition) && !tokens[last].is("of")) && !tokens[last].is(WordClass::Locative))
      ++last;
    return tokens.subspan(begin, last - begin);
  }
  begin = 0;
  const auto opens = [&](std::size_t at) {
    return at < end && (tokens[at].is(WordClass::Preposition) || tokens[at].is(WordClass::Boundary));
  };
  if (opens(0)) {  // "In the human body, the soleus ..."
    while (begin < end && tokens[begin].mark != ',') ++begin;
    ++begin;
  }
  std::size_t verb = std::min(begin, end);
  while (verb < end && !ends_phrase(tokens[verb])) ++verb;
  begin = std::min(begin, verb);
  return tokens.subspan(begin, verb - begin);
}

ClauseSubject PageMuscle::subject_of(Tokens text, std::string_view words) const {
  ClauseSubject subject;
  Tokens tokens = subject_phrase(text);
  if (tokens.size() > kLongestSubject) tokens = tokens.last(kLongestSubject);
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const std::size_t size = muscle_part_at(tokens.subspan(at)); size > 0) {
      std::size_t first = at;
      while (tokens[first].is(WordClass::Determiner) || tokens[first].is(WordClass::Conjunction) || tokens[first].is(WordClass::Adverb))
        ++first;
      subject.part = fold(words.substr(tokens[first].begin, tokens[at + size - 1].end - tokens[first].begin));
      subject.kind = ClauseSubject::Kind::Muscle;
      break;
    }
  const PageToken* noun = nullptr;  // the first noun that tells a kind
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const MuscleNames::Found found = names_.find(tokens, at);
    if (found.size > 0) {
      if (is_this(tokens, found, at)) {
        subject.kind = ClauseSubject::Kind::Muscle;
        return subject;
      }
      if (subject.name.empty()) {
        subject.name = fold(words.substr(tokens[at].begin, tokens[at + found.size - 1].end - tokens[at].begin));
        subject.noun = NounKind::Muscle;
      }
      at += found.size - 1;
      continue;
    }
    const PageToken& token = tokens[at];
    if (token.word == nullptr) continue;
    if (token.word->form != MovementForm::Agent && at > 0 && tokens[at - 1].is(WordClass::Determiner) &&
        std::any_of(keys_.begin(), keys_.end(), [&](const std::string& key) { return key.starts_with(token.word->normal + " "); })) {
      subject.kind = ClauseSubject::Kind::Muscle;  // "the biceps"
      subject.name.clear();
      return subject;
    }
    for (const std::string& key : keys_)  // a name that no ontology has
      if (key == token.word->normal || (key.starts_with(token.word->normal + " ") && at + 1 < tokens.size() &&
                                        tokens[at + 1].word != nullptr && key.ends_with(" " + tokens[at + 1].word->normal))) {
        subject.kind = ClauseSubject::Kind::Muscle;
        subject.name.clear();
        return subject;
      }
    if (noun == nullptr && names_tissue(*token.word)) noun = &token;
    const NounKind kind = token.word->noun;
    if (noun == nullptr && (kind == NounKind::Nerve || kind == NounKind::Artery || kind == NounKind::Vein)) noun = &token;
  }
  if (subject.name.empty() && noun != nullptr) {
    subject.name = fold(words.substr(tokens.front().begin, noun->end - tokens.front().begin));
    subject.noun = noun->word->noun;
  }
  if (!subject.name.empty()) subject.kind = ClauseSubject::Kind::Other;
  return subject;
}

}  // namespace musclekg
