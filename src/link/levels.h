// Spinal levels ("L3"): what a clinician's level stands for, from `spinal-levels.tsv`.

#pragma once

#include <tsl/robin_map.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rdf/prefixes.h"
#include "terms/term_index.h"

namespace musclekg {

/// A level and the classes of the structures that belong to it; kNoTerm where no ontology has one.
struct SpinalLevel {
  std::string name;  ///< "L3"
  TermId nerve = kNoTerm;
  TermId ramus = kNoTerm;  ///< the ventral one
  TermId segment = kNoTerm;
};

class SpinalLevels {
 public:
  SpinalLevels(const std::string& path, const TermIndex& terms, const Prefixes& prefixes, Diagnostics& diagnostics);

  /// The level of that name (blanks and case aside), or nullptr.
  const SpinalLevel* find(std::string_view name) const;

  /// The level that a term is the nerve, the ventral ramus or the segment of, or nullptr.
  const SpinalLevel* of(TermId term) const;

  /// "C1 to Co1", for messages.
  std::string names() const;

  /// All names, in the order of the spine.
  const std::vector<std::string>& order() const { return order_; }

 private:
  std::vector<SpinalLevel> levels_;
  std::vector<std::string> order_;
  tsl::robin_map<std::string, std::size_t> by_name_;  ///< in capitals
};

}  // namespace musclekg
