// Ontologies of every form: they say the same, what is wrong with one is told with its place, and several are joined.

#include "terms/ontology.h"

#include <regex>

#include "link_test.h"
#include "rdf/raptor.h"
#include "rdf/read_rdf.h"

namespace musclekg::link_test {
namespace {

constexpr const char* kObo = R"(format-version: 1.2
data-version: releases/2026-01-01
ontology: zyg

[Term]
id: UBERON:9300001
name: zygal muscle
def: "A muscle of tests." []
synonym: "zygalis" EXACT []
synonym: "zyg flesh" NARROW []
synonym: "flesh of zyg" BROAD []
synonym: "zyg thing" RELATED []
synonym: "musculus zygicus" RELATED LATIN []
xref: EMAPA:1
alt_id: UBERON:9300009
is_a: UBERON:0001630
intersection_of: UBERON:0000000
intersection_of: part_of UBERON:9300002

[Term]
id: UBERON:9300002
name: zygal bone
is_a: UBERON:0001474
relationship: part_of UBERON:0010709

[Term]
id: UBERON:9300003
name: obsolete ancient zygal nerve
is_obsolete: true
replaced_by: UBERON:9300004

[Term]
id: UBERON:9300004
name: zygal nerve
is_a: UBERON:0001021
relationship: only_in_taxon NCBITaxon:9606

[Term]
id: UBERON:9300005
name: obsolete zygal nerve
is_obsolete: true
consider: UBERON:9300004

[Typedef]
id: part_of
name: part of
xref: BFO:0000050

[Typedef]
id: only_in_taxon
name: only in taxon
xref: RO:0002160
)";

constexpr const char* kTurtle = R"(@prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix oio: <http://www.geneontology.org/formats/oboInOwl#> .
<http://purl.obolibrary.org/obo/zyg.owl> a owl:Ontology ; owl:versionInfo "releases/2026-01-01" .
obo:UBERON_9300001 a owl:Class ; rdfs:label "zygal muscle" ; obo:IAO_0000115 "A muscle of tests." ;
  oio:hasExactSynonym "zygalis" ; oio:hasNarrowSynonym "zyg flesh" ; oio:hasBroadSynonym "flesh of zyg" ;
  oio:hasRelatedSynonym "zyg thing" , "musculus zygicus" ; oio:hasDbXref "EMAPA:1" ; oio:hasAlternativeId "UBERON:9300009" ;
  rdfs:subClassOf obo:UBERON_0001630 ;
  owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( obo:UBERON_0000000
    [ a owl:Restriction ; owl:onProperty obo:BFO_0000050 ; owl:someValuesFrom obo:UBERON_9300002 ] ) ] .
[] a owl:Axiom ; owl:annotatedSource obo:UBERON_9300001 ; owl:annotatedProperty oio:hasRelatedSynonym ;
  owl:annotatedTarget "musculus zygicus" ; oio:hasSynonymType <http://purl.obolibrary.org/obo/uberon/core#LATIN> .
obo:UBERON_9300002 a owl:Class ; rdfs:label "zygal bone" ; rdfs:subClassOf obo:UBERON_0001474 ,
  [ a owl:Restriction ; owl:onProperty obo:BFO_0000050 ; owl:someValuesFrom obo:UBERON_0010709 ] .
obo:UBERON_9300003 a owl:Class ; rdfs:label "obsolete ancient zygal nerve" ; owl:deprecated true ; obo:IAO_0100001 obo:UBERON_9300004 .
obo:UBERON_9300004 a owl:Class ; rdfs:label "zygal nerve" ; rdfs:subClassOf obo:UBERON_0001021 ,
  [ a owl:Restriction ; owl:onProperty obo:RO_0002160 ; owl:someValuesFrom obo:NCBITaxon_9606 ] .
obo:UBERON_9300005 a owl:Class ; rdfs:label "obsolete zygal nerve" ; owl:deprecated true ; oio:consider "UBERON:9300004" .
obo:BFO_0000050 a owl:ObjectProperty ; rdfs:label "part of" .
obo:RO_0002160 a owl:ObjectProperty ; rdfs:label "only in taxon" .
)";

