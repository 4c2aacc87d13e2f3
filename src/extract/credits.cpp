#include "extract/credits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/text.h"
#include "model/record_keys.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestLine = 1000;  // in bytes; a longer one is running text
constexpr std::size_t kMostNameWords = 6;

/// Letters behind names: degrees and memberships.
constexpr std::array<std::string_view, 22> kDegrees = {"ATC", "BA",   "BM",    "BMBS", "BSc",   "CSCS", "DC",  "DO",  "DPT", "FRCP", "FRCS",
                                                       "MA",  "MBBS", "MBChB", "MD",   "MPhil", "MPT",  "MSc", "OCS", "OT",  "PhD",  "PT"};

bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

bool is_degree(std::string_view text) {
  std::string plain;
  for (const char c : trim(text))
    if (c != '.') plain += c;
  for (const std::string_view word : split(plain, ' '))
    if (std::find(kDegrees.begin(), kDegrees.end(), word) == kDegrees.end()) return false;
  return true;
}

/// Letters, and what stands between letters in names; half of the words in capitals, the first of them, too.
bool is_name(std::string_view text, std::size_t least_words) {
  const std::vector<std::string_view> words = split(text, ' ');
  if (words.size() < least_words || words.size() > kMostNameWords || !is_capital(text.front())) return false;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || c == ' ' || c == '.' || c == '-' || c == '\''; }))
    return false;
  const auto capitals =
      std::count_if(words.begin(), words.end(), [](std::string_view word) { return !word.empty() && is_capital(word[0]); });
  return 2 * static_cast<std::size_t>(capitals) >= words.size();
}

/// Whether the text at `at` parts names; how many bytes of it do.
std::size_t separator_at(std::string_view text, std::size_t at) {
  for (const std::string_view separator : {", and ", ",", ";", "|", "\n", "·", "•", " and ", " & ", " with "})
    if (text.substr(at).starts_with(separator)) return separator.size();
  return 0;
}

}  // namespace

Credits::Credits(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"label", "role", "needs", "note"}, diagnostics);
  const std::vector<std::string_view> roles = split(find_key(Shape::Contributor, "role")->choices, '|');
  for (const Table::Row& row : table.rows) {
    const auto role = std::find(roles.begin(), roles.end(), row.cells[1]);
    if (row.cells[0].empty()) {
      diagnostics.error(table.at(row, 0), "page-table", "'label' is empty");
    } else if (!row.cells[1].empty() && role == roles.end()) {
      diagnostics.error(table.at(row, 1), "page-table", fmt::format("'{}' is no role of the record format", row.cells[1]));
    } else if (row.cells[2] != "name" && row.cells[2] != "alone") {
      diagnostics.error(table.at(row, 2), "page-table", fmt::format("'needs' is name or alone; found '{}'", row.cells[2]));
    } else {
      rows_.push_back({row.cells[0], role == roles.end() ? std::string_view() : *role, row.cells[2] == "alone"});
    }
  }
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.label.size() > b.label.size(); });
}

Credits::Found Credits::find_label(std::string_view line, std::string_view lower, std::size_t from) const {
  Found result;
  for (const Row& row : rows_) {
    for (std::size_t at = lower.find(row.label, from); at != std::string_view::npos; at = lower.find(row.label, at + 1)) {
      if (result.row != nullptr && at >= result.begin) break;
      if (row.alone && at != 0) break;
      std::size_t end = at + row.label.size();
      if ((at > 0 && is_letter(line[at - 1])) || (end < line.size() && is_letter(line[end]))) continue;
      const std::size_t blanks = std::min(line.size(), line.find_first_not_of(' ', end));
      bool marked = blanks == line.size();
      for (const std::string_view sign : {":", "-", "–", "—"})
        if (line.substr(blanks).starts_with(sign)) {
          marked = true;
          end = blanks + sign.size();
        }
      if (!marked && !row.label.ends_with("by")) continue;
      result = {&row, at, end};
      break;
    }
  }
  return result;
}

std::vector<PageContributor> Credits::contributors_of(const Block& block) const {
  std::vector<PageContributor> result;
  // A label of the block stands for itself: the words behind it are names from their beginning on.
  const std::string prefix = block.label.empty() ? std::string() : block.label + ":";
  const std::string line = prefix + block.words;
  if (line.size() > kLongestLine) return result;
  const std::string lower = ascii_lower(line);
  // Only lines that begin with a label are credits.
  const std::string_view start = trim(lower);
  if (std::none_of(rows_.begin(), rows_.end(), [&](const Row& row) { return start.starts_with(row.label); })) return result;
  const auto place_of = [&](std::size_t begin, std::size_t end) {
    return begin < prefix.size()
               ? block.source
               : block.source_of(static_cast<std::uint32_t>(begin - prefix.size()), static_cast<std::uint32_t>(end - prefix.size()));
  };
  Found label = find_label(line, lower, 0);
  if (label.row == nullptr || !trim(std::string_view(line).substr(0, label.begin)).empty()) return result;
  while (label.row != nullptr) {
    const Found next = find_label(line, lower, label.end);
    const std::size_t stop = next.row == nullptr ? line.size() : next.begin;
    for (std::size_t begin = label.end; begin < stop;) {
      std::size_t end = begin, gap = 0;
      while (end < stop && (gap = separator_at(line, end)) == 0) ++end;
      std::string_view name = trim(std::string_view(line).substr(begin, std::min(end, stop) - begin));
      while (name.ends_with('.') && !(name.size() > 2 && is_capital(name[name.size() - 2]))) name.remove_suffix(1);
      if (!result.empty() && result.back().role == label.row->role && !name.empty() && is_degree(name)) {
        result.back().name += ", " + std::string(name);
      } else if (!name.empty() && is_name(name, label.row->alone ? 2 : 1)) {
        const std::size_t at = static_cast<std::size_t>(name.data() - line.data());
        result.push_back({std::string(name), label.row->role, place_of(at, at + name.size())});
      } else if (label.row->alone && !name.empty()) {
        return {};
      }
      begin = end + std::max<std::size_t>(gap, 1);
    }
    label = next;
  }
  return result;
}

}  // namespace musclekg
