// The predicates and classes by which a graph of ours is read: what checks and explanations look for.

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rdf/graph.h"
#include "rdf/node.h"

namespace musclekg {

/// The predicates that edges of the graph `direct` may have, in the order in which facts are told: attachments first.
std::span<const std::string_view> edge_predicates();

/// Nodes of one table for the IRIs of the vocabulary.
struct GraphTerms {
  explicit GraphTerms(NodeTable& nodes);

  std::vector<const Node*> edges;  ///< as `edge_predicates`

  // Of edges that mean something to the rules:
  const Node *part_of, *branching_part_of, *member_of, *innervated_by, *attached_to, *attached_to_part_of, *has_origin, *has_insertion;
  const Node *origin_landmark, *insertion_landmark;
  const Node *acts_at_joint, *moves_part, *joint_action, *muscle_action;

  // Of anything:
  const Node *type, *label, *alternative_label, *title, *comment;

  // Of statements and claims:
  const Node *statement, *subject, *predicate, *object, *basis, *rule_used, *derived_from, *primary_source, *anchor, *link, *asserted_in;
  const Node *qualifier, *note, *evidence_type, *citation_scope, *cites, *cites_as_authority, *cites_as_evidence;

  // Of places and texts:
  const Node *has_source, *has_selector, *exact, *prefix, *suffix, *start, *end, *line, *column, *quote_hash, *section;
  const Node *sha256, *character_count, *file, *order;

  // Of references and sources:
  const Node *number, *backlinks, *markers, *authors, *first, *rest, *issued, *publisher, *name;

  // Of links:
  const Node *subject_label, *annotated_target, *confidence;
};

/// Whether a graph's name says that it is the part `name` of a dataset: ".../graph/direct".
bool is_part(const Node* graph, std::string_view name);

/// Whether any graph of the data is that part.
bool has_part(const Graph& graph, std::string_view name);

/// Whether the data tells its graphs apart by such names.
bool has_parts(const Graph& graph);

/// A whole number that a node's literal holds; `otherwise` where it holds none, or one above 2^53.
std::uint64_t number_of(const Node* node, std::uint64_t otherwise);

}  // namespace musclekg
