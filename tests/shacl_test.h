// What the tests of shapes share: Turtle in, results as lines of text out.

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "check/shacl.h"
#include "check/shapes.h"
#include "check/validation_report.h"
#include "rdf/prefixes.h"
#include "rdf/read_rdf.h"
#include "test.h"

namespace musclekg::shacl_test {

inline constexpr std::string_view kHead =
    "@prefix ex: <http://example.org/> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

inline const Prefixes& prefixes() {
  static const Prefixes kPrefixes = [] {
    Prefixes made;
    made.add("ex", "http://example.org/", false);
    made.add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", false);
    return made;
  }();
  return kPrefixes;
}

/// A case: shapes and data as Turtle behind `kHead`, what is found, and what is wrong with the shapes.
class Case {
 public:
  /// `syntax` is that of the data: "turtle", or "nquads" for data without a head.
  explicit Case(std::string_view shapes, std::string_view data = {}, const char* syntax = "turtle") {
    read(std::string(kHead).append(shapes), "turtle", "s", shapes_graph_);
    read(std::string(syntax == std::string_view("turtle") ? kHead : "").append(data), syntax, "d", data_);
    const Shapes made(shapes_graph_, nodes_, "shapes.ttl", diagnostics_);
    validate(made, data_, &prefixes(), [&](Finding&& finding) { findings_.push_back(std::move(finding)); });
  }

  const std::vector<Finding>& findings() const { return findings_; }

  /// Errors and warnings of the shapes, without the name of the file.
  std::vector<std::string> faults() const {
    std::vector<std::string> faults;
    for (const Diagnostic& diagnostic : diagnostics_.kept())
      faults.push_back((diagnostic.severity == Severity::Warning ? "warning: " : "") + diagnostic.text);
    return faults;
  }

  /// "focus path value Component", one to a line; '-' for what a result has not.
  std::string results() const {
    std::string text;
    for (const Finding& finding : findings_)
      text += fmt::format("{} {} {} {}\n", name(finding.focus), name(finding.path), name(finding.value), component(finding));
    return text;
  }

  /// "rule: message", one to a line.
  std::string messages() const {
    std::string text;
    for (const Finding& finding : findings_) text += fmt::format("{}: {}\n", finding.rule, finding.message);
    return text;
  }

  /// The report in Turtle.
  std::string report(const Prefixes* used = &prefixes()) {
    const std::string path = folder_ / "report.ttl";
    Output output(path);
    write_validation_report(output, findings_, shapes_graph_, nodes_, used);
    output.commit();
    return test::contents(path);
  }

 private:
  void read(const std::string& text, const char* syntax, const std::string& scope, Graph& graph) {
    const auto own = [&](const Node* node) {  // Raptor begins to count blank nodes anew in each file
      return node != nullptr && node->kind == Node::Kind::Blank ? nodes_.blank(scope + std::string(node->value)) : node;
    };
    const bool whole = read_rdf(folder_.write("read", text), syntax, nodes_, diagnostics_, [&](const Quad& quad) {
      graph.add({own(quad.subject), quad.predicate, own(quad.object), own(quad.graph)});
    });
    if (!whole) throw std::runtime_error(format(diagnostics_.kept().front()));
    graph.index();
  }

  static std::string name(const Node* node) {
    if (node == nullptr) return "-";
    return node->kind == Node::Kind::Blank ? "_:" : Wording(&prefixes()).name(node);
  }

  static std::string component(const Finding& finding) {
    std::string_view iri = finding.component->value;
    iri.remove_prefix(iri.find('#') + 1);
    EXPECT_TRUE(iri.ends_with("ConstraintComponent"));
    iri.remove_suffix(std::string_view("ConstraintComponent").size());
    return std::string(iri);
  }

  test::TemporaryFolder folder_;
  NodeTable nodes_;
  Diagnostics diagnostics_;
  Graph shapes_graph_, data_;
  std::vector<Finding> findings_;
};

/// What is found in `data` by shapes that have no fault.
inline std::string results(std::string_view shapes, std::string_view data) {
  const Case one(shapes, data);
  EXPECT_EQ(one.faults(), std::vector<std::string>()) << shapes;
  return one.results();
}

}  // namespace musclekg::shacl_test
