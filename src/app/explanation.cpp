#include "app/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_set>

#include "base/text.h"
#include "check/union_view.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Authors that are listed; a list that runs in a circle ends somewhere.
constexpr std::size_t kMostAuthors = 1000;

std::string_view local_name(std::string_view iri) {
  const std::size_t end = iri.find_last_of("/#");
  return end == std::string_view::npos ? iri : iri.substr(end + 1);
}

/// "RuleMuscleLevelsFromNerve" as "muscle levels from nerve".
std::string spaced(std::string_view name) {
  if (name.starts_with("Rule")) name.remove_prefix(4);
  std::string words;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z' && !words.empty()) words += ' ';
    words += c;
  }
  return ascii_lower(words);
}

/// "9.5E-1" as "0.95".
std::string plain_number(std::string_view text) {
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  return code == std::errc() && end == text.data() + text.size() ? fmt::format("{}", value) : std::string(text);
}

}  // namespace

std::string ExplainedNode::named() const { return label.empty() ? id : fmt::format("{} ({})", label, id); }

Explainer::Explainer(const Graph& graph, const Graph& vocabulary, const GraphTerms& terms, const Knowledge& knowledge)
    : graph_(graph),
      vocabulary_(vocabulary),
      terms_(terms),
      knowledge_(knowledge),
      names_(graph, terms, knowledge.prefixes),
      vocabulary_names_(vocabulary, terms, knowledge.prefixes),
      locator_(graph, terms),
      statements_(graph, terms),
      chains_(graph, terms, statements_) {}

ExplainedNode Explainer::node(const Node* node) const {
  if (node == nullptr) return {};
  ExplainedNode result{std::string(node->value), names_.id(node), std::string(names_.label(node))};
  if (result.label.empty()) result.label = vocabulary_names_.label(node);
  if (result.label.empty() && node->kind == Node::Kind::Iri)
    if (const TermId id = knowledge_.terms.find_iri(node->value); id != kNoTerm) result.label = knowledge_.terms[id].label;
  return result;
}

std::string Explainer::text(const Node* subject, const Node* predicate) const {
  const Node* object = subject == nullptr ? nullptr : graph_.object(subject, predicate);
  return object == nullptr ? std::string() : std::string(object->value);
}

std::vector<std::string> Explainer::texts(const Node* subject, const Node* predicate) const {
  std::vector<std::string> result;
  each_object(graph_, subject, predicate, [&](const Node* object) { result.emplace_back(object->value); });
  return result;
}

std::string Explainer::words_of_rule(const Node* rule) const {
  for (const Node* predicate : {terms_.comment, terms_.label})
    if (const Node* words = vocabulary_.object(rule, predicate)) return std::string(words->value);
  return spaced(local_name(rule->value));
}

ExplainedCitation Explainer::citation(const Node* reference, std::string_view manner) const {
  ExplainedCitation result;
  result.manner = manner;
  result.number = text(reference, terms_.number);
  result.title = text(reference, terms_.title);
  result.year = text(reference, terms_.issued).substr(0, 4);
  if (result.title.empty() && result.number.empty()) result.title = names_.id(reference);
  std::unordered_set<const Node*> seen;
  for (const Node* cell = graph_.object(reference, terms_.authors); cell != nullptr; cell = graph_.object(cell, terms_.rest)) {
    if (!seen.insert(cell).second || seen.size() > kMostAuthors) break;
    if (const Node* author = graph_.object(cell, terms_.first)) result.authors.emplace_back(author->value);
  }
  return result;
}

ExplainedLink Explainer::link(const Node* link) const {
  ExplainedLink result;
  result.words = text(link, terms_.subject_label);
  const Node* target = graph_.object(link, terms_.annotated_target);
  result.found = target->value != sssom::NoTermFound;
  result.term = node(target);
  result.confidence = plain_number(text(link, terms_.confidence));
  const std::string comment = text(link, terms_.comment);
  std::string_view rest = comment;
  while (!rest.empty()) {
    const std::size_t end = rest.find("; ");
    const std::string_view remark = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
    if (remark.starts_with("by ")) {
      result.rule = remark.substr(3);
    } else if (remark.starts_with("decided against ")) {
      result.alternatives = remark.substr(16);
    } else if (!remark.starts_with("slot ")) {
      result.remarks.emplace_back(remark);
    }
  }
  return result;
}

