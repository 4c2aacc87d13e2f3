// Single values: what an unquoted word is, and whether a word is of the type that a key takes.

#pragma once

#include <cstddef>
#include <string_view>

#include "model/record_keys.h"

namespace musclekg {

enum class ScalarKind { String, Number, Boolean, Null };

/// What an unquoted word is, as the YAML 1.2 core schema (section 10.3.2) reads it. Tables read their cells so, too.
ScalarKind plain_kind(std::string_view text);

/// Whether a value that is not Null is of the key's type. An empty text is of type Text.
bool is_of_type(const Key& key, std::string_view text, ScalarKind kind);

/// What a key takes, for messages: "a string or a map".
const char* what_it_takes(const Key& key);

/// Where the first control character is that no text may hold (all of C0 but tab and line ends, and U+007F), or npos.
std::size_t find_control_character(std::string_view text);

}  // namespace musclekg
