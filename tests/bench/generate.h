// Makes records for measuring: as many as wanted, always the same ones.

#pragma once

#include <cstdint>
#include <string>

namespace musclekg {

/// Record `number` (from 0) as one line of JSON, with its line end: a muscle of its own, with the facts of a full page on
/// terms drawn from the bundled ones. Made from `number` alone.
std::string generated_record(std::uint64_t number);

}  // namespace musclekg
