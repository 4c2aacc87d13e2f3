// The records of a page, as readers of records give them.

#pragma once

#include "base/diagnostics.h"
#include "base/places.h"
#include "extract/page_facts.h"
#include "extract/page_record.h"
#include "read/format.h"

namespace musclekg {

/// Gives the records that `tell_records` tells to `handler`, checked as those of a file are. They are the same ones that come of the YAML.
/// Their places are those of the page.
void read_page_records(const PageFacts& facts, const Page& page, const PageRecordTables& tables, Diagnostics& diagnostics,
                       const RecordHandler& handler);

}  // namespace musclekg
