#include "terms/ontology.h"

#include <fmt/format.h>

#include "base/input.h"
#include "base/text.h"
#include "rdf/read_rdf.h"
#include "terms/obo.h"
#include "terms/rdf_ontology.h"

namespace musclekg {

namespace {

bool is_xml(std::string_view beginning) {
  const std::string_view text = trim(beginning.starts_with("\xEF\xBB\xBF") ? beginning.substr(3) : beginning);
  return text.starts_with("<?xml") || text.starts_with("<rdf:") || text.starts_with("<!DOCTYPE") || text.starts_with("<!--");
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
  if (looks_like_obo(beginning) || name.ends_with(".obo")) {
    ontology = read_obo(path, beginning + input.read_all(), prefixes, diagnostics);
  } else {  // N-Triples is Turtle, too, but its errors do not end the reading
    const char* syntax = is_xml(beginning) ? "rdfxml" : name.ends_with(".nt") ? "ntriples" : "turtle";
    ontology = read_rdf_ontology(input, beginning, syntax, prefixes, diagnostics);
  }
  if (ontology.terms.empty() && ontology.properties.empty() && diagnostics.count(Severity::Error) == faults)
    diagnostics.error({path, {}}, "empty-ontology", "holds no term", "an ontology is OBO ([Term] stanzas) or RDF (owl:Class)");
  return ontology;
}

}  // namespace musclekg
