#include "map/mapper.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "link/coordination.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostWarned = 1000;  ///< names that are remembered as warned of; more are only counted

}  // namespace

Mapper::Mapper(MapTables tables, Linker& linker, std::string_view base, NodeTable& nodes, NodeTable& scoped)
    : tables_(tables),
      linker_(linker),
      base_(base),
      scoped_(scoped),
      term_nodes_(tables.terms, base, nodes, scoped),
      expansion_(tables.mapping, tables.levels, linker),
      collection_kinds_(tables.kinds.bit("muscle-group")),
      region_kinds_(tables.kinds.bit("region")),
      v_{nodes.iri(rdf::first),   nodes.iri(rdf::rest),       nodes.iri(rdf::nil),
         nodes.iri(xsd::integer), nodes.iri(xsd::boolean),    nodes.iri(xsd::date),
         nodes.iri(xsd::gYear),   nodes.iri(xsd::gYearMonth), nodes.literal("true", nodes.iri(xsd::boolean))} {}

bool Mapper::link(const Record& record, Diagnostics& diagnostics) {
  linker_.forget_if_full();
  mapped_ = {};
  const Link& muscle = link_muscle(record, tables_.mapping, linker_);
  linker_.set_muscle(muscle.term);
  if (!link_record(expansion_.expand(record), muscle, tables_.mapping, tables_.levels, linker_, diagnostics, linked_)) return false;
  name_record();
  return true;
}

void Mapper::map(Diagnostics& diagnostics, Account& account) {
  const Record& record = *linked_.record;
  statements_.clear();
  scoped_.clear();
  term_nodes_.begin();
  number_values();
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) find_value(i);
  mapped_.muscle = values_[0].node;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    map_field(i);
    enter(linked_.fields[i], record.fields[i], account, diagnostics);
  }
  term_nodes_.describe(linked_.fields[0].link->term, statements_);
}

/// The muscle's name makes the record's: "vastus-medialis".
void Mapper::name_record() {
  const Record& record = *linked_.record;
  const Link& link = *linked_.fields[0].link;
  label_ = link.term == kNoTerm ? link.label : tables_.terms[link.term].label;
  const Field* key = record.find(0, Relation::RecordKey);
  slug_ = key == nullptr && link.term == kNoTerm ? link.slug : slug(key ? key->text : std::string_view(label_));
  if (slug_.empty()) slug_ = "record";
  mapped_.label = label_;
  mapped_.slug = slug_;
}

