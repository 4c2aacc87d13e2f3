// What holds of the evidence of any records and pages: statements of all edges, on words that stand where they are said to stand.

#include <fmt/format.h>

#include <filesystem>

#include "quads_test.h"
#include "read/quoted_source.h"

namespace musclekg::test {
namespace {

const std::string kSoleus = "obo:UBERON_0001389";

/// The N-Triples form of a term in short words; only for IRIs.
std::string ntriples(std::string_view name) {
  if (name.starts_with("mkt:")) return fmt::format("<{}term/{}>", kBase, name.substr(4));
  if (name.starts_with(":")) return fmt::format("<{}{}>", kBase, name.substr(1));
  return fmt::format("<{}>", bundled_knowledge().prefixes.expand(name).value_or(std::string(name)));
}

/// What holds for the graph of any records: sources by their file's name as the graph tells it.
void expect_sound(const Quads& quads, const std::map<std::string, std::string>& sources) {
  std::set<std::string> edges;
  for (const ShortQuad& edge : quads.in("direct")) edges.insert(edge.subject + " " + edge.predicate + " " + edge.object);
  std::set<std::string> told;
  std::map<std::string, std::set<std::string>> repeats;
  for (const std::string& statement : quads.subjects("rdf:type", "mkg:Statement")) {
    const std::string subject = quads.object(statement, "rdf:subject"), predicate = quads.object(statement, "rdf:predicate"),
                      object = quads.object(statement, "rdf:object");
    const std::string edge = subject + " " + predicate + " " + object;
    EXPECT_TRUE(edges.contains(edge)) << edge;
    told.insert(edge);
    EXPECT_TRUE(quads.has(statement, "rdf:type", "rdf:Statement"));
    for (const std::string_view one :
         {"mkg:kind", "mkg:basis", "mkg:evidenceType", "mkg:assertedIn", "mkg:anchor", "prov:hadPrimarySource", "mkg:citationScope"})
      EXPECT_EQ(quads.objects(statement, one).size(), 1u) << statement << " " << one;
    EXPECT_EQ(quads.objects(statement, "mkg:ruleUsed").empty(), quads.object(statement, "mkg:basis") == "mkg:StatedByPage") << statement;
    for (const std::string& link : quads.objects(statement, "mkg:link")) EXPECT_TRUE(quads.has(link, "rdf:type", "owl:Axiom")) << link;
    const std::string digest =
        sha256_of(fmt::format("{} {} {} {}", ntriples(subject), ntriples(predicate), ntriples(object), quads.quote_of(statement)));
    const std::string name = statement.substr(statement.rfind('/') + 1);
    EXPECT_EQ(name.substr(0, 32), digest.substr(0, 32)) << statement;
    repeats[statement.substr(0, statement.rfind('/') + 33)].insert(name.substr(32));
  }
  EXPECT_EQ(told, edges) << "every edge has a statement";
  for (const auto& [name, endings] : repeats) {
    std::set<std::string> expected = {""};
    for (std::size_t i = 2; i <= endings.size(); ++i) expected.insert(fmt::format("-{}", i));
    EXPECT_EQ(endings, expected) << name;
  }
  for (const std::string& anchor : quads.subjects("rdf:type", "oa:SpecificResource")) {
    const std::string text = quads.object(anchor, "oa:hasSource");
    const std::string file = words_of(quads.object(text, "mkg:file"));
    ASSERT_TRUE(sources.contains(file)) << file;
    const std::string& source = sources.at(file);
    EXPECT_EQ(words_of(quads.object(text, "mkg:sha256")), sha256_of(source));
    EXPECT_EQ(words_of(quads.object(text, "mkg:characterCount")), std::to_string(count_code_points(source)));
    EXPECT_EQ(text, ":text/" + sha256_of(source).substr(0, 32));
    const std::size_t begin = std::stoul(words_of(quads.object(anchor + "/position", "oa:start"))),
                      end = std::stoul(words_of(quads.object(anchor + "/position", "oa:end")));
    const std::string exact = words_of(quads.object(anchor + "/quote", "oa:exact"));
    EXPECT_EQ(exact, code_points(source, begin, end)) << anchor;
    EXPECT_GE(end - begin, 1u);
    EXPECT_LE(end - begin, 400u);
    EXPECT_TRUE(anchor.ends_with(fmt::format("/anchor/{}-{}", begin, end))) << anchor;
    const std::string before = code_points(source, 0, begin), behind = code_points(source, end, source.size() + 1);
    EXPECT_TRUE(before.ends_with(words_of(quads.object(anchor + "/quote", "oa:prefix")))) << anchor;
    EXPECT_TRUE(behind.starts_with(words_of(quads.object(anchor + "/quote", "oa:suffix")))) << anchor;
    EXPECT_EQ(words_of(quads.object(anchor, "mkg:line")), std::to_string(1 + std::count(before.begin(), before.end(), '\n'))) << anchor;
    EXPECT_EQ(words_of(quads.object(anchor, "mkg:column")), std::to_string(before.size() - (before.rfind('\n') + 1) + 1)) << anchor;
  }
}

/// Every IRI of ours that is spoken of is described.
void expect_no_dangling(const Quads& quads) {
  for (const ShortQuad& quad : quads.all()) {
    if (!quad.object.starts_with(":") && !quad.object.starts_with("mkt:")) continue;
    if (quads.describes(quad.object)) continue;
    EXPECT_TRUE(quad.predicate == "dcterms:hasVersion" || quad.predicate == "owl:versionIRI")
        << quad.subject << " " << quad.predicate << " " << quad.object << " is not told";
  }
}

std::vector<std::string> fact_paths() {
  std::vector<std::string> files;
  for (const auto& entry : fact_files())
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

Result convert_all(const std::vector<std::string>& files, const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments = {"convert", "-o", "-", "--to", "nquads", "-q", "--profile", "all"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.insert(arguments.end(), files.begin(), files.end());
  return run_program(arguments);
}

TEST(EvidencePlaces, OfAllFactsIsSound) {
  const std::vector<std::string> files = fact_paths();
  ASSERT_GE(files.size(), 9u);
  std::map<std::string, std::string> sources;
  for (const std::string& file : files) sources[name_in_graph(file)] = contents(file);
  const Result result = convert_all(files);
  ASSERT_EQ(result.exit, 0) << result.err;
  const Quads quads(result.out);
  EXPECT_GE(quads.subjects("rdf:type", "mkg:Statement").size(), 90u);
  expect_sound(quads, sources);
  expect_no_dangling(quads);
}

TEST(EvidencePlaces, FilesInAnotherOrderGiveTheSameBytes) {
  std::vector<std::string> files = fact_paths();
  const Result once = convert_all(files), again = convert_all(files);
  std::reverse(files.begin(), files.end());
  const Result turned = convert_all(files);
  ASSERT_FALSE(once.out.empty());
  EXPECT_EQ(once.out, again.out);
  EXPECT_EQ(once.out, turned.out);
}

/// Records that say the same again, in the same words and in others, with all that a record may hold, in several formats.
TEST(EvidencePlaces, OfGeneratedRecordsIsSound) {
  const TemporaryFolder folder;
  std::map<std::string, std::string> sources;
  std::vector<std::string> files;
  const auto add = [&](const std::string& name, const std::string& text, bool compressed = false) {
    sources[name] = text;
    files.push_back(folder.write(name, compressed ? gzip(text) : text));
  };
  std::string lines, table = "name,origins,insertions,innervation,innervation.roots\r\n", yaml = "\xEF\xBB\xBF";
  constexpr std::string_view kBones[] = {"femur", "tibia", "intertrochanteric line", "unheard-of c\u00f4te"};
  for (int i = 0; i < 60; ++i) {
    const std::string_view bone = kBones[i % 4], other = kBones[(i + 1) % 4];
    lines += fmt::format(
        "{{\"name\":\"muscle "
        "\u00e9{0}\",\"origins\":[\"{1}\",{{\"name\":\"{1}\",\"qualifier\":\"upper\"}},\"{2}\"],\"insertions\":{{\"name\":"
        "\"{2}\",\"via\":[\"patellar ligament\",\"quadriceps tendon\"]}},\"actions\":[\"flexion and extension of the knee\"],"
        "\"clinical_claims\":[{{\"text\":\"Claim {0} \\u2014 \\\"so\\\".\",\"kind\":\"finding\",\"cites\":1}}],"
        "\"references\":[{{\"number\":1,\"title\":\"T{0}\"}}]}}\n",
        i, bone, other);
    table += fmt::format("row {},{},\"{}\",\"femoral \"\"nerve\"\" {}\",L2;L3\r\n", i, bone, other, i);
    yaml += fmt::format(
        "{}name: 'doc ''{}'''\ninnervation:\n  name: >-\n    femoral\n    nerve\n  roots: [L2, L2-L4]\n  branch_of: "
        "\"femoral\\u0020nerve\"\n",
        i == 0 ? "" : "---\n", i);
  }
  add("a.jsonl", lines, true);
  add("b.csv", table);
  add("c.yaml", yaml);
  std::string pretty = "[";
  for (int i = 0; i < 40; ++i)
    pretty += fmt::format(
        "{}\n  {{\n    \"name\": \"other {}\",\n    \"origins\": [\"femur\", \"femur\"],\n    \"arterial_supply\": \"branches of femoral "
        "artery\"\n  }}",
        i == 0 ? "" : ",", i);
  add("d.json", pretty + "\n]\n");
  const Result result = convert_all(files);
  ASSERT_EQ(result.exit, 0) << result.err;
  const Quads quads(result.out);
  EXPECT_GE(quads.subjects("rdf:type", "mkg:Statement").size(), 1000u);
  expect_sound(quads, sources);
  expect_no_dangling(quads);
  EXPECT_EQ(quads.statements_of("mkt:other-0", "obo:RO_0002372", "obo:UBERON_0000981").size(), 2u) << "said twice in the same words";
}

constexpr std::string_view kPage = R"(# Soleus

## Origin

The soleus arises from the head of the fibula[1]. It also arises from the head of the fibula.

## Insertion

It inserts into the calcaneus. The tendon is strong [2].

## Nerve

It is innervated by the tibial nerve [1][2].

## References

1. ↑ 1.0 1.1 Smith A. Anatomy of the leg. 2010.
2. ↑ 2.0 2.1 Jones B. A randomised controlled trial of the calf. Journal of Legs. 2012;3(1):4-8.
)";

TEST(EvidencePlaces, OfAPageHasSectionsAndScopes) {
  const TemporaryFolder folder;
  const Result result = convert_all({folder.write("page.md", kPage)});
  ASSERT_EQ(result.exit, 0) << result.err;
  const Quads quads(result.out);
  expect_sound(quads, {{"page.md", std::string(kPage)}});
  expect_no_dangling(quads);
  const std::string text = ":text/" + sha256_of(kPage).substr(0, 32);
  EXPECT_EQ(quads.object(text, "prov:wasDerivedFrom"), ":soleus-muscle/source");
  EXPECT_EQ(quads.object(text, "dcterms:format"), "\"text/markdown\"");

  const Names origins = quads.statements_of(kSoleus, "obo:RO_0002372", "obo:UBERON_0008775");
  ASSERT_EQ(origins.size(), 2u) << "a fact that is said twice";
  Names places;
  for (const std::string& origin : origins) {
    const std::string anchor = quads.object(origin, "mkg:anchor");
    places.push_back(words_of(quads.object(anchor, "mkg:column")));
    const std::string section = quads.object(anchor, "mkg:section");
    EXPECT_TRUE(section.starts_with(text + "/section/")) << section;
    EXPECT_EQ(quads.object(section, "rdf:type"), "mkg:Section");
    EXPECT_EQ(quads.object(section, "mkg:headingGiven"), "\"true\"^^xsd:boolean");
    EXPECT_EQ(words_of(quads.object(section, "dcterms:title")), "Origin");
    EXPECT_EQ(quads.object(section, "dcterms:isPartOf"), text);
    EXPECT_EQ(section, fmt::format("{}/section/{}", text, words_of(quads.object(section, "mkg:order"))));
    EXPECT_EQ(quads.object(origin, "prov:hadPrimarySource"), ":soleus-muscle/source");
  }
  std::sort(places.begin(), places.end());
  EXPECT_NE(places[0], places[1]);

  const std::string nerve = quads.statement_of(kSoleus, "obo:RO_0002005", "obo:UBERON_0001323");
  EXPECT_EQ(quads.object(nerve, "mkg:citationScope"), "mkg:SentenceMarker");
  EXPECT_EQ(quads.quote_of(nerve), "tibial nerve");
  EXPECT_EQ(quads.objects(nerve, "cito:citesAsAuthority"), Names{":soleus-muscle/reference/1"});
  EXPECT_EQ(quads.objects(nerve, "cito:citesAsEvidence"), Names{":soleus-muscle/reference/2"});
  const std::string insertion = quads.statement_of(kSoleus, "obo:RO_0002373", "obo:UBERON_0001450");
  EXPECT_EQ(quads.object(insertion, "mkg:citationScope"), "mkg:ParagraphFinalMarker") << "the mark closes the paragraph";
  EXPECT_EQ(quads.objects(insertion, "cito:citesAsEvidence"), Names{":soleus-muscle/reference/2"});

  EXPECT_EQ(quads.object(":soleus-muscle/reference/1", "mkg:backlinks"), "\"2\"^^xsd:integer");
  EXPECT_EQ(quads.object(":soleus-muscle/reference/1", "mkg:markers"), "\"2\"^^xsd:integer");
  EXPECT_EQ(quads.object(":soleus-muscle/reference/2", "mkg:backlinks"), "\"2\"^^xsd:integer");
  EXPECT_EQ(quads.object(":soleus-muscle/reference/2", "mkg:markers"), "\"2\"^^xsd:integer");
}

/// The headings of a page are words of it, too.
TEST(EvidencePlaces, WithoutQuotesNoHeadingGetsOut) {
  const TemporaryFolder folder;
  std::string page(kPage);
  page.replace(page.find("## Origin"), 9, "## Origin (quaggy)");
  const Result full = convert_all({folder.write("page.md", page)}), none = convert_all({folder / "page.md"}, {"--quotes", "none"});
  ASSERT_EQ(none.exit, 0) << none.err;
  EXPECT_NE(full.out.find("quaggy"), std::string::npos);
  EXPECT_EQ(none.out.find("quaggy"), std::string::npos);
}

TEST(EvidencePlaces, APageOfALongFileKeepsItsPlaces) {
  const TemporaryFolder folder;
  std::string page(kPage);
  std::string filler;
  for (int i = 0; i < 3000; ++i) filler += fmt::format("Nothing of note, \u00e9ver, in sentence {}.\n\n", i);
  page.insert(page.find("## Insertion"), "## History\n\n" + filler);
  const Result result = convert_all({folder.write("page.md", page)});
  ASSERT_EQ(result.exit, 0) << result.err;
  expect_sound(Quads(result.out), {{"page.md", page}});
}

}  // namespace
}  // namespace musclekg::test
