// From plain text to the terms that it names, in one pass.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "link/defined_abbreviations.h"
#include "link/known_names.h"
#include "link/token_scanner.h"

namespace musclekg {

/// A mention. Places count from 0, from the beginning of the document.
struct Annotation {
  std::uint64_t begin, end;                        ///< in bytes; `end` is behind it
  std::uint64_t begin_code_point, end_code_point;  ///< in code points
  std::string_view text;                           ///< as written; valid until the next one
  const Meaning* meaning;                          ///< valid as long as the document is read
};

/// Why a document was not read to its end.
struct TextFault {
  bool zero;             ///< a zero byte; otherwise bytes that are not UTF-8
  std::uint64_t offset;  ///< in bytes, from 0
  Position position;
};

/// Finds the longest name at the leftmost place, then goes on behind it.
///
/// A mention begins and ends with whole words. Between two of its words stand blanks, hyphens and articles only, at most 255 bytes,
/// and in all of it at most one line end; marks such as commas, brackets and periods stand in it where they stand in the name. So
/// none goes on behind the end of a sentence or over an empty line.
///
/// Where an abbreviation is defined ("dorsal root ganglion (DRG)", "DRG (dorsal root ganglion)") and its long form is a name, or ends
/// in one behind nothing but attributes, the abbreviation means the same from there to the end of the document.
///
///     bytes -> TokenScanner -> WordNumbers -> TokenAutomaton -> candidates, one a token -> Annotation
///
/// Every byte is looked at once; the time is linear in the text, and memory does not depend on it.
class Annotator {
 public:
  /// Fills in up to `size` bytes; returns how many, 0 only at the end.
  using Read = std::function<std::size_t(char* bytes, std::size_t size)>;
  using Take = std::function<void(const Annotation&)>;

  /// `block`: how many bytes are asked for at a time, at most. The result does not depend on it.
  explicit Annotator(KnownNames& names, std::size_t block = std::size_t{1} << 17);
  Annotator(const Annotator&) = delete;

  /// Reads a document to its end, or to the first fault: what stands before it is taken.
  std::optional<TextFault> annotate(const Read& read, const Take& take);

 private:
  /// A word or mark, and the longest candidate that begins with it.
  struct Slot {
    Token token;
    bool first = true;  ///< of the words that a written word stands for
    KnownNames::Name name = 0;
    const Meaning* defined = nullptr;
    std::uint64_t last = 0;  ///< the candidate's last slot, where it has a name or is defined
  };
  struct Parenthesis {
    std::uint64_t slot;
    TokenAutomaton::State before;  ///< the state behind the word before it
  };
  static constexpr std::size_t kSlots = 256;
  static constexpr std::uint64_t kMostInParentheses = 24;  ///< slots, where they define an abbreviation
  static constexpr std::uint64_t kMostInShortForm = 10;    ///< likewise

  Slot& slot(std::uint64_t number) { return slots_[number % kSlots]; }
  std::string_view text(std::uint64_t begin, std::uint64_t end) const { return {buffer_.data() + (begin - offset_), end - begin}; }
  std::string_view text_of_slots(std::uint64_t first, std::uint64_t last);
  std::uint64_t offset_of(std::string_view part) const { return offset_ + static_cast<std::uint64_t>(part.data() - buffer_.data()); }
  static std::uint64_t end_of(const Token& token) { return token.begin + token.size; }

  void begin();
  void read_more(const Read& read);
  void take_word(const Token& token);
  void take_mark(const Token& token);
  void push(const Token& token, TokenAutomaton::Word word, bool first, bool last);
  bool consider(std::uint64_t first, std::uint64_t last, KnownNames::Name name, const Meaning* defined);
  void consider_defined();
  void separate();
  void decide(std::uint64_t before);

  void define(const Parenthesis& open, std::uint64_t close, TokenAutomaton::State before_close);
  bool define_inner(const Parenthesis& open, std::uint64_t close);
  void define_outer(const Parenthesis& open, std::uint64_t close, TokenAutomaton::State before_close);
  const Meaning* define(std::string_view short_form, std::string_view context, TokenAutomaton::State state, std::uint64_t last);

  KnownNames& names_;
  std::size_t block_;
  const Take* take_ = nullptr;
  TokenScanner scanner_;
  DefinedAbbreviations defined_;

  std::vector<char> buffer_;  ///< a part of the document, and a zero byte
  std::size_t filled_ = 0;
  std::uint64_t offset_ = 0;  ///< of the buffer in the document

  std::array<Slot, kSlots> slots_;
  std::uint64_t count_ = 0;      ///< slots so far, in the document
  std::uint64_t undecided_ = 0;  ///< the first slot of which it is not decided what begins there
  std::uint64_t floor_ = 0;      ///< no mention, and no definition, goes back behind this slot
  std::uint64_t last_end_ = 0;   ///< where the last slot ends, in bytes
  TokenAutomaton::State state_ = 0;
  std::optional<Parenthesis> open_;
};

}  // namespace musclekg
