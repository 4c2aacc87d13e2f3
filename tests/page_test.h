// Pages read from texts, and what they have become in a form that is easy to compare.

#pragma once

#include "model/page.h"
#include "page_invariants.h"
#include "read/page_headings.h"
#include "read/page_layout.h"
#include "test.h"

namespace musclekg::test {

inline const PageHeadings& page_headings() {
  static Diagnostics diagnostics;
  static const PageHeadings headings(project("ontology/page-headings.tsv").string(), diagnostics);
  return headings;
}

/// Reads a text with the layout of that name; empty: by content.
inline Page read_page_text(std::string text, std::string_view layout = {}) {
  Page page;
  Diagnostics diagnostics;
  const PageLayout* const row = layout.empty() ? nullptr : page_layout_named(layout);
  EXPECT_TRUE(read_page("page", std::move(text), row, page_headings(), page, diagnostics)) << printed(diagnostics);
  EXPECT_EQ(fault_of(page), "");
  return page;
}

/// A block in one line: "heading 2: Origin", "paragraph: ...^1", "item 1: ...", "field Origin: ...", "aside: ...". A mark is "^" and its
/// number where it stands, a line end "|".
inline std::string describe(const Block& block) {
  std::string text;
  switch (block.kind) {
    case Block::Kind::Heading:
      text = "heading " + std::to_string(block.level);
      break;
    case Block::Kind::Paragraph:
      text = "paragraph";
      break;
    case Block::Kind::Item:
      text = "item " + std::to_string(block.level);
      break;
    case Block::Kind::Field:
      text = "field " + block.label;
      break;
    case Block::Kind::Aside:
      text = "aside";
      break;
  }
  text += ": ";
  std::size_t at = 0;
  const auto add_words = [&](std::size_t end) {
    for (; at < end; ++at) text += block.words[at] == '\n' ? '|' : block.words[at];
  };
  for (const Mark& mark : block.marks) {
    add_words(mark.words);
    text.append("^").append(std::to_string(mark.number));
  }
  add_words(block.words.size());
  return text;
}

inline std::vector<std::string> describe(const Page& page) {
  std::vector<std::string> lines;
  for (const Block& block : page.blocks) lines.push_back(describe(block));
  return lines;
}

/// The blocks of a text, each as `describe` tells it.
inline std::vector<std::string> blocks_of(std::string text, std::string_view layout) {
  return describe(read_page_text(std::move(text), layout));
}

/// What stands in the source where the block's words `words` do.
inline std::string source_of(const Page& page, const Block& block, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(block.words.find(words));
  const Span span = block.source_of(begin, begin + static_cast<std::uint32_t>(words.size()));
  return page.source.substr(span.begin, span.end - span.begin);
}

using Lines = std::vector<std::string>;

}  // namespace musclekg::test
