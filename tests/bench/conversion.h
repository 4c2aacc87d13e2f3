// Conversions as runs to be measured, and the records they read.

#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "app/syntax.h"
#include "arguments.h"
#include "folder.h"
#include "map/profile.h"
#include "measure.h"

namespace musclekg {

/// What one file of records becomes.
struct ConversionJob {
  const Syntax* syntax;
  ProfileSet profiles = kPlainProfiles;
  bool graphs = false;  ///< each profile has a named graph
};

/// Writes the first `records` generated records as JSON Lines. Returns the bytes written; Failure when it cannot be done.
std::size_t write_records(const std::string& path, std::size_t records);

/// Converts `input` into `target`, as the command `convert --merge target` does. Not done when there was an error in it.
Run convert_once(const ConversionJob& job, const std::string& input, const std::string& target);

/// Only loads what every conversion needs.
Run start_once();

/// A row of a table on growth.
struct GrowingJob {
  std::string name;
  ConversionJob job;
};

/// Prints how time and memory of the jobs grow over three numbers of records, in ascending order; `title` heads the names. Each job writes
/// `target`, a device or a file that is taken away again.
void print_growth(const std::string& title, std::span<const GrowingJob> jobs, const std::array<std::size_t, 3>& sizes,
                  const std::string& target, const Arguments& arguments, const Folder& folder);

}  // namespace musclekg
