// What the streaming writers of JSON-LD write is what the processor makes of the same statements: compacting it again under its own context
// changes nothing, and the processor reads the dataset that was sent. Some spellings are other on purpose, so that things always look alike: a
// node of which only the identifier is told stays an object where the context would allow a string; types and the nodes of a graph are always an
// array; and a value object has "@type", not an alias of it.

#include "jsonld/processor.h"
#include "rdf_test.h"

namespace musclekg::rdf_test {
namespace {

/// The value of a key that takes nodes, as an object.
Json as_object(const Json& value) { return value.is_string() ? Json{{"id", value}} : value; }

/// A compacted document with the spellings of the writers.
Json in_our_spelling(const Json& value, const Json& context) {
  if (value.is_array()) {
    Json result = Json::array();
    for (const Json& item : value) result.push_back(in_our_spelling(item, context));
    return result;
  }
  if (!value.is_object()) return value;
  const bool is_value = value.contains("@value");
  Json result = Json::object();
  for (const auto& [key, inner] : value.items()) {
    const bool types = key == "type" || key == "@type";
    Json& out = result[is_value && types ? "@type" : key];
    out = key == "@context" ? inner : in_our_spelling(inner, context);
    const bool nodes = key == "graph" || key == "@graph";
    if (((types && !is_value) || nodes) && !out.is_array()) out = Json::array({out});
    const auto term = context.find(key);
    if (term == context.end() || !term->is_object() || term->value("@type", "") != "@id") continue;
    if (!out.is_array()) {
      out = as_object(out);
    } else {
      for (Json& item : out) item = as_object(item);
    }
  }
  return result;
}

void expect_fixed_point(const std::string& path, const std::string& graph) {
  const Json document = parse_json(test::contents(path));
  DocumentLoader loader;
  const Json again = in_our_spelling(compact(document, document["@context"], {}, loader), document["@context"]);
  Json expected = document;
  if (document[graph].size() == 1) {  // alone, a node stands at the top (JSON-LD 1.1 API, compact(), step 8)
    expected = document[graph][0];
    expected["@context"] = document["@context"];
  }
  EXPECT_TRUE(again == expected) << path << "\n" << Json::diff(expected, again).dump(1).substr(0, 2000);
}

std::vector<std::string> records() {
  std::vector<std::string> paths;
  for (const auto& entry : test::fact_files()) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(JsonldForm, NestedAndFlatAreFixedPointsOfCompaction) {
  for (const bool all : {false, true}) {
    const test::TemporaryFolder target;
    std::vector<std::string> words = {"convert", "-q", "--to", "jsonld,nquads", "-o", target / "graphs"};
    if (all) words.insert(words.end(), {"--profile", "all"});
    for (const std::string& record : records()) words.push_back(record);
    ASSERT_EQ(test::run_program(words).exit, 0);
    for (const auto& entry : std::filesystem::directory_iterator(target / "graphs")) {
      const std::string path = entry.path().string();
      if (entry.path().extension() == ".jsonld") expect_fixed_point(path, "graph");
      if (entry.path().extension() != ".nq") continue;
      const std::string flat = path + ".flat.jsonld";
      ASSERT_EQ(test::run_program({"transcode", "-q", path, flat}).exit, 0);
      expect_fixed_point(flat, "@graph");
      EXPECT_EQ(test::run_program({"diff", "-q", path, flat}).exit, 0) << flat;
    }
  }
}

TEST(JsonldForm, OtherLanguagesAndKindsOfValuesAreFixedPoints) {
  const Topics topics =
      topic({say("ex:a", "rdfs:label", text("x", "en")), say("ex:a", "rdfs:label", text("y", "de")), say("ex:a", "rdfs:label", text("z")),
             say("ex:a", "rdfs:label", term("ex:b")), say("ex:a", "rdf:type", term("ex:Kind")), say("ex:a", "rdf:type", text("no type")),
             say("ex:a", "http://purl.obolibrary.org/obo/RO_0002372", text("a structure")),
             say("ex:a", "http://purl.obolibrary.org/obo/RO_0002372", term("ex:b")), say("ex:a", "ex:p", literal("5", "xsd:integer")),
             say("ex:a", "ex:p", literal("05", "xsd:integer")), say("ex:a", "ex:p", literal("true", "xsd:boolean")),
             say("ex:a", "ex:p", literal("1.5", "xsd:double")), say("ex:b", "ex:p", term("_:c")), say("_:c", "ex:p", term("ex:a"))});
  expect_fixed_point((write(topics, *syntax_named("jsonld"), folder() / "nested.jsonld"), folder() / "nested.jsonld"), "graph");
  const std::string source = folder() / "source.nq", flat = folder() / "flat.jsonld";
  write(topics, *syntax_named("nquads"), source);
  ASSERT_EQ(test::run_program({"transcode", "-q", source, flat}).exit, 0);
  expect_fixed_point(flat, "@graph");
}

}  // namespace
}  // namespace musclekg::rdf_test
