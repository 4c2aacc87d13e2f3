// The JSON-LD writer: its exact form, and that the same graph is read from it.

#include "jsonld/jsonld_writer.h"

#include <nlohmann/json.hpp>
#include <set>

#include "base/json_string.h"
#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

using nlohmann::json;

const Context& small_context() {
  static Diagnostics diagnostics;
  static const Context kContext(folder().write("context.jsonld", R"({ "@context": {
    "@version": 1.1,
    "Thing": { "@id": "ex:Thing" },
    "ex": "http://example.org/",
    "friend": { "@id": "ex:friend", "@type": "@id", "@container": "@set" },
    "graph": "@graph",
    "id": "@id",
    "label": { "@id": "rdfs:label", "@language": "en" },
    "list": { "@id": "ex:list", "@container": "@list" },
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "names": { "@id": "ex:names", "@language": "en", "@container": "@set" },
    "title": { "@id": "ex:title" },
    "titleEn": { "@id": "ex:title", "@language": "en" },
    "type": "@type"
  } })"),
                                diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::Error), 0u);
  return kContext;
}

std::string document(const Topics& topics) { return written(topics, "jsonld", {{}, &small_context()}); }

/// The part behind the context.
std::string graph(const Topics& topics) {
  const std::string text = document(topics);
  return text.substr(text.find("\n  \"graph\": "));
}

json read(const Topics& topics) { return json::parse(written(topics, "jsonld")); }

::testing::AssertionResult kept(const Topics& topics) {
  const auto small = comes_back(topics, "jsonld", {{}, &small_context()});
  return small ? comes_back(topics, "jsonld") : small;
}

TEST(JsonldWriter, WritesTheContextAndAnEmptyGraph) {
  EXPECT_EQ(document({}), R"({
  "@context": {
    "@version": 1.1,
    "Thing": {"@id":"ex:Thing"},
    "ex": "http://example.org/",
    "friend": {"@container":"@set","@id":"ex:friend","@type":"@id"},
    "graph": "@graph",
    "id": "@id",
    "label": {"@id":"rdfs:label","@language":"en"},
    "list": {"@container":"@list","@id":"ex:list"},
    "names": {"@container":"@set","@id":"ex:names","@language":"en"},
    "obo": "http://purl.obolibrary.org/obo/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "title": {"@id":"ex:title"},
    "titleEn": {"@id":"ex:title","@language":"en"},
    "type": "@type",
    "xsd": "http://www.w3.org/2001/XMLSchema#"
  },
  "graph": []
}
)");
}

TEST(JsonldWriter, NestsNodesWhereTheyAreMentionedFirst) {
  EXPECT_EQ(
      graph(topic({say("ex:a", "ex:friend", "ex:b"), say("ex:a", "ex:friend", "ex:c"), say("ex:a", "rdfs:label", text("A", "en")),
                   say("ex:a", "rdf:type", "ex:Thing"), say("ex:a", "rdf:type", "ex:Other"), say("ex:b", "rdfs:label", text("B", "en")),
                   say("ex:c", "rdfs:label", text("C", "en")), say("ex:c", "ex:friend", "ex:b"), say("ex:z", "ex:friend", "ex:c")})),
      R"(
  "graph": [
    {
      "friend": [
        {"id": "ex:b", "label": "B"},
        {
          "friend": [
            {"id": "ex:b", "label": "B"}
          ],
          "id": "ex:c",
          "label": "C"
        }
      ],
      "id": "ex:a",
      "label": "A",
      "type": ["ex:Other", "Thing"]
    },
    {
      "friend": [
        {"id": "ex:c", "label": "C"}
      ],
      "id": "ex:z"
    }
  ]
}
)");
}

