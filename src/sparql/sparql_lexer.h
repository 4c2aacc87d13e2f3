// The tokens of SPARQL.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "rdf/rdf_scanner.h"

namespace musclekg {

struct SparqlToken {
  enum class Kind : std::uint8_t {
    End,
    Iri,         ///< `text`: the reference
    Name,        ///< a prefixed name: `prefix` and `text`, the local name without escapes
    BlankLabel,  ///< `text`: the label
    Variable,    ///< `text`: its name
    String,      ///< `text`: without quotes and escapes
    Language,    ///< `text`: the tag
    Integer,     ///< `text`, as for the two others; without a sign
    Decimal,
    Double,
    Word,  ///< `text`: a keyword, a function, true, false, a
    Sign   ///< `text`: { } ( ) [ ] . ; , * / | ^ ^^ ? + - ! != = < > <= >= && ||
  };

  Kind kind = Kind::End;
  std::string prefix, text;
  std::size_t begin = 0, end = 0;  ///< bytes of the query

  bool is(std::string_view sign) const { return kind == Kind::Sign && text == sign; }
};

/// Cuts a query into tokens (SPARQL 1.1 Query Language, section 19.8, productions 139 to 173).
class SparqlLexer {
 public:
  /// `text` outlives this and is well-formed UTF-8.
  explicit SparqlLexer(std::string_view text) : text_(text) {}

  /// The next token behind white space and comments. Throws ScanFault; its place is in `text`.
  SparqlToken next();

  std::string_view text() const { return text_; }

 private:
  void skip_white_space();
  bool iri_begins() const;
  void number(SparqlToken& token);
  void name(SparqlToken& token);
  std::string local_name();
  bool escape_here() const;
  std::uint32_t code_point_escape();
  [[noreturn]] void fault(const std::string& text) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Where a byte of a text stands; columns count bytes.
Position position_in(std::string_view text, std::size_t byte);

}  // namespace musclekg
