#include "link/abbreviations.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostReadings = 16, kLongestName = 400;

/// "N.femoralis" has no blank behind the period, and is two words.
std::vector<std::string> words_as_written(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    if (c == ' ' || c == '\t') {
      end();
      continue;
    }
    word += c;
    if (c == '.' && at + 1 < name.size() && ((name[at + 1] | 32) >= 'a' && (name[at + 1] | 32) <= 'z')) end();
  }
  end();
  return words;
}

/// Whether a word is the abbreviation: as it stands, with a period behind it, or with a plural "s".
bool is_abbreviation(std::string_view word, std::string_view abbreviation) {
  if (!word.starts_with(abbreviation)) return false;
  word.remove_prefix(abbreviation.size());
  if (word.starts_with('s') && abbreviation.size() > 1 && !abbreviation.ends_with('.')) word.remove_prefix(1);
  if (word.starts_with('.') && !abbreviation.ends_with('.')) word.remove_prefix(1);
  return word.empty();
}

}  // namespace

Abbreviations::Abbreviations(const std::string& path, const SlotTable& slots, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"abbreviation", "meaning", "slots", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    std::uint64_t bits = row.cells[2] == "*" ? ~std::uint64_t{0} : 0;
    KindSet kinds = row.cells[2] == "*" ? ~KindSet{0} : 0;
    for (const std::string_view name : row.cells[2] == "*" ? std::vector<std::string_view>() : split(row.cells[2], '|')) {
      const SlotTable::Slot* slot = slots.find(trim(name));
      if (slot == nullptr) {
        diagnostics.error(table.at(row, 2), "table", fmt::format("there is no slot '{}' in slots.tsv", trim(name)));
      } else {
        bits |= std::uint64_t{1} << slot->number;
        kinds |= slot->kinds;
      }
    }
    if (row.cells[0].empty() || row.cells[1].empty()) {
      diagnostics.error(table.at(row, 0), "table", "an abbreviation and its meaning are needed");
      continue;
    }
    Row& added = rows_.emplace_back(Row{words_as_written(row.cells[0]), row.cells[1], bits, kinds});
    const std::string& first = added.words.front();
    for (std::string key : {first, first + "s", first + ".", first + "s."})
      by_first_word_[key].push_back(static_cast<std::uint32_t>(rows_.size() - 1));
  }
  const SlotTable::Slot any = {{}, ~KindSet{0}, 0};
  for (const Table::Row& row : table.rows)
    if (!written_out(row.cells[1], any).empty())
      diagnostics.error(table.at(row, 1), "table", fmt::format("the meaning '{}' has an abbreviation in it", row.cells[1]),
                        "write it out, so that no abbreviation can lead back to itself");
}

/// How many words the abbreviation takes there; 0 when it does not stand there.
std::size_t Abbreviations::matches(const Row& row, const std::vector<std::string_view>& words, std::size_t at) const {
  if (at + row.words.size() > words.size()) return 0;
  for (std::size_t i = 0; i < row.words.size(); ++i)
    if (!is_abbreviation(words[at + i], row.words[i])) return 0;
  return row.words.size();
}

std::uint64_t Abbreviations::bit_of(const SlotTable::Slot& slot) {
  return slot.kinds == ~KindSet{0} ? ~std::uint64_t{0} : std::uint64_t{1} << slot.number;
}

bool Abbreviations::is_one(std::string_view name, const SlotTable::Slot& slot) const {
  const std::vector<std::string> words = words_as_written(name);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const auto rows = words.empty() ? by_first_word_.end() : by_first_word_.find(views.front());
  if (rows == by_first_word_.end()) return false;
  return std::any_of(rows->second.begin(), rows->second.end(), [&](std::uint32_t number) {
    return (rows_[number].slots & bit_of(slot)) != 0 && matches(rows_[number], views, 0) == views.size();
  });
}

std::vector<std::string> Abbreviations::written_out(std::string_view name, const SlotTable::Slot& slot) const {
  if (name.size() > kLongestName) return {};
  const std::vector<std::string> words = words_as_written(name);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const std::uint64_t bit = bit_of(slot);
  std::vector<std::string> readings = {""};
  bool any = false;
  for (std::size_t at = 0; at < words.size();) {
    std::vector<std::string_view> meanings;
    std::size_t taken = 0;
    if (const auto rows = by_first_word_.find(views[at]); rows != by_first_word_.end())
      for (const std::uint32_t number : rows->second) {
        const std::size_t size = (rows_[number].slots & bit) != 0 ? matches(rows_[number], views, at) : 0;
        if (size > taken) taken = size, meanings.clear();  // the longest one
        if (size == taken && size > 0) meanings.push_back(rows_[number].meaning);
      }
    if (meanings.empty()) {
      meanings.push_back(views[at]);
      taken = 1;
    } else {
      any = true;
    }
    std::vector<std::string> longer;
    for (const std::string& reading : readings)
      for (const std::string_view meaning : meanings)
        if (longer.size() < kMostReadings) longer.push_back(reading + (reading.empty() ? "" : " ") + std::string(meaning));
    readings = std::move(longer);
    at += taken;
  }
  if (!any) return {};
  return readings;
}

}  // namespace musclekg
