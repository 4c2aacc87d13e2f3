#include "extract/cue_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 15> kRelations = {"origin",      "insertion",  "innervation", "spinal_root", "artery",
                                                         "part_of",     "synergist",  "antagonist",  "action",      "joint_acted_on",
                                                         "joined_with", "attachment", "supply",      "course",      "other"};
constexpr std::array<std::string_view, 3> kArguments = {"after", "before", "through"};
constexpr std::size_t kMostSkipped = 4;

/// Articles, adverbs and adjectives may stand between the words of a cue: "forms the lateral part of".
bool may_stand_within(const PageToken& token) {
  return token.is(WordClass::Adverb) || token.is(WordClass::Determiner) || token.word->describes();
}

}  // namespace

CueTable::CueTable(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"cue", "relation", "argument", "introducers", "weak", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const auto relation = std::find(kRelations.begin(), kRelations.end(), row.cells[1]);
    const auto argument = std::find(kArguments.begin(), kArguments.end(), row.cells[2]);
    if (relation == kRelations.end()) {
      diagnostics.error(table.at(row, 1), "page-table",
                        fmt::format("'relation' is one of {}; found '{}'", fmt::join(kRelations, ", "), row.cells[1]));
      continue;
    }
    if (argument == kArguments.end()) {
      diagnostics.error(table.at(row, 2), "page-table", fmt::format("'argument' is after, before or through; found '{}'", row.cells[2]));
      continue;
    }
    Cue cue;
    cue.relation = static_cast<CueRelation>(relation - kRelations.begin());
    cue.argument = static_cast<Argument>(argument - kArguments.begin());
    cue.weak = row.cells[4] == "weak";
    for (const std::string_view introducer : words_of(row.cells[3])) cue.introducers.emplace_back(introducer);
    if ((cue.argument == Argument::Through) == cue.introducers.empty()) {
      diagnostics.error(table.at(row, 3), "page-table", "introducers stand with the argument 'through', and only there");
      continue;
    }
    for (const std::string_view place : words_of(row.cells[0])) {
      std::vector<std::string>& forms = cue.words.emplace_back();
      for (const std::string_view form : split(place, '/')) forms.push_back(fold(form));
    }
    if (cue.words.empty()) {
      diagnostics.error(table.at(row, 0), "page-table", "the cue is missing");
      continue;
    }
    for (const std::string& first : cue.words.front()) by_first_word_[first].push_back(static_cast<std::uint32_t>(cues_.size()));
    cues_.push_back(std::move(cue));
  }
}

CueTable::Found CueTable::find(Tokens tokens, std::size_t at) const {
  if (tokens[at].word == nullptr) return {};
  const auto rows = by_first_word_.find(tokens[at].word->lower);
  if (rows == by_first_word_.end()) return {};
  Found longest;
  std::size_t most = 0;
  for (const std::uint32_t row : rows->second) {
    const Cue& cue = cues_[row];
    std::size_t next = at + 1, place = 1, skipped = 0;
    while (place < cue.words.size() && next < tokens.size() && tokens[next].word != nullptr) {
      const auto& forms = cue.words[place];
      if (std::find(forms.begin(), forms.end(), tokens[next].word->lower) != forms.end()) {
        ++place;
        ++next;
      } else if (may_stand_within(tokens[next]) && skipped < kMostSkipped) {
        ++skipped;
        ++next;
      } else {
        break;
      }
    }
    if (place == cue.words.size() && place > most) {
      most = place;
      longest = {&cue, next - at};
    }
  }
  return longest;
}

}  // namespace musclekg
