// Commands as runs to be measured.

#pragma once

#include <string>
#include <vector>

#include "measure.h"

namespace musclekg {

/// Runs a command with its output in `target`, and what it says on standard error thrown away. Not done when there is no such command, or
/// it fails.
Run command_once(const std::vector<std::string>& words, const std::string& target);

/// Whether the command runs and succeeds.
bool there_is(const std::vector<std::string>& words);

}  // namespace musclekg
