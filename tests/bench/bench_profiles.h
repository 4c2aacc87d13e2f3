// Measures the conversion of records, profile by profile.

#pragma once

#include "arguments.h"
#include "folder.h"

namespace musclekg {

/// Prints time and memory of each profile alone and of all, as named graphs in N-Quads, into a file and into nothing; then how those of
/// the profile evidence, into nothing, grow over a hundredth, a tenth and all of the records. A file for which there is not enough room is
/// left out with a sentence.
void measure_profiles(const Arguments& arguments, const Folder& folder);

}  // namespace musclekg
