#include "jsonld/jsonld_writer.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/json_string.h"
#include "jsonld/jsonld_keys.h"
#include "jsonld/jsonld_names.h"
#include "rdf/graph_parts.h"
#include "rdf/lists.h"
#include "rdf/node_map.h"
#include "rdf/prefixes.h"
#include "rdf/quad_order.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::size_t kDeepest = 24;  ///< nodes nested in nodes; a deeper one is written beside its topic

/// An integer that JSON numbers keep (RFC 8259, section 6: up to 2^53), in its canonical form.
bool native_integer(std::string_view text) { return text.size() <= 15 && canonical_integer(text); }

class JsonldWriter : public QuadSink {
 public:
  enum class Form : std::uint8_t { Nested, Flat };

  JsonldWriter(Output& output, const Context& context, Form form)
      : output_(output), context_(context), graph_key_(json_string(context_.keyword("@graph")) + ": ["), flat_(form == Form::Flat) {
    const ContextTerm* label = context_.for_text(rdfs::label, "en");
    if (label != nullptr && label->language == "en") label_key_ = texts_.join(", ", json_string(label->key), ": ");
  }

  void prefix(std::string_view name, std::string_view iri) override {
    if (context_.set_prefix(name, iri)) prefixes_.add(std::string(name), std::string(iri), false);
  }

  void begin(const Node* topic) override {
    start();
    topic_ = topic;
  }

  void quad(const Quad& quad) override {
    if (quad.graph != nullptr) {
      named_ = true;
    } else if (!label_key_.empty() && (quad.subject->scoped || !quad.object->scoped)) {
      take_label(quad, labels_);
    }
    topic_quads_.push_back(quad);
  }

  void end() override {
    if (named_) {
      lists_.begin_graphs(topic_quads_);
      for (const GraphParts::Part& part : parts_.of(topic_quads_)) {
        if (part.graph == nullptr) {
          default_graph(part.quads);
        } else {
          named_graph(part);
        }
      }
      lists_.end_graphs();
    } else {
      default_graph(topic_quads_);
    }
    topic_quads_.clear();
    named_ = false;
    names_.forget_scoped();
    labels_.forget_scoped();
    mentions_.forget_scoped();
    scoped_texts_.clear();
  }

  void finish() override {
    start();
    output_.write(first_ ? "]\n}\n" : "\n  ]\n}\n");
  }

 private:
  void take_label(const Quad& quad, NodeMap<const Node*>& labels) const {
    if (quad.predicate->value != rdfs::label || quad.object->language != "en") return;
    const Node*& label = labels[quad.subject];
    if (label == nullptr || quad.object->ntriples < label->ntriples) label = quad.object;  // one, whatever their order
  }

  void default_graph(std::span<Quad> quads) { begin_graph(quads), end_graph(2); }

  /// An object of the graph's name and its nodes. A label in another graph is none here: all labels come from the statements at hand.
  void named_graph(const GraphParts::Part& part) {
    if (!label_key_.empty())
      for (const Quad& quad : part.quads) take_label(quad, graph_labels_);
    in_named_graph_ = true;
    begin_graph(part.quads);
    open(2);
    output_.write('{');
    line(3);
    output_.write(keys_.id().quoted);
    output_.write(names_.of(part.graph));
    output_.write(',');
    line(3);
    output_.write(graph_key_);
    first_ = true;
    end_graph(4);
    line(3);
    output_.write(']');
    line(2);
    output_.write('}');
    first_ = in_named_graph_ = false;
    for (const Quad& quad : part.quads) graph_labels_[quad.subject] = nullptr;
  }

  /// Makes ready to write the statements of one graph.
  void begin_graph(std::span<Quad> quads) {
    quads_ = quads;
    lists_.find(quads_);
    for (const Quad& quad : quads_) keys_.make(quad.predicate);
    sort();
    if (give_up_repeated_lists()) sort();
    quad_keys_.clear();
    for (const Quad& quad : quads_) quad_keys_.push_back(&key_of(quad));
    for (std::size_t i = 0, next = 0; i < quads_.size(); i = next) {
      while (next < quads_.size() && quads_[next].subject == quads_[i].subject) ++next;
      about_[quads_[i].subject] = {i, next, false};
    }
  }

