#include "extract/spinal_roots.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "extract/ordinals.h"

namespace musclekg {

namespace {

struct Region {
  std::string_view letters;    ///< "l"
  std::string_view adjective;  ///< "lumbar"
  int nerves;
};
constexpr std::array<Region, 5> kRegions = {
    {{"c", "cervical", 8}, {"t", "thoracic", 12}, {"l", "lumbar", 5}, {"s", "sacral", 5}, {"co", "coccygeal", 1}}};

/// "L3"; empty where the region has no such nerve.
std::string level_name(const Region& region, int number) {
  if (number < 1 || number > region.nerves) return {};
  std::string name(region.letters);
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name + std::to_string(number);
}

/// "L3" of "l3", "T1" of "th1".
std::string level_of(std::string_view lower) {
  const std::size_t digit = lower.find_first_of("0123456789");
  std::string_view letters = lower.substr(0, digit);
  if (letters == "th") letters = "t";
  int number = 0;
  std::from_chars(lower.data() + digit, lower.data() + lower.size(), number);
  const auto region = std::find_if(kRegions.begin(), kRegions.end(), [&](const Region& one) { return one.letters == letters; });
  return region == kRegions.end() ? std::string() : level_name(*region, number);
}

/// "sixth, seventh and eighth cervical nerves" are C6, C7 and C8.
void add_numbered_nerves(Tokens tokens, std::vector<SpinalRoot>& roots) {
  for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
    const auto region = std::find_if(kRegions.begin(), kRegions.end(), [&](const Region& one) { return tokens[at].is(one.adjective); });
    if (region == kRegions.end()) continue;
    std::size_t noun = at;
    for (std::size_t i = at + 1; i < std::min(tokens.size(), at + 4) && tokens[i].word != nullptr; ++i) {
      const std::string& word = tokens[i].word->normal;
      if (word == "nerve" || word == "root" || word == "segment") noun = i;
      if (word != "spinal" && word != "nerve") break;
    }
    if (noun == at) continue;
    std::size_t first = at;
    const auto belongs = [](const PageToken& token) {
      return token.mark == ',' || token.is(WordClass::Conjunction) || token.is(WordClass::Determiner) ||
             (token.word != nullptr && token.word->ordinal);
    };
    while (first > 0 && belongs(tokens[first - 1])) --first;
    for (std::size_t i = first; i < at; ++i) {
      if (tokens[i].word == nullptr || !tokens[i].word->ordinal) continue;
      std::string level = level_name(*region, number_of_ordinal(tokens[i].word->lower));
      if (!level.empty()) roots.push_back({{tokens[i].begin, tokens[noun].end}, std::move(level), false});
    }
    at = noun;
  }
}

}  // namespace

std::vector<SpinalRoot> spinal_roots_of(Tokens tokens, Lexicon& lexicon) {
  const std::vector<PageToken> counted = count_out_ranges(tokens, lexicon);
  std::vector<SpinalRoot> roots;
  bool vertebrae = false, hedged = false;
  for (const PageToken& token : counted) {
    if (token.mark == ')' || token.mark == ';') hedged = false;
    hedged = hedged || token.is(WordClass::Hedge);
    if (token.word == nullptr || token.is(WordClass::Conjunction)) continue;
    if (!token.word->level) {
      vertebrae = token.word->normal == "vertebra";
      continue;
    }
    std::string level = level_of(token.word->lower);
    if (!vertebrae && !level.empty()) roots.push_back({{token.begin, token.end}, std::move(level), hedged});
  }
  add_numbered_nerves(counted, roots);
  return roots;
}

}  // namespace musclekg
