// JSON values as the JSON-LD algorithms work on them, read with bounds.

#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace musclekg {

/// A JSON value; the members of an object are in the order of their names' bytes, which is that of their code points: what JSON-LD calls
/// lexicographical.
using Json = nlohmann::json;

/// Objects and arrays within each other: deeper ones are refused, so that no algorithm runs out of stack.
inline constexpr std::size_t kDeepestJson = 500;

/// A text that is no JSON, or is nested too deep.
class JsonFault : public Failure {
 public:
  JsonFault(const std::string& text, Position where) : Failure(text), position(where) {}

  Position position;
};

/// Parses a JSON document (RFC 8259); a byte order mark before it is passed over. Throws JsonFault, whose text does not name the file, when
/// it is not JSON, not UTF-8, nested deeper than kDeepestJson, or when an object has a name twice: the later value would hide the earlier.
Json parse_json(std::string_view text);

}  // namespace musclekg
