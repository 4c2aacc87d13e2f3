// Terms against the loaded ontologies: ids that are known and alive, and labels that are theirs.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/dataset_rules.h"
#include "check/node_names.h"
#include "check/wording.h"
#include "rdf/node_map.h"

namespace musclekg {

namespace {

constexpr std::string_view kOboFma = "http://purl.obolibrary.org/obo/FMA_";

/// The namespaces of ids, and whether a loaded ontology has terms of each.
class Namespaces {
 public:
  Namespaces(const Prefixes& prefixes, const TermIndex& ontology) {
    for (const Prefixes::Row& row : prefixes.rows())
      if (row.id) rows_.push_back({row.name, row.iri, false, {}});
    for (TermId id = 0; id < ontology.size(); ++id)
      if (Row* row = find(ontology[id].iri); row != nullptr && !ontology[id].label.empty()) row->loaded = true;
  }

  struct Row {
    std::string name, iri;
    bool loaded;
    std::size_t not_compared = 0;
  };

  Row* find(std::string_view iri) {
    const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Row& one) { return iri.starts_with(one.iri); });
    return row == rows_.end() ? nullptr : &*row;
  }
  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<Row> rows_;
};

/// An IRI in the data, with the statement that has it first.
struct Use {
  const Node* node;
  const Quad* quad;
};

/// All IRIs that are subject or object, each once.
std::vector<Use> iris_of(const Graph& graph) {
  std::vector<Use> uses;
  NodeMap<char> seen;
  const auto take = [&](const Node* node, const Quad& quad) {
    if (node->kind != Node::Kind::Iri || seen[node]) return;
    seen[node] = 1;
    uses.push_back({node, &quad});
  };
  for (const Quad& quad : graph.all()) {
    take(quad.subject, quad);
    take(quad.object, quad);
  }
  return uses;
}

std::string joined(const std::vector<std::string>& iris, const Prefixes& prefixes) {
  std::string text;
  for (const std::string& iri : iris) text += fmt::format("{}{}", text.empty() ? "" : ", ", prefixes.id_of(iri));
  return text;
}

/// What is wrong with using a term; empty when nothing is.
std::string obsolescence(const Term& term, std::string_view iri, const Prefixes& prefixes) {
  const bool matched = std::find(term.matches.begin(), term.matches.end(), iri) != term.matches.end();
  if (term.iri != iri && !matched) return fmt::format("was merged into {} '{}'", prefixes.id_of(term.iri), term.label);
  if (term.iri != iri || !term.obsolete) return {};
  if (!term.replaced_by.empty()) return fmt::format("is obsolete; it is replaced by {}", joined(term.replaced_by, prefixes));
  if (!term.consider.empty()) return fmt::format("is obsolete; consider {}", joined(term.consider, prefixes));
  return "is obsolete, and has no replacement";
}

}  // namespace

void check_ids(const CheckedData& data, const RuleFindings& findings) {
  Namespaces namespaces(data.prefixes, data.ontology);
  const NodeNames names(data.graph, data.terms, data.prefixes, &data.ontology.property_labels());
  for (const Use& use : iris_of(data.graph)) {
    const Node* const node = use.node;
    const Quad* const quad = use.quad;
    const Node* value = node == quad->object ? node : nullptr;
    const auto add = [&](std::string_view rule, std::string message) {
      findings.add(rule, quad->subject, quad->predicate, value, fmt::format("{} {}", names.named(node), message));
    };
    if (node->value.starts_with(kOboFma)) {
      add("obo-fma", fmt::format("is FMA's term in a namespace that is not FMA's; write <{}>", data.prefixes.canonical(node->value)));
      continue;
    }
    Namespaces::Row* row = namespaces.find(node->value);
    if (row == nullptr) continue;
    const TermId id = data.ontology.find_iri(node->value);
    if (id == kNoTerm) {
      if (!data.ontology.matching(node->value).empty()) continue;
      if (row->loaded) add("unknown-term", "is in no loaded ontology");
      if (!row->loaded) ++row->not_compared;
      continue;
    }
    if (std::string fault = obsolescence(data.ontology[id], node->value, data.prefixes); !fault.empty())
      add("deprecated-term", std::move(fault));
  }
  for (const Namespaces::Row& row : namespaces.rows())
    if (row.not_compared > 0)
      findings.note("unknown-term", fmt::format("no loaded ontology has terms of {}: {} not looked up", row.name,
                                                row.not_compared == 1 ? "1 id was" : fmt::format("{} ids were", row.not_compared)));
}

void check_labels(const CheckedData& data, const RuleFindings& findings) {
  const NodeNames names(data.graph, data.terms, data.prefixes, &data.ontology.property_labels());
  std::map<const Node*, std::vector<const Node*>> by_node;
  std::vector<const Node*> order;
  for (const Quad& quad : data.graph.with(data.terms.label)) {
    if (quad.subject->kind != Node::Kind::Iri || quad.object->kind != Node::Kind::Literal) continue;
    std::vector<const Node*>& labels = by_node[quad.subject];
    if (labels.empty()) order.push_back(quad.subject);
    if (labels.empty() || labels.back() != quad.object) labels.push_back(quad.object);
  }
  for (const Node* node : order) {
    const std::vector<const Node*>& labels = by_node[node];
    const TermId id = data.ontology.find_iri(node->value);
    const bool own = id != kNoTerm && data.ontology[id].iri == node->value && !data.ontology[id].label.empty();
    const bool fits =
        !own || std::any_of(labels.begin(), labels.end(), [&](const Node* label) { return label->value == data.ontology[id].label; });
    if (!fits) {
      findings.add("label-drift", node, data.terms.label, labels.front(),
                   fmt::format("{} has the label {}, but {} is its label in {}", names.id(node), quoted(labels.front()->value),
                               quoted(data.ontology[id].label), data.ontology.ontologies()[data.ontology[id].ontology].path));
      continue;
    }
    std::map<std::string_view, const Node*> by_language;
    for (const Node* label : labels) {
      const auto [first, added] = by_language.emplace(label->language, label);
      if (added) continue;
      findings.add("label-drift", node, data.terms.label, label,
                   fmt::format("{} has two labels: {} and {}", names.id(node), quoted(first->second->value), quoted(label->value)));
      break;
    }
  }
}

}  // namespace musclekg
