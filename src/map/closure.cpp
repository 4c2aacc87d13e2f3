#include "map/closure.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "rdf/relations.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Whether one IRI stands before another as N-Triples, where '>' closes it.
bool stands_before(std::string_view a, std::string_view b) {
  const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (at == a.end() && other == b.end()) return false;
  const auto byte = [](const auto& place, std::string_view text) { return static_cast<unsigned char>(place == text.end() ? '>' : *place); };
  return byte(at, a) < byte(other, b);
}

template <class T>
void sort_each_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

Closure::Closure(const TermIndex& terms, NodeTable& nodes) : terms_(terms), nodes_(nodes) {
  const auto is_for = [&](Rule rule, std::initializer_list<std::string_view> predicates) {
    for (const std::string_view predicate : predicates) rules_[nodes.iri(predicate)] = rule;
  };
  is_for(Rule::Ignored, {rdf::type, rdfs::subClassOf, skos::exactMatch, skos::closeMatch, skos::broadMatch});
  is_for(Rule::Label, {rdfs::label});
  is_for(Rule::PartOf, {obo::partOf, ro::memberOf});
  is_for(Rule::BranchingPartOf, {obo::branchingPartOf});
  is_for(Rule::Attached, {ro::attachedTo, ro::hasMuscleOrigin, ro::hasMuscleInsertion});
  is_for(Rule::Landmark, {mkg::hasOriginLandmark, mkg::hasInsertionLandmark});
  is_for(Rule::InnervatedBy, {ro::innervatedBy});
}

void Closure::EdgeSet::add(NumberedEdge edge) {
  edges.push_back(edge);
  if (edges.size() > 2 * settled + 1024) settle();
}

void Closure::EdgeSet::settle() {
  sort_each_once(edges);
  settled = edges.size();
}

std::vector<NumberedEdge>& Closure::settled(Rule rule) {
  EdgeSet& set = edges_[static_cast<std::size_t>(rule) - static_cast<std::size_t>(Rule::PartOf)];
  set.settle();
  return set.edges;
}

std::uint32_t Closure::thing_of(const Node* node) {
  std::uint32_t* const known = node->scoped ? nullptr : &numbers_[node];
  if (known != nullptr && *known != 0) return *known - 1;
  const auto [entry, added] = numbers_by_hash_.try_emplace(node->hash, static_cast<std::uint32_t>(things_.size()));
  if (added) {
    TermId term = terms_.find_iri(node->value);
    if (term != kNoTerm && terms_[term].iri != node->value) term = kNoTerm;
    const std::string_view iri = term != kNoTerm ? terms_[term].iri : node->scoped ? iris_.copy(node->value) : node->value;
    things_.push_back({iri, node->scoped ? nullptr : node, term, false, false, false, false});
  }
  if (known != nullptr) *known = entry->second + 1;
  return entry->second;
}

std::uint32_t Closure::thing_of(TermId term) { return thing_of(nodes_.iri(terms_[term].iri)); }

void Closure::add(const Quad& edge) {
  const Rule rule = rules_[edge.predicate];
  if (rule == Rule::Ignored || edge.subject->kind != Node::Kind::Iri) return;
  if (rule == Rule::Label) {
    things_[thing_of(edge.subject)].labelled = true;
    return;
  }
  if (edge.object->kind != Node::Kind::Iri) return;
  const std::uint32_t subject = thing_of(edge.subject), object = thing_of(edge.object);
  things_[subject].in_edge = things_[object].in_edge = true;
  if (rule == Rule::None) return;
  if (rule == Rule::Landmark) things_[object].landmark = true;
  if (rule == Rule::Attached) things_[object].attached_to = true;
  edges_[static_cast<std::size_t>(rule) - static_cast<std::size_t>(Rule::PartOf)].add({subject, object});
}

void Closure::clear() {
  things_.clear();
  numbers_.forget();
  numbers_by_hash_.clear();
  iris_.clear();
  for (EdgeSet& set : edges_) set = {};
}

