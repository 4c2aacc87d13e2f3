#include "map/mapper.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Words of the source, which it may not let be repeated.
bool is_quoted(const StatementRule& rule) {
  return rule.profile == Profile::Claims && (rule.object == Object::Text || rule.object == Object::EnglishText);
}

}  // namespace

Mapper::Mapper(MapTables tables, Linker& linker, const MapOptions& options, NodeTable& nodes, NodeTable& scoped)
    : tables_(tables),
      linker_(linker),
      options_(options),
      scoped_(scoped),
      term_nodes_(tables.terms, options.base, nodes, scoped),
      values_(tables.mapping, tables.terms, tables.kinds, term_nodes_, options.base, nodes, scoped),
      expansion_(tables.mapping, tables.levels, linker),
      artery_(tables.kinds.bit("artery")),
      link_rows_(tables.terms, tables.prefixes),
      link_statements_(link_rows_, tables.prefixes, options.base, options.quotes == QuotePolicy::Full, nodes, scoped),
      warnings_(tables.terms, tables.kinds, tables.prefixes),
      evidence_(tables.evidence_types, options.base, options.quotes, nodes, scoped),
      axioms_(tables.terms, tables.kinds, tables.prefixes, term_nodes_, nodes, scoped),
      v_{nodes.iri(xsd::integer), nodes.iri(rdfs::label), nodes.literal("true", nodes.iri(xsd::boolean))} {}

void Mapper::begin_output(const MapOutput& output) {
  output_ = output;
  term_nodes_.begin_output(output.complete, output.graphs.of(Profile::Terms), options_.quotes == QuotePolicy::Full);
  link_statements_.begin_output(output.dataset + "/links", output.graphs.of(Profile::Links));
  evidence_.begin_output(output.graphs.of(Profile::Evidence), wants(Profile::Direct) ? output.graphs.of(Profile::Direct) : nullptr);
  axioms_.begin_output(output.graphs.of(Profile::Owl));
}

bool Mapper::link(const Record& record, Diagnostics& diagnostics) {
  linker_.forget_if_full();
  const Link& muscle = link_muscle(record, tables_.mapping, linker_);
  linker_.set_muscle(muscle.term);
  if (!link_record(expansion_.expand(record), muscle, tables_.mapping, tables_.levels, linker_, diagnostics, linked_)) return false;
  mapped_ = {};
  name_record();
  return true;
}

void Mapper::begin_record() {
  statements_.clear();
  term_statements_.clear();
  reasoned_.clear();
  scoped_.clear();
}

void Mapper::map(QuoteFinder* quotes, Diagnostics& diagnostics, Account& account) {
  if (linked_.record->row == 0) begin_record();
  const auto fields = static_cast<std::uint32_t>(linked_.record->fields.size());
  term_statements_.clear();
  edges_.clear();
  term_nodes_.begin();
  values_.begin(linked_, slug_);
  mapped_.muscle = values_.muscle();
  describe_source();
  for (std::uint32_t i = 0; i < fields; ++i) {
    map_field(i);
    enter(i, account, diagnostics);
  }
  if (wants(Profile::Links)) link_statements_.tell(linked_, statements_);
  if (needs_quotes() && quotes != nullptr) {
    evidence_.begin({linked_, values_, edges_, slug_, mapped_.source, *quotes, wants(Profile::Links) ? &link_statements_ : nullptr,
                     linked_.record->row != 0 ? table_->row(linked_.record->row) : nullptr});
    if (wants(Profile::Evidence)) evidence_.tell(statements_);
    if (wants(Profile::Owl)) axioms_.tell({edges_, evidence_, slug_, label_, mapped_.muscle}, statements_);
  }
  describe_terms();
}

void Mapper::describe_terms() {
  const bool told = wants(Profile::Terms);
  if (!told && !wants(Profile::Closure)) return;
  term_nodes_.describe(linked_.fields[0].link->term, term_statements_);
  for (const Quad& quad : term_statements_.quads()) {
    if (told) statements_.add(quad.subject, quad.predicate, quad.object, quad.graph);
    if (wants(Profile::Closure) && (told || quad.predicate != v_.label)) reasoned_.push_back(quad);
  }
}

/// The muscle's name makes the record's: "vastus-medialis".
void Mapper::name_record() {
  const Record& record = *linked_.record;
  const Link& link = *linked_.fields[0].link;
  label_ = link.term == kNoTerm ? link.label : tables_.terms[link.term].label;
  const Field* key = record.find(0, Relation::RecordKey);
  slug_ = key == nullptr && link.term == kNoTerm ? link.slug : slug(key ? key->text : std::string_view(label_));
  if (slug_.empty()) slug_ = "record";
  if (record.row != 0) slug_ = record.table;
  mapped_.label = label_;
  mapped_.slug = slug_;
}