/// Gathers statements to hand them to a writer.
class Statements {
 public:
  explicit Statements(const std::string& path) {
    Diagnostics diagnostics;
    read_rdf(path, "turtle", nodes_, diagnostics, [this](const Quad& quad) { quads_.push_back(quad); });
    if (diagnostics.count(Severity::Error) > 0) throw std::runtime_error(printed(diagnostics));
  }

  std::string ntriples() const {
    std::string text;
    for (const Quad& quad : quads_)
      text += fmt::format("{} {} {} .\n", quad.subject->ntriples, quad.predicate->ntriples, quad.object->ntriples);
    return text;
  }

  void write_rdfxml(const std::string& path) const {
    Output output(path);
    const std::unique_ptr<QuadSink> writer = rdfxml_writer(output);
    writer->prefix("obo", "http://purl.obolibrary.org/obo/");
    writer->prefix("owl", "http://www.w3.org/2002/07/owl#");
    writer->prefix("oio", "http://www.geneontology.org/formats/oboInOwl#");
    writer->prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    writer->begin(nullptr);
    for (const Quad& quad : quads_) writer->quad(quad);
    writer->end();
    writer->finish();
    output.commit();
  }

 private:
  NodeTable nodes_;
  std::vector<Quad> quads_;
};

/// The same ontology in each form.
const std::vector<std::pair<std::string, std::string>>& forms() {
  static const std::vector<std::pair<std::string, std::string>> all = [] {
    const TemporaryFolder folder;
    const Statements statements(folder.write("zyg.ttl", kTurtle));
    statements.write_rdfxml(folder / "zyg.owl");
    return std::vector<std::pair<std::string, std::string>>{
        {"zyg.obo", kObo}, {"zyg.turtle", kTurtle}, {"zyg.nt", statements.ntriples()}, {"zyg.owl", folder.read("zyg.owl")}};
  }();
  return all;
}

/// Each form, then each of them compressed, and each with the name of none.
Files all_files() {
  Files files = forms();
  for (const auto& [name, text] : forms()) files.emplace_back(name + ".gz", gzip(text));
  for (const auto& [name, text] : forms()) files.emplace_back(name.substr(name.find('.') + 1) + "-form", text);
  return files;
}

TEST(OntologyForms, GiveTheSameLinks) {
  for (const auto& file : all_files()) {
    const Extended extended(Files{file});
    Names names(extended);
    EXPECT_EQ(extended.findings(), "") << file.first;
    EXPECT_EQ(names.told("muscle", "Zygal muscle"), "UBERON:9300001 by label") << file.first;
    EXPECT_EQ(names.told("muscle", "zygalis"), "UBERON:9300001 by exact synonym") << file.first;
    EXPECT_EQ(names.told("muscle", "musculus zygicus"), "UBERON:9300001 by Latin name") << file.first;
    EXPECT_EQ(names.told("muscle", "zygal"), "UBERON:9300001 by rearranged name") << file.first;
    EXPECT_EQ(names.link("muscle", "zyg thing").term, kNoTerm) << file.first;
    EXPECT_EQ(names.link("muscle", "zyg flesh").term, kNoTerm) << file.first;
    EXPECT_EQ(names.link("muscle", "flesh of zyg").term, kNoTerm) << file.first;
    for (const char* name : {"zyg flesh", "flesh of zyg", "zyg thing"})
      EXPECT_EQ(names.told("muscle", Names::with_id(name, "UBERON:9300001")), "UBERON:9300001 by given id") << file.first;
    EXPECT_EQ(names.told("muscle", Names::with_id("zygalis", "UBERON:9300009")), "UBERON:9300001 by given id") << file.first;
    EXPECT_EQ(names.told("nerve", Names::with_id("zygal nerve", "UBERON:9300003")), "UBERON:9300004 by given id") << file.first;
    EXPECT_EQ(names.link("nerve", Names::with_id("zygal nerve", "UBERON:9300003")).given_id, "UBERON:9300003") << file.first;
    EXPECT_EQ(names.told("nerve", Names::with_id("zygal nerve", "UBERON:9300005")), "UBERON:9300004 by label") << file.first;
    EXPECT_EQ(names.told("attachment", "upper part of the zygal bone"), "mkt:upper-part-of-zygal-bone by composed, part of UBERON:9300002")
        << file.first;
    const TermIndex& terms = extended.knowledge().terms;
    EXPECT_TRUE(terms.is_within(names.term("UBERON:9300001"), names.term("UBERON:0010709"))) << file.first;
  }
}

