// Every IRI the code itself names, once. What curators may change stands in `ontology/`, not here.

#pragma once

#include <string_view>

namespace musclekg {

namespace rdf {
inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
}  // namespace rdf

namespace rdfs {
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view subClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
}  // namespace rdfs

namespace xsd {
inline constexpr std::string_view string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view boolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view integer = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view date = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view gYear = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view gYearMonth = "http://www.w3.org/2001/XMLSchema#gYearMonth";
}  // namespace xsd

namespace owl {
inline constexpr std::string_view base = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view Class = "http://www.w3.org/2002/07/owl#Class";
inline constexpr std::string_view Ontology = "http://www.w3.org/2002/07/owl#Ontology";
inline constexpr std::string_view Axiom = "http://www.w3.org/2002/07/owl#Axiom";
inline constexpr std::string_view annotatedSource = "http://www.w3.org/2002/07/owl#annotatedSource";
inline constexpr std::string_view annotatedTarget = "http://www.w3.org/2002/07/owl#annotatedTarget";
inline constexpr std::string_view equivalentClass = "http://www.w3.org/2002/07/owl#equivalentClass";
inline constexpr std::string_view intersectionOf = "http://www.w3.org/2002/07/owl#intersectionOf";
inline constexpr std::string_view versionIRI = "http://www.w3.org/2002/07/owl#versionIRI";
inline constexpr std::string_view onProperty = "http://www.w3.org/2002/07/owl#onProperty";
inline constexpr std::string_view someValuesFrom = "http://www.w3.org/2002/07/owl#someValuesFrom";
inline constexpr std::string_view deprecated = "http://www.w3.org/2002/07/owl#deprecated";
inline constexpr std::string_view versionInfo = "http://www.w3.org/2002/07/owl#versionInfo";
}  // namespace owl

namespace skos {
inline constexpr std::string_view altLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view notation = "http://www.w3.org/2004/02/skos/core#notation";
inline constexpr std::string_view exactMatch = "http://www.w3.org/2004/02/skos/core#exactMatch";
inline constexpr std::string_view closeMatch = "http://www.w3.org/2004/02/skos/core#closeMatch";
inline constexpr std::string_view broadMatch = "http://www.w3.org/2004/02/skos/core#broadMatch";
}  // namespace skos

namespace oboInOwl {
inline constexpr std::string_view consider = "http://www.geneontology.org/formats/oboInOwl#consider";
inline constexpr std::string_view hasAlternativeId = "http://www.geneontology.org/formats/oboInOwl#hasAlternativeId";
inline constexpr std::string_view hasBroadSynonym = "http://www.geneontology.org/formats/oboInOwl#hasBroadSynonym";
inline constexpr std::string_view hasDbXref = "http://www.geneontology.org/formats/oboInOwl#hasDbXref";
inline constexpr std::string_view hasExactSynonym = "http://www.geneontology.org/formats/oboInOwl#hasExactSynonym";
inline constexpr std::string_view hasNarrowSynonym = "http://www.geneontology.org/formats/oboInOwl#hasNarrowSynonym";
inline constexpr std::string_view hasRelatedSynonym = "http://www.geneontology.org/formats/oboInOwl#hasRelatedSynonym";
inline constexpr std::string_view hasSynonymType = "http://www.geneontology.org/formats/oboInOwl#hasSynonymType";
}  // namespace oboInOwl

namespace obo {
inline constexpr std::string_view base = "http://purl.obolibrary.org/obo/";
inline constexpr std::string_view uberon = "http://purl.obolibrary.org/obo/UBERON_";
inline constexpr std::string_view taxon = "http://purl.obolibrary.org/obo/NCBITaxon_";
inline constexpr std::string_view definition = "http://purl.obolibrary.org/obo/IAO_0000115";
inline constexpr std::string_view replacedBy = "http://purl.obolibrary.org/obo/IAO_0100001";
inline constexpr std::string_view onlyInTaxon = "http://purl.obolibrary.org/obo/RO_0002160";
inline constexpr std::string_view neverInTaxon = "http://purl.obolibrary.org/obo/RO_0002161";
inline constexpr std::string_view partOf = "http://purl.obolibrary.org/obo/BFO_0000050";
inline constexpr std::string_view branchingPartOf = "http://purl.obolibrary.org/obo/RO_0002380";
inline constexpr std::string_view editorNote = "http://purl.obolibrary.org/obo/IAO_0000116";
inline constexpr std::string_view homoSapiens = "http://purl.obolibrary.org/obo/NCBITaxon_9606";
}  // namespace obo

namespace fma {
inline constexpr std::string_view base = "http://purl.org/sig/ont/fma/";
inline constexpr std::string_view preferredName = "http://purl.org/sig/ont/fma/preferred_name";
inline constexpr std::string_view synonym = "http://purl.org/sig/ont/fma/synonym";
}  // namespace fma

namespace dcterms {
inline constexpr std::string_view title = "http://purl.org/dc/terms/title";
inline constexpr std::string_view created = "http://purl.org/dc/terms/created";
inline constexpr std::string_view source = "http://purl.org/dc/terms/source";
inline constexpr std::string_view license = "http://purl.org/dc/terms/license";
inline constexpr std::string_view subject = "http://purl.org/dc/terms/subject";
inline constexpr std::string_view spatial = "http://purl.org/dc/terms/spatial";
}  // namespace dcterms

namespace void_ {
inline constexpr std::string_view Dataset = "http://rdfs.org/ns/void#Dataset";
inline constexpr std::string_view triples = "http://rdfs.org/ns/void#triples";
inline constexpr std::string_view entities = "http://rdfs.org/ns/void#entities";
inline constexpr std::string_view vocabulary = "http://rdfs.org/ns/void#vocabulary";
}  // namespace void_

namespace prov {
inline constexpr std::string_view Activity = "http://www.w3.org/ns/prov#Activity";
inline constexpr std::string_view SoftwareAgent = "http://www.w3.org/ns/prov#SoftwareAgent";
inline constexpr std::string_view wasGeneratedBy = "http://www.w3.org/ns/prov#wasGeneratedBy";
inline constexpr std::string_view wasAssociatedWith = "http://www.w3.org/ns/prov#wasAssociatedWith";
}  // namespace prov

/// Our own vocabulary, described in `ontology/vocabulary.ttl`.
namespace mkg {
inline constexpr std::string_view base = "https://w3id.org/musclekg/vocab#";
inline constexpr std::string_view ProvisionalTerm = "https://w3id.org/musclekg/vocab#ProvisionalTerm";
inline constexpr std::string_view SpinalLevel = "https://w3id.org/musclekg/vocab#SpinalLevel";
inline constexpr std::string_view JointAction = "https://w3id.org/musclekg/vocab#JointAction";
inline constexpr std::string_view MuscleAction = "https://w3id.org/musclekg/vocab#MuscleAction";
inline constexpr std::string_view structureKind = "https://w3id.org/musclekg/vocab#structureKind";
inline constexpr std::string_view spinalNerve = "https://w3id.org/musclekg/vocab#spinalNerve";
inline constexpr std::string_view ventralRamus = "https://w3id.org/musclekg/vocab#ventralRamus";
inline constexpr std::string_view cordSegment = "https://w3id.org/musclekg/vocab#cordSegment";
inline constexpr std::string_view movementType = "https://w3id.org/musclekg/vocab#movementType";
inline constexpr std::string_view actsAtJoint = "https://w3id.org/musclekg/vocab#actsAtJoint";
inline constexpr std::string_view movesPart = "https://w3id.org/musclekg/vocab#movesPart";
}  // namespace mkg

}  // namespace musclekg
