#include "map/evidence.h"

#include <fmt/format.h>

#include <algorithm>

#include "rdf/vocabulary.h"

namespace musclekg {

Evidence::Evidence(const EvidenceTypes& types, std::string_view base, QuotePolicy policy, NodeTable& nodes, NodeTable& scoped)
    : types_(types),
      base_(base),
      policy_(policy),
      scoped_(scoped),
      source_(base, policy, nodes, scoped),
      v_{nodes.iri(rdf::type),
         nodes.iri(mkg::Statement),
         nodes.iri(rdf::Statement),
         nodes.iri(rdf::subject),
         nodes.iri(rdf::predicate),
         nodes.iri(rdf::object),
         nodes.iri(mkg::kind),
         nodes.iri(mkg::basis),
         nodes.iri(mkg::StatedByPage),
         nodes.iri(mkg::DerivedByRule),
         nodes.iri(mkg::ExpandedFromAnchor),
         nodes.iri(mkg::ruleUsed),
         nodes.iri(mkg::RuleGroupExpansion),
         nodes.iri(mkg::RuleNearestMaterialWhole),
         nodes.iri(prov::wasDerivedFrom),
         nodes.iri(mkg::evidenceType),
         nodes.iri(mkg::assertedIn),
         nodes.iri(prov::hadPrimarySource),
         nodes.iri(mkg::anchor),
         nodes.iri(mkg::citationScope),
         nodes.iri(mkg::SentenceMarker),
         nodes.iri(mkg::RecordValue),
         nodes.iri(mkg::NoMarker),
         nodes.iri(mkg::qualifier),
         nodes.iri(mkg::note),
         nodes.iri(mkg::link),
         nodes.iri(mkg::row),
         nodes.iri(mkg::Palpation),
         nodes.iri(mkg::textSha256)} {}

void Evidence::begin(const EvidenceOf& of) {
  of_.emplace(of);
  const std::size_t fields = of.linked.record->fields.size();
  remarks_.assign(fields, {});
  quotes_.assign(fields, {});
  names_.clear();
  first_names_.clear();
  told_.clear();
  of.quotes.begin(*of.linked.record);
  for (const Edge& edge : of.edges) {
    first_names_.push_back(names_.size());
    for (const Quote& quote : quotes_of(edge.field)) names_.push_back(statement_of(edge, quote));
  }
  first_names_.push_back(names_.size());
}

void Evidence::tell(Statements& statements) {
  statements_ = &statements;
  const Record& record = *of_->linked.record;
  read_designs();
  source_.begin(of_->quotes.text(), of_->slug, of_->page, record.row != 0, graph_, statements);
  for (std::size_t i = 0; i < of_->edges.size(); ++i) {
    const Edge& edge = of_->edges[i];
    const std::vector<Quote>& quotes = quotes_of(edge.field);
    for (std::size_t place = 0; place < quotes.size(); ++place) tell_statement(edge, names_[first_names_[i] + place], quotes[place]);
  }
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Relation relation = record.fields[i].relation;
    if (relation == Relation::Claim || relation == Relation::Palpation) tell_note(i);
    if (relation == Relation::Note || relation == Relation::Qualifier) tell_stray(i);
  }
}

void Evidence::read_designs() {
  const Record& record = *of_->linked.record;
  designs_.clear();
  for (std::uint32_t i = 1; i < record.fields.size(); i = record.fields[i].end) {
    if (record.fields[i].relation != Relation::Reference) continue;
    const Field* design = record.find(i, Relation::Design);
    designs_.emplace_back(record.fields[i].text, design == nullptr ? std::string_view() : design->text);
  }
  std::sort(designs_.begin(), designs_.end());
}

/// The citations of a field, or of the nearest field it belongs to that has some.
void Evidence::find_citations(std::uint32_t index, Remarks& remarks) const {
  const Record& record = *of_->linked.record;
  const Field* scope = nullptr;
  for (; index != 0; index = record.fields[index].parent) {
    for (std::uint32_t i = index + 1; i < record.fields[index].end; i = record.fields[i].end) {
      const Field& field = record.fields[i];
      if (field.relation == Relation::CitationScope) scope = &field;
      if (field.relation != Relation::Cites) continue;
      const auto known = std::lower_bound(designs_.begin(), designs_.end(), std::pair(field.text, std::string_view()));
      const std::string_view design = known != designs_.end() && known->first == field.text ? known->second : std::string_view();
      remarks.citations.push_back({of_->values[i].node, &types_.of_design(design)});
    }
    if (!remarks.citations.empty()) break;
  }
  remarks.type = &types_.none();
  remarks.scope = v_.no_marker;
  if (remarks.citations.empty()) return;
  remarks.type = remarks.citations.front().type;
  for (const Citation& citation : remarks.citations) remarks.type = std::min(remarks.type, citation.type);  // rows in the table's order
  remarks.scope = of_->quotes.text().page ? v_.sentence : v_.record_value;
  if (scope != nullptr) remarks.scope = of_->values[static_cast<std::uint32_t>(scope - record.fields.data())].node;
}