  /// Writes the topic, then the other subjects that nothing before them mentions.
  void end_graph(std::size_t depth) {
    top_ = depth;
    for (const Quad& quad : quads_) {
      if (about_[quad.subject].written || lists_.in_list(quad.subject)) continue;
      open(depth);
      write_node(quad.subject, depth);
    }
    for (const Quad& quad : quads_) about_[quad.subject] = {};
  }

  /// The statements about a node: quads_[begin, end).
  struct About {
    std::size_t begin = 0, end = 0;
    bool written = false;
  };

  void start() {
    if (started_) return;
    started_ = true;
    output_.write("{\n  \"@context\": {\n");
    output_.write(context_.text(4));
    output_.write("\n  },\n  ");
    output_.write(graph_key_);
  }

  const JsonldKey& key_of(const Quad& quad) { return keys_.of(quad.predicate, quad.object, lists_.in_list(quad.object)); }

  /// A key of lists takes one list: a predicate that has more of a subject loses the key, here and from now on.
  bool give_up_repeated_lists() {
    bool any = false;
    for (std::size_t i = 1; i < quads_.size(); ++i) {
      const Quad &a = quads_[i - 1], &b = quads_[i];
      if (a.subject != b.subject || a.predicate != b.predicate || !lists_.in_list(a.object) || !lists_.in_list(b.object)) continue;
      any |= keys_.give_up_list(a.predicate);
    }
    return any;
  }

  void sort() {
    quads_ = order_.sort(quads_, topic_, [this](const Quad& quad) { return key_of(quad).rank; });
  }

  void line(std::size_t depth) {
    static const std::string kLine = "\n" + std::string(4 * kDeepest + 8, ' ');  // twice the deepest object in an array
    output_.write(std::string_view(kLine).substr(0, 1 + 2 * depth));
  }

  /// Begins an item of the array that the nodes of a graph stand in.
  void open(std::size_t depth) {
    output_.write(first_ ? "" : ",");
    first_ = false;
    line(depth);
  }

  /// The English label of a node in the graph that is being written, or nullptr.
  const Node* label_of(const Node* node) { return in_named_graph_ ? graph_labels_[node] : labels_[node]; }

  /// A node: in full where it is mentioned first; elsewhere, or where there is nothing but its label to say, on one line.
  void write_node(const Node* node, std::size_t depth) {
    const About about = about_[node];
    const std::size_t count = about.end - about.begin;
    const bool label_only = count == 1 && quads_[about.begin].object == label_of(node);
    const bool inner = flat_ && depth > top_;
    if (about.written || count == 0 || label_only || inner || depth >= kDeepest) {
      if (label_only) about_[node].written = true;
      return write_mention(node);
    }
    about_[node].written = true;
    output_.write('{');
    bool id_written = false;
    for (std::size_t i = about.begin, next = i; i < about.end; i = next) {
      const JsonldKey& key = *quad_keys_[i];
      while (next < about.end && quad_keys_[next] == &key) ++next;
      if (!id_written && key.rank > keys_.id().rank) {
        id_written = true;
        write_id(node, depth, i == about.begin);
      }
      if (i > about.begin || id_written) output_.write(',');
      line(depth + 1);
      output_.write(key.quoted);
      write_values(quads_.subspan(i, next - i), key, depth + 1);
    }
    if (!id_written) write_id(node, depth, false);
    line(depth);
    output_.write('}');
  }

  /// A node object of id and label, on one line. Labels of nodes that last are remembered from the topic that gave them.
  void write_mention(const Node* node) {
    const Node* label = label_of(node);
    if (label != nullptr && !in_named_graph_) {
      std::string_view& mention = mentions_[node];
      Arena& texts = node->scoped ? scoped_texts_ : texts_;
      if (mention.empty())
        mention = texts.join("{", keys_.id().quoted, names_.of(node), label_key_, label->ntriples.substr(0, label->quoted), "}");
      return output_.write(mention);
    }
    output_.write('{');
    output_.write(keys_.id().quoted);
    output_.write(names_.of(node));
    if (label != nullptr) {
      output_.write(label_key_);
      output_.write(label->ntriples.substr(0, label->quoted));
    }
    output_.write('}');
  }

  void write_id(const Node* node, std::size_t depth, bool first) {
    if (!first) output_.write(',');
    line(depth + 1);
    output_.write(keys_.id().quoted);
    output_.write(names_.of(node));
  }

