#include "audit/misspelling.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kShortest = 5, kLongest = 60;  ///< of words that may be slips, in bytes

/// The words of a folded name, without the marks around them.
std::vector<std::string_view> plain_words(std::string_view folded) {
  std::vector<std::string_view> result;
  for (std::string_view word : words_of(folded)) {
    const auto letter = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80u) != 0;
    };
    while (!word.empty() && !letter(word.front())) word.remove_prefix(1);
    while (!word.empty() && !letter(word.back())) word.remove_suffix(1);
    if (!word.empty()) result.push_back(word);
  }
  return result;
}

}  // namespace

void Misspelling::learn() {
  const auto take = [this](std::string_view name) {
    const std::string folded = fold(name);
    for (const std::string_view word : plain_words(folded)) {
      if (!words_.contains(word)) words_.emplace(word);
    }
  };
  take("the");  // also where no term is loaded, so that this is done once
  for (TermId id = 0; id < tables_.terms.size(); ++id) {
    const Term& term = tables_.terms[id];
    if (term.obsolete) continue;
    take(term.label);
    for (const Synonym& synonym : term.synonyms)
      if (synonym.scope == Scope::Exact) take(synonym.text);
  }
}

std::string Misspelling::mended(TermId term, std::string_view words) {
  if (words_.empty()) learn();
  std::string result = fold(words);
  std::vector<std::string> slips;
  for (const std::string_view word : plain_words(result))
    if (word.size() >= kShortest && word.size() <= kLongest && !is_word(word)) slips.emplace_back(word);
  if (slips.empty()) return {};
  std::vector<std::string> names = {fold(tables_.terms[term].label)};
  for (const Synonym& synonym : tables_.terms[term].synonyms)
    if (synonym.scope == Scope::Exact) names.push_back(fold(synonym.text));
  std::vector<std::string_view> right;
  for (const std::string& name : names)
    for (const std::string_view word : plain_words(name)) right.push_back(word);
  for (const std::string& slip : slips) {
    const auto near = nearest(slip, right);
    if (!near) return {};
    result.replace(result.find(slip), slip.size(), *near);
  }
  return result;
}

}  // namespace musclekg