TEST(JsonldWriter, KeepsTheLexicalFormOfEveryLiteral) {
  EXPECT_EQ(graph(topic({say("ex:a", "ex:p", literal("7", "xsd:integer")), say("ex:a", "ex:p", literal("-7", "xsd:integer")),
                         say("ex:a", "ex:p", literal("01", "xsd:integer")), say("ex:a", "ex:p", literal("-0", "xsd:integer")),
                         say("ex:a", "ex:p", literal("9007199254740993", "xsd:integer")), say("ex:a", "ex:p", literal("1E0", "xsd:double")),
                         say("ex:a", "ex:p", literal("true", "xsd:boolean")), say("ex:a", "ex:p", literal("1", "xsd:boolean")),
                         say("ex:a", "ex:p", literal("2018-03-16", "xsd:date")), say("ex:a", "ex:p", literal("x", "http://e/#1")),
                         say("ex:a", "ex:p", text("plain \"\\\n\x01\x7F")), say("ex:a", "ex:p", text("colour", "en-GB")),
                         say("ex:a", "ex:p", text("word", "en"))})),
            R"(
  "graph": [
    {
      "ex:p": [
        {"@value": "-0", "@type": "xsd:integer"},
        -7,
        {"@value": "01", "@type": "xsd:integer"},
        {"@value": "1", "@type": "xsd:boolean"},
        {"@value": "1E0", "@type": "xsd:double"},
        {"@value": "2018-03-16", "@type": "xsd:date"},
        7,
        {"@value": "9007199254740993", "@type": "xsd:integer"},
        {"@value": "colour", "@language": "en-GB"},
        "plain \"\\\n\u0001\u007F",
        true,
        {"@value": "word", "@language": "en"},
        {"@value": "x", "@type": "http://e/#1"}
      ],
      "id": "ex:a"
    }
  ]
}
)");
}

TEST(JsonldWriter, ChoosesTheKeyByTheLanguage) {
  EXPECT_EQ(graph(topic({say("ex:a", "ex:title", text("plain")), say("ex:a", "ex:title", text("in English", "en")),
                         say("ex:a", "ex:title", text("deutsch", "de")), say("ex:a", "rdfs:label", text("plain")),
                         say("ex:a", "rdfs:label", text("in English", "en")), say("ex:a", "ex:names", text("one", "en"))})),
            R"(
  "graph": [
    {
      "id": "ex:a",
      "label": "in English",
      "names": [
        "one"
      ],
      "rdfs:label": "plain",
      "title": [
        {"@value": "deutsch", "@language": "de"},
        "plain"
      ],
      "titleEn": "in English"
    }
  ]
}
)");
}

TEST(JsonldWriter, WritesLists) {
  EXPECT_EQ(graph(topic(std::vector{say("ex:a", "ex:list", "_:l0"), say("ex:a", "ex:other", "_:m0"), say("ex:a", "ex:none", "rdf:nil")} +
                        list_of("l", {text("x"), text("y", "en"), literal("1", "xsd:integer"), term("ex:b")}) +
                        list_of("m", {text("z"), term("_:n0")}) + list_of("n", {text("inner")}))),
            R"(
  "graph": [
    {
      "ex:none": {"id": "rdf:nil"},
      "ex:other": {"@list": ["z", {"@list": ["inner"]}]},
      "id": "ex:a",
      "list": ["x", {"@value": "y", "@language": "en"}, 1, {"id": "ex:b"}]
    }
  ]
}
)");
}

TEST(JsonldWriter, WritesUnknownPredicatesByPrefixOrInFull) {
  const json node = read(topic(
      {say("ex:a", "ex:unknown", "ex:b"), say("ex:a", "http://elsewhere.org/p", text("x")), say("ex:a", "obo:1", text("y"))}))["graph"][0];
  EXPECT_EQ(node.at("ex:unknown"), json({{"id", "ex:b"}}));
  EXPECT_EQ(node.at("http://elsewhere.org/p"), "x");
  EXPECT_EQ(node.at("http://purl.obolibrary.org/obo/1"), "y");
}

