// One dataset into several files: which statements each takes, what is counted, and when the files appear.

#include "app/document.h"

#include "base/sha256.h"
#include "rdf/ntriples_writer.h"
#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

using Target = Document::Target;

class DocumentTest : public ::testing::Test {
 protected:
  DocumentTest() { prefixes_.add("ex", "http://example.org/", false); }

  Target whole(const char* syntax) {
    return {syntax_named(syntax), path(std::string("whole.") + std::string(syntax_named(syntax)->extension()))};
  }
  Target only(const Node* graph, const char* syntax, const char* stem) {
    return {syntax_named(syntax), path(std::string(stem) + "." + std::string(syntax_named(syntax)->extension())), graph, true};
  }
  std::string path(const std::string& name) const { return own_ / name; }

  /// Writes two topics and a description that tells its count.
  std::size_t write(std::vector<Target> targets, bool verify = true) {
    document_ = std::make_unique<Document>(std::move(targets), prefixes_, "https://w3id.org/musclekg/", tables_, verify);
    document_->add(a, {{a, p, b, g}, {a, p, c, g}, {a, p, b, h}, {b, label, nodes.text("B", "en"), h}});
    document_->add(c, {{b, label, nodes.text("B", "en"), h}, {b, label, nodes.text("B", "en"), g}, {c, p, a, h}});
    return document_->finish([&](const DistinctCounts& distinct) {
      counts_.push_back({distinct.all(), distinct.in(g), distinct.in(h), distinct.in(nullptr)});
      return std::vector<Quad>{{d, p, nodes.literal(fmt::format("{}", distinct.all()), nodes.iri(xsd::integer))}};
    });
  }

  NodeTable nodes;
  const Node *a = nodes.iri("http://example.org/a"), *b = nodes.iri("http://example.org/b"), *c = nodes.iri("http://example.org/c"),
             *d = nodes.iri("http://example.org/d"), *p = nodes.iri("http://example.org/p"), *g = nodes.iri("http://example.org/g"),
             *h = nodes.iri("http://example.org/h"), *label = nodes.iri(rdfs::label);
  Prefixes prefixes_;
  WriterTables tables_{{}, own_context()};
  test::TemporaryFolder own_;
  std::unique_ptr<Document> document_;
  std::vector<std::vector<std::size_t>> counts_;  ///< the description was asked for with these: all, in g, in h, in the default graph
};