/// What `terms` prints of the ontologies that were loaded last, without their paths.
std::string told_of(const std::vector<std::string>& queries, const std::string& path) {
  std::vector<std::string> arguments = {"terms", "--format", "tsv", "--ontology", path};
  arguments.insert(arguments.end(), queries.begin(), queries.end());
  const Result result = run_program(arguments);
  std::string out = result.err + result.out;
  for (std::size_t at; (at = out.find(path)) != std::string::npos;) out.erase(at, path.size());
  return out;
}

TEST(OntologyForms, GiveTheSameInformation) {
  std::string terms;
  for (const auto& [name, text] : all_files()) {
    const TemporaryFolder folder;
    const std::string path = folder.write(name, text);
    const std::string info = told_of({"--info"}, path);
    EXPECT_EQ(info.substr(info.rfind('\n', info.size() - 2) + 1),
              "http://purl.obolibrary.org/obo/zyg.owl\treleases/2026-01-01\t\t5\t2\t0\t1\t1\t1\t2\t3\t1\t2\t1\n")
        << name;
    const std::string told = told_of({"UBERON:9300001", "UBERON:9300002", "UBERON:9300003", "UBERON:9300004", "UBERON:9300005"}, path);
    if (terms.empty()) terms = told;
    EXPECT_EQ(told, terms) << name;
  }
  EXPECT_NE(terms.find("zygalis\tmusculus zygicus\tzyg flesh\tflesh of zyg\tzyg thing"), std::string::npos) << terms;
}

// ---- bad files

/// What is found when a file is loaded; what stops the run begins with "stopped: ".
std::string findings_of(const std::string& name, std::string_view text) {
  try {
    return Extended(Files{{name, std::string(text)}}).findings();
  } catch (const Failure& failure) {
    const std::string_view what = failure.what();
    return fmt::format("stopped: {}\n", what.substr(what.find(name)));
  }
}

TEST(BadOntology, EmptyOrBlank) {
  for (const char* name : {"a.obo", "a.turtle", "a.nt", "a.owl", "a"})
    for (const char* text : {"", "\n", " \t\r\n \n"})
      EXPECT_EQ(findings_of(name, text), fmt::format("{}: error: the file is empty [empty-ontology]\n", name)) << name;
  EXPECT_EQ(findings_of("a.obo.gz", gzip("")), "a.obo.gz: error: the file is empty [empty-ontology]\n");
}

TEST(BadOntology, WithoutATerm) {
  const std::string hint = " error: holds no term [empty-ontology]\n  an ontology is OBO ([Term] stanzas) or RDF (owl:Class)\n";
  EXPECT_EQ(findings_of("a.turtle", "@prefix a: <http://example.org/> .\na:b a a:c .\n"), "a.turtle:" + hint);
  EXPECT_EQ(findings_of("a.nt", "<http://example.org/b> <http://example.org/c> \"d\" .\n"), "a.nt:" + hint);
  EXPECT_EQ(findings_of("a.owl", "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>\n"),
            "a.owl:" + hint);
  EXPECT_EQ(findings_of("a.obo", "format-version: 1.4\n"), "a.obo:" + hint);
}

TEST(BadOntology, ThatIsNoText) {
  const std::string program = contents(PROGRAM).substr(0, 5000);
  for (const char* name : {"a.obo", "a.turtle", "a.nt", "a.owl", "a"}) {
    const std::string findings = findings_of(name, program);
    EXPECT_TRUE(std::regex_search(findings, std::regex(R"(^a[.a-z]*:1:[0-9]+: error: .*\[(not-utf8|obo-syntax|rdf-syntax)\]\n)")))
        << name << ": " << findings;
    EXPECT_LT(findings.size(), 2000u) << name;
  }
}

