#include "extract/reference_segments.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "extract/full_stop.h"

namespace musclekg {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Words of journals' names that end in a full stop when they are abbreviated; lower case.
constexpr auto kShortJournalWords = std::to_array<std::string_view>(
    {"acad",   "acta", "am",      "anat", "ann", "appl",  "arch", "arthrosc", "assoc", "biol",   "biomech", "br",       "clin",    "dev",
     "eur",    "exp",  "gen",     "hum",  "int", "j",     "med",  "mol",      "natl",  "neurol", "orthop",  "phys",     "physiol", "proc",
     "radiol", "rec",  "rehabil", "res",  "rev", "scand", "sci",  "soc",      "surg",  "syst",   "ther",    "traumatol"});

static_assert(std::ranges::is_sorted(kShortJournalWords));

/// Words by which a journal is known, even without a volume.
constexpr std::array<std::string_view, 9> kJournalWords = {"journal", "annals",       "archives",  "acta",    "proceedings",
                                                           "review",  "transactions", "quarterly", "bulletin"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }

std::string_view last_word(std::string_view text) {
  text = bare(text);
  const std::size_t blank = text.find_last_of(" (");
  return blank == kNone ? text : text.substr(blank + 1);
}

}  // namespace

std::string_view bare(std::string_view text) {
  constexpr std::string_view kOff = " .,;:|*";
  while (!text.empty() && kOff.find(text.front()) != kNone) text.remove_prefix(1);
  while (!text.empty() && kOff.find(text.back()) != kNone) text.remove_suffix(1);
  return text;
}

bool is_short_journal_word(std::string_view word) {
  return std::binary_search(kShortJournalWords.begin(), kShortJournalWords.end(), std::string_view(ascii_lower(bare(word))));
}

std::vector<std::string_view> segments_of(std::string_view text) {
  std::vector<std::string_view> result;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if ((c != '.' && c != '?' && c != '!') || depth > 0 || (at + 1 < text.size() && text[at + 1] != ' ')) continue;
    if (at + 2 < text.size() && is_small(text[at + 2]) && !text.substr(at + 2).starts_with("p.") && !text.substr(at + 2).starts_with("pp."))
      continue;
    const std::string_view word = last_word(text.substr(begin, at - begin));
    const Stop stop = c == '.' && !word.empty() && std::all_of(word.begin(), word.end(), is_letter) ? stop_behind(word) : Stop::Ends;
    if (stop == Stop::Never || (stop == Stop::BeforeNumber && at + 2 < text.size() && is_digit(text[at + 2]))) continue;
    const std::string_view part = trim(text.substr(begin, at + 1 - begin));
    if (!bare(part).empty()) result.push_back(part);
    begin = at + 1;
  }
  if (const std::string_view part = trim(text.substr(begin)); !bare(part).empty()) result.push_back(part);
  return result;
}

std::string_view joined(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

bool says_edition(std::string_view part) {
  for (const std::string_view word : split(bare(part), ' ')) {
    std::string_view inner = bare(word);
    while (inner.starts_with('(')) inner.remove_prefix(1);
    while (inner.ends_with(')')) inner = bare(inner.substr(0, inner.size() - 1));
    const std::string lower = ascii_lower(inner);
    if (lower == "ed" || lower == "eds" || lower == "edn" || lower == "edition") return true;
  }
  return false;
}

bool is_journal_name(std::string_view name) {
  const std::vector<std::string_view> words = split(bare(name), ' ');
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    const std::string lower = ascii_lower(bare(word));
    if (lower.size() == 1) return lower == "j" && word.data() == words[0].data();  // else an initial
    return std::find(kJournalWords.begin(), kJournalWords.end(), lower) != kJournalWords.end() || is_short_journal_word(lower);
  });
}

bool ends_short_journal_word(std::string_view part) {
  const std::vector<std::string_view> words = split(bare(part), ' ');
  return words.size() <= 4 && part.ends_with('.') && is_short_journal_word(words.back()) &&
         std::none_of(words.begin(), words.end(), [](std::string_view word) { return word.empty() || is_small(word.front()); });
}

}  // namespace musclekg
