// RDF statements gathered by graph and subject, with what is known of each blank node's uses: what Serialize RDF as JSON-LD works on.

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "jsonld/jsonld_options.h"
#include "rdf/quad_sink.h"

namespace musclekg {

struct RdfList;
struct RdfGraph;
struct RdfSubject;

/// One value of a property.
struct RdfValue {
  const Node* node;
  const RdfList* list = nullptr;         ///< of which `node` is the first cell, or rdf:nil
  const RdfSubject* compound = nullptr;  ///< `node` as the text with a direction that it stands for
};

struct RdfProperty {
  const Node* predicate;
  std::vector<RdfValue> values;
};

/// A node of a graph, by its identifier, with what is said about it.
struct RdfSubject {
  const Node* node = nullptr;
  RdfGraph* graph = nullptr;
  std::map<std::string_view, RdfProperty> properties;  ///< by the N-Triples form of the predicate
  std::vector<const Node*> types;                      ///< @type; the statements are not among the properties
  const RdfList* cell_of = nullptr;
  bool absorbed = false;  ///< told by a value of another node

  /// What is said with the predicate; nullptr: nothing.
  RdfProperty* find(std::string_view iri);
  const RdfProperty* find(std::string_view iri) const { return const_cast<RdfSubject*>(this)->find(iri); }
};

/// The place of a value.
struct RdfUsage {
  RdfSubject* subject = nullptr;
  RdfProperty* property = nullptr;
  std::size_t index = 0;

  RdfValue& value() const { return property->values[index]; }
};

/// A well-formed list: cells in order, and the value that is its head.
struct RdfList {
  std::vector<RdfSubject*> cells;
  RdfUsage head;
};

struct RdfGraph {
  std::map<std::string, RdfSubject> subjects;
  std::unordered_map<const Node*, RdfSubject*> by_node;
  std::vector<RdfUsage> nil_usages;
  std::vector<RdfSubject*> directed;  ///< subjects of rdf:direction

  RdfSubject& subject(const Node* node);
};

/// The identifier of an IRI or a blank node in JSON-LD.
std::string jsonld_id(const Node* node);

/// Steps 1 to 6 of Serialize RDF as JSON-LD (JSON-LD 1.1 API, section 8.4) over the quads of a dataset; repeated quads count once.
/// Lists and compound literals are found where all that is said of their nodes goes into the one value that mentions them, in its own
/// graph, and where lists stand at most kDeepestList within each other and not in a circle; all else stays as it is.
class RdfGraphNodes {
 public:
  static constexpr std::size_t kDeepestList = 100;

  RdfGraphNodes(std::span<const Quad> quads, const JsonldOptions& options);

  RdfGraph default_graph;
  std::map<std::string, RdfGraph> named_graphs;

 private:
  /// Where a blank node is mentioned.
  struct Mentions {
    RdfUsage usage;
    const RdfGraph* graph = nullptr;  ///< where it is a subject
    bool shared = false;              ///< it is a value twice, or a subject in two graphs, or the name of a graph, a type or a property
  };

  void add(const Quad& quad, RdfGraph& graph, const JsonldOptions& options);
  const RdfUsage* only_usage(const RdfSubject& subject) const;
  void find_compound_literals(RdfGraph& graph);
  void find_lists(RdfGraph& graph, const JsonldOptions& options);
  void undo_lists_too_deep();

  std::unordered_map<const Node*, Mentions> mentions_;  ///< of blank nodes
  std::vector<std::unique_ptr<RdfList>> lists_;
};

}  // namespace musclekg