TEST(BadOntology, TellsWhereAByteIsNotUtf8) {
  for (const auto& [name, text] : forms()) {
    std::string broken = text;
    const std::size_t at = broken.find("zygal bone") + 3;
    broken.insert(at, "\xFF");
    const auto line = 1 + std::count(broken.begin(), broken.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    const std::size_t column = at - broken.rfind('\n', at);
    const std::string offset = name.ends_with(".obo") ? "" : fmt::format(" {} ", at);
    const std::string findings = findings_of(name, broken);
    EXPECT_NE(findings.find(fmt::format("{}:{}:{}: error: byte{}", name, line, column, offset)), std::string::npos) << findings;
    EXPECT_NE(findings.find("[not-utf8]"), std::string::npos) << findings;
    const std::string compressed = findings_of(name + ".gz", gzip(broken));
    EXPECT_NE(compressed.find(fmt::format("{}.gz:{}:{}: error: byte{}", name, line, column, offset)), std::string::npos) << compressed;
  }
}

TEST(BadOntology, CompressedAndCutOff) {
  for (const auto& [name, text] : forms()) {
    const std::string whole = gzip(text);
    for (const std::size_t size : {std::size_t{3}, std::size_t{12}, whole.size() / 2, whole.size() - 9, whole.size() - 1}) {
      const std::string findings = findings_of(name + ".gz", whole.substr(0, size));
      EXPECT_EQ(findings, fmt::format("stopped: {}.gz: the compressed data ends in the middle\n", name)) << size;
    }
  }
}

TEST(BadOntology, ThatIsAFolderOrIsNotThere) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "terms.obo");
  for (const auto& [name, fault] : {std::pair{"terms.obo", "is a directory; name the files in it"},
                                    std::pair{"missing.owl", "cannot be opened: No such file or directory"}}) {
    const std::string path = folder / name;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"terms", "femur", "--ontology", path},
          std::vector<std::string>{"convert", "-", "--from", "yaml", "-o", "-", "--to", "turtle", "--ontology", path}}) {
      const Result result = run_program(arguments, "name: sartorius\n");
      EXPECT_EQ(result.exit, 1);
      EXPECT_EQ(result.out, "");
      EXPECT_EQ(result.err, fmt::format("musclekg: error: {}: {}\n", path, fault));
    }
  }
}

TEST(BadOntology, LoadsWhatStandsBesideAFault) {
  const auto told = [](const std::string& name, const std::string& text, std::string_view wanted) {
    const TemporaryFolder folder;
    const std::string path = folder.write(name, text);
    const Result result = run_program({"terms", std::string(wanted), "--format", "tsv", "--ontology", path});
    EXPECT_EQ(result.exit, 1) << name;
    EXPECT_NE(result.out.find(wanted), std::string::npos) << name << ": " << result.err;
    for (const std::string_view line : split(result.err, '\n'))
      if (line.find(": error: ") != std::string_view::npos) return std::string(line.substr(path.size()));
    return std::string();
  };
  std::string obo = kObo;
  obo.insert(obo.find("name: zygal bone"), "synonym: \"no end\n");
  EXPECT_TRUE(told("a.obo", obo, "zygal nerve").starts_with(":22:10: error: ")) << told("a.obo", obo, "zygal nerve");
  EXPECT_EQ(told("a.obo", obo, "zygal bone"), told("a.obo", obo, "zygal nerve")) << "the rest of the stanza";

  std::string nt = forms()[2].second;
  const std::size_t at = nt.rfind("<http", nt.find("\"zygal bone\""));
  const std::size_t line_start = nt.rfind('\n', at) + 1;
  nt.insert(line_start, "@ ");
  const auto line = 1 + std::count(nt.begin(), nt.begin() + static_cast<std::ptrdiff_t>(line_start), '\n');
  EXPECT_TRUE(told("a.nt", nt, "zygal nerve").starts_with(fmt::format(":{}:1: error: ", line))) << told("a.nt", nt, "zygal nerve");

  std::string turtle = kTurtle;
  turtle.insert(turtle.find("obo:UBERON_9300004 a"), "@ ");
  EXPECT_TRUE(told("a.ttl", turtle, "zygal bone").starts_with(":17:1: error: "))
      << told("a.ttl", turtle, "zygal bone") << ": what stands before is taken";
}

// ---- what is odd

std::string odd(std::string_view turtle) { return Extended(Files{{"odd.ttl", std::string(turtle)}}).findings(); }

