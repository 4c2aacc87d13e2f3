// What one line of plain text is.

#pragma once

#include <functional>
#include <optional>
#include <string_view>

namespace musclekg {

struct TextLine {
  std::string_view text;   ///< trimmed
  std::size_t indent = 0;  ///< bytes before it
};

/// The lines of a text in order. A line ends with LF, CR LF, a single CR or a form feed.
class TextLines {
 public:
  /// A byte order mark is passed over.
  explicit TextLines(std::string_view source);
  TextLines(std::string_view source, std::size_t begin) : source_(source), at_(begin) {}
  std::optional<TextLine> next();

 private:
  std::string_view source_;
  std::size_t at_;
};

/// Ends with a mark that ends a sentence, whatever quotes, brackets or reference marks follow it.
bool ends_sentence(std::string_view line);

bool is_url(std::string_view line);

/// Begins with a capital.
bool starts_upper(std::string_view line);

/// Whether a line of a list has what entries of lists of references have: a year, an address, counters of backlinks.
bool looks_like_reference(std::string_view line);

/// The mark that a line without words repeats ("====", "* * *"), of at least three; '\0' when it is no such line.
char rule_of(std::string_view line);

/// The words of "== H ==" or "# H", and how deep it is; empty for any other line.
std::string_view marked_heading(std::string_view line, std::size_t& level);

/// Whether a line without marks may be a heading by its form: short, without a full stop; `begins`: no sentence is going on before it.
bool could_be_heading(std::string_view line, bool begins);

/// How an item of a list begins.
struct ItemMark {
  std::size_t size = 0;     ///< of the mark and the blanks behind it; 0: it is no item
  std::string_view number;  ///< "2.", "(2)", "[2]", "^"; empty when it is a bullet or a letter
};
ItemMark item_mark(std::string_view line);

struct LabelledWords {
  std::string_view label;
  std::string_view words;  ///< may be empty
};

/// "Label: words" and its kin (a dash, a tab, a bar or a gap instead of the colon), where `known` knows the label.
std::optional<LabelledWords> labelled_words(std::string_view line, const std::function<bool(std::string_view)>& known);

}  // namespace musclekg
