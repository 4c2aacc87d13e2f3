#include "extract/ordinals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 20> kOrdinals = {
    "first",    "second",  "third",      "fourth",     "fifth",     "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
constexpr int kLongestRange = 40;

/// A number in one of its forms; `region` of a level: "l".
struct Counted {
  enum class Form : std::uint8_t { Ordinal, Digits, Level } form;
  std::string region;
  int number;
};

int digits_of(std::string_view text) {
  int value = 0;
  for (const char c : text.substr(0, 4))
    if (c >= '0' && c <= '9') value = 10 * value + (c - '0');
  return value;
}

std::optional<Counted> counted(const PageToken& token) {
  if (token.word == nullptr) return {};
  const std::string_view lower = token.word->lower;
  if (token.word->level) {
    const std::size_t digit = lower.find_first_of("0123456789");
    return Counted{Counted::Form::Level, std::string(lower.substr(0, digit)), digits_of(lower.substr(digit))};
  }
  if (token.word->number && lower.size() < 3) return Counted{Counted::Form::Digits, {}, digits_of(lower)};
  if (!token.word->ordinal) return {};
  return Counted{Counted::Form::Ordinal, {}, number_of_ordinal(lower)};
}

std::string written(const Counted& value, int number) {
  if (value.form == Counted::Form::Digits) return fmt::format("{}", number);
  if (value.form == Counted::Form::Level) return fmt::format("{}{}", value.region, number);
  return ordinal_of(number);
}

/// "C7" to "T2": the levels between, with both; none when they run backwards.
std::vector<std::string> levels_between(const Counted& from, const Counted& to) {
  static constexpr std::array<std::pair<std::string_view, int>, 5> kRegions = {{{"c", 8}, {"t", 12}, {"l", 5}, {"s", 5}, {"co", 1}}};
  std::vector<std::string> levels;
  bool inside = false;
  for (const auto& [region, count] : kRegions)
    for (int number = 1; number <= count; ++number) {
      inside = inside || (region == from.region && number == from.number);
      if (inside) levels.push_back(fmt::format("{}{}", region, number));
      if (inside && region == to.region && number == to.number) return levels;
    }
  return {};
}

bool means_to(const PageToken& token) { return token.mark == '-' || token.is("to") || token.is("through") || token.is("thru"); }

}  // namespace

int number_of_ordinal(std::string_view lower) {
  const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), lower);
  if (found != kOrdinals.end()) return static_cast<int>(found - kOrdinals.begin()) + 1;
  const std::size_t digits = std::min(lower.find_first_not_of("0123456789"), lower.size());
  const std::string_view tail = lower.substr(digits);
  const bool ordinal = digits > 0 && digits < 3 && (tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th");
  return ordinal ? digits_of(lower) : 0;
}

std::string ordinal_of(int number) {
  if (number >= 1 && number <= static_cast<int>(kOrdinals.size())) return std::string(kOrdinals[static_cast<std::size_t>(number - 1)]);
  return fmt::format("{}th", number);
}

std::vector<PageToken> count_out_ranges(Tokens tokens, Lexicon& lexicon) {
  std::vector<PageToken> result;
  std::string region;  // of the level before: in "L2, 3 and 4" the 3 is L3
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto from = counted(tokens[i]);
    if (!from) {
      if (tokens[i].word != nullptr && !tokens[i].is(WordClass::Conjunction) && !means_to(tokens[i])) region.clear();
      result.push_back(tokens[i]);
      continue;
    }
    if (from->form == Counted::Form::Level) region = from->region;
    if (from->form == Counted::Form::Digits && !region.empty()) from = Counted{Counted::Form::Level, region, from->number};
    std::size_t last = i + 1;
    if (last < tokens.size() && means_to(tokens[last])) ++last;
    while (last > i + 1 && last < tokens.size() && tokens[last].is(WordClass::Determiner)) ++last;
    auto to = last > i + 1 && last < tokens.size() ? counted(tokens[last]) : std::nullopt;
    if (to && from->form == Counted::Form::Level && to->form == Counted::Form::Digits)
      to = Counted{Counted::Form::Level, from->region, to->number};
    if (to && from->form == Counted::Form::Digits && to->form == Counted::Form::Ordinal) from->form = Counted::Form::Ordinal;
    if (to && from->form == Counted::Form::Level && to->form == Counted::Form::Level && from->region != to->region) {
      const std::vector<std::string> levels = levels_between(*from, *to);
      for (const std::string& level : levels) {
        if (&level != &levels.front()) result.push_back({tokens[i].begin, tokens[last].end, nullptr, ','});
        result.push_back({tokens[i].begin, tokens[last].end, &lexicon.lexeme(level), 0});
      }
      if (!levels.empty()) {
        i = last;
        continue;
      }
    }
    const bool range = to && to->form == from->form && to->region == from->region && to->number > from->number &&
                       to->number - from->number <= kLongestRange;
    if (!range) {
      PageToken one = tokens[i];
      if (from->form != Counted::Form::Ordinal) one.word = &lexicon.lexeme(written(*from, from->number));
      result.push_back(one);
      continue;
    }
    for (int number = from->number; number <= to->number; ++number) {
      if (number > from->number) result.push_back({tokens[i].begin, tokens[last].end, nullptr, ','});
      result.push_back({tokens[i].begin, tokens[last].end, &lexicon.lexeme(written(*to, number)), 0});
    }
    i = last;
  }
  return result;
}

}  // namespace musclekg