TEST(JsonldWriter, ASetIsAlwaysAnArray) {
  for (const auto& [key, statement] : std::vector<std::pair<std::string, Statement>>{{"friend", say("ex:a", "ex:friend", "ex:b")},
                                                                                     {"names", say("ex:a", "ex:names", text("x", "en"))}}) {
    const json node = json::parse(document(topic({statement})))["graph"][0];
    EXPECT_TRUE(node.at(key).is_array()) << node;
    EXPECT_EQ(node.at(key).size(), 1u);
  }
}

/// Every key of every object, in the order of the document.
void expect_sorted(const nlohmann::ordered_json& value) {
  std::string last;
  if (value.is_object())
    for (const auto& [key, inner] : value.items()) {
      if (!key.starts_with('@')) {
        EXPECT_LT(last, key);
        last = key;
      }
      expect_sorted(inner);
    }
  if (value.is_array())
    for (const auto& inner : value) expect_sorted(inner);
}

TEST(JsonldWriter, SortsKeysByTheirBytes) {
  const std::vector<Statement> statements = {say("ex:a", "ex:list", "_:l0"),
                                             say("_:l0", "rdf:first", text("x")),
                                             say("_:l0", "rdf:rest", "rdf:nil"),
                                             say("ex:a", "ex:friend", "ex:b"),
                                             say("ex:a", "ex:p", text("1")),
                                             say("ex:a", "ex:title", text("2")),
                                             say("ex:a", "ex:title", text("2", "en")),
                                             say("ex:a", "rdfs:label", text("3")),
                                             say("ex:a", "rdf:type", "ex:Thing"),
                                             say("ex:a", "ex:p!", text("4")),
                                             say("ex:a", "http://e/p!", text("5")),
                                             say("ex:a", "http://e/p", text("6")),
                                             say("ex:a", "http://e/P", text("7")),
                                             say("ex:a", "http://e/ä", text("8")),
                                             say("ex:a", "ex:q", "_:m0"),
                                             say("_:m0", "rdf:first", text("x")),
                                             say("_:m0", "rdf:rest", "rdf:nil"),
                                             say("ex:a", "http://purl.org/ontology/bibo/authorList", "_:n0"),
                                             say("_:n0", "rdf:first", text("x")),
                                             say("_:n0", "rdf:rest", "rdf:nil"),
                                             say("ex:a", "http://purl.org/ontology/bibo/pages", text("x"))};
  for (const Context* context : {&small_context(), &own_context()}) {
    expect_sorted(nlohmann::ordered_json::parse(written(topic(statements), "jsonld", {{}, context})));
    // A list in an earlier topic must not change the order in a later one.
    Topics two = topic(statements);
    two.push_back(two.front());
    two.back().node = term("ex:other");
    for (Statement& statement : two.back().statements)
      for (Term* part : {&statement.subject, &statement.object})
        if (part->value == "http://example.org/a") part->value = "http://example.org/other";
    expect_sorted(nlohmann::ordered_json::parse(written(two, "jsonld", {{}, context})));
  }
}

TEST(JsonldWriter, NeverWritesAKeyTwice) {
  const auto no_key_twice = [](const std::string& text) {
    std::vector<std::set<std::string>> keys;
    const json::parser_callback_t check = [&](int, json::parse_event_t event, json& parsed) {
      if (event == json::parse_event_t::object_start) keys.emplace_back();
      if (event == json::parse_event_t::object_end) keys.pop_back();
      if (event == json::parse_event_t::key) {
        EXPECT_TRUE(keys.back().insert(parsed.get<std::string>()).second) << parsed;
      }
      return true;
    };
    EXPECT_FALSE(json::parse(text, check).is_discarded());
  };
  std::vector<Statement> statements;
  for (const char* predicate : {"ex:title", "rdfs:label", "ex:names", "ex:list", "ex:friend", "ex:p", "rdf:type"})
    for (const Term& object :
         {term("ex:b"), term("ex:c"), text("x"), text("x", "en"), text("y", "en"), text("x", "de"), literal("1", "xsd:integer")})
      if (std::string_view(predicate) != "rdf:type" || object.kind == Node::Kind::Iri) statements.push_back(say("ex:a", predicate, object));
  no_key_twice(document(topic(statements)));
  no_key_twice(written(topic(statements), "jsonld"));
  EXPECT_TRUE(kept(topic(statements)));
}

