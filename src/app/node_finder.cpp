#include "app/node_finder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "check/node_names.h"
#include "model/record_keys.h"

namespace musclekg {

namespace {

std::string_view local_name(std::string_view iri) {
  const std::size_t end = iri.find_last_of("/#");
  return end == std::string_view::npos ? iri : iri.substr(end + 1);
}

std::string near_to(std::string_view name, const std::vector<std::string>& names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  const auto near = nearest(name, views);
  return near ? fmt::format("; did you mean '{}'?", *near) : "";
}

void add_once(std::vector<const Node*>& nodes, const Node* node) {
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
}

}  // namespace

NodeFinder::NodeFinder(const Graph& graph, const Graph& vocabulary, const GraphTerms& terms, const Knowledge& knowledge, NodeTable& nodes)
    : graph_(graph), vocabulary_(vocabulary), terms_(terms), knowledge_(knowledge), nodes_(nodes) {}

std::vector<const Node*> NodeFinder::by_id(std::string_view text) const {
  std::string_view id = trim(text);
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  std::vector<const Node*> nodes;
  if (valid_iri(id)) nodes.push_back(nodes_.iri(id));
  if (const auto iri = knowledge_.prefixes.iri_of_id(id); iri && valid_iri(*iri)) add_once(nodes, nodes_.iri(*iri));
  return nodes;
}

std::vector<const Node*> NodeFinder::terms(const std::string& text, std::string_view role, const std::function<bool(const Node*)>& fits) {
  for (const Node* given : by_id(text))
    if (fits(given)) return {given};
  std::vector<const Node*> found;
  std::vector<std::string> names;
  const std::string wanted = fold(text);
  for (const Node* predicate : {terms_.label, terms_.alternative_label})
    for (const Quad& quad : graph_.with(predicate)) {
      if (!fits(quad.subject)) continue;
      if (fold(quad.object->value) == wanted) add_once(found, quad.subject);
      names.emplace_back(quad.object->value);
    }
  if (!found.empty()) return found;
  if (!by_id(text).empty() && text.find(' ') == std::string::npos)
    throw Failure(fmt::format("the graph has no edge with {} as {}", text, role));
  throw Failure(fmt::format("the graph has no edge with a term named '{}' as {}{}", text, role, near_to(text, names)));
}

std::string NodeFinder::label_of(const Node* predicate) const {
  for (const Graph* graph : {&graph_, &vocabulary_})
    if (const Node* label = graph->object(predicate, terms_.label)) return std::string(label->value);
  return {};
}

std::vector<const Node*> NodeFinder::predicates(const std::string& text) {
  std::vector<const Node*> all = terms_.edges, found;
  all.push_back(terms_.attached_to_part_of);
  const std::vector<const Node*> given = by_id(text);
  const std::string wanted = fold(text);
  std::vector<std::string> names;
  for (const Node* predicate : all) {
    const std::string label = label_of(predicate), local(local_name(predicate->value));
    if (std::find(given.begin(), given.end(), predicate) != given.end() || fold(label) == wanted || fold(local) == wanted)
      found.push_back(predicate);
    names.push_back(label);
    names.push_back(local);
  }
  if (const Key* key = find_key(Shape::Record, text); found.empty() && key != nullptr)
    for (const StatementRule& rule : knowledge_.mapping.rule(key->relation, Relation::Muscle).statements)
      if (const Node* predicate = nodes_.iri(rule.predicate->value); std::find(all.begin(), all.end(), predicate) != all.end())
        add_once(found, predicate);
  if (found.empty()) throw Failure(fmt::format("'{}' is no relation that edges of the graph have{}", text, near_to(text, names)));
  return found;
}

}  // namespace musclekg
