// The profiles of an output: which graphs are written, into which files, and what is said of them.

#include <fmt/format.h>

#include "map/profile.h"
#include "quads_test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kRecord =
    "name: vastus medialis\n"
    "origins:\n  - {name: femur, qualifier: upper part, cites: 1}\n  - intertrochanteric line\n"
    "innervation:\n  name: femoral nerve\n  roots: [L2, L3]\n"
    "actions: extension of the knee joint\n"
    "clinical_claims:\n  - {text: It matters., kind: finding, about: patella, cites: 1}\n"
    "references: [{number: 1, title: A book, authors: [Smith A, Jones B]}]\n"
    "source: {title: A page, publisher: A house}\n";

const std::string kDataset = ":muscles";

TEST(Profiles, EachWritesOnlyItsGraphs) {
  for (const ProfileRow& row : profiles()) {
    if (row.profile == Profile::Rows) continue;  // of tables alone
    Names expected = {row.profile == Profile::Meta ? std::string() : std::string(row.name)};
    if (row.profile == Profile::Claims) expected = {"evidence"};
    if (row.profile == Profile::Closure) expected = {"anchor", "closure"};
    const Quads quads(nquads_of(kRecord, {"--profile", std::string(row.name)}));
    EXPECT_EQ(quads.graphs(), expected) << row.name;
  }
}

TEST(Profiles, EvidenceIncludesTheClaims) {
  const Quads quads(nquads_of(kRecord, {"--profile", "evidence"})), claims(nquads_of(kRecord, {"--profile", "claims"}));
  ASSERT_TRUE(claims.describes(":vastus-medialis/claim/1"));
  for (const ShortQuad& quad : claims.all()) EXPECT_TRUE(quads.all().contains(quad)) << quad.subject << " " << quad.predicate;
  EXPECT_EQ(claims.subjects("rdf:type", "mkg:Statement"), Names{});
}

TEST(Profiles, AllAreTheListOfAll) {
  std::string names;
  for (const ProfileRow& row : profiles())
    if (row.profile != Profile::Rows) names += (names.empty() ? "" : ",") + std::string(row.name);
  const std::string all = nquads_of(kRecord, {"--profile", "all"});
  EXPECT_FALSE(all.empty());
  EXPECT_EQ(nquads_of(kRecord, {"--profile", names}), all);
  std::vector<std::string> many;
  for (const ProfileRow& row : profiles()) {
    if (row.profile == Profile::Rows) continue;
    many.emplace_back("--profile");
    many.emplace_back(row.name);
  }
  EXPECT_EQ(nquads_of(kRecord, many), all) << "one by one";
}

/// What one profile writes does not depend on the others: alone and among all it is the same graph.
TEST(Profiles, DoNotChangeEachOther) {
  const Quads all(nquads_of(kRecord, {"--profile", "all"}));
  for (const std::string_view name : {"direct", "terms", "source", "links"})
    EXPECT_EQ(Quads(nquads_of(kRecord, {"--profile", std::string(name)})).in(name), all.in(name)) << name;
  const Quads closure(nquads_of(kRecord, {"--profile", "closure,terms,direct"}));
  EXPECT_EQ(closure.in("closure"), all.in("closure"));
  EXPECT_EQ(closure.in("anchor"), all.in("anchor"));
  EXPECT_EQ(Quads(nquads_of(kRecord, {"--profile", "evidence,direct,links"})).in("evidence"), all.in("evidence"));
}

TEST(Profiles, WithoutOneNoGraphHasAName) {
  const Quads quads(nquads_of(kRecord, {}));
  EXPECT_EQ(quads.graphs(), Names{""});
  const Quads named(nquads_of(kRecord, {"--profile", "direct,terms,claims,source"}));
  const std::set<ShortQuad> merged = quads.merged();
  for (const ShortQuad& quad : named.merged())
    EXPECT_TRUE(merged.contains(quad)) << quad.subject << " " << quad.predicate << " " << quad.object;
  EXPECT_EQ(quads.subjects("rdf:type", "mkg:Statement"), Names{});
}

/// Blank nodes get other names in other syntaxes; everything else must be the same.
std::multiset<std::string> without_blanks(const std::set<ShortQuad>& quads) {
  const auto name = [](const std::string& term) { return term.starts_with("_:") ? std::string("_:") : term; };
  std::multiset<std::string> found;
  for (const ShortQuad& quad : quads) found.insert(name(quad.subject) + " " + quad.predicate + " " + name(quad.object));
  return found;
}

