// What a curator should know of names that became provisional terms.

#pragma once

#include <tsl/robin_map.h>

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "map/linked_record.h"
#include "rdf/prefixes.h"
#include "terms/kinds.h"
#include "terms/term_index.h"

namespace musclekg {

/// Warns of each name and slot once; of the first 1,000 of a run.
class LinkWarnings {
 public:
  LinkWarnings(const TermIndex& terms, const KindTable& kinds, const Prefixes& prefixes)
      : terms_(terms), kinds_(kinds), prefixes_(prefixes) {}

  /// `link`: one of the links of the field, which is in the record, without a term.
  void warn(const Record& record, const Field& field, const LinkedField& linked, const Link& link, Diagnostics& diagnostics);

 private:
  std::string named(TermId term) const;

  const TermIndex& terms_;
  const KindTable& kinds_;
  const Prefixes& prefixes_;
  tsl::robin_map<std::string, char, TextHash, std::equal_to<>> warned_;
  std::string scratch_;
};

}  // namespace musclekg
