#include "extract/claim_cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/text.h"
#include "model/record_keys.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 4> kDisputed = {"", "behind", "before", "gap"};

constexpr std::size_t kLongestName = 80;

/// Words that end the name of what is doubted.
constexpr std::array<std::string_view, 29> kNameEnds = {
    "although", "and",  "are",  "as", "at",  "be",   "because", "been",  "but",   "by",    "from", "had", "has", "have", "in",
    "is",       "that", "they", "to", "was", "were", "when",    "which", "while", "would", "will", "may", "can", "with"};
constexpr std::array<std::string_view, 8> kNameStarts = {"the ", "a ", "an ", "this ", "these ", "so called ", "so-called ", "any "};

/// The choice of the record format that is that word, or an empty one.
std::string_view choice(std::string_view key, std::string_view word) {
  for (const std::string_view known : split(find_key(Shape::Claim, key)->choices, '|'))
    if (known == word) return known;
  return {};
}

}  // namespace

ClaimCues::ClaimCues(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"words", "kind", "stance", "disputes", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    CueWords cue(row.cells[0]);
    const bool felt = row.cells[1] == "palpation", palpation = felt || row.cells[1] == "no-palpation";
    const std::string_view kind = choice("kind", row.cells[1]), stance = choice("stance", row.cells[2]);
    const auto disputed = std::find(kDisputed.begin(), kDisputed.end(), row.cells[3]);
    if (cue.empty()) {
      diagnostics.error(table.at(row, 0), "page-table", "'words' is empty");
    } else if (!palpation && kind.empty()) {
      diagnostics.error(table.at(row, 1), "page-table", fmt::format("'{}' is no kind of claim of the record format", row.cells[1]));
    } else if (palpation ? !row.cells[2].empty() : stance.empty()) {
      diagnostics.error(table.at(row, 2), "page-table",
                        fmt::format("'stance' is for, against or neutral, and empty for palpation; found '{}'", row.cells[2]));
    } else if (disputed == kDisputed.end() || (disputed != kDisputed.begin()) != (kind == "existence-doubt")) {
      diagnostics.error(table.at(row, 3), "page-table",
                        fmt::format("'disputes' is behind, before or gap for an existence-doubt, else empty; found '{}'", row.cells[3]));
    } else if (palpation) {
      palpation_.push_back({std::move(cue), felt});
    } else {
      rows_.push_back({std::move(cue), kind, stance, static_cast<Disputed>(disputed - kDisputed.begin())});
    }
  }
}

ClaimCues::Reading ClaimCues::read(std::string_view words) const {
  const PlainWords plain(words);
  for (const Row& row : rows_)
    if (const auto place = row.cue.find(plain)) return {row.kind, row.stance, disputed_words(words, *place, row.disputed)};
  return {};
}

bool ClaimCues::is_palpation(std::string_view words) const {
  const PlainWords plain(words);
  for (const PalpationRow& row : palpation_)
    if (row.cue.find(plain)) return row.felt;
  return false;
}

std::vector<std::string> ClaimCues::disputed_words(std::string_view words, const CueWords::Place& place, Disputed disputed) {
  constexpr std::string_view kPunctuation = ".,;:()[]?!\"";
  std::string_view name;
  switch (disputed) {
    case Disputed::Nothing:
      return {};
    case Disputed::Behind:
      name = words.substr(place.end);
      name = name.substr(0, name.find_first_of(kPunctuation));
      for (const std::string_view word : split(name, ' '))
        if (std::find(kNameEnds.begin(), kNameEnds.end(), word) != kNameEnds.end()) {
          name = name.substr(0, static_cast<std::size_t>(word.data() - name.data()));
          break;
        }
      break;
    case Disputed::Before:
      name = words.substr(0, place.begin);
      if (const std::size_t stop = name.find_last_of(kPunctuation); stop != std::string_view::npos) name.remove_prefix(stop + 1);
      for (const std::string_view word : split(name, ' '))
        if (word == "that" || word == "whether") name = name.substr(static_cast<std::size_t>(word.data() + word.size() - name.data()));
      break;
    case Disputed::Gap:
      name = words.substr(place.gap_begin, place.gap_end - place.gap_begin);
      name = name.substr(0, name.find_first_of(kPunctuation));
      break;
  }
  name = trim(name);
  for (const std::string_view start : kNameStarts)
    if (ascii_lower(name.substr(0, start.size())) == start) name.remove_prefix(start.size());
  for (const std::string_view verb : {" is", " are", " may", " was", " were"})
    if (disputed == Disputed::Before && name.ends_with(verb)) name.remove_suffix(verb.size());
  name = trim(name);
  return name.empty() || name.size() > kLongestName ? std::vector<std::string>() : std::vector<std::string>{std::string(name)};
}

}  // namespace musclekg
