// Large tables made of a small one.

#pragma once

#include <cstddef>
#include <string>

#include "model/column_mapping.h"

namespace musclekg {

/// Writes a table of `rows` rows below its header to `target`: the lines up to the header of `source` as they are, then its rows again and
/// again in an order that is drawn. Of a hundred rows one has a name that no ontology has (one of 1,000), one an id that there is not, and
/// one both as they are, but in quotes. The different terms stay as many as there are. The same arguments give the same bytes. Failure
/// where `source` is no table that `mapping` knows, or cannot be read, or `target` not be written.
void write_table(const std::string& source, const ColumnMapping& mapping, std::size_t rows, const std::string& target);

}  // namespace musclekg
