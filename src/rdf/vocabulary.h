// Every IRI the code itself names, once. What curators may change stands in `ontology/`, not here.

#pragma once

#include <string_view>

namespace musclekg {

/// Before "language_direction" in the datatype of text with a direction (JSON-LD 1.1, section 10.1).
inline constexpr std::string_view kI18n = "https://www.w3.org/ns/i18n#";

namespace rdf {
inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view Statement = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr std::string_view subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view object = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view JSON = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
inline constexpr std::string_view List = "http://www.w3.org/1999/02/22-rdf-syntax-ns#List";
inline constexpr std::string_view direction = "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction";
inline constexpr std::string_view language = "http://www.w3.org/1999/02/22-rdf-syntax-ns#language";
inline constexpr std::string_view value = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
inline constexpr std::string_view langString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
}  // namespace rdf

namespace rdfs {
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view comment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr std::string_view Literal = "http://www.w3.org/2000/01/rdf-schema#Literal";
inline constexpr std::string_view subClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
}  // namespace rdfs

namespace xsd {
inline constexpr std::string_view base = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view boolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view integer = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view date = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view gYear = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view gYearMonth = "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view nonNegativeInteger = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr std::string_view decimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view double_ = "http://www.w3.org/2001/XMLSchema#double";
}  // namespace xsd

namespace owl {
inline constexpr std::string_view base = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view Class = "http://www.w3.org/2002/07/owl#Class";
inline constexpr std::string_view Ontology = "http://www.w3.org/2002/07/owl#Ontology";
inline constexpr std::string_view Axiom = "http://www.w3.org/2002/07/owl#Axiom";
inline constexpr std::string_view AnnotationProperty = "http://www.w3.org/2002/07/owl#AnnotationProperty";
inline constexpr std::string_view ObjectProperty = "http://www.w3.org/2002/07/owl#ObjectProperty";
inline constexpr std::string_view Restriction = "http://www.w3.org/2002/07/owl#Restriction";
inline constexpr std::string_view annotatedSource = "http://www.w3.org/2002/07/owl#annotatedSource";
inline constexpr std::string_view annotatedProperty = "http://www.w3.org/2002/07/owl#annotatedProperty";
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
inline constexpr std::string_view description = "http://purl.org/dc/terms/description";
inline constexpr std::string_view format = "http://purl.org/dc/terms/format";
inline constexpr std::string_view hasVersion = "http://purl.org/dc/terms/hasVersion";
inline constexpr std::string_view isPartOf = "http://purl.org/dc/terms/isPartOf";
inline constexpr std::string_view publisher = "http://purl.org/dc/terms/publisher";
inline constexpr std::string_view issued = "http://purl.org/dc/terms/issued";
inline constexpr std::string_view created = "http://purl.org/dc/terms/created";
inline constexpr std::string_view source = "http://purl.org/dc/terms/source";
inline constexpr std::string_view license = "http://purl.org/dc/terms/license";
inline constexpr std::string_view subject = "http://purl.org/dc/terms/subject";
inline constexpr std::string_view bibliographicCitation = "http://purl.org/dc/terms/bibliographicCitation";
inline constexpr std::string_view conformsTo = "http://purl.org/dc/terms/conformsTo";
inline constexpr std::string_view contributor = "http://purl.org/dc/terms/contributor";
inline constexpr std::string_view creator = "http://purl.org/dc/terms/creator";
inline constexpr std::string_view references = "http://purl.org/dc/terms/references";
inline constexpr std::string_view spatial = "http://purl.org/dc/terms/spatial";
}  // namespace dcterms

namespace void_ {
inline constexpr std::string_view Dataset = "http://rdfs.org/ns/void#Dataset";
inline constexpr std::string_view Linkset = "http://rdfs.org/ns/void#Linkset";
inline constexpr std::string_view subset = "http://rdfs.org/ns/void#subset";
inline constexpr std::string_view triples = "http://rdfs.org/ns/void#triples";
inline constexpr std::string_view entities = "http://rdfs.org/ns/void#entities";
inline constexpr std::string_view vocabulary = "http://rdfs.org/ns/void#vocabulary";
}  // namespace void_

namespace prov {
inline constexpr std::string_view Activity = "http://www.w3.org/ns/prov#Activity";
inline constexpr std::string_view Entity = "http://www.w3.org/ns/prov#Entity";
inline constexpr std::string_view hadPrimarySource = "http://www.w3.org/ns/prov#hadPrimarySource";
inline constexpr std::string_view wasDerivedFrom = "http://www.w3.org/ns/prov#wasDerivedFrom";
inline constexpr std::string_view used = "http://www.w3.org/ns/prov#used";
inline constexpr std::string_view SoftwareAgent = "http://www.w3.org/ns/prov#SoftwareAgent";
inline constexpr std::string_view wasGeneratedBy = "http://www.w3.org/ns/prov#wasGeneratedBy";
inline constexpr std::string_view wasAssociatedWith = "http://www.w3.org/ns/prov#wasAssociatedWith";
}  // namespace prov

namespace bibo {
inline constexpr std::string_view doi = "http://purl.org/ontology/bibo/doi";
inline constexpr std::string_view authorList = "http://purl.org/ontology/bibo/authorList";
}  // namespace bibo

namespace cito {
inline constexpr std::string_view cites = "http://purl.org/spar/cito/cites";
inline constexpr std::string_view citesAsAuthority = "http://purl.org/spar/cito/citesAsAuthority";
inline constexpr std::string_view citesAsEvidence = "http://purl.org/spar/cito/citesAsEvidence";
}  // namespace cito

namespace foaf {
inline constexpr std::string_view Person = "http://xmlns.com/foaf/0.1/Person";
inline constexpr std::string_view name = "http://xmlns.com/foaf/0.1/name";
}  // namespace foaf

namespace dcat {
inline constexpr std::string_view Dataset = "http://www.w3.org/ns/dcat#Dataset";
inline constexpr std::string_view Distribution = "http://www.w3.org/ns/dcat#Distribution";
inline constexpr std::string_view distribution = "http://www.w3.org/ns/dcat#distribution";
inline constexpr std::string_view mediaType = "http://www.w3.org/ns/dcat#mediaType";
inline constexpr std::string_view byteSize = "http://www.w3.org/ns/dcat#byteSize";
}  // namespace dcat

namespace oa {
inline constexpr std::string_view FragmentSelector = "http://www.w3.org/ns/oa#FragmentSelector";
inline constexpr std::string_view SpecificResource = "http://www.w3.org/ns/oa#SpecificResource";
inline constexpr std::string_view TextPositionSelector = "http://www.w3.org/ns/oa#TextPositionSelector";
inline constexpr std::string_view TextQuoteSelector = "http://www.w3.org/ns/oa#TextQuoteSelector";
inline constexpr std::string_view end = "http://www.w3.org/ns/oa#end";
inline constexpr std::string_view exact = "http://www.w3.org/ns/oa#exact";
inline constexpr std::string_view hasSelector = "http://www.w3.org/ns/oa#hasSelector";
inline constexpr std::string_view hasSource = "http://www.w3.org/ns/oa#hasSource";
inline constexpr std::string_view prefix = "http://www.w3.org/ns/oa#prefix";
inline constexpr std::string_view start = "http://www.w3.org/ns/oa#start";
inline constexpr std::string_view suffix = "http://www.w3.org/ns/oa#suffix";
}  // namespace oa

namespace schema_org {
inline constexpr std::string_view position = "http://schema.org/position";
inline constexpr std::string_view url = "http://schema.org/url";
inline constexpr std::string_view text = "http://schema.org/text";
}  // namespace schema_org

namespace sssom {
inline constexpr std::string_view MappingSet = "https://w3id.org/sssom/MappingSet";
inline constexpr std::string_view NoTermFound = "https://w3id.org/sssom/NoTermFound";
inline constexpr std::string_view confidence = "https://w3id.org/sssom/confidence";
inline constexpr std::string_view mapping_justification = "https://w3id.org/sssom/mapping_justification";
inline constexpr std::string_view mapping_tool = "https://w3id.org/sssom/mapping_tool";
inline constexpr std::string_view mappings = "https://w3id.org/sssom/mappings";
inline constexpr std::string_view object_label = "https://w3id.org/sssom/object_label";
inline constexpr std::string_view object_source_version = "https://w3id.org/sssom/object_source_version";
inline constexpr std::string_view subject_label = "https://w3id.org/sssom/subject_label";
inline constexpr std::string_view subject_type = "https://w3id.org/sssom/subject_type";
}  // namespace sssom

/// Our own vocabulary, described in `ontology/vocabulary.ttl`.
namespace csvw {
inline constexpr std::string_view Table = "http://www.w3.org/ns/csvw#Table";
inline constexpr std::string_view Column = "http://www.w3.org/ns/csvw#Column";
inline constexpr std::string_view Row = "http://www.w3.org/ns/csvw#Row";
inline constexpr std::string_view name = "http://www.w3.org/ns/csvw#name";
}  // namespace csvw

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
inline constexpr std::string_view insertsVia = "https://w3id.org/musclekg/vocab#insertsVia";
inline constexpr std::string_view envelops = "https://w3id.org/musclekg/vocab#envelops";
inline constexpr std::string_view hasSegmentalInnervation = "https://w3id.org/musclekg/vocab#hasSegmentalInnervation";
inline constexpr std::string_view derivesFromSpinalLevel = "https://w3id.org/musclekg/vocab#derivesFromSpinalLevel";
inline constexpr std::string_view hasArterialSupply = "https://w3id.org/musclekg/vocab#hasArterialSupply";
inline constexpr std::string_view hasAction = "https://w3id.org/musclekg/vocab#hasAction";
inline constexpr std::string_view hasSynergist = "https://w3id.org/musclekg/vocab#hasSynergist";
inline constexpr std::string_view joinsWith = "https://w3id.org/musclekg/vocab#joinsWith";
inline constexpr std::string_view number = "https://w3id.org/musclekg/vocab#number";
inline constexpr std::string_view backlinks = "https://w3id.org/musclekg/vocab#backlinks";
inline constexpr std::string_view listedUnder = "https://w3id.org/musclekg/vocab#listedUnder";
inline constexpr std::string_view markers = "https://w3id.org/musclekg/vocab#markers";
inline constexpr std::string_view DerivedByRule = "https://w3id.org/musclekg/vocab#DerivedByRule";
inline constexpr std::string_view ExpandedFromAnchor = "https://w3id.org/musclekg/vocab#ExpandedFromAnchor";
inline constexpr std::string_view NoMarker = "https://w3id.org/musclekg/vocab#NoMarker";
inline constexpr std::string_view Palpation = "https://w3id.org/musclekg/vocab#Palpation";
inline constexpr std::string_view RecordValue = "https://w3id.org/musclekg/vocab#RecordValue";
inline constexpr std::string_view RuleGroupExpansion = "https://w3id.org/musclekg/vocab#RuleGroupExpansion";
inline constexpr std::string_view RuleNearestMaterialWhole = "https://w3id.org/musclekg/vocab#RuleNearestMaterialWhole";
inline constexpr std::string_view Section = "https://w3id.org/musclekg/vocab#Section";
inline constexpr std::string_view SentenceMarker = "https://w3id.org/musclekg/vocab#SentenceMarker";
inline constexpr std::string_view StatedByPage = "https://w3id.org/musclekg/vocab#StatedByPage";
inline constexpr std::string_view Statement = "https://w3id.org/musclekg/vocab#Statement";
inline constexpr std::string_view anchor = "https://w3id.org/musclekg/vocab#anchor";
inline constexpr std::string_view assertedIn = "https://w3id.org/musclekg/vocab#assertedIn";
inline constexpr std::string_view basis = "https://w3id.org/musclekg/vocab#basis";
inline constexpr std::string_view characterCount = "https://w3id.org/musclekg/vocab#characterCount";
inline constexpr std::string_view citationScope = "https://w3id.org/musclekg/vocab#citationScope";
inline constexpr std::string_view column = "https://w3id.org/musclekg/vocab#column";
inline constexpr std::string_view evidenceType = "https://w3id.org/musclekg/vocab#evidenceType";
inline constexpr std::string_view file = "https://w3id.org/musclekg/vocab#file";
inline constexpr std::string_view headerRow = "https://w3id.org/musclekg/vocab#headerRow";
inline constexpr std::string_view headingGiven = "https://w3id.org/musclekg/vocab#headingGiven";
inline constexpr std::string_view hasInsertionLandmark = "https://w3id.org/musclekg/vocab#hasInsertionLandmark";
inline constexpr std::string_view hasOriginLandmark = "https://w3id.org/musclekg/vocab#hasOriginLandmark";
inline constexpr std::string_view kind = "https://w3id.org/musclekg/vocab#kind";
inline constexpr std::string_view line = "https://w3id.org/musclekg/vocab#line";
inline constexpr std::string_view link = "https://w3id.org/musclekg/vocab#link";
inline constexpr std::string_view note = "https://w3id.org/musclekg/vocab#note";
inline constexpr std::string_view order = "https://w3id.org/musclekg/vocab#order";
inline constexpr std::string_view profile = "https://w3id.org/musclekg/vocab#profile";
inline constexpr std::string_view qualifier = "https://w3id.org/musclekg/vocab#qualifier";
inline constexpr std::string_view quoteSha256 = "https://w3id.org/musclekg/vocab#quoteSha256";
inline constexpr std::string_view rejected = "https://w3id.org/musclekg/vocab#rejected";
inline constexpr std::string_view row = "https://w3id.org/musclekg/vocab#row";
inline constexpr std::string_view rowNumber = "https://w3id.org/musclekg/vocab#rowNumber";
inline constexpr std::string_view ruleUsed = "https://w3id.org/musclekg/vocab#ruleUsed";
inline constexpr std::string_view section = "https://w3id.org/musclekg/vocab#section";
inline constexpr std::string_view canonicalSha256 = "https://w3id.org/musclekg/vocab#canonicalSha256";
inline constexpr std::string_view sha256 = "https://w3id.org/musclekg/vocab#sha256";
inline constexpr std::string_view statement = "https://w3id.org/musclekg/vocab#statement";
inline constexpr std::string_view textSha256 = "https://w3id.org/musclekg/vocab#textSha256";
inline constexpr std::string_view topic = "https://w3id.org/musclekg/vocab#topic";
}  // namespace mkg

}  // namespace musclekg
