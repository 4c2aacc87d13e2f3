#include "extract/muscle_names.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostWords = 8;

/// Whether the noun behind a muscle's name is named after it: "deltoid tuberosity", "obturator nerve".
bool names_what_bears_it(const Lexeme& noun) {
  if (noun.noun == NounKind::Nerve || noun.noun == NounKind::NerveOrArtery || noun.noun == NounKind::Artery || noun.noun == NounKind::Vein)
    return true;
  return noun.portion == Portions::Kind::StructureNoun && noun.normal != "tendon" && noun.normal != "head" && noun.normal != "belly" &&
         noun.normal != "origin" && noun.normal != "insertion";
}

/// Whether a term that is no muscle has the name, too: "thigh" of "thigh muscle".
bool names_another(const TermIndex& terms, const std::string& key, KindSet kinds) {
  const auto named = terms.named(NameForm::Normal, key);
  return std::any_of(named.begin(), named.end(), [&](const TermIndex::Named& one) { return (terms[one.term].kinds & kinds) == 0; });
}

bool is_muscle_noun(std::string_view word) { return word == "muscle" || word == "musculus" || word == "m"; }

}  // namespace

MuscleNames::MuscleNames(const TermIndex& terms, KindSet kinds, const NameForms& forms) : forms_(forms) {
  const auto take = [&](std::string_view name, TermId term) {
    const std::string key = key_of(name);
    if (key.empty() || names_another(terms, key, kinds)) return;
    std::vector<TermId>& bearers = names_[key];
    if (std::find(bearers.begin(), bearers.end(), term) == bearers.end()) bearers.push_back(term);
    std::size_t& most = longest_[key.substr(0, key.find(' '))];
    most = std::max(most, words_of(key).size());
  };
  for (TermId id = 0; id < terms.size(); ++id) {
    const Term& term = terms[id];
    if ((term.kinds & kinds) == 0 || term.obsolete || term.label.empty()) continue;
    take(term.label, id);
    for (const Synonym& synonym : term.synonyms)
      if (synonym.scope == Scope::Exact || synonym.scope == Scope::Related) take(synonym.text, id);
  }
}

/// The standard form without "muscle" at either end; empty for names that would be found everywhere.
std::string MuscleNames::key_of(std::string_view name) const {
  const std::string normal = forms_.normal(name);
  std::vector<std::string_view> words = words_of(normal);
  if (words.size() > 1 && is_muscle_noun(words.front()) && words[1] != "of") words.erase(words.begin());
  while (!words.empty() && (is_muscle_noun(words.back()) || words.back() == "organ" || words.back() == "group")) words.pop_back();
  if (words.empty() || words.size() > kMostWords) return {};
  std::string key;
  for (const std::string_view word : words) key.append(key.empty() ? "" : " ").append(word);
  return key.size() < 4 ? std::string() : key;
}

MuscleNames::Found MuscleNames::find(Tokens tokens, std::size_t at) const {
  if (tokens[at].word == nullptr) return {};
  const auto most = longest_.find(tokens[at].word->normal);
  if (most == longest_.end()) return {};
  Found found;
  std::string key;
  for (std::size_t size = 1; size <= most->second && at + size <= tokens.size(); ++size) {
    const Lexeme* word = tokens[at + size - 1].word;
    if (word == nullptr) break;
    if (word->is(WordClass::Determiner)) continue;
    key.append(key.empty() ? "" : " ").append(word->normal);
    if (const auto name = names_.find(key); name != names_.end()) found = {name->second, size};
  }
  if (found.size == 0) return {};
  const Lexeme* next = at + found.size < tokens.size() ? tokens[at + found.size].word : nullptr;
  const Lexeme& first = *tokens[at].word;
  const bool adjective = found.size == 1 && (first.describes() || first.has_adjective_ending());
  if (adjective && (next == nullptr || !is_muscle_noun(next->normal))) return {};  // "pelvic" of "pelvic muscle"
  if (next == nullptr) return found;
  if (is_muscle_noun(next->normal)) {
    ++found.size;
  } else if (names_what_bears_it(*next)) {
    return {};
  }
  return found;
}

std::span<const TermId> MuscleNames::terms_of(std::string_view name) const {
  const auto found = names_.find(key_of(name));
  return found == names_.end() ? std::span<const TermId>() : std::span<const TermId>(found->second);
}

}  // namespace musclekg
