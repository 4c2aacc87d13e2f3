// What a file beside a page says of it: page.meta.yaml beside page.txt.

#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace musclekg {

/// The keys have the types of a record's `source`. Empty texts where it does not say.
struct PageSidecar {
  std::string title, publisher, licence, url, date, retrieved, version;
};

/// "pages/soleus.txt.gz" -> "pages/soleus.meta.yaml"
std::string sidecar_of(std::string_view page);

/// Reads the sidecar of a page, if there is one. Keys that it may not have and texts of a wrong type are reported; the others count.
/// Failure when it is there and cannot be read.
PageSidecar read_sidecar(std::string_view page, Diagnostics& diagnostics);

}  // namespace musclekg
