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

std::uint32_t& Statements::slot_of(const Quad& quad) {
  const auto number = [](const Node* node) { return reinterpret_cast<std::uintptr_t>(node) >> 4; };
  std::uint64_t hash = number(quad.subject) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ (hash >> 29) ^ number(quad.predicate)) * 0xBF58476D1CE4E5B9u;
  hash = (hash ^ (hash >> 32) ^ number(quad.object)) * 0x94D049BB133111EBu;
  const auto same = [&](const Quad& other) {
    return other.subject == quad.subject && other.predicate == quad.predicate && other.object == quad.object;
  };
  std::size_t at = (hash ^ (hash >> 31)) & (slots_.size() - 1);
  while (slots_[at] != 0 && !same(quads_[slots_[at] - 1])) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void Statements::add(const Node* subject, const Node* predicate, const Node* object) {
  if (2 * quads_.size() >= slots_.size()) {
    slots_.assign(2 * slots_.size(), 0);
    for (std::uint32_t i = 0; i < quads_.size(); ++i) slot_of(quads_[i]) = i + 1;
  }
  const Quad quad{subject, predicate, object};
  std::uint32_t& slot = slot_of(quad);
  if (slot != 0) return;
  quads_.push_back(quad);
  slot = static_cast<std::uint32_t>(quads_.size());
}

void Statements::clear() {
  quads_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
}

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

void TermNodes::begin_output(bool complete) {
  complete_ = complete;
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
  if (given_out_.try_emplace(node, 0).second) groups_.push_back({node, link.term});
  return node;
}

const Node* TermNodes::level(const SpinalLevel& level) {
  const Node* node = mint("spinal-level-" + level.name, true);
  if (given_out_.try_emplace(node, 0).second) levels_.emplace_back(node, &level);
  return node;
}

std::string TermNodes::label_of(const Link& link) const { return link.term == kNoTerm ? link.label : terms_[link.term].label; }

const Node* TermNodes::action_at(const Link& joint, const Link& movement) {
  std::string joint_name = slug(label_of(joint));
  if (joint_name.ends_with("-joint")) joint_name.resize(joint_name.size() - 6);
  const Node* node = mint(joint_name + "-" + slug(label_of(movement)), movement.term != kNoTerm && joint.term != kNoTerm);
  add_action({node, in_sentence(label_of(movement)) + " at the " + label_of(joint), &movement, &joint, nullptr});
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

void TermNodes::add_action(OwnAction action) {
  if (given_out_.try_emplace(action.node, 0).second) actions_.push_back(std::move(action));
}

void TermNodes::describe_own(const OwnTerm& own, Statements& statements) {
  const Link& link = *own.link;
  statements.add(own.node, v_.type, v_.provisional_term);
  statements.add(own.node, v_.label, english(scoped_, link.label));
  for (const std::string_view synonym : own.synonyms) statements.add(own.node, v_.alt_label, english(scoped_, synonym));
  if (link.broader != kNoTerm) statements.add(own.node, v_.broad_match, of(link.broader));
  if (link.genus != kNoTerm) statements.add(own.node, v_.subclass_of, of(link.genus));
  if (link.whole != kNoTerm) statements.add(own.node, v_.part_of, of(link.whole));
  if (link.branch_of != kNoTerm) statements.add(own.node, v_.branching_part_of, of(link.branch_of));
  if (!link.note.empty()) statements.add(own.node, v_.editor_note, english(scoped_, link.note));
}

void TermNodes::describe(TermId muscle, Statements& statements) {
  for (const OwnAction& action : actions_) {
    if (!is_to_describe(action.node)) continue;
    statements.add(action.node, v_.type, action.joint != nullptr ? v_.joint_action : v_.muscle_action);
    statements.add(action.node, v_.label, english(action.node->scoped ? scoped_ : nodes_, action.label));
    statements.add(action.node, v_.movement_type, of(*action.movement, {}).node);
    if (action.joint != nullptr) statements.add(action.node, v_.acts_at_joint, of(*action.joint, {}).node);
    if (action.part != nullptr) statements.add(action.node, v_.moves_part, of(*action.part, {}).node);
  }
  for (const OwnGroup& group : groups_) {
    if (!is_to_describe(group.node)) continue;
    const Term& term = terms_[group.muscle];
    statements.add(group.node, v_.type, v_.provisional_term);
    statements.add(group.node, v_.label, english(nodes_, term.label + " muscle group"));
    statements.add(group.node, v_.close_match, of(group.muscle));
    for (const std::string& match : term.matches)
      if (match.starts_with(fma::base)) statements.add(group.node, v_.close_match, nodes_.iri(match));
  }
  for (const auto& [node, level] : levels_) {
    if (!is_to_describe(node)) continue;
    statements.add(node, v_.type, v_.spinal_level);
    statements.add(node, v_.label, english(nodes_, level->name + " spinal level"));
    statements.add(node, v_.notation, nodes_.text(level->name));
    if (level->nerve != kNoTerm) statements.add(node, v_.spinal_nerve, of(level->nerve));
    if (level->ramus != kNoTerm) statements.add(node, v_.ventral_ramus, of(level->ramus));
    if (level->segment != kNoTerm) statements.add(node, v_.cord_segment, of(level->segment));
  }
  for (std::size_t i = 0; i < own_terms_.size(); ++i) describe_own(own_terms_[i], statements);
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const Node* node = of(used_[i]);
    if (is_first(node) || used_[i] == muscle) statements.add(node, v_.label, label_nodes_[used_[i]]);
  }
  if (muscle == kNoTerm) return;
  for (const std::string& match : terms_[muscle].matches)
    if (match.starts_with(fma::base)) statements.add(of(muscle), v_.exact_match, nodes_.iri(match));
}

}  // namespace musclekg