/// What the description of the dataset says of where the record comes from.
void Mapper::describe_source() {
  if (linked_.record->row != 0) {
    mapped_.source = table_->source();
    mapped_.licence = table_->licence();
    return;
  }
  const std::vector<Field>& fields = linked_.record->fields;
  for (std::uint32_t i = 1; i < fields.size(); ++i) {
    if (fields[i].relation == Relation::Source) mapped_.source = values_[i].node;
    if (fields[fields[i].parent].relation != Relation::Source) continue;
    if (fields[i].relation == Relation::Title) mapped_.source_title = fields[i].text;
    if (fields[i].relation == Relation::Licence) mapped_.licence = values_[i].node;
  }
}

bool Mapper::known_part(std::uint32_t index) const {
  const TermId muscle = linked_.fields[0].link->term, whole = linked_.fields[index].link->term;
  if (muscle == kNoTerm || whole == kNoTerm) return false;
  const auto& wholes = tables_.terms[muscle].wholes;
  return std::find(wholes.begin(), wholes.end(), whole) != wholes.end();
}

bool Mapper::applies(const StatementRule& rule, std::uint32_t index) const {
  const LinkedField& linked = linked_.fields[index];
  switch (rule.when) {
    case When::Always:
      return true;
    case When::Artery:
      return linked.link != nullptr && linked.link->term != kNoTerm && (tables_.terms[linked.link->term].kinds & artery_) != 0;
    case When::Immaterial:
      return linked.link != nullptr && !linked.link->material;
    case When::KnownPart:
      return linked.link != nullptr && known_part(index);
    case When::ProvisionalOwner: {
      const Link* owner = linked_.fields[linked_.record->fields[index].parent].link;
      return owner != nullptr && owner->term == kNoTerm;
    }
    case When::First:
      return values_[index].position == 1;
    case When::Last:
      return values_[index].last;
  }
  return false;
}

const Node* Mapper::subject_of(const StatementRule& rule, std::uint32_t index) {
  const Field& field = linked_.record->fields[index];
  switch (rule.subject) {
    case Subject::Muscle:
      return mapped_.muscle;
    case Subject::Value:
      return values_[index].node;
    case Subject::Owner:
      return values_[field.parent].node;
    case Subject::Agent:
      return values_.agent(field.text);
    case Subject::Source:
      return mapped_.source;
  }
  return nullptr;
}

const Node* Mapper::object_of(const StatementRule& rule, std::uint32_t index) {
  const Field& field = linked_.record->fields[index];
  const ValueNode& value = values_[index];
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
    case Object::Level: {
      const Link* const link = linked_.fields[index].link;
      const SpinalLevel* const level = link == nullptr ? nullptr : tables_.levels.of(link->term);
      return level == nullptr ? nullptr : term_nodes_.level(*level);
    }
    case Object::Part:
      return value.part;
    case Object::Muscle:
      return mapped_.muscle;
    case Object::Owner:
      return values_[field.parent].node;
    case Object::Agent:
      return values_.agent(field.text);
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
      return values_.list_of(index, output_.graphs.of(rule.profile), statements_);
    case Object::Constant:
      return rule.constant;
  }
  return nullptr;
}

void Mapper::map_field(std::uint32_t index) {
  const Field& field = linked_.record->fields[index];
  for (const StatementRule& rule : linked_.fields[index].rule->statements) {
    const bool edge = rule.profile == Profile::Direct;
    if (!wants(rule.profile) && !(edge && (options_.edges || needs_quotes() || wants(Profile::Closure)))) continue;
    if (options_.quotes != QuotePolicy::Full && is_quoted(rule)) continue;
    if (!applies(rule, index)) continue;
    const Node* const subject = subject_of(rule, index);
    const Node* const object = object_of(rule, index);
    if (subject == nullptr || object == nullptr || subject == object) continue;
    if (wants(rule.profile)) statements_.add(subject, rule.predicate, object, output_.graphs.of(rule.profile));
    if (!edge) continue;
    if (wants(Profile::Closure)) reasoned_.push_back({subject, rule.predicate, object});
    if (!needs_quotes() && !options_.edges) continue;
    const ValueNode& value = values_[rule.object == Object::OwnerMaterial ? field.parent : index];
    const bool of_whole = (rule.object == Object::Material || rule.object == Object::OwnerMaterial) && value.material != value.node;
    edges_.push_back(
        {subject, rule.predicate, object, index, rule.kind, rule.rule, of_whole, rule.when == When::KnownPart, subject == mapped_.muscle});
  }
}

/// Enters a field in the books, and warns of names that became provisional terms.
void Mapper::enter(std::uint32_t index, Account& account, Diagnostics& diagnostics) {
  const LinkedField& linked = linked_.fields[index];
  bool provisional = false;
  for (const Link* link : {linked.link, linked.joint, linked.part}) {
    if (link == nullptr) continue;
    ++account.links[static_cast<std::size_t>(link->rule)];
    doubtful_ |= link->term == kNoTerm || !link->fault_rule.empty() || !link->given_id.empty();
    if (link->term != kNoTerm) continue;
    provisional = true;
    warnings_.warn(*linked_.record, linked_.record->fields[index], linked, *link, diagnostics);
  }
  if ((linked.rule->profiles & options_.profiles) == 0 && index != 0) {
    ++account.fields_kept;
  } else if (provisional) {
    ++account.fields_provisional;
  } else {
    ++account.fields_exported;
  }
}

}  // namespace musclekg
