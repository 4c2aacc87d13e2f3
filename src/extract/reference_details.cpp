#include "extract/reference_details.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "extract/publication_date.h"

namespace musclekg {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestReference = 4000;  // a longer one is no reference, and is not taken apart
constexpr std::size_t kLongestBracket = 60;
constexpr char kMedium = '\x1';  // stands for "[Internet]" until the end

constexpr std::array<std::string_view, 4> kMedia = {"[internet]", "[online]", "[website]", "[webpage]"};
constexpr std::array<std::string_view, 6> kLookedAt = {"cited", "last accessed", "accessed", "access date", "retrieved", "viewed"};
constexpr std::array<std::string_view, 5> kAvailable = {"available online at", "available online", "available from", "available at",
                                                        "retrieved from"};
constexpr std::array<std::string_view, 5> kDoiPrefixes = {"https://doi.org/", "http://doi.org/", "https://dx.doi.org/",
                                                          "http://dx.doi.org/", "doi"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }

class Taker {
 public:
  explicit Taker(std::string_view words) { set(with_single_blanks(words)); }

  ReferenceDetails take() {
    for (const std::string_view medium : kMedia)
      if (const std::size_t at = lower_.find(medium); at != kNone) {
        replace(at, at + medium.size(), std::string(1, kMedium));
        details_.online = true;
      }
    for (const std::string_view cue : kLookedAt) take_access(cue);
    if (const std::size_t at = lower_.find("[updated"); at != kNone)
      if (const auto brackets = brackets_around(at)) replace(brackets->first, brackets->second, "");
    take_archive();
    for (const std::string_view cue : kAvailable) {
      const std::size_t at = find_word(cue, 0);
      if (at == kNone) continue;
      replace(at, behind(at + cue.size(), ": "), "");
      details_.online = true;
    }
    take_doi();
    take_pmid();
    take_url();
    finish();
    return std::move(details_);
  }

 private:
  void set(std::string words) {
    words_ = std::move(words);
    lower_ = ascii_lower(words_);
  }
  void replace(std::size_t begin, std::size_t end, const std::string& by) {
    words_.replace(begin, end - begin, by);
    lower_.replace(begin, end - begin, by);
  }
  char at(std::size_t place) const { return place < lower_.size() ? lower_[place] : '\0'; }
  std::size_t behind(std::size_t place, std::string_view any_of) const {
    return std::min(lower_.size(), lower_.find_first_not_of(any_of, place));
  }

  std::size_t find_word(std::string_view word, std::size_t from) const {
    for (std::size_t place = lower_.find(word, from); place != kNone; place = lower_.find(word, place + 1))
      if ((place == 0 || !is_letter(lower_[place - 1])) && !is_letter(at(place + word.size()))) return place;
    return kNone;
  }

  /// The brackets around a place, where they stand near it.
  std::optional<std::pair<std::size_t, std::size_t>> brackets_around(std::size_t place) const {
    const std::size_t open = lower_.find_last_of("[]()", place);
    if (open == kNone || place - open > kLongestBracket || (lower_[open] != '[' && lower_[open] != '(')) return std::nullopt;
    const std::size_t close = lower_.find(lower_[open] == '[' ? ']' : ')', place);
    if (close == kNone || close - place > kLongestBracket) return std::nullopt;
    return std::pair(open, close + 1);
  }

  void take_access(std::string_view cue) {
    for (std::size_t place = find_word(cue, 0); place != kNone; place = find_word(cue, place + 1)) {
      std::size_t begin = behind(place + cue.size(), ": ");
      if (std::string_view(lower_).substr(begin).starts_with("on ")) begin += 3;
      const PublicationDate date = date_at(words_, begin);
      if (date.text.empty()) continue;
      if (details_.accessed.empty()) details_.accessed = date.text;
      details_.online = true;
      if (const auto brackets = brackets_around(place)) return replace(brackets->first, brackets->second, "");
      std::size_t end = date.end;
      for (const std::string_view from : {", from", " from"})
        if (std::string_view(lower_).substr(end).starts_with(from)) end = behind(end + from.size(), ": ");
      return replace(place, end, "");
    }
  }