TEST_F(DocumentTest, CountsForEachStreamWhatItsFilesHold) {
  EXPECT_EQ(write({whole("turtle"), whole("nquads"), whole("trig"), whole("jsonld"), whole("ntriples"), whole("rdfxml")}), 7u);
  EXPECT_EQ(counts_, (std::vector<std::vector<std::size_t>>{{6, 3, 3, 0}, {4, 2, 2, 0}}));
  EXPECT_EQ(own_.read("whole.nq"),
            "<http://example.org/a> <http://example.org/p> <http://example.org/b> <http://example.org/g> .\n"
            "<http://example.org/a> <http://example.org/p> <http://example.org/c> <http://example.org/g> .\n"
            "<http://example.org/a> <http://example.org/p> <http://example.org/b> <http://example.org/h> .\n"
            "<http://example.org/b> <http://www.w3.org/2000/01/rdf-schema#label> \"B\"@en <http://example.org/h> .\n"
            "<http://example.org/b> <http://www.w3.org/2000/01/rdf-schema#label> \"B\"@en <http://example.org/g> .\n"
            "<http://example.org/c> <http://example.org/p> <http://example.org/a> <http://example.org/h> .\n"
            "<http://example.org/d> <http://example.org/p> \"6\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  EXPECT_EQ(own_.read("whole.nt"),
            "<http://example.org/a> <http://example.org/p> <http://example.org/b> .\n"
            "<http://example.org/a> <http://example.org/p> <http://example.org/c> .\n"
            "<http://example.org/b> <http://www.w3.org/2000/01/rdf-schema#label> \"B\"@en .\n"
            "<http://example.org/c> <http://example.org/p> <http://example.org/a> .\n"
            "<http://example.org/d> <http://example.org/p> \"4\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
}

TEST_F(DocumentTest, AsksForTheDescriptionOnlyWhereThereAreFiles) {
  EXPECT_EQ(write({whole("turtle")}), 5u);
  EXPECT_EQ(counts_, (std::vector<std::vector<std::size_t>>{{4, 2, 2, 0}}));
  counts_.clear();
  EXPECT_EQ(write({whole("trig")}), 7u);
  EXPECT_EQ(counts_, (std::vector<std::vector<std::size_t>>{{6, 3, 3, 0}}));
}

TEST_F(DocumentTest, AFileOfOneGraphHasItsStatementsAndNoOthers) {
  EXPECT_EQ(write({only(g, "turtle", "g"), only(h, "turtle", "h"), only(nullptr, "turtle", "default"), only(g, "nquads", "g"),
                   only(h, "jsonld", "h"), only(g, "trig", "g"), only(a, "turtle", "nothing"), only(a, "jsonld", "nothing")}),
            7u);
  EXPECT_EQ(counts_, (std::vector<std::vector<std::size_t>>{{6, 3, 3, 0}}));
  const std::string prefix = "@prefix ex: <http://example.org/> .\n";
  const std::string name = "<http://www.w3.org/2000/01/rdf-schema#label> \"B\"@en .\n";
  EXPECT_EQ(own_.read("g.ttl"), prefix + "\nex:a\n    ex:p\n        ex:b ,\n        ex:c\n.\n\nex:b " + name);
  EXPECT_EQ(own_.read("h.ttl"), prefix + "\nex:a ex:p ex:b .\nex:b " + name + "ex:c ex:p ex:a .\n");
  EXPECT_EQ(own_.read("default.ttl"), prefix + "\nex:d ex:p 6 .\n");
  EXPECT_EQ(own_.read("nothing.ttl"), prefix);
  EXPECT_TRUE(own_.read("nothing.jsonld").ends_with("  \"graph\": []\n}\n"));
  const std::string quads = own_.read("g.nq");
  EXPECT_EQ(std::count(quads.begin(), quads.end(), '\n'), 3);
  EXPECT_EQ(quads.find("example.org/h"), std::string::npos);
  EXPECT_NE(own_.read("g.trig").find("ex:g {"), std::string::npos);
}

TEST_F(DocumentTest, TellsSizeAndDigestOfEachFile) {
  write({whole("turtle"), {syntax_named("nquads"), "/dev/null"}, only(g, "trig", "g")}, false);
  const std::vector<Document::Written> written = document_->written();
  ASSERT_EQ(written.size(), 3u);
  for (const std::size_t i : {0u, 2u}) {
    const std::string text = test::contents(written[i].target->path);
    EXPECT_EQ(written[i].target, &document_->targets()[i]);
    EXPECT_EQ(written[i].bytes, text.size());
    EXPECT_EQ(written[i].sha256, sha256_of(text));
  }
  EXPECT_GT(written[1].bytes, 0u);
  EXPECT_EQ(written[1].sha256, "");
}

TEST_F(DocumentTest, RestatedStatementsStandOnceInMergedFiles) {
  NodeTable scoped(&nodes);
  const Node* own = scoped.iri("http://example.org/own");
  Document document({whole("ntriples")}, prefixes_, "https://w3id.org/musclekg/", tables_, true, {g, h});
  document.add(own, {{own, p, a, g}});
  document.add(own, {{own, p, a, h}, {own, p, b, h}});
  EXPECT_EQ(document.finish([](const DistinctCounts&) { return std::vector<Quad>(); }), 2u);
}

std::string fault_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return {};
}

/// A writer that loses the names of graphs, in the place of one that keeps them.
const Syntax kNameless = {"nquads",
                          "nq",
                          "application/n-quads",
                          RdfSyntax::NQuads,
                          "nquads",
                          true,
                          false,
                          [](Output& output, const WriterTables&) -> std::unique_ptr<QuadSink> { return ntriples_writer(output); }};

TEST_F(DocumentTest, VerifySeesThatAStatementIsInTheWrongGraph) {
  EXPECT_EQ(fault_of([&] {
              write({{&kNameless, path("wrong.nq")}});
            }),
            path("wrong.nq") + ": what was read back is not what was written: 6 statements are missing, 4 are new");
  EXPECT_EQ(fault_of([&] {
              write({{&kNameless, path("part.nq"), h, true}});
            }),
            path("part.nq") + ": what was read back is not what was written: 3 statements are missing, 3 are new");
  EXPECT_EQ(fault_of([&] { write({{&kNameless, path("right.nq"), nullptr, true}}); }), "");
  EXPECT_EQ(fault_of([&] { write({{&kNameless, path("unseen.nq")}}, false); }), "");
}

/// A writer that fails at the end.
class Broken : public QuadSink {
 public:
  void prefix(std::string_view, std::string_view) override {}
  void begin(const Node*) override {}
  void quad(const Quad&) override {}
  void end() override {}
  void finish() override { throw Failure("broken"); }
};
const Syntax kBroken = {
    "turtle", "ttl", "text/turtle", RdfSyntax::Turtle,
    "turtle", false, false,         [](Output&, const WriterTables&) -> std::unique_ptr<QuadSink> {
      return std::make_unique<Broken>(); }};

TEST_F(DocumentTest, NoFileAppearsBeforeAllAreComplete) {
  EXPECT_EQ(fault_of([&] { write({whole("nquads"), whole("turtle"), {&kBroken, path("broken.ttl")}}); }), "broken");
  document_.reset();
  EXPECT_EQ(own_.names(), std::vector<std::string>());
  {
    Document unfinished({whole("nquads")}, prefixes_, "https://w3id.org/musclekg/", tables_, false);
    unfinished.add(a, {{a, p, b}});
  }
  EXPECT_EQ(own_.names(), std::vector<std::string>());
}

}  // namespace
}  // namespace musclekg::rdf_test
