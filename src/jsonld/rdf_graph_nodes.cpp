#include "jsonld/rdf_graph_nodes.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/hash.h"
#include "jsonld/language_tag.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

struct SameStatement {
  bool operator()(const Quad& a, const Quad& b) const {
    return a.subject == b.subject && a.predicate == b.predicate && a.object == b.object && a.graph == b.graph;
  }
};

struct StatementHash {
  std::size_t operator()(const Quad& quad) const {
    const Fingerprint graph = quad.graph != nullptr ? quad.graph->hash : Fingerprint{};
    const Fingerprint statement = fingerprint(quad.subject->hash, quad.predicate->hash, quad.object->hash);
    return statement.low * 31 + graph.low;
  }
};

bool blank(const Node* node) { return node->kind == Node::Kind::Blank; }

bool is(const Node* node, std::string_view iri) { return node->kind == Node::Kind::Iri && node->value == iri; }

/// A cell of which nothing is known but its item and the next cell.
bool is_cell(const RdfSubject& subject) {
  if (!blank(subject.node) || subject.properties.size() != 2) return false;
  const RdfProperty* first = subject.find(rdf::first);
  const RdfProperty* rest = subject.find(rdf::rest);
  if (first == nullptr || rest == nullptr || first->values.size() != 1 || rest->values.size() != 1) return false;
  return subject.types.empty() || (subject.types.size() == 1 && is(subject.types.front(), rdf::List));
}

/// One value, which is text or (where `may_miss`) missing.
bool one_text(const RdfSubject& subject, std::string_view predicate, bool may_miss) {
  const RdfProperty* property = subject.find(predicate);
  if (property == nullptr) return may_miss;
  return property->values.size() == 1 && property->values.front().node->kind == Node::Kind::Literal;
}

bool is_compound_literal(const RdfSubject& subject) {
  const std::size_t expected = subject.find(rdf::language) != nullptr ? 3 : 2;
  return subject.types.empty() && subject.properties.size() == expected && one_text(subject, rdf::value, false) &&
         one_text(subject, rdf::direction, false) && one_text(subject, rdf::language, true);
}

}  // namespace

RdfProperty* RdfSubject::find(std::string_view iri) {
  const auto found = properties.find("<" + std::string(iri) + ">");
  return found != properties.end() ? &found->second : nullptr;
}

RdfSubject& RdfGraph::subject(const Node* node) {
  RdfSubject*& known = by_node[node];
  if (known == nullptr) {
    known = &subjects[jsonld_id(node)];
    known->node = node;
    known->graph = this;
  }
  return *known;
}

std::string jsonld_id(const Node* node) { return std::string(blank(node) ? "_:" : "").append(node->value); }

RdfGraphNodes::RdfGraphNodes(std::span<const Quad> quads, const JsonldOptions& options) {
  std::unordered_set<Quad, StatementHash, SameStatement> known;
  for (const Quad& quad : quads) {
    if (!known.insert(quad).second) continue;
    if (quad.graph == nullptr) {
      add(quad, default_graph, options);
      continue;
    }
    default_graph.subject(quad.graph);
    if (blank(quad.graph)) mentions_[quad.graph].shared = true;
    add(quad, named_graphs[jsonld_id(quad.graph)], options);
  }
  const auto find = [&](RdfGraph& graph) {
    if (options.rdf_direction == RdfDirection::CompoundLiteral) find_compound_literals(graph);
    find_lists(graph, options);
  };
  find(default_graph);
  for (auto& entry : named_graphs) find(entry.second);
  undo_lists_too_deep();
}

