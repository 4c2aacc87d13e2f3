#include "link/known_names.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "link/name_rank.h"
#include "link/token_scanner.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostRemembered = 1 << 17;
constexpr std::size_t kLongestAbbreviation = 10;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One short word with a capital behind its first letter.
bool looks_abbreviated(std::string_view name) {
  return !name.empty() && name.size() <= kLongestAbbreviation && name.find(' ') == std::string_view::npos &&
         std::any_of(name.begin() + 1, name.end(), is_capital);
}

/// As it is written, or with the plural's "s" behind a capital or a digit.
bool is_written_as(std::string_view text, std::string_view abbreviation) {
  if (text == abbreviation) return true;
  return text.size() == abbreviation.size() + 1 && text.starts_with(abbreviation) && text.ends_with('s') &&
         (is_capital(abbreviation.back()) || is_digit(abbreviation.back()));
}

}  // namespace

KnownNames::KnownNames(const NameSources& sources) : sources_(sources), words_(sources.forms) {
  for (const std::string& name : sources.stop_names) {
    std::vector<TokenAutomaton::Word> words;
    number(name, words);
    stopped_.insert(std::move(words));
  }
  for (TermId bearer = 0; bearer < sources.terms.size(); ++bearer) add_term(bearer);
  add_abbreviations();
  words_.close();
  automaton_.finish();
  std::sort(entries_.begin(), entries_.end(), [this](const Entry& a, const Entry& b) {
    const auto key = [this](const Entry& entry) {
      return std::tuple(entry.name, std::string_view(sources_.terms[entry.term].iri), entry.rank, entry.text);
    };
    return key(a) < key(b);
  });
  only_as_written_.resize(automaton_.names() + 1, 1);
  latest_.resize(automaton_.names() + 1);
  first_.resize(automaton_.names() + 2);
  for (const Entry& entry : entries_) {
    ++first_[entry.name + 1];
    if (!entry.as_written) only_as_written_[entry.name] = 0;
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

void KnownNames::add_term(TermId bearer) {
  const TermIndex& terms = sources_.terms;
  const Term& term = terms[bearer];
  if (term.obsolete || term.label.empty()) return;
  const TermId speaker = terms.find_iri(term.iri);
  if (speaker == kNoTerm || terms[speaker].obsolete || !sources_.filter.takes(speaker)) return;
  for (std::uint32_t i = 0; i <= term.synonyms.size(); ++i) {
    const Synonym* synonym = i == 0 ? nullptr : &term.synonyms[i - 1];
    const int rank = rank_of({speaker, bearer, i}, synonym);
    if (rank == kNameRanks) continue;
    const std::string& text = synonym == nullptr ? term.label : synonym->text;
    const bool abbreviation = synonym != nullptr && synonym->type == SynonymType::Abbreviation;
    add(speaker, text, abbreviation ? kNameRanks : rank, abbreviation || looks_abbreviated(text));
  }
}

void KnownNames::add_abbreviations() {
  const TermIndex& terms = sources_.terms;
  std::vector<TokenAutomaton::Word> words;
  for (const Abbreviations::Row& row : sources_.abbreviations.rows()) {
    words.clear();
    number(row.meaning, words);
    if (row.kinds != ~KindSet{0} || stopped_.contains(words)) continue;
    std::string text;
    for (const std::string& word : row.words) text += (text.empty() ? "" : " ") + word;
    abbreviations_.push_back(std::move(text));
    for (const auto& [form, key] :
         {std::pair(NameForm::Folded, fold(row.meaning)), std::pair(NameForm::Normal, sources_.forms.normal(row.meaning))}) {
      int surest = kNameRanks;
      std::vector<TermId> meant;
      for (const TermIndex::Named& named : terms.named(form, key)) {
        const int rank = rank_of(named, terms.synonym_of(named));
        if (rank > surest || rank == kNameRanks || !sources_.filter.takes(named.term)) continue;
        if (rank < surest) meant.clear();
        surest = rank;
        meant.push_back(named.term);
      }
      for (const TermId term : meant) add(term, abbreviations_.back(), kNameRanks, true);
      if (!meant.empty()) break;
    }
  }
}

void KnownNames::add(TermId term, std::string_view text, int rank, bool as_written) {
  std::vector<TokenAutomaton::Word> words;
  if (!number(text, words) || stopped_.contains(words) || refused(term, text)) return;
  entries_.push_back({automaton_.add(words), term, text, rank, as_written});
}

/// The words of a name, none when it cannot be read; false when it is not to be looked for.
bool KnownNames::number(std::string_view text, std::vector<TokenAutomaton::Word>& words) {
  const std::string name(text);
  TokenScanner scanner;
  scanner.set_text(name, 0, true);
  Token token;
  bool article = false, letters = false;
  std::size_t characters = 0;
  for (;;) {
    const TokenScanner::Found found = scanner.next(token);
    if (found == TokenScanner::Found::End) break;
    const std::string_view written = text.substr(token.begin, token.size);
    if (found == TokenScanner::Found::Mark) {
      words.push_back(words_.of_mark(written));
      article = false;
      continue;
    }
    if (found != TokenScanner::Found::Word) {
      words.clear();
      break;
    }
    const auto numbers = words_.of_word(written);
    words.insert(words.end(), numbers.begin(), numbers.end());
    article = numbers.empty();
    characters += token.size - (token.end_continuation - token.begin_continuation);
    letters |= !std::all_of(written.begin(), written.end(), is_digit);
  }
  return !words.empty() && words.size() <= kMostWords && !article && letters && characters >= 3;
}

bool KnownNames::refused(TermId term, std::string_view text) const {
  const Cautions::Caution* caution = sources_.cautions.find(sources_.forms.arranged(sources_.forms.normal(text), ~KindSet{0}).name);
  return caution != nullptr && caution->refused.contains(sources_.terms[term].iri);
}

const Meaning* KnownNames::meaning(Name name, std::string_view text) {
  const Fingerprint key = fingerprint(text);
  Latest& latest = latest_[name];
  if (latest.text == key) return latest.meaning;
  auto found = by_text_.find(key);
  if (found == by_text_.end()) {
    if (by_text_.size() >= kMostRemembered) by_text_.clear();
    found = by_text_.emplace(key, decide(name, text)).first;
  }
  latest = {key, found->second};
  return latest.meaning;
}

const Meaning* KnownNames::decide(Name name, std::string_view text) {
  const std::string folded = fold(text);
  std::vector<const Entry*> written, standard;
  for (std::uint32_t i = first_[name]; i < first_[name + 1]; ++i) {
    const Entry& entry = entries_[i];
    if (entry.as_written ? is_written_as(text, entry.text) : fold(entry.text) == folded) written.push_back(&entry);
    if (!entry.as_written) standard.push_back(&entry);
  }
  if (!written.empty()) return take_surest(written, false);
  return standard.empty() ? nullptr : take_surest(standard, true);
}

/// `fitting`: in the order of their ids.
const Meaning* KnownNames::take_surest(const std::vector<const Entry*>& fitting, bool normalized) {
  int surest = kNameRanks;
  for (const Entry* entry : fitting) surest = std::min(surest, entry->rank);
  Meaning result;
  for (const Entry* entry : fitting) {
    if (entry->rank != surest || (!result.terms.empty() && result.terms.back() == entry->term)) continue;
    const Term& term = sources_.terms[entry->term];
    result.ids.append(result.terms.empty() ? "" : "|").append(sources_.prefixes.id_of(term.iri));
    result.labels.append(result.terms.empty() ? "" : "|").append(term.label);
    result.terms.push_back(entry->term);
  }
  std::replace_if(
      result.labels.begin(), result.labels.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  const LinkRule rule = normalized ? LinkRule::Normalized : surest == kNameRanks ? LinkRule::Abbreviation : rule_of_rank(surest);
  result.rule = result.terms.size() > 1 ? kAmbiguous : name_of(rule);
  const Fingerprint content = fingerprint(fingerprint(result.ids), fingerprint(result.rule), {});
  const auto known = by_content_.find(content);
  if (known != by_content_.end()) return known->second;
  return by_content_.emplace(content, &meanings_.emplace_back(std::move(result))).first->second;
}

}  // namespace musclekg
