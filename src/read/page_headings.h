// Headings and labels of pages, and what they announce, from `page-headings.tsv`.

#pragma once

#include <tsl/robin_map.h>

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "model/page.h"

namespace musclekg {

class PageHeadings {
 public:
  /// Faults in the table are reported.
  PageHeadings(const std::string& path, Diagnostics& diagnostics);

  /// What a heading or label announces; 0 when the table does not know it. Case, blanks, marks at its ends, a number before
  /// it ("2.1 Origin") and the ending "[edit]" make no difference. A heading that joins known ones with "and", "&", "/" or ","
  /// announces all of them ("Innervation and blood supply"). `name`: the muscle's, which may stand in it ("Origin of the soleus"); may be empty.
  TopicSet topics_of(std::string_view heading, std::string_view name = {}) const;

 private:
  TopicSet find(std::string_view folded) const;

  tsl::robin_map<std::string, TopicSet, TextHash, std::equal_to<>> topics_;
};

}  // namespace musclekg