TEST(JsonldWriter, ATopicIsCompleteInItself) {
  const Statement label = say("ex:c", "rdfs:label", text("C", "en"));
  EXPECT_EQ(graph({{term("ex:a"), {say("ex:a", "ex:friend", "ex:c"), label}}, {term("ex:b"), {say("ex:b", "ex:friend", "ex:c"), label}}}),
            R"(
  "graph": [
    {
      "friend": [
        {"id": "ex:c", "label": "C"}
      ],
      "id": "ex:a"
    },
    {
      "friend": [
        {"id": "ex:c", "label": "C"}
      ],
      "id": "ex:b"
    }
  ]
}
)");
}

TEST(JsonldWriter, KeepsCircles) {
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:friend", "ex:a")})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:friend", "ex:b"), say("ex:b", "ex:friend", "ex:c"), say("ex:c", "ex:friend", "ex:a"),
                          say("ex:c", "rdfs:label", text("C", "en")), say("ex:a", "rdfs:label", text("A", "en"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:friend", "ex:a"), say("ex:b", "ex:friend", "ex:c"), say("ex:c", "ex:friend", "ex:b")})));
  EXPECT_TRUE(kept(topic({say("_:a", "ex:friend", "_:b"), say("_:b", "ex:friend", "_:a")})));
}

TEST(JsonldWriter, KeepsADeepChain) {
  std::vector<Statement> chain;
  for (int i = 0; i < 10000; ++i) {
    chain.push_back(say(fmt::format("ex:n{}", i), "ex:friend", fmt::format("ex:n{}", i + 1)));
    if (i % 3 == 0) chain.push_back(say(fmt::format("ex:n{}", i), "rdfs:label", text(fmt::format("label {}", i), "en")));
    if (i % 2 == 0) chain.push_back(say(fmt::format("ex:n{}", i), "ex:p", fmt::format("_:b{}", i)));
  }
  EXPECT_TRUE(kept(topic(chain)));
  EXPECT_LT(document(topic(chain)).size(), 200 * chain.size()) << "indented without bound";
}

TEST(JsonldWriter, NestsListsTenThousandDeep) {
  std::vector<Statement> statements = {say("ex:a", "ex:list", "_:l0n0")};
  for (int i = 0; i < 10000; ++i) {
    const std::vector<Statement> cell = list_of(fmt::format("l{}n", i), {term(i < 9999 ? fmt::format("_:l{}n0", i + 1) : "ex:b")});
    statements.insert(statements.end(), cell.begin(), cell.end());
  }
  EXPECT_GT(document(topic(statements)).size(), 40000u);
}

TEST(JsonldWriter, KeepsManyMentions) {
  std::vector<Statement> statements;
  for (int i = 0; i < 50; ++i)
    for (int j = 0; j < 50; ++j) statements.push_back(say(fmt::format("ex:n{}", i), "ex:friend", fmt::format("ex:n{}", j)));
  EXPECT_TRUE(kept(topic(statements)));
}

/// What stands under a key of the context is read by the definition of that key, and must mean the same to every reader.
TEST(JsonldWriter, KeepsWhatDoesNotFitItsKey) {
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:friend", text("no node"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:friend", text("ex:b"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:friend", literal("1", "xsd:integer"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:friend", text("en", "en"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "rdfs:label", "ex:b")})));
  EXPECT_TRUE(kept(topic({say("ex:a", "rdfs:label", literal("2018", "xsd:gYear"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:list", text("no list"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:list", "rdf:nil")})));
  EXPECT_TRUE(kept(topic({say("ex:a", "ex:list", "_:c"), say("_:c", "rdf:first", text("x"))})));
  EXPECT_TRUE(kept(topic(std::vector{say("ex:a", "ex:friend", "_:l0")} + list_of("l", {text("x")}))));
  EXPECT_TRUE(kept(topic(std::vector{say("ex:a", "rdfs:label", "_:l0")} + list_of("l", {text("x")}))));
  EXPECT_TRUE(kept(topic(std::vector{say("ex:a", "ex:list", "_:l0"), say("ex:a", "ex:list", "_:m0")} + list_of("l", {text("x")}) +
                         list_of("m", {text("y")}))));
}

