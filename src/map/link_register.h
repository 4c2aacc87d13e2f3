// The links of a run as a mapping set: which words stand for which class, and why.

#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "link/sssom.h"
#include "map/linked_record.h"
#include "rdf/prefixes.h"
#include "terms/term_index.h"

namespace musclekg {

/// Gathers a row for each name and slot; equal ones once. Memory grows with the different names.
class LinkRegister {
 public:
  LinkRegister(const TermIndex& terms, const Prefixes& prefixes) : terms_(terms), prefixes_(prefixes) {}

  void add(const LinkedRecord& linked);

  /// The rows, in the order of their names, slots and objects.
  const std::vector<SssomRow>& rows();

 private:
  void add(std::string_view words, std::string_view slot, const Link& link);
  SssomRow row_of_term(const Link& link) const;
  SssomRow row_of_provisional(const Link& link) const;
  std::string named(TermId term) const;
  void describe_source(TermId term, SssomRow& row) const;  ///< the ontology and its version

  const TermIndex& terms_;
  const Prefixes& prefixes_;
  std::set<std::array<std::string, 5>> seen_;  ///< words, slot, object, rule, obsolete id
  std::vector<SssomRow> rows_;
};

}  // namespace musclekg
