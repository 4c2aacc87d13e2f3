#include "jsonld/jsonld_writer.h"

#include <fmt/format.h>

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
bool native_integer(std::string_view text) { return text.size() <= 15 && canonical_integer(text); }

class JsonldWriter : public QuadSink {
 public:
  JsonldWriter(Output& output, const Context& context) : output_(output), context_(context) {
    const ContextTerm* label = context_.find(rdfs::label, false, "en");
    if (label != nullptr && label->language == "en") label_key_ = texts_.join(", ", json_string(label->key), ": ");
    id_rank_ = &make_key("id", nullptr)->rank;
  }

  void prefix(std::string_view name, std::string_view iri) override {
    prefixes_.add(std::string(name), std::string(iri), false);
    context_.set_prefix(name, iri);
  }

  void begin(const Node* topic) override {
    start();
    topic_ = topic;
  }

  void quad(const Quad& quad) override {
    if (quad.predicate->value == rdfs::label && quad.object->language == "en" && (quad.subject->scoped || !quad.object->scoped) &&
        !label_key_.empty()) {
      const Node*& label = labels_[quad.subject];
      if (label == nullptr || quad.object->ntriples < label->ntriples) label = quad.object;  // one, whatever their order
    }
    quads_.push_back(quad);
  }

  void end() override {
    lists_.find(quads_);
    for (const Quad& quad : quads_) make_keys(quad.predicate);
    sort();
    if (give_up_repeated_lists()) sort();
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
    Key *node = nullptr, *plain = nullptr, *english = nullptr, *list = nullptr;
    Key* bare = nullptr;  ///< that the context says nothing of
  };

  void start() {
    if (started_) return;
    started_ = true;
    output_.write("{\n  \"@context\": {\n");
    output_.write(context_.text(4));
    output_.write("\n  },\n  \"graph\": [");
  }

  /// The key of a statement, by what its object is.
  const Key& key_of(const Quad& quad) {
    const Keys& keys = keys_[quad.predicate];
    if (lists_.in_list(quad.object)) return *keys.list;
    if (quad.object->kind != Node::Kind::Literal) return *keys.node;
    return quad.object->language == "en" ? *keys.english : *keys.plain;
  }

  /// Makes the keys of a predicate. They renumber those that come behind them.
  void make_keys(const Node* predicate) {
    Keys& keys = keys_[predicate];
    if (keys.node != nullptr) return;
    const std::string_view iri = predicate->value;
    const std::string name = prefixes_.prefixed(iri);
    const auto make = [&](const ContextTerm* term) {
      return make_key(term ? std::string_view(term->key) : name.empty() ? iri : std::string_view(name), term);
    };
    // What does not fit a term's coercion has the name that nothing is said of.
    const auto for_text = [&](std::string_view language) {
      const ContextTerm* term = context_.find(iri, false, language);
      return make(term != nullptr && term->id ? nullptr : term);
    };
    keys = {make(context_.find(iri, false, "")), for_text(""), for_text("en"), make(context_.find(iri, true, "")), make(nullptr)};
    if (iri == rdf::type) keys = {make_key("type", nullptr), keys.bare, keys.bare, keys.bare, keys.bare};
    if (keys.list->term == nullptr || !keys.list->term->list) keys.list = keys.bare;
  }

  Key* make_key(std::string_view name, const ContextTerm* term) {
    const auto [place, added] = known_keys_.try_emplace(std::string(name), Key{texts_.join(json_string(name), ": "), term, 0});
    if (added) {
      std::uint32_t rank = 0;
      for (auto& [text, key] : known_keys_) key.rank = ++rank;
    }
    return &place->second;
  }

  /// A key of lists takes one list: a predicate that has more of a subject loses the key, here and from now on.
  bool give_up_repeated_lists() {
    bool any = false;
    for (std::size_t i = 1; i < quads_.size(); ++i) {
      const Quad &a = quads_[i - 1], &b = quads_[i];
      if (a.subject != b.subject || a.predicate != b.predicate || !lists_.in_list(a.object) || !lists_.in_list(b.object)) continue;
      Keys& keys = keys_[a.predicate];
      any |= keys.list != keys.bare;
      keys.list = keys.bare;
    }
    return any;
  }

