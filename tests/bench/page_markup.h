// How the layouts of pages are written, for generated ones.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace musclekg {

/// Writes a page: the same calls give the same words in each layout. Inline words go between `open` and `close`; none needs escaping.
class PageMarkup {
 public:
  virtual ~PageMarkup() = default;

  /// What a block is: its `close` must be called with the same.
  enum class Kind { Paragraph, Item };

  using Fields = std::vector<std::pair<std::string, std::string>>;  ///< label, value

  virtual void begin(const std::string& title, const Fields& fields) = 0;
  virtual void heading(const std::string& text) = 0;
  virtual void open(Kind kind) = 0;
  virtual void close(Kind kind) = 0;
  virtual void link(const std::string& text) = 0;
  virtual void cite(std::size_t number, const std::string& reference) = 0;
  virtual void end(const std::vector<std::string>& references) = 0;

  void words(std::string_view text) { text_ += text; }
  std::size_t size() const { return text_.size(); }
  std::string take() { return std::move(text_); }

 protected:
  std::string text_;
};

/// A writer of the layout of that name: text, wikitext, html or markdown. `headings`: plain text without them is a page whose headings
/// were lost; the other layouts have them always.
std::unique_ptr<PageMarkup> page_markup(std::string_view layout, bool headings);

}  // namespace musclekg
