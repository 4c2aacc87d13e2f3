#include "extract/inner_label.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/page_muscle.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestLabel = 6;  ///< tokens

/// The words of a part of the muscle at the beginning of `tokens`, which takes `size` of them.
std::string part_name(Tokens tokens, std::size_t size, std::string_view words) {
  std::size_t first = 0;
  while (first < size && (tokens[first].is(WordClass::Determiner) || tokens[first].is(WordClass::Conjunction))) ++first;
  return fold(words.substr(tokens[first].begin, tokens[size - 1].end - tokens[first].begin));
}

/// The tokens of a label with its colon; 0 where there is none.
std::size_t take_label(Tokens tokens, std::string_view words, LabelledTokens& labelled) {
  std::size_t colon = 0;
  const std::size_t last = std::min(tokens.size(), kLongestLabel + 1);
  const auto parts = [&](std::size_t at) {
    return tokens[at].mark == ':' || (tokens[at].mark == '-' && at > 0 && tokens[at - 1].end < tokens[at].begin);
  };
  while (colon < last && !parts(colon)) {
    if (tokens[colon].word == nullptr && tokens[colon].mark != '-') return 0;
    ++colon;
  }
  if (colon == last || colon == 0) return 0;
  const Tokens label = tokens.first(colon);
  if (const std::size_t size = muscle_part_at(label); size > 0) {
    labelled.part = part_name(label, size, words);
    return colon + 1;
  }
  static constexpr std::array<std::string_view, 5> kFibres = {"motor", "sensory", "proprioceptive", "proprioception", "autonomic"};
  const auto fibres = std::find_if(kFibres.begin(), kFibres.end(), [&](std::string_view one) { return label.front().is(one); });
  if (fibres == kFibres.end()) return 0;
  labelled.fibre_type = *fibres == "proprioception" ? "proprioceptive" : std::string(*fibres);
  return colon + 1;
}

}  // namespace

std::vector<LabelledTokens> cut_at_labels(Tokens tokens, std::string_view words, const LabelledTokens& before) {
  std::vector<LabelledTokens> result;
  LabelledTokens current = before;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    current.tokens = tokens.subspan(begin, end - begin);
    if (end > begin) result.push_back(current);
  };
  for (std::size_t at = 0; at < tokens.size();) {
    const bool may_begin = at == begin || tokens[at - 1].mark == ',' || tokens[at - 1].mark == ';' || tokens[at - 1].mark == '.' ||
                           words.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != std::string_view::npos;
    LabelledTokens next = current;
    const std::size_t size = may_begin ? take_label(tokens.subspan(at), words, next) : 0;
    if (size == 0) {
      ++at;
      continue;
    }
    close(at);
    current = std::move(next);
    begin = at = at + size;
  }
  close(tokens.size());
  if (result.empty()) {  // nothing but labels
    current.tokens = {};
    result.push_back(current);
  }
  return result;
}

std::string part_in_label(Tokens label, std::string_view words) {
  for (std::size_t at = 1; at < label.size(); ++at) {
    if (label[at - 1].word != nullptr && !label[at - 1].is("of")) continue;
    const Tokens rest = label.subspan(at);
    if (const std::size_t size = muscle_part_at(rest); size > 0) return part_name(rest, size, words);
  }
  return {};
}

}  // namespace musclekg
