// Pages on their way to facts, the same for every command that reads pages.

#pragma once

#include <memory>
#include <string>

#include "app/knowledge.h"
#include "base/diagnostics.h"
#include "extract/page_facts.h"
#include "extract/page_record.h"
#include "read/page_layout.h"

namespace musclekg {

/// Reads one page after the other:
///
///     Input -> read_page -> Page -> Extractor -> PageFacts <- sidecar
///
/// Not for several threads.
class PageReading {
 public:
  /// Loads the tables that only pages need; faults in them are reported, see `sound`. `knowledge` must live as long.
  PageReading(const Knowledge& knowledge, Diagnostics& diagnostics);
  ~PageReading();

  /// Whether the tables have no fault; with one, no page is to be read.
  bool sound() const { return sound_; }

  /// Reads the page `path` ("-" is standard input; .gz is read) and the sidecar beside it, if there is one, which wins over the page.
  /// `layout`: nullptr: by content. False, with an error, when it is no UTF-8. A page that names no muscle is warned of. Failure when it
  /// cannot be read.
  bool read(const std::string& path, const PageLayout* layout, Diagnostics& diagnostics, Page& page, PageFacts& facts);

  /// For telling the records of pages. Valid as long as this.
  const PageRecordTables& record_tables() const;

 private:
  struct Tables;

  std::unique_ptr<Tables> tables_;
  bool sound_;
};

}  // namespace musclekg