void RdfGraphNodes::add(const Quad& quad, RdfGraph& graph, const JsonldOptions& options) {
  RdfSubject& subject = graph.subject(quad.subject);
  if (blank(quad.subject)) {
    Mentions& mentions = mentions_[quad.subject];
    mentions.shared |= mentions.graph != nullptr && mentions.graph != &graph;
    mentions.graph = &graph;
  }
  if (blank(quad.predicate)) mentions_[quad.predicate].shared = true;
  if (is(quad.predicate, rdf::type) && !options.use_rdf_type && quad.object->kind != Node::Kind::Literal) {
    subject.types.push_back(quad.object);
    if (blank(quad.object)) mentions_[quad.object].shared = true;
    return;
  }
  if (is(quad.predicate, rdf::direction)) graph.directed.push_back(&subject);
  RdfProperty& property = subject.properties[quad.predicate->ntriples];
  property.predicate = quad.predicate;
  property.values.push_back({quad.object});
  const RdfUsage usage{&subject, &property, property.values.size() - 1};
  if (is(quad.object, rdf::nil)) graph.nil_usages.push_back(usage);
  if (!blank(quad.object)) return;
  Mentions& mentions = mentions_[quad.object];
  mentions.shared |= mentions.usage.subject != nullptr;
  mentions.usage = usage;
}

/// Where a blank node of a graph is mentioned, if that is one value of the same graph.
const RdfUsage* RdfGraphNodes::only_usage(const RdfSubject& subject) const {
  const auto found = mentions_.find(subject.node);
  if (found == mentions_.end() || found->second.shared) return nullptr;
  const RdfUsage& usage = found->second.usage;
  return usage.subject != nullptr && usage.subject->graph == subject.graph ? &usage : nullptr;
}

void RdfGraphNodes::find_compound_literals(RdfGraph& graph) {
  for (RdfSubject* subject : graph.directed) {
    const RdfUsage* usage = only_usage(*subject);
    if (usage == nullptr || usage->subject == subject || !is_compound_literal(*subject)) continue;
    usage->value().compound = subject;
    subject->absorbed = true;
  }
}

void RdfGraphNodes::find_lists(RdfGraph& graph, const JsonldOptions& options) {
  for (const RdfUsage& nil : graph.nil_usages) {
    auto list = std::make_unique<RdfList>();
    list->head = nil;
    while (is(list->head.property->predicate, rdf::rest) && is_cell(*list->head.subject)) {
      const RdfUsage* usage = only_usage(*list->head.subject);
      if (usage == nullptr) break;
      list->cells.push_back(list->head.subject);
      list->head = *usage;
    }
    if (options.processing_mode_10 && is(list->head.property->predicate, rdf::first)) {  // no lists in lists: the first cell stays
      if (list->cells.empty()) continue;
      RdfSubject* first = list->cells.back();
      list->cells.pop_back();
      list->head = {first, first->find(rdf::rest), 0};
    }
    std::reverse(list->cells.begin(), list->cells.end());
    list->head.value().list = list.get();
    for (RdfSubject* cell : list->cells) {
      cell->cell_of = list.get();
      cell->absorbed = true;
    }
    lists_.push_back(std::move(list));
  }
}

/// A list within another is the item of one of its cells.
void RdfGraphNodes::undo_lists_too_deep() {
  std::unordered_map<const RdfList*, std::size_t> depths;  // 0 while the lists around one are looked at
  std::vector<RdfList*> inward;
  const auto undo = [](RdfList& list) {
    list.head.value().list = nullptr;
    for (RdfSubject* cell : list.cells) {
      cell->cell_of = nullptr;
      cell->absorbed = false;
    }
  };
  for (const auto& start : lists_) {
    RdfList* list = start.get();
    while (list != nullptr && depths.try_emplace(list, 0).second) {
      inward.push_back(list);
      list = const_cast<RdfList*>(list->head.subject->cell_of);
    }
    std::size_t depth = 0;
    if (list != nullptr) {
      depth = depths[list];
      if (depth == 0) undo(*list);
    }
    for (; !inward.empty(); inward.pop_back()) {
      RdfList& inner = *inward.back();
      if (inner.head.subject->cell_of == nullptr) depth = 0;
      if (++depth > kDeepestList) undo(inner);
      depths[&inner] = depth;
    }
  }
}

}  // namespace musclekg
