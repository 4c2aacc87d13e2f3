// Language tags.

#pragma once

#include <string_view>

namespace musclekg {

/// Whether a language tag is well-formed: a langtag, a tag for private use, or a grandfathered one (RFC 5646, section 2.1). Case does not
/// count, and nothing is looked up in the registry.
bool well_formed_language_tag(std::string_view tag);

}  // namespace musclekg
