// IRI Expansion (JSON-LD 1.1 API, section 5.2).

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "jsonld/active_context.h"

namespace musclekg {

/// What a string means as an identifier (`document_relative`: resolved against the base), or, with `vocab`, as a property or type. Nothing
/// for what means null: a term mapped to null, or what only looks like a keyword.
std::optional<std::string> expand_iri(const ActiveContext& active, std::string_view value, bool document_relative, bool vocab);

}  // namespace musclekg
