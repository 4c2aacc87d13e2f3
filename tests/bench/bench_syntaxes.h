// Measures the conversion of records, syntax by syntax.

#pragma once

#include "arguments.h"
#include "folder.h"

namespace musclekg {

/// Prints time and memory of each syntax, into a file and into nothing.
void measure_syntaxes(const Arguments& arguments, const Folder& folder);

/// Prints how time and memory of each syntax grow with the number of records.
void measure_sizes(const Arguments& arguments, const Folder& folder);

}  // namespace musclekg
