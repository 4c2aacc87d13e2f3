// Any bytes for the reader of JSONL.

#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  musclekg::fuzz::read_records("jsonl", musclekg::fuzz::view(data, size));
  return 0;
}
