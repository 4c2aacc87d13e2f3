// One page on an audit.

#pragma once

#include <string>

#include "audit/audit_result.h"

namespace musclekg {

/// Markdown: for each table how many names it has and how many are right, for each rule how many findings there are, the most frequent
/// findings, and what the other files are. `title`: its heading. Same result, same text.
std::string audit_report(const AuditResult& result, std::string_view title);

}  // namespace musclekg
