// IRI Compaction (JSON-LD 1.1 API, section 6.2).

#pragma once

#include <string>
#include <string_view>

#include "jsonld/active_context.h"
#include "jsonld/json.h"

namespace musclekg {

/// The shortest way to write an IRI: with `vocab` as a term that fits `value` (the expanded value that stands there; null: none), otherwise
/// as a compact IRI, relative to the base, or as it is. `reverse`: of a reverse property. `relative`: IRIs may become relative to the base.
/// Throws JsonldError "IRI confused with prefix".
std::string compact_iri(const ActiveContext& active, std::string_view iri, const Json& value, bool vocab, bool reverse, bool relative);

}  // namespace musclekg
