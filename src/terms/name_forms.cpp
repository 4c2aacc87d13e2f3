#include "terms/name_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostRemembered = 1 << 14;

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

/// Ligatures taken apart: "æ" is "ae", "œ" is "oe" (after `fold` no capital is left).
std::string without_ligatures(std::string text) {
  for (const auto& [ligature, letters] : {std::pair{"\xC3\xA6", "ae"}, std::pair{"\xC5\x93", "oe"}})
    for (std::size_t at = 0; (at = text.find(ligature, at)) != std::string::npos; at += 2) text.replace(at, 2, letters);
  return text;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' '))
    if (!word.empty()) words.push_back(word);
  return words;
}

NameForms::NameForms(const std::string& folder, const KindTable& kinds, Diagnostics& diagnostics) {
  for (const auto& [file, column, words] :
       {std::tuple{"/plurals.tsv", "plural", &plurals_}, std::tuple{"/adjectives.tsv", "adjective", &adjectives_}}) {
    const Table table = read_table(folder + file, {column, words == &plurals_ ? "singular" : "noun"}, diagnostics);
    for (const Table::Row& row : table.rows)
      if (!words->emplace(row.cells[0], row.cells[1]).second)
        diagnostics.error(table.at(row, 0), "table", fmt::format("'{}' stands twice", row.cells[0]));
  }
  const Table spellings = read_table(folder + "/spellings.tsv", {"variant", "standard", "where"}, diagnostics);
  for (const Table::Row& row : spellings.rows) {
    if (row.cells[0].empty()) {
      diagnostics.error(spellings.at(row, 0), "table", "a variant is missing");
    } else if (row.cells[2] == "word") {
      whole_words_.emplace(row.cells[0], row.cells[1]);
    } else if (row.cells[2] == "start" || row.cells[2] == "end" || row.cells[2] == "within") {
      spellings_.push_back({row.cells[0], row.cells[1],
                            row.cells[2] == "start" ? Where::Start
                            : row.cells[2] == "end" ? Where::End
                                                    : Where::Within});
    } else {
      diagnostics.error(spellings.at(row, 2), "table", fmt::format("'where' is word, start, end or within; found '{}'", row.cells[2]));
    }
  }
  const Table nouns = read_table(folder + "/generic-nouns.tsv", {"noun", "kinds", "added"}, diagnostics);
  for (const Table::Row& row : nouns.rows) {
    KindSet set = 0;
    for (const std::string_view kind : split(row.cells[1], '|')) {
      if (kinds.bit(trim(kind)) == 0)
        diagnostics.error(nouns.at(row, 1), "table", fmt::format("there is no kind '{}' in kinds.tsv", trim(kind)));
      set |= kinds.bit(trim(kind));
    }
    if (row.cells[2] != "yes" && row.cells[2] != "no")
      diagnostics.error(nouns.at(row, 2), "table", fmt::format("'added' is yes or no; found '{}'", row.cells[2]));
    generic_nouns_.emplace(row.cells[0], GenericNoun{set, row.cells[2] == "yes"});
  }
}

const std::string& NameForms::word(std::string_view folded) const {
  const auto found = remembered_.find(folded);
  if (found != remembered_.end()) return found->second;
  if (remembered_.size() > kMostRemembered) remembered_.clear();
  return remembered_.emplace(std::string(folded), standard(folded, true)).first->second;
}

std::string NameForms::standard(std::string_view folded, bool singular_too) const {
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  if (folded.ends_with('\'')) folded.remove_suffix(1);
  if (const auto whole = whole_words_.find(folded); whole != whole_words_.end()) folded = whole->second;
  std::string result(folded);
  if (singular_too) {
    const auto plural = plurals_.find(folded);
    result = plural != plurals_.end() ? plural->second : singular(folded);
  }
  if (const auto whole = whole_words_.find(result); whole != whole_words_.end()) return whole->second;
  for (const Spelling& spelling : spellings_) {
    const std::size_t size = spelling.variant.size();
    switch (spelling.where) {
      case Where::Start:
        if (result.starts_with(spelling.variant)) result.replace(0, size, spelling.standard);
        break;
      case Where::End:
        if (result.ends_with(spelling.variant)) result.replace(result.size() - size, size, spelling.standard);
        break;
      case Where::Within:
        for (std::size_t at = 0; (at = result.find(spelling.variant, at)) != std::string::npos; at += spelling.standard.size())
          result.replace(at, size, spelling.standard);
        break;
    }
  }
  return result;
}

std::string NameForms::joined(std::string_view name) const {
  const std::string folded = fold(name);
  bool within = false;
  for (std::size_t at = folded.find('-'); at != std::string::npos; at = folded.find('-', at + 1))
    within |= at > 0 && at + 1 < folded.size() && std::isalpha(static_cast<unsigned char>(folded[at - 1])) &&
              std::isalpha(static_cast<unsigned char>(folded[at + 1]));
  return within ? normal(name, '\0', true) : std::string();
}

/// `for_hyphen`: a blank, or '\0' for nothing.
std::string NameForms::normal(std::string_view name, char for_hyphen, bool singular_too) const {
  std::string folded = without_ligatures(fold(name));
  if (for_hyphen == '\0') std::erase(folded, '-');
  std::string result;
  result.reserve(folded.size());
  const auto take = [&](std::string_view part) {
    if (part.empty() || is_article(part)) return;
    if (!result.empty()) result += ' ';
    if (singular_too) {
      result += word(part);
    } else {
      result += standard(part, false);
    }
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    const char c = at < folded.size() ? folded[at] : ' ';
    const bool point = c == '.' && (at + 1 == folded.size() || folded[at + 1] == ' ' || begin < at);
    const bool mark = c == ',' || c == '(' || c == ')' || c == ';' || c == ':';
    if (c != ' ' && c != '-' && !point && !mark) continue;
    take(std::string_view(folded).substr(begin, at - begin));
    if (mark) take(std::string_view(folded).substr(at, 1));
    begin = at + 1;
  }
  return result;
}

std::string_view NameForms::noun_of(std::string_view adjective) const {
  const auto found = adjectives_.find(adjective);
  return found == adjectives_.end() ? std::string_view() : std::string_view(found->second);
}

NameForms::Arranged NameForms::arranged(std::string_view normal, KindSet kinds) const {
  std::vector<std::string_view> words = words_of(normal);
  Arranged result;
  const auto leave_out = [&](std::size_t at) {
    const auto found = generic_nouns_.find(words[at]);
    if (words.size() < 2 || found == generic_nouns_.end() || (found->second.kinds & kinds) == 0) return;
    result.left_out = found->second.kinds;
    result.addable = found->second.addable;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  };
  if (!words.empty()) leave_out(words.size() - 1);
  if (!words.empty() && result.left_out == 0) leave_out(0);
  for (auto end = words.end(); end != words.begin();) {  // from the last "of" to the first
    auto begin = end;
    while (begin != words.begin() && *(begin - 1) != "of") --begin;
    for (auto at = begin; at != end; ++at) {
      const std::string_view noun = noun_of(*at);
      result.name.append(result.name.empty() ? "" : " ").append(noun.empty() ? *at : noun);
    }
    end = begin == words.begin() ? begin : begin - 1;
  }
  return result;
}

}  // namespace musclekg
