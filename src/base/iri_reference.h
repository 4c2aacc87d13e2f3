// IRI references: made absolute against a base, and relative to it (RFC 3986, section 5; RFC 3987 for the characters).

#pragma once

#include <string>
#include <string_view>

namespace musclekg {

/// Whether `text` begins with a scheme and a colon (RFC 3986, section 3.1). Says nothing of what stands behind it.
bool has_scheme(std::string_view text);

/// The IRI that `reference` means where `base`, an absolute IRI, is the base (RFC 3986, section 5.2, strict: a reference with the base's
/// scheme is absolute). Characters are neither checked nor changed. With an empty base the reference itself.
std::string resolve_iri(std::string_view base, std::string_view reference);

/// The shortest reference by path that means `iri` where `base` is the base; `iri` itself where they differ in scheme or authority, or
/// where no such reference means it ("urn:c" with the base "urn:a/b").
/// resolve_iri(base, relative_iri(base, iri)) is `iri` for every IRI without dot segments.
std::string relative_iri(std::string_view base, std::string_view iri);

}  // namespace musclekg
