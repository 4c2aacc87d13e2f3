// What was read of a page, as records.

#pragma once

#include "base/places.h"
#include "extract/page_facts.h"
#include "extract/record_events.h"
#include "link/levels.h"
#include "link/linker.h"

namespace musclekg {

/// What decides where a fact goes in a record; all live longer than the call. The linker's muscle may be another one afterwards.
struct PageRecordTables {
  const SpinalLevels& levels;
  const KindTable& kinds;
  Linker& linker;
};

/// Tells `events` a record of the page's muscle, and one of each of its heads that has facts of its own. The muscle's has what the page
/// says of itself, its references, claims and notes on palpation; a head's has the references it cites. What is said twice is one value
/// that cites all. Values whose form the record format does not take are told as notes. Comments say where each value stands on the page,
/// in the page's words, and hold what is no part of a record: facts that the page does not claim of the muscle, and those that have no key;
/// with `unread` the sentences that gave nothing, too. No record comes of a page that names no muscle. Linear in the page but for sorting.
void tell_records(const PageFacts& facts, const Page& page, const Places& places, const PageRecordTables& tables, bool unread,
                  RecordEvents& events);

}  // namespace musclekg
