// Takes references apart.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/page_facts.h"

namespace musclekg {

/// What a reference's words say, as far as they say it: authors, title, journal or publisher, date, volume, issue, pages, identifiers,
/// address. Knows the ways of Vancouver, APA, Harvard, MLA and Wikipedia, of books and of web pages. `words`: without its number. Number,
/// place, type and design stay empty.
struct ParsedReference {
  PageReference reference;
  bool online = false;  ///< it says that it was read on the web
  bool book = false;    ///< it has an edition, a place of publication or an ISBN
};
ParsedReference parse_reference(std::string_view words);

/// The same of the arguments of a citation template ("last1", "journal", "access-date"), of which links and emphasis of wiki markup are
/// taken off. No title: it is no citation template.
ParsedReference parse_citation_template(const std::vector<std::pair<std::string, std::string>>& arguments);

}  // namespace musclekg
