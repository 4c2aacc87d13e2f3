// Any bytes as N-Triples, N-Quads, Turtle or TriG: reading ends, and what was read is written as N-Quads, TriG and JSON-LD and read again
// as the same. The first byte chooses the syntax, whether there is a base, and leniency.

#include "rdf/read_rdf.h"

#include <fmt/format.h>

#include "base/output.h"
#include "fuzz.h"
#include "jsonld/jsonld_reader.h"
#include "jsonld/jsonld_writer.h"
#include "rdf/graph_digest.h"
#include "rdf/held_dataset.h"
#include "rdf/ntriples_writer.h"
#include "rdf/topics.h"
#include "rdf/turtle_writer.h"

namespace {

using namespace musclekg;

GraphDigest digest_of(const std::vector<Quad>& quads) {
  GraphDigest digest;
  for (const Quad& quad : quads) digest.add(quad);
  digest.finish();
  return digest;
}

/// Hands the statements on as a reader does, nodes of the topics' own.
void write(const std::string& path, RdfSyntax syntax, const ReadingOptions& options, QuadSink& sink) {
  Prefixes own;
  NodeTable lasting;
  Topics topics(lasting, own, sink);
  Diagnostics diagnostics;
  Input input(path);
  read_rdf(input, {}, syntax, options, topics, diagnostics);
  topics.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static fuzz::MemoryFile file;
  static const std::string out = (std::filesystem::temp_directory_path() / fmt::format("musclekg-fuzz-{}", ::getpid())).string();
  constexpr RdfSyntax kSyntaxes[] = {RdfSyntax::NTriples, RdfSyntax::NQuads, RdfSyntax::Turtle, RdfSyntax::TriG};
  const RdfSyntax syntax = kSyntaxes[data[0] % 4];
  const ReadingOptions options{(data[0] & 4) != 0 ? "http://example.org/" : "", (data[0] & 8) != 0};
  const std::string path = file.put(fuzz::view(data + 1, size - 1));
  HeldDataset held;
  Diagnostics diagnostics;
  Input input(path);
  const ReadingResult result = read_rdf(input, {}, syntax, options, held, diagnostics);
  fuzz::must(result.well_formed || diagnostics.count(Severity::Error) > 0, "what is not well-formed is told");
  const GraphDigest read = digest_of(held.quads());
  for (const int form : {0, 1, 2}) {
    try {
      Output output(out);
      const auto sink = form == 0 ? nquads_writer(output) : form == 1 ? trig_writer(output, {}) : flat_jsonld_writer(output);
      write(path, syntax, options, *sink);
      output.commit();
    } catch (const Failure&) {
      continue;  // an IRI that JSON-LD cannot hold beside the prefixes
    }
    NodeTable nodes;
    std::vector<Quad> again;
    const auto take = [&](const Quad& quad) { again.push_back(quad); };
    Diagnostics faults;
    if (form == 2) {
      read_jsonld(out, nodes, take);
    } else {
      fuzz::must(read_rdf(out, form == 0 ? "nquads" : "trig", nodes, faults, take), "what is written is well-formed");
    }
    const GraphDigest back = digest_of(again);
    fuzz::must(read.missing_in(back) == 0 && back.missing_in(read) == 0, "what is written is what was read");
  }
  return 0;
}
