// The terms that N-Triples, N-Quads, Turtle and TriG write alike: IRIs in brackets, strings, labels of blank nodes, language tags.

#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace musclekg {

/// What is wrong at a place of a document.
class ScanFault : public std::runtime_error {
 public:
  ScanFault(const char* place, std::string_view its_rule, const std::string& text) : std::runtime_error(text), at(place), rule(its_rule) {}

  const char* at;         ///< where it begins, in the scanned text
  std::string_view rule;  ///< a string that lives as long as the program
};

/// Thrown where the text ends within a token, and more of it is to come.
struct ScanIncomplete {};

/// Whether a code point may begin a name, and stand within one (RDF 1.1 Turtle, section 6.5, PN_CHARS_U and PN_CHARS; without the digits
/// and signs that a name may also begin with).
bool begins_name(std::int32_t code_point);
bool continues_name(std::int32_t code_point);

/// Bytes of the language tag (LANGTAG, without '@') at the beginning of a text; 0 where there is none, or one that ends with '-'.
std::size_t language_size(std::string_view text);

/// At most 60 bytes of a text for a message, on one line, in quotes.
std::string excerpt(std::string_view text);

/// What stands at a place, to the end of its line, as an excerpt; "the end" where nothing does.
std::string found_at(const char* at, const char* end);

/// Scans terms at a place of a text. Views that are returned are valid until the next call of the same function, and as long as the text.
class RdfScanner {
 public:
  /// `whole`: the text does not go on behind `end`.
  void set(const char* at, const char* end, bool whole) {
    at_ = at;
    end_ = end;
    whole_ = whole;
  }

  const char* at() const { return at_; }
  const char* end() const { return end_; }
  bool whole() const { return whole_; }
  void advance(std::size_t count) { at_ += count; }

  /// Passes blanks and tabs.
  void skip_blanks() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
  }

  /// The byte at the place, or that many bytes behind it; 0 at the end of the whole text.
  char peek(std::size_t behind = 0) const {
    if (at_ + behind < end_) return at_[behind];
    if (!whole_) throw ScanIncomplete();
    return '\0';
  }
  bool at_end() const {
    if (at_ < end_) return false;
    if (!whole_) throw ScanIncomplete();
    return true;
  }

  /// At '<': the reference between the brackets, its escapes resolved (IRIREF). It may be relative; characters that no IRI may have are
  /// refused, "iri-syntax".
  std::string_view iri();

  /// At a quote: the text between the quotes, its escapes resolved (STRING_LITERAL_*). `turtle`: single quotes and long strings, too.
  std::string_view string(bool turtle);

  /// At "_:": the label (BLANK_NODE_LABEL).
  std::string_view blank_label();

  /// At '@': the tag (LANGTAG), as written.
  std::string_view language();

  /// Throws a ScanFault "rdf-syntax" at the place: what was expected, and what was found.
  [[noreturn]] void expected(std::string_view what) const;

 private:
  void escape(std::string& out, bool in_string);

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  bool whole_ = true;
  std::string iri_, string_;
};

/// A blank node's label as one that every syntax can write: a label of ASCII letters, digits, '-' and '_' that begins with a letter stays,
/// unless it begins with "g-" or "x-"; any other becomes "x-" and the label with every byte but letters and digits as "-HH". Two labels
/// stay two. The readers call nodes without label "g-1", "g-2" ...
std::string_view plain_label(std::string_view label, std::string& scratch);

}  // namespace musclekg
