#include "terms/ontology.h"

#include <fmt/format.h>

#include "base/input.h"
#include "base/text.h"
#include "rdf/raptor.h"
#include "terms/obo.h"
#include "terms/rdf_ontology.h"

namespace musclekg {

namespace {

/// Raptor's name of the syntax that the beginning of a file shows; an empty text when it shows none.
const char* rdf_syntax_of(std::string_view beginning) {
  const std::string_view text = trim(beginning.starts_with("\xEF\xBB\xBF") ? beginning.substr(3) : beginning);
  if (text.starts_with("<?xml") || text.starts_with("<rdf:") || text.starts_with("<!DOCTYPE") || text.starts_with("<!--")) return "rdfxml";
  if (text.starts_with("<http") && text.find("> <") != std::string_view::npos && text.find(" .\n") != std::string_view::npos)
    return "ntriples";
  for (const std::string_view word : {"@prefix", "@base", "PREFIX", "prefix", "BASE", "#", "<", "_:"})
    if (text.starts_with(word)) return "turtle";
  return "";
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  for (const std::string_view ending : endings)
    if (name.ends_with(ending)) return true;
  return false;
}

}  // namespace

Ontology read_ontology(const std::string& path, const Prefixes& prefixes, Diagnostics& diagnostics) {
  Input input(path);
  std::string beginning(1 << 14, '\0');
  beginning.resize(input.read(beginning.data(), beginning.size()));
  std::string_view name = path;
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const std::size_t faults = diagnostics.count(Severity::Error);
  Ontology ontology;
  ontology.path = path;
  if (trim(beginning).empty()) {
    diagnostics.error({path, {}}, "empty-ontology", "the file is empty");
    return ontology;
  }
  const char* syntax = rdf_syntax_of(beginning);
  if (looks_like_obo(beginning) || (*syntax == '\0' && name.ends_with(".obo"))) {
    ontology = read_obo(path, beginning + input.read_all(), prefixes, diagnostics);
  } else {
    if (ends_with_any(name, {".owl", ".rdf", ".xml"}) && *syntax == '\0') syntax = "rdfxml";
    if (ends_with_any(name, {".nt"})) syntax = "ntriples";
    if (*syntax == '\0') syntax = "turtle";
    ontology = read_rdf_ontology(input, beginning, syntax, prefixes, diagnostics);
  }
  if (ontology.terms.empty() && ontology.properties.empty() && diagnostics.count(Severity::Error) == faults)
    diagnostics.error({path, {}}, "empty-ontology", "holds no term", "an ontology is OBO ([Term] stanzas) or RDF (owl:Class)");
  return ontology;
}

}  // namespace musclekg