TEST(Profiles, MergedTurtleHoldsTheSameTriples) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  const std::string out = folder / "out";
  ASSERT_EQ(run_program({"convert", input, "-o", out, "--to", "nquads,turtle,ntriples", "--profile", "all", "-q", "--verify"}).exit, 0);
  const Quads named(folder.read("out/vastus-medialis.nq")), turtle(folder.read("out/vastus-medialis.ttl"), "turtle"),
      triples(folder.read("out/vastus-medialis.nt"), "ntriples");
  EXPECT_EQ(turtle.graphs(), Names{""});
  const auto expected = without_blanks(named.merged());
  EXPECT_GT(expected.size(), 300u);
  for (const Quads* quads : {&turtle, &triples}) {
    const auto found = without_blanks(quads->merged());
    Names lost, added;
    std::set_difference(expected.begin(), expected.end(), found.begin(), found.end(), std::back_inserter(lost));
    std::set_difference(found.begin(), found.end(), expected.begin(), expected.end(), std::back_inserter(added));
    // What several graphs say is one triple, counted in the first of them; the dataset's size is that of the file at hand.
    const auto is_size = [](const std::string& triple) { return triple.find(" void:triples ") != std::string::npos; };
    EXPECT_TRUE(std::all_of(lost.begin(), lost.end(), is_size));
    EXPECT_TRUE(std::all_of(added.begin(), added.end(), is_size));
    const std::string size = fmt::format(":vastus-medialis void:triples \"{}\"^^xsd:integer", quads->all().size());
    EXPECT_NE(std::find(added.begin(), added.end(), size), added.end());
  }
}

TEST(Profiles, UnknownOnesAreRefused) {
  const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "nquads", "--profile", "evidense"}, kRecord);
  EXPECT_EQ(result.exit, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(result.err.find("did you mean 'evidence'?"), std::string::npos) << result.err;
  for (const ProfileRow& row : profiles()) EXPECT_NE(result.err.find(row.name), std::string::npos) << row.name;
  const Result quotes = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "nquads", "--quotes", "fill"}, kRecord);
  EXPECT_EQ(quotes.exit, 2);
  EXPECT_NE(quotes.err.find("did you mean 'full'?"), std::string::npos) << quotes.err;
}

TEST(Profiles, OptionsThatCannotBeMeantAreRefused) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  const std::vector<std::vector<std::string>> refused = {
      {"--split"},
      {"--describe", folder / "d.ttl"},
      {"--describe", folder / "d.ttl", "--profile", "direct,terms"},
      {"--quotes", "hash", "--sssom", folder / "links.tsv"},
      {"--quotes", "none", "--sssom", folder / "links.tsv"},
      {"--licence", "free for all"},
  };
  for (const std::vector<std::string>& options : refused) {
    std::vector<std::string> arguments = {"convert", input, "-o", folder / "out.nq", "-q"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Result result = run_program(arguments);
    EXPECT_EQ(result.exit, 2) << ::testing::PrintToString(options) << result.err;
  }
  const Result piped = run_program({"convert", input, "-o", "-", "--to", "nquads", "--profile", "all", "--split"});
  EXPECT_EQ(piped.exit, 2) << "several files cannot be one stream";
  EXPECT_EQ(folder.names(), Names{"a.yaml"}) << "nothing is written";
}

TEST(Profiles, SplitFilesAreTheGraphs) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  ASSERT_EQ(run_program({"convert", input, "-o", folder / "whole", "--to", "nquads", "--profile", "all", "-q"}).exit, 0);
  ASSERT_EQ(
      run_program({"convert", input, "-o", folder / "split", "--to", "nquads,turtle", "--profile", "all", "-q", "--split", "--verify"})
          .exit,
      0);
  const Quads whole(folder.read("whole/vastus-medialis.nq"));
  std::size_t files = 0;
  for (const GraphRow& row : graphs()) {
    if (row.graph == GraphName::Default || row.graph == GraphName::Rows) continue;
    ++files;
    const std::string stem = fmt::format("split/vastus-medialis.{}.", row.name);
    const Quads alone(folder.read(stem + "nq"));
    EXPECT_EQ(alone.graphs(), Names{std::string(row.name)}) << row.name;
    EXPECT_EQ(alone.merged(), whole.in(row.name)) << row.name;
    EXPECT_EQ(without_blanks(Quads(folder.read(stem + "ttl"), "turtle").merged()), without_blanks(whole.in(row.name))) << row.name;
  }
  EXPECT_EQ(files, 8u);
  Names expected;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "split")) expected.push_back(entry.path().filename().string());
  EXPECT_EQ(expected.size(), 2 * files + 1) << "and the description";
  EXPECT_TRUE(std::filesystem::exists(folder / "split/vastus-medialis.meta.ttl"));
}

