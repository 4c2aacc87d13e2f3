// The edges that follow from those of all records by five written rules, for stores that cannot follow a path.

#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/hash.h"
#include "map/ancestors.h"
#include "rdf/node_map.h"
#include "rdf/quad_sink.h"
#include "terms/term_index.h"

namespace musclekg {

/// Gathers the edges of an output while its records go by, and tells what follows from them (part_of+: one or more steps):
///   1. part of, member of and branching part of give `part of`, over any number of steps, never of a thing by itself;
///   2. has muscle origin and has muscle insertion give `attached to`, and that `attached to part of`;
///   3. attached to x, x part_of+ y give `attached to part of` y;
///   4. an origin or insertion at the landmark x, x part_of+ y give `attached to part of` y when y is material;
///   5. innervated by x, and x a branching part, over any number of steps, of y, give `innervated by` x and y.
/// What is stated already is told, too, as far as a rule gives it.
///
/// The ontologies add the anchor: for each of their terms in a record's edge, and for what these are within, the wholes they
/// give it (part_of and branching part of, stated or in a definition). Wholes that no loaded ontology describes, and obsolete ones,
/// are left out. No edge of an ontology on attachment or innervation is used, for that is a claim of its own, and no is_a.
///
/// A term of the ontologies is material as TermIndex says. A thing of the records' own is immaterial when it is a landmark
/// and no edge says that anything is attached to it: the records' landmarks are lines and spaces.
///
/// Memory: 8 bytes for each edge and some 140 for each thing in them, all records together; twice that while it is told.
class Closure {
 public:
  /// Takes the statements with one subject, in the order of predicate and object (as N-Triples). They are valid until it returns.
  using Teller = std::function<void(std::span<const Quad>)>;

  /// `nodes`: the table of the run, whose nodes outlive this.
  Closure(const TermIndex& terms, NodeTable& nodes);

  /// Adds an edge of the graph direct or terms. Of other predicates than those of the rules it counts which terms they have, but for
  /// rdf:type, is_a and matches; of rdf:label, that the term needs none in the anchor. Scoped nodes need not live on.
  void add(const Quad& edge);

  /// Tells the closure, and behind it the anchor: the edges of the ontologies that were used, and the label of each of their terms
  /// that none was added for. Subjects come in the order of their IRIs (as N-Triples); the same edges in any order give the
  /// same. `scoped` is cleared before each subject. Returns how many things are within more than Ancestors::kMost others, of
  /// which only those that an edge names are told: 0 but for records that make long chains.
  std::size_t tell(NodeTable& scoped, const Teller& closure, const Teller& anchor);

  /// Forgets all edges.
  void clear();

 private:
  /// What a predicate's edges are for. None: an edge only has terms. Ignored: not even that.
  enum class Rule : std::uint8_t { None, Ignored, Label, PartOf, BranchingPartOf, Attached, Landmark, InnervatedBy };
  static constexpr std::size_t kEdgeSets = 5;  ///< Rule::PartOf and those behind it

  /// A subject or object of an edge.
  struct Thing {
    std::string_view iri;
    const Node* node;  ///< nullptr when it was scoped
    TermId term;       ///< kNoTerm when it is the records' own
    bool in_edge;      ///< and not only labelled
    bool labelled;
    bool landmark;
    bool attached_to;
  };

  /// Edges, each once after `settle`.
  struct EdgeSet {
    std::vector<NumberedEdge> edges;
    std::size_t settled = 0;

    void add(NumberedEdge edge);
    void settle();
  };

  class Derivation;

  std::uint32_t thing_of(const Node* node);
  std::uint32_t thing_of(TermId term);
  std::vector<NumberedEdge>& settled(Rule rule);

  const TermIndex& terms_;
  NodeTable& nodes_;
  NodeMap<Rule> rules_;  ///< by predicate
  std::vector<Thing> things_;
  NodeMap<std::uint32_t> numbers_;  ///< by node that lasts: its thing + 1
  tsl::robin_map<Fingerprint, std::uint32_t, FingerprintHash> numbers_by_hash_;
  Arena iris_;
  std::array<EdgeSet, kEdgeSets> edges_;
};

}  // namespace musclekg
