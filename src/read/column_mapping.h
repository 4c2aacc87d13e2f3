// Reads mapping files: how the tables of an author are to be read.

#pragma once

#include <string>

#include "base/diagnostics.h"
#include "model/column_mapping.h"

namespace musclekg {

/// Reads a mapping (YAML). All faults are reported with their place, [column-mapping]: unknown, missing and doubled keys, values of the
/// wrong type, statements on structures that are not declared, relations that are neither a word of `relations` nor a key, two columns
/// used twice, names that cannot stand in an IRI. What slots and kinds there are is the caller's to check. Throws Failure when the file
/// cannot be read or is larger than 1 MiB.
ColumnMapping read_column_mapping(const std::string& path, Diagnostics& diagnostics);

}  // namespace musclekg