const Evidence::Remarks& Evidence::remarks_of(std::uint32_t index) {
  Remarks& remarks = remarks_[index];
  if (remarks.read) return remarks;
  remarks.read = true;
  find_citations(index, remarks);
  const Record& record = *of_->linked.record;
  for (std::uint32_t i = index + 1; i < record.fields[index].end; i = record.fields[i].end) {
    const Field& field = record.fields[i];
    if (field.relation == Relation::ExpandedFrom) remarks.expanded_from = of_->values[i].node;
    if (policy_ != QuotePolicy::Full) continue;
    if (field.relation == Relation::Qualifier) remarks.qualifiers.push_back(scoped_.text(field.text, "en"));
    if (field.relation == Relation::Note) remarks.notes.push_back(scoped_.text(field.text, "en"));
  }
  return remarks;
}

const std::vector<Quote>& Evidence::quotes_of(std::uint32_t index) {
  std::vector<Quote>& quotes = quotes_[index];
  if (quotes.empty()) of_->quotes.find(*of_->linked.record, of_->linked.record->fields[index], quotes);
  return quotes;
}

const Node* Evidence::statement_of(const Edge& edge, const Quote& quote) {
  for (const Node* node : {edge.subject, edge.predicate, edge.object}) {
    digest_.update(node->ntriples);
    digest_.update(" ");
  }
  digest_.update(quote.exact);
  if (const std::uint32_t row = of_->linked.record->row; row != 0) {
    digest_.update(" ");
    digest_.update(fmt::format_int(row).c_str());
  }
  const std::string name = digest_.hex().substr(0, 32);
  scratch_.assign(base_).append(of_->slug).append("/statement/").append(name);
  const std::uint32_t before = told_[name]++;
  if (before > 0) scratch_.append("-").append(fmt::format_int(before + 1).c_str());
  return scoped_.iri(scratch_);
}

void Evidence::tell_statement(const Edge& edge, const Node* statement, const Quote& quote) {
  const Remarks& remarks = remarks_of(edge.field);
  say(statement, v_.type, v_.statement);
  say(statement, v_.type, v_.rdf_statement);
  say(statement, v_.subject, edge.subject);
  say(statement, v_.predicate, edge.predicate);
  say(statement, v_.object, edge.object);
  say(statement, v_.kind, edge.kind);
  const bool expanded = remarks.expanded_from != nullptr && edge.of_muscle;
  const bool derived = edge.rule != nullptr || edge.of_whole;
  say(statement, v_.basis, expanded || edge.of_anchor ? v_.expanded : derived ? v_.derived : v_.stated);
  if (edge.rule != nullptr) say(statement, v_.rule, edge.rule);
  if (edge.of_whole) say(statement, v_.rule, v_.rule_whole);
  if (expanded) {
    say(statement, v_.rule, v_.rule_expansion);
    say(statement, v_.derived_from, remarks.expanded_from);
  }
  if (direct_ != nullptr) say(statement, v_.asserted_in, direct_);
  if (of_->links != nullptr) {
    for (const Node* link : of_->links->of(edge.field)) say(statement, v_.link, link);
    if (edge.of_muscle)
      for (const Node* link : of_->links->of(0)) say(statement, v_.link, link);
  }
  if (of_->row != nullptr) say(statement, v_.row, of_->row);
  const Record& record = *of_->linked.record;
  say(statement, v_.anchor, source_.anchor(quote, record.row, record.fields[edge.field].cell));
  tell_remarks(statement, remarks);
}

void Evidence::tell_remarks(const Node* node, const Remarks& remarks) {
  say(node, v_.evidence_type, remarks.type->evidence);
  say(node, v_.primary_source, of_->page != nullptr ? of_->page : source_.text());
  for (const Citation& citation : remarks.citations)
    if (citation.type->cites != nullptr) say(node, citation.type->cites, citation.reference);
  say(node, v_.scope, remarks.scope);
  for (const Node* qualifier : remarks.qualifiers) say(node, v_.qualifier, qualifier);
  for (const Node* note : remarks.notes) say(node, v_.note, note);
}

/// A claim, or a note on palpation.
void Evidence::tell_note(std::uint32_t index) {
  const Node* const node = of_->values[index].node;
  const Field& field = of_->linked.record->fields[index];
  for (const Quote& quote : quotes_of(index)) say(node, v_.anchor, source_.anchor(quote));
  if (field.relation == Relation::Palpation) say(node, v_.kind, v_.palpation);
  if (policy_ == QuotePolicy::Hash) say(node, v_.text_sha256, scoped_.text(sha256_of(field.text)));
  tell_remarks(node, remarks_of(index));
}

/// The node that remarks are told of which no statement and no claim bears: what the field belongs to, or the next node above that.
const Node* Evidence::bearer_of(std::uint32_t index) const {
  const Record& record = *of_->linked.record;
  for (;; index = record.fields[index].parent) {
    const ValueKind value = of_->linked.fields[index].rule->value;
    if (index == 0 || value == ValueKind::New) return of_->values[index].node;
  }
}

/// A qualifier or note of what makes no edge: told of the claim, the reference, the source or the muscle it belongs to.
void Evidence::tell_stray(std::uint32_t index) {
  const Field& field = of_->linked.record->fields[index];
  if (policy_ != QuotePolicy::Full || remarks_[field.parent].read) return;
  say(bearer_of(field.parent), field.relation == Relation::Note ? v_.note : v_.qualifier, scoped_.text(field.text, "en"));
}

}  // namespace musclekg
