// A link as a row of a mapping set: which words stand for which class, and why.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "link/sssom.h"
#include "map/linked_record.h"
#include "rdf/prefixes.h"
#include "terms/term_index.h"

namespace musclekg {

/// Calls `visit(words, slot, link)` for each name of a field that was linked: of an action for the movement, and where it is.
void for_each_link(const LinkedRecord& linked, std::uint32_t field,
                   const std::function<void(std::string_view words, std::string_view slot, const Link& link)>& visit);

/// Makes rows.
class LinkRows {
 public:
  LinkRows(const TermIndex& terms, const Prefixes& prefixes) : terms_(terms), prefixes_(prefixes) {}

  SssomRow row(std::string_view words, std::string_view slot, const Link& link) const;

 private:
  std::string named(TermId term) const;
  void describe_source(TermId term, SssomRow& row) const;
  SssomRow row_of_term(const Link& link) const;
  SssomRow row_of_provisional(const Link& link) const;

  const TermIndex& terms_;
  const Prefixes& prefixes_;
};

}  // namespace musclekg
