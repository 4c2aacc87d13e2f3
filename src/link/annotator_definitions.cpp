// The part of the Annotator that reads what stands in parentheses.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "link/annotator.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostWordsBefore = 15;  ///< of a long form: five more than a short form has letters

/// Behind these, what follows is no attribute of what stands before: "extensor of the knee" is no kind of knee.
constexpr std::array<std::string_view, 13> kJoiningWords = {"and", "at", "between", "by", "for",   "from", "in",
                                                            "of",  "on", "or",      "to", "under", "with"};

/// As `trim` takes them off.
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Whether a long form goes back no further than behind this mark.
bool parts_phrases(std::string_view mark) {
  return mark.size() == 1 && std::string_view(".!?;:()[]").find(mark.front()) != std::string_view::npos;
}

bool has_joining_word(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::find_if(text.begin(), text.end(), is_blank);
    const std::string word = fold({text.begin(), end});
    if (std::find(kJoiningWords.begin(), kJoiningWords.end(), word) != kJoiningWords.end()) return true;
    text = trim({end, text.end()});
  }
  return false;
}

}  // namespace

void Annotator::define(const Parenthesis& open, std::uint64_t close, TokenAutomaton::State before_close) {
  if (open.slot == floor_ || close == open.slot + 1 || close - open.slot > kMostInParentheses) return;
  if (!define_inner(open, close)) define_outer(open, close, before_close);
}

/// "long form (short form)"; true when what stands in the parentheses is, by its looks, a short form.
bool Annotator::define_inner(const Parenthesis& open, std::uint64_t close) {
  std::string_view inner = text(end_of(slot(open.slot).token), slot(close).token.begin);
  inner = trim(inner.substr(0, inner.find_first_of(",;")));  // "(DRG; figure 2)"
  if (!may_be_short_form(inner)) return false;
  if (names_.automaton().longest_ending(open.before) == 0) return true;
  std::uint64_t first = open.slot;
  for (std::size_t i = 0; i < kMostWordsBefore && first > floor_ && !parts_phrases(text_of_slots(first - 1, first - 1)); ++i) --first;
  if (first == open.slot) return true;
  const Meaning* meaning = define(inner, text_of_slots(first, open.slot - 1), open.before, open.slot - 1);
  if (meaning == nullptr || slot(open.slot + 1).token.begin != offset_of(inner)) return true;
  for (std::uint64_t last = open.slot + 1; last < close; ++last)
    if (end_of(slot(last).token) == offset_of(inner) + inner.size()) consider(open.slot + 1, last, 0, meaning);
  return true;
}

/// "short form (long form)".
void Annotator::define_outer(const Parenthesis& open, std::uint64_t close, TokenAutomaton::State before_close) {
  if (names_.automaton().longest_ending(before_close) == 0) return;
  const std::uint64_t last = open.slot - 1;
  std::uint64_t first = last;
  while (first > floor_ && last - first < kMostInShortForm) {
    const std::string_view longer = text_of_slots(first - 1, last);
    if (longer.size() > DefinedAbbreviations::kLongest || std::any_of(longer.begin(), longer.end(), is_blank)) break;
    --first;
  }
  const std::string_view outer = text_of_slots(first, last);
  if (!may_be_short_form(outer)) return;
  if (const Meaning* meaning = define(outer, text_of_slots(open.slot + 1, close - 1), before_close, close - 1))
    consider(first, last, 0, meaning);
}

/// Defines the short form by the end of `context`, which is the end of the slot `last`, behind which `state` was reached. Its meaning,
/// or nullptr when the long form is none that a name ends.
const Meaning* Annotator::define(std::string_view short_form, std::string_view context, TokenAutomaton::State state, std::uint64_t last) {
  std::string_view form = long_form(short_form, context);
  if (form.empty() && is_plural_short_form(short_form)) form = long_form(short_form.substr(0, short_form.size() - 1), context);
  if (form.empty()) return nullptr;
  const TokenAutomaton& automaton = names_.automaton();
  for (auto ending = automaton.longest_ending(state); ending != 0; ending = automaton.shorter_ending(ending)) {
    const std::uint64_t first = last + 1 - automaton.size(automaton.name(ending));
    const std::string_view name = text_of_slots(first, last);
    if (name.size() > form.size() || !slot(first).first || slot(last).token.line > slot(first).token.line + 1) continue;
    const Meaning* meaning = names_.meaning(automaton.name(ending), name);
    if (meaning == nullptr) continue;
    if (has_joining_word(form.substr(0, form.size() - name.size()))) return nullptr;
    return defined_.define(short_form, *meaning);
  }
  return nullptr;
}

}  // namespace musclekg
