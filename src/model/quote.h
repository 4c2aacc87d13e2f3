// Where a source says something, and in which words.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/record.h"

namespace musclekg {

/// Words of a source. The views live until the next record is begun.
struct Quote {
  std::uint64_t begin = 0;  ///< code points of the decoded source before the words
  std::uint64_t end = 0;    ///< and before what follows them
  Position where;
  std::string_view exact;
  std::string_view prefix;    ///< up to 24 code points before the words
  std::string_view suffix;    ///< and behind them
  std::uint32_t section = 0;  ///< number of the section of the page, from 1; 0: none
};

/// The longest quote, in code points: a longer stretch of words is cut at a blank.
inline constexpr std::size_t kLongestQuote = 400;

/// A part of a page.
struct SourceSection {
  Span where;                       ///< from the first to behind the last byte
  std::string heading;              ///< as the page gives it; empty where it was inferred
  std::vector<std::string> topics;  ///< "origin"
};

/// A source as it was read.
struct SourceText {
  std::string file;         ///< as the command line names it; of an absolute path the last part only
  std::string_view format;  ///< media type
  bool page = false;
  std::string sha256;            ///< of its bytes, decompressed; 64 hexadecimal digits
  std::uint64_t characters = 0;  ///< code points; a byte order mark is one
  std::vector<SourceSection> sections;
};

/// Finds the words of fields in their source.
class QuoteFinder {
 public:
  virtual ~QuoteFinder() = default;

  virtual const SourceText& text() const = 0;

  /// Begins a record of the source; records come in the order of the source.
  virtual void begin(const Record& record) = 0;

  /// Appends the words that say what a field says, at each of its places. At least one.
  virtual void find(const Record& record, const Field& field, std::vector<Quote>& quotes) = 0;
};

}  // namespace musclekg
