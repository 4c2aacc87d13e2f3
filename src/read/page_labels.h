// Labels within the blocks of a page whose markup does not tell them.

#pragma once

#include <optional>
#include <string_view>

#include "model/page.h"
#include "read/page_headings.h"

namespace musclekg {

/// Passes blocks on to a page. Paragraphs and items with lines that begin with a known label ("Origin: ...") become fields; a paragraph
/// that is nothing but a known label becomes a heading, or makes fields of the list or paragraph behind it when a colon ends it.
class LabelledBlocks {
 public:
  LabelledBlocks(Page& page, const PageHeadings& headings) : page_(page), headings_(headings) {}

  void add(Block block);

  /// A term of a list of definitions: makes fields of what `add_definition` brings next, where it is known.
  void add_term(Block block);
  void add_definition(Block block);

  /// To be called at the end of the page.
  void finish() { settle(); }

 private:
  bool add_to_awaited(Block& block);
  bool add_lines(const Block& block);
  void settle();
  bool known(std::string_view words) const { return headings_.topics_of(words, page_.title) != 0; }

  Page& page_;
  const PageHeadings& headings_;
  std::optional<Block> awaited_;  ///< a block that is nothing but a label
  bool with_colon_ = false;       ///< of `awaited_`
  bool used_ = false;             ///< whether a field of it was made
  std::optional<Block> term_;
  std::uint8_t level_ = 1;  ///< of the last heading that the markup tells
};

}  // namespace musclekg
