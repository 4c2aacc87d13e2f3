#include "generate_text.h"

#include <cmath>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace musclekg {

namespace {

constexpr std::string_view kWords[] = {
    "the",       "is",       "of",        "and",      "in",          "to",      "a",      "which",     "by",          "from",
    "with",      "it",       "at",        "on",       "as",          "between", "arises", "inserts",   "passes",      "lies",
    "supplied",  "behind",   "before",    "anterior", "deep",        "lateral", "medial", "posterior", "superficial", "upper",
    "lower",     "small",    "often",     "usually",  "sometimes",   "fibers",  "border", "surface",   "towards",     "above",
    "below",     "close",    "region",    "patients", "study",       "found",   "after",  "during",    "stimulation", "described",
    "variation", "observed", "specimens", "reported", "contraction", "shown",   "group",  "common",    "origin",      "along"};

/// The generator of G. Marsaglia, Xorshift RNGs (2003): the same numbers everywhere.
class Numbers {
 public:
  /// From 0 to `end` - 1.
  std::size_t below(std::size_t end) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::size_t>((state_ >> 11) % end);
  }

 private:
  std::uint64_t state_ = 88172645463325252u;
};

}  // namespace

std::span<const std::string_view> everyday_words() { return kWords; }

std::string generated_text(const std::vector<std::string>& names, std::size_t size) {
  std::string text;
  text.reserve(size + 1000);
  Numbers numbers;
  for (std::size_t sentence = 0; text.size() < size; ++sentence) {
    const std::size_t begin = text.size();
    for (std::size_t pieces = 3 + numbers.below(4); pieces-- > 0;) {
      for (std::size_t words = 1 + numbers.below(5); words-- > 0;) text.append(kWords[numbers.below(std::size(kWords))]).append(" ");
      // As G. Zipf found of words: the n-th name comes about as often as the first one, divided by n.
      const double chance = static_cast<double>(numbers.below(1 << 20)) / (1 << 20);
      const auto number = static_cast<std::size_t>(std::pow(static_cast<double>(names.size()), chance)) - 1;
      text.append(names[number]).append(numbers.below(10) == 0 ? "s" : "");
      if (sentence % 50 == 0 && pieces == 0) text.append(" (XYZ)");
      text.append(numbers.below(8) == 0 ? ", " : numbers.below(12) == 0 ? "\n" : " ");
    }
    text.back() = '.';
    text[begin] = static_cast<char>(text[begin] & ~32);
    text.append(sentence % 10 == 9 ? "\n\n" : " ");
  }
  return text;
}

}  // namespace musclekg
