// Statements as JSON-LD and back: lists, graphs, literals, text with a direction, and that nothing is lost.

#include "jsonld/from_rdf.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "jsonld/jsonld_error.h"
#include "jsonld/language_tag.h"
#include "jsonld/rdf_graph_nodes.h"
#include "jsonld/to_rdf.h"
#include "rdf/graph_digest.h"
#include "rdf/vocabulary.h"

namespace musclekg {
namespace {

constexpr std::string_view kBase = "http://e/";

/// Statements in a short form: "s p o" with names below kBase, "_x" for blank nodes, and '...' for text.
class Statements {
 public:
  Statements& add(std::string_view subject, std::string_view predicate, std::string_view object, std::string_view graph = {}) {
    return add(subject, predicate, node(object), graph);
  }
  Statements& add(std::string_view subject, std::string_view predicate, const Node* object, std::string_view graph = {}) {
    quads.push_back({node(subject), node(predicate), object, graph.empty() ? nullptr : node(graph)});
    return *this;
  }

  const Node* node(std::string_view name) {
    if (name.starts_with('\'')) return nodes.text(name.substr(1, name.size() - 2));
    if (name.starts_with('_')) return nodes.blank(name.substr(1));
    for (const std::string_view known : {rdf::type, rdf::first, rdf::rest, rdf::nil, rdf::value, rdf::language, rdf::direction, rdf::List})
      if (known.substr(known.find('#') + 1) == name) return nodes.iri(known);
    return nodes.iri(std::string(kBase).append(name));
  }
  const Node* typed(std::string_view lexical, std::string_view datatype) { return nodes.literal(lexical, nodes.iri(datatype)); }

  /// A list cell.
  Statements& cell(std::string_view cell, std::string_view first, std::string_view rest, std::string_view graph = {}) {
    return add(cell, "first", first, graph).add(cell, "rest", rest, graph);
  }

  Json json(const JsonldOptions& options = {}) const { return from_rdf(quads, options); }

  /// Whether the statements come back from JSON-LD, up to the labels of blank nodes.
  bool comes_back(const JsonldOptions& options = {}) {
    std::vector<Quad> again;
    expanded_to_rdf(json(options), options, nodes, [&](const Quad& quad) { again.push_back(quad); });
    GraphDigest before, after;
    for (const Quad& quad : quads) before.add(quad);
    for (const Quad& quad : again) after.add(quad);
    before.finish();
    after.finish();
    return before.missing_in(after) == 0 && after.missing_in(before) == 0;
  }

