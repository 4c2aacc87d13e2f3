#include "jsonld/jsonld_writer.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rdf/lists.h"
#include "rdf/node_map.h"
#include "rdf/prefixes.h"
#include "rdf/quad_order.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::string_view kId = "\"id\": ";
constexpr std::size_t kDeepest = 24;  ///< nodes nested in nodes; a deeper one is written beside its topic

/// An integer that JSON numbers keep (RFC 8259, section 6: up to 2^53), in its canonical form.
bool native_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1), text = text == "0" ? "" : text;
  if (text.empty() || text.size() > 15 || (text.front() == '0' && text.size() > 1)) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class JsonldWriter : public QuadSink {
 public:
  JsonldWriter(Output& output, const Context& context) : output_(output), context_(context) {}

  void prefix(std::string_view name, std::string_view iri) override {
    prefixes_.add(std::string(name), std::string(iri), false);
    context_.set_prefix(name, iri);
  }

  void begin(const Node* topic) override {
    start();
    topic_ = topic;
  }

  void quad(const Quad& quad) override {
    if (quad.predicate->value == rdfs::label && quad.object->language == "en" && (quad.subject->scoped || !quad.object->scoped))
      labels_[quad.subject] = quad.object;
    quads_.push_back(quad);
  }

  void end() override {
    lists_.find(quads_);
    for (const Quad& quad : quads_) make_keys(quad.predicate);
    order_.sort(quads_, topic_, [this](const Quad& quad) { return key_of(quad).rank; });
    quad_keys_.clear();
    for (const Quad& quad : quads_) quad_keys_.push_back(&key_of(quad));
    for (std::size_t i = 0, next = 0; i < quads_.size(); i = next) {
      while (next < quads_.size() && quads_[next].subject == quads_[i].subject) ++next;
      about_[quads_[i].subject] = {i, next, false};
    }
    if (!quads_.empty()) top_level(topic_);
    for (const Quad& quad : quads_)
      if (!about_[quad.subject].written && !lists_.in_list(quad.subject)) top_level(quad.subject);
    for (const Quad& quad : quads_) about_[quad.subject] = {};
    quads_.clear();
    names_.forget_scoped();
    values_.forget_scoped();
    labels_.forget_scoped();
    mentions_.forget_scoped();
    scoped_texts_.clear();
  }

  void finish() override {
    start();
    output_.write(first_ ? "]\n}\n" : "\n  ]\n}\n");
  }

 private:
  /// The statements about a node: quads_[begin, end).
  struct About {
    std::size_t begin = 0, end = 0;
    bool written = false;
  };

  /// How a predicate is written; see Context::find.
  struct Key {
    std::string_view quoted;  ///< with quotes, colon and blank
    const ContextTerm* term = nullptr;
    std::uint32_t rank = 0;  ///< among all keys by their bytes, from 1
  };
  struct Keys {
    Key *plain = nullptr, *english = nullptr, *list = nullptr;
  };

  void start() {
    if (started_) return;
    started_ = true;
    output_.write("{\n  \"@context\": {\n");
    output_.write(context_.text(4));
    output_.write("\n  },\n  \"graph\": [");
  }

  /// The key of a statement: that of its predicate for text in English, for lists, or for all else.
  const Key& key_of(const Quad& quad) {
    const Keys& keys = keys_[quad.predicate];
    if (lists_.in_list(quad.object) && keys.list->term != nullptr) return *keys.list;
    return quad.object->language == "en" ? *keys.english : *keys.plain;
  }

  /// Makes the keys of a predicate. They renumber those that come behind them.
  void make_keys(const Node* predicate) {
    Keys& keys = keys_[predicate];
    if (keys.plain != nullptr) return;
    const std::string_view iri = predicate->value;
    const std::string name = prefixes_.prefixed(iri);
    const auto make = [&](const ContextTerm* term) {
      const std::string key = iri == rdf::type ? "type" : term ? term->key : name.empty() ? std::string(iri) : name;
      Key made{texts_.join(json_string(key), ": "), iri == rdf::type ? nullptr : term, 0};
      const auto [place, added] = known_keys_.try_emplace(std::string(made.quoted), made);
      return &place->second;
    };
    keys = {make(context_.find(iri, false, "")), make(context_.find(iri, false, "en")), make(context_.find(iri, true, ""))};
    std::uint32_t rank = 0;
    for (auto& [quoted, key] : known_keys_) key.rank = ++rank;
  }

  void line(std::size_t depth) {
    output_.write('\n');
    static constexpr std::string_view kBlanks = "                                                                ";
    for (std::size_t left = 2 * depth; left > 0;) {
      const std::size_t count = std::min(left, kBlanks.size());
      output_.write(kBlanks.substr(0, count));
      left -= count;
    }
  }

  void top_level(const Node* node) {
    output_.write(first_ ? "" : ",");
    first_ = false;
    line(2);
    write_node(node, 2);
  }

  std::string_view id_of(const Node* node) {
    std::string_view& name = names_[node];
    if (name.empty()) {
      std::string text = node->kind == Node::Kind::Blank ? std::string(node->ntriples) : prefixes_.prefixed(node->value);
      if (text.empty()) text = node->value;
      name = (node->scoped ? scoped_texts_ : texts_).copy(json_string(text));
    }
    return name;
  }

  /// A node: in full where it is mentioned first; elsewhere, or where there is nothing but its label to say, on one line.
  void write_node(const Node* node, std::size_t depth) {
    About& about = about_[node];
    const std::size_t count = about.end - about.begin;
    const bool label_only = count == 1 && quads_[about.begin].object == labels_[node];
    if (about.written || count == 0 || label_only || depth >= kDeepest) {
      if (label_only) about.written = true;
      return output_.write(mention_of(node));
    }
    about.written = true;
    output_.write('{');
    bool id_written = false;
    for (std::size_t i = about.begin, next = i; i < about.end; i = next) {
      const Key& key = *quad_keys_[i];
      while (next < about.end && quad_keys_[next] == &key) ++next;
      if (!id_written && key.quoted > kId) {
        id_written = true;
        write_id(node, depth, i == about.begin);
      }
      if (i > about.begin || id_written) output_.write(',');
      line(depth + 1);
      output_.write(key.quoted);
      write_values(std::span(quads_).subspan(i, next - i), key, depth + 1);
    }
    if (!id_written) write_id(node, depth, false);
    line(depth);
    output_.write('}');
  }

  /// A node object of id and label, on one line. Labels of nodes that last are remembered from the topic that gave them.
  std::string_view mention_of(const Node* node) {
    std::string_view& mention = mentions_[node];
    if (!mention.empty()) return mention;
    const Node* label = labels_[node];
    Arena& texts = node->scoped ? scoped_texts_ : texts_;
    if (label != nullptr) return mention = texts.join("{", kId, id_of(node), ", \"label\": ", json_string(label->value), "}");
    return scoped_texts_.join("{", kId, id_of(node), "}");  // a label may still come
  }

  void write_id(const Node* node, std::size_t depth, bool first) {
    if (!first) output_.write(',');
    line(depth + 1);
    output_.write(kId);
    output_.write(id_of(node));
  }

  void write_values(std::span<const Quad> quads, const Key& key, std::size_t depth) {
    if (quads.front().predicate->value == rdf::type) {
      output_.write('[');
      for (std::size_t i = 0; i < quads.size(); ++i) {
        if (i > 0) output_.write(", ");
        const std::string_view term = context_.type_term(quads[i].object->value);
        if (term.empty()) {
          output_.write(id_of(quads[i].object));
        } else {
          output_.write(json_string(term));
        }
      }
      return output_.write(']');
    }
    const bool list = key.term != nullptr && key.term->list;
    if (list && quads.size() == 1) return write_list(quads.front().object, depth);
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
    static const Key kNoKey{};
    output_.write('[');
    for (bool first = true; cell->value != rdf::nil; cell = lists_.rest(cell), first = false) {
      if (!first) output_.write(", ");
      write_value(lists_.first(cell), kNoKey, depth);
    }
    output_.write(']');
  }

  void write_value(const Node* node, const Key& key, std::size_t depth) {
    if (node->kind == Node::Kind::Literal) return write_literal(node, key.term ? std::string_view(key.term->language) : std::string_view());
    if (!lists_.in_list(node)) return write_node(node, depth);
    output_.write("{\"@list\": ");
    write_list(node, depth);
    output_.write('}');
  }

  void write_literal(const Node* node, std::string_view language) {
    const bool plain = node->datatype == nullptr && node->language == language;
    std::string_view& text = values_[node];
    if (text.empty()) {
      const std::string_view type = node->datatype ? node->datatype->value : std::string_view();
      const bool native = (type == xsd::integer && native_integer(node->value)) ||
                          (type == xsd::boolean && (node->value == "true" || node->value == "false"));
      text = (node->scoped ? scoped_texts_ : texts_).copy(native ? std::string(node->value) : json_string(node->value));
      if (native) return output_.write(text);
    }
    if (plain || text.front() != '"') return output_.write(text);
    output_.write("{\"@value\": ");
    output_.write(text);
    if (node->datatype != nullptr) {
      output_.write(", \"@type\": ");
      output_.write(id_of(node->datatype));
    } else if (!node->language.empty()) {
      output_.write(", \"@language\": ");
      output_.write(json_string(node->language));
    }
    output_.write('}');
  }

  Output& output_;
  Context context_;
  Prefixes prefixes_;
  const Node* topic_ = nullptr;
  std::vector<Quad> quads_;
  std::vector<const Key*> quad_keys_;  ///< beside quads_
  Lists lists_;
  NodeMap<About> about_;
  QuadOrder order_;
  std::map<std::string, Key> known_keys_;
  NodeMap<Keys> keys_;           ///< of predicates
  NodeMap<const Node*> labels_;  ///< in English
  NodeMap<std::string_view> mentions_;
  NodeMap<std::string_view> names_;   ///< ids as JSON
  NodeMap<std::string_view> values_;  ///< literals as JSON
  Arena texts_, scoped_texts_;
  bool started_ = false;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<QuadSink> jsonld_writer(Output& output, const Context& context) { return std::make_unique<JsonldWriter>(output, context); }

}  // namespace musclekg
