#include "map/term_nodes.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// "Extension" -> "extension"; "ACL repair" stays.
std::string in_sentence(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])))
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace

TermNodes::TermNodes(const TermIndex& terms, std::string_view base, NodeTable& nodes, NodeTable& scoped)
    : terms_(terms),
      term_base_(std::string(base) + "term/"),
      nodes_(nodes),
      scoped_(scoped),
      term_nodes_(terms.size()),
      label_nodes_(terms.size()),
      used_in_(terms.size()),
      v_{nodes.iri(rdf::type),         nodes.iri(rdfs::label),          nodes.iri(skos::altLabel),    nodes.iri(skos::notation),
         nodes.iri(skos::exactMatch),  nodes.iri(skos::closeMatch),     nodes.iri(skos::broadMatch),  nodes.iri(rdfs::subClassOf),
         nodes.iri(obo::partOf),       nodes.iri(obo::branchingPartOf), nodes.iri(obo::editorNote),   nodes.iri(mkg::ProvisionalTerm),
         nodes.iri(mkg::SpinalLevel),  nodes.iri(mkg::JointAction),     nodes.iri(mkg::MuscleAction), nodes.iri(mkg::spinalNerve),
         nodes.iri(mkg::ventralRamus), nodes.iri(mkg::cordSegment),     nodes.iri(mkg::movementType), nodes.iri(mkg::actsAtJoint),
         nodes.iri(mkg::movesPart)} {}

void TermNodes::begin_output(bool complete, const Node* graph, bool notes) {
  complete_ = complete;
  graph_ = graph;
  notes_ = notes;
  described_.forget();
}

bool TermNodes::is_first(const Node* node) { return std::exchange(described_[node], char{1}) == 0; }

/// Nodes that last are always described alike; those of a record may not be.
bool TermNodes::is_to_describe(const Node* node) { return complete_ || node->scoped || is_first(node); }

void TermNodes::begin() {
  ++record_;
  used_.clear();
  given_out_.clear();
  own_terms_.clear();
  groups_.clear();
  actions_.clear();
  levels_.clear();
}

const Node* TermNodes::mint(std::string_view slug, bool lasting) {
  scratch_.assign(term_base_).append(slug);
  return (lasting ? nodes_ : scoped_).iri(scratch_);
}

void TermNodes::use(TermId term) {
  if (used_in_[term] == record_) return;
  used_in_[term] = record_;
  used_.push_back(term);
}

const Node* TermNodes::of(TermId term) {
  use(term);
  const Node*& node = term_nodes_[term];
  if (node == nullptr) {
    node = nodes_.iri(terms_[term].iri);
    label_nodes_[term] = english(nodes_, terms_[term].label);
  }
  return node;
}

LinkedNode TermNodes::of(const Link& link, const std::vector<std::string_view>& synonyms) {
  if (link.term != kNoTerm) {
    const Node* node = of(link.term);
    if (link.material) return {node, node};
    const TermId material = terms_.nearest_material(link.term);
    return {node, material == kNoTerm ? nullptr : of(material)};
  }
  const Node* node = mint(link.slug, false);
  const auto [known, added] = given_out_.try_emplace(node, static_cast<std::uint32_t>(own_terms_.size()));
  if (added) own_terms_.push_back({node, &link, {}});
  auto& all = own_terms_[known->second].synonyms;
  all.insert(all.end(), synonyms.begin(), synonyms.end());
  if (link.material) return {node, node};
  const TermId material = link.whole == kNoTerm ? kNoTerm : terms_.nearest_material(link.whole);
  return {node, material == kNoTerm ? nullptr : of(material)};
}

const Node* TermNodes::group(const Link& link, bool collection) {
  if (link.term == kNoTerm || collection) return of(link, {}).node;
  const Node* node = mint(slug(terms_[link.term].label) + "-group", true);
  if (given_out_.try_emplace(node, kNoOwnTerm).second) groups_.push_back({node, link.term, terms_[link.term].label + " muscle group"});
  return node;
}

const Node* TermNodes::level(const SpinalLevel& level) {
  const Node* node = mint("spinal-level-" + level.name, true);
  if (given_out_.try_emplace(node, kNoOwnTerm).second) levels_.emplace_back(node, &level);
  return node;
}

std::string TermNodes::label_of(const Link& link) const { return link.term == kNoTerm ? link.label : terms_[link.term].label; }

const Node* TermNodes::action_at(const Link& joint, const Link& movement) {
  std::string joint_name = slug(label_of(joint));
  if (joint_name.ends_with("-joint")) joint_name.resize(joint_name.size() - 6);
  const Node* node = mint(joint_name + "-" + slug(label_of(movement)), movement.term != kNoTerm && joint.term != kNoTerm);
  add_action({node, in_sentence(label_of(movement)) + " at the " + label_of(joint), &movement, &joint, nullptr, of(joint, {}).node});
  return node;
}

