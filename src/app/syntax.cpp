#include "app/syntax.h"

#include "base/text.h"
#include "jsonld/jsonld_writer.h"
#include "rdf/ntriples_writer.h"
#include "rdf/raptor.h"

namespace musclekg {

namespace {

using Writer = std::unique_ptr<QuadSink>;

constexpr Syntax kSyntaxes[] = {
    {"jsonld", "jsonld", "application/ld+json", std::nullopt, "", true, true,
     [](Output& output, const WriterTables& tables) -> Writer { return jsonld_writer(output, tables.context); }},
    {"nquads", "nq", "application/n-quads", RdfSyntax::NQuads, "nquads", true, false,
     [](Output& output, const WriterTables&) -> Writer { return nquads_writer(output); }},
    {"ntriples", "nt", "application/n-triples", RdfSyntax::NTriples, "ntriples", false, false,
     [](Output& output, const WriterTables&) -> Writer { return ntriples_writer(output); }},
    {"rdfxml", "rdf|owl|xml", "application/rdf+xml", RdfSyntax::RdfXml, "rdfxml", false, false,
     [](Output& output, const WriterTables&) -> Writer { return rdfxml_writer(output); }},
    {"trig", "trig", "application/trig", RdfSyntax::TriG, "trig", true, false,
     [](Output& output, const WriterTables& tables) -> Writer { return trig_writer(output, tables.labels); }},
    {"turtle", "ttl", "text/turtle", RdfSyntax::Turtle, "turtle", false, false,
     [](Output& output, const WriterTables& tables) -> Writer { return turtle_writer(output, tables.labels); }},
};

}  // namespace

std::span<const Syntax> syntaxes() { return kSyntaxes; }

const Syntax* syntax_named(std::string_view name) {
  for (const Syntax& syntax : kSyntaxes)
    if (syntax.name == name) return &syntax;
  return nullptr;
}

const Syntax* syntax_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  for (const Syntax& syntax : kSyntaxes)
    for (const std::string_view extension : split(syntax.extensions, '|'))
      if (path.substr(dot + 1) == extension) return &syntax;
  return nullptr;
}

}  // namespace musclekg