ExplainedStatement Explainer::statement(const Node* statement) const {
  ExplainedStatement result;
  result.iri = statement->value;
  const Node* source = graph_.object(statement, terms_.primary_source);
  result.title = text(source, terms_.title);
  if (const Node* publisher = source == nullptr ? nullptr : graph_.object(source, terms_.publisher))
    result.publisher = publisher->kind == Node::Kind::Literal ? std::string(publisher->value) : text(publisher, terms_.name);
  const Locator::Place place = locator_.find(statement);
  result.file = place.file;
  result.where = place.where;
  if (const Node* anchor = graph_.object(statement, terms_.anchor)) {
    each_object(graph_, anchor, terms_.has_selector, [&](const Node* selector) {
      if (result.quote.empty()) result.quote = text(selector, terms_.exact);
    });
    result.section = text(graph_.object(anchor, terms_.section), terms_.title);
  }
  const auto local = [&](const Node* predicate) { return std::string(local_name(text(statement, predicate))); };
  result.basis = local(terms_.basis);
  result.scope = local(terms_.citation_scope);
  each_object(graph_, statement, terms_.rule_used, [&](const Node* rule) { result.rules.push_back(words_of_rule(rule)); });
  result.group = node(graph_.object(statement, terms_.derived_from));
  result.qualifiers = texts(statement, terms_.qualifier);
  result.notes = texts(statement, terms_.note);
  result.evidence = node(graph_.object(statement, terms_.evidence_type));
  if (result.evidence.label.empty())
    for (const EvidenceTypes::Row& row : knowledge_.evidence_types.rows())
      if (row.evidence->value == result.evidence.iri) result.evidence.label = row.meaning;
  const std::pair<const Node*, std::string_view> manners[] = {
      {terms_.cites_as_authority, "cited as authority"}, {terms_.cites_as_evidence, "cited as evidence"}, {terms_.cites, "cited"}};
  for (const auto& [predicate, manner] : manners)
    each_object(graph_, statement, predicate,
                [&, how = manner](const Node* reference) { result.citations.push_back(citation(reference, how)); });
  std::stable_sort(result.citations.begin(), result.citations.end(), [](const ExplainedCitation& a, const ExplainedCitation& b) {
    return a.number.size() != b.number.size() ? a.number.size() < b.number.size() : a.number < b.number;
  });
  each_object(graph_, statement, terms_.link, [&](const Node* one) {
    if (graph_.object(one, terms_.annotated_target) != nullptr) result.links.push_back(link(one));
  });
  return result;
}

ExplainedStep Explainer::step(const Quad& quad) const {
  ExplainedStep result;
  result.edge = edge(quad);
  const bool whole = quad.predicate == terms_.part_of || quad.predicate == terms_.branching_part_of || quad.predicate == terms_.member_of;
  if (const std::vector<const Node*> stated = statements_.about(quad); !stated.empty()) {
    Locator::Place place = locator_.find(stated.front());
    result.source = StepSource::Statement;
    result.file = std::move(place.file);
    result.where = place.where;
  } else if (whole) {
    result.source = quad.subject->value.find("/term/") == std::string_view::npos ? StepSource::Ontology : StepSource::OwnTerm;
  }
  return result;
}

Explanation Explainer::explain(const Quad& quad) {
  Explanation result{edge(quad), {}, {}, {}};
  for (const Node* one : statements_.about(quad)) result.statements.push_back(statement(one));
  std::stable_sort(result.statements.begin(), result.statements.end(), [](const ExplainedStatement& a, const ExplainedStatement& b) {
    return std::tuple(std::string_view(a.file), a.where.line, a.where.column) <
           std::tuple(std::string_view(b.file), b.where.line, b.where.column);
  });
  if (!result.statements.empty()) return result;
  const ClosureChain chain = chains_.find(quad.subject, quad.predicate, quad.object);
  result.chain_rule = chain.rule;
  for (const Quad& one : chain.steps) result.chain.push_back(step(one));
  return result;
}

}  // namespace musclekg
