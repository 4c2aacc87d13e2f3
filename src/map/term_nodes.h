// The nodes of linked terms, and what the graph says of the terms it uses.

#pragma once

#include <tsl/robin_map.h>

#include <string>
#include <string_view>
#include <vector>

#include "link/levels.h"
#include "map/statements.h"
#include "model/link.h"
#include "rdf/node_map.h"
#include "terms/term_index.h"

namespace musclekg {

/// What a link became.
struct LinkedNode {
  const Node* node = nullptr;
  const Node* material = nullptr;  ///< the node, or the nearest material structure a line is part of; nullptr when unknown
};

/// Makes nodes of links. A node that was given out since `begin` is described by `describe`: label and, for terms of our own,
/// everything the graph model asks for.
class TermNodes {
 public:
  /// A term of our own that was given out since `begin`.
  struct OwnTerm {
    const Node* node;
    const Link* link;
    std::vector<std::string_view> synonyms;
  };
  struct OwnGroup {
    const Node* node;
    TermId muscle;
    std::string label;
  };
  struct OwnAction {
    const Node* node;
    std::string label;
    const Link* movement;
    const Link* joint;            ///< or nullptr
    const Link* part;             ///< or nullptr
    const Node* place = nullptr;  ///< of the joint
  };
  const std::vector<OwnTerm>& own_terms() const { return own_terms_; }
  const std::vector<OwnGroup>& groups() const { return groups_; }
  const std::vector<OwnAction>& actions() const { return actions_; }

  /// Whether a node is of a term of our own, given out since `begin`; and which, where a link made it.
  bool is_own(const Node* node) const { return given_out_.contains(node); }
  const OwnTerm* own(const Node* node) const;

  /// `base`: namespace of what is minted. `scoped`: table for the nodes of one record.
  TermNodes(const TermIndex& terms, std::string_view base, NodeTable& nodes, NodeTable& scoped);

  /// Begins an output: nothing has been described in it yet. Labels of ontologies' terms are then said once in the output, and
  /// the muscle's own in each record. `complete`: each record of it is to describe all else that it uses, too; otherwise what
  /// an earlier record described, and would be said again just so, is left out. `graph`: where descriptions go. `notes`: whether
  /// the notes on terms of our own are told.
  void begin_output(bool complete, const Node* graph, bool notes);

  /// Begins a record.
  void begin();

  const Node* of(TermId term);
  LinkedNode of(const Link& link, const std::vector<std::string_view>& synonyms);

  /// The collection named after a muscle: the term itself when it is one (`collection`), else one of our own.
  const Node* group(const Link& link, bool collection);
  const Node* level(const SpinalLevel& level);

  /// A movement at a joint, of a part of the body called `name`, or of nothing that is named.
  const Node* action_at(const Link& joint, const Link& movement);
  const Node* action_of(const Link& part, std::string_view name, const Link& movement);
  const Node* action(const Link& movement);

  /// What is human of the muscle called `label`: the class that axioms are about.
  const Node* human(std::string_view label) const;

  /// Adds the descriptions of all nodes given out since `begin`. `muscle`: its matches in other ontologies are added.
  void describe(TermId muscle, Statements& statements);

 private:
  static constexpr std::uint32_t kNoOwnTerm = ~std::uint32_t{0};

  const Node* mint(std::string_view slug, bool lasting);
  const Node* english(NodeTable& table, std::string_view text) { return table.text(text, "en"); }
  std::string label_of(const Link& link) const;
  void use(TermId term);
  void add_action(OwnAction action);
  void describe_own(const OwnTerm& own, Statements& statements);
  bool is_to_describe(const Node* node);
  bool is_first(const Node* node);

  const TermIndex& terms_;
  std::string term_base_;
  NodeTable& nodes_;
  NodeTable& scoped_;
  std::vector<const Node*> term_nodes_;   ///< by TermId, made on first use
  std::vector<const Node*> label_nodes_;  ///< likewise
  std::vector<std::uint32_t> used_in_;    ///< by TermId: number of the record that used it last
  std::uint32_t record_ = 0;
  std::vector<TermId> used_;
  bool complete_ = true;
  bool notes_ = true;
  const Node* graph_ = nullptr;
  NodeMap<char> described_;                               ///< nodes described in this output
  tsl::robin_map<const Node*, std::uint32_t> given_out_;  ///< nodes of our own; the index in own_terms_ of those there, or kNoOwnTerm
  std::vector<OwnTerm> own_terms_;
  std::vector<OwnGroup> groups_;
  std::vector<OwnAction> actions_;
  std::vector<std::pair<const Node*, const SpinalLevel*>> levels_;
  std::string scratch_;

  struct Vocabulary {
    const Node *type, *label, *alt_label, *notation, *exact_match, *close_match, *broad_match, *subclass_of, *part_of, *branching_part_of,
        *editor_note, *provisional_term, *spinal_level, *joint_action, *muscle_action, *spinal_nerve, *ventral_ramus, *cord_segment,
        *movement_type, *acts_at_joint, *moves_part;
  } v_;
};

}  // namespace musclekg
