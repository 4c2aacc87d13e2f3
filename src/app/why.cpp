// musclekg why

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/commands.h"
#include "app/explanation.h"
#include "app/graph_file.h"
#include "app/knowledge.h"
#include "app/node_finder.h"
#include "app/why_text.h"
#include "base/output.h"
#include "base/text.h"

namespace musclekg {

namespace {

struct Arguments {
  std::string graph, subject, predicate, object, format = "text", data;
  std::vector<std::string> ontologies;
};

/// What the program's own files say of properties, rules and types of evidence.
Graph read_vocabulary(const std::string& folder, NodeTable& nodes, Diagnostics& diagnostics) {
  Graph vocabulary;
  add_files({folder + "/relations.ttl", folder + "/vocabulary.ttl", folder + "/metadata-terms.ttl"}, "vocabulary", nodes, vocabulary,
            diagnostics);
  return vocabulary;
}

/// Everything the graph says by edges: those that are there, and those that only a statement tells.
class Edges {
 public:
  Edges(const Graph& graph, const GraphTerms& terms) : graph_(graph), terms_(terms), predicates_(terms.edges) {
    predicates_.push_back(terms.attached_to_part_of);
  }

  bool begin_at(const Node* node) const {
    return !graph_.with(terms_.subject, node).empty() || std::any_of(predicates_.begin(), predicates_.end(), [&](const Node* predicate) {
      return !graph_.about(node, predicate).empty();
    });
  }

  bool end_at(const Node* node) const {
    return !graph_.with(terms_.object, node).empty() || std::any_of(predicates_.begin(), predicates_.end(), [&](const Node* predicate) {
      return !graph_.with(predicate, node).empty();
    });
  }

  /// The edges of a subject that fit, each once: by predicate in the order of GraphTerms, then by the object's IRI. An empty list
  /// of predicates or objects fits all.
  std::vector<Quad> of(const Node* subject, const std::vector<const Node*>& predicates, const std::vector<const Node*>& objects) const {
    const auto among = [](const std::vector<const Node*>& nodes, const Node* node) {
      return nodes.empty() || std::find(nodes.begin(), nodes.end(), node) != nodes.end();
    };
    std::vector<Quad> edges;
    std::vector<std::pair<const Node*, const Node*>> stated;
    for (const Quad& quad : graph_.with(terms_.subject, subject)) {
      const Node *predicate = graph_.object(quad.subject, terms_.predicate), *object = graph_.object(quad.subject, terms_.object);
      if (predicate != nullptr && object != nullptr) stated.emplace_back(predicate, object);
    }
    for (const Node* predicate : predicates_) {
      if (!among(predicates, predicate)) continue;
      std::vector<const Node*> ends;
      for (const Quad& quad : graph_.about(subject, predicate)) ends.push_back(quad.object);
      for (const auto& [of_statement, object] : stated)
        if (of_statement == predicate) ends.push_back(object);
      std::sort(ends.begin(), ends.end(), [](const Node* a, const Node* b) { return a->ntriples < b->ntriples; });
      ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
      for (const Node* object : ends)
        if (among(objects, object)) edges.push_back({subject, predicate, object});
    }
    return edges;
  }

 private:
  const Graph& graph_;
  const GraphTerms& terms_;
  std::vector<const Node*> predicates_;
};

/// "the graph has no edge 'has action' from vastus medialis (UBERON:0001380) to knee joint".
std::string nothing_found(const Arguments& arguments, const Explainer& explainer, const std::vector<const Node*>& subjects) {
  return fmt::format("{}: has no edge{} from {}{}", arguments.graph,
                     arguments.predicate.empty() ? "" : fmt::format(" '{}'", arguments.predicate), explainer.node(subjects.front()).named(),
                     arguments.object.empty() ? "" : fmt::format(" to '{}'", arguments.object));
}

int run(const Arguments& arguments) {
  if (arguments.format != "text" && arguments.format != "json")
    throw UsageError(fmt::format("--format '{}' is none of text, json", arguments.format));
  Diagnostics diagnostics;
  const std::string folder = arguments.data.empty() ? find_data() : arguments.data;
  const Knowledge knowledge(folder, arguments.ontologies, {}, kBase, diagnostics);
  NodeTable nodes;
  Graph graph;
  if (knowledge.sound) add_files({arguments.graph}, "data", nodes, graph, diagnostics);
  const Graph vocabulary = read_vocabulary(folder, nodes, diagnostics);
  print(diagnostics, false);
  if (diagnostics.count(Severity::Error) > 0) return 1;

  const GraphTerms terms(nodes);
  const Edges edges(graph, terms);
  NodeFinder finder(graph, vocabulary, terms, knowledge, nodes);
  const std::vector<const Node*> subjects =
      finder.terms(arguments.subject, "subject", [&](const Node* node) { return edges.begin_at(node); });
  std::vector<const Node*> predicates, objects;
  if (!arguments.predicate.empty()) predicates = finder.predicates(arguments.predicate);
  if (!arguments.object.empty()) objects = finder.terms(arguments.object, "object", [&](const Node* node) { return edges.end_at(node); });

  Explainer explainer(graph, vocabulary, terms, knowledge);
  std::vector<Explanation> explanations;
  for (const Node* subject : subjects)
    for (const Quad& edge : edges.of(subject, predicates, objects)) explanations.push_back(explainer.explain(edge));
  if (explanations.empty()) throw Failure(nothing_found(arguments, explainer, subjects));

  Output output("-");
  if (arguments.format == "json") {
    output.write(why_json(explanations));
  } else if (arguments.predicate.empty()) {
    // What is said first, then what follows from it.
    std::stable_sort(explanations.begin(), explanations.end(), [](const Explanation& a, const Explanation& b) {
      return std::pair(std::string_view(a.edge.subject.iri), a.statements.empty()) <
             std::pair(std::string_view(b.edge.subject.iri), b.statements.empty());
    });
    std::string_view subject;
    for (const Explanation& explanation : explanations) {
      if (explanation.edge.subject.iri != subject) output.write(explanation.edge.subject.named() + "\n");
      subject = explanation.edge.subject.iri;
      output.write("\n" + why_brief(explanation));
    }
  } else {
    for (const Explanation& explanation : explanations)
      output.write((&explanation == &explanations.front() ? "" : "\n") + why_text(explanation));
  }
  output.commit();
  return 0;
}

}  // namespace

CommandAction declare_why(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  app.add_option("graph", arguments->graph, "RDF file in any syntax; - is standard input; .gz is read")->required();
  app.add_option("subject", arguments->subject, "what the edge begins at: an id (UBERON:0001380), IRI or name (\"vastus medialis\")")
      ->required();
  app.add_option("predicate", arguments->predicate,
                 "the relation: prefixed name, IRI, label (\"has muscle origin\"), local name (hasAction) or key of a record (origins)");
  app.add_option("object", arguments->object, "what the edge ends at, as the subject");
  app.add_option("--format", arguments->format, "text, json")->capture_default_str();
  app.add_option("--ontology", arguments->ontologies, "ontology (OBO or RDF) to load besides the bundled one; can be repeated")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  app.add_option("--data", arguments->data, "folder of the program's tables and ontologies");
  return [arguments] { return run(*arguments); };
}

}  // namespace musclekg
