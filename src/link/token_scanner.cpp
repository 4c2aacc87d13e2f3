#include "link/token_scanner.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace musclekg {

namespace {

/// The class of a byte; what is not ASCII is told apart by `class_of`.
enum class ByteClass : std::uint8_t { Word, Blank, LineEnd, Dash, Apostrophe, Mark, Zero, NotAscii };

constexpr std::array<ByteClass, 256> kByteClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (std::size_t c = 0; c < 256; ++c) classes[c] = c < 0x80 ? ByteClass::Mark : ByteClass::NotAscii;
  for (unsigned char c = '0'; c <= '9'; ++c) classes[c] = ByteClass::Word;
  for (unsigned char c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = ByteClass::Word;
  for (const char c : {' ', '\t', '\v', '\f', '\r'}) classes[static_cast<unsigned char>(c)] = ByteClass::Blank;
  classes['\n'] = ByteClass::LineEnd;
  classes['-'] = ByteClass::Dash;
  classes['\''] = ByteClass::Apostrophe;
  classes[0] = ByteClass::Zero;
  return classes;
}();

constexpr std::ptrdiff_t kLongestCharacter = 4;

ByteClass class_of_byte(char c) { return kByteClasses[static_cast<unsigned char>(c)]; }

bool is_blank(char c) { return class_of_byte(c) == ByteClass::Blank || class_of_byte(c) == ByteClass::LineEnd; }

}  // namespace

void TokenScanner::begin() {
  const TokenScanner fresh;
  *this = fresh;
}

void TokenScanner::set_text(std::string_view text, std::uint64_t offset, bool last) {
  at_ = text.data() + (at() - offset);
  text_ = text;
  offset_ = offset;
  last_ = last;
}

Position TokenScanner::position() const { return {line_, static_cast<std::uint32_t>(at() - line_begin_ + 1)}; }

TokenScanner::Found TokenScanner::next(Token& token) {
  const char* const end = text_.data() + text_.size();
  for (;;) {
    if (in_long_word_ && !pass_long_word()) return Found::More;
    if (static_cast<std::size_t>(end - at_) < kLookahead && !last_) return Found::More;
    switch (class_of_byte(*at_)) {
      case ByteClass::Word:
        return take_word(token);
      case ByteClass::Blank:
        ++at_;
        continue;
      case ByteClass::LineEnd:
        ++at_;
        ++line_;
        line_begin_ = at();
        continue;
      case ByteClass::Mark:
        return take(Found::Mark, at_ + 1, 0, token);
      case ByteClass::Zero:
        return at_ < end ? Found::Zero : Found::End;
      case ByteClass::Dash:
      case ByteClass::Apostrophe:
      case ByteClass::NotAscii:
        break;
    }
    std::size_t size = 0;
    const std::int32_t c = next_code_point({at_, static_cast<std::size_t>(end - at_)}, size);
    if (c < 0) return Found::NotUtf8;
    const CharacterClass what = class_of(c);
    if (what == CharacterClass::Word) return take_word(token);
    const char* behind = at_ + size;
    bool passed = what == CharacterClass::Blank || what == CharacterClass::Ignorable;
    if (at() == word_end_ && word_end_ != 0) {  // directly behind a word
      if (what == CharacterClass::Dash) passed = word_at(behind_line_end(behind));
      if (what == CharacterClass::Apostrophe && genitive_at(behind)) {
        passed = true;
        ++behind;
      } else if (what == CharacterClass::Apostrophe) {
        passed = (last_of_word_ | 32) == 's' && is_blank(*behind);
      }
    }
    if (!passed) return take(Found::Mark, behind, size - 1, token);
    continuation_ += size - 1;
    at_ = behind;
  }
}

TokenScanner::Found TokenScanner::take(Found found, const char* end, std::size_t continuation, Token& token) {
  token.begin = at();
  token.size = static_cast<std::uint32_t>(end - at_);
  token.line = line_;
  token.begin_continuation = continuation_;
  continuation_ += continuation;
  token.end_continuation = continuation_;
  at_ = end;
  return found;
}

TokenScanner::Found TokenScanner::take_word(Token& token) {
  const char *ahead = at_, *end = at_;     // the word ends at `end`, if only characters without width come before `ahead`
  std::size_t seen = 0, continuation = 0;  // bytes before these two that continue a character
  for (;;) {
    const char* const run = ahead;
    while (class_of_byte(*ahead) == ByteClass::Word) ++ahead;
    if (ahead != run) end = ahead, continuation = seen;
    if (static_cast<std::size_t>(ahead - at_) > kLongestWord) {
      in_long_word_ = true;
      return take(Found::LongWord, ahead, seen, token);
    }
    if (class_of_byte(*ahead) != ByteClass::Apostrophe && class_of_byte(*ahead) != ByteClass::NotAscii) break;
    std::size_t size = 0;
    const CharacterClass what = class_at(ahead, size);
    if (what == CharacterClass::Apostrophe ? !word_at(ahead + size) || genitive_at(ahead + size)
                                           : what != CharacterClass::Word && what != CharacterClass::Ignorable)
      break;
    ahead += size;
    seen += size - 1;
    if (what == CharacterClass::Word) end = ahead, continuation = seen;
  }
  take(Found::Word, end, continuation, token);
  word_end_ = at();
  last_of_word_ = end[-1];
  return Found::Word;
}

/// Moves behind the long word, as far as it is there; false when more text is needed.
bool TokenScanner::pass_long_word() {
  const char* const end = text_.data() + text_.size();
  for (;;) {
    while (class_of_byte(*at_) == ByteClass::Word) ++at_;
    if (end - at_ < kLongestCharacter && !last_) return false;
    std::size_t size = 0;
    const CharacterClass what = class_of_byte(*at_) == ByteClass::NotAscii ? class_at(at_, size) : CharacterClass::Other;
    if (what != CharacterClass::Word && what != CharacterClass::Ignorable) break;
    at_ += size;
    continuation_ += size - 1;
  }
  in_long_word_ = false;
  return true;
}

/// The class of the character at `place`, and its size; Other when it is none.
CharacterClass TokenScanner::class_at(const char* place, std::size_t& size) const {
  const std::int32_t c = next_code_point({place, static_cast<std::size_t>(text_.data() + text_.size() - place)}, size);
  return c < 0 ? CharacterClass::Other : class_of(c);
}

bool TokenScanner::word_at(const char* place) const {
  std::size_t size = 0;
  return class_of_byte(*place) == ByteClass::Word ||
         (class_of_byte(*place) == ByteClass::NotAscii && class_at(place, size) == CharacterClass::Word);
}

/// Whether an s stands there that ends a word.
bool TokenScanner::genitive_at(const char* place) const { return (*place | 32) == 's' && !word_at(place + 1); }

/// Where the next line begins to be written, when only blanks are left of this one; otherwise `place`.
const char* TokenScanner::behind_line_end(const char* place) const {
  constexpr int kMostBlanks = 16;
  const auto behind_blanks = [](const char* at) {
    for (int i = 0; i < kMostBlanks && class_of_byte(*at) == ByteClass::Blank; ++i) ++at;
    return at;
  };
  const char* const at = behind_blanks(place);
  return class_of_byte(*at) == ByteClass::LineEnd ? behind_blanks(at + 1) : place;
}

}  // namespace musclekg
