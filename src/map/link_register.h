// The links of a run as a mapping set: which words stand for which class, and why.

#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "map/link_rows.h"

namespace musclekg {

/// Gathers a row for each name and slot; equal ones once. Memory grows with the different names.
class LinkRegister {
 public:
  LinkRegister(const TermIndex& terms, const Prefixes& prefixes) : terms_(terms), link_rows_(terms, prefixes) {}

  void add(const LinkedRecord& linked);

  /// The rows, in the order of their names, slots and objects.
  const std::vector<SssomRow>& rows();

 private:
  void add(std::string_view words, std::string_view slot, const Link& link);

  const TermIndex& terms_;
  LinkRows link_rows_;
  std::set<std::array<std::string, 5>> seen_;  ///< words, slot, object, rule, obsolete id
  std::vector<SssomRow> found_;
};

}  // namespace musclekg
