// Measures the reading of pages.

#pragma once

#include <cstddef>

namespace musclekg {

/// Prints time and memory of read_page and of the extractor in each layout: on `megabytes` of pages, ten and a hundred times as many,
/// and on one page of ten times as many.
void measure_pages(std::size_t megabytes, std::size_t repeat, bool markdown);

}  // namespace musclekg
