// Scalars of YAML 1.2, as far as the metadata of SSSOM/TSV has them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

/// A scalar or a list that was read, or why it was not.
struct SssomScalars {
  std::vector<std::string> texts;  ///< without empty ones and nulls
  std::string fault;               ///< empty where all is well

  bool list = false;  ///< whether it stands in '[' and ']'
};

/// Reads what stands behind "key:" or "- ": one plain or quoted scalar (YAML 1.2, 7.3), or several of them between '[' and
/// ']' (7.4.1), and possibly a comment. Every plain scalar is a text, but for null and ~, which are no value.
SssomScalars read_scalars(std::string_view text);

/// Where the key of a line "key: value" or "key:" ends, at its ':'; npos when it has none. A key may stand in quotes.
std::size_t end_of_key(std::string_view line);

}  // namespace musclekg
