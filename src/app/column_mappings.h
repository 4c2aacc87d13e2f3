// Column mappings: loaded, and checked against what the program knows.

#pragma once

#include <string>
#include <vector>

#include "app/knowledge.h"
#include "base/diagnostics.h"
#include "model/column_mapping.h"

namespace musclekg {

/// Reads mapping files. Their faults are reported [column-mapping], also slots and kinds that there are not.
std::vector<ColumnMapping> load_columns(const std::vector<std::string>& paths, const Knowledge& knowledge, Diagnostics& diagnostics);

/// The mapping files of the folder of the program's data, by name.
std::vector<std::string> bundled_columns(const std::string& data);

}  // namespace musclekg
