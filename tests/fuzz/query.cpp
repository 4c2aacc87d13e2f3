// Any text as a query of a small dataset: it is refused with a place, or answered, and the answer can be written and read back.

#include "fuzz.h"
#include "rdf/read_rdf.h"
#include "sparql/answer_reader.h"
#include "sparql/answer_writer.h"
#include "sparql/parse_query.h"
#include "sparql/query_variables.h"
#include "sparql/run_query.h"

namespace {

constexpr std::string_view kData =
    "<http://e/a> <http://e/p> <http://e/b> . <http://e/a> <http://e/q> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> . "
    "<http://e/b> <http://e/p> _:c . _:c <http://e/q> \"x\"@en <http://e/g> . <http://e/b> <http://e/q> \"2020-01-01\"^^"
    "<http://www.w3.org/2001/XMLSchema#date> .";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  if (size > 4096) return 0;
  const std::string text(fuzz::view(data, size));
  Prefixes prefixes;
  prefixes.add("e", "http://e/", false);
  Diagnostics diagnostics;
  const auto query = parse_query(text, "query", prefixes, diagnostics);
  with_known_prefixes(text, prefixes);
  fuzz::must(query.has_value() == (diagnostics.count(Severity::Error) == 0), "a query that is refused has a finding");
  if (!query || !check_query(*query, "query", diagnostics)) return 0;
  QueryDataset dataset;
  Input nothing("/dev/null");
  read_rdf(nothing, kData, RdfSyntax::NQuads, {}, dataset, diagnostics);
  dataset.index(query->from, query->from_named);
  try {
    const QueryAnswer answer = run_query(*query, dataset, 0);
    Output output("/dev/null");
    for (const AnswerFormat& format : answer_formats()) format.write(answer, prefixes, output);
  } catch (const Failure&) {  // more solutions than fit
  }
  return 0;
}
