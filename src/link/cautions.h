// Names that look like a term's and are not: `cautions.tsv`.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "rdf/prefixes.h"
#include "terms/name_forms.h"

namespace musclekg {

/// For a name, the terms it must not be linked to by name alone, and why.
class Cautions {
 public:
  Cautions(const std::string& path, const Prefixes& prefixes, const NameForms& forms, Diagnostics& diagnostics);

  struct Caution {
    std::set<std::string> refused;  ///< IRIs
    std::string note;
  };

  /// By the name as `NameForms::arranged` makes it; nullptr when there is none.
  const Caution* find(std::string_view arranged) const;

 private:
  std::map<std::string, Caution, std::less<>> by_name_;
};

}  // namespace musclekg
