#include "check/dataset_rules.h"

#include <algorithm>

namespace musclekg {

namespace {

constexpr DatasetRule kRules[] = {
    {"unstated-edge", Level::Error, "every edge has a statement that says who says so, or follows from others by a rule of the closure",
     check_statements},
    {"unasserted-statement", Level::Error, "the edge that a statement is about is there", check_unasserted},
    {"dangling", Level::Error, "what a statement points at (place, text, section, reference, link) is described", check_dangling},
    {"quote-differs", Level::Error, "a quote, and what stands before and behind it, is what the source has at its position", check_sources},
    {"quote-outside", Level::Error, "a position lies within its text, whose number of characters is that of the source", check_sources},
    {"source-changed", Level::Error, "the source is the file that was quoted: its SHA-256 is that of the text", check_sources},
    {"source-missing", Level::Warning, "the source is there to be compared with its quotes", check_sources},
    {"backlinks", Level::Warning, "as many marks point at a reference as it has backlinks", check_backlinks},
    {"obo-fma", Level::Error, "FMA's terms have FMA's own IRIs, never those with obo/FMA_", check_ids},
    {"deprecated-term", Level::Error, "no term is obsolete, or merged into another, in a loaded ontology", check_ids},
    {"unknown-term", Level::Warning, "a term of an ontology that is loaded is known to it", check_ids},
    {"label-drift", Level::Warning, "a term has the label that its ontology gives it, and the same in all files", check_labels},
    {"immaterial-filler", Level::Error, "an attachment of RO does not end at a line or a space", check_attachments},
    {"nerve-is-site", Level::Error, "the nerve of a muscle is neither its attachment nor the muscle itself", check_attachments},
    {"self-edge", Level::Error, "no edge leads from a structure to itself", check_attachments},
};

}  // namespace

std::span<const DatasetRule> dataset_rules() { return kRules; }

void RuleFindings::add(std::string_view rule, const Node* focus, const Node* path, const Node* value, std::string message) const {
  const auto row = std::find_if(std::begin(kRules), std::end(kRules), [&](const DatasetRule& other) { return other.id == rule; });
  Finding finding;
  finding.level = row->level;
  finding.rule = rule;
  finding.focus = focus;
  finding.path = path;
  finding.value = value;
  finding.message = std::move(message);
  finding.component = nodes_.iri(std::string(kShapesNamespace).append(rule));
  take_(std::move(finding));
}

void RuleFindings::note(std::string_view rule, std::string message) const {
  Finding finding;
  finding.level = Level::Info;
  finding.rule = rule;
  finding.message = std::move(message);
  finding.component = nodes_.iri(std::string(kShapesNamespace).append(rule));
  take_(std::move(finding));
}

void check_dataset(const CheckedData& data, NodeTable& nodes, const TakeFinding& take) {
  const RuleFindings findings(nodes, take);
  const DatasetRule* before = nullptr;
  for (const DatasetRule& rule : kRules) {
    if (before == nullptr || rule.check != before->check) rule.check(data, findings);
    before = &rule;
  }
}

}  // namespace musclekg
