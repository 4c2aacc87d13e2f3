// Makes running text for measuring: always the same one of the same names.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

/// At least `size` bytes of sentences, a few names in each between everyday words; some names come often and most of them seldom, a
/// tenth are plurals, and every fiftieth sentence defines an abbreviation. `names` must not be empty.
std::string generated_text(const std::vector<std::string>& names, std::size_t size);

/// What stands between the names.
std::span<const std::string_view> everyday_words();

}  // namespace musclekg
