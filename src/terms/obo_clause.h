// What the lines of an OBO file are made of: words, quoted texts, lists, modifiers and comments.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace musclekg {

/// Gives the lines of a text without their line ends ("\n" or "\r\n"). A line that ends in a backslash goes on in the next
/// one; both are given as one, the backslash and the line end in it. A byte order mark (UTF-8) at the start is passed over.
class OboLines {
 public:
  explicit OboLines(std::string_view text);

  /// Moves to the next line; false at the end of the text.
  bool next();

  /// A view into the text.
  std::string_view line() const { return line_; }

  /// The number of the line, from 1: the first one's, when it goes on.
  std::uint32_t number() const { return number_; }

  /// The place of a byte of the line, or of its end.
  Position position(const char* at) const;

 private:
  std::string_view line_;
  const char* next_;
  const char* end_;
  std::uint32_t number_ = 0;
  std::uint32_t passed_ = 0;  ///< lines of the text up to `next_`
};

/// What is wrong with a line.
struct OboFault {
  const char* at;
  std::string_view rule;
  std::string text;
  std::string hint;
};

/// Reads one line from left to right. The first thing that is not as expected is the fault of the line, and from then on
/// everything that is read is empty. What is given has its escapes resolved; one that does not exist is a fault.
class OboClause {
 public:
  explicit OboClause(std::string_view line) : next_(line.data()), end_(line.data() + line.size()), word_(next_) {}

  /// The tag ("name" of "name: femur"), its colon passed over; empty when no tag begins the line, which is no fault yet.
  std::string_view tag();

  /// The stanza ("Term" of "[Term]"). A missing bracket is a fault.
  std::string_view stanza();

  /// The text up to the next blank; empty where something else is next: quotes, a list, modifiers, a comment, the end.
  /// Valid until the next call.
  std::string_view word();

  /// The next word. That there is none is a fault ("no prefix" where `what` is "prefix"). Valid until the next call.
  std::string_view needed_word(std::string_view what);

  /// Where the last word, tag or text began, or was expected.
  const char* word_place() const { return word_; }

  /// The text between quotes, which must be next.
  std::string quoted();

  /// The rest of the line without modifiers and comment. In text without quotes a comment is a "!" between blanks, and
  /// modifiers begin as in "{source=".
  std::string text();

  /// The rest of a line that is a cross-reference: an id, which has blanks in old files, and possibly what it is in quotes.
  std::string reference();

  /// Whether `c` is the next character that is not blank.
  bool next_is(char c);

  /// Passes over a list of cross-references, if one is next.
  void pass_list();

  /// Passes over modifiers and a comment. Anything else is a fault.
  void finish();

  /// Whether `finish` passed over this modifier: `all_only="true"`.
  bool has_modifier(std::string_view modifier) const { return modifiers_.find(modifier) != std::string_view::npos; }

  void fail(const char* at, std::string text, std::string hint = {}, std::string_view rule = "obo-syntax");

  /// The fault of the line, or nullptr.
  const OboFault* fault() const { return fault_ ? &*fault_ : nullptr; }
  bool well_formed() const { return !fault_; }

 private:
  void pass_blanks();
  void pass_word();
  std::string_view words();
  bool pass_quotes();
  void pass_block(char close, const char* what);
  bool modifiers_begin() const;
  std::string_view resolved(const char* begin, const char* end);

  const char* next_;
  const char* end_;
  const char* word_;
  std::string_view modifiers_;
  std::string scratch_;
  std::optional<OboFault> fault_;
};

/// Sets a text that may be there once, if the clause is well-formed. Another one is a fault of the clause, and passed over.
void set_once(std::string& text, std::string value, std::string_view what, OboClause& clause);

/// The beginning of a text, in single quotes, for messages.
std::string quote(std::string_view text);

}  // namespace musclekg
