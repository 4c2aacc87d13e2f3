// OBO files: each clause and what becomes of it, what is reported, the real files, and random damage.

#include "terms/obo.h"

#include <chrono>
#include <random>
#include <set>

#include "rdf/prefixes.h"
#include "test.h"

namespace musclekg::test {
namespace {

using Texts = std::vector<std::string>;

const Prefixes& prefixes() {
  static const Prefixes table = [] {
    Prefixes result;
    result.add("UBERON", "http://purl.obolibrary.org/obo/UBERON_", true);
    result.add("FMA", "http://purl.org/sig/ont/fma/fma", true);
    result.add("NCBITaxon", "http://purl.obolibrary.org/obo/NCBITaxon_", true);
    result.add_alias("FMA", "http://purl.obolibrary.org/obo/FMA_");
    return result;
  }();
  return table;
}

std::string obo(std::string_view name) { return "http://purl.obolibrary.org/obo/" + std::string(name); }
std::string fma(std::string_view name) { return "http://purl.org/sig/ont/fma/fma" + std::string(name); }

/// What the reader makes of a text. The file is called "x.obo" in the findings.
struct ReadFile {
  Ontology ontology;
  std::string findings;
};

ReadFile read(std::string_view text) {
  Diagnostics diagnostics;
  ReadFile result;
  result.ontology = read_obo("x.obo", text, prefixes(), diagnostics);
  result.findings = printed(diagnostics);
  return result;
}

/// The ontology of a text that has no fault.
Ontology ontology(std::string_view text) {
  ReadFile result = read(text);
  EXPECT_EQ(result.findings, "") << text;
  return std::move(result.ontology);
}

/// UBERON:1 with these clauses, none of which has a fault. `before` is the header, `after` other stanzas.
OntologyTerm term(std::string_view clauses, std::string_view before = "", std::string_view after = "") {
  const Ontology result = ontology(std::string(before) + "\n[Term]\nid: UBERON:1\n" + std::string(clauses) + "\n\n" + std::string(after));
  EXPECT_EQ(result.terms.size(), 1u);
  return result.terms.empty() ? OntologyTerm() : result.terms.front();
}

/// What is found wrong with the clauses of a term; the first of them is line 3. The term itself is kept, and what comes behind it.
std::string faults(std::string_view clauses) {
  const ReadFile result = read("[Term]\nid: UBERON:1\n" + std::string(clauses) + "\nalt_id: UBERON:2\n\n[Term]\nid: UBERON:3\n");
  EXPECT_EQ(result.ontology.terms.size(), 2u) << clauses;
  if (result.ontology.terms.size() == 2) {
    EXPECT_EQ(result.ontology.terms[0].alternative_ids, Texts{obo("UBERON_2")}) << clauses;
    EXPECT_EQ(result.ontology.terms[1].iri, obo("UBERON_3")) << clauses;
  }
  return result.findings;
}

/// "EXACT latin 'musculus'", for each synonym.
Texts synonyms(const OntologyTerm& term) {
  static constexpr const char* kScopes[] = {"EXACT", "NARROW", "BROAD", "RELATED"};
  static constexpr const char* kTypes[] = {"", " latin", " abbreviation", " plural", " other"};
  Texts result;
  for (const Synonym& synonym : term.synonyms)
    result.push_back(std::string(kScopes[static_cast<std::size_t>(synonym.scope)]) + kTypes[static_cast<std::size_t>(synonym.type)] + " '" +
                     synonym.text + "'");
  return result;
}

/// All of a term, one thing a line.
std::string describe(const OntologyTerm& term) {
  std::string text = term.iri + "\nname " + term.label + "\ndef " + term.definition + "\n";
  const auto list = [&](const char* what, const Texts& values) {
    for (const std::string& value : values) text.append(what).append(" ").append(value).append("\n");
  };
  list("synonym", synonyms(term));
  list("is_a", term.superclasses);
  list("part_of", term.wholes);
  list("match", term.matches);
  list("xref", term.cross_references);
  list("alt_id", term.alternative_ids);
  list("replaced_by", term.replaced_by);
  list("consider", term.consider);
  list("kind", term.structure_kinds);
  list("only", term.only_in_taxa);
  list("never", term.never_in_taxa);
  if (term.obsolete) text += "obsolete\n";
  return text;
}

// --- Lines

TEST(OboLines, EndAsTheyLike) {
  const std::string expected = describe(term("name: femur"));
  for (const char* text :
       {"[Term]\nid: UBERON:1\nname: femur\n", "[Term]\r\nid: UBERON:1\r\nname: femur\r\n", "[Term]\nid: UBERON:1\nname: femur",
        "\xEF\xBB\xBF[Term]\nid: UBERON:1\nname: femur\n", "\n\n! about\n[Term]\n\nid: UBERON:1\n  ! name: tibia\n\nname: femur\n\n\n",
        "[Term] ! the first\n\tid:UBERON:1   \n name:   femur \t\n"}) {
    const Ontology result = ontology(text);
    ASSERT_EQ(result.terms.size(), 1u) << text;
    EXPECT_EQ(describe(result.terms[0]), expected) << text;
  }
}

TEST(OboLines, GoOnBehindABackslash) {
  const OntologyTerm result =
      term("name: vastus \\\nmedi\\\r\nalis\nsynonym: \"musculus \\\nvastus\" \\\n EXACT \\\n LATIN []\nis_a: UBERON\\\n:2");
  EXPECT_EQ(result.label, "vastus medialis");
  EXPECT_EQ(synonyms(result), Texts{"EXACT latin 'musculus vastus'"});
  EXPECT_EQ(result.superclasses, Texts{obo("UBERON_2")});
  EXPECT_EQ(term("name: a\\\\\nis_a: UBERON:2").label, "a\\") << "an escaped backslash is none before a line end";
  EXPECT_EQ(term("! a comment \\\nname: femur").label, "femur") << "a comment does not go on";
}

TEST(OboLines, TellWhereATermBegins) {
  const Ontology result = ontology("format-version: 1.2\n\n[Term]\nid: UBERON:1\nname: a\\\nb\n\n[Term]\nid: UBERON:2\n");
  EXPECT_EQ(result.terms[0].line, 3u);
  EXPECT_EQ(result.terms[1].line, 8u);
}

// --- Header

TEST(OboHeader, NamesTheOntology) {
  const Ontology result = ontology("format-version: 1.4\ndata-version: releases/2026-04-01 ! new\nontology: uberon/basic\nunheard-of: x\n");
  EXPECT_EQ(result.path, "x.obo");
  EXPECT_EQ(result.version, "releases/2026-04-01");
  EXPECT_EQ(result.iri, obo("uberon/basic.owl"));
  EXPECT_EQ(ontology("ontology: http://example.org/o\n").iri, "http://example.org/o");
}

TEST(OboHeader, DeclaresPrefixesTheTableDoesNotKnow) {
  const OntologyTerm result = term("is_a: EX:7\nis_a: FMA:9\nis_a: NEW:5",
                                   "idspace: EX http://example.org/ex# \"an example\"\nidspace: FMA http://wrong.example.org/\n");
  EXPECT_EQ(result.superclasses, (Texts{"http://example.org/ex#7", fma("9"), obo("NEW_5")}));
}

TEST(OboHeader, SaysWhichCrossReferencesAreMatches) {
  const std::string references = "xref: FMA:9 \"femur\"\nxref: ZFA:0001 {source=\"x\"}\nxref: CARO:3\nxref: Wikipedia:Femur";
  const OntologyTerm result = term(references,
                                   "treat-xrefs-as-equivalent: CARO\n"
                                   "treat-xrefs-as-reverse-genus-differentia: ZFA part_of NCBITaxon:7954 ! zebrafish\n"
                                   "treat-xrefs-as-is_a: Wikipedia\n");
  EXPECT_EQ(result.cross_references, (Texts{"FMA:9", "ZFA:0001", "CARO:3", "Wikipedia:Femur"}));
  EXPECT_EQ(result.matches, (Texts{obo("ZFA_0001"), obo("CARO_3")}));
}

TEST(OboHeader, WithoutAWordOnMatchesUberonMatchesFma) {
  EXPECT_EQ(term("xref: FMA:9\nxref: ZFA:1").matches, Texts{fma("9")});
  EXPECT_EQ(ontology("[Term]\nid: CL:1\nxref: FMA:9\n").terms.at(0).matches, Texts{});
}

TEST(OboHeader, ReportsWhatIsMissing) {
  const ReadFile result = read(
      "ontology:\nidspace: EX\nsynonymtypedef: LATIN\nsynonymtypedef: LATIN \"latin\" EXAKT\ntreat-xrefs-as-equivalent:  \n"
      "treat-xrefs-as-reverse-genus-differentia: ZFA part_of\ndata-version: 1\ndata-version: 2\nname: femur\n[Term]\nid: UBERON:1\n");
  EXPECT_EQ(result.findings,
            "x.obo:1:10: error: no name of the ontology [obo-syntax]\n"
            "x.obo:2:12: error: no namespace behind the prefix [obo-syntax]\n"
            "x.obo:3:22: error: no quotes; expected text in double quotes [obo-syntax]\n"
            "x.obo:4:31: error: unknown scope 'EXAKT'; expected EXACT, NARROW, BROAD or RELATED [obo-syntax]\n"
            "  did you mean EXACT?\n"
            "x.obo:5:29: error: no prefix [obo-syntax]\n"
            "x.obo:6:54: error: no id behind the relation [obo-syntax]\n"
            "x.obo:8:15: error: a second version; '1' is kept [obo-syntax]\n"
            "x.obo:9:1: error: 'name' before the first stanza; expected a clause of the header, or [Term] [obo-syntax]\n");
  EXPECT_EQ(read("ontology: a<b>\nidspace: EX <http://a/>\nontology: a b\n").findings,
            "x.obo:1:11: error: 'a<b>' is no name of an ontology, and no IRI [obo-syntax]\n"
            "x.obo:2:13: error: '<http://a/>' is no namespace; expected an IRI [obo-syntax]\n"
            "x.obo:3:13: error: 'b' found; expected the end of the line, {modifiers} or ! a comment [obo-syntax]\n");
  EXPECT_EQ(result.ontology.version, "1");
  EXPECT_EQ(result.ontology.terms.size(), 1u);
}

// --- Stanzas

TEST(OboStanza, OtherThanTermsAndRelationsArePassedOver) {
  const Ontology result =
      ontology("[Instance]\nid: UBERON:1\nname: \"\n[Subset]\nwhat is this\n[Term]\nid: UBERON:2\n[Annotation]\nid: UBERON:3\n");
  ASSERT_EQ(result.terms.size(), 1u);
  EXPECT_EQ(result.terms[0].iri, obo("UBERON_2"));
}

TEST(OboStanza, WithoutAnIdIsLeftOut) {
  const ReadFile result = read(
      "[Term]\nname: femur\nis_a: UBERON:2\nrelationship: part_of UBERON:3\n\n[Term]\nid: UBERON:1\n\n[Typedef]\nname: part of\n[Term]\n");
  EXPECT_EQ(result.findings,
            "x.obo:1:1: error: [Term] without an id: it is left out [obo-syntax]\n"
            "  a stanza begins with a clause such as 'id: UBERON:0001380'\n"
            "x.obo:9:1: error: [Typedef] without an id: it is left out [obo-syntax]\n"
            "  a stanza begins with a clause such as 'id: UBERON:0001380'\n"
            "x.obo:11:1: error: [Term] without an id: it is left out [obo-syntax]\n"
            "  a stanza begins with a clause such as 'id: UBERON:0001380'\n");
  ASSERT_EQ(result.ontology.terms.size(), 1u);
  EXPECT_EQ(describe(result.ontology.terms[0]), obo("UBERON_1") + "\nname \ndef \n");
  EXPECT_EQ(result.ontology.counts.terms, 1u);
  EXPECT_EQ(result.ontology.counts.is_a, 0u);
  EXPECT_EQ(result.ontology.counts.part_of, 0u);
}

TEST(OboStanza, WithAnIdThatIsNoneIsLeftOut) {
  const ReadFile result =
      read("[Term]\nid: femur\nname: femur\n[Term]\nid:\n[Term]\nid: UBERON:\n[Term]\nid: http://a b/\n[Term]\nid: A:<1>\n");
  EXPECT_EQ(result.findings,
            "x.obo:2:5: error: 'femur' is no id; expected PREFIX:NAME or an IRI [obo-syntax]\n"
            "x.obo:5:4: error: no id; expected one such as UBERON:0001380 [obo-syntax]\n"
            "x.obo:7:5: error: 'UBERON:' is no id; expected PREFIX:NAME or an IRI [obo-syntax]\n"
            "x.obo:9:14: error: 'b/' found; expected the end of the line, {modifiers} or ! a comment [obo-syntax]\n"
            "x.obo:11:5: error: 'A:<1>' is no id; expected PREFIX:NAME or an IRI [obo-syntax]\n");
  EXPECT_EQ(result.ontology.terms.size(), 0u);
  EXPECT_EQ(result.ontology.counts.terms, 0u);
}

TEST(OboStanza, WhoseFirstLineIsBrokenDoesNotSpoilTheOneBefore) {
  const char* const before = "[Term]\nid: UBERON:1\n\n";
  const char* const rest = "\nid: UBERON:2\nname: tibia\nis_a: UBERON:5\n\n[Term]\nid: UBERON:3\n";
  const auto findings = [&](const std::string& line) {
    const ReadFile result = read(before + line + rest);
    EXPECT_EQ(result.ontology.terms.size(), 2u) << line;
    EXPECT_EQ(describe(result.ontology.terms.at(0)), obo("UBERON_1") + "\nname \ndef \n") << line;
    return result.findings;
  };
  const std::string second =
      "x.obo:5:5: error: a second id in the stanza of line 1: what follows here is left out [obo-syntax]\n"
      "  is a line such as [Term] missing before it?\n";
  EXPECT_EQ(findings(""), second);
  EXPECT_EQ(findings("!Term]"), second);
  EXPECT_EQ(findings("<stanza>"),
            "x.obo:4:1: error: '<stanza>' has no tag; expected a clause such as 'name: femur' [obo-syntax]\n" + second);
  EXPECT_EQ(findings("Term]"), "x.obo:4:1: error: unknown stanza 'Term]': it is left out [obo-syntax]\n  did you mean [Term]?\n");
  EXPECT_EQ(findings("[Term"), "x.obo:4:1: error: '[Term' has no ']'; expected a stanza such as [Term] [obo-syntax]\n");
  EXPECT_EQ(findings("[Trem]"), "x.obo:4:1: error: unknown stanza '[Trem]': it is left out [obo-syntax]\n  did you mean [Term]?\n");
  EXPECT_EQ(findings("[a b]"), "x.obo:4:1: error: 'a b' is no name of a stanza; expected one such as [Term] [obo-syntax]\n");
  EXPECT_EQ(findings("[Term] x"), "x.obo:4:8: error: 'x' found; expected the end of the line, {modifiers} or ! a comment [obo-syntax]\n");
  EXPECT_EQ(findings("[T\xFFrm]"), "x.obo:4:3: error: byte 23 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n");
}

TEST(OboStanza, BeforeTheFirstLineOfATermIsReportedOnce) {
  const ReadFile result = read("ontology: x\n\nid: UBERON:1\nname: femur\nis_a: UBERON:2\n\n[Term]\nid: UBERON:3\n");
  EXPECT_EQ(result.findings, "x.obo:3:1: error: 'id' before the first stanza; expected a clause of the header, or [Term] [obo-syntax]\n");
  EXPECT_EQ(result.ontology.terms.size(), 1u);
}

// --- Clauses

TEST(OboTerm, HasAnIdInAnySpelling) {
  const auto iri = [](std::string_view id) { return ontology("[Term]\nid: " + std::string(id) + "\n").terms.at(0).iri; };
  EXPECT_EQ(iri("UBERON:0001380"), obo("UBERON_0001380"));
  EXPECT_EQ(iri("FMA:17740 ! "), fma("17740"));
  EXPECT_EQ(iri("FMA:17740 !"), fma("17740"));
  EXPECT_EQ(iri("http://purl.obolibrary.org/obo/FMA_17740"), fma("17740"));
  EXPECT_EQ(iri("http://owltools.org/Q!x ! y"), "http://owltools.org/Q!x");
  EXPECT_EQ(iri("A:doi\\:1 {source=\"x\"}"), obo("A_doi:1"));
}

TEST(OboTerm, HasAName) {
  EXPECT_EQ(term("name: vastus medialis").label, "vastus medialis");
  EXPECT_EQ(term("name: head\\, neck\\! \\(right\\) \\{x\\}\\Wend").label, "head, neck! (right) {x} end");
  EXPECT_EQ(term("name: a \"quoted\" name ! the label").label, "a \"quoted\" name");
  EXPECT_EQ(term("name: stop! now !there").label, "stop! now !there") << "a comment stands between blanks";
  EXPECT_EQ(term("name: femur {source=\"a } ! b\", x=\"y\"} ! bone").label, "femur");
  EXPECT_EQ(term("name: set {1, 2} of {3}").label, "set {1, 2} of {3}") << "no modifiers";
  EXPECT_EQ(term("name: femur\nname: femur").label, "femur");
}

TEST(OboTerm, HasADefinition) {
  EXPECT_EQ(term("def: \"The \\\"thigh\\\" bone\\n\\tof \\\\ [x] ! {y}.\" [ISBN:1\\,2, http://a.b/c] {source=\"z\"} ! bone").definition,
            "The \"thigh\" bone\n\tof \\ [x] ! {y}.");
  EXPECT_EQ(term("def: \"Bone.\"").definition, "Bone.") << "without a list";
  EXPECT_EQ(term("def: \"\" []").definition, "");
}

TEST(OboTerm, HasSynonymsWithScopes) {
  EXPECT_EQ(synonyms(term("synonym: \"a\" EXACT []\nsynonym: \"b\" NARROW [X:1 \"] !\", Y:2]\nsynonym: \"c\" BROAD [] {x=\"y\"}\n"
                          "synonym: \"d\" RELATED [] ! e\nsynonym: \"f\" []\nsynonym: \"g\"\nsynonym: \"h \\\"i\\\" [j\\]\" EXACT []")),
            (Texts{"EXACT 'a'", "NARROW 'b'", "BROAD 'c'", "RELATED 'd'", "RELATED 'f'", "RELATED 'g'", "EXACT 'h \"i\" [j]'"}));
  EXPECT_EQ(synonyms(term("exact_synonym: \"a\" []\nnarrow_synonym: \"b\" [X:1]\nbroad_synonym: \"c\"\nrelated_synonym: \"d\" []")),
            (Texts{"EXACT 'a'", "NARROW 'b'", "BROAD 'c'", "RELATED 'd'"}));
}

TEST(OboTerm, HasSynonymsWithTypes) {
  const auto types = [](const Texts& ids) {
    Texts result;
    for (const std::string& id : ids) result.push_back(synonyms(term("synonym: \"a\" BROAD " + id + " []")).at(0));
    return result;
  };
  EXPECT_EQ(types({"LATIN", "http://purl.obolibrary.org/obo/uberon/core#LATIN", "OMO:0003011"}), Texts(3, "BROAD latin 'a'"));
  EXPECT_EQ(types({"ABBREVIATION", "abbreviation", "OMO:0003000", "http://purl.obolibrary.org/obo/OMO_0003000", "OMO:0003012"}),
            Texts(5, "BROAD abbreviation 'a'"));
  EXPECT_EQ(types({"PLURAL", "plural_form", "OMO:0003004"}), Texts(3, "BROAD plural 'a'"));
  EXPECT_EQ(types({"HUMAN_PREFERRED", "OMO:0003005", "LATINS"}), Texts(3, "BROAD other 'a'"));
}

TEST(OboTerm, HasSynonymsWhoseTypeSaysTheScope) {
  const char* const header = "synonymtypedef: LATIN \"latin term\" EXACT\nsynonymtypedef: SENSU \"by taxon\"\n";
  EXPECT_EQ(synonyms(term("synonym: \"a\" LATIN []\nsynonym: \"b\" NARROW LATIN []\nsynonym: \"c\" SENSU []", header)),
            (Texts{"EXACT latin 'a'", "NARROW latin 'b'", "RELATED other 'c'"}));
}

TEST(OboTerm, HasCrossReferences) {
  EXPECT_EQ(term("xref: FMA:9 \"femur ! [x]\" {source=\"y\"} ! z\nxref: TAO:doi\\:10.1/x\nxref: :ISBN 3-89937\nxref: Coronary_anatomy\n"
                 "xref: http://a.b/c!d#e ! f")
                .cross_references,
            (Texts{"FMA:9", "TAO:doi:10.1/x", ":ISBN 3-89937", "Coronary_anatomy", "http://a.b/c!d#e"}));
}

TEST(OboTerm, HasOtherIdsAndSuccessors) {
  const OntologyTerm result = term(
      "alt_id: UBERON:2\nalt_id: http://purl.bioontology.org/x/17c9\nis_obsolete: true\nreplaced_by: UBERON:3 ! c\n"
      "consider: UBERON:0011144\nconsider: obo.UBERON_0011145\nconsider: http://purl.obolibrary.org/obo/UBERON_0011146 {source=\"x\"}");
  EXPECT_EQ(result.alternative_ids, (Texts{obo("UBERON_2"), "http://purl.bioontology.org/x/17c9"}));
  EXPECT_TRUE(result.obsolete);
  EXPECT_EQ(result.replaced_by, Texts{obo("UBERON_3")});
  EXPECT_EQ(result.consider, (Texts{obo("UBERON_0011144"), obo("UBERON_0011145"), obo("UBERON_0011146")}));
  EXPECT_FALSE(term("is_obsolete: false").obsolete);
}

TEST(OboTerm, HasTaxa) {
  const OntologyTerm result = term(
      "relationship: only_in_taxon NCBITaxon:1\nrelationship: never_in_taxon NCBITaxon:2\nrelationship: RO:0002160 NCBITaxon:3\n"
      "property_value: RO:0002161 NCBITaxon:4 {source=\"x\"}\nproperty_value: never_in_taxon NCBITaxon:5 ! birds\n"
      "property_value: http://purl.obolibrary.org/obo/RO_0002161 NCBITaxon:6 xsd:anyURI\nproperty_value: present_in_taxon NCBITaxon:7\n"
      "property_value: note \"never_in_taxon \\q\"\nrelationship: part_of NCBITaxon:8");
  EXPECT_EQ(result.only_in_taxa, (Texts{obo("NCBITaxon_1"), obo("NCBITaxon_3"), obo("NCBITaxon_8")}));
  EXPECT_EQ(result.never_in_taxa, (Texts{obo("NCBITaxon_4"), obo("NCBITaxon_5"), obo("NCBITaxon_6"), obo("NCBITaxon_2")}));
  EXPECT_EQ(result.wholes, Texts{});
}

TEST(OboTerm, HasMatchesAndKinds) {
  const OntologyTerm result = term(
      "property_value: s:exactMatch FMA:9 {source=\"x\"} ! femur\nproperty_value: s:exactMatch http://www.wikidata.org/entity/Q1\n"
      "property_value: http://www.w3.org/2004/02/skos/core#exactMatch EX:7 xsd:anyURI\n"
      "property_value: s:exactMatch \"http://example.org/in-quotes\" xsd:string\nproperty_value: s:exactMatch \"no id\" xsd:string\n"
      "property_value: s:closeMatch FMA:10\nxref: FMA:11\n"
      "property_value: mkg:structureKind \"bone\" xsd:string ! a kind\nproperty_value: mkg:structureKind \"bone-part\"\n"
      "property_value: mkg:other \"line\" xsd:string",
      "idspace: s http://www.w3.org/2004/02/skos/core#\nidspace: mkg https://w3id.org/musclekg/vocab# \"words\"\n"
      "idspace: EX http://example.org/\n");
  EXPECT_EQ(result.matches,
            (Texts{fma("9"), "http://www.wikidata.org/entity/Q1", "http://example.org/7", "http://example.org/in-quotes", fma("11")}));
  EXPECT_EQ(result.structure_kinds, (Texts{"bone", "bone-part"}));
}

TEST(OboTerm, PassesOverTheRest) {
  EXPECT_EQ(describe(term("namespace: uberon\ncomment: \"x\\q {\nsubset: y\ncreated_by: z\nunion_of: UBERON:2\ndisjoint_from: UBERON:3\n"
                          "unheard_of: \"\nlongitudinally-odd.tag2: x")),
            obo("UBERON_1") + "\nname \ndef \n");
}

// --- Relations

TEST(OboRelation, PartOfIsKnown) {
  EXPECT_EQ(term("relationship: part_of UBERON:2 {source=\"EHDAA2\"} ! aortic system\nrelationship: BFO:0000050 UBERON:3\n"
                 "relationship: OBO_REL:part_of UBERON:4\nrelationship: overlaps UBERON:5\nrelationship: "
                 "http://purl.obolibrary.org/obo/BFO_0000050 "
                 "UBERON:6")
                .wholes,
            (Texts{obo("UBERON_2"), obo("UBERON_3"), obo("UBERON_4"), obo("UBERON_6")}));
}

TEST(OboRelation, BranchingPartOfLeadsToAWhole) {
  const Ontology result = ontology(
      "[Term]\nid: UBERON:1\nrelationship: RO:0002380 UBERON:2 ! trunk\nrelationship: branch UBERON:3\nrelationship: part_of UBERON:4\n"
      "relationship: branching_part_of UBERON:5\nrelationship: RO:0002380 UBERON:6 {all_only=\"true\"}\n\n"
      "[Term]\nid: UBERON:7\nintersection_of: UBERON:8\nintersection_of: RO:0002380 UBERON:9\n\n"
      "[Typedef]\nid: branch\nxref: RO:0002380\nis_a: part_of\n\n[Typedef]\nid: proper_part_of\nis_a: part_of\n");
  EXPECT_EQ(result.terms.at(0).wholes, (Texts{obo("UBERON_2"), obo("UBERON_3"), obo("UBERON_4"), obo("UBERON_5")}));
  EXPECT_EQ(result.terms.at(1).superclasses, Texts{obo("UBERON_8")});
  EXPECT_EQ(result.terms.at(1).wholes, Texts{obo("UBERON_9")});
  EXPECT_EQ(result.counts.part_of, 1u);
  EXPECT_EQ(result.counts.defined_by, 1u) << "the genus";
}

TEST(OboRelation, IsWhatItsDeclarationSays) {
  const char* const relations =
      "[Typedef]\nid: located\nname: part of\nname: located\nxref: OBO_REL:x\nxref: BFO:0000050 \"part of\"\n\n"
      "[Typedef]\nid: proper_part_of\nname: proper part of\nis_a: located\n\n"
      "[Typedef]\nid: part_of\nxref: RO:0002131\n\n[Typedef]\nid: only\nname: only in taxon\nxref: RO:0002160\n";
  EXPECT_EQ(describe(term("relationship: located UBERON:2\nrelationship: proper_part_of UBERON:3\nrelationship: part_of UBERON:4\n"
                          "relationship: only NCBITaxon:5",
                          "", relations)),
            obo("UBERON_1") + "\nname \ndef \npart_of " + obo("UBERON_2") + "\nonly " + obo("NCBITaxon_5") + "\n");
}

TEST(OboRelation, HasALabel) {
  using Labels = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(ontology("[Typedef]\nid: part_of\nname: part of\nname: part_of\nxref: BFO:0000050\n\n"
                     "[Typedef]\nid: RO:0002202\nname: develops from ! x\nxref: RO:0002254\n\n"
                     "[Typedef]\nid: only_in_taxon\nname: only in taxon\n\n"
                     "[Typedef]\nid: foaf-homepage\nname: homepage\nxref: :homepage\nxref: http://xmlns.com/foaf/0.1/homepage\n\n"
                     "[Typedef]\nid: nameless\nxref: RO:1\n\n[Typedef]\nid: nowhere\nname: nowhere\n")
                .properties,
            (Labels{{obo("BFO_0000050"), "part of"},
                    {obo("RO_0002202"), "develops from"},
                    {obo("RO_0002160"), "only in taxon"},
                    {"http://xmlns.com/foaf/0.1/homepage", "homepage"}}));
}

TEST(OboRelation, ToNoTargetButOneIsNoEdge) {
  const Ontology result = ontology(
      "[Term]\nid: UBERON:1\nrelationship: part_of UBERON:2 {all_only=\"true\"} ! only\n"
      "relationship: part_of UBERON:3 {all_some=\"true\", all_only=\"true\"}\nrelationship: part_of UBERON:4 {maxCardinality=\"0\"}\n");
  EXPECT_EQ(result.terms.at(0).wholes, Texts{obo("UBERON_3")});
  EXPECT_EQ(result.counts.part_of, 3u) << "as stated";
}

TEST(OboIntersection, GivesEdgesThatAreNotStated) {
  const Ontology result = ontology(
      "[Term]\nid: UBERON:1\nis_a: UBERON:2\nintersection_of: UBERON:2 ! stated\nintersection_of: UBERON:3\n"
      "intersection_of: part_of UBERON:4 ! whole\nintersection_of: part_of UBERON:5\nintersection_of: develops_from UBERON:6\n"
      "intersection_of: part_of NCBITaxon:7\nintersection_of: part_of UBERON:5\nrelationship: part_of UBERON:5\n");
  const OntologyTerm& term = result.terms.at(0);
  EXPECT_EQ(term.superclasses, (Texts{obo("UBERON_2"), obo("UBERON_3")}));
  EXPECT_EQ(term.wholes, (Texts{obo("UBERON_5"), obo("UBERON_4")}));
  EXPECT_EQ(term.only_in_taxa, Texts{obo("NCBITaxon_7")});
  EXPECT_EQ(result.counts.is_a, 1u);
  EXPECT_EQ(result.counts.part_of, 1u);
  EXPECT_EQ(result.counts.defined_by, 2u);
}

TEST(OboIntersection, OfAGenusInATaxonIsABridge) {
  const auto bridge = [](std::string_view clauses) {
    return describe(ontology("[Term]\nid: FMA:17740 ! \n" + std::string(clauses)).terms.at(0));
  };
  const std::string begin = fma("17740") + "\nname \ndef \n";
  EXPECT_EQ(bridge("intersection_of: UBERON:2 ! cervix\nintersection_of: part_of NCBITaxon:9606\n"),
            begin + "match " + obo("UBERON_2") + "\n");
  EXPECT_EQ(bridge("intersection_of: occurs_in NCBITaxon:9606\nintersection_of: UBERON:2\n"), begin + "match " + obo("UBERON_2") + "\n");
  EXPECT_EQ(bridge("intersection_of: FMA:2\nintersection_of: part_of NCBITaxon:9606\n"),
            begin + "is_a " + fma("2") + "\nonly " + obo("NCBITaxon_9606") + "\n")
      << "the same prefix";
  EXPECT_EQ(bridge("intersection_of: UBERON:2\nintersection_of: part_of UBERON:3\n"),
            begin + "is_a " + obo("UBERON_2") + "\npart_of " + obo("UBERON_3") + "\n")
      << "no taxon";
  EXPECT_EQ(bridge("intersection_of: UBERON:2\nintersection_of: part_of UBERON:3\nintersection_of: part_of NCBITaxon:9606\n"),
            begin + "is_a " + obo("UBERON_2") + "\npart_of " + obo("UBERON_3") + "\nonly " + obo("NCBITaxon_9606") + "\n")
      << "more than a taxon";
}

TEST(OboCounts, CountClausesAsTheyStand) {
  const OntologyCounts counts =
      ontology(
          "[Term]\nid: UBERON:1\nis_a: UBERON:2\nis_a: UBERON:2\nrelationship: part_of UBERON:3\n"
          "relationship: part_of UBERON:3\nrelationship: part_of NCBITaxon:3\nxref: A:1\nxref: A:1\n"
          "synonym: \"a\" EXACT []\nsynonym: \"a\" EXACT []\nbroad_synonym: \"b\"\nis_obsolete: true\nis_obsolete: true\n"
          "def: \"x\" [A:1]\n\n[Term]\nid: UBERON:1\n\n[Typedef]\nid: r\nis_a: q\nsynonym: \"s\" EXACT []\nxref: A:2\n")
          .counts;
  EXPECT_EQ(counts.terms, 2u);
  EXPECT_EQ(counts.obsolete, 1u);
  EXPECT_EQ(counts.synonyms, (std::array<std::size_t, 4>{2, 0, 1, 0}));
  EXPECT_EQ(counts.is_a, 2u);
  EXPECT_EQ(counts.part_of, 3u);
  EXPECT_EQ(counts.defined_by, 0u);
  EXPECT_EQ(counts.cross_references, 2u);
}

// --- Faults

TEST(OboFault, IsToldWithItsPlace) {
  EXPECT_EQ(faults("femur"), "x.obo:3:1: error: 'femur' has no tag; expected a clause such as 'name: femur' [obo-syntax]\n");
  EXPECT_EQ(faults("is a: UBERON:2"),
            "x.obo:3:1: error: 'is a: UBERON:2' has no tag; expected a clause such as 'name: femur' [obo-syntax]\n");
  EXPECT_EQ(faults("name:  "), "x.obo:3:8: error: no name [obo-syntax]\n");
  EXPECT_EQ(faults("name: a\nname: b"), "x.obo:4:7: error: a second name; 'a' is kept [obo-syntax]\n");
  EXPECT_EQ(faults("name: x {a=\"b\" c"), "x.obo:3:9: error: the modifiers that begin here are never closed; expected '}' [obo-syntax]\n");
  EXPECT_EQ(faults("name: x {a=\"b\"} c"),
            "x.obo:3:17: error: 'c' found; expected the end of the line, {modifiers} or ! a comment [obo-syntax]\n");
  EXPECT_EQ(faults("def: Bone. []"), "x.obo:3:6: error: no quotes; expected text in double quotes [obo-syntax]\n");
  EXPECT_EQ(faults("def: \"a\" []\ndef: \"b\" []"), "x.obo:4:6: error: a second definition; 'a' is kept [obo-syntax]\n");
  EXPECT_EQ(faults("def: \"Bone. []"),
            "x.obo:3:6: error: the quotes that open here are never closed [obo-syntax]\n  write a quote inside quotes as \\\"\n");
  EXPECT_EQ(faults("def: \"Bone.\\\" []"),
            "x.obo:3:6: error: the quotes that open here are never closed [obo-syntax]\n  write a quote inside quotes as \\\"\n");
  EXPECT_EQ(faults("def: \"Bone\" of the thigh\" []"),
            "x.obo:3:13: error: 'of the thigh\" []' found; expected the end of the line, {modifiers} or ! a comment [obo-syntax]\n");
  EXPECT_EQ(faults("def: \"Bone.\" [A:1, B:2"),
            "x.obo:3:14: error: the cross-references that begin here are never closed; expected ']' [obo-syntax]\n");
  EXPECT_EQ(faults("def: \"Bone.\" [A:1 \"x]"),
            "x.obo:3:19: error: the quotes that open here are never closed [obo-syntax]\n  write a quote inside quotes as \\\"\n");
  EXPECT_EQ(faults("synonym: \"a\" EXAKT []"),
            "x.obo:3:14: error: unknown scope 'EXAKT'; expected EXACT, NARROW, BROAD or RELATED [obo-syntax]\n  did you mean EXACT?\n");
  EXPECT_EQ(faults("synonym: \"a\" exact []"),
            "x.obo:3:14: error: unknown scope 'exact'; expected EXACT, NARROW, BROAD or RELATED [obo-syntax]\n  did you mean EXACT?\n");
  EXPECT_EQ(faults("synonym: \"a\" LATIN []"),
            "x.obo:3:14: error: unknown scope 'LATIN'; expected EXACT, NARROW, BROAD or RELATED [obo-syntax]\n")
      << "a type that the header does not declare";
  EXPECT_EQ(faults("synonym: \" \" EXACT []"), "x.obo:3:10: error: no text between the quotes [obo-syntax]\n");
  EXPECT_EQ(faults("xref:"), "x.obo:3:6: error: no id; expected one such as FMA:22432 [obo-syntax]\n");
  EXPECT_EQ(faults("is_a: ! femur"), "x.obo:3:7: error: no id; expected one such as UBERON:0001380 [obo-syntax]\n");
  EXPECT_EQ(faults("is_a: femur"), "x.obo:3:7: error: 'femur' is no id; expected PREFIX:NAME or an IRI [obo-syntax]\n");
  EXPECT_EQ(faults("is_a: UBERON:2 femur"),
            "x.obo:3:16: error: 'femur' found; expected the end of the line, {modifiers} or ! a comment [obo-syntax]\n");
  EXPECT_EQ(faults("relationship:"), "x.obo:3:14: error: no relation; expected one, and the id it leads to [obo-syntax]\n");
  EXPECT_EQ(faults("relationship: UBERON:2"), "x.obo:3:23: error: no id; expected one such as UBERON:0001380 [obo-syntax]\n");
  EXPECT_EQ(faults("intersection_of: {x=\"y\"}"), "x.obo:3:18: error: no id; expected one, or a relation and an id [obo-syntax]\n");
  EXPECT_EQ(faults("intersection_of: part_of"), "x.obo:3:18: error: 'part_of' is no id; expected PREFIX:NAME or an IRI [obo-syntax]\n");
  EXPECT_EQ(faults("is_obsolete: yes"), "x.obo:3:14: error: 'yes' found; expected true or false [obo-syntax]\n");
  EXPECT_EQ(faults("property_value: never_in_taxon birds"),
            "x.obo:3:32: error: 'birds' is no id; expected PREFIX:NAME or an IRI [obo-syntax]\n");
  EXPECT_EQ(faults("property_value: http://www.w3.org/2004/02/skos/core#exactMatch femur"),
            "x.obo:3:64: error: 'femur' is no id; expected PREFIX:NAME or an IRI [obo-syntax]\n");
  EXPECT_EQ(faults("property_value: https://w3id.org/musclekg/vocab#structureKind bone"),
            "x.obo:3:63: error: no quotes; expected text in double quotes [obo-syntax]\n");
}

TEST(OboFault, IsAnEscapeThatDoesNotExist) {
  const std::string hint = "  write a backslash as \\\\; the others are \\n, \\t, \\W (a blank) and \\ before : , \" ( ) [ ] { } !\n";
  EXPECT_EQ(faults("name: a\\qb"), "x.obo:3:8: error: unknown escape '\\q' [obo-syntax]\n" + hint);
  EXPECT_EQ(faults("def: \"a\\\xC3\xA9\" []"), "x.obo:3:8: error: unknown escape '\\\xC3\xA9' [obo-syntax]\n" + hint);
  EXPECT_EQ(faults("is_a: UBERON:\\2"), "x.obo:3:14: error: unknown escape '\\2' [obo-syntax]\n" + hint);
  EXPECT_EQ(read("[Term]\nid: UBERON:1\nname: a\\").findings, "x.obo:3:8: error: unknown escape '\\' [obo-syntax]\n" + hint);
}

TEST(OboFault, HasThePlaceInALineThatGoesOn) {
  EXPECT_EQ(faults("synonym: \"a\" \\\n EXACT \\\n [] x"),
            "x.obo:5:5: error: 'x' found; expected the end of the line, {modifiers} or ! a comment [obo-syntax]\n");
  EXPECT_EQ(read("\xEF\xBB\xBFwhat\n").findings.substr(0, 10), "x.obo:1:1:") << "the byte order mark is no column";
}

TEST(OboFault, QuotesNoMoreThanTheBeginning) {
  EXPECT_EQ(faults("x" + std::string(57, 'y') + "\xC3\xA9\xC3\xA9"), "x.obo:3:1: error: 'x" + std::string(57, 'y') +
                                                                         "\xC3\xA9...' has no tag; expected a clause such as 'name: femur' "
                                                                         "[obo-syntax]\n");
}

TEST(OboFault, IsABrokenEncoding) {
  EXPECT_EQ(faults("def: \"r\xE9gion\" []"), "x.obo:3:8: error: byte 27 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n");
  EXPECT_EQ(faults("comment: \xFF"), "x.obo:3:10: error: byte 29 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n");
  EXPECT_EQ(faults("! \xFF"), "x.obo:3:3: error: byte 22 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n");
  EXPECT_EQ(read("[Term]\nid: UBERON:\xFF\nname: x\n").findings,
            "x.obo:2:12: error: byte 18 is not UTF-8 [not-utf8]\n  save the file as UTF-8\n")
      << "and not that the id is missing";
  EXPECT_EQ(faults(std::string_view("name: a\0b", 9)), "x.obo:3:8: error: a zero byte; expected text [obo-syntax]\n");
}

TEST(OboFault, IsOneForAFileThatIsNoText) {
  std::string text(
      "\x7F"
      "ELF\x02\x01\0\0\n",
      9);
  for (int i = 0; i < 1000; ++i) text += std::string_view("a\0\n\xFF\x01\n", 6);
  EXPECT_EQ(read(text).findings,
            "x.obo:1:7: error: a zero byte before the first clause: this is no text [obo-syntax]\n"
            "  an OBO file is text in UTF-8, compressed with gzip or not\n");
}

TEST(OboFault, TwentyInARowEndTheReading) {
  std::string text = "[Term]\nid: UBERON:1\n";
  for (int i = 0; i < 1000; ++i) text += "what is this\n\n! comment\n";
  const ReadFile result = read(text + "[Term]\nid: UBERON:2\n");
  EXPECT_EQ(std::count(result.findings.begin(), result.findings.end(), '\n'), 22);
  EXPECT_TRUE(
      result.findings.ends_with("x.obo:60:1: error: 20 faults in a row: what follows is not read [obo-syntax]\n  is this an OBO file?\n"))
      << result.findings;
  EXPECT_EQ(result.ontology.terms.size(), 1u);

  text = "[Term]\nid: UBERON:1\n";
  for (int i = 0; i < 30; ++i) text += (i == 15 ? "name: femur\n" : "") + std::string("what is this\n");
  EXPECT_EQ(read(text + "[Term]\nid: UBERON:2\n").ontology.terms.size(), 2u) << "a good clause between them";
}

TEST(LooksLikeObo, SeesAHeaderOrAStanza) {
  for (const char* text : {"format-version: 1.2\n", "\xEF\xBB\xBF\n! x\n\ndata-version: 1\n", "[Term]\nid: A:1\n", " [Typedef] ! x",
                           "ontology: x", "treat-xrefs-as-is_a: X\r\n"})
    EXPECT_TRUE(looks_like_obo(text)) << text;
  for (const char* text : {"", "\n", "! only a comment", "<?xml version=\"1.0\"?>", "@prefix x: <y> .", "[{\"id\": 1}]", "[] a <x> .",
                           "name: femur\n", "# Turtle\n", "<http://a> <b> <c> .", "[Term"})
    EXPECT_FALSE(looks_like_obo(text)) << text;
}

// --- Real files

/// The same counts, made line by line without the reader.
struct LineCounts {
  OntologyCounts counts;
  std::size_t bridges = 0;
};

LineCounts count_lines(std::string_view text) {
  LineCounts result;
  OntologyCounts& counts = result.counts;
  bool in_term = false;
  std::string_view prefix;
  std::set<std::string_view> stated, defined;
  std::size_t definitions = 0, taxa = 0;
  const auto end_term = [&] {
    if (definitions == 2 && taxa == 1) {
      ++result.bridges;
    } else {
      for (const std::string_view edge : defined) counts.defined_by += stated.contains(edge) ? 0 : 1;
    }
    stated.clear();
    defined.clear();
    definitions = taxa = 0;
  };
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with('[')) {
      end_term();
      in_term = line == "[Term]";
      counts.terms += in_term ? 1 : 0;
    }
    if (!in_term) continue;
    const auto value = [&](std::string_view tag) {
      std::string_view rest = line.starts_with(tag) ? line.substr(tag.size()) : std::string_view();
      rest = rest.substr(0, rest.find(" !"));
      return rest.substr(0, rest.find(" {"));
    };
    if (line == "is_obsolete: true") ++counts.obsolete;
    if (line.starts_with("xref: ")) ++counts.cross_references;
    if (line.starts_with("is_a: ")) ++counts.is_a, stated.insert(value("is_a: "));
    if (line.starts_with("relationship: part_of ")) ++counts.part_of, stated.insert(value("relationship: "));
    if (line.starts_with("relationship: BFO:0000050 ")) ++counts.part_of;
    if (line.starts_with("intersection_of: ")) {
      ++definitions;
      const std::string_view definition = value("intersection_of: ");
      if (definition.find("NCBITaxon:") != std::string_view::npos) {
        ++taxa;
      } else if (definition.starts_with("part_of ") || definition.find(' ') == std::string_view::npos) {
        defined.insert(definition);
      }
    }
    if (line.starts_with("synonym: ")) {
      constexpr std::string_view kScopes[] = {"\" EXACT ", "\" NARROW ", "\" BROAD ", "\" RELATED "};
      for (std::size_t i = 0; i < 4; ++i) counts.synonyms[i] += line.find(kScopes[i]) != std::string_view::npos ? 1 : 0;
    }
  }
  end_term();
  return result;
}