TEST(Profiles, TheSizesOfTheGraphsAreTold) {
  for (const std::string_view chosen : {"all", "direct,meta", "evidence,links,meta,closure"}) {
    const Quads quads(nquads_of(kRecord, {"--profile", std::string(chosen)}));
    std::size_t told = 0;
    for (const std::string& graph : quads.objects(kDataset, "void:subset")) {
      ++told;
      const std::size_t size = quads.in(graph).size();
      EXPECT_EQ(quads.object(graph, "void:triples"), fmt::format("\"{}\"^^xsd:integer", size)) << graph << " of " << chosen;
    }
    Names named = quads.graphs();
    std::erase(named, "");
    EXPECT_EQ(told, named.size()) << chosen;
    EXPECT_EQ(quads.object(kDataset, "void:triples"), fmt::format("\"{}\"^^xsd:integer", quads.all().size()))
        << "of all, as a reader counts";
  }
}

/// Two records that share terms, journals and agents: what both say is counted once.
TEST(Profiles, SharedStatementsAreCountedOnce) {
  std::string records(kRecord), other(kRecord);
  other.replace(other.find("vastus medialis"), 15, "vastus lateralis");
  const Quads quads(nquads_of(records + "---\n" + other));
  for (const std::string& graph : quads.objects(kDataset, "void:subset"))
    EXPECT_EQ(quads.object(graph, "void:triples"), fmt::format("\"{}\"^^xsd:integer", quads.in(graph).size())) << graph;
  EXPECT_EQ(quads.object(kDataset, "void:triples"), fmt::format("\"{}\"^^xsd:integer", quads.all().size()));
  EXPECT_EQ(quads.object(kDataset, "void:entities"), "\"2\"^^xsd:integer");
}

TEST(Profiles, TheFilesAreDescribed) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  for (const bool split : {false, true}) {
    const std::string out = split ? "split" : "whole";
    std::vector<std::string> arguments = {"convert",
                                          input,
                                          "-o",
                                          folder / out,
                                          "--to",
                                          "turtle,jsonld,nquads",
                                          "--profile",
                                          "all",
                                          "-q",
                                          "--licence",
                                          "https://creativecommons.org/licenses/by/4.0/"};
    if (split) arguments.emplace_back("--split");
    ASSERT_EQ(run_program(arguments).exit, 0);
    const Quads meta(folder.read(out + "/vastus-medialis.meta.ttl"), "turtle");
    const Names distributions = meta.objects(":vastus-medialis", "dcat:distribution");
    EXPECT_EQ(distributions.size(), split ? 24u : 3u);
    for (const std::string& distribution : distributions) {
      const std::string file = out + "/" + words_of(meta.object(distribution, "dcterms:title"));
      const std::string bytes = folder.read(file);
      EXPECT_EQ(meta.object(distribution, "dcat:byteSize"), fmt::format("\"{}\"^^xsd:integer", bytes.size())) << file;
      EXPECT_EQ(meta.object(distribution, "mkg:sha256"), "\"" + sha256_of(bytes) + "\"") << file;
    }
    EXPECT_EQ(meta.object(":vastus-medialis", "dcterms:license"), "https://creativecommons.org/licenses/by/4.0/");
  }
}

TEST(Profiles, OneFileIsDescribedWhereAsked) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.yaml", kRecord);
  ASSERT_EQ(run_program({"convert", input, "-o", folder / "all.trig", "--profile", "all", "-q", "--describe", folder / "about.ttl"}).exit,
            0);
  const Quads meta(folder.read("about.ttl"), "turtle");
  const Names distributions = meta.objects(":all", "dcat:distribution");
  ASSERT_EQ(distributions.size(), 1u);
  EXPECT_EQ(meta.object(distributions[0], "mkg:sha256"), "\"" + sha256_of(folder.read("all.trig")) + "\"");
  EXPECT_EQ(meta.object(distributions[0], "dcat:byteSize"), fmt::format("\"{}\"^^xsd:integer", folder.read("all.trig").size()));
}