TEST(OddOntology, HasACircleOfSuperclasses) {
  const char* turtle =
      "obo:UBERON_9300101 a owl:Class ; rdfs:label \"first zyg\" ; rdfs:subClassOf obo:UBERON_9300102 .\n"
      "obo:UBERON_9300102 a owl:Class ; rdfs:label \"second zyg\" ; rdfs:subClassOf obo:UBERON_9300103 .\n"
      "obo:UBERON_9300103 a owl:Class ; rdfs:label \"third zyg\" ; rdfs:subClassOf obo:UBERON_9300101 , obo:UBERON_0001021 .\n"
      "obo:UBERON_9300104 a owl:Class ; rdfs:label \"fourth zyg\" ; rdfs:subClassOf obo:UBERON_9300101 .\n";
  EXPECT_EQ(odd(turtle),
            "odd.ttl: warning: is_a and part_of lead from UBERON:9300101 back to it: UBERON:9300101, UBERON:9300102, UBERON:9300103 "
            "[circle]\n  they are taken as they are; each counts as part of all the others\n");
  const Extended extended(turtle);
  Names names(extended);
  for (const char* name : {"first zyg", "second zyg", "third zyg", "fourth zyg"})
    EXPECT_EQ(names.link("nerve", name).rule, LinkRule::Label) << name << ": its kind goes round";
}

TEST(OddOntology, HasACircleOfWholes) {
  const char* turtle =
      "obo:UBERON_9300101 a owl:Class ; rdfs:label \"first zyg\" ; obo:BFO_0000050 obo:UBERON_9300102 .\n"
      "obo:UBERON_9300102 a owl:Class ; rdfs:label \"second zyg\" ; obo:BFO_0000050 obo:UBERON_9300101 .\n"
      "obo:UBERON_9300103 a owl:Class ; rdfs:label \"third zyg\" ; obo:BFO_0000050 obo:UBERON_9300101 .\n";
  EXPECT_EQ(odd(turtle),
            "odd.ttl: warning: is_a and part_of lead from UBERON:9300101 back to it: UBERON:9300101, UBERON:9300102 [circle]\n"
            "  they are taken as they are; each counts as part of all the others\n");
  const Extended extended(turtle);
  Names names(extended);
  const TermIndex& terms = extended.knowledge().terms;
  EXPECT_EQ(names.ids(terms.part_of_path(names.term("UBERON:9300103"))), "UBERON:9300101, UBERON:9300102") << "ends";
}

TEST(OddOntology, HasACircleOfBoth) {
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class ; rdfs:label \"first zyg\" ; obo:BFO_0000050 obo:UBERON_9300102 .\n"
                "obo:UBERON_9300102 a owl:Class ; rdfs:label \"second zyg\" ; rdfs:subClassOf obo:UBERON_9300101 .\n"),
            "odd.ttl: warning: is_a and part_of lead from UBERON:9300101 back to it: UBERON:9300101, UBERON:9300102 [circle]\n"
            "  they are taken as they are; each counts as part of all the others\n");
}

TEST(OddOntology, HasATermThatIsItsOwnWholeOrSuperclass) {
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class ; rdfs:label \"first zyg\" ; obo:BFO_0000050 obo:UBERON_9300101 .\n"), "")
      << "part of is reflexive";
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class ; rdfs:label \"first zyg\" ; rdfs:subClassOf obo:UBERON_9300101 .\n"),
            "odd.ttl: warning: is_a and part_of lead from UBERON:9300101 back to it: UBERON:9300101 [circle]\n"
            "  they are taken as they are; each counts as part of all the others\n");
}

