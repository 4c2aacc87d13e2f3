// The words of a block of Markdown.

#pragma once

#include <tsl/robin_map.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "model/page.h"
#include "read/page_builder.h"
#include "read/page_notes.h"

namespace musclekg {

/// What lines like "[id]: https://..." and "[^id]: words" define.
struct MarkdownDefinitions {
  tsl::robin_map<std::string, Span, TextHash, std::equal_to<>> links;
  tsl::robin_map<std::string, Span, TextHash, std::equal_to<>> footnotes;  ///< id -> where its words are
};

/// The id of a link or footnote as it is compared.
std::string markdown_id(std::string_view id);

/// Adds the words of the source from `begin` up to `end`, without markup. `prefixes`: what else is no words (marks of quotes), in order.
/// Linear.
void read_markdown_words(BlockBuilder& builder, std::string_view source, std::size_t begin, std::size_t end,
                         const std::vector<Span>& prefixes, const MarkdownDefinitions& definitions, PageNotes& notes);

}  // namespace musclekg
