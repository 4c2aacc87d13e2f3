// What the tests of checks share: the good graph of tests/judges, and graphs made from it or from a few lines.

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/graph_file.h"
#include "check/check_report.h"
#include "check/dataset_rules.h"
#include "check/locator.h"
#include "test.h"

namespace musclekg::test {

/// The text of a file in tests/judges.
inline std::string judged(std::string_view name) { return contents(project("tests/judges") / name); }

/// The good graph as Turtle, with lines of it replaced. Each must be there.
inline std::string good_graph(const std::vector<std::pair<std::string, std::string>>& replaced = {}) {
  std::string text = judged("good_graph.ttl");
  for (const auto& [line, instead] : replaced) {
    const std::size_t at = text.find("\n" + line + "\n");
    if (at == std::string::npos) throw std::runtime_error("the good graph has no line " + line);
    text.replace(at + 1, line.size(), instead);
  }
  return text;
}

/// A graph in memory, read from text. `name` tells the syntax.
struct LoadedGraph {
  explicit LoadedGraph(std::string_view text, std::string_view name = "graph.ttl") {
    const TemporaryFolder folder;
    Diagnostics diagnostics;
    add_files({folder.write(name, text)}, "data", nodes, graph, diagnostics);
    if (diagnostics.count(Severity::Error) > 0) throw std::runtime_error(printed(diagnostics));
  }
  LoadedGraph(const LoadedGraph&) = delete;

  const Node* iri(std::string_view id) { return nodes.iri(*bundled_knowledge().prefixes.iri_of_id(id)); }

  NodeTable nodes;
  Graph graph;
};

/// The beginning of a Turtle file of the tests.
inline std::string prefixes() {
  const std::string good = judged("good_graph.ttl");
  const std::size_t first = good.find("@prefix");
  return good.substr(first, good.rfind("@prefix") - first) + "@prefix vm: <https://w3id.org/musclekg/vastus-medialis/> .\n";
}

/// What the dataset's rules find in a graph, one line each: "rule: message". `sources`: where its sources are.
inline std::vector<std::string> rule_findings(std::string_view text, const std::string& sources = project("tests/judges").string(),
                                              std::string_view name = "graph.ttl") {
  LoadedGraph loaded(text, name);
  const GraphTerms terms(loaded.nodes);
  std::vector<std::string> lines;
  check_dataset(
      {loaded.graph, terms, bundled_knowledge().terms, bundled_knowledge().prefixes, {sources}}, loaded.nodes,
      [&](Finding&& finding) { lines.push_back(std::string(name_of(finding.level)) + " " + finding.rule + ": " + finding.message); });
  return lines;
}

}  // namespace musclekg::test