TEST(JsonldWriter, ATextUnderAnIdKeyIsNoId) {
  const json node = json::parse(document(topic({say("ex:a", "ex:friend", text("http://example.org/b"))})))["graph"][0];
  for (const auto& [key, value] : node.items()) {
    if (key == "friend") {
      EXPECT_TRUE(value[0].is_object()) << "a string under a key of type @id is read as an IRI: " << node;
    }
  }
}

/// In a process of its own: what does not end takes the stack.
TEST(JsonldWriter, KeepsLabelsThatAreNodes) {
  EXPECT_EXIT(std::_Exit(kept(topic({say("ex:a", "rdfs:label", "ex:a")})) ? 0 : 1), ::testing::ExitedWithCode(0), "");
  EXPECT_EXIT(std::_Exit(kept(topic({say("ex:a", "rdfs:label", "ex:b"), say("ex:b", "rdfs:label", "ex:a")})) ? 0 : 1),
              ::testing::ExitedWithCode(0), "");
}

/// rdf:type has a key that takes IRIs only.
TEST(JsonldWriter, KeepsTypesThatAreNoIri) {
  EXPECT_TRUE(kept(topic({say("ex:a", "rdf:type", "_:b"), say("_:b", "ex:p", text("x"))})));
  EXPECT_TRUE(kept(topic({say("ex:a", "rdf:type", text("text"))})));
  EXPECT_TRUE(kept(topic(std::vector{say("ex:a", "rdf:type", "_:l0")} + list_of("l", {text("x")}))));
}

/// IRIs whose scheme is also a prefix or a key of the context: a reader must not take them for short forms.
TEST(JsonldWriter, KeepsIrisThatLookLikeShortForms) {
  for (const char* iri : {"doi:10.1136/x", "title:x", "friend:x", "label:x", "list:x", "urn:x:y", "id:x", "type:x"}) {
    EXPECT_TRUE(kept(topic({say(iri, "ex:friend", iri), say("ex:a", "rdf:type", iri), say("ex:a", iri, literal("x", iri))}))) << iri;
  }
}

/// There is no way to write them, and what comes out must not mean another IRI.
TEST(JsonldWriter, RefusesIrisWhoseSchemeIsAPrefix) {
  for (const char* name : {"ex", "obo", "rdf", "xsd"}) {
    const Term iri{Node::Kind::Iri, fmt::format("{}:x", name), {}, {}};
    EXPECT_THROW(document({{term("ex:a"), {{term("ex:a"), term("ex:friend"), iri}}}}), Failure) << iri.value;
  }
}

TEST(JsonldWriter, BlankNodesDoNotMeetTheCellsOfAList) {
  EXPECT_TRUE(
      kept(topic(std::vector{say("ex:a", "ex:list", "_:l0"), say("ex:a", "ex:friend", "_:cell0"), say("_:cell0", "ex:p", text("no cell")),
                             say("ex:a", "ex:p", "_:cell1"), say("_:cell1", "ex:friend", "_:cell0")} +
                 list_of("l", {text("x"), text("y")}))));
}

