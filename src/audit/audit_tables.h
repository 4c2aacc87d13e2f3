// What an audit found, as tables for curators: tab-separated, a header line, LF.

#pragma once

#include "audit/audit_result.h"
#include "base/output.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// One line for each finding and place: file, line, column (its name; its number where it has none; empty for a row), rule, level, given,
/// found, why. `given` is what the cell holds, `found` what should stand there. `Output::commit` is the caller's, here as below.
void write_corrections(const AuditResult& result, Output& output);

/// Rows that stand twice, names with several ids and ids with several names: rule, level, count, ids, names, places.
void write_duplicates(const AuditResult& result, Output& output);

/// Names that no ontology has, as a template for ROBOT 1.9 (`robot template`), which makes classes of them. The ids are provisional.
/// ROBOT must be told the prefixes that `robot_prefixes` names.
void write_new_terms(const AuditResult& result, Output& output);

/// (prefix, namespace) of the ids in the template that ROBOT does not know by itself.
std::vector<std::pair<std::string, std::string>> robot_prefixes(const Prefixes& prefixes);

}  // namespace musclekg
