// Any bytes for the reader of our JSON-LD: statements, or a Failure.

#include "fuzz.h"
#include "jsonld/jsonld_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  static fuzz::MemoryFile file;
  NodeTable nodes;
  try {
    read_jsonld(file.put(fuzz::view(data, size)), nodes, [](const Quad& quad) {
      fuzz::must(quad.subject != nullptr && quad.predicate != nullptr && quad.object != nullptr, "a statement has three terms");
    });
  } catch (const Failure&) {
  }
  return 0;
}