  NodeTable nodes;
  std::vector<Quad> quads;
};

JsonldOptions with(RdfDirection direction) {
  JsonldOptions options;
  options.rdf_direction = direction;
  return options;
}

Json value(const Json& of) { return {{"@value", of}}; }
std::string iri(std::string_view name) { return std::string(kBase).append(name); }

/// The values of http://e/p of the node http://e/s.
Json values(const Json& document) {
  for (const Json& node : document)
    if (node["@id"] == iri("s")) return node.value(iri("p"), Json());
  return {};
}

TEST(FromRdf, PutsNodesInOrderAndValuesAsTheyCome) {
  Statements s;
  s.add("b", "p", "'2'").add("a", "p", "'3'").add("b", "p", "'1'").add("b", "p", "'2'").add("b", "q", "c").add("b", "type", "T");
  EXPECT_EQ(s.json(), (Json::array({{{"@id", iri("a")}, {iri("p"), Json::array({value("3")})}},
                                    {{"@id", iri("b")},
                                     {"@type", Json::array({iri("T")})},
                                     {iri("p"), Json::array({value("2"), value("1")})},
                                     {iri("q"), Json::array({{{"@id", iri("c")}}})}}})));
}

TEST(FromRdf, WritesWellFormedListsAsLists) {
  Statements s;
  s.add("s", "p", "_l").cell("_l", "'1'", "_m").cell("_m", "'2'", "nil").add("_m", "type", "List").add("s", "p", "nil");
  EXPECT_EQ(values(s.json()), Json::array({{{"@list", Json::array({value("1"), value("2")})}}, {{"@list", Json::array()}}}));
}

TEST(FromRdf, KeepsTheCellsOfListsThatAreMoreThanLists) {
  const auto cells_stay = [](Statements& s) { return s.json().dump().find(R"("@id":"_:l")") != std::string::npos && s.comes_back(); };
  Statements named, shared, branching, typed, unfinished, circular, of_type, naming;
  EXPECT_TRUE(cells_stay(shared.add("s", "p", "_l").add("s", "q", "_l").cell("_l", "'1'", "nil")));
  EXPECT_TRUE(cells_stay(branching.add("s", "p", "_l").cell("_l", "'1'", "nil").add("_l", "first", "'2'")));
  EXPECT_TRUE(cells_stay(named.add("s", "p", "_l").cell("_l", "'1'", "nil").add("_l", "p", "'2'")));
  EXPECT_TRUE(cells_stay(unfinished.add("s", "p", "_l").cell("_l", "'1'", "_m").add("_m", "first", "'2'")));
  EXPECT_TRUE(cells_stay(circular.add("s", "p", "_l").cell("_l", "'1'", "_m").cell("_m", "'2'", "_l")));
  EXPECT_TRUE(cells_stay(of_type.add("s", "p", "_l").cell("_l", "'1'", "nil").add("x", "type", "_l")));
  EXPECT_TRUE(cells_stay(naming.add("s", "p", "_l").cell("_l", "'1'", "nil").add("s", "p", "'1'", "_l")));
}

TEST(FromRdf, KeepsTheCellsOfListsAcrossGraphs) {
  Statements s;
  s.add("s", "p", "_l").cell("_l", "'1'", "nil", "g");
  EXPECT_EQ(values(s.json()), Json::array({{{"@id", "_:l"}}}));
  EXPECT_TRUE(s.comes_back());
}

TEST(FromRdf, WritesListsWithinLists) {
  Statements s;
  s.add("s", "p", "_l").cell("_l", "_i", "_m").cell("_m", "nil", "nil").cell("_i", "'1'", "nil");
  EXPECT_EQ(values(s.json()),
            Json::array({{{"@list", Json::array({{{"@list", Json::array({value("1")})}}, {{"@list", Json::array()}}})}}}));
  EXPECT_TRUE(s.comes_back());
}

TEST(FromRdf, LosesNoListsInCircles) {
  Statements s;
  s.cell("_a", "_b", "nil").cell("_b", "_a", "nil");
  EXPECT_FALSE(s.json().empty());
  EXPECT_TRUE(s.comes_back());
}

TEST(FromRdf, EndsListsThatAreTooDeep) {
  Statements s;
  const std::size_t depth = 3 * RdfGraphNodes::kDeepestList;
  s.add("s", "p", "_c0");
  for (std::size_t i = 0; i != depth; ++i) s.cell(fmt::format("_c{}", i), i + 1 == depth ? "'x'" : fmt::format("_c{}", i + 1), "nil");
  const Json document = s.json();
  EXPECT_LT(document.size(), 10u);
  EXPECT_NO_THROW(parse_json(document.dump()));
  EXPECT_TRUE(s.comes_back());
}

TEST(FromRdf, PutsNamedGraphsIntoTheNodesThatNameThem) {
  Statements s;
  s.add("s", "p", "'0'").add("s", "p", "'1'", "g").add("a", "p", "'2'", "g").add("b", "p", "'3'", "_h").add("g", "p", "'4'");
  const Json document = s.json();
  ASSERT_EQ(document.size(), 3u);
  EXPECT_EQ(document[0]["@id"], "_:h");
  EXPECT_EQ(document[1]["@id"], iri("g"));
  EXPECT_EQ(document[1]["@graph"].size(), 2u);
  EXPECT_TRUE(s.comes_back());
}

TEST(FromRdf, WritesNativeValuesWhereTheySayTheSame) {
  Statements s;
  for (const char* number : {"1", "+7", "-3", "x", "99999999999999999999"}) s.add("s", "p", s.typed(number, xsd::integer));
  for (const char* number : {"1.5E0", "-2e1", "INF", "1e999"}) s.add("s", "p", s.typed(number, xsd::double_));
  for (const char* truth : {"true", "0", "yes"}) s.add("s", "p", s.typed(truth, xsd::boolean));
  JsonldOptions native;
  native.use_native_types = true;
  std::vector<std::string> written;
  for (const Json& value : values(s.json(native))) written.push_back(value["@value"].dump());
  EXPECT_EQ(written, (std::vector<std::string>{"1", "7", "-3", "\"x\"", "\"99999999999999999999\"", "1.5", "-20.0", "\"INF\"", "\"1e999\"",
                                               "true", "false", "\"yes\""}));
  EXPECT_EQ(values(s.json())[0], (Json{{"@type", xsd::integer}, {"@value", "1"}}));
  EXPECT_TRUE(s.comes_back());
}

TEST(FromRdf, ReadsJsonLiterals) {
  Statements s;
  s.add("s", "p", s.typed(R"( {"b": 1, "a": [null]} )", rdf::JSON));
  EXPECT_EQ(values(s.json()), Json::array({{{"@type", "@json"}, {"@value", {{"a", Json::array({nullptr})}, {"b", 1}}}}}));
  s.add("s", "p", s.typed("{", rdf::JSON));
  try {
    s.json();
    FAIL() << "no error";
  } catch (const JsonldError& error) {
    EXPECT_EQ(error.code, "invalid JSON literal");
  }
}

TEST(FromRdf, ReadsDirectionsOfText) {
  Statements s;
  s.add("s", "p", s.typed("a", std::string(kI18n) + "he_rtl")).add("s", "p", s.typed("b", std::string(kI18n) + "_ltr"));
  const JsonldOptions i18n = with(RdfDirection::I18nDatatype);
  EXPECT_EQ(values(s.json(i18n)),
            (Json::array({{{"@value", "a"}, {"@language", "he"}, {"@direction", "rtl"}}, {{"@value", "b"}, {"@direction", "ltr"}}})));
  EXPECT_TRUE(s.comes_back(i18n));
  s.add("s", "p", s.typed("c", std::string(kI18n) + "en_up"));
  EXPECT_THROW(s.json(i18n), JsonldError);
  EXPECT_TRUE(s.comes_back());
}

TEST(FromRdf, ReadsCompoundLiterals) {
  const JsonldOptions compound = with(RdfDirection::CompoundLiteral);
  Statements s;
  s.add("s", "p", "_t").add("_t", "value", "'a'").add("_t", "direction", "'rtl'").add("_t", "language", "'he'");
  EXPECT_EQ(values(s.json(compound)), Json::array({{{"@value", "a"}, {"@language", "he"}, {"@direction", "rtl"}}}));
  EXPECT_TRUE(s.comes_back(compound));
  s.add("_t", "p", "'more'");
  EXPECT_EQ(values(s.json(compound)), Json::array({{{"@id", "_:t"}}}));
  EXPECT_TRUE(s.comes_back(compound));
}

TEST(FromRdf, LosesNothingOfRandomDatasets) {
  std::mt19937 random(11);
  const auto pick = [&](const std::vector<std::string>& of) { return of[random() % of.size()]; };
  const std::vector<std::string> resources = {"a", "b", "_1x", "_2x", "_x", "_y", "_z", "_w"};
  for (int round = 0; round != 3000; ++round) {
    Statements s;
    const std::size_t count = 1 + random() % 14;
    for (std::size_t i = 0; i != count; ++i) {
      const std::string subject = pick({"a", "s", "_x", "_y", "_z", "_w"});
      const std::string predicate = pick({"p", "first", "rest", "rest", "first", "type", "direction", "value"});
      const std::string object = pick({"a", "nil", "nil", "_x", "_y", "_z", "_w", "'t'", "'ltr'"});
      s.add(subject, predicate, object, pick({"", "", "", "g", "_x"}));
    }
    for (const RdfDirection direction : {RdfDirection::None, RdfDirection::CompoundLiteral}) {
      try {
        EXPECT_TRUE(s.comes_back(with(direction))) << round << s.json(with(direction)).dump(1);
      } catch (const JsonldError& error) {
        EXPECT_EQ(error.code, "invalid base direction");
      }
    }
  }
}

TEST(ToRdf, CountsWhatItLeavesOut) {
  NodeTable nodes;
  std::size_t said = 0;
  const auto left_out = [&](std::string_view document, bool generalized) {
    JsonldOptions options;
    options.produce_generalized_rdf = generalized;
    said = 0;
    return expanded_to_rdf(parse_json(document), options, nodes, [&](const Quad&) { ++said; });
  };
  EXPECT_EQ(left_out(R"([{"@id": "http://e/s", "_:p": [{"@value": 1}, {"@value": 2}]}])", false), 2u);
  EXPECT_EQ(said, 0u);
  EXPECT_EQ(left_out(R"([{"@id": "http://e/s", "_:p": [{"@value": 1}, {"@value": 2}]}])", true), 0u);
  EXPECT_EQ(said, 2u);
  EXPECT_EQ(left_out(R"([{"@id": "relative", "@type": ["http://e/T"], "http://e/p": [{"@value": 1}]}])", false), 2u);
  EXPECT_EQ(left_out(R"([{"@id": "http://e/s", "@type": ["T"], "http://e/p#q#r": [{"@value": 1}], "http://e/p": [{"@id": "x"},
      {"@value": "t", "@type": "D"}, {"@value": "t", "@language": "-"}, {"@list": [{"@id": "y"}]}]}])",
                     false),
            6u);
  EXPECT_EQ(said, 2u);
  EXPECT_EQ(left_out(R"([{"@id": "g", "@graph": [{"@id": "http://e/s", "http://e/p": [{"@value": 1}]}]}])", false), 1u);
}

TEST(ToRdf, SaysListCellsBehindTheStatementThatUsesThem) {
  NodeTable nodes;
  std::vector<std::string> said;
  const Json document = parse_json(R"([{"@id": "http://e/s", "http://e/p": [{"@list": [{"@value": 1}, {"@list": []}]}, {"@value": 0.5}],
      "http://e/q": [{"@id": "http://e/not an IRI"}, {"@value": "t", "@language": "not_a_tag"}, {"@value": 1e21}]}])");
  expanded_to_rdf(document, {}, nodes, [&](const Quad& quad) {
    said.push_back(fmt::format("{} {} {}", quad.subject->value, quad.predicate->value.substr(quad.predicate->value.find_last_of("#/") + 1),
                               quad.object->value));
  });
  EXPECT_EQ(said, (std::vector<std::string>{
                      "http://e/s p b0", "b0 first 1", "b0 rest b1", "b1 first http://www.w3.org/1999/02/22-rdf-syntax-ns#nil",
                      "b1 rest http://www.w3.org/1999/02/22-rdf-syntax-ns#nil", "http://e/s p 5.0E-1", "http://e/s q 1.0E21"}));
}

}  // namespace
}  // namespace musclekg
