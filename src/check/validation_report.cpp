#include "check/validation_report.h"

#include <fmt/format.h>
#include <tsl/robin_map.h>

#include <string>
#include <string_view>
#include <vector>

#include "check/union_view.h"
#include "check/vocabulary.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Labels for blank nodes, in the order in which they come.
class Labels {
 public:
  explicit Labels(std::string_view name) : name_(name) {}

  std::string of(const Node* node) {
    const auto [found, added] = numbers_.try_emplace(node, numbers_.size() + 1);
    if (added) nodes_.push_back(node);
    return fmt::format("_:{}{}", name_, found->second);
  }

  const std::vector<const Node*>& nodes() const { return nodes_; }

 private:
  std::string_view name_;
  tsl::robin_map<const Node*, std::size_t> numbers_;
  std::vector<const Node*> nodes_;
};

class ReportWriter {
 public:
  ReportWriter(Output& output, const Graph& shapes, NodeTable& nodes, const Prefixes* prefixes)
      : output_(output), shapes_(shapes), severity_(nodes.iri(sh::severity)), prefixes_(prefixes) {}

  void write(std::span<const Finding> findings) {
    head();
    output_.write(fmt::format("\n_:report a sh:ValidationReport ;\n  sh:conforms {}", findings.empty()));
    for (std::size_t i = 0; i < findings.size(); ++i)
      output_.write(fmt::format("{} _:result{}", i == 0 ? " ;\n  sh:result" : " ,\n   ", i + 1));
    output_.write(" .\n");
    for (std::size_t i = 0; i < findings.size(); ++i) result(findings[i], i + 1);
    copied_paths();
  }

 private:
  void head() {
    output_.write(fmt::format("@prefix sh: <{}> .\n", sh::base));
    if (prefixes_ == nullptr) return;
    for (const Prefixes::Row& row : prefixes_->rows())
      if (!row.id && row.name != "sh") output_.write(fmt::format("@prefix {}: <{}> .\n", row.name, row.iri));
  }

  void result(const Finding& finding, std::size_t number) {
    output_.write(fmt::format("\n_:result{} a sh:ValidationResult", number));
    if (finding.focus != nullptr) say("focusNode", name(finding.focus, data_));
    if (finding.path != nullptr) say("resultPath", name(finding.path, paths_));
    if (finding.value != nullptr) say("value", name(finding.value, data_));
    if (finding.shape != nullptr) say("sourceShape", name(finding.shape, sources_));
    if (finding.component != nullptr) say("sourceConstraintComponent", name(finding.component, sources_));
    say("resultSeverity", severity(finding));
    say("resultMessage", message(finding));
    output_.write(" .\n");
  }

  void say(std::string_view property, std::string_view value) { output_.write(fmt::format(" ;\n  sh:{} {}", property, value)); }

  std::string name(const Node* node, Labels& labels) const {
    if (node->kind == Node::Kind::Blank) return labels.of(node);
    if (node->kind == Node::Kind::Literal) return std::string(node->ntriples);
    if (node->value.starts_with(sh::base) && node->value.find_first_not_of(kLetters, sh::base.size()) == std::string_view::npos)
      return "sh:" + std::string(node->value.substr(sh::base.size()));
    if (prefixes_ != nullptr)
      if (std::string short_name = prefixes_->prefixed(node->value); !short_name.empty()) return short_name;
    return std::string(node->ntriples);
  }

  std::string severity(const Finding& finding) {
    if (finding.shape != nullptr)
      if (const Node* given = shapes_.object(finding.shape, severity_); given != nullptr && given->kind == Node::Kind::Iri)
        return name(given, sources_);
    return finding.level == Level::Error ? "sh:Violation" : finding.level == Level::Warning ? "sh:Warning" : "sh:Info";
  }

  static std::string message(const Finding& finding) {
    std::string text = "\"";
    append_escaped(text, finding.message);
    return text += '"';
  }

  /// The blank nodes of paths, and those that they are made of; more of them come while they are written.
  void copied_paths() {
    for (std::size_t i = 0; i < paths_.nodes().size(); ++i) {
      const Node* node = paths_.nodes()[i];
      std::string statements;
      each_statement(shapes_, node, [&](const Quad& quad) {
        statements += statements.empty() ? fmt::format("\n{}", paths_.of(node)) : " ;\n ";
        statements += fmt::format(" {} {}", name(quad.predicate, paths_), name(quad.object, paths_));
      });
      if (!statements.empty()) output_.write(statements + " .\n");
    }
  }

  static constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  Output& output_;
  const Graph& shapes_;
  const Node* severity_;
  const Prefixes* prefixes_;
  Labels data_{"data"}, sources_{"shape"}, paths_{"path"};
};

}  // namespace

void write_validation_report(Output& output, std::span<const Finding> findings, const Graph& shapes, NodeTable& nodes,
                             const Prefixes* prefixes) {
  ReportWriter(output, shapes, nodes, prefixes).write(findings);
}

}  // namespace musclekg
