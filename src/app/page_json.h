// What was read of a page, as JSON.

#pragma once

#include <string>

#include "extract/page_facts.h"
#include "model/page.h"

namespace musclekg {

enum class JsonStyle : std::uint8_t {
  Line,     ///< one line, without its end
  Indented  ///< as an item of an array
};

/// One object. Facts that the page does not claim of the muscle stand apart; what is empty is left out. Offsets count from 0: `start` and
/// `end` Unicode code points of the file, `start_byte` and `end_byte` bytes; `line` and `column` (bytes) count from 1. Linear in the page.
std::string page_json(const std::string& path, const PageFacts& facts, const Page& page, JsonStyle style);

}  // namespace musclekg
