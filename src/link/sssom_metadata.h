// The metadata block of SSSOM/TSV ("Metadata block"): YAML in lines that begin with '#'.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"

namespace musclekg {

/// The block as it stands in the file: nothing is checked but the syntax and the prefixes.
struct SssomMetadata {
  struct Value {
    std::string text;  ///< never empty
    Position where;
  };

  bool found = false;       ///< whether the file begins with a block
  std::size_t size = 0;     ///< its bytes
  std::uint32_t lines = 0;  ///< and lines

  /// The slots that SssomSet has, and those of SssomRow that may stand here; just the ones with a value. One with a single
  /// value has one.
  std::map<std::string, std::vector<Value>, std::less<>> slots;

  /// curie_map: the namespaces of prefixes. Built-in ones are not in it.
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> prefixes;
};

/// Reads the block at the beginning of `text`, the contents of the file `path`. Of YAML 1.2 it knows block mappings, block
/// sequences, sequences in '[' and ']', and plain and quoted scalars, all of them of one level; a scalar may go on in the
/// lines below when these are indented, and a whole line may stand in quotes, as spreadsheets save it. What else stands in a
/// slot that is read is reported with its place [sssom-syntax]; a slot that is not read may have any contents. Bytes that are
/// not UTF-8 are [not-utf8].
SssomMetadata read_sssom_metadata(std::string_view text, std::string_view path, Diagnostics& diagnostics);

}  // namespace musclekg
