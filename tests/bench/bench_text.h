// Measures the search for names.

#pragma once

#include "arguments.h"

namespace musclekg {

/// Prints time and memory of looking for names in text that is made of the names themselves, as the command `annotate` does but without
/// its output.
void measure_text(const Arguments& arguments);

}  // namespace musclekg
