#include "link/word_numbers.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostRemembered = 1 << 17;
constexpr WordNumbers::Word kNone = ~WordNumbers::Word{0};
constexpr WordNumbers::Word kSeveral = WordNumbers::Word{1} << 31;

}  // namespace

std::span<const WordNumbers::Word> WordNumbers::of_word(std::string_view written) {
  if (written.size() > kLongestRecent) return numbers(remembered(written));
  const Recent wanted = key_of(written);
  Recent& recent = recent_[(wanted.head * 0x9E3779B97F4A7C15u ^ wanted.tail * 0xC2B2AE3D27D4EB4Fu) >> (64 - kRecentBits)];
  if (recent.head != wanted.head || recent.tail != wanted.tail || recent.size != wanted.size) {
    const Word word = remembered(written);
    recent = wanted;
    recent.word = word;
  }
  return numbers(recent.word);
}

WordNumbers::Recent WordNumbers::key_of(std::string_view word) {
  Recent key;
  key.size = static_cast<std::uint32_t>(word.size());
  const auto take = [&]<class Part>(Part) {
    Part head = 0, tail = 0;
    std::memcpy(&head, word.data(), sizeof head);
    std::memcpy(&tail, word.data() + word.size() - sizeof tail, sizeof tail);
    key.head = head;
    key.tail = tail;
  };
  if (word.size() >= 8) {
    take(std::uint64_t{});
  } else if (word.size() >= 4) {
    take(std::uint32_t{});
  } else if (word.size() >= 2) {
    take(std::uint16_t{});
  } else if (word.size() == 1) {
    take(std::uint8_t{});
  }
  return key;
}

std::span<const WordNumbers::Word> WordNumbers::numbers(const Word& word) const {
  if (word == kNone) return {};
  if ((word & kSeveral) != 0) return several_[word & ~kSeveral];
  return {&word, 1};
}

const WordNumbers::Word& WordNumbers::remembered(std::string_view written) {
  auto found = words_.find(written);
  if (found == words_.end()) {
    if (words_.size() >= kMostRemembered) forget();
    const Word word = look_up(written);
    found = words_.emplace(std::string(written), word).first;
  }
  return found->second;
}

void WordNumbers::forget() {
  words_.clear();
  several_.clear();
  std::fill(recent_.begin(), recent_.end(), Recent{});
}

WordNumbers::Word WordNumbers::look_up(std::string_view written) {
  const std::string normal = forms_.normal(written);
  const std::vector<std::string_view> words = words_of(normal);
  if (words.empty()) return kNone;
  if (words.size() == 1) return number(words.front());
  std::vector<Word>& numbers = several_.emplace_back();
  for (const std::string_view word : words) numbers.push_back(number(word));
  return kSeveral | static_cast<Word>(several_.size() - 1);
}

WordNumbers::Word WordNumbers::of_mark(std::string_view mark) {
  const auto first = static_cast<unsigned char>(mark.front());
  if (closed_ && first < ascii_marks_.size()) return ascii_marks_[first];
  auto found = marks_.find(mark);
  if (found == marks_.end()) {
    if (marks_.size() >= kMostRemembered) marks_.clear();
    found = marks_.emplace(std::string(mark), number(fold(mark))).first;
  }
  return found->second;
}

void WordNumbers::close() {
  closed_ = true;
  marks_.clear();
  for (std::size_t c = 0; c < ascii_marks_.size(); ++c) ascii_marks_[c] = number({std::array{static_cast<char>(c)}.data(), 1});
}

WordNumbers::Word WordNumbers::number(std::string_view standard) {
  if (const auto found = numbers_.find(standard); found != numbers_.end()) return found->second;
  if (closed_) return 0;
  return numbers_.emplace(std::string(standard), static_cast<Word>(numbers_.size() + 1)).first->second;
}

}  // namespace musclekg
