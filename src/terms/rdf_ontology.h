// Ontologies written in RDF: OWL in RDF/XML, Turtle or N-Triples.

#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "base/input.h"
#include "rdf/prefixes.h"
#include "terms/ontology.h"

namespace musclekg {

/// Reads `beginning`, which was read before, and the rest of `input`, in the syntax `raptor_name` (see read_rdf). A term is an owl:Class
/// that is an IRI; of it are taken: rdfs:label, IAO:0000115 (definition), the four oboInOwl synonyms with their types (axiom annotation
/// oboInOwl:hasSynonymType), fma:synonym and fma:preferred_name, rdfs:subClassOf a named class or a restriction (OWL 2 Mapping to RDF
/// Graphs, section 3.2.4) with someValuesFrom, owl:equivalentClass of an owl:intersectionOf, BFO:0000050 (part of) and RO:0002380
/// (branching part of, a kind of part of; it leads to a whole, too, but does not count as part of) as plain triples,
/// oboInOwl:hasDbXref, hasAlternativeId and consider (in three spellings), IAO:0100001 (replaced by), owl:deprecated,
/// skos:exactMatch, RO:0002160 and RO:0002161 (taxa), mkg:structureKind. What Raptor finds wrong is reported [rdf-syntax].
Ontology read_rdf_ontology(Input& input, std::string_view beginning, const char* raptor_name, const Prefixes& prefixes,
                           Diagnostics& diagnostics);

}  // namespace musclekg