/// The edges at one time, their things numbered in the order of their IRIs, so that what is sorted by number is sorted.
class Closure::Derivation {
 public:
  explicit Derivation(Closure& closure) : closure_(closure) {
    slice();
    number();
    part_of_ = renumbered({&closure.settled(Rule::PartOf), &closure.settled(Rule::BranchingPartOf), &wholes_, &trunks_});
    branching_part_of_ = renumbered({&closure.settled(Rule::BranchingPartOf), &trunks_});
    attached_ = renumbered({&closure.settled(Rule::Attached)});
    landmarks_ = renumbered({&closure.settled(Rule::Landmark)});
    innervated_ = renumbered({&closure.settled(Rule::InnervatedBy)});
    wholes_ = renumbered({&wholes_});
    trunks_ = renumbered({&trunks_});
  }

  std::size_t tell_closure(NodeTable& scoped, const Teller& teller) {
    Ancestors wholes(size(), part_of_), trunks(size(), branching_part_of_);
    const Node *part_of = predicate(obo::partOf), *innervated_by = predicate(ro::innervatedBy),
               *attached_to_part = predicate(ro::attachedToPartOf), *attached_to = predicate(ro::attachedTo);
    std::vector<std::uint32_t> objects;
    Cursor of_whole(part_of_), of_nerve(innervated_), of_site(attached_), of_landmark(landmarks_);
    for (std::uint32_t subject = 0; subject < size(); ++subject) {
      begin(scoped);
      if (!of_whole.next(subject).empty()) say(subject, part_of, wholes.of(subject));

      objects.clear();
      for (const NumberedEdge& edge : of_nerve.next(subject)) {
        objects.push_back(edge.to);
        append(objects, trunks.of(edge.to));
      }
      sort_each_once(objects);
      say(subject, innervated_by, objects);

      objects.clear();
      const std::span<const NumberedEdge> sites = of_site.next(subject);
      for (const NumberedEdge& edge : sites) {
        objects.push_back(edge.to);
        append(objects, wholes.of(edge.to));
      }
      for (const NumberedEdge& edge : of_landmark.next(subject))
        for (const std::uint32_t whole : wholes.of(edge.to))
          if (is_material(whole)) objects.push_back(whole);
      sort_each_once(objects);
      say(subject, attached_to_part, objects);

      objects.clear();
      for (const NumberedEdge& edge : sites) objects.push_back(edge.to);
      say(subject, attached_to, objects);
      if (!quads_.empty()) teller(quads_);
    }
    return wholes.cut();
  }

  void tell_anchor(NodeTable& scoped, const Teller& teller) {
    std::vector<char> to_label(size());
    for (const std::vector<NumberedEdge>* edges : {&wholes_, &trunks_})
      for (const NumberedEdge& edge : *edges) to_label[edge.from] = to_label[edge.to] = 1;
    const Node *part_of = predicate(obo::partOf), *branching_part_of = predicate(obo::branchingPartOf), *label = predicate(rdfs::label);
    Cursor of_whole(wholes_), of_trunk(trunks_);
    for (std::uint32_t subject = 0; subject < size(); ++subject) {
      begin(scoped);
      for (const NumberedEdge& edge : of_whole.next(subject)) say(subject, part_of, std::span(&edge.to, 1));
      for (const NumberedEdge& edge : of_trunk.next(subject)) say(subject, branching_part_of, std::span(&edge.to, 1));
      const Thing& thing = thing_of(subject);
      if (to_label[subject] && !thing.labelled && !closure_.terms_[thing.term].label.empty())
        quads_.push_back({node_of(subject), label, scoped.text(closure_.terms_[thing.term].label, "en")});
      if (!quads_.empty()) teller(quads_);
    }
  }

 private:
  /// Hands out the edges of subjects that come in their order.
  class Cursor {
   public:
    explicit Cursor(const std::vector<NumberedEdge>& edges) : rest_(edges) {}
    std::span<const NumberedEdge> next(std::uint32_t subject) {
      std::size_t size = 0;
      while (size < rest_.size() && rest_[size].from == subject) ++size;
      const auto result = rest_.first(size);
      rest_ = rest_.subspan(size);
      return result;
    }

