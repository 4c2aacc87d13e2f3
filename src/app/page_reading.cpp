#include "app/page_reading.h"

#include <utility>

#include "base/input.h"
#include "extract/extractor.h"
#include "read/page_sidecar.h"

namespace musclekg {

struct PageReading::Tables {
  Tables(const Knowledge& knowledge, Diagnostics& diagnostics)
      : link(knowledge.link_tables()),
        headings(knowledge.data + "/page-headings.tsv", diagnostics),
        extract(knowledge.data, link, diagnostics),
        extractor(extract),
        linker(link),
        record{*knowledge.levels, knowledge.kinds, linker} {}

  LinkTables link;
  PageHeadings headings;
  ExtractTables extract;
  Extractor extractor;
  Linker linker;
  PageRecordTables record;
};

PageReading::PageReading(const Knowledge& knowledge, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::Error);
  tables_ = std::make_unique<Tables>(knowledge, diagnostics);
  sound_ = diagnostics.count(Severity::Error) == before;
}

PageReading::~PageReading() = default;

bool PageReading::read(const std::string& path, const PageLayout* layout, Diagnostics& diagnostics, Page& page, PageFacts& facts) {
  Input input(path);
  if (!read_page(input.name(), input.read_all(), layout, tables_->headings, page, diagnostics)) return false;
  tables_->linker.forget_if_full();
  facts = tables_->extractor.extract(page);
  const PageSidecar sidecar = read_sidecar(path, diagnostics);
  PageSource& source = facts.source;
  for (const auto& [said, text] :
       {std::pair(&sidecar.title, &source.title), std::pair(&sidecar.publisher, &source.publisher),
        std::pair(&sidecar.licence, &source.licence), std::pair(&sidecar.url, &source.url), std::pair(&sidecar.date, &source.date),
        std::pair(&sidecar.retrieved, &source.retrieved), std::pair(&sidecar.version, &source.version)})
    if (!said->empty()) *text = *said;
  if (facts.muscle.empty())
    diagnostics.warning({page.file, {}}, "no-muscle", "the page does not tell which muscle it is about: no record comes of it",
                        "write the muscle's name on the first line");
  return true;
}

const PageRecordTables& PageReading::record_tables() const { return tables_->record; }

}  // namespace musclekg
