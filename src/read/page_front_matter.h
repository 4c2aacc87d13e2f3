// The lines between "---" at the beginning of a Markdown page.

#pragma once

#include <cstddef>

#include "model/page.h"
#include "read/page_builder.h"
#include "read/page_headings.h"

namespace musclekg {

/// Reads "key: value" lines and lists below a key: the title, fields of keys that announce anatomy, properties of all others. Returns the
/// place behind them, which is the beginning of the words where there is no front matter, or none that ends.
std::size_t read_front_matter(Page& page, const PageHeadings& headings, BlockBuilder& builder);

}  // namespace musclekg