class RealOboFile : public testing::TestWithParam<const char*> {};

TEST_P(RealOboFile, IsReadToTheLastClause) {
  MUSCLEKG_NEEDS_SHARED("terms/obo");
  const std::string text = contents(shared() / "terms/obo" / GetParam());
  EXPECT_TRUE(looks_like_obo(std::string_view(text).substr(0, 512)));
  const Ontology result = ontology(text);
  const LineCounts lines = count_lines(text);
  EXPECT_EQ(result.terms.size(), lines.counts.terms);
  EXPECT_EQ(result.counts.terms, lines.counts.terms);
  EXPECT_EQ(result.counts.obsolete, lines.counts.obsolete);
  EXPECT_EQ(result.counts.synonyms, lines.counts.synonyms);
  EXPECT_EQ(result.counts.is_a, lines.counts.is_a);
  EXPECT_EQ(result.counts.part_of, lines.counts.part_of);
  EXPECT_EQ(result.counts.defined_by, lines.counts.defined_by);
  EXPECT_EQ(result.counts.cross_references, lines.counts.cross_references);
  std::size_t synonyms = 0, superclasses = 0, references = 0;
  for (const OntologyTerm& term : result.terms) {
    synonyms += term.synonyms.size();
    superclasses += term.superclasses.size();
    references += term.cross_references.size();
  }
  EXPECT_EQ(synonyms, lines.counts.synonyms[0] + lines.counts.synonyms[1] + lines.counts.synonyms[2] + lines.counts.synonyms[3]);
  EXPECT_GE(superclasses, lines.counts.is_a);
  EXPECT_EQ(references, lines.counts.cross_references);
}