const Node* TermNodes::action_of(const Link& part, std::string_view name, const Link& movement) {
  const Node* node = mint(slug(name) + "-" + slug(label_of(movement)), movement.term != kNoTerm && part.term != kNoTerm);
  add_action({node, in_sentence(label_of(movement)) + " of the " + std::string(name), &movement, nullptr, &part});
  return node;
}

const Node* TermNodes::action(const Link& movement) {
  const Node* node = mint(slug(label_of(movement)) + "-action", movement.term != kNoTerm);
  add_action({node, in_sentence(label_of(movement)), &movement, nullptr, nullptr});
  return node;
}

const Node* TermNodes::human(std::string_view label) const { return scoped_.iri(term_base_ + "human-" + slug(label)); }

const TermNodes::OwnTerm* TermNodes::own(const Node* node) const {
  const auto found = given_out_.find(node);
  return found == given_out_.end() || found->second == kNoOwnTerm ? nullptr : &own_terms_[found->second];
}

void TermNodes::add_action(OwnAction action) {
  if (given_out_.try_emplace(action.node, kNoOwnTerm).second) actions_.push_back(std::move(action));
}

void TermNodes::describe_own(const OwnTerm& own, Statements& statements) {
  const Link& link = *own.link;
  statements.add(own.node, v_.type, v_.provisional_term, graph_);
  statements.add(own.node, v_.label, english(scoped_, link.label), graph_);
  for (const std::string_view synonym : own.synonyms) statements.add(own.node, v_.alt_label, english(scoped_, synonym), graph_);
  if (link.broader != kNoTerm) statements.add(own.node, v_.broad_match, of(link.broader), graph_);
  if (link.genus != kNoTerm) statements.add(own.node, v_.subclass_of, of(link.genus), graph_);
  if (link.whole != kNoTerm) statements.add(own.node, v_.part_of, of(link.whole), graph_);
  if (link.branch_of != kNoTerm) statements.add(own.node, v_.branching_part_of, of(link.branch_of), graph_);
  if (notes_ && !link.note.empty()) statements.add(own.node, v_.editor_note, english(scoped_, link.note), graph_);
}

void TermNodes::describe(TermId muscle, Statements& statements) {
  for (const OwnAction& action : actions_) {
    if (!is_to_describe(action.node)) continue;
    statements.add(action.node, v_.type, action.joint != nullptr ? v_.joint_action : v_.muscle_action, graph_);
    statements.add(action.node, v_.label, english(action.node->scoped ? scoped_ : nodes_, action.label), graph_);
    statements.add(action.node, v_.movement_type, of(*action.movement, {}).node, graph_);
    if (action.joint != nullptr) statements.add(action.node, v_.acts_at_joint, action.place, graph_);
    if (action.part != nullptr) statements.add(action.node, v_.moves_part, of(*action.part, {}).node, graph_);
  }
  for (const OwnGroup& group : groups_) {
    if (!is_to_describe(group.node)) continue;
    const Term& term = terms_[group.muscle];
    statements.add(group.node, v_.type, v_.provisional_term, graph_);
    statements.add(group.node, v_.label, english(nodes_, group.label), graph_);
    statements.add(group.node, v_.close_match, of(group.muscle), graph_);
    for (const std::string& match : term.matches)
      if (match.starts_with(fma::base)) statements.add(group.node, v_.close_match, nodes_.iri(match), graph_);
  }
  for (const auto& [node, level] : levels_) {
    if (!is_to_describe(node)) continue;
    statements.add(node, v_.type, v_.spinal_level, graph_);
    statements.add(node, v_.label, english(nodes_, level->name + " spinal level"), graph_);
    statements.add(node, v_.notation, nodes_.text(level->name), graph_);
    if (level->nerve != kNoTerm) statements.add(node, v_.spinal_nerve, of(level->nerve), graph_);
    if (level->ramus != kNoTerm) statements.add(node, v_.ventral_ramus, of(level->ramus), graph_);
    if (level->segment != kNoTerm) statements.add(node, v_.cord_segment, of(level->segment), graph_);
  }
  for (std::size_t i = 0; i < own_terms_.size(); ++i) describe_own(own_terms_[i], statements);
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const Node* node = of(used_[i]);
    if (is_first(node) || used_[i] == muscle) statements.add(node, v_.label, label_nodes_[used_[i]], graph_);
  }
  if (muscle == kNoTerm) return;
  for (const std::string& match : terms_[muscle].matches)
    if (match.starts_with(fma::base)) statements.add(of(muscle), v_.exact_match, nodes_.iri(match), graph_);
}

}  // namespace musclekg
