// The tokens of Turtle and TriG.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rdf/rdf_scanner.h"
#include "rdf/text_window.h"

namespace musclekg {

/// Cuts a document into tokens (RDF 1.1 Turtle, section 6.5; TriG, section 4.5). Linear in the document, whatever its faults.
class TurtleLexer {
 public:
  enum class Kind : std::uint8_t {
    End,
    Iri,         ///< `text`: the reference
    Name,        ///< a prefixed name: `prefix` and `text`, the local name without escapes
    BlankLabel,  ///< `text`: the label
    String,      ///< `text`: without quotes and escapes
    At,          ///< '@' and `text`: a language tag, or @prefix, @base
    Integer,     ///< `text`, as for the two others
    Decimal,
    Double,
    Word,      ///< `text`: a name without colon
    Datatype,  ///< "^^"
    Sign       ///< `sign`: one of . ; , [ ] ( ) { }
  };

  struct Token {
    Kind kind = Kind::End;
    char sign = '\0';
    std::string_view prefix, text;  ///< valid until the next token
    bool is(char its_sign) const { return kind == Kind::Sign && sign == its_sign; }
  };

  explicit TurtleLexer(TextWindow& window) : window_(window) {}

  /// The next token, behind white space and comments. Throws ScanFault; the place is then that of the fault. A byte that is not UTF-8 is a
  /// fault "not-utf8" where it is reached.
  const Token& next() { return next(true); }

  /// The next token, whatever bytes it has: behind a fault, to find where reading can go on.
  const Token& next_unchecked() { return next(false); }

  /// The token that `next` gave last.
  const Token& token() const { return token_; }

  /// Where it begins.
  Position position() const { return window_.position(token_begin()); }
  Position position(const char* at) const { return window_.position(at); }

  /// What stands there, for messages.
  std::string found() const { return found_at(token_begin(), window_.end()); }

  /// Passes the byte at which the last fault was found, so that reading goes on behind it. One that is not UTF-8 is not passed: the token
  /// that it stands in comes again.
  void pass_fault(const ScanFault& fault);

 private:
  const char* token_begin() const { return window_.begin(); }
  const Token& next(bool checked);
  const char* find_checked_end();
  void skip_white_space();
  void scan();
  void string();
  void number();
  void name();
  std::string_view local_name();
  std::int32_t code_point_at(std::size_t& size) const;

  TextWindow& window_;
  RdfScanner scan_;
  Token token_;
  const char* behind_ = nullptr;           ///< the token
  std::size_t checked_ = 0;                ///< bytes of the document up to here are UTF-8
  bool broken_ = false;                    ///< the one behind them is not
  std::array<std::size_t, 4> unclosed_{};  ///< no string that begins before this byte ends, for each kind of quotes
  std::size_t colonless_ = 0;              ///< no name that begins before this byte has a colon
  std::string local_;
};

}  // namespace musclekg
