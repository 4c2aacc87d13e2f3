// Documents that the W3C suites do not have: what no map can hold, what has the form of a keyword, graphs with properties of their own.

#include <string_view>

#include "jsonld/jsonld_error.h"
#include "jsonld/processor.h"
#include "test.h"

namespace musclekg::test {
namespace {

/// The result, or the error code where there is none; never another exception.
std::string expanded(const char* document) {
  DocumentLoader loader;
  try {
    return expand(parse_json(document), {}, loader).dump();
  } catch (const JsonldError& error) {
    return std::string(error.code);
  }
}

std::string compacted(const char* document, const char* context) {
  DocumentLoader loader;
  try {
    Json result = compact(parse_json(document), parse_json(context), {}, loader);
    result.erase("@context");
    return result.dump();
  } catch (const JsonldError& error) {
    return std::string(error.code);
  }
}

TEST(JsonldProcessor, ValuesThatFitNoMapStandInAnArray) {
  const char* graphs =
      R"([{"http://e/p": [{"@id": "http://e/g", "@index": "i", "@graph": [{"http://e/q": 1}]},
                          {"@index": "j", "@graph": [{"http://e/q": 2}]}]}])";
  EXPECT_EQ(compacted(graphs, R"({"p": {"@id": "http://e/p", "@container": ["@graph", "@index", "@set"]}})"),
            R"({"p":[{"@graph":{"http://e/q":1},"@id":"http://e/g","@index":"i"},{"@graph":{"http://e/q":2},"@index":"j"}]})");
  const char* mixed =
      R"([{"http://e/p": [{"@graph": [{"http://e/q": 1}]}, {"@graph": [{"http://e/q": 2}]},
                          {"@id": "http://e/n", "@index": "k"}, {"@value": 3, "@index": "l"}]}])";
  EXPECT_EQ(compacted(mixed, R"({"p": {"@id": "http://e/p", "@container": "@index"}})"),
            R"({"p":[{"@graph":{"http://e/q":1}},{"@graph":{"http://e/q":2}},)"
            R"({"@id":"http://e/n","@index":"k"},{"@index":"l","@value":3}]})");
}

TEST(JsonldProcessor, ANodeWithAGraphAndMoreIsNoGraphObject) {
  const char* node = R"([{"http://e/p": [{"@id": "http://e/g", "@type": ["http://e/T"], "@graph": [{"http://e/q": 1}]}]}])";
  EXPECT_EQ(compacted(node, R"({"p": {"@id": "http://e/p", "@container": ["@graph", "@id"]}})"),
            R"({"http://e/p":{"@graph":[{"http://e/q":1}],"@id":"http://e/g","@type":"http://e/T"}})");
  EXPECT_EQ(expanded(R"({"@context": {"p": {"@id": "http://e/p", "@container": ["@graph", "@id"]}},
                         "p": {"http://e/g": {"@type": "http://e/T", "@graph": {"http://e/q": 1}}}})"),
            R"([{"http://e/p":[{"@graph":[{"@graph":[{"http://e/q":[{"@value":1}]}],"@type":["http://e/T"]}],"@id":"http://e/g"}]}])");
}

TEST(JsonldProcessor, WhatLooksLikeAKeywordMeansNothing) {
  EXPECT_EQ(expanded(R"({"@type": ["@foo", "http://e/T"], "http://e/p": 1})"), R"([{"@type":["http://e/T"],"http://e/p":[{"@value":1}]}])");
  EXPECT_EQ(expanded(R"({"@type": "@foo", "http://e/p": 1})"), R"([{"http://e/p":[{"@value":1}]}])");
  EXPECT_EQ(expanded(R"({"@context": {"p": {"@reverse": "@type"}}, "p": 1, "http://e/p": 1})"), R"([{"http://e/p":[{"@value":1}]}])");
  const char* graph = R"([{"http://e/p": [{"@id": "@foo", "@graph": [{"http://e/q": 1}]}]}])";
  EXPECT_EQ(compacted(graph, R"({"p": {"@id": "http://e/p", "@container": ["@graph", "@id"]}})"), R"({"p":{"@none":{"http://e/q":1}}})");
  EXPECT_EQ(compacted(graph, "{}"), R"({"http://e/p":{"@graph":{"http://e/q":1},"@id":null}})");
}

TEST(JsonldProcessor, NullGraphsAreLeftOut) {
  EXPECT_EQ(expanded(R"({"@graph": null, "http://e/p": 1})"), R"([{"http://e/p":[{"@value":1}]}])");
}

TEST(JsonldProcessor, TheIndexOfATermIsAnIriWhereverItsTermStands) {
  EXPECT_EQ(expanded(R"({"@context": {"a": {"@id": "http://e/p", "@container": "@index", "@index": "z"}, "z": "http://e/z"},
                         "a": {"k": {"http://e/q": 1}}})"),
            R"([{"http://e/p":[{"http://e/q":[{"@value":1}],"http://e/z":[{"@value":"k"}]}]}])");
  EXPECT_EQ(expanded(R"({"@context": [{"@vocab": "http://v/", "a": {"@container": "@index", "@index": "z"}}, {"z": "@type"}],
                         "a": {"k": {"http://e/q": 1}}})"),
            "invalid term definition");
}

TEST(JsonldProcessor, NothingStandsBesideWhatTakesNothing) {
  EXPECT_EQ(expanded(R"({"http://e/p": {"@type": ["http://e/T"], "@set": [1]}})"), "invalid set or list object");
  EXPECT_EQ(expanded(R"({"@context": {"p": {"@id": "http://e/p", "@container": "@id"}}, "p": {"http://e/a": {"@value": 1}}})"),
            "invalid value object");
  EXPECT_EQ(expanded(R"({"@reverse": {"@nest": {"http://e/p": {"@id": "http://e/x"}}}})"), "invalid reverse property map");
}

TEST(JsonldProcessor, AnEmptyListIsNotReversed) {
  EXPECT_EQ(compacted(R"([{"http://e/p": [{"@list": []}]}])", R"({"r": {"@reverse": "http://e/p"}})"), R"({"http://e/p":{"@list":[]}})");
}

}  // namespace
}  // namespace musclekg::test
