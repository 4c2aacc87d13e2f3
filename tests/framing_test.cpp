// Framing: a case for each rule of the Recommendation (tests/framing, which jsonld.js judges, too), and what frames may not ask for.

#include "jsonld/framing.h"

#include <fmt/format.h>

#include "jsonld/document_loader.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/processor.h"
#include "test.h"

namespace musclekg::test {
namespace {

Json read(const std::string& name) { return parse_json(contents(project("tests/framing") / name)); }

JsonldOptions options_of(const Json& given) {
  JsonldOptions options;
  const std::string embed = given.value("embed", "@once");
  options.embed = embed == "@always" ? Embed::Always : embed == "@never" ? Embed::Never : Embed::Once;
  options.explicit_inclusion = given.value("explicit", false);
  options.omit_default = given.value("omitDefault", false);
  options.require_all = given.value("requireAll", false);
  options.compact_arrays = given.value("compactArrays", true);
  options.processing_mode_10 = given.value("processingMode", "json-ld-1.1") == "json-ld-1.0";
  if (given.contains("omitGraph")) options.omit_graph = given["omitGraph"].get<bool>();
  return options;
}

/// The framed document, or the code of the error in quotes.
std::string framed(const std::string& name, const Json& about) {
  DocumentLoader loader;
  try {
    return frame(read(name + "-in.jsonld"), read(name + "-frame.jsonld"), options_of(about.value("options", Json::object())), loader)
        .dump(1);
  } catch (const JsonldError& error) {
    return fmt::format("\"{}\"", error.code);
  }
}

TEST(Framing, FollowsEachRule) {
  const Json cases = read("options.json");
  EXPECT_GE(cases.size(), 60u);
  for (const auto& [name, about] : cases.items()) {
    const std::string expected = about.contains("error") ? about["error"].dump() : read(name + "-out.jsonld").dump(1);
    EXPECT_EQ(framed(name, about), expected) << name << ": " << about["rule"].get<std::string>();
  }
}

Json node(const std::string& id, Json properties) {
  properties["@id"] = "http://e/" + id;
  return properties;
}

Json reference(const std::string& id) { return Json::array({{{"@id", "http://e/" + id}}}); }

/// Nodes of which each refers to the next by `http://e/next`.
Json chain(std::size_t length) {
  Json nodes = Json::array();
  for (std::size_t i = 0; i != length; ++i) nodes.push_back(node(std::to_string(i), {{"http://e/next", reference(std::to_string(i + 1))}}));
  return nodes;
}

TEST(Framing, RefusesWhatNestsTooDeep) {
  const Json frame = Json::array({{{"@id", Json::array({"http://e/0"})}}});
  EXPECT_EQ(frame_expanded(chain(kDeepestEmbedding - 1), frame, {}).size(), 1u);
  EXPECT_THROW(frame_expanded(chain(kDeepestEmbedding + 1), frame, {}), Failure);
}

TEST(Framing, RefusesWhatRepeatsBeyondMeasure) {
  Json nodes = Json::array();
  for (std::size_t i = 0; i != 60; ++i) {
    const Json next = reference(std::to_string(i + 1));
    nodes.push_back(node(std::to_string(i), {{"http://e/left", next}, {"http://e/right", next}}));
  }
  const Json frame = Json::array({{{"@id", Json::array({"http://e/0"})}}});
  EXPECT_THROW(frame_expanded(nodes, frame, {.embed = Embed::Always}), Failure);
  EXPECT_EQ(frame_expanded(nodes, frame, {}).size(), 1u);
}

TEST(Framing, AsksEachNodeOnceForEachPattern) {
  Json nodes = Json::array();
  for (std::size_t i = 0; i != 30; ++i) {
    Json others = Json::array();
    for (std::size_t j = 0; j != 30; ++j) others.push_back({{"@id", "http://e/" + std::to_string(j)}});
    nodes.push_back(node(std::to_string(i), {{"http://e/near", others}}));
  }
  Json frame = {{"@type", Json::array({"http://e/Nothing"})}};
  for (std::size_t i = 0; i != 40; ++i) frame = {{"http://e/near", Json::array({frame})}};
  EXPECT_EQ(frame_expanded(nodes, frame, {}), Json::array());
}

TEST(Framing, SaysWhatIsWrongWithAFrame) {
  const auto fault = [](const Json& frame) -> std::string {
    try {
      frame_expanded(Json::array(), frame, {});
    } catch (const JsonldError& error) {
      return fmt::format("{}: {}", error.code, error.what());
    }
    return "";
  };
  EXPECT_EQ(fault({{"@embed", Json::array({"@link"})}}), "invalid @embed value: @embed is \"@link\", not @always, @once or @never");
  EXPECT_EQ(fault({{"@id", Json::array({"_:b"})}}), "invalid frame: an @id of a frame is neither an IRI nor {}: \"_:b\"");
  EXPECT_EQ(fault({{"@explicit", Json::array({3})}}), "invalid frame: @explicit: 3");
  EXPECT_EQ(fault({{"http://e/p", Json::array({{{"@type", Json::array({"T"})}}})}}),
            "invalid frame: a @type of a frame is neither an IRI nor {} nor has @default: \"T\"");
  EXPECT_EQ(fault(Json::array({{{"@type", "http://e/A"}}, {{"@type", "http://e/B"}}})),
            "invalid frame: the frame has more than one node object at the top");
}

TEST(Framing, ReadsFlagsInEachFormOfExpansion) {
  const Json document = Json::array({node("a", {{"http://e/p", Json::array({{{"@value", 1}}})}})});
  for (const Json& flag : {Json(true), Json::array({true}), Json({{"@value", true}}), Json::array({{{"@value", true}}}), Json("true")})
    EXPECT_EQ(frame_expanded(document, {{"@explicit", flag}}, {}), Json::array({node("a", Json::object())})) << flag;
}

TEST(Framing, TakesNullMarkersAway) {
  Json document = {{"a", "@null"}, {"b", Json::array({"@null"})}, {"c", Json::array({Json::object({{"d", "@null"}}), nullptr, "e"})}};
  replace_null_markers(document);
  EXPECT_EQ(document, (Json{{"a", nullptr}, {"b", Json::array()}, {"c", Json::array({Json::object({{"d", nullptr}}), nullptr, "e"})}}));
}

}  // namespace
}  // namespace musclekg::test
