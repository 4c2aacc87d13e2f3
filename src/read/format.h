// The input formats, one row each.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/input.h"
#include "model/record.h"

namespace musclekg {

/// Called for each record in the order of the input. `whole` is false when errors were reported and the record is to be
/// rejected. The record is valid during the call.
using RecordHandler = std::function<void(const Record& record, bool whole)>;

struct Format {
  std::string_view name;        ///< for --from
  std::string_view extensions;  ///< separated by '|', without the dot
  std::string_view media_type;
  /// Reads all records. Faults in the text are reported, and reading goes on where the syntax allows it.
  void (*read)(Input& input, Diagnostics& diagnostics, const RecordHandler& handler);
};

std::span<const Format> formats();

/// The format of that name, or nullptr.
const Format* format_named(std::string_view name);

/// The format that the extension of `path` tells (".gz" is looked past), or nullptr.
const Format* format_of(std::string_view path);

}  // namespace musclekg
