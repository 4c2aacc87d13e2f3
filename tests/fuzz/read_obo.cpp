// Any bytes for the reader of OBO: what it makes of them is whole, and what it finds has a place.

#include "fuzz.h"
#include "terms/obo.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  using fuzz::must;
  static const Prefixes prefixes = [] {
    Prefixes table;
    table.add("UBERON", "http://purl.obolibrary.org/obo/UBERON_", true);
    table.add("FMA", "http://purl.org/sig/ont/fma/fma", true);
    table.add_alias("FMA", "http://purl.obolibrary.org/obo/FMA_");
    return table;
  }();
  const std::string_view text = fuzz::view(data, size);
  Diagnostics diagnostics;
  looks_like_obo(text);
  const Ontology ontology = read_obo("fuzz", text, prefixes, diagnostics);

  const auto iris = [](const std::vector<std::string>& list) {
    for (const std::string& iri : list) must(valid_iri(iri), "what leads to other terms is an IRI");
  };
  const auto is_text = [](std::string_view value) { must(find_invalid_utf8(value) == std::string_view::npos, "a text is UTF-8"); };
  must(ontology.counts.terms == ontology.terms.size(), "all terms are counted");
  is_text(ontology.version);
  for (const auto& [iri, label] : ontology.properties) {
    must(valid_iri(iri) && !label.empty(), "a relation has an IRI and a label");
    is_text(label);
  }
  for (const OntologyTerm& term : ontology.terms) {
    must(valid_iri(term.iri), "a term has an IRI");
    must(term.line > 0, "a term has a place");
    is_text(term.label);
    is_text(term.definition);
    for (const Synonym& synonym : term.synonyms) {
      must(!synonym.text.empty(), "a synonym has a text");
      is_text(synonym.text);
    }
    for (const std::string& reference : term.cross_references) is_text(reference);
    for (const auto* list : {&term.superclasses, &term.wholes, &term.matches, &term.alternative_ids, &term.replaced_by, &term.consider,
                             &term.only_in_taxa, &term.never_in_taxa})
      iris(*list);
  }
  for (const Diagnostic& finding : diagnostics.kept())
    must(finding.position.line > 0 && finding.position.column > 0, "a finding has a place");
  return 0;
}