TEST(OddOntology, HasManyCircles) {
  std::string turtle;
  for (int number = 0; number < 20'000; ++number)
    turtle += fmt::format("obo:UBERON_9{:06} a owl:Class ; rdfs:label \"zyg {}\" ; obo:BFO_0000050 obo:UBERON_9{:06} .\n", number, number,
                          (number + 1) % 20'000);
  EXPECT_EQ(odd(turtle),
            "odd.ttl: warning: is_a and part_of lead from UBERON:9000000 back to it: UBERON:9000000, UBERON:9000001, UBERON:9000002, "
            "UBERON:9000003, UBERON:9000004 and 19995 more [circle]\n"
            "  they are taken as they are; each counts as part of all the others\n");
}

TEST(OddOntology, HasTermsWithoutLabel) {
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class ; rdfs:subClassOf obo:UBERON_0001021 .\n"),
            "odd.ttl: warning: 1 of its terms has no label (the first: UBERON:9300101); nothing is linked to them by name "
            "[unlabelled-term]\n");
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class .\nobo:UBERON_9300102 a owl:Class ; rdfs:label \"\" .\n"
                "obo:UBERON_0001021 a owl:Class ; oboInOwl:hasExactSynonym \"zygal nerve thing\" .\n"),
            "odd.ttl: warning: 2 of its terms have no label (the first: UBERON:9300101); nothing is linked to them by name "
            "[unlabelled-term]\n")
      << "one that adds to a term with a label is fine";
  EXPECT_EQ(findings_of("a.obo", "format-version: 1.2\n\n[Term]\nid: UBERON:9300101\nis_a: UBERON:0001021\n"),
            "a.obo:3:1: warning: 1 of its terms has no label (the first: UBERON:9300101); nothing is linked to them by name "
            "[unlabelled-term]\n");
}

TEST(OddOntology, HasTwoTermsOfOneName) {
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class ; rdfs:label \"Zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
                "obo:UBERON_9300102 a owl:Class ; rdfs:label \"other zyg\" ; oboInOwl:hasExactSynonym \"zygal  NERVE\" .\n"
                "obo:UBERON_9300103 a owl:Class ; rdfs:label \"third zyg\" ; oboInOwl:hasRelatedSynonym \"other zyg\" .\n"),
            "odd.ttl: warning: 1 name is borne by more than one term ('Zygal nerve': UBERON:9300101 and UBERON:9300102) [shared-name]\n"
            "  such a name is linked only where slot or region decide\n");
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class ; rdfs:label \"femur\" .\n"),
            "odd.ttl: warning: 1 name is borne by more than one term ('femur': UBERON:0000981 and UBERON:9300101) [shared-name]\n"
            "  such a name is linked only where slot or region decide\n")
      << "with a bundled one";
  EXPECT_EQ(odd("obo:UBERON_9300101 a owl:Class ; rdfs:label \"zygal nerve\" ; oboInOwl:hasExactSynonym \"zygal nerve\" .\n"
                "obo:UBERON_9300102 a owl:Class ; rdfs:label \"zygal nerve\" ; owl:deprecated true .\n"),
            "")
      << "neither a term's own name again nor an obsolete term's";
}

TEST(OddOntology, HasAnIdThatAnotherHas) {
  const std::string first = "obo:UBERON_9300101 a owl:Class ; rdfs:label \"old zyg\" ; rdfs:subClassOf obo:UBERON_0001021 .\n";
  const std::string second = "obo:UBERON_9300101 a owl:Class ; rdfs:label \"new zyg\" .\n";
  const Extended extended(Files{{"first.ttl", first}, {"second.ttl", second}});
  EXPECT_EQ(extended.findings(),
            "second.ttl: warning: 1 of its ids are in an ontology before it, too (the first: "
            "http://purl.obolibrary.org/obo/UBERON_9300101); this one's names are taken [id-in-two-ontologies]\n"
            "  the order of --ontology decides\n");
  Names names(extended);
  EXPECT_EQ(names.told("nerve", "new zyg"), "UBERON:9300101 by label") << "the classes above it are kept";
  EXPECT_EQ(names.link("nerve", "old zyg").term, kNoTerm);
  EXPECT_EQ(odd("obo:UBERON_0000981 a owl:Class ; rdfs:label \"thigh bone of tests\" .\n"), "") << "a bundled term is described anew";
}

// ---- several, joined

constexpr const char* kFma =
    "fma:fma9300201 a owl:Class ; rdfs:label \"FMA zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
    "fma:fma9300202 a owl:Class ; rdfs:label \"FMA lost zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n";
constexpr const char* kUberon =
    "obo:UBERON_9300201 a owl:Class ; rdfs:label \"zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n"
    "obo:UBERON_9300202 a owl:Class ; rdfs:label \"second zygal nerve\" ; rdfs:subClassOf obo:UBERON_0001021 .\n";
