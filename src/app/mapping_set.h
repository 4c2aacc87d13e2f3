// Links written down as a mapping set.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "link/sssom.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// Writes `rows` as SSSOM/TSV to `path`. `id`: the set's IRI. `created`: seconds since 1970, from which its date is made; nothing: none.
/// Throws Failure when it cannot be written.
void write_mapping_set(const std::string& path, std::string id, std::string title, std::optional<std::int64_t> created,
                       std::vector<SssomRow> rows, const Prefixes& prefixes);

}  // namespace musclekg
