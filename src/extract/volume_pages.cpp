#include "extract/volume_pages.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestVolume = 8, kLongestIssue = 24, kLongestPage = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool has_digit(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

struct Reader {
  std::string_view words;
  std::size_t at;

  char next() const { return at < words.size() ? words[at] : '\0'; }

  void pass_blanks() {
    while (next() == ' ') ++at;
  }

  /// Passes one of the words, in small or capital letters, with its full stop; the longest ones come first.
  template <typename... Words>
  bool pass_word(const Words&... choices) {
    for (const std::string_view word : {std::string_view(choices)...}) {
      if (words.size() - at < word.size() || ascii_lower(words.substr(at, word.size())) != word) continue;
      const char behind = at + word.size() < words.size() ? words[at + word.size()] : ' ';
      if (is_letter(behind)) continue;
      at += word.size();
      if (next() == '.') ++at;
      pass_blanks();
      return true;
    }
    return false;
  }

  std::string_view alphanumeric(std::size_t longest) {
    std::size_t end = at;
    while (end < words.size() && end - at <= longest && (is_digit(words[end]) || is_letter(words[end]))) ++end;
    const std::string_view word = words.substr(at, end - at);
    if (word.empty() || word.size() > longest || !has_digit(word)) return {};
    at = end;
    return word;
  }

  bool pass_dash() {
    std::size_t behind = at;
    if (at >= words.size() || class_of(next_code_point(words, behind)) != CharacterClass::Dash) return false;
    at = behind;
    return true;
  }

  /// "2286-94", "e123", "S1-S10", "112.e1-5". `range`: a single page is none.
  std::string_view pages(bool range) {
    const std::size_t begin = at;
    if (alphanumeric(kLongestPage).empty()) return {};
    std::size_t end = at;
    bool ranged = false;
    for (;;) {
      const std::size_t before = at;
      const bool dash = pass_dash();
      if (!dash && !(next() == '.' && at + 1 < words.size() && words[at + 1] == 'e')) break;
      if (!dash) ++at;
      if (alphanumeric(kLongestPage).empty()) {
        at = before;
        break;
      }
      ranged |= dash;
      end = at;
    }
    if (range && !ranged && words[begin] != 'e') {
      at = begin;
      return {};
    }
    return words.substr(begin, end - begin);
  }
};

bool is_year(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit) && word >= "1700" && word <= "2100";
}

/// What is read, and whether it can be nothing else.
struct Reading {
  VolumePages found;
  bool sure = false;
};

Reading read_at(std::string_view words, std::size_t begin) {
  Reader reader{words, begin};
  Reading result;
  const bool labelled = reader.pass_word("volume", "vol");
  const std::string_view volume = reader.alphanumeric(kLongestVolume);
  if (volume.empty() || (is_year(volume) && !labelled)) return {};
  VolumePages& found = result.found;
  const std::size_t volume_begin = reader.at - volume.size();
  std::size_t end = reader.at;
  reader.pass_blanks();
  if (reader.pass_word("supplement", "suppl", "pt")) {
    reader.alphanumeric(kLongestVolume);
    end = reader.at;
  }
  found.volume = trim(words.substr(volume_begin, end - volume_begin));
  result.sure = labelled;

  reader.at = end;
  reader.pass_blanks();
  if (reader.next() == '(') {
    const std::size_t close = words.substr(0, reader.at + kLongestIssue).find(')', reader.at);
    const std::string_view issue = close == std::string_view::npos ? "" : words.substr(reader.at + 1, close - reader.at - 1);
    if (has_digit(issue) || issue.starts_with("Suppl")) {
      if (is_year(issue)) {  // "22 (2014): 12-19"
        reader.at = close + 1;
      } else {
        found.issue = trim(issue);
        reader.at = close + 1;
        result.sure = true;
      }
      end = reader.at;
    }
  } else {
    if (reader.next() == ',' || reader.next() == '.') ++reader.at;
    reader.pass_blanks();
    if (reader.pass_word("number", "issue", "iss", "no", "nr")) {
      found.issue = reader.alphanumeric(kLongestVolume);
      end = found.issue.empty() ? end : reader.at;
      result.sure |= !found.issue.empty();
    }
  }

  reader.at = end;
  reader.pass_blanks();
  const char separator = reader.next();
  if (separator == ':' || separator == ',' || separator == '.' || separator == ';') ++reader.at;
  reader.pass_blanks();
  const bool label = reader.pass_word("pages", "pp", "p");
  if (label || separator == ':' || separator == ',') found.pages = reader.pages(!label && separator == ',');
  if (!found.pages.empty()) end = reader.at;
  result.sure |= !found.pages.empty();
  found.begin = begin;
  found.end = end;
  return result;
}

}  // namespace

VolumePages volume_pages_at(std::string_view words, std::size_t at) { return read_at(words, at).found; }

VolumePages find_volume_pages(std::string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool begins = at == 0 || words[at - 1] == ' ' || words[at - 1] == '(' || words[at - 1] == ';';
    if (!begins || !(is_digit(words[at]) || words[at] == 'v' || words[at] == 'V')) continue;
    Reading reading = read_at(words, at);
    if (reading.sure) return std::move(reading.found);
  }
  return {};
}

std::string labelled_pages(std::string_view words) {
  for (std::size_t at = words.find('p'); at != std::string_view::npos; at = words.find('p', at + 1)) {
    if (at > 0 && is_letter(words[at - 1])) continue;
    Reader reader{words, at};
    if (!reader.pass_word("pages", "page", "pp", "p")) continue;
    if (const std::string_view pages = reader.pages(false); !pages.empty()) return std::string(pages);
  }
  return {};
}

}  // namespace musclekg