constexpr const char* kBridge =
    "ontology: uberon/bridge/zyg\n\n[Term]\nid: FMA:9300201\nintersection_of: UBERON:9300201\nintersection_of: part_of "
    "NCBITaxon:9606\n\n[Typedef]\nid: part_of\nxref: BFO:0000050\n";

TEST(JoinedOntologies, ByABridgeInAnyOrder) {
  Files files = {{"fma.ttl", kFma}, {"uberon.ttl", kUberon}, {"bridge.obo", kBridge}};
  std::sort(files.begin(), files.end());
  do {
    const Extended extended(files);
    Names names(extended);
    const std::string order = files[0].first + " " + files[1].first;
    EXPECT_EQ(extended.findings(), "") << order;
    EXPECT_EQ(names.told("nerve", "zygal nerve"), "UBERON:9300201 by label") << order;
    EXPECT_EQ(names.told("nerve", "FMA zygal nerve"), "UBERON:9300201 by exact synonym") << order;
    EXPECT_EQ(names.told("nerve", Names::with_id("zygal nerve", "FMA:9300201")), "UBERON:9300201 by given id") << order;
    EXPECT_EQ(names.told("nerve", "FMA lost zygal nerve"), "FMA:9300202 by label") << order;
  } while (std::next_permutation(files.begin(), files.end()));
}

TEST(JoinedOntologies, ByABridgeWithoutTheOtherOntology) {
  const Extended extended(Files{{"uberon.ttl", kUberon}, {"bridge.obo", kBridge}});
  Names names(extended);
  EXPECT_EQ(extended.findings(), "");
  EXPECT_EQ(names.told("nerve", Names::with_id("zygal nerve", "FMA:9300201")), "UBERON:9300201 by given id");
}

TEST(JoinedOntologies, ByCrossReferencesOfAnOboFile) {
  const std::string uberon =
      "format-version: 1.2\ntreat-xrefs-as-equivalent: FMA\n\n[Term]\nid: UBERON:9300201\nname: zygal nerve\nxref: FMA:9300201\nis_a: "
      "UBERON:0001021\n";
  for (const Files& files : {Files{{"uberon.obo", uberon}, {"fma.ttl", kFma}}, Files{{"fma.ttl", kFma}, {"uberon.obo", uberon}}}) {
    const Extended extended(files);
    Names names(extended);
    EXPECT_EQ(names.told("nerve", "FMA zygal nerve"), "UBERON:9300201 by exact synonym");
    EXPECT_EQ(names.told("nerve", Names::with_id("FMA zygal nerve", "FMA:9300201")), "UBERON:9300201 by given id");
  }
}

TEST(JoinedOntologies, ByAChainOfMatches) {
  const Extended extended(
      "obo:UBERON_9300211 a owl:Class ; rdfs:label \"first zyg\" ; rdfs:subClassOf obo:UBERON_0001021 ; skos:exactMatch fma:fma9300212 .\n"
      "fma:fma9300212 a owl:Class ; rdfs:label \"second zyg\" ; skos:exactMatch obo:UBERON_9300213 .\n"
      "obo:UBERON_9300213 a owl:Class ; rdfs:label \"third zyg\" ; skos:exactMatch fma:fma9300214 .\n");
  Names names(extended);
  EXPECT_EQ(names.told("nerve", "first zyg"), "UBERON:9300211 by label");
  EXPECT_EQ(names.told("nerve", "second zyg"), "UBERON:9300211 by exact synonym");
  EXPECT_EQ(names.told("nerve", "third zyg"), "UBERON:9300211 by exact synonym");
  for (const char* id : {"FMA:9300212", "UBERON:9300213"})
    EXPECT_EQ(names.told("nerve", Names::with_id("third zyg", id)), "UBERON:9300211 by given id") << id;
}

TEST(JoinedOntologies, ByMatchesInACircle) {
  const Extended extended(
      "obo:UBERON_9300221 a owl:Class ; rdfs:label \"first zyg\" ; rdfs:subClassOf obo:UBERON_0001021 ; skos:exactMatch fma:fma9300222 .\n"
      "fma:fma9300222 a owl:Class ; rdfs:label \"second zyg\" ; rdfs:subClassOf obo:UBERON_0001021 ; skos:exactMatch obo:UBERON_9300221 "
      ".\n");
  Names names(extended);
  EXPECT_EQ(names.id(names.link("nerve", "first zyg").term), names.id(names.link("nerve", "second zyg").term));
}

