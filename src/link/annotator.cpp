#include "link/annotator.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::uint64_t kLongestGap = 255;  ///< bytes between two words of a mention
/// Slots for which it stays open what begins with one: a longer name may come, or the definition of an abbreviation.
constexpr std::uint64_t kDelay = 64;

}  // namespace

Annotator::Annotator(KnownNames& names, std::size_t block)
    : names_(names), block_(block), buffer_(kSlots * (TokenScanner::kLongestWord + kLongestGap) + 2 * TokenScanner::kLookahead + block) {
  static_assert(kDelay >= KnownNames::kMostWords && kDelay > kMostInParentheses + kMostInShortForm && kSlots > 2 * kDelay);
}

std::optional<TextFault> Annotator::annotate(const Read& read, const Take& take) {
  begin();
  take_ = &take;
  Token token;
  for (;;) {
    const TokenScanner::Found found = scanner_.next(token);
    switch (found) {
      case TokenScanner::Found::Word:
        take_word(token);
        break;
      case TokenScanner::Found::Mark:
        take_mark(token);
        break;
      case TokenScanner::Found::LongWord:
        separate();
        break;
      case TokenScanner::Found::More:
        if (scanner_.at() > last_end_ + kLongestGap) separate();
        read_more(read);
        break;
      case TokenScanner::Found::End:
        separate();
        return {};
      case TokenScanner::Found::NotUtf8:
      case TokenScanner::Found::Zero:
        separate();
        return TextFault{found == TokenScanner::Found::Zero, scanner_.at(), scanner_.position()};
    }
  }
}

void Annotator::begin() {
  defined_.clear();
  scanner_.begin();
  filled_ = 0;
  offset_ = count_ = undecided_ = floor_ = last_end_ = 0;
  state_ = 0;
  open_.reset();
  buffer_[0] = '\0';
  scanner_.set_text({buffer_.data(), 0}, 0, false);
}

/// What stands before the slots in hand makes room.
void Annotator::read_more(const Read& read) {
  const std::uint64_t oldest = std::max(floor_, count_ - std::min<std::uint64_t>(count_, kSlots));
  const std::uint64_t keep = oldest < count_ ? slot(oldest).token.begin : scanner_.at();
  const auto gone = static_cast<std::size_t>(keep - offset_);
  filled_ -= gone;
  std::memmove(buffer_.data(), buffer_.data() + gone, filled_);
  offset_ = keep;
  const std::size_t got = read(buffer_.data() + filled_, std::min(block_, buffer_.size() - 1 - filled_));
  filled_ += got;
  buffer_[filled_] = '\0';
  scanner_.set_text({buffer_.data(), filled_}, offset_, got == 0);
}

std::string_view Annotator::text_of_slots(std::uint64_t first, std::uint64_t last) {
  return text(slot(first).token.begin, end_of(slot(last).token));
}

void Annotator::take_word(const Token& token) {
  const std::span<const TokenAutomaton::Word> words = names_.words().of_word(text(token.begin, end_of(token)));
  for (std::size_t i = 0; i < words.size(); ++i) push(token, words[i], i == 0, i + 1 == words.size());
  if (!words.empty() && !defined_.empty()) consider_defined();
}

void Annotator::take_mark(const Token& token) {
  const std::string_view mark = text(token.begin, end_of(token));
  const TokenAutomaton::State before = state_;
  push(token, names_.words().of_mark(mark), true, true);
  if (mark.front() == '(') {
    open_ = Parenthesis{count_ - 1, before};
  } else if (mark.front() == ')' && open_) {
    define(*open_, count_ - 1, before);
    open_.reset();
  }
}

void Annotator::push(const Token& token, TokenAutomaton::Word word, bool first, bool last) {
  if (token.begin > last_end_ + kLongestGap) separate();
  const std::uint64_t number = count_++;
  Slot& fresh = slot(number);
  fresh.token = token;
  fresh.first = first;
  fresh.name = 0;
  fresh.defined = nullptr;
  last_end_ = end_of(token);
  const TokenAutomaton& automaton = names_.automaton();
  state_ = automaton.next(state_, word);
  if (last && state_ != 0)
    for (auto ending = automaton.longest_ending(state_); ending != 0; ending = automaton.shorter_ending(ending)) {
      const KnownNames::Name name = automaton.name(ending);
      consider(count_ - automaton.size(name), number, name, nullptr);
    }
  if (count_ > kDelay) decide(count_ - kDelay);
}

/// Notes what may begin with the slot `first`; a longer candidate takes the place of a shorter one, and one that the text defines
/// that of another. False when it cannot be.
bool Annotator::consider(std::uint64_t first, std::uint64_t last, KnownNames::Name name, const Meaning* defined) {
  Slot& from = slot(first);
  if (first < undecided_ || !from.first || slot(last).token.line > from.token.line + 1) return false;
  if ((from.name != 0 || from.defined != nullptr) && from.last > last) return false;
  if (defined == nullptr && names_.only_as_written(name) && names_.meaning(name, text_of_slots(first, last)) == nullptr) return false;
  from.name = name;
  from.defined = defined;
  from.last = last;
  return true;
}

/// Whether the document has defined what ends with the last slot.
void Annotator::consider_defined() {
  const std::uint64_t last = count_ - 1;
  const std::uint64_t end = end_of(slot(last).token);
  if (!defined_.may_end_with(text(end - 1, end).front())) return;
  for (std::uint64_t first = last + 1; first > floor_;) {
    --first;
    if (end - slot(first).token.begin > DefinedAbbreviations::kLongest) return;
    if (const Meaning* meaning = defined_.find(text_of_slots(first, last)); meaning != nullptr) consider(first, last, 0, meaning);
  }
}

/// Nothing that follows has to do with what came before.
void Annotator::separate() {
  decide(count_);
  floor_ = undecided_ = count_;
  last_end_ = scanner_.at();
  state_ = 0;
  open_.reset();
}

/// Takes what begins before the slot `before`.
void Annotator::decide(std::uint64_t before) {
  while (undecided_ < before) {
    const Slot& from = slot(undecided_);
    if (from.name == 0 && from.defined == nullptr) {
      ++undecided_;
      continue;
    }
    const Token& last = slot(from.last).token;
    const std::string_view written = text_of_slots(undecided_, from.last);
    (*take_)({from.token.begin, end_of(last), from.token.begin - from.token.begin_continuation, end_of(last) - last.end_continuation,
              written, from.defined != nullptr ? from.defined : names_.meaning(from.name, written)});
    undecided_ = from.last + 1;
  }
}

}  // namespace musclekg