INSTANTIATE_TEST_SUITE_P(Obo, RealOboFile,
                         testing::Values("circulatory-minimal.obo", "musculoskeletal-minimal.obo", "nervous-minimal.obo", "ro.obo",
                                         "uberon-2015-04-23.obo", "uberon-bridge-to-fma-2023-10-27.obo"),
                         [](const auto& file) {
                           std::string name = file.param;
                           std::replace_if(
                               name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
                           return name;
                         });

Ontology real_file(const char* name) { return ontology(contents(shared() / "terms/obo" / name)); }

const OntologyTerm& term_of(const Ontology& ontology, const std::string& iri) {
  static const OntologyTerm kNone;
  for (const OntologyTerm& term : ontology.terms)
    if (term.iri == iri) return term;
  ADD_FAILURE() << iri << " is missing";
  return kNone;
}

TEST(RealObo, UberonOf2015) {
  MUSCLEKG_NEEDS_SHARED("terms/obo/uberon-2015-04-23.obo");
  const Ontology uberon = real_file("uberon-2015-04-23.obo");
  EXPECT_EQ(uberon.iri, obo("uberon/basic.owl"));
  EXPECT_EQ(uberon.version, "uberon/releases/2015-04-23/basic.owl");

  const OntologyTerm& vastus = term_of(uberon, obo("UBERON_0001380"));
  EXPECT_EQ(vastus.label, "vastus medialis");
  EXPECT_EQ(vastus.line, 19998u);
  EXPECT_EQ(synonyms(vastus), (Texts{"BROAD 'medialis'", "RELATED 'vastus internus'", "EXACT 'vastus medialis muscle'"}));
  EXPECT_EQ(vastus.superclasses, Texts{obo("UBERON_0001377")});
  EXPECT_EQ(vastus.wholes, Texts{obo("UBERON_0001377")}) << "a kind and a part of the same, as the file says";
  const Texts matches = vastus.matches;
  EXPECT_EQ(std::count(matches.begin(), matches.end(), fma("22432")), 1);

  const OntologyTerm& muscle = term_of(uberon, obo("UBERON_0008296"));
  EXPECT_EQ(describe(muscle), obo("UBERON_0008296") + "\nname obsolete femoral muscle\ndef \nobsolete\n") << "obsolete without a successor";

  std::size_t iris = 0, ids = 0;
  for (const OntologyTerm& term : uberon.terms) {
    for (const std::string& iri : term.consider) (iri.starts_with(obo("")) || iri.starts_with(fma("")) ? ids : iris) += 1;
    for (const Synonym& synonym : term.synonyms) EXPECT_EQ(synonym.text.find('\\'), std::string::npos) << synonym.text;
  }
  EXPECT_EQ(ids + iris, 730u);
  EXPECT_GT(iris, 0u) << "written as whole IRIs";
}

TEST(RealObo, MusculoskeletalSubset) {
  MUSCLEKG_NEEDS_SHARED("terms/obo/musculoskeletal-minimal.obo");
  const Ontology subset = real_file("musculoskeletal-minimal.obo");
  const OntologyTerm& tuberosity = term_of(subset, obo("UBERON_7500062"));
  EXPECT_EQ(synonyms(tuberosity), Texts{"EXACT 'fossa digitalis'"}) << "another structure; the file says so";
  EXPECT_EQ(tuberosity.wholes, Texts{obo("UBERON_0008772")});
  EXPECT_EQ(subset.properties, (std::vector<std::pair<std::string, std::string>>{{obo("BFO_0000050"), "part of"}}));
  EXPECT_EQ(term_of(subset, obo("UBERON_0000981")).matches, Texts{fma("9611")}) << "from UBERON to FMA, without a word in the header";
}

TEST(RealObo, BridgeToFma) {
  MUSCLEKG_NEEDS_SHARED("terms/obo/uberon-bridge-to-fma-2023-10-27.obo");
  const Ontology bridge = real_file("uberon-bridge-to-fma-2023-10-27.obo");
  ASSERT_EQ(bridge.terms.size(), 6051u);
  for (const OntologyTerm& term : bridge.terms) {
    EXPECT_TRUE(term.iri.starts_with(fma(""))) << term.iri;
    EXPECT_EQ(term.matches.size(), 1u) << term.iri;
    EXPECT_EQ(term.superclasses.size() + term.wholes.size(), 0u) << term.iri;
    EXPECT_EQ(term.only_in_taxa.size(), term.iri == fma("ENTITY") ? 1u : 0u)
        << term.iri << ": what the bridge itself says of taxa is no statement";
  }
  EXPECT_EQ(term_of(bridge, fma("22432")).matches, Texts{obo("UBERON_0001380")});
}

// --- Damage

const char* const kStanzas[] = {
    "[Term]\nid: UBERON:1\nname: vastus medialis\ndef: \"The \\\"teardrop\\\" muscle.\" [Wikipedia:Vastus, ISBN:1 \"x\"]\n"
    "synonym: \"musculus vastus medialis\" EXACT LATIN [FMA:TA]\nsynonym: \"vmo\" BROAD ABBREVIATION []\nxref: FMA:22432\n"
    "is_a: UBERON:2 {source=\"FMA\"} ! quadriceps\nrelationship: part_of UBERON:3 ! thigh\n",
    "[Term]\nid: UBERON:2\nname: quadriceps\nalt_id: UBERON:22\nintersection_of: UBERON:4 ! muscle\nintersection_of: part_of UBERON:3\n"
    "property_value: never_in_taxon NCBITaxon:7955\n",
    "[Term]\nid: UBERON:3\nname: obsolete thigh\nis_obsolete: true\nreplaced_by: UBERON:33\nconsider: obo.UBERON_34\n",
    "[Term]\nid: FMA:5 ! \nintersection_of: UBERON:5 ! cervix\nintersection_of: part_of NCBITaxon:9606\n",
};

/// A file of all stanzas, one of them another text.
std::string damaged(std::size_t which, std::string_view other) {
  std::string text = "format-version: 1.4\nontology: x\n\n";
  for (std::size_t i = 0; i < std::size(kStanzas); ++i) text.append(i == which ? other : kStanzas[i]).append("\n");
  return text;
}

/// Each finding must be at a place that exists.
void expect_places(const Diagnostics& diagnostics, std::string_view text) {
  const std::vector<std::string_view> lines = split(text, '\n');
  for (const Diagnostic& finding : diagnostics.kept()) {
    ASSERT_GE(finding.position.line, 1u);
    ASSERT_LE(finding.position.line, lines.size());
    ASSERT_GE(finding.position.column, 1u);
    ASSERT_LE(finding.position.column, lines[finding.position.line - 1].size() + 1) << format(finding) << "\n" << text;
  }
}

TEST(DamagedObo, CutOffKeepsTheStanzasBefore) {
  const std::string text = damaged(std::size(kStanzas), "");
  const Ontology whole = ontology(text);
  for (std::size_t size = 0; size <= text.size(); ++size) {
    Diagnostics diagnostics;
    const std::string cut = text.substr(0, size);
    const Ontology result = read_obo("x.obo", cut, prefixes(), diagnostics);
    expect_places(diagnostics, cut);
    std::size_t complete = 0;
    for (std::size_t at = 0; (at = cut.find("\n\n[", at)) != std::string::npos; ++at) ++complete;
    complete = size == text.size() ? whole.terms.size() : complete > 0 ? complete - 1 : 0;
    ASSERT_GE(result.terms.size(), complete) << size;
    ASSERT_LE(result.terms.size(), complete + 1) << size;
    for (std::size_t i = 0; i < complete; ++i) ASSERT_EQ(describe(result.terms[i]), describe(whole.terms[i])) << size;
  }
}

TEST(DamagedObo, AChangedByteStaysInItsStanza) {
  const Ontology whole = ontology(damaged(std::size(kStanzas), ""));
  std::mt19937_64 dice(1);
  for (int round = 0; round < 5000; ++round) {
    const std::size_t which = dice() % std::size(kStanzas);
    std::string stanza = kStanzas[which];
    constexpr std::string_view kSpecial("\\\"[]{}!:\n\r\0 \xFF\xC3", 14);
    const std::size_t at = dice() % (stanza.size() - 1);  // the line end before the next stanza stays
    stanza[at] = dice() % 2 == 0 ? static_cast<char>(dice()) : kSpecial[dice() % kSpecial.size()];
    Diagnostics diagnostics;
    const std::string text = damaged(which, stanza);
    const Ontology result = read_obo("x.obo", text, prefixes(), diagnostics);
    expect_places(diagnostics, text);
    std::set<std::string> read;
    for (const OntologyTerm& term : result.terms) read.insert(describe(term));
    for (std::size_t i = 0; i < std::size(kStanzas); ++i) {
      if (i == which) continue;
      ASSERT_TRUE(read.contains(describe(whole.terms[i]))) << text << printed(diagnostics);
    }
    ASSERT_EQ(result.counts.terms, result.terms.size());
  }
}

TEST(DamagedObo, AnyBytesEnd) {
  std::mt19937_64 dice(2);
  const std::string text = damaged(std::size(kStanzas), "");
  for (int round = 0; round < 5000; ++round) {
    std::string bytes = text;
    for (std::size_t left = 1 + dice() % 8; left > 0; --left) {
      const std::size_t from = dice() % bytes.size(), size = dice() % 40;
      if (dice() % 2 == 0) {
        bytes.insert(dice() % bytes.size(), bytes.substr(from, size));
      } else {
        bytes.erase(from, size);
      }
    }
    Diagnostics diagnostics;
    const Ontology result = read_obo("x.obo", bytes, prefixes(), diagnostics);
    expect_places(diagnostics, bytes);
    ASSERT_EQ(result.counts.terms, result.terms.size());
    for (const OntologyTerm& term : result.terms) ASSERT_TRUE(valid_iri(term.iri)) << bytes;
  }
}

TEST(DamagedObo, TakesTimeInProportion) {
  const auto repeated = [](std::string_view piece) {
    std::string text;
    while (text.size() < (1u << 19)) text += piece;
    return text;
  };
  const std::string begin = "[Term]\nid: UBERON:1\n";
  for (const std::string& text : {"name: " + repeated(" {a=b"),
                                  "name: " + repeated(" {"),
                                  "name: " + repeated(" ! x"),
                                  "name: " + repeated("\\"),
                                  "name: " + repeated("\\\n"),
                                  "def: \"" + repeated("\\\""),
                                  "def: \"" + repeated("\" "),
                                  "def: \"x\" [" + repeated("\"a\""),
                                  "xref: " + repeated("a "),
                                  "is_a: " + repeated("A:"),
                                  repeated("["),
                                  repeated("[\n"),
                                  repeated("]"),
                                  repeated("is_a: UBERON:2\n"),
                                  repeated("intersection_of: UBERON:2\n"),
                                  repeated("relationship: part_of UBERON:2\n"),
                                  repeated("id: UBERON:1\n"),
                                  repeated("x\nname: y\n"),
                                  repeated("[Term]\n"),
                                  "synonym: \"a\" " + repeated("EXACT"),
                                  repeated("\xFF"),
                                  repeated(std::string_view("\0", 1))}) {
    const auto start = std::chrono::steady_clock::now();
    Diagnostics diagnostics;
    read_obo("x.obo", begin + text, prefixes(), diagnostics);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << text.substr(0, 20);
  }
}

}  // namespace
}  // namespace musclekg::test
