#include "rdf/topics.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kNodes = 1000;
constexpr std::size_t kLargestTopic = 65536;

}  // namespace

void Topics::prefix(std::string_view name, std::string_view iri) {
  if (count_ == 0 && !name.empty() && prefixes_.insert(ascii_lower(name)).second) sink_.prefix(name, iri);
}

void Topics::quad(const Quad& quad) {
  const bool same = !topic_.empty() && (quad.subject == topic_.front().subject || quad.subject->anonymous);
  if ((!same && !topic_.empty()) || topic_.size() >= kLargestTopic) hand_on();
  topic_.push_back(quad);
  if (quad.graph != nullptr) ++named_;
  if (count_++ == 0) begin();
}

void Topics::statement_end() {
  if (tables_[current_].size() < largest_) return;
  NodeTable& other = tables_[1 - current_];
  for (Quad& quad : topic_) quad = {remade(quad.subject, other), quad.predicate, remade(quad.object, other), remade(quad.graph, other)};
  tables_[current_].clear();
  current_ = 1 - current_;
  largest_ = std::max(kNodes, 2 * other.size());  // a topic of many nodes is not copied at each statement
}

void Topics::finish() {
  if (count_ == 0) begin();
  if (!topic_.empty()) hand_on();
  sink_.finish();
}

void Topics::begin() const {
  if (!prefixes_.empty()) return;
  for (const Prefixes::Row& row : own_.rows())
    if (!row.id) sink_.prefix(row.name, row.iri);
}

void Topics::hand_on() {
  sink_.begin(topic_.front().subject);
  for (const Quad& quad : topic_) sink_.quad(quad);
  sink_.end();
  topic_.clear();
}

const Node* Topics::remade(const Node* node, NodeTable& table) const {
  if (node == nullptr || !node->scoped) return node;
  switch (node->kind) {
    case Node::Kind::Iri:
      return table.iri(node->value);
    case Node::Kind::Blank:
      return node->anonymous ? table.anonymous_blank(node->value) : table.blank(node->value);
    case Node::Kind::Literal:
      break;
  }
  return node->language.empty() ? table.literal(node->value, node->datatype) : table.text(node->value, node->language);
}

}  // namespace musclekg
