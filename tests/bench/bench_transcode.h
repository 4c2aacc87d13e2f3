// Measures `transcode`, and other tools beside it, on the same file.

#pragma once

#include "arguments.h"
#include "folder.h"

namespace musclekg {

/// Prints three tables: what one file of N-Triples takes to become each syntax, and what each syntax takes to become N-Triples; the same
/// of other tools, where `arguments.peers` asks for them; and how time and memory grow with the statements. The file is the graph of
/// `arguments.records` generated records. Tools that are not installed are named below the table.
void measure_transcode(const Arguments& arguments, const Folder& folder);

}  // namespace musclekg
