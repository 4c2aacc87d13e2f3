#include "extract/study_designs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/text.h"
#include "model/record_keys.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 5> kPlaces = {"title", "article", "work", "journal", "any"};

bool is_choice(std::string_view word, std::string_view key) {
  const std::vector<std::string_view> choices = split(find_key(Shape::Reference, key)->choices, '|');
  return std::find(choices.begin(), choices.end(), word) != choices.end();
}

}  // namespace

StudyDesigns::StudyDesigns(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"words", "in", "design", "type", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    CueWords cue(row.cells[0]);
    const auto place = std::find(kPlaces.begin(), kPlaces.end(), row.cells[1]);
    if (cue.empty()) {
      diagnostics.error(table.at(row, 0), "page-table", "'words' is empty");
    } else if (place == kPlaces.end()) {
      diagnostics.error(table.at(row, 1), "page-table", fmt::format("'in' is {}; found '{}'", fmt::join(kPlaces, ", "), row.cells[1]));
    } else if (!is_choice(row.cells[2], "design")) {
      diagnostics.error(table.at(row, 2), "page-table", fmt::format("'{}' is no design of the record format", row.cells[2]));
    } else if (!row.cells[3].empty() && !is_choice(row.cells[3], "type")) {
      diagnostics.error(table.at(row, 3), "page-table", fmt::format("'{}' is no type of reference of the record format", row.cells[3]));
    } else {
      rows_.push_back({std::move(cue), static_cast<Place>(place - kPlaces.begin()), row.cells[2], row.cells[3]});
    }
  }
}

void StudyDesigns::classify(ParsedReference& parsed) const {
  PageReference& reference = parsed.reference;
  const bool article = !reference.journal.empty();
  if (article) {
    reference.type = "journal-article";
  } else if (parsed.online && !parsed.book) {
    reference.type = "website";
  }
  if (reference.title.empty() && !article) return;
  reference.design = "unclassified";
  const PlainWords title(reference.title), journal(reference.journal);
  for (const Row& row : rows_) {
    const bool in_title = row.place == Place::Title || row.place == Place::Any || row.place == (article ? Place::Article : Place::Work);
    const bool in_journal = row.place == Place::Journal || row.place == Place::Any;
    if (!(in_title && row.cue.find(title)) && !(in_journal && row.cue.find(journal))) continue;
    reference.design = row.design;
    if (!row.type.empty()) reference.type = row.type;
    return;
  }
}

}  // namespace musclekg
