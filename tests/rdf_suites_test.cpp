// The W3C suites of N-Triples, N-Quads, Turtle and TriG, from their manifests in ../shared/w3c. What came of each test stands in
// tests/w3c/rdf-results.tsv, which is written anew with MUSCLEKG_UPDATE_CASES=1.

#include <fmt/format.h>

#include "base/iri_reference.h"
#include "rdf/graph.h"
#include "rdf/graph_digest.h"
#include "rdf/held_dataset.h"
#include "rdf/read_rdf.h"
#include "rdf/vocabulary.h"
#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kManifest = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
constexpr std::string_view kTest = "http://www.w3.org/ns/rdftest#";

struct Suite {
  const char* folder;
  RdfSyntax syntax;
  const char* base;  ///< for suites whose manifest names none
};

constexpr Suite kSuites[] = {{"rdf-n-quads", RdfSyntax::NQuads, "http://example/base/"},
                             {"rdf-n-triples", RdfSyntax::NTriples, "http://example/base/"},
                             {"rdf-trig", RdfSyntax::TriG, "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-trig/"},
                             {"rdf-turtle", RdfSyntax::Turtle, "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/"}};

/// A document read: whether it is well-formed, and what it says.
struct Document {
  Document(const std::filesystem::path& path, RdfSyntax syntax, const std::string& base) {
    Input input(path.string());
    well_formed = read_rdf(input, {}, syntax, {base, false}, held, diagnostics).well_formed;
    for (const Quad& quad : held.quads()) digest.add(quad);
    digest.finish();
  }

  HeldDataset held;
  Diagnostics diagnostics;
  GraphDigest digest;
  bool well_formed = false;
};

/// What is wrong with the outcome of a test; an empty text where it passes.
std::string fault_of(const std::filesystem::path& folder, const Suite& suite, std::string_view kind, const std::string& input,
                     const std::string& result) {
  const Document document(folder / input, suite.syntax, suite.base + input);
  const bool negative = kind.find("Negative") != std::string_view::npos;
  if (negative) return document.well_formed ? "is taken for well-formed" : "";
  if (!document.well_formed) return printed(document.diagnostics);
  if (result.empty()) return "";
  const bool graphs = suite.syntax == RdfSyntax::TriG || suite.syntax == RdfSyntax::NQuads;
  const Document expected(folder / result, graphs ? RdfSyntax::NQuads : RdfSyntax::NTriples, "");
  const std::size_t lost = expected.digest.missing_in(document.digest), added = document.digest.missing_in(expected.digest);
  return lost + added == 0 ? "" : fmt::format("{} statements are missing, {} are new", lost, added);
}

TEST(RdfSuites, Pass) {
  MUSCLEKG_NEEDS_SHARED("w3c/rdf-turtle");
  std::string results = "suite\ttest\tkind\toutcome\n";
  for (const Suite& suite : kSuites) {
    const std::filesystem::path folder = shared() / "w3c" / suite.folder;
    Document manifest(folder / "manifest.ttl", RdfSyntax::Turtle, "http://manifest/");
    ASSERT_TRUE(manifest.well_formed) << printed(manifest.diagnostics);
    Graph graph;
    for (const Quad& quad : manifest.held.quads()) graph.add(quad);
    graph.index();
    NodeTable& nodes = manifest.held.nodes();
    const auto iri = [&](std::string_view space, const char* name) { return nodes.iri(std::string(space) + name); };
    std::map<std::string, std::string> rows;
    for (const Quad& quad : graph.with(iri(kManifest, "action"))) {
      const auto file = [](const Node* node) {
        return node == nullptr ? std::string() : std::string(node->value.substr(node->value.rfind('/') + 1));
      };
      const std::string input = file(quad.object), result = file(graph.object(quad.subject, iri(kManifest, "result")));
      const Node* const type = graph.object(quad.subject, nodes.iri(rdf::type));
      ASSERT_TRUE(type != nullptr && type->value.starts_with(kTest)) << input;
      const std::string_view kind = type->value.substr(kTest.size());
      const std::string fault = fault_of(folder, suite, kind, input, result);
      EXPECT_EQ(fault, "") << suite.folder << ": " << input << ", " << kind;
      rows[input] = fmt::format("{}\t{}\t{}\t{}\n", suite.folder, input, kind, fault.empty() ? "passed" : "failed");
    }
    EXPECT_GT(rows.size(), 60u) << suite.folder;
    for (const auto& [input, row] : rows) results += row;
  }
  const std::filesystem::path table = project("tests/w3c/rdf-results.tsv");
  if (const char* wanted = std::getenv("MUSCLEKG_UPDATE_CASES"); wanted != nullptr && std::string_view(wanted) == "1")
    write_file(table, results);
  EXPECT_EQ(contents(table), results);
}

}  // namespace
}  // namespace musclekg::test