  void sort() {
    order_.sort(quads_, topic_, [this](const Quad& quad) { return key_of(quad).rank; });
  }

  void line(std::size_t depth) {
    static const std::string kLine = "\n" + std::string(4 * kDeepest + 8, ' ');  // twice the deepest object in an array
    output_.write(std::string_view(kLine).substr(0, 1 + 2 * depth));
  }

  void top_level(const Node* node) {
    output_.write(first_ ? "" : ",");
    first_ = false;
    line(2);
    write_node(node, 2);
  }

  std::string_view id_of(const Node* node) {
    std::string_view& name = names_[node];
    if (!name.empty()) return name;
    Arena& texts = node->scoped ? scoped_texts_ : texts_;
    const auto [prefix, local] =
        node->kind == Node::Kind::Blank ? std::pair(std::string_view("_"), node->value) : prefixes_.split(node->value);
    if (prefix.empty()) {
      check_scheme(node->value);
      return name = texts.join("\"", node->value, "\"");  // an IRI has nothing that JSON escapes
    }
    return name = texts.join("\"", prefix, ":", local, "\"");
  }

  /// "obo:x" means another IRI where "obo" is a prefix, and there is no other way to write it (JSON-LD 1.1 API, 5.2.2).
  void check_scheme(std::string_view iri) const {
    const std::size_t colon = iri.find(':');
    if (!iri.substr(colon).starts_with("://") && prefixes_.expand(iri))
      throw Failure(fmt::format("{}: JSON-LD cannot hold the IRI '{}': its scheme is a prefix of the context", output_.path(), iri));
  }

  /// A node: in full where it is mentioned first; elsewhere, or where there is nothing but its label to say, on one line.
  void write_node(const Node* node, std::size_t depth) {
    const About about = about_[node];
    const std::size_t count = about.end - about.begin;
    const bool label_only = count == 1 && quads_[about.begin].object == labels_[node];
    if (about.written || count == 0 || label_only || depth >= kDeepest) {
      if (label_only) about_[node].written = true;
      return output_.write(mention_of(node));
    }
    about_[node].written = true;
    output_.write('{');
    bool id_written = false;
    for (std::size_t i = about.begin, next = i; i < about.end; i = next) {
      const Key& key = *quad_keys_[i];
      while (next < about.end && quad_keys_[next] == &key) ++next;
      if (!id_written && key.rank > *id_rank_) {
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
    if (label != nullptr) return mention = texts.join("{", kId, id_of(node), label_key_, label->ntriples.substr(0, label->quoted), "}");
    return scoped_texts_.join("{", kId, id_of(node), "}");  // a label may still come
  }

  void write_id(const Node* node, std::size_t depth, bool first) {
    if (!first) output_.write(',');
    line(depth + 1);
    output_.write(kId);
    output_.write(id_of(node));
  }

  void write_values(std::span<const Quad> quads, const Key& key, std::size_t depth) {
    if (key.rank == keys_[quads.front().predicate].node->rank && quads.front().predicate->value == rdf::type) {
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
  std::map<std::string, Key, std::less<>> known_keys_;
  const std::uint32_t* id_rank_ = nullptr;
  std::string_view label_key_;   ///< with comma and quotes; empty where the context has no key for English labels
  NodeMap<Keys> keys_;           ///< of predicates
  NodeMap<const Node*> labels_;  ///< in English
  NodeMap<std::string_view> mentions_;
  NodeMap<std::string_view> names_;  ///< ids as JSON
  Arena texts_, scoped_texts_;
  bool started_ = false;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<QuadSink> jsonld_writer(Output& output, const Context& context) { return std::make_unique<JsonldWriter>(output, context); }

}  // namespace musclekg
