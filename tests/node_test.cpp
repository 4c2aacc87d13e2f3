// RDF terms, namespaces, and the canonical escapes of N-Triples.

#include "rdf/node.h"

#include <set>

#include "rdf/ntriples_writer.h"
#include "rdf/prefixes.h"
#include "rdf_test.h"

namespace musclekg {
namespace {

TEST(NodeTable, EqualTermsAreOneNode) {
  NodeTable nodes;
  EXPECT_EQ(nodes.iri("http://example.org/a"), nodes.iri("http://example.org/a"));
  EXPECT_EQ(nodes.blank("b"), nodes.blank("b"));
  EXPECT_EQ(nodes.text("a"), nodes.text("a"));
  EXPECT_EQ(nodes.text("a", "en"), nodes.text("a", "en"));
  const Node* integer = nodes.iri(xsd::integer);
  EXPECT_EQ(nodes.literal("1", integer), nodes.literal("1", integer));
}

TEST(NodeTable, DifferentTermsAreDifferentNodes) {
  NodeTable nodes;
  const Node *integer = nodes.iri(xsd::integer), *decimal = nodes.iri("http://www.w3.org/2001/XMLSchema#decimal");
  const std::vector<const Node*> different = {
      nodes.iri("ex:a"),
      nodes.iri("ex:A"),
      nodes.iri("ex:a/"),
      nodes.blank("a"),
      nodes.text("ex:a"),
      nodes.text("<ex:a>"),
      nodes.text("_:a"),
      nodes.text(""),
      nodes.text(" "),
      nodes.text("", "en"),
      nodes.text("a", "en"),
      nodes.text("a", "EN"),
      nodes.text("a", "en-GB"),
      nodes.text("a@en"),
      nodes.text("\"a\"@en"),
      nodes.literal("1", integer),
      nodes.literal("01", integer),
      nodes.literal("1", decimal),
      nodes.text("1"),
      nodes.text("\n"),
      nodes.text("\\n"),
  };
  const std::set<const Node*> distinct(different.begin(), different.end());
  EXPECT_EQ(distinct.size(), different.size());
}

TEST(NodeTable, KeepsEveryPartOfATerm) {
  NodeTable nodes;
  const Node* iri = nodes.iri("http://example.org/größe#x");
  EXPECT_EQ(iri->kind, Node::Kind::Iri);
  EXPECT_EQ(iri->value, "http://example.org/größe#x");
  EXPECT_EQ(iri->ntriples, "<http://example.org/größe#x>");

  const Node* blank = nodes.blank("b-1_c");
  EXPECT_EQ(blank->kind, Node::Kind::Blank);
  EXPECT_EQ(blank->value, "b-1_c");
  EXPECT_EQ(blank->ntriples, "_:b-1_c");

  const Node* tagged = nodes.text("say \"a\"", "en-GB");
  EXPECT_EQ(tagged->kind, Node::Kind::Literal);
  EXPECT_EQ(tagged->value, "say \"a\"");
  EXPECT_EQ(tagged->language, "en-GB");
  EXPECT_EQ(tagged->datatype, nullptr);
  EXPECT_EQ(tagged->ntriples, "\"say \\\"a\\\"\"@en-GB");
  EXPECT_EQ(tagged->ntriples.substr(0, tagged->quoted), "\"say \\\"a\\\"\"");

  const Node* date = nodes.literal("2018-03-16", nodes.iri(xsd::date));
  EXPECT_EQ(date->value, "2018-03-16");
  EXPECT_EQ(date->datatype, nodes.iri(xsd::date));
  EXPECT_EQ(date->ntriples, "\"2018-03-16\"^^<http://www.w3.org/2001/XMLSchema#date>");
  EXPECT_EQ(date->ntriples.substr(0, date->quoted), "\"2018-03-16\"");

  const Node* empty = nodes.text("");
  EXPECT_EQ(empty->value, "");
  EXPECT_EQ(empty->ntriples, "\"\"");
}

TEST(NodeTable, AStringIsPlainText) {
  NodeTable nodes;
  EXPECT_EQ(nodes.literal("a", nodes.iri(xsd::string)), nodes.text("a"));
  EXPECT_EQ(nodes.literal("a", nullptr), nodes.text("a"));
  EXPECT_EQ(nodes.text("a")->datatype, nullptr);
}

TEST(NodeTable, CopiesWhatItIsGiven) {
  NodeTable nodes;
  std::string iri = "http://example.org/a", value = "text", language = "en";
  const Node *node = nodes.iri(iri), *text = nodes.text(value, language);
  iri.assign(iri.size(), 'x'), value.assign(value.size(), 'x'), language.assign(language.size(), 'x');
  EXPECT_EQ(node->value, "http://example.org/a");
  EXPECT_EQ(text->value, "text");
  EXPECT_EQ(text->language, "en");
  EXPECT_EQ(text->ntriples, "\"text\"@en");
}

TEST(NodeTable, NodesStayWhereTheyAre) {
  NodeTable nodes;
  const Node* first = nodes.iri("http://example.org/first");
  for (int i = 0; i < 20000; ++i) nodes.iri(fmt::format("http://example.org/{}", i));
  EXPECT_EQ(nodes.iri("http://example.org/first"), first);
  EXPECT_EQ(first->ntriples, "<http://example.org/first>");
  EXPECT_EQ(nodes.size(), 20001u);
}

TEST(NodeTable, NumbersAreDenseInTheirTable) {
  NodeTable nodes, scoped(&nodes);
  EXPECT_EQ(nodes.iri("ex:a")->number, 0u);
  EXPECT_EQ(nodes.text("b")->number, 1u);
  EXPECT_EQ(scoped.iri("ex:c")->number, 0u);
  EXPECT_EQ(nodes.iri("ex:a")->number, 0u);
  EXPECT_EQ(nodes.size(), 2u);
}

TEST(ScopedNodeTable, FindsTheNodesOfItsParent) {
  NodeTable nodes, scoped(&nodes);
  const Node* lasting = nodes.iri("ex:a");
  EXPECT_EQ(scoped.iri("ex:a"), lasting);
  EXPECT_FALSE(lasting->scoped);
  EXPECT_EQ(scoped.size(), 0u);
  const Node* own = scoped.iri("ex:b");
  EXPECT_TRUE(own->scoped);
  EXPECT_EQ(scoped.iri("ex:b"), own);
  EXPECT_EQ(nodes.size(), 1u);
}

TEST(ScopedNodeTable, ForgetsItsOwnNodesOnly) {
  NodeTable nodes, scoped(&nodes);
  const Node* lasting = nodes.iri("ex:a");
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 1000; ++i) {
      const Node* node = scoped.text(fmt::format("text {} of {}", i, round), "en");
      ASSERT_EQ(node->number, static_cast<std::uint32_t>(i));
      ASSERT_EQ(node->value, fmt::format("text {} of {}", i, round));
    }
    EXPECT_EQ(scoped.size(), 1000u);
    scoped.clear();
    EXPECT_EQ(scoped.size(), 0u);
  }
  EXPECT_EQ(nodes.iri("ex:a"), lasting);
}

