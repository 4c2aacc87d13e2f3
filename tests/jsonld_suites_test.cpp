// The W3C suites of JSON-LD 1.1, from their manifests in ../shared/w3c/json-ld-api.
//
// What is skipped, and why, stands in tests/w3c/jsonld-skipped.tsv; what came of each test in tests/w3c/jsonld-results.tsv, which is
// written anew with MUSCLEKG_UPDATE_CASES=1.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "jsonld/from_rdf.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/processor.h"
#include "rdf/graph_digest.h"
#include "rdf/held_dataset.h"
#include "rdf/read_rdf.h"
#include "test.h"

namespace musclekg::test {
namespace {

const std::filesystem::path& suites() {
  static const std::filesystem::path kFolder = shared() / "w3c/json-ld-api";
  return kFolder;
}

/// Equal but for the order of arrays, which says nothing except in a @list (README of the suites).
bool same(const Json& a, const Json& b, bool list = false) {
  if (a.is_object() && b.is_object()) {
    if (a.size() != b.size()) return false;
    for (const auto& [key, value] : a.items())
      if (!b.contains(key) || !same(value, b[key], key == "@list")) return false;
    return true;
  }
  if (!a.is_array() || !b.is_array()) return a == b;
  if (a.size() != b.size()) return false;
  std::vector<bool> taken(b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t j = list ? i : 0;
    const std::size_t end = list ? i + 1 : b.size();
    while (j < end && (taken[j] || !same(a[i], b[j]))) ++j;
    if (j == end) return false;
    taken[j] = true;
  }
  return true;
}

/// Each statement as three of a node of its own, so that a blank node may be a predicate.
class Reified {
 public:
  void add(const Quad& quad) {
    const Node* statement = nodes_.blank(fmt::format("statement-{}", ++count_));
    const auto say = [&](std::string_view part, const Node* node) {
      digest_.add({statement, nodes_.iri("urn:" + std::string(part)), node, quad.graph});
    };
    say("s", quad.subject);
    say("p", quad.predicate);
    say("o", quad.object);
  }

  const GraphDigest& finish() { return digest_.finish(), digest_; }

 private:
  NodeTable nodes_;
  GraphDigest digest_;
  std::size_t count_ = 0;
};

/// N-Quads whose predicates may be blank nodes, reified.
const GraphDigest& read_generalized(const std::filesystem::path& path, Reified& reified, HeldDataset& held) {
  const std::string text_of_file = contents(path);
  std::set<std::string_view> lines;
  for (const std::string_view line : split(text_of_file, '\n')) {
    if (trim(line).empty() || !lines.insert(line).second) continue;
    const std::size_t predicate = line.find(' ') + 1, behind = line.find(' ', predicate);
    const std::string name(line.substr(predicate, behind - predicate));
    const bool blank = name.starts_with("_:");
    const std::string text = std::string(line.substr(0, predicate)) + (blank ? "<urn:blank>" : name) + std::string(line.substr(behind));
    const TemporaryFolder folder;
    Diagnostics diagnostics;
    EXPECT_TRUE(read_rdf(folder.write("line.nq", text + "\n"), "nquads", held.nodes(), diagnostics, [&](const Quad& quad) {
      reified.add({quad.subject, blank ? held.nodes().blank(name.substr(2)) : quad.predicate, quad.object, quad.graph});
    }));
  }
  return reified.finish();
}

struct Case {
  Json row;

