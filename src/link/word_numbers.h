// Words by number: a word of a text, however it is written, to the words of names that it stands for.

#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "link/token_automaton.h"
#include "terms/name_forms.h"

namespace musclekg {

/// Every word in its standard form (see NameForms) has a number. While names are read, new words get new ones; after `close`
/// only words of names have one, and all others have 0. Not for several threads: it remembers what it has looked up, in bounded
/// memory.
class WordNumbers {
 public:
  using Word = TokenAutomaton::Word;

  explicit WordNumbers(const NameForms& forms) : forms_(forms) {}

  /// The numbers of a word as it is written: mostly one; several where its standard form is several words; none for an article,
  /// which is passed over. Valid until the next call.
  std::span<const Word> of_word(std::string_view written);

  /// The number of a character that is no word.
  Word of_mark(std::string_view mark);

  void close();

 private:
  using Numbers = tsl::robin_map<std::string, Word, TextHash, std::equal_to<>>;

  /// A short word that was looked up a short time ago. Its size and its first and last bytes tell it from every other.
  struct Recent {
    std::uint64_t head = 0, tail = 0;
    std::uint32_t size = 0;
    Word word = 0;
  };
  static constexpr std::size_t kLongestRecent = 16;
  static constexpr unsigned kRecentBits = 15;

  static Recent key_of(std::string_view word);
  std::span<const Word> numbers(const Word& word) const;
  const Word& remembered(std::string_view written);

  void forget();
  Word number(std::string_view standard);
  Word look_up(std::string_view written);

  const NameForms& forms_;
  Numbers numbers_;        ///< standard form -> number
  Numbers words_, marks_;  ///< as written -> number, kNone, or kSeveral with an index of `several_`
  std::vector<Recent> recent_ = std::vector<Recent>(std::size_t{1} << kRecentBits);  ///< of `words_`, by hash
  std::array<Word, 128> ascii_marks_{};                                              ///< once closed
  std::vector<std::vector<Word>> several_;
  bool closed_ = false;
};

}  // namespace musclekg
