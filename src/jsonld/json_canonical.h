// The one canonical text of a JSON value.

#pragma once

#include <string>

#include "jsonld/json.h"

namespace musclekg {

/// JSON Canonicalization Scheme (RFC 8785): no white space, names in the order of their UTF-16 code units, numbers as ECMAScript writes
/// them. Integers beyond 2^53 are written as the double next to them. A number that is not finite cannot come from parse_json and gives
/// null.
std::string canonical_json(const Json& value);

/// A number as ECMAScript's Number.prototype.toString writes it ("1e+21", "0.000001", "5").
std::string ecmascript_number(double number);

}  // namespace musclekg
