// HTML: what its reader makes of elements and text.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/page_builder.h"
#include "read/page_headings.h"
#include "read/page_labels.h"
#include "read/page_table.h"

namespace musclekg {

/// Takes the elements and the text of a page in their order and makes its blocks, title and properties. Knows no parser.
class HtmlReader {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;

  HtmlReader(Page& page, const PageHeadings& headings)
      : page_(page), headings_(headings), builder_(page.source), labels_(page, headings), contexts_(1) {}

  void start(std::string_view name, const Attributes& attributes, std::size_t place);
  void end(std::string_view name);

  /// Text that stands in the source from `begin` up to `end`.
  void take(std::size_t begin, std::size_t end);

  /// Text that the source writes in another way at `where`.
  void put(std::string_view words, Span where);

  void finish();

 private:
  enum class Role : std::uint8_t { None, Term, Definition };

  /// What an element means for the text in it.
  struct Context {
    Block::Kind kind = Block::Kind::Paragraph;
    std::uint8_t level = 0;
    Role role = Role::None;
    std::uint8_t lists = 0;  ///< how many lists it stands in
    bool dropped = false;
    bool title = false;
    bool holds = false;  ///< its text is held back: it may be a mark
    bool table = false;  ///< it has a row in `tables_`
  };
  struct Table {
    PageTable table;
    std::vector<Block> cell = {};
    bool in_cell = false;
  };
  /// Text that is held back; `words` is empty where it stands as it is in the source.
  struct Held {
    std::string words;
    Span where;
  };

  void flush();
  void emit(Block block, std::size_t tables);
  void start_table(std::string_view name, const Attributes& attributes, Context& context);
  void finish_cell();
  void finish_row();
  void read_meta(const Attributes& attributes);
  void read_link(const Attributes& attributes);
  void release();
  std::string held_text() const;

  Page& page_;
  const PageHeadings& headings_;
  BlockBuilder builder_;
  LabelledBlocks labels_;
  std::vector<Context> contexts_;  ///< of the open elements; the first is that of the page
  std::vector<Table> tables_;
  std::vector<Held> held_;
  std::size_t held_size_ = 0;  ///< bytes
  bool holding_ = false;
  bool cites_ = false;  ///< whether what is held back links to a reference
  std::string head_title_;
};

}  // namespace musclekg
