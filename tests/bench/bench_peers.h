// Measures tools that write the same graph.

#pragma once

#include "arguments.h"
#include "folder.h"

namespace musclekg {

/// Prints time and memory of tools that read our graph and write it again, beside those of our own conversion. They do less than a
/// conversion: there is nothing to link or to check. A tool that is not installed is left out with a sentence.
void measure_peers(const Arguments& arguments, const Folder& folder);

}  // namespace musclekg
