// The JSON Schema of records, made from the table of keys.

#pragma once

#include <string>

namespace musclekg {

/// JSON Schema (draft 2020-12) of one record, with a line for each key that editors show.
std::string record_schema();

}  // namespace musclekg
