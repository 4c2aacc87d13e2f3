#include "jsonld/jsonld_reader.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/input.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

using nlohmann::json;

constexpr std::size_t kDeepest = 1000;  ///< nodes and lists within each other

class GraphReader {
 public:
  GraphReader(const Context& context, NodeTable& nodes, const std::function<void(const Quad&)>& take)
      : context_(context), nodes_(nodes), take_(take) {}

  /// An item of the document: a node of the default graph, or a named graph.
  void top_level(const json& object) {
    if (!object.contains("graph")) {
      node(object);
      return;
    }
    if (object.size() != 2) throw std::invalid_argument("an object with \"graph\" must have \"id\" and nothing else beside it");
    graph_ = iri_or_blank(object.at("id").get<std::string>());
    for (const json& item : object["graph"]) node(item);
    graph_ = nullptr;
  }

 private:
  /// Counts the levels of nesting.
  class Level {
   public:
    explicit Level(std::size_t& depth) : depth_(depth) {
      if (++depth_ > kDeepest) throw std::invalid_argument(fmt::format("nodes are nested more than {} deep", kDeepest));
    }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    std::size_t& depth_;
  };

  void say(const Node* subject, const Node* predicate, const Node* object) { take_({subject, predicate, object, graph_}); }

  const Node* node(const json& object) {
    const Level level(depth_);
    const Node* subject = iri_or_blank(object.at("id").get<std::string>());
    for (const auto& [key, value] : object.items()) {
      if (key == "id") continue;
      if (key == "type") {
        for (const json& type : value) say(subject, nodes_.iri(rdf::type), iri_or_blank(type.get<std::string>()));
        continue;
      }
      const ContextTerm* term = context_.by_key(key);
      const Node* predicate = nodes_.iri(term ? term->iri : context_.expand(key));
      if (term && term->list) {
        say(subject, predicate, list(value));
      } else if (value.is_array()) {
        for (const json& item : value) say(subject, predicate, object_of(item, term));
      } else {
        say(subject, predicate, object_of(value, term));
      }
    }
    return subject;
  }

  const Node* iri_or_blank(const std::string& text) {
    return text.starts_with("_:") ? nodes_.blank("node-" + text.substr(2)) : nodes_.iri(context_.expand(text));
  }

  const Node* list(const json& items) {
    const Level level(depth_);
    const Node* next = nodes_.iri(rdf::nil);
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
      const Node* cell = nodes_.blank(fmt::format("cell-{}", cells_++));
      say(cell, nodes_.iri(rdf::first), object_of(*item, nullptr));
      say(cell, nodes_.iri(rdf::rest), next);
      next = cell;
    }
    return next;
  }

  const Node* object_of(const json& value, const ContextTerm* term) {
    if (value.is_string()) {
      if (term && term->id) return iri_or_blank(value.get<std::string>());
      return nodes_.text(value.get<std::string>(), term ? std::string_view(term->language) : std::string_view());
    }
    if (value.is_boolean()) return nodes_.literal(value.get<bool>() ? "true" : "false", nodes_.iri(xsd::boolean));
    if (value.is_number_integer()) return nodes_.literal(value.dump(), nodes_.iri(xsd::integer));
    if (value.contains("@list")) return list(value["@list"]);
    if (!value.contains("@value")) return node(value);
    const std::string text = value["@value"].get<std::string>();
    if (value.contains("@type")) return nodes_.literal(text, nodes_.iri(context_.expand(value["@type"].get<std::string>())));
    return nodes_.text(text, value.value("@language", ""));
  }

  const Context& context_;
  NodeTable& nodes_;
  const std::function<void(const Quad&)>& take_;
  const Node* graph_ = nullptr;
  std::size_t cells_ = 0, depth_ = 0;
};

}  // namespace

void read_jsonld(const std::string& path, NodeTable& nodes, const std::function<void(const Quad&)>& take) {
  try {
    Diagnostics diagnostics;
    const Context context(path, diagnostics);
    if (diagnostics.count(Severity::Error) > 0) throw Failure(format(diagnostics.kept().front()));
    const json document = json::parse(read_file(path));
    GraphReader reader(context, nodes, take);
    for (const json& object : document.at("graph")) reader.top_level(object);
  } catch (const std::invalid_argument& fault) {
    throw Failure(fmt::format("{}: {}", path, fault.what()));
  } catch (const json::exception& fault) {
    throw Failure(fmt::format("{}: is not JSON-LD as it is written here: {}", path, fault.what()));
  }
}

}  // namespace musclekg