  void write_values(std::span<const Quad> quads, const JsonldKey& key, std::size_t depth) {
    if (&key == &keys_.type()) {
      output_.write('[');
      for (std::size_t i = 0; i < quads.size(); ++i) {
        if (i > 0) output_.write(", ");
        const std::string_view term = context_.type_term(quads[i].object->value);
        if (term.empty()) {
          output_.write(names_.of(quads[i].object));
        } else {
          output_.write(json_string(term));
        }
      }
      return output_.write(']');
    }
    const bool list = key.term != nullptr && key.term->list;
    if (list) return write_list(quads.front().object, depth);
    const bool array = quads.size() > 1 || (key.term != nullptr && key.term->set);
    if (!array) return write_value(quads.front().object, key, depth);
    output_.write('[');
    for (std::size_t i = 0; i < quads.size(); ++i) {
      if (i > 0) output_.write(',');
      line(depth + 1);
      write_value(quads[i].object, key, depth + 1);
    }
    line(depth);
    output_.write(']');
  }

  void write_list(const Node* cell, std::size_t depth) {
    static const JsonldKey kNoKey{};
    output_.write('[');
    for (bool first = true; cell->value != rdf::nil; cell = lists_.rest(cell), first = false) {
      if (!first) output_.write(", ");
      write_value(lists_.first(cell), kNoKey, depth);
    }
    output_.write(']');
  }

  void write_value(const Node* node, const JsonldKey& key, std::size_t depth) {
    if (node->kind == Node::Kind::Literal) return write_literal(node, key.term ? std::string_view(key.term->language) : std::string_view());
    if (!lists_.in_list(node)) return write_node(node, depth);
    output_.write("{\"@list\": ");
    write_list(node, depth);
    output_.write('}');
  }

  void write_literal(const Node* node, std::string_view language) {
    // The escapes of N-Triples are escapes of JSON, too (RFC 8259, section 7).
    const std::string_view text = node->ntriples.substr(0, node->quoted);
    if (node->datatype == nullptr && node->language == language) return output_.write(text);
    const std::string_view type = node->datatype ? node->datatype->value : std::string_view();
    if ((type == xsd::integer && native_integer(node->value)) ||
        (type == xsd::boolean && (node->value == "true" || node->value == "false")))
      return output_.write(node->value);
    output_.write("{\"@value\": ");
    output_.write(text);
    if (node->datatype != nullptr) {
      output_.write(", \"@type\": ");
      output_.write(names_.of(node->datatype));
    } else if (!node->language.empty()) {
      output_.write(", \"@language\": ");
      output_.write(json_string(node->language));
    }
    output_.write('}');
  }

  Output& output_;
  Context context_;
  Prefixes prefixes_;
  JsonldKeys keys_{context_, prefixes_};
  JsonldNames names_{prefixes_, output_.path()};
  const Node* topic_ = nullptr;
  std::vector<Quad> topic_quads_;  ///< of all graphs
  bool named_ = false;             ///< whether one of them is in a named graph
  GraphParts parts_;
  std::span<Quad> quads_;                    ///< of the graph that is being written
  std::vector<const JsonldKey*> quad_keys_;  ///< beside quads_
  Lists lists_;
  NodeMap<About> about_;
  QuadOrder order_;
  std::string graph_key_;              ///< with what stands before the array of nodes
  const bool flat_;                    ///< no node is written within another
  std::size_t top_ = 0;                ///< the depth of the node objects of the graph that is being written
  std::string_view label_key_;         ///< with comma and quotes; empty where the context has no key for English labels
  NodeMap<const Node*> labels_;        ///< in English, in the default graph
  NodeMap<const Node*> graph_labels_;  ///< and in the named graph that is being written
  bool in_named_graph_ = false;
  NodeMap<std::string_view> mentions_;
  Arena texts_, scoped_texts_;
  bool started_ = false;
  bool first_ = true;  ///< nothing stands in the array yet
};

}  // namespace

std::unique_ptr<QuadSink> jsonld_writer(Output& output, const Context& context) {
  return std::make_unique<JsonldWriter>(output, context, JsonldWriter::Form::Nested);
}

std::unique_ptr<QuadSink> flat_jsonld_writer(Output& output) {
  return std::make_unique<JsonldWriter>(output, Context(), JsonldWriter::Form::Flat);
}

}  // namespace musclekg
