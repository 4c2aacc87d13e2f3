// Who made a page, from the lines that say so.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "extract/page_facts.h"
#include "model/page.h"

namespace musclekg {

/// The rows of `page-credits.tsv`.
class Credits {
 public:
  /// Faults in the table are reported.
  Credits(const std::string& path, Diagnostics& diagnostics);

  /// See PageMatter::contributors_of.
  std::vector<PageContributor> contributors_of(const Block& block) const;

 private:
  struct Row {
    std::string label;
    std::string_view role;
    bool alone;
  };
  /// A label where it stands in a line.
  struct Found {
    const Row* row = nullptr;
    std::size_t begin = 0, end = 0;  ///< with the colon or dash behind it
  };

  Found find_label(std::string_view line, std::string_view lower, std::size_t from) const;

  std::vector<Row> rows_;  // the longest labels first
};

}  // namespace musclekg
