// Types of synonyms, by the ids that ontologies give them.

#pragma once

#include <string_view>

#include "model/term.h"

namespace musclekg {

/// The type with this id, CURIE or IRI ("LATIN", "OMO:0003011", ".../core#LATIN"), whatever its case; Other for any that makes
/// no difference here, None for an empty one.
SynonymType synonym_type_named(std::string_view id);

/// Whether `text` is `name`, which is in capitals with '_' for ':', whatever its case (OMO:0003000 is OMO_0003000).
bool is_spelled(std::string_view text, std::string_view name);

}  // namespace musclekg