  void take_archive() {
    constexpr std::string_view kArchived = "archived from the original";
    const std::size_t place = find_word(kArchived, 0);
    if (place == kNone) return;
    std::size_t end = behind(place + kArchived.size(), " ");
    if (std::string_view(lower_).substr(end).starts_with("(pdf)")) end = behind(end + 5, " ");
    if (std::string_view(lower_).substr(end).starts_with("on ")) {
      const PublicationDate date = date_at(words_, end + 3);
      if (!date.text.empty()) end = date.end;
    }
    replace(place, end, "");
  }

  std::size_t behind_address(std::size_t begin) const {
    std::size_t end = std::min(lower_.size(), lower_.find_first_of(" <>\"\x1", begin));
    while (end > begin && std::string_view(".,;:)]'").find(lower_[end - 1]) != kNone) {
      if (lower_[end - 1] == ')' && std::string_view(lower_).substr(begin, end - 1 - begin).find('(') != kNone) break;
      --end;
    }
    return end;
  }

  void take_doi() {
    for (const std::string_view prefix : kDoiPrefixes) {
      for (std::size_t place = lower_.find(prefix); place != kNone; place = lower_.find(prefix, place + 1)) {
        if (place > 0 && is_letter(lower_[place - 1])) continue;
        const std::size_t begin = prefix == "doi" ? behind(place + prefix.size(), ": ") : place + prefix.size();
        if (lower_.compare(begin, 3, "10.") != 0 || !is_digit(at(begin + 3))) continue;
        const std::size_t end = behind_address(begin);
        if (lower_.substr(begin, end - begin).find('/') == kNone) continue;
        if (details_.doi.empty()) details_.doi = words_.substr(begin, end - begin);
        replace(place, end, "");
        break;
      }
    }
  }

  void take_pmid() {
    constexpr std::array<std::string_view, 3> kAddresses = {"pubmed/", "pubmed.gov/", "pubmed.ncbi.nlm.nih.gov/"};
    for (const std::string_view address : kAddresses)
      if (const std::size_t place = lower_.find(address); place != kNone && details_.pmid.empty())
        details_.pmid = words_.substr(place + address.size(), digits_at(place + address.size()));
    for (const std::string_view word : {"pmid", "pmcid", "pmc"}) {
      for (std::size_t place = lower_.find(word); place != kNone; place = lower_.find(word, place + 1)) {
        if (place > 0 && (is_letter(lower_[place - 1]) || lower_[place - 1] == '/')) continue;
        std::size_t begin = behind(place + word.size(), ": ");
        if (word == "pmcid" && lower_.compare(begin, 3, "pmc") == 0) begin = behind(begin + 3, " ");
        const std::size_t digits = digits_at(begin);
        if (digits == 0) continue;
        if (word == "pmid" && details_.pmid.empty()) details_.pmid = words_.substr(begin, digits);
        replace(place, begin + digits, "");
        break;
      }
    }
  }

  std::size_t digits_at(std::size_t place) const {
    std::size_t end = place;
    while (is_digit(at(end))) ++end;
    return end - place;
  }

  void take_url() {
    for (const std::string_view scheme : {"https://", "http://", "www."}) {
      for (std::size_t place = lower_.find(scheme); place != kNone; place = lower_.find(scheme, place)) {
        const std::size_t end = behind_address(place);
        const std::string address = words_.substr(place, end - place);
        if (details_.url.empty() && scheme != "www." && valid_iri(address)) details_.url = address;
        details_.online = true;
        replace(place, std::max(end, place + 1), "");
      }
    }
  }

