#include "rdf/read_rdf.h"

#include "rdf/nquads_reader.h"
#include "rdf/raptor.h"
#include "rdf/reading_faults.h"
#include "rdf/text_window.h"
#include "rdf/turtle_reader.h"

namespace musclekg {

namespace {

struct SyntaxName {
  std::string_view name;
  RdfSyntax syntax;
};
constexpr SyntaxName kNames[] = {{"ntriples", RdfSyntax::NTriples},
                                 {"nquads", RdfSyntax::NQuads},
                                 {"turtle", RdfSyntax::Turtle},
                                 {"trig", RdfSyntax::TriG},
                                 {"rdfxml", RdfSyntax::RdfXml}};

}  // namespace

ReadingResult read_rdf(Input& input, std::string_view beginning, RdfSyntax syntax, const ReadingOptions& options, RdfHandler& handler,
                       Diagnostics& diagnostics) {
  if (syntax == RdfSyntax::RdfXml) return read_rdfxml(input, beginning, options, handler, diagnostics);
  TextWindow window(input, beginning);
  ReadingFaults faults(input.name(), options.lenient, diagnostics);
  if (syntax == RdfSyntax::NTriples || syntax == RdfSyntax::NQuads) {
    NQuadsReader(window, syntax == RdfSyntax::NQuads, handler, faults).read();
  } else {
    TurtleReader(window, options.base, syntax == RdfSyntax::TriG, handler, faults).read();
  }
  return faults.result();
}

bool read_rdf(Input& input, std::string_view beginning, std::string_view syntax_name, NodeTable& nodes, Diagnostics& diagnostics,
              const std::function<void(const Quad&)>& take) {
  QuadTaker taker(nodes, take);
  for (const SyntaxName& row : kNames)
    if (row.name == syntax_name) return read_rdf(input, beginning, row.syntax, {}, taker, diagnostics).well_formed;
  return read_with_raptor(input, beginning, "guess", {}, taker, diagnostics);
}

bool read_rdf(const std::string& path, std::string_view syntax_name, NodeTable& nodes, Diagnostics& diagnostics,
              const std::function<void(const Quad&)>& take) {
  Input input(path);
  return read_rdf(input, {}, syntax_name, nodes, diagnostics, take);
}

}  // namespace musclekg
