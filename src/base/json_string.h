// Strings of JSON, for writers that need no more of it.

#pragma once

#include <string>
#include <string_view>

namespace musclekg {

/// `text` as a JSON string with its quotes (RFC 8259, section 7).
std::string json_string(std::string_view text);

}  // namespace musclekg
