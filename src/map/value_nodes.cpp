#include "map/value_nodes.h"

#include <fmt/format.h>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

ValueNodes::ValueNodes(const Mapping& mapping, const TermIndex& terms, const KindTable& kinds, TermNodes& term_nodes, std::string_view base,
                       NodeTable& nodes, NodeTable& scoped)
    : mapping_(mapping),
      terms_(terms),
      term_nodes_(term_nodes),
      base_(base),
      scoped_(scoped),
      collection_kinds_(kinds.bit("muscle-group")),
      region_kinds_(kinds.bit("region")),
      v_{nodes.iri(rdf::first), nodes.iri(rdf::rest),  nodes.iri(rdf::nil),
         nodes.iri(xsd::date),  nodes.iri(xsd::gYear), nodes.iri(xsd::gYearMonth)} {}

void ValueNodes::begin(const LinkedRecord& linked, std::string_view slug) {
  linked_ = &linked;
  slug_ = slug;
  number();
  for (std::uint32_t i = 0; i < values_.size(); ++i) find(i);
}

/// Positions of values among those of the same key. Fields of one relation stand together (see RecordBuilder).
void ValueNodes::number() {
  const Record& record = *linked_->record;
  values_.assign(record.fields.size(), {});
  for (std::uint32_t owner = 0; owner < record.fields.size(); ++owner) {
    std::uint32_t position = 0, before = 0;
    for (std::uint32_t i = owner + 1; i < record.fields[owner].end; i = record.fields[i].end) {
      const bool same = before != 0 && record.fields[before].relation == record.fields[i].relation;
      position = same ? position + 1 : 1;
      if (before != 0) values_[before].last = !same;
      values_[i].position = position;
      before = i;
    }
    if (before != 0) values_[before].last = true;
  }
}

/// A node of the record's own.
const Node* ValueNodes::own(std::string_view path, std::string_view number) {
  scratch_.assign(base_).append(slug_).append("/").append(path);
  if (!number.empty()) scratch_.append("/").append(number);
  return scoped_.iri(scratch_);
}

const Node* ValueNodes::named(std::string_view path, std::string_view text) {
  const std::string name = slug(text);
  scratch_.assign(base_).append(path).append("/").append(name.empty() ? "unnamed" : name);
  return scoped_.iri(scratch_);
}

const Node* ValueNodes::date_of(std::string_view text) const {
  return scoped_.literal(text, text.size() == 4 ? v_.year : text.size() == 7 ? v_.year_month : v_.date);
}

/// Regions are called "hindlimb stylopod" in Uberon: the name that matched stays. All other parts are called by their label.
std::string_view ValueNodes::name_of_part(const Link& link) const {
  if (link.term == kNoTerm) return link.label;
  const Term& term = terms_[link.term];
  return (term.kinds & region_kinds_) != 0 && !link.matched.empty() ? link.matched : term.label;
}

const Node* ValueNodes::action_of(const LinkedField& linked, ValueNode& value) {
  if (linked.joint != nullptr) value.joint = term_nodes_.of(*linked.joint, {}).node;
  if (linked.part != nullptr) value.part = term_nodes_.of(*linked.part, {}).node;
  if (linked.joint != nullptr) return term_nodes_.action_at(*linked.joint, *linked.link);
  if (linked.part != nullptr) return term_nodes_.action_of(*linked.part, name_of_part(*linked.part), *linked.link);
  return term_nodes_.action(*linked.link);
}

void ValueNodes::find(std::uint32_t index) {
  const Record& record = *linked_->record;
  const Field& field = record.fields[index];
  const LinkedField& linked = linked_->fields[index];
  ValueNode& value = values_[index];
  switch (linked.rule->value) {
    case ValueKind::Term:
    case ValueKind::Group: {
      synonyms_.clear();
      if (linked.link->term == kNoTerm)
        for (std::uint32_t i = index + 1; index != 0 && i < field.end; i = record.fields[i].end)
          if (record.fields[i].relation == Relation::Synonym) synonyms_.push_back(record.fields[i].text);
      const LinkedNode node = term_nodes_.of(*linked.link, synonyms_);
      value.node = node.node;
      value.material = node.material;
      if (linked.rule->value == ValueKind::Group)
        value.group = term_nodes_.group(*linked.link, linked.link->term != kNoTerm && terms_[linked.link->term].kinds & collection_kinds_);
      break;
    }
    case ValueKind::Level:
      value.node = term_nodes_.level(*linked.level);
      break;
    case ValueKind::Action:
      value.node = action_of(linked, value);
      break;
    case ValueKind::Concept:
      value.node = mapping_.concept_of(field.relation, field.text);
      break;
    case ValueKind::New:
      if (field.relation == Relation::Reference) {
        value.node = own(linked.rule->path, field.text);
      } else if (field.relation == Relation::Source) {
        value.node = own(linked.rule->path);
      } else {
        value.node = own(linked.rule->path, fmt::format_int(value.position).c_str());
      }
      break;
    case ValueKind::Agent:
      value.node = named("agent", field.text);
      break;
    case ValueKind::Journal:
      value.node = named("journal", field.text);
      break;
    case ValueKind::Cited:
      value.node = own("reference", field.text);
      break;
    case ValueKind::Text:
      value.node = scoped_.text(field.text);
      break;
    case ValueKind::Date:
      value.node = date_of(field.text);
      break;
    case ValueKind::Iri:
      value.node = scoped_.iri(field.text);
      break;
    case ValueKind::Linking:
    case ValueKind::Evidence:
      break;
  }
}

const Node* ValueNodes::list_of(std::uint32_t index, const Node* graph, Statements& statements) {
  const Record& record = *linked_->record;
  const std::uint32_t end = record.fields[record.fields[index].parent].end;
  const auto cell_of = [&](std::uint32_t item) {
    // A slug has no '_', so that no other record's label can be the same.
    scratch_.assign("list_").append(slug_).append("_").append(fmt::format_int(item).c_str());
    return scoped_.anonymous_blank(scratch_);
  };
  const Node* const head = cell_of(index);
  for (const Node* cell = head; cell != v_.nil;) {
    const std::uint32_t next = record.fields[index].end;
    const bool last = next == end || record.fields[next].relation != record.fields[index].relation;
    statements.add(cell, v_.first, values_[index].node, graph);
    const Node* const rest = last ? v_.nil : cell_of(next);
    statements.add(cell, v_.rest, rest, graph);
    cell = rest;
    index = next;
  }
  return head;
}

}  // namespace musclekg