TEST(NodeTable, RefusesWhatIsNoAbsoluteIri) {
  NodeTable nodes;
  const std::vector<std::string> wrong = {"",
                                          "a",
                                          "/a",
                                          "#a",
                                          "//example.org/a",
                                          "example.org/a",
                                          "a b:c",
                                          "1a:b",
                                          ":a",
                                          "http:",
                                          "_:a",
                                          "-a:b",
                                          "a_b:c",
                                          "http ://a",
                                          "ex:\xC3\x28",
                                          "ex:\xED\xA0\x80",
                                          "ex:\xC2\x85",
                                          "ex:\xC2\x80",
                                          "ex:\xF4\x90\x80\x80"};
  for (const std::string& iri : wrong) EXPECT_THROW(nodes.iri(iri), std::invalid_argument) << iri;
  for (int c = 0; c <= 0x20; ++c)
    EXPECT_THROW(nodes.iri(std::string("http://e/a") + static_cast<char>(c) + "b"), std::invalid_argument) << c;
  for (const char c : std::string_view("<>\"{}|^`\\\x7F"))
    for (const std::string& iri : {std::string("http://e/a") + c + "b", std::string("http://e/") + c, std::string("http:") + c})
      EXPECT_THROW(nodes.iri(iri), std::invalid_argument) << iri;
  EXPECT_EQ(nodes.size(), 0u);
}