/// Positions of values among those of the same key. Fields of one relation stand together (see RecordBuilder).
void Mapper::number_values() {
  const Record& record = *linked_.record;
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

const Node* Mapper::named(std::string_view path, std::string_view text) {
  const std::string name = slug(text);
  scratch_.assign(base_).append(path).append("/").append(name.empty() ? "unnamed" : name);
  return scoped_.iri(scratch_);
}

const Node* Mapper::date_of(std::string_view text) const {
  return scoped_.literal(text, text.size() == 4 ? v_.year : text.size() == 7 ? v_.year_month : v_.date);
}

/// Regions are called "hindlimb stylopod" in Uberon: the name that matched stays. All other parts are called by their label.
std::string_view Mapper::name_of_part(const Link& link) const {
  if (link.term == kNoTerm) return link.label;
  const Term& term = tables_.terms[link.term];
  return (term.kinds & region_kinds_) != 0 && !link.matched.empty() ? link.matched : term.label;
}

/// Finds the node or nodes that a field's value becomes.
void Mapper::find_value(std::uint32_t index) {
  const Record& record = *linked_.record;
  const Field& field = record.fields[index];
  const LinkedField& linked = linked_.fields[index];
  Value& value = values_[index];
  switch (linked.rule->value) {
    case ValueKind::Term:
    case ValueKind::Group: {
      std::vector<std::string_view> synonyms;
      if (linked.link->term == kNoTerm)
        for (std::uint32_t i = index + 1; index != 0 && i < field.end; i = record.fields[i].end)
          if (record.fields[i].relation == Relation::Synonym) synonyms.push_back(record.fields[i].text);
      const LinkedNode node = term_nodes_.of(*linked.link, synonyms);
      value.node = node.node;
      value.material = node.material;
      if (linked.rule->value == ValueKind::Group)
        value.group =
            term_nodes_.group(*linked.link, linked.link->term != kNoTerm && tables_.terms[linked.link->term].kinds & collection_kinds_);
      break;
    }
    case ValueKind::Level:
      value.node = term_nodes_.level(*linked.level);
      break;
    case ValueKind::Action:
      if (linked.joint != nullptr) value.joint = term_nodes_.of(*linked.joint, {}).node;
      if (linked.part != nullptr) value.part = term_nodes_.of(*linked.part, {}).node;
      value.node = linked.joint != nullptr  ? term_nodes_.action_at(*linked.joint, *linked.link)
                   : linked.part != nullptr ? term_nodes_.action_of(*linked.part, name_of_part(*linked.part), *linked.link)
                                            : term_nodes_.action(*linked.link);
      break;
    case ValueKind::Concept:
      value.node = tables_.mapping.concept_of(field.relation, field.text);
      break;
    case ValueKind::New:
      scratch_ = base_ + slug_ + "/" + linked.rule->path;
      if (field.relation == Relation::Reference) {
        scratch_.append("/").append(field.text);
      } else if (field.relation != Relation::Source) {
        scratch_.append("/").append(fmt::format_int(value.position).c_str());
      }
      value.node = scoped_.iri(scratch_);
      if (field.relation == Relation::Source) mapped_.source = value.node;
      break;
    case ValueKind::Agent:
      value.node = named("agent", field.text);
      break;
    case ValueKind::Journal:
      value.node = named("journal", field.text);
      break;
    case ValueKind::Cited:
      scratch_ = base_ + slug_ + "/reference/";
      value.node = scoped_.iri(scratch_.append(field.text));
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
    case ValueKind::Kept:
      break;
  }
  if (index != 0 && record.fields[field.parent].relation == Relation::Source) {
    if (field.relation == Relation::Title) mapped_.source_title = field.text;
    if (field.relation == Relation::Licence) mapped_.licence = value.node;
  }
}

/// All values of the key as an RDF list; its cells are blank nodes, the only ones there are, named after the record and
/// the place so that files can be put together.
const Node* Mapper::list_of(std::uint32_t index) {
  const Record& record = *linked_.record;
  const std::uint32_t end = record.fields[record.fields[index].parent].end;
  const auto cell_of = [&](std::uint32_t item) {
    // A slug has no '_', so that no other record's label can be the same.
    scratch_.assign("list_").append(slug_).append("_").append(fmt::format_int(item).c_str());
    return scoped_.blank(scratch_);
  };
  const Node* const head = cell_of(index);
  for (const Node* cell = head; cell != v_.nil;) {
    const std::uint32_t next = record.fields[index].end;
    const bool last = next == end || record.fields[next].relation != record.fields[index].relation;
    statements_.add(cell, v_.first, values_[index].node);
    const Node* const rest = last ? v_.nil : cell_of(next);
    statements_.add(cell, v_.rest, rest);
    cell = rest;
    index = next;
  }
  return head;
}

bool Mapper::known_part(std::uint32_t index) const {
  const TermId muscle = linked_.fields[0].link->term, whole = linked_.fields[index].link->term;
  if (muscle == kNoTerm || whole == kNoTerm) return false;
  const auto& wholes = tables_.terms[muscle].wholes;
  return std::find(wholes.begin(), wholes.end(), whole) != wholes.end();
}

const Node* Mapper::object_of(const StatementRule& rule, std::uint32_t index) {
  const Field& field = linked_.record->fields[index];
  const Value& value = values_[index];
  const auto integer = [&](std::string_view text) { return scoped_.literal(text, v_.integer); };
  switch (rule.object) {
    case Object::Value:
      return value.node;
    case Object::Material:
      return value.material;
    case Object::OwnerMaterial:
      return values_[field.parent].material;
    case Object::Group:
      return value.group;
    case Object::Joint:
      return value.joint;
    case Object::Part:
      return value.part;
    case Object::Muscle:
      return mapped_.muscle;
    case Object::Owner:
      return values_[field.parent].node;
    case Object::Agent:
      return named("agent", field.text);
    case Object::Position:
      return integer(fmt::format_int(value.position).c_str());
    case Object::Text:
      return scoped_.text(field.text);
    case Object::EnglishText:
      return scoped_.text(field.text, "en");
    case Object::Integer:
      return integer(field.text);
    case Object::True:
      return v_.truth;
    case Object::List:
      return list_of(index);
    case Object::Constant:
      return rule.constant;
  }
  return nullptr;
}

void Mapper::map_field(std::uint32_t index) {
  const Field& field = linked_.record->fields[index];
  for (const StatementRule& rule : linked_.fields[index].rule->statements) {
    const Value& value = values_[index];
    const LinkedField& linked = linked_.fields[index];
    switch (rule.when) {
      case When::Always:
        break;
      case When::Immaterial:
        if (linked.link == nullptr || linked.link->material) continue;
        break;
      case When::KnownPart:
        if (linked.link == nullptr || !known_part(index)) continue;
        break;
      case When::ProvisionalOwner: {
        const Link* owner = linked_.fields[field.parent].link;
        if (owner == nullptr || owner->term != kNoTerm) continue;
        break;
      }
      case When::First:
        if (value.position != 1) continue;
        break;
      case When::Last:
        if (!value.last) continue;
        break;
    }
    const Node* subject = nullptr;
    switch (rule.subject) {
      case Subject::Muscle:
        subject = mapped_.muscle;
        break;
      case Subject::Value:
        subject = value.node;
        break;
      case Subject::Owner:
        subject = values_[field.parent].node;
        break;
      case Subject::Agent:
        subject = named("agent", field.text);
        break;
      case Subject::Source:
        subject = mapped_.source;
        break;
    }
    const Node* object = object_of(rule, index);
    if (subject != nullptr && object != nullptr && subject != object) statements_.add(subject, rule.predicate, object);
  }
}

/// Enters a field in the books, and warns of names that became provisional terms.
void Mapper::enter(const LinkedField& linked, const Field& field, Account& account, Diagnostics& diagnostics) {
  bool provisional = false;
  for (const Link* link : {linked.link, linked.joint, linked.part}) {
    if (link == nullptr) continue;
    ++account.links[static_cast<std::size_t>(link->rule)];
    if (link->term != kNoTerm) continue;
    provisional = true;
    warn(linked, *link, field, diagnostics);
  }
  if (provisional) {
    ++account.fields_provisional;
  } else if (linked.rule->value == ValueKind::Kept) {
    ++account.fields_kept;
  } else {
    ++account.fields_exported;
  }
}

void Mapper::warn(const LinkedField& linked, const Link& link, const Field& field, Diagnostics& diagnostics) {
  const std::string_view slot = linked.rule->slot ? std::string_view(linked.rule->slot->name) : "action";
  scratch_.assign(slot).append("\x1F").append(link.label);
  if (warned_.size() >= kMostWarned || !warned_.try_emplace(scratch_, 0).second) return;
  const auto name = [&](TermId term) {
    return fmt::format("{} '{}'", tables_.prefixes.id_of(tables_.terms[term].iri), tables_.terms[term].label);
  };
  const Location where{linked_.record->file, field.where};
  if (!link.candidates.empty()) {
    std::string names;
    for (const TermId candidate : link.candidates) names += (names.empty() ? "" : ", ") + name(candidate);
    diagnostics.warning(where, "ambiguous-name", fmt::format("'{}' in {} may be {}", link.label, name_of(field.relation), names),
                        "give the id of the one that is meant");
    return;
  }
  std::string ties;
  if (link.branch_of != kNoTerm) ties += fmt::format(", branch of {}", name(link.branch_of));
  if (link.whole != kNoTerm) ties += fmt::format(", part of {}", name(link.whole));
  if (link.broader != kNoTerm && link.broader != link.branch_of) ties += fmt::format(", narrower than {}", name(link.broader));
  std::string hint;
  if (link.other_kind != kNoTerm)
    hint = fmt::format("{} has the name, but is {}", name(link.other_kind), tables_.kinds.of_kind(tables_.terms[link.other_kind].kinds));
  if (hint.empty() && coordinations(field.text).size() > 0)
    hint = "if it names several things, write each as a value of its own: not all of its parts are known";
  diagnostics.warning(where, "provisional-term",
                      fmt::format("'{}' in {} is no {} in the loaded ontologies: it becomes mkt:{}{}", link.label, name_of(field.relation),
                                  slot == "any" ? "term" : fmt::format("term for the slot '{}'", slot), link.slug, ties),
                      std::move(hint));
  if (!link.material && link.whole == kNoTerm && slot == "attachment")
    diagnostics.warning(where, "no-material-whole",
                        fmt::format("'{}' is a line, and nothing says what it is part of: no RO edge is written for it", link.label),
                        "add 'of:' with the bone it is on");
}

}  // namespace musclekg
