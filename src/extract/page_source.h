// What a page's markup says of the page itself.

#pragma once

#include "extract/page_facts.h"
#include "model/page.h"

namespace musclekg {

/// Title, address, licence, dates, version, publisher and author, from the page's properties under the names that layouts give them
/// ("canonical", "dc.date", "revision"). An address or a licence that is no absolute IRI, and a date that is none, stand in the note as
/// they are written. Of several of one kind the first counts.
PageSource source_of(const Page& page);

}  // namespace musclekg
