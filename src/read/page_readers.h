// The reader of each layout of pages; see `PageLayout`. None includes another.

#pragma once

#include <string_view>

#include "model/page.h"
#include "read/page_headings.h"

namespace musclekg {

unsigned recognise_html(std::string_view source);
unsigned recognise_markdown(std::string_view source);
unsigned recognise_text(std::string_view source);
unsigned recognise_wikitext(std::string_view source);

void read_html(Page& page, const PageHeadings& headings);
void read_markdown(Page& page, const PageHeadings& headings);
void read_text(Page& page, const PageHeadings& headings);
void read_wikitext(Page& page, const PageHeadings& headings);

}  // namespace musclekg
