// Terms as findings tell them.

#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "link/linker.h"

namespace musclekg {

/// "UBERON:0001380".
inline std::string id_of(const LinkTables& tables, TermId term) { return tables.prefixes.id_of(tables.terms[term].iri); }

/// "UBERON:0001380|UBERON:0001378".
inline std::string ids_of(const LinkTables& tables, const std::vector<TermId>& terms) {
  std::string text;
  for (const TermId term : terms) text += (text.empty() ? "" : "|") + id_of(tables, term);
  return text;
}

/// "UBERON:0001380 'vastus medialis'".
inline std::string told(const LinkTables& tables, TermId term) {
  return fmt::format("{} '{}'", id_of(tables, term), tables.terms[term].label);
}

}  // namespace musclekg
