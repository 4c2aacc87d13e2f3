#include "map/owl_axioms.h"

#include <fmt/format.h>

#include <algorithm>

#include "rdf/relations.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// A relation of RO or BFO, which reads "some" from class to class.
bool is_class_relation(const Node* predicate) { return predicate->value.starts_with(obo::base); }

}  // namespace

OwlAxioms::OwlAxioms(const TermIndex& terms, const KindTable& kinds, const Prefixes& prefixes, const TermNodes& term_nodes,
                     NodeTable& nodes, NodeTable& scoped)
    : terms_(terms),
      term_nodes_(term_nodes),
      nodes_(nodes),
      scoped_(scoped),
      v_{nodes.iri(rdf::type),
         nodes.iri(rdfs::label),
         nodes.iri(rdfs::subClassOf),
         nodes.iri(owl::equivalentClass),
         nodes.iri(owl::intersectionOf),
         nodes.iri(owl::Class),
         nodes.iri(owl::Restriction),
         nodes.iri(owl::onProperty),
         nodes.iri(owl::someValuesFrom),
         nodes.iri(owl::ObjectProperty),
         nodes.iri(owl::AnnotationProperty),
         nodes.iri(owl::Axiom),
         nodes.iri(owl::annotatedSource),
         nodes.iri(owl::annotatedProperty),
         nodes.iri(owl::annotatedTarget),
         nodes.iri(rdf::first),
         nodes.iri(rdf::rest),
         nodes.iri(rdf::nil),
         nodes.iri(obo::partOf),
         nodes.iri(obo::branchingPartOf),
         nodes.iri(ro::vesselSuppliesBloodTo),
         nodes.iri(ro::occursIn),
         nodes.iri(obo::homoSapiens),
         nodes.iri(ro::musculoskeletalMovement),
         nodes.iri(mkg::statement)} {
  for (const auto& [id, kind] : kinds.roots())
    if (const auto iri = prefixes.iri_of_id(id)) roots_.emplace_back(nodes.iri(*iri), kind);
}

/// A blank node, named after the record and its number, so that files can be put together. Those of a table are numbered through.
const Node* OwlAxioms::blank() {
  return scoped_.anonymous_blank(scratch_.assign("owl_").append(stem_).append("_").append(fmt::format_int(++blanks_).c_str()));
}

const Node* OwlAxioms::restriction(const Node* property, const Node* filler) {
  declare(property, v_.object_property);
  declare(filler, v_.class_type);
  const Node* const node = blank();
  say(node, v_.type, v_.restriction);
  say(node, v_.on_property, property);
  say(node, v_.some_values_from, filler);
  return node;
}

/// What is `genus`, and `property` some `filler`.
const Node* OwlAxioms::intersection(const Node* genus, const Node* property, const Node* filler) {
  declare(genus, v_.class_type);
  const Node *const node = blank(), *const first = blank(), *const second = blank();
  say(node, v_.type, v_.class_type);
  say(node, v_.intersection_of, first);
  say(first, v_.first, genus);
  say(first, v_.rest, second);
  say(second, v_.first, restriction(property, filler));
  say(second, v_.rest, v_.nil);
  return node;
}

void OwlAxioms::is_some(const Node* sub, const Node* property, const Node* filler) {
  say(sub, v_.subclass_of, restriction(property, filler));
}

void OwlAxioms::tell(const AxiomsOf& of, Statements& statements) {
  statements_ = &statements;
  scratch_ = of.slug;
  std::replace(scratch_.begin(), scratch_.end(), '/', '_');  // which is no character of a slug
  if (scratch_ != stem_) {
    stem_ = scratch_;
    blanks_ = 0;
  }
  human_muscle_ = term_nodes_.human(of.label);
  declare(human_muscle_, v_.class_type);
  declare(v_.statement, v_.annotation_property);
  say(human_muscle_, v_.label, scoped_.text(fmt::format("{} (human)", of.label), "en"));
  say(human_muscle_, v_.equivalent_class, human(of.muscle));
  for (std::size_t i = 0; i < of.edges.size(); ++i) tell_edge(of, i);
  tell_own_terms();
}

