// The dataset's own rules: what shapes cannot tell, because it needs several graphs, the ontologies or the sources.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "check/graph_terms.h"
#include "rdf/prefixes.h"
#include "terms/term_index.h"

namespace musclekg {

/// What the rules look at. All of it lives as long as the check.
struct CheckedData {
  const Graph& graph;
  const GraphTerms& terms;  ///< of the table that the graph's nodes are of
  const TermIndex& ontology;
  const Prefixes& prefixes;
  std::vector<std::string> source_folders;  ///< where sources are looked for, besides the folder in which the program runs
};

using TakeFinding = std::function<void(Finding&&)>;

/// Makes the findings of the rules: their id and level, and their component for reports of SHACL.
class RuleFindings {
 public:
  RuleFindings(NodeTable& nodes, const TakeFinding& take) : nodes_(nodes), take_(take) {}

  /// A finding of the rule with this id, at the rule's level.
  void add(std::string_view rule, const Node* focus, const Node* path, const Node* value, std::string message) const;

  /// That a rule could not look, or not at all of the data, and why: never an error.
  void note(std::string_view rule, std::string message) const;

 private:
  NodeTable& nodes_;
  const TakeFinding& take_;
};

struct DatasetRule {
  std::string_view id;                                                   ///< stable, explained in the README
  Level level;                                                           ///< of its findings; that it had nothing to compare is Info
  std::string_view text;                                                 ///< what must hold
  void (*check)(const CheckedData& data, const RuleFindings& findings);  ///< rules that stand together may share one, which then runs once
};

/// All rules, in the order in which they run.
std::span<const DatasetRule> dataset_rules();

/// Runs all rules. The order of the findings is the same for the same data. `nodes`: the table of the graph's nodes. Time is
/// n log n in the graph, and linear in the sources it names.
void check_dataset(const CheckedData& data, NodeTable& nodes, const TakeFinding& take);

/// The namespace of our shapes, and of the rules where reports name them by an IRI.
inline constexpr std::string_view kShapesNamespace = "https://w3id.org/musclekg/shapes#";

// The checks of the table, by what they need.
void check_statements(const CheckedData& data, const RuleFindings& findings);
void check_unasserted(const CheckedData& data, const RuleFindings& findings);
void check_dangling(const CheckedData& data, const RuleFindings& findings);
void check_sources(const CheckedData& data, const RuleFindings& findings);
void check_backlinks(const CheckedData& data, const RuleFindings& findings);
void check_ids(const CheckedData& data, const RuleFindings& findings);
void check_labels(const CheckedData& data, const RuleFindings& findings);
void check_attachments(const CheckedData& data, const RuleFindings& findings);

}  // namespace musclekg