TEST(NodeTable, TakesEveryAbsoluteIri) {
  NodeTable nodes;
  for (const char* iri :
       {"http://e/", "HTTP://E/", "urn:a:b", "doi:10.1/a", "a:b", "a+b-c.1:x", "http://e/%20", "http://e/ä", "http://e/\xF0\x9F\x92\xAA",
        "http://e/a?b=c&d#e", "http://e/a'b(c)*,;=@!$~[1]", "mailto:a@b", "http://[::1]/", "http://e/\xC2\xA0"})
    EXPECT_EQ(nodes.iri(iri)->value, iri);
}

TEST(NodeTable, RefusedIrisLeaveNothingBehind) {
  NodeTable nodes, scoped(&nodes);
  EXPECT_THROW(scoped.iri("a b"), std::invalid_argument);
  EXPECT_THROW(scoped.iri("a b"), std::invalid_argument);
  EXPECT_EQ(scoped.size(), 0u);
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

TEST(Escapes, AreTheCanonicalOnes) {
  EXPECT_EQ(escaped(""), "");
  EXPECT_EQ(escaped("a'b/c"), "a'b/c");
  EXPECT_EQ(escaped("\"\\\n\r\t\b\f"), "\\\"\\\\\\n\\r\\t\\b\\f");
  EXPECT_EQ(escaped(std::string_view("\0", 1)), "\\u0000");
  EXPECT_EQ(escaped("\x01\x0B\x1F\x7F"), "\\u0001\\u000B\\u001F\\u007F");
  EXPECT_EQ(escaped("µ 上 \xF0\x9F\x92\xAA"), "µ 上 \xF0\x9F\x92\xAA") << "what is not ASCII stays as it is";
}

TEST(Escapes, LeaveNoControlCharacterAndNoLineEnd) {
  for (int c = 0; c < 0x80; ++c) {
    const std::string out = escaped(std::string(1, static_cast<char>(c)));
    EXPECT_TRUE(std::all_of(out.begin(), out.end(), [](char x) { return x >= 0x20 && x != 0x7F; })) << c;
  }
}

TEST(Escapes, AppendBehindWhatIsThere) {
  std::string out = "a";
  append_escaped(out, "\n");
  append_escaped(out, "b");
  EXPECT_EQ(out, "a\\nb");
}

Prefixes some_prefixes() {
  Prefixes prefixes;
  EXPECT_TRUE(prefixes.add("UBERON", "http://purl.obolibrary.org/obo/UBERON_", true));
  EXPECT_TRUE(prefixes.add("obo", "http://purl.obolibrary.org/obo/", false));
  EXPECT_TRUE(prefixes.add("mkg", "https://w3id.org/musclekg/vocab#", false));
  EXPECT_TRUE(prefixes.add("base", "https://w3id.org/musclekg/", false));
  EXPECT_TRUE(prefixes.add("mkt", "https://w3id.org/musclekg/term/", false));
  return prefixes;
}

TEST(Prefixes, ShortensByTheLongestNamespace) {
  const Prefixes prefixes = some_prefixes();
  EXPECT_EQ(prefixes.prefixed("http://purl.obolibrary.org/obo/UBERON_0002446"), "obo:UBERON_0002446");
  EXPECT_EQ(prefixes.prefixed("https://w3id.org/musclekg/a"), "base:a");
  EXPECT_EQ(prefixes.prefixed("https://w3id.org/musclekg/term/a"), "mkt:a");
  EXPECT_EQ(prefixes.prefixed("https://w3id.org/musclekg/vocab#hasAction"), "mkg:hasAction");
}

TEST(Prefixes, ShortensToPlainLocalNamesOnly) {
  const Prefixes prefixes = some_prefixes();
  const std::string obo = "http://purl.obolibrary.org/obo/";
  for (const char* local : {"a", "A", "_", "_1", "a-b", "a_", "a1", "a-"})
    EXPECT_EQ(prefixes.prefixed(obo + local), fmt::format("obo:{}", local));
  for (const char* local :
       {"", "1", "0002446", "-a", "a.b", "a.", "a/b", "a#b", "a:b", "a%20b", "ä", "a'b", "a,b", "a;b", "a~b", "a(b)", "a b"})
    EXPECT_EQ(prefixes.prefixed(obo + local), "") << local;
  EXPECT_EQ(prefixes.prefixed("http://elsewhere.org/a"), "");
  EXPECT_EQ(prefixes.prefixed("http://purl.obolibrary.org/ob"), "");
  EXPECT_EQ(prefixes.prefixed(""), "");
}

TEST(Prefixes, IdsAreNeverUsedForWriting) {
  EXPECT_EQ(some_prefixes().prefixed("http://purl.obolibrary.org/obo/UBERON_x"), "obo:UBERON_x");
}

TEST(Prefixes, ExpandsBothUses) {
  const Prefixes prefixes = some_prefixes();
  EXPECT_EQ(prefixes.expand("UBERON:0002446"), "http://purl.obolibrary.org/obo/UBERON_0002446");
  EXPECT_EQ(prefixes.expand("obo:UBERON_0002446"), "http://purl.obolibrary.org/obo/UBERON_0002446");
  EXPECT_EQ(prefixes.expand("mkg:"), "https://w3id.org/musclekg/vocab#");
  EXPECT_EQ(prefixes.expand("mkg:a:b"), "https://w3id.org/musclekg/vocab#a:b");
  for (const char* unknown : {"", ":", "nothing:1", "uberon:1", "UBERON", "UBERON 1"})
    EXPECT_EQ(prefixes.expand(unknown), std::nullopt) << unknown;
}

TEST(Prefixes, KnowsTheIdOfAnIri) {
  const Prefixes prefixes = some_prefixes();
  EXPECT_EQ(prefixes.id_of("http://purl.obolibrary.org/obo/UBERON_0002446"), "UBERON:0002446");
  EXPECT_EQ(prefixes.id_of("http://purl.obolibrary.org/obo/RO_0002372"), "RO:0002372") << "by the OBO Foundry's rule";
  EXPECT_EQ(prefixes.id_of("http://purl.obolibrary.org/obo/ro.owl"), "http://purl.obolibrary.org/obo/ro.owl");
}

TEST(Prefixes, AreBijective) {
  Prefixes prefixes = some_prefixes();
  const std::size_t rows = prefixes.rows().size();
  EXPECT_FALSE(prefixes.add("obo", "http://example.org/", false)) << "a name twice";
  EXPECT_FALSE(prefixes.add("OBO", "http://example.org/", false)) << "a name that differs by its case only";
  EXPECT_FALSE(prefixes.add("other", "http://purl.obolibrary.org/obo/", false)) << "a namespace twice";
  EXPECT_EQ(prefixes.rows().size(), rows);
}

TEST(NTriplesWriter, WritesOneCanonicalStatementALine) {
  using namespace rdf_test;
  EXPECT_EQ(written(topic({say("ex:a", "ex:p", "_:b"), say("ex:a", "ex:p", text("x\ty", "en-GB")),
                           say("_:b", "ex:p", literal("01", "xsd:integer")), say("ex:größe", "ex:p", text("größe"))}),
                    "ntriples"),
            "<http://example.org/a> <http://example.org/p> _:b .\n"
            "<http://example.org/a> <http://example.org/p> \"x\\ty\"@en-GB .\n"
            "_:b <http://example.org/p> \"01\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
            "<http://example.org/größe> <http://example.org/p> \"größe\" .\n");
}

TEST(NTriplesWriter, LeavesOutWhatAnEarlierTopicSaid) {
  using namespace rdf_test;
  const Statement once = say("ex:a", "ex:p", "ex:o"), own = say("https://w3id.org/musclekg/term/t", "ex:p", "ex:o");
  for (const char* syntax : {"ntriples", "nquads"})
    EXPECT_EQ(written({{term("ex:a"), {once, own}}, {term("ex:b"), {once, own, say("ex:b", "ex:p", "ex:o")}}}, syntax),
              "<http://example.org/a> <http://example.org/p> <http://example.org/o> .\n"
              "<https://w3id.org/musclekg/term/t> <http://example.org/p> <http://example.org/o> .\n"
              "<http://example.org/b> <http://example.org/p> <http://example.org/o> .\n");
}

TEST(NQuadsWriter, NamesTheGraph) {
  NodeTable nodes;
  const std::string path = rdf_test::folder() / "graphs.nq";
  Output output(path);
  const auto writer = nquads_writer(output);
  const Node *a = nodes.iri("ex:a"), *g = nodes.iri("ex:g");
  writer->begin(a);
  writer->quad({a, a, a, g});
  writer->quad({a, a, a});
  writer->end();
  writer->finish();
  output.commit();
  EXPECT_EQ(test::contents(path), "<ex:a> <ex:a> <ex:a> <ex:g> .\n<ex:a> <ex:a> <ex:a> .\n");
}

}  // namespace
}  // namespace musclekg
