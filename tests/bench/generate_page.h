// Makes pages about muscles for measuring: as many as wanted, always the same ones of the same words.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "page_words.h"

namespace musclekg {

/// Page `number` (from 0), made from `number` alone: at least `size` bytes in the layout of that name, see README.md.
std::string generated_page(const PageWords& words, std::string_view layout, std::uint64_t number, std::size_t size);

}  // namespace musclekg