  std::string id() const { return row["@id"].get<std::string>().substr(1); }
  bool is(const char* type) const { return std::find(row["@type"].begin(), row["@type"].end(), type) != row["@type"].end(); }
  std::string option(const char* name) const {
    const Json options = row.value("option", Json::object());
    return options.contains(name) && options[name].is_string() ? options[name].get<std::string>() : std::string();
  }
  bool flag(const char* name, bool otherwise) const { return row.value("option", Json::object()).value(name, otherwise); }
  std::filesystem::path file(const char* key) const { return suites() / row.at(key).get<std::string>(); }
};

JsonldOptions options_of(const Case& test, const std::string& base) {
  JsonldOptions options;
  options.base = test.option("base").empty() ? base + test.row.at("input").get<std::string>() : test.option("base");
  if (const std::string file = test.option("expandContext"); !file.empty()) options.expand_context = parse_json(contents(suites() / file));
  options.processing_mode_10 = test.option("processingMode") == "json-ld-1.0" || test.option("specVersion") == "json-ld-1.0";
  options.compact_arrays = test.flag("compactArrays", true);
  options.compact_to_relative = test.flag("compactToRelative", true);
  options.use_native_types = test.flag("useNativeTypes", false);
  options.use_rdf_type = test.flag("useRdfType", false);
  options.produce_generalized_rdf = test.flag("produceGeneralizedRdf", false);
  if (test.option("rdfDirection") == "i18n-datatype") options.rdf_direction = RdfDirection::I18nDatatype;
  if (test.option("rdfDirection") == "compound-literal") options.rdf_direction = RdfDirection::CompoundLiteral;
  return options;
}

/// What came out; nothing where the result is no JSON.
std::string run_json(const Case& test, const std::string& suite, const JsonldOptions& options, DocumentLoader& loader) {
  Json result;
  if (suite == "fromRdf") {
    HeldDataset held;
    Diagnostics diagnostics;
    std::vector<Quad> quads;
    if (!read_rdf(test.file("input").string(), "nquads", held.nodes(), diagnostics, [&](const Quad& quad) { quads.push_back(quad); }))
      return "the input cannot be read";
    result = from_rdf(quads, options);
  } else {
    const Json document = parse_json(contents(test.file("input")));
    const Json context = test.row.contains("context") ? parse_json(contents(test.file("context"))) : Json();
    if (suite == "expand") result = expand(document, options, loader);
    if (suite == "compact") result = compact(document, context, options, loader);
    if (suite == "flatten") result = flatten(document, context, options, loader);
  }
  if (!test.row.contains("expect")) return {};
  const Json expected = parse_json(contents(test.file("expect")));
  return same(result, expected) ? std::string() : "came out as " + result.dump();
}

std::string run_to_rdf(const Case& test, const JsonldOptions& options, DocumentLoader& loader) {
  HeldDataset held, expected;
  std::vector<Quad> quads;
  to_rdf(parse_json(contents(test.file("input"))), options, loader, held.nodes(), [&](const Quad& quad) { quads.push_back(quad); });
  if (!test.row.contains("expect")) return {};
  Reified ours, theirs;
  std::set<std::array<const Node*, 4>> distinct;
  for (const Quad& quad : quads)
    if (distinct.insert({quad.subject, quad.predicate, quad.object, quad.graph}).second) ours.add(quad);
  const GraphDigest &made = ours.finish(), &wanted = read_generalized(test.file("expect"), theirs, expected);
  const std::size_t lost = wanted.missing_in(made), added = made.missing_in(wanted);
  return lost + added == 0 ? std::string() : fmt::format("{} parts of statements are missing, {} are new", lost, added);
}

/// An empty text where the test passes, otherwise what is wrong.
std::string run(const Case& test, const std::string& suite, const std::string& base) {
  DocumentLoader loader;
  loader.add(base, suites().string());
  const std::string wanted = test.row.value("expectErrorCode", "");
  try {
    const JsonldOptions options = options_of(test, base);
    const std::string fault = suite == "toRdf" ? run_to_rdf(test, options, loader) : run_json(test, suite, options, loader);
    if (!fault.empty()) return fault;
  } catch (const JsonldError& error) {
    return error.code == wanted ? std::string() : fmt::format("error '{}': {}", error.code, error.what());
  } catch (const std::exception& fault) {
    return fmt::format("exception: {}", fault.what());
  }
  return wanted.empty() ? std::string() : fmt::format("no error '{}'", wanted);
}

/// suite and test -> reason
std::map<std::pair<std::string, std::string>, std::string> skipped() {
  std::map<std::pair<std::string, std::string>, std::string> result;
  const std::string table = contents(project("tests/w3c/jsonld-skipped.tsv"));
  for (const std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.at(0) == "suite") continue;
    result[{std::string(cells.at(0)), std::string(cells.at(1))}] = cells.at(2);
  }
  return result;
}

TEST(JsonldSuites, PassAsListed) {
  MUSCLEKG_NEEDS_SHARED("w3c/json-ld-api");
  auto reasons = skipped();
  std::string results = "suite\ttest\toutcome\n";
  std::size_t passed = 0;
  for (const std::string suite : {"compact", "expand", "flatten", "fromRdf", "toRdf"}) {
    const Json manifest = parse_json(contents(suites() / (suite + "-manifest.jsonld")));
    for (const Json& row : manifest.at("sequence")) {
      const Case test{row};
      const auto reason = reasons.find({suite, test.id()});
      const std::string fault = run(test, suite, manifest.at("baseIri"));
      if (reason != reasons.end()) {
        EXPECT_NE(fault, "") << suite << " " << test.id() << " is skipped (" << reason->second << ") but would pass";
        results += fmt::format("{}\t{}\tskipped: {}\n", suite, test.id(), reason->second);
        reasons.erase(reason);
        continue;
      }
      EXPECT_EQ(fault, "") << suite << " " << test.id() << ": " << row.value("name", "") << "; " << test.file("input");
      results += fmt::format("{}\t{}\t{}\n", suite, test.id(), fault.empty() ? "passed" : "failed");
      passed += fault.empty();
    }
  }
  for (const auto& [test, reason] : reasons) ADD_FAILURE() << test.first << " " << test.second << " is skipped, but there is no such test";
  const std::filesystem::path table = project("tests/w3c/jsonld-results.tsv");
  if (const char* wanted = std::getenv("MUSCLEKG_UPDATE_CASES"); wanted != nullptr && std::string_view(wanted) == "1")
    write_file(table, results);
  EXPECT_EQ(contents(table), results);
  RecordProperty("passed", static_cast<int>(passed));
}

}  // namespace
}  // namespace musclekg::test
