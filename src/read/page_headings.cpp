#include "read/page_headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestHeading = 120;  ///< bytes

using Words = std::span<const std::string_view>;

std::optional<Topic> topic_named(std::string_view name) {
  for (unsigned i = 0; i < static_cast<unsigned>(Topic::Count); ++i)
    if (name_of(static_cast<Topic>(i)) == name) return static_cast<Topic>(i);
  return std::nullopt;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Folded text with every mark but those that join or bracket ("&", "/", ",", "+", ";", "(", ")", ".", "'") as a blank, and those that join
/// set apart.
std::string plain(std::string_view heading) {
  std::string result;
  for (const char c : fold(heading)) {
    if (is_letter(c) || is_digit(c) || c == '\'' || c == '.' || c == '(' || c == ')') {
      result += c;
    } else if (c == '&' || c == '/' || c == ',' || c == '+' || c == ';') {
      result.append(" ").append(1, c).append(" ");
    } else {
      result += ' ';
    }
  }
  return fold(result);
}

/// Without "[edit]" in its spellings, a number before it, a bracket behind it and full stops.
std::string without_frame(std::string_view heading) {
  for (const std::string_view ending : {"[edit source]", "[edit | edit source]", "[edit]", "(edit)", "[ edit ]"})
    if (heading.size() >= ending.size() && ascii_lower(heading.substr(heading.size() - ending.size())) == ending)
      heading.remove_suffix(ending.size());
  std::string text = plain(heading);
  std::size_t begin = 0;
  while (begin < text.size() &&
         (is_digit(text[begin]) || text[begin] == '.' || text[begin] == '(' || text[begin] == ')' || text[begin] == ' '))
    ++begin;
  text.erase(0, begin);
  const std::size_t number = text.find_first_of(".)");
  if (number != std::string::npos && number > 0 && number <= 4 && number + 1 < text.size() && text[number + 1] == ' ' &&
      (number == 1 || text.find_first_not_of("ivx") == number))
    text.erase(0, number + 2);
  for (std::size_t at = text.find("(s)"); at != std::string::npos; at = text.find("(s)")) text.erase(at, 3);
  std::erase(text, '.');
  return text;
}

std::string joined(Words words) { return fmt::format("{}", fmt::join(words, " ")); }

bool says_muscle(std::string_view word) {
  return word == "muscle" || word == "muscles" || word == "muscle's" || word == "musculus" || word == "m" || word == "the" ||
         word == "this" || word == "its";
}

/// The words without the muscle's name, "muscle" and what joins them to the rest.
std::vector<std::string_view> without_muscle(Words words, const std::vector<std::string_view>& name) {
  std::vector<std::string_view> rest;
  const auto same = [](std::string_view written, std::string_view known) {
    return written == known ||
           (written.starts_with(known) && (written.substr(known.size()) == "'s" || written.substr(known.size()) == "'"));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!name.empty() && i + name.size() <= words.size() &&
        std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(i),
                   [&](auto known, auto written) { return same(written, known); })) {
      i += name.size() - 1;
      continue;
    }
    if (!says_muscle(words[i])) rest.push_back(words[i]);
  }
  while (!rest.empty() && (rest.back() == "of" || rest.back() == "for" || rest.back() == "in")) rest.pop_back();
  while (!rest.empty() && rest.front() == "of") rest.erase(rest.begin());
  return rest;
}

bool joins(std::string_view word) {
  return word == "and" || word == "&" || word == "/" || word == "," || word == "+" || word == ";" || word == "or" || word == "with";
}

/// The last word of the name of a part of a muscle: "radial head".
bool names_part(std::string_view word) {
  return word == "head" || word == "belly" || word == "part" || word == "portion" || word == "fibres" || word == "fibers";
}

}  // namespace

PageHeadings::PageHeadings(const std::string& path, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"heading", "topics", "note"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    TopicSet topics = 0;
    for (const std::string_view name : split(row.cells[1], '|')) {
      const auto topic = topic_named(trim(name));
      if (topic) {
        topics |= bit(*topic);
      } else {
        diagnostics.error(table.at(row, 1), "page-table", fmt::format("'{}' is no topic", trim(name)),
                          "write topics as in 'origin|insertion'");
      }
    }
    const std::string heading = without_frame(row.cells[0]);
    if (heading.empty()) {
      diagnostics.error(table.at(row, 0), "page-table", "there is no heading");
    } else if (topics != 0 && !topics_.emplace(heading, topics).second) {
      diagnostics.error(table.at(row, 0), "page-table", fmt::format("the heading '{}' stands in the table twice", heading));
    }
  }
}

TopicSet PageHeadings::find(std::string_view folded) const {
  if (const auto found = topics_.find(folded); found != topics_.end()) return found->second;
  std::string words;
  for (const std::string_view word : split(folded, ' ')) words.append(words.empty() ? "" : " ").append(singular(word));
  const auto found = topics_.find(words);
  return found == topics_.end() ? 0 : found->second;
}

TopicSet PageHeadings::topics_of(std::string_view heading, std::string_view name) const {
  heading = trim(heading);
  if (heading.empty() || heading.size() > kLongestHeading) return 0;
  std::string text = without_frame(heading);
  if (const TopicSet topics = find(text); topics != 0) return topics;
  if (const std::size_t bracket = text.find('('); bracket != std::string::npos && bracket > 0) {
    text.resize(bracket);
    while (text.ends_with(' ')) text.pop_back();
    if (const TopicSet topics = find(text); topics != 0) return topics;
  }
  std::erase_if(text, [](char c) { return c == '(' || c == ')'; });

  const std::string muscle = plain(name);
  const std::vector<std::string_view> words = split(text, ' ');
  std::vector<std::string_view> name_words = split(muscle, ' ');
  std::erase_if(name_words, [](std::string_view word) { return word.empty() || says_muscle(word); });
  const std::vector<std::string_view> rest = without_muscle(words, name_words);
  if (rest.empty()) return 0;
  if (const TopicSet topics = find(joined(rest)); topics != 0) return topics;

  TopicSet all = 0;
  for (std::size_t begin = 0; begin < rest.size();) {
    std::size_t end = begin;
    while (end < rest.size() && !joins(rest[end])) ++end;
    if (end > begin) {
      const TopicSet topics = find(joined(Words(rest).subspan(begin, end - begin)));
      if (topics == 0) return begin > 0 && rest[begin - 1] == "," && names_part(rest.back()) ? all : 0;  // "Origin, radial head"
      all |= topics;
    }
    begin = end + 1;
  }
  return all;
}

}  // namespace musclekg
