// Running text, cut into words and marks, as it comes in.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/diagnostics.h"
#include "base/text.h"

namespace musclekg {

/// A word, or one character that is none. Places count bytes from the beginning of the document.
struct Token {
  std::uint64_t begin = 0;
  std::uint32_t size = 0;
  std::uint32_t line = 0;                ///< from 1
  std::uint64_t begin_continuation = 0;  ///< bytes before it that continue a character: begin less these is its place in code points
  std::uint64_t end_continuation = 0;    ///< the same, of its end
};

/// A word is letters and digits with apostrophes between them. What makes a genitive ("femur's", "muscles' origin") is no part of
/// it and passed over. A dash between two words joins them as a blank does, also at the end of a line. White space, and
/// characters without width outside words, part words and are nothing else. Every other character is a mark by itself.
///
/// What comes out does not depend on how the text comes in.
class TokenScanner {
 public:
  static constexpr std::size_t kLongestWord = 255;

  /// From where a token begins, so many bytes must be there to tell where it ends.
  static constexpr std::size_t kLookahead = kLongestWord + 33;

  enum class Found : std::uint8_t {
    Word,
    Mark,
    LongWord,  ///< a word of more than kLongestWord bytes begins here; it is passed over
    More,      ///< more text is needed: `set_text`
    End,
    NotUtf8,  ///< at `at()`
    Zero      ///< a zero byte, at `at()`: this is no text
  };

  /// Begins a document.
  void begin();

  /// Shows a part of the document, which must begin at or before `at()`; `last`: nothing follows. The byte behind `text` must be
  /// there and zero, and all of it stay there until `next` wants more.
  void set_text(std::string_view text, std::uint64_t offset, bool last);

  /// Moves to the next token. What is not a token may come again and again.
  Found next(Token& token);

  /// Where the next token is looked for.
  std::uint64_t at() const { return offset_ + static_cast<std::uint64_t>(at_ - text_.data()); }

  /// The same as line and column, for messages.
  Position position() const;

 private:
  Found take(Found found, const char* end, std::size_t continuation, Token& token);
  Found take_word(Token& token);
  bool pass_long_word();
  CharacterClass class_at(const char* place, std::size_t& size) const;
  bool word_at(const char* place) const;
  bool genitive_at(const char* place) const;
  const char* behind_line_end(const char* place) const;

  std::string_view text_ = {"", 0};
  const char* at_ = text_.data();
  std::uint64_t offset_ = 0;
  bool last_ = true;
  bool in_long_word_ = false;
  std::uint32_t line_ = 1;
  std::uint64_t line_begin_ = 0;
  std::uint64_t continuation_ = 0;  ///< bytes before `at_` that continue a character
  std::uint64_t word_end_ = 0;      ///< of the last word; 0 before the first
  char last_of_word_ = 0;           ///< its last byte
};

}  // namespace musclekg