TEST(Profiles, InputsAreToldWithTheirHashes) {
  const TemporaryFolder folder;
  const std::string first = "name: soleus\norigins: fibula\n", second = "{\"name\":\"popliteus\"}\n";
  const std::string table =
      "subject_label\tsubject_type\tpredicate_id\tobject_id\tmapping_justification\nzygal\trdfs "
      "literal\tskos:exactMatch\tUBERON:0000981\tsemapv:ManualMappingCuration\n";
  const Result result = run_program({"convert", folder.write("a.yaml", first), folder.write("b.jsonl.gz", gzip(second)), "-o", "-", "--to",
                                     "nquads", "-q", "--profile", "meta", "--mappings", folder.write("set.sssom.tsv", table)});
  ASSERT_EQ(result.exit, 0) << result.err;
  const Quads quads(result.out);
  std::map<std::string, std::string> told;
  for (const std::string& input : quads.objects(":muscles/generation", "prov:used"))
    told[words_of(quads.object(input, "mkg:file"))] = words_of(quads.object(input, "mkg:sha256"));
  EXPECT_EQ(told, (std::map<std::string, std::string>{
                      {"a.yaml", sha256_of(first)}, {"b.jsonl.gz", sha256_of(second)}, {"set.sssom.tsv", sha256_of(table)}}));
}

/// Two files of the same bytes are both inputs; a file of a place in between hides neither.
TEST(Profiles, EachInputIsToldOnce) {
  const TemporaryFolder folder;
  std::string records;
  for (int i = 0; i < 5; ++i) records += fmt::format("{{\"name\":\"muscle {}\"}}\n", i);
  const Result result = run_program({"convert", folder.write("a.jsonl", records), "-o", "-", "--to", "nquads", "-q", "--profile", "meta"});
  const Quads quads(result.out);
  EXPECT_EQ(quads.objects(":muscles/generation", "prov:used"), Names{":text/" + sha256_of(records).substr(0, 32)});
}

TEST(Profiles, VersionsAreDatedOnlyWhenTheDateIsGiven) {
  const auto written = [](const std::map<std::string, std::string>& variables) {
    const Result result = run_program({"convert", "-", "--from", "yaml", "-o", "-", "--to", "nquads", "-q", "--profile", "all"}, kRecord,
                                      {variables, {}, {}});
    EXPECT_EQ(result.exit, 0) << result.err;
    return result.out;
  };
  const Quads dated(written({{"SOURCE_DATE_EPOCH", "1700000000"}}));
  EXPECT_EQ(dated.object(kDataset, "dcterms:created"), "\"2023-11-14\"^^xsd:date");
  EXPECT_EQ(dated.object(kDataset, "dcterms:hasVersion"), ":muscles/version/2023-11-14");
  EXPECT_EQ(dated.object(":muscles/graph/owl", "owl:versionIRI"), ":muscles/graph/owl/version/2023-11-14");
  const Quads plain(written({}));
  EXPECT_EQ(plain.objects(kDataset, "dcterms:created"), Names{});
  EXPECT_EQ(plain.objects(kDataset, "dcterms:hasVersion"), Names{});
  EXPECT_EQ(plain.objects(":muscles/graph/owl", "owl:versionIRI"), Names{});
  EXPECT_EQ(written({}), written({}));
}

/// The licence of the sources is that of the dataset where all share one, unless another is given.
TEST(Profiles, TheLicenceIsTheOneOfAllSources) {
  const auto record = [](std::string_view name, std::string_view licence) {
    return fmt::format("name: {}\nsource: {{title: A, licence: '{}'}}\n", name, licence);
  };
  const auto licence = [](const std::string& records, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"--profile", "meta,source"});
    return Quads(nquads_of(records, options)).objects(kDataset, "dcterms:license");
  };
  EXPECT_EQ(licence(record("soleus", "https://example.org/a")), Names{"https://example.org/a"});
  EXPECT_EQ(licence(record("soleus", "https://example.org/a") + "---\n" + record("popliteus", "https://example.org/a")),
            Names{"https://example.org/a"});
  EXPECT_EQ(licence(record("soleus", "https://example.org/a") + "---\n" + record("popliteus", "https://example.org/b")), Names{});
  EXPECT_EQ(licence(record("soleus", "https://example.org/a") + "---\nname: popliteus\n"), Names{});
  EXPECT_EQ(licence(record("soleus", "https://example.org/a"), {"--licence", "https://example.org/c"}), Names{"https://example.org/c"});
}

}  // namespace
}  // namespace musclekg::test