  /// Takes away what the cuts left behind: "()", "<>", blanks before full stops, two full stops.
  void finish() {
    std::string& result = details_.citation;
    for (std::size_t place = 0; place < words_.size(); ++place) {
      const char c = words_[place];
      if (c == kMedium) {
        while (result.ends_with(' ')) result.pop_back();
        if (details_.medium == kNone) details_.medium = result.size();
        continue;
      }
      if ((c == ')' || c == ']' || c == '>') && !result.empty() && result.back() == (c == ')' ? '(' : c == ']' ? '[' : '<')) {
        result.pop_back();
        continue;
      }
      const bool punctuation = c == '.' || c == ',' || c == ';' || c == ':';
      if (punctuation && result.ends_with(' ')) result.pop_back();
      const bool twice =
          (c == '.' && (result.ends_with('.') || result.ends_with(';') || result.ends_with(':'))) || (c == ' ' && result.ends_with(' '));
      if (!twice && !(result.empty() && (punctuation || c == ' '))) result += c;
    }
    while (result.ends_with(' ') || result.ends_with(';') || result.ends_with(':') || result.ends_with(',')) result.pop_back();
    if (details_.medium != kNone) details_.medium = std::min(details_.medium, result.size());
  }

  std::string words_, lower_;
  ReferenceDetails details_;
};

/// Digits from a place on, at most three; their end.
std::size_t behind_digits(std::string_view words, std::size_t at, std::size_t most) {
  std::size_t end = at;
  while (end < words.size() && is_digit(words[end])) ++end;
  return end - at > most ? at : end;
}

bool ends_word(std::string_view words, std::size_t at) { return at >= words.size() || behind_blanks(words, at) > at; }

std::uint32_t value_of(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

}  // namespace

std::string with_single_blanks(std::string_view words) {
  std::string result;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const CharacterClass kind = class_of(next_code_point(words, at));
    if (kind == CharacterClass::Ignorable || static_cast<unsigned char>(words[begin]) < 9) continue;
    if (kind != CharacterClass::Blank && kind != CharacterClass::LineEnd) {
      result.append(words, begin, at - begin);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

ReferenceDetails details_of(std::string_view words) { return words.size() > kLongestReference ? ReferenceDetails{} : Taker(words).take(); }

EntryNumber entry_number(std::string_view words) {
  EntryNumber result;
  std::size_t at = behind_blanks(words, 0);
  // "3.", "[3]", "(3)", "3)"; not the counter "1.0"
  const bool bracket = at < words.size() && (words[at] == '[' || words[at] == '(');
  const std::size_t digits = at + (bracket ? 1 : 0), end = behind_digits(words, digits, 3);
  const char close = end < words.size() ? words[end] : '\0';
  if (end > digits && (bracket ? close == ']' || close == ')' : close == '.' || close == ')')) {
    const bool counter = close == '.' && end + 1 < words.size() && is_digit(words[end + 1]);
    if (!counter) {
      result.number = value_of(words.substr(digits, end - digits));
      result.end = at = behind_blanks(words, end + 1);
    }
  }
  bool arrow = false;
  for (const std::string_view sign : {"^", "↑"}) {
    if (!words.substr(at).starts_with(sign)) continue;
    result.end = at = behind_blanks(words, at + sign.size());
    arrow = true;
  }
  for (const std::string_view jump : {"Jump up to:", "Jump up"})
    if (arrow && words.substr(at).starts_with(jump)) result.end = at = behind_blanks(words, at + jump.size());
  for (;;) {
    const std::size_t whole = behind_digits(words, at, 3);
    const bool counter = whole > at && whole < words.size() && words[whole] == '.' && behind_digits(words, whole + 1, 3) > whole + 1;
    std::size_t behind = counter ? behind_digits(words, whole + 1, 3) : at;
    if (arrow && !counter && at < words.size() && is_small(words[at]) && at + 1 < words.size()) behind = at + 1;
    if (behind == at || !ends_word(words, behind)) break;
    if (counter && result.number == 0 && result.backlinks == 0) result.number = value_of(words.substr(at, whole - at));
    ++result.backlinks;
    result.end = at = behind_blanks(words, behind);
  }
  if (arrow && result.backlinks == 0) result.backlinks = 1;
  while (result.end > 0 && result.end < words.size() && words[result.end] == '|') result.end = behind_blanks(words, result.end + 1);
  return result;
}

}  // namespace musclekg
