// Any JSON as a document, or, as an array of three, as a document with a context and a frame: all algorithms end, with a result or with an
// error of the specification.

#include "fuzz.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/processor.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  DocumentLoader loader;
  JsonldOptions options;
  options.base = "http://example.org/";
  Json json;
  try {
    json = parse_json(fuzz::view(data, size));
  } catch (const JsonFault&) {
    return 0;
  }
  const Json& document = json.is_array() && json.size() == 3 ? json[0] : json;
  const Json& context = json.is_array() && json.size() == 3 ? json[1] : document;
  const Json& pattern = json.is_array() && json.size() == 3 ? json[2] : document;
  try {
    const Json expanded = expand(document, options, loader);
    fuzz::must(expanded.is_array(), "an expanded document is an array");
    NodeTable nodes;
    to_rdf(document, options, loader, nodes, [](const Quad&) {});
    flatten(document, nullptr, options, loader);
    fuzz::must(compact(document, context, options, loader).is_object(), "a compacted document is an object");
    frame(document, pattern, options, loader);
  } catch (const JsonldError& error) {
    fuzz::must(!error.code.empty() && *error.what() != '\0', "an error has a code and a text");
  }
  return 0;
}