   private:
    std::span<const NumberedEdge> rest_;
  };

  std::uint32_t size() const { return static_cast<std::uint32_t>(order_.size()); }
  const Node* predicate(std::string_view iri) const { return closure_.nodes_.iri(iri); }
  const Thing& thing_of(std::uint32_t number) const { return closure_.things_[order_[number]]; }

  bool is_material(std::uint32_t number) const {
    const Thing& thing = thing_of(number);
    return thing.term != kNoTerm ? closure_.terms_[thing.term].material : !thing.landmark || thing.attached_to;
  }

  /// What the ontologies say of the terms in edges, and upward.
  void slice() {
    const TermIndex& terms = closure_.terms_;
    std::vector<std::uint32_t> open;
    std::vector<char> reached;
    const auto reach = [&](std::uint32_t thing) {
      if (reached.size() <= thing) reached.resize(closure_.things_.size());
      if (std::exchange(reached[thing], char{1}) == 0) open.push_back(thing);
    };
    for (std::uint32_t thing = 0; thing < closure_.things_.size(); ++thing)
      if (closure_.things_[thing].in_edge && closure_.things_[thing].term != kNoTerm) reach(thing);
    while (!open.empty()) {
      const std::uint32_t part = open.back();
      open.pop_back();
      const Term& term = terms[closure_.things_[part].term];
      for (const TermId given : term.wholes) {
        const TermId whole = terms.find_iri(terms[given].iri);
        if (whole == kNoTerm || terms[whole].obsolete || &terms[whole] == &term) continue;
        const std::uint32_t other = closure_.thing_of(whole);
        const bool branch = std::find(term.trunks.begin(), term.trunks.end(), given) != term.trunks.end();
        (branch ? trunks_ : wholes_).push_back({part, other});
        reach(other);
      }
    }
  }

  void number() {
    const std::vector<Thing>& things = closure_.things_;
    order_.resize(things.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return stands_before(things[a].iri, things[b].iri); });
    number_of_.resize(things.size());
    for (std::uint32_t number = 0; number < size(); ++number) number_of_[order_[number]] = number;
  }

  std::vector<NumberedEdge> renumbered(std::initializer_list<const std::vector<NumberedEdge>*> sets) const {
    std::vector<NumberedEdge> result;
    for (const auto* set : sets)
      for (const NumberedEdge& edge : *set) result.push_back({number_of_[edge.from], number_of_[edge.to]});
    sort_each_once(result);
    return result;
  }

  static void append(std::vector<std::uint32_t>& to, std::span<const std::uint32_t> from) { to.insert(to.end(), from.begin(), from.end()); }

  void begin(NodeTable& scoped) {
    if (!quads_.empty() || scoped_ != &scoped) scoped.clear();
    scoped_ = &scoped;
    quads_.clear();
  }

  const Node* node_of(std::uint32_t number) const {
    const Thing& thing = thing_of(number);
    return thing.node != nullptr ? thing.node : scoped_->iri(thing.iri);
  }

  void say(std::uint32_t subject, const Node* predicate, std::span<const std::uint32_t> objects) {
    if (objects.empty()) return;
    const Node* const node = quads_.empty() ? node_of(subject) : quads_.front().subject;
    for (const std::uint32_t object : objects) quads_.push_back({node, predicate, node_of(object)});
  }

  Closure& closure_;
  std::vector<NumberedEdge> wholes_, trunks_;  ///< of the anchor
  std::vector<std::uint32_t> order_;           ///< by number: its thing
  std::vector<std::uint32_t> number_of_;       ///< by thing
  std::vector<NumberedEdge> part_of_, branching_part_of_, attached_, landmarks_, innervated_;
  NodeTable* scoped_ = nullptr;
  std::vector<Quad> quads_;
};

std::size_t Closure::tell(NodeTable& scoped, const Teller& closure, const Teller& anchor) {
  Derivation derivation(*this);
  const std::size_t cut = derivation.tell_closure(scoped, closure);
  derivation.tell_anchor(scoped, anchor);
  return cut;
}

}  // namespace musclekg
