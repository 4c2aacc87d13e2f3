// Measures the conversion of authors' tables.

#pragma once

#include <string>

#include "arguments.h"
#include "folder.h"

namespace musclekg {

/// Prints rate and memory of converting 10,000, 100,000 and 1,000,000 rows, multiplied from `arguments.table`, to N-Quads: without evidence
/// and with it, into a file and into /dev/null.
void measure_tables(const Arguments& arguments, const Folder& folder);

}  // namespace musclekg