TEST(JsonldWriter, EscapesEveryControlCharacter) {
  for (int c = 0; c < 0x20; ++c) {
    const std::string value = std::string("a") + static_cast<char>(c) + "b";
    const std::string text_of_it = document(topic({say("ex:a", "ex:p", text(value)), say("ex:a", "ex:p", text(value, "de"))}));
    EXPECT_TRUE(std::all_of(text_of_it.begin(), text_of_it.end(), [](char x) {
      return static_cast<unsigned char>(x) >= 0x20 || x == '\n';
    })) << c;
    if (c > 0) {
      EXPECT_TRUE(kept(topic({say("ex:a", "ex:p", text(value)), say("ex:a", "ex:p", text(value, "de"))}))) << c;
    }
  }
}

TEST(JsonldWriter, WritesAnObjectForEachNamedGraph) {
  const std::vector<Statement> named = {say("ex:a", "ex:friend", "ex:b"), say("ex:b", "ex:friend", "ex:c"),
                                        say("ex:z", "ex:title", text("Z"))};
  EXPECT_EQ(graph(topic(in("http://elsewhere.org/g", named) +
                        in("ex:f", std::vector{say("ex:z", "ex:list", "_:l0")} + list_of("l", {text("x")})) +
                        std::vector{say("ex:a", "ex:title", text("A"))})),
            R"(
  "graph": [
    {
      "id": "ex:a",
      "title": "A"
    },
    {
      "id": "http://elsewhere.org/g",
      "graph": [
        {
          "friend": [
            {
              "friend": [
                {"id": "ex:c"}
              ],
              "id": "ex:b"
            }
          ],
          "id": "ex:a"
        },
        {
          "id": "ex:z",
          "title": "Z"
        }
      ]
    },
    {
      "id": "ex:f",
      "graph": [
        {
          "id": "ex:z",
          "list": ["x"]
        }
      ]
    }
  ]
}
)");
}

/// A graph object states its graph: a label that another graph gives is none of its statements.
TEST(JsonldWriter, TakesNoLabelFromAnotherGraph) {
  const Statement label = say("ex:b", "rdfs:label", text("B", "en")), edge = say("ex:a", "ex:friend", "ex:b");
  const std::string bare = "{\"id\": \"ex:b\"}", full = "{\"id\": \"ex:b\", \"label\": \"B\"}";
  const auto count = [](const std::string& text, const std::string& part) {
    std::size_t result = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++result;
    return result;
  };
  for (const auto& [edges, labels] : std::vector<std::pair<std::string, std::string>>{{"", "ex:g"}, {"ex:g", ""}, {"ex:g", "ex:h"}}) {
    const auto at = [](const std::string& name, const Statement& one) { return name.empty() ? std::vector{one} : in(name, {one}); };
    const Topics topics = {{term("ex:a"), at(edges, edge) + at(labels, label)},
                           {term("ex:c"), at(edges, say("ex:c", "ex:friend", "ex:b"))},
                           {term("ex:d"), at(labels, say("ex:d", "ex:friend", "ex:b")) + at(labels, label)}};
    const std::string text = graph(topics);
    EXPECT_EQ(count(text, bare), 2u) << text;
    EXPECT_EQ(count(text, full), 2u) << text;
    EXPECT_TRUE(kept(topics));
  }
  // Nor does a graph object know what another object said of the same graph before it.
  EXPECT_EQ(count(graph({{term("ex:a"), in("ex:g", {edge, label})}, {term("ex:c"), in("ex:g", {say("ex:c", "ex:friend", "ex:b")})}}), full),
            1u);
}

TEST(JsonldWriter, DoesNotMentionATopicInAGraphThatSaysNothingOfIt) {
  EXPECT_EQ(graph({{term("ex:a"), in("ex:g", {say("ex:z", "ex:title", text("Z"))})}}),
            "\n  \"graph\": [\n    {\n      \"id\": \"ex:g\",\n      \"graph\": [\n"
            "        {\n          \"id\": \"ex:z\",\n          \"title\": \"Z\"\n        }\n      ]\n    }\n  ]\n}\n");
}

