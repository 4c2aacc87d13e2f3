// Abbreviations that a text defines itself: "dorsal root ganglion (DRG)".

#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "link/known_names.h"

namespace musclekg {

/// Whether a text can be an abbreviation that is defined: one or two words of two to ten letters and digits in all, the first of
/// them at the beginning, one of them a capital. Roman numbers of I, V and X are counted with, not defined.
bool may_be_short_form(std::string_view text);

/// "DRGs": the plural of what is written in capitals.
bool is_plural_short_form(std::string_view text);

/// The shortest end of `text` that `short_form` can stand for: it has all its letters and digits in their order, and the first of them
/// begins a word. Empty when there is none, or when it is longer than such a form is. The algorithm is that of A. Schwartz and
/// M. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, PSB 2003.
std::string_view long_form(std::string_view short_form, std::string_view text);

/// Those of one document.
class DefinedAbbreviations {
 public:
  static constexpr std::size_t kLongest = 24;  ///< bytes of a short form

  /// The text means this from now on, and so does its plural in "s" or, if it is one, its singular. Returns what it means now;
  /// valid, as what `find` returns, until `clear`. Of a document the first 65,536 definitions are taken, then nullptr comes back.
  const Meaning* define(std::string_view short_form, const Meaning& meaning);

  /// What the text means; nullptr when it is not defined.
  const Meaning* find(std::string_view text) const;

  /// Quick to tell: false where no text with this last byte is defined.
  bool may_end_with(char last) const { return last_bytes_[static_cast<unsigned char>(last)]; }

  bool empty() const { return by_text_.empty(); }

  void clear();

 private:
  void set(std::string text, const Meaning* meaning);

  std::deque<Meaning> meanings_;
  tsl::robin_map<std::string, const Meaning*, TextHash, std::equal_to<>> by_text_;
  std::array<bool, 256> last_bytes_{};
};

}  // namespace musclekg
