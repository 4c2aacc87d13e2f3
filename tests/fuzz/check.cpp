// Any Turtle or TriG as shapes and as data at once: whatever it says, the shapes are read or refused, and the checks end. The first byte
// chooses the syntax, or that the bundled shapes and the rules of datasets are used.

#include "app/knowledge.h"
#include "check/dataset_rules.h"
#include "check/shacl.h"
#include "fuzz.h"
#include "rdf/read_rdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  if (size == 0) return 0;
  static fuzz::MemoryFile file;
  static Diagnostics loading;
  static const Knowledge knowledge(find_data(), {}, {}, "https://w3id.org/musclekg/", loading);
  NodeTable nodes;
  Graph graph;
  Diagnostics diagnostics;
  try {
    read_rdf(file.put(fuzz::view(data + 1, size - 1)), data[0] % 2 == 0 ? "turtle" : "trig", nodes, diagnostics,
             [&](const Quad& quad) { graph.add(quad); });
  } catch (const Failure&) {
    return 0;
  }
  graph.index();
  const auto take = [](Finding&& finding) { fuzz::must(!finding.message.empty(), "a finding says what was found"); };
  if (data[0] % 4 < 2) {
    const Shapes shapes(graph, nodes, "fuzz", diagnostics);
    validate(shapes, graph, &knowledge.prefixes, take);
  } else {
    const GraphTerms terms(nodes);
    check_dataset({graph, terms, knowledge.terms, knowledge.prefixes, {}}, nodes, take);
  }
  return 0;
}
