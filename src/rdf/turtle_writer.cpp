#include "rdf/turtle_writer.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "base/text.h"
#include "rdf/graph_parts.h"
#include "rdf/lists.h"
#include "rdf/node_map.h"
#include "rdf/prefixes.h"
#include "rdf/quad_order.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Whether a name does not say what it means: "RO_0002372" as against "hasOriginLandmark".
bool is_opaque(std::string_view iri) {
  const std::string_view name = iri.substr(iri.find_last_of("/#") + 1);
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The line ends of a block of statements, at the top or between the braces of a graph.
struct Margins {
  std::string_view subject, predicate, object, end;
};
constexpr Margins kAtTop = {"", "\n    ", "\n        ", "\n.\n"};
constexpr Margins kInGraph = {"    ", "\n        ", "\n            ", "\n    .\n"};

class TurtleWriter : public QuadSink {
 public:
  TurtleWriter(Output& output, const Labels& labels, bool graphs) : output_(output), graphs_(graphs) {
    for (const auto& [node, label] : labels)
      if (is_opaque(node->value)) comments_[node] = comment_of(label, texts_);
  }

  void prefix(std::string_view name, std::string_view iri) override {
    prefixes_.add(std::string(name), std::string(iri), false);
    output_.write("@prefix ");
    output_.write(name);
    output_.write(": <");
    output_.write(iri);
    output_.write("> .\n");
  }

  void begin(const Node* topic) override { topic_ = topic; }

  void quad(const Quad& quad) override {
    if (quad.predicate->value == rdfs::label) remember_label(quad);
    if (quad.repeated && quad.subject != topic_) return;
    topic_quads_.push_back(quad);
    named_ |= quad.graph != nullptr;
  }

  void end() override {
    if (graphs_ && named_) {
      lists_.begin_graphs(topic_quads_);
      for (const GraphParts::Part& part : parts_.of(topic_quads_)) graph(part);
      lists_.end_graphs();
    } else {
      statements(topic_quads_);
    }
    topic_quads_.clear();
    named_ = false;
    comments_.forget_scoped();
    names_.forget_scoped();
    scoped_texts_.clear();
  }

  void finish() override {}

 private:
  void graph(const GraphParts::Part& part) {
    if (part.graph == nullptr) return statements(part.quads);
    output_.write('\n');
    write_node(part.graph);
    output_.write(" {\n");
    margins_ = &kInGraph;
    after_sentence_ = false;
    after_brace_ = true;
    statements(part.quads);
    output_.write("}\n");
    margins_ = &kAtTop;
    after_sentence_ = after_brace_ = false;
  }

  void statements(std::span<Quad> quads) {
    quads_ = quads;
    lists_.find(quads_);
    for (const Quad& quad : quads_) rank_of(quad.predicate);
    quads_ = order_.sort(quads_, topic_, [this](const Quad& quad) { return ranks_[quad.predicate]; });
    for (std::size_t i = 0; i < quads_.size();) {
      const std::size_t next = end_of_block(i);
      if (!lists_.in_list(quads_[i].subject)) block(i, next);
      i = next;
    }
  }

  void remember_label(const Quad& quad) {
    if (quad.repeated || quad.subject->kind != Node::Kind::Iri || !is_opaque(quad.subject->value)) return;
    std::string_view& comment = comments_[quad.subject];
    const std::string_view text = comment_of(quad.object->value, quad.subject->scoped ? scoped_texts_ : texts_);
    if (!text.empty() && (comment.empty() || text < comment)) comment = text;  // of several labels one, whatever their order
  }

  std::string_view comment_of(std::string_view label, Arena& texts) {
    std::string text(label);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    while (text.ends_with('.') || text.ends_with(' ')) text.pop_back();
    return texts.copy(text);
  }

  /// rdf:type, rdfs:label, then by IRI. A predicate that is new renumbers those that come behind it.
  std::uint32_t rank_of(const Node* predicate) {
    if (ranks_[predicate] == 0) {
      const auto before = [](const Node* a, const Node* b) {
        const auto group = [](const Node* node) { return node->value == rdf::type ? 0 : node->value == rdfs::label ? 1 : 2; };
        return group(a) != group(b) ? group(a) < group(b) : a->ntriples < b->ntriples;
      };
      predicates_.insert(std::upper_bound(predicates_.begin(), predicates_.end(), predicate, before), predicate);
      for (std::uint32_t i = 0; i < predicates_.size(); ++i) ranks_[predicates_[i]] = i + 1;
    }
    return ranks_[predicate];
  }

  std::size_t end_of_block(std::size_t i) const {
    const Node* subject = quads_[i].subject;
    while (i < quads_.size() && quads_[i].subject == subject) ++i;
    return i;
  }

  void block(std::size_t i, std::size_t end) {
    if (end == i + 1) return sentence(quads_[i]);
    after_sentence_ = false;
    blank_line();
    write_comment_line(quads_[i].subject);
    output_.write(margins_->subject);
    write_node(quads_[i].subject);
    while (i < end) {
      std::size_t next = i;
      while (next < end && quads_[next].predicate == quads_[i].predicate) ++next;
      output_.write(margins_->predicate);
      predicate(i, next, next == end);
      i = next;
    }
    output_.write(margins_->end);
  }

  void blank_line() {
    if (!std::exchange(after_brace_, false)) output_.write('\n');
  }

  /// All there is to say of a subject, on one line.
  void sentence(const Quad& quad) {
    if (!std::exchange(after_sentence_, true)) blank_line();
    output_.write(margins_->subject);
    write_node(quad.subject);
    output_.write(' ');
    write_predicate(quad.predicate);
    output_.write(' ');
    object(quad.object);
    output_.write(" .\n");
  }

  void write_predicate(const Node* node) {
    if (node->value == rdf::type) return output_.write('a');
    write_node(node);
  }

  void predicate(std::size_t i, std::size_t end, bool last) {
    const Node* node = quads_[i].predicate;
    write_predicate(node);
    const std::string_view meaning = comments_[node];
    if (end == i + 1) {
      output_.write(' ');
      object(quads_[i].object);
      if (!last) output_.write(" ;");
      const std::string_view name = comments_[quads_[i].object];
      if (meaning.empty() && name.empty()) return;
      output_.write("  # ");
      output_.write(meaning);
      if (!meaning.empty() && !name.empty()) output_.write(": ");
      output_.write(name);
      return;
    }
    write_comment(meaning);
    for (; i < end; ++i) {
      output_.write(margins_->object);
      object(quads_[i].object);
      if (i + 1 < end) {
        output_.write(" ,");
      } else if (!last) {
        output_.write(" ;");
      }
      write_comment(comments_[quads_[i].object]);
    }
  }

  void write_comment(std::string_view text) {
    if (text.empty()) return;
    output_.write("  # ");
    output_.write(text);
  }

  void write_comment_line(const Node* node) {
    const std::string_view text = comments_[node];
    if (text.empty()) return;
    output_.write(margins_->subject);
    output_.write("# ");
    output_.write(text);
    output_.write('\n');
  }

  void object(const Node* node) {
    if (node->kind != Node::Kind::Blank || !lists_.in_list(node)) return write_node(node);
    output_.write('(');
    while (node->value != rdf::nil) {
      output_.write(' ');
      object(lists_.first(node));
      node = lists_.rest(node);
    }
    output_.write(" )");
  }

  void write_node(const Node* node) {
    std::string_view& name = names_[node];
    if (name.empty()) name = name_of(node);
    output_.write(name);
  }

  /// The form of a node in Turtle, kept as long as the node.
  std::string_view name_of(const Node* node) {
    Arena& texts = node->scoped ? scoped_texts_ : texts_;
    if (node->kind == Node::Kind::Iri) {
      const auto [prefix, local] = prefixes_.split(node->value);
      return prefix.empty() ? node->ntriples : texts.join(prefix, ":", local);
    }
    if (node->datatype == nullptr) return node->ntriples;
    if (node->datatype->value == xsd::integer && canonical_integer(node->value)) return node->value;
    if (node->datatype->value == xsd::boolean && (node->value == "true" || node->value == "false")) return node->value;
    return texts.join(node->ntriples.substr(0, node->quoted), "^^", name_of(node->datatype));
  }

  Output& output_;
  Prefixes prefixes_;
  const Node* topic_ = nullptr;
  bool graphs_;                    ///< whether the names of graphs are written
  std::vector<Quad> topic_quads_;  ///< of all graphs
  bool named_ = false;             ///< whether one of them is in a named graph
  GraphParts parts_;
  std::span<Quad> quads_;  ///< those that are being written
  Lists lists_;
  const Margins* margins_ = &kAtTop;
  bool after_sentence_ = false;
  bool after_brace_ = false;
  QuadOrder order_;
  std::vector<const Node*> predicates_;  ///< in their order
  NodeMap<std::uint32_t> ranks_;         ///< of predicates, from 1
  NodeMap<std::string_view> comments_;   ///< labels, ready to stand in a comment
  NodeMap<std::string_view> names_;      ///< forms of nodes in Turtle
  Arena texts_, scoped_texts_;
};

}  // namespace

std::unique_ptr<QuadSink> turtle_writer(Output& output, const Labels& labels) {
  return std::make_unique<TurtleWriter>(output, labels, false);
}

std::unique_ptr<QuadSink> trig_writer(Output& output, const Labels& labels) { return std::make_unique<TurtleWriter>(output, labels, true); }

}  // namespace musclekg