TEST(JsonldReader, RefusesToFollowDeepNesting) {
  NodeTable nodes;
  const auto nested = [](int depth, std::string_view open, std::string_view inner, std::string_view close) {
    std::string text = "{\"@context\": {}, \"@graph\": [{\"@id\": \"ex:a\", \"ex:p\": ";
    for (int i = 0; i < depth; ++i) text += open;
    text += inner;
    for (int i = 0; i < depth; ++i) text += close;
    return folder().write("deep.jsonld", text + "}]}");
  };
  const auto nothing = [](const Quad&) {};
  for (const auto& [open, close] :
       std::vector<std::pair<std::string, std::string>>{{"{\"@id\": \"ex:b\", \"ex:p\": ", "}"}, {"{\"@list\": [", "]}"}}) {
    EXPECT_NO_THROW(read_jsonld(nested(240, open, "1", close), nodes, nothing));
    EXPECT_THROW(read_jsonld(nested(510, open, "1", close), nodes, nothing), Failure);
    EXPECT_THROW(read_jsonld(nested(100000, open, "1", close), nodes, nothing), Failure);
  }
}

TEST(JsonldReader, KeepsLargeIntegers) {
  NodeTable nodes;
  std::string read;
  read_jsonld(folder().write("large.jsonld", "{\"@id\": \"ex:a\", \"ex:p\": 18446744073709551615}"), nodes,
              [&](const Quad& quad) { read = quad.object->value; });
  EXPECT_EQ(read, "18446744073709551615");
}

/// What reading a document throws, without the file's name.
std::string refusal(std::string_view document) {
  NodeTable nodes;
  const std::string path = folder().write("wrong.jsonld", document);
  try {
    read_jsonld(path, nodes, [](const Quad&) {});
  } catch (const Failure& failure) {
    const std::string_view text = failure.what();
    return std::string(text.starts_with(path) ? text.substr(path.size()) : text);
  }
  return "none";
}

TEST(JsonldReader, TellsWhatIsNoJsonldAndWhatIsNoRdf) {
  EXPECT_EQ(refusal("{}"), "none");
  EXPECT_EQ(refusal("{\"@context\": \"http://example.org/context\"}"),
            ": error: 'http://example.org/context' is no document that was named; nothing is fetched [loading remote context failed]");
  EXPECT_EQ(refusal("{\"@id\": 1}"), ": error: @id must be a string; found 1 [invalid @id value]");
  EXPECT_EQ(refusal("{\"@id\": \"relative\", \"ex:p\": 1}"), ": 1 statements are no RDF");
  EXPECT_EQ(refusal("{\n\"a\": 1,\n\"a\": 2}"), ":3:3: error: an object has 'a' twice [loading document failed]");
  EXPECT_NE(refusal("").find(":1:1: error: is not JSON: "), std::string::npos) << refusal("");
}

TEST(Context, EndsWithCircularDefinitions) {
  Diagnostics diagnostics;
  const Context context(folder().write("circle.jsonld", R"({"@context": {"a": "b:x", "b": "a:y", "c": "c:d", "e": "e"}})"), diagnostics);
  EXPECT_LE(context.expand("a").size(), 1000u);
}

TEST(JsonString, EscapesAsJsonAsks) {
  EXPECT_EQ(json_string(""), "\"\"");
  EXPECT_EQ(json_string("a\"\\/\b\f\n\r\t\x01\x1F"), "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\"");
  EXPECT_EQ(json_string("größe \xF0\x9F\x92\xAA"), "\"größe \xF0\x9F\x92\xAA\"");
}

}  // namespace
}  // namespace musclekg::rdf_test