void OwlAxioms::tell_edge(const AxiomsOf& of, std::size_t index) {
  const Edge& edge = of.edges[index];
  if (!is_class_relation(edge.predicate)) return;
  const TermNodes::OwnTerm* own = term_nodes_.own(edge.subject);
  if (edge.predicate == v_.supplies_blood_to && own != nullptr && own->link->branch_of != kNoTerm) return;
  const Node* sub = edge.subject == of.muscle ? human_muscle_ : term_nodes_.is_own(edge.subject) ? edge.subject : human(edge.subject);
  const Node* filler = edge.object == of.muscle ? human_muscle_ : edge.object;
  if (sub == edge.subject) declare(sub, v_.class_type);
  const Node* const target = restriction(edge.predicate, filler);
  say(sub, v_.subclass_of, target);
  const Node* const axiom = blank();
  say(axiom, v_.type, v_.axiom);
  say(axiom, v_.annotated_source, sub);
  say(axiom, v_.annotated_property, v_.subclass_of);
  say(axiom, v_.annotated_target, target);
  for (const Node* statement : of.evidence.statements_of(index)) say(axiom, v_.statement, statement);
}

/// The root of the kind that a term is of: "nerve", "artery". nullptr when it is of none.
const Node* OwlAxioms::kind_of(TermId term) {
  for (const auto& [root, kind] : roots_)
    if ((terms_[term].kinds & kind) != 0) return root;
  return nullptr;
}

const Node* OwlAxioms::class_of(TermId term) { return nodes_.iri(terms_[term].iri); }

/// What our own terms are: by genus and whole where their names are composed of these.
void OwlAxioms::tell_own_terms() {
  const auto begin = [&](const Node* node, std::string_view label) {
    declare(node, v_.class_type);
    say(node, v_.label, scoped_.text(label, "en"));
  };
  for (const TermNodes::OwnTerm& own : term_nodes_.own_terms()) {
    const Link& link = *own.link;
    begin(own.node, link.label);
    const Node* const genus = link.genus == kNoTerm ? nullptr : class_of(link.genus);
    if (genus != nullptr && link.whole != kNoTerm && link.rule == LinkRule::Composed) {
      say(own.node, v_.equivalent_class, intersection(genus, v_.part_of, class_of(link.whole)));
      continue;
    }
    const Node* const kind = genus != nullptr ? genus : link.branch_of != kNoTerm ? kind_of(link.branch_of) : nullptr;
    if (kind != nullptr) {
      declare(kind, v_.class_type);
      say(own.node, v_.subclass_of, kind);
    }
    if (link.whole != kNoTerm) is_some(own.node, v_.part_of, class_of(link.whole));
    if (link.branch_of != kNoTerm) is_some(own.node, v_.branching_part_of, class_of(link.branch_of));
  }
  for (const TermNodes::OwnGroup& group : term_nodes_.groups()) begin(group.node, group.label);
  for (const TermNodes::OwnAction& action : term_nodes_.actions()) {
    begin(action.node, action.label);
    declare(v_.movement, v_.class_type);
    say(action.node, v_.subclass_of, v_.movement);
    if (action.place != nullptr) is_some(action.node, v_.occurs_in, action.place);
  }
}

std::vector<Quad> OwlAxioms::header(std::string_view iri, std::string_view title, std::string_view version, std::string_view licence,
                                    const Node* graph, NodeTable& nodes, NodeTable& scoped) {
  std::vector<Quad> quads;
  const auto say = [&](const Node* subject, std::string_view predicate, const Node* object) {
    quads.push_back({subject, nodes.iri(predicate), object, graph});
  };
  const Node* const ontology = scoped.iri(iri);
  const auto annotate = [&](std::string_view predicate, const Node* object) {
    say(ontology, predicate, object);
    say(nodes.iri(predicate), rdf::type, nodes.iri(owl::AnnotationProperty));
  };
  say(ontology, rdf::type, nodes.iri(owl::Ontology));
  annotate(dcterms::title, scoped.text(title, "en"));
  annotate(dcterms::description,
           scoped.text("What the sources say of human muscles, as axioms on human-only classes. It imports nothing: load it with the "
                       "ontologies whose classes it names.",
                       "en"));
  if (!licence.empty()) annotate(dcterms::license, scoped.iri(licence));
  if (!version.empty()) say(ontology, owl::versionIRI, scoped.iri(version));
  return quads;
}

}  // namespace musclekg
