// The layouts of pages, one row each.

#pragma once

#include <span>
#include <string_view>

#include "base/diagnostics.h"
#include "model/page.h"
#include "read/page_headings.h"

namespace musclekg {

struct PageLayout {
  std::string_view name;        ///< for --from: "text", "wikitext", "html", "markdown"
  std::string_view extensions;  ///< separated by '|', without the dot
  std::string_view media_type;
  /// How sure it is that a text has this layout, from 0; the most certain one is taken, of equals the one first in the table.
  unsigned (*recognise)(std::string_view source);
  /// Fills in title, properties, blocks and notes from `page.source`, in time linear in it. Markup that is broken is read as far as it
  /// makes sense; what is left of it stands as words. Nesting deeper than kDeepestNesting is read as words.
  void (*read)(Page& page, const PageHeadings& headings);
};

inline constexpr std::size_t kDeepestNesting = 64;

std::span<const PageLayout> page_layouts();

/// The layout of that name, or nullptr.
const PageLayout* page_layout_named(std::string_view name);

/// The layout that an extension tells (".gz" is looked past), or nullptr: the caller then knows that a file is a page.
const PageLayout* page_layout_of(std::string_view path);

/// Decodes and reads a page. `layout`: nullptr: by content. False, with an error, when the bytes are not UTF-8 (UTF-16 and a zero byte are
/// named; the byte offset, from 0, is said).
bool read_page(std::string_view file, std::string source, const PageLayout* layout, const PageHeadings& headings, Page& page,
               Diagnostics& diagnostics);

}  // namespace musclekg
