#include "app/rdf_document.h"

#include <fmt/format.h>

#include "app/commands.h"
#include "base/input.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/jsonld_reader.h"
#include "jsonld/processor.h"

namespace musclekg {

namespace {

constexpr std::string_view kContextIri = "https://w3id.org/musclekg/context.jsonld";

ReadingResult read_jsonld_document(const std::string& path, const ReadingOptions& options, DocumentLoader& loader, RdfHandler& handler,
                                   Diagnostics& diagnostics) {
  ReadingResult result;
  const Json document = read_json(path, diagnostics);
  if (document.is_discarded()) return {false, 0};
  JsonldOptions jsonld;
  jsonld.base = options.base;
  try {
    for (const auto& [name, iri] : context_prefixes(document)) handler.prefix(name, iri);
    const std::size_t left_out = to_rdf(document, jsonld, loader, handler.nodes().lasting(), [&](const Quad& quad) { handler.quad(quad); });
    handler.statement_end();
    if (left_out > 0)
      diagnostics.warning({document_name(path), {}}, "not-rdf",
                          fmt::format("{} statements of the document are no RDF and are left out", left_out),
                          "a relative IRI needs --base; a property needs an absolute IRI");
  } catch (const JsonldError& error) {
    diagnostics.error({document_name(path), {}}, error.code, error.what());
    result.well_formed = false;
  }
  return result;
}

}  // namespace

const Syntax& document_syntax(std::string_view option, std::string_view name, const std::string& path) {
  const auto names = [] {
    std::string text;
    for (const Syntax& syntax : syntaxes()) text.append(text.empty() ? "" : ", ").append(syntax.name);
    return text;
  };
  std::string_view file = path;
  if (file.ends_with(".gz")) file.remove_suffix(3);
  const Syntax* syntax = name.empty() ? syntax_of(file) : syntax_named(name);
  if (syntax != nullptr) return *syntax;
  if (!name.empty()) throw UsageError(fmt::format("{} '{}' is none of {}", option, name, names()));
  throw UsageError(fmt::format("the syntax of '{}' cannot be told from its name; say {} with one of {}", path, option, names()));
}

std::string document_name(const std::string& path) { return path == "-" ? "<stdin>" : path; }

ReadingResult read_document(const std::string& path, const Syntax& syntax, const ReadingOptions& options, DocumentLoader& loader,
                            RdfHandler& handler, Diagnostics& diagnostics) {
  if (!syntax.reader) return read_jsonld_document(path, options, loader, handler, diagnostics);
  Input input(path);
  return read_rdf(input, {}, *syntax.reader, options, handler, diagnostics);
}

Json read_json(const std::string& path, Diagnostics& diagnostics) {
  Input input(path);
  try {
    return parse_json(input.read_all());
  } catch (const JsonFault& fault) {
    diagnostics.error({input.name(), fault.position}, "loading document failed", fault.what());
  }
  return Json(Json::value_t::discarded);
}

void write_json(Output& output, const Json& document) {
  output.write(document.dump(2));
  output.write('\n');
}

DocumentLoader make_loader(const std::vector<std::string>& loads, const std::string& data) {
  DocumentLoader loader;
  loader.add(std::string(kContextIri), data + "/context.jsonld");
  for (const std::string& load : loads) {
    const std::size_t sign = load.rfind('=');
    if (sign == std::string::npos || sign == 0 || sign + 1 == load.size())
      throw UsageError(fmt::format("--load '{}' must be IRI=FILE, or IRI/=FOLDER", load));
    loader.add(load.substr(0, sign), load.substr(sign + 1));
  }
  return loader;
}

}  // namespace musclekg
