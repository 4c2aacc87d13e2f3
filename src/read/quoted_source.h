// The words of a source, found again beside the records that were read of it.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/input.h"
#include "base/places.h"
#include "model/quote.h"

namespace musclekg {

/// A source of records or a page. Of a file only the lines from a record's first to its last are held in memory, so that a file may be of
/// any size; a file is read once for its digest, and a second time beside the records. Failure when it cannot be read.
class QuotedSource : public QuoteFinder {
 public:
  /// A file of records. `file`: what it is called in the graph. `format`: its media type.
  QuotedSource(const std::string& path, std::string file, std::string_view format);

  /// A page, whose text must live as long.
  QuotedSource(std::string_view text, std::string file, std::string_view format, std::vector<SourceSection> sections);

  const SourceText& text() const override { return text_; }
  void begin(const Record& record) override;
  void find(const Record& record, const Field& field, std::vector<Quote>& quotes) override;

 private:
  bool fill();
  std::size_t behind_line(std::size_t from);
  std::size_t offset(Position where) const;
  Span words_of(const Record& record, const Field& field);
  Span rest_of_line(std::size_t at) const;
  std::optional<Span> later_in_line(std::size_t at, std::string_view words) const;
  void add(Span words, std::vector<Quote>& quotes);

  SourceText text_;
  std::unique_ptr<Input> input_;  ///< of a file: behind what is held
  std::string held_;              ///< of a file: bytes read of it
  std::size_t start_ = 0;         ///< of those that are still wanted
  std::string_view window_;       ///< what the record can reach; a page as a whole
  std::optional<Places> places_;  ///< in the window
  std::uint32_t line_ = 1;        ///< number of the window's first line
  std::uint32_t last_line_ = 0;   ///< the last line that the window is known to reach
  std::uint64_t characters_ = 0;  ///< code points before the window
};

/// What a source is called in a graph: the path as named, of an absolute one the last part.
std::string name_in_graph(const std::string& path);

}  // namespace musclekg