TEST(JoinedOntologies, AnIdThatTwoTermsMatchStandsForNone) {
  const std::string both =
      "obo:UBERON_9300231 a owl:Class ; rdfs:label \"first zyg\" ; rdfs:subClassOf obo:UBERON_0001021 ; skos:exactMatch fma:fma9300230 .\n"
      "obo:UBERON_9300232 a owl:Class ; rdfs:label \"second zyg\" ; rdfs:subClassOf obo:UBERON_0001021 ; skos:exactMatch fma:fma9300230 "
      ".\n";
  const Extended extended(both);
  Names names(extended);
  EXPECT_EQ(names.told("nerve", Names::with_id("first zyg", "FMA:9300230")),
            "refused: FMA:9300230 is matched by UBERON:9300231 and UBERON:9300232 [ambiguous-id]");
  const Extended described(both + "fma:fma9300230 a owl:Class ; rdfs:label \"FMA zyg\" ; rdfs:subClassOf obo:UBERON_0001021 .\n");
  Names others(described);
  EXPECT_EQ(others.told("nerve", "FMA zyg"), "FMA:9300230 by label");
  EXPECT_EQ(others.told("nerve", "first zyg"), "UBERON:9300231 by label");
}

// ---- the reference data

TEST(RealOntologies, AllLoadWithoutAnError) {
  MUSCLEKG_NEEDS_SHARED("terms");
  std::size_t count = 0;
  for (const char* folder : {"terms", "terms/obo"})
    for (const auto& entry : std::filesystem::directory_iterator(shared() / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".obo" && extension != ".owl" && extension != ".ttl") continue;
      ++count;
      Diagnostics diagnostics;
      const Ontology ontology = read_ontology(entry.path().string(), bundled_knowledge().prefixes, diagnostics);
      EXPECT_EQ(diagnostics.count(Severity::Error), 0u) << printed(diagnostics);
      EXPECT_GT(ontology.terms.size() + ontology.properties.size(), 10u) << entry.path();
    }
  EXPECT_GE(count, 9u);
}

TEST(RealOntologies, CountsOfUberonInTurtleAreThoseOfItsText) {
  MUSCLEKG_NEEDS_SHARED("terms/uberon-2026-04-01.ttl");
  const std::string path = (shared() / "terms/uberon-2026-04-01.ttl").string();
  std::array<std::size_t, 6> counted{};  // classes, labels, exact synonyms, superclasses with a name, part of, deprecated
  const std::string text = contents(path);
  for (const std::string_view line : split(text, '\n')) {
    const auto begins = [&](std::string_view with) { return trim(line).starts_with(with); };
    counted[0] += line.starts_with("obo:") && line.ends_with(" a owl:Class ;");
    counted[1] += begins("rdfs:label \"") && !begins("rdfs:label \"\"");
    counted[2] += begins("oio:hasExactSynonym \"");
    counted[3] += begins("rdfs:subClassOf obo:");
    counted[4] += begins("rdfs:subClassOf [ a owl:Restriction ; owl:onProperty obo:BFO_0000050 ; owl:someValuesFrom obo:");
    counted[5] += begins("owl:deprecated true ");
  }
  Diagnostics diagnostics;
  const Ontology ontology = read_ontology(path, bundled_knowledge().prefixes, diagnostics);
  const OntologyCounts& counts = ontology.counts;
  const auto labelled = static_cast<std::size_t>(
      std::count_if(ontology.terms.begin(), ontology.terms.end(), [](const OntologyTerm& term) { return !term.label.empty(); }));
  EXPECT_GT(counted[0], 16'000u);
  EXPECT_EQ(counts.terms, counted[0]);
  EXPECT_EQ(labelled, counted[1]);
  EXPECT_EQ(counts.synonyms[static_cast<std::size_t>(Scope::Exact)], counted[2]);
  EXPECT_EQ(counts.is_a, counted[3]);
  EXPECT_EQ(counts.part_of, counted[4]);
  EXPECT_EQ(counts.obsolete, counted[5]);
}

}  // namespace
}  // namespace musclekg::link_test
