#include <nlohmann/json.hpp>

#include "app/why_text.h"

namespace musclekg {

namespace {

using Json = nlohmann::ordered_json;

/// An object whose empty members are left out.
void set(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void set(Json& object, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) object[key] = texts;
}

Json json_of(const ExplainedNode& node) {
  Json result = Json::object();
  set(result, "id", node.id);
  set(result, "iri", node.iri);
  set(result, "label", node.label);
  return result;
}

void set(Json& object, const ExplainedEdge& edge) {
  object["subject"] = json_of(edge.subject);
  object["predicate"] = json_of(edge.predicate);
  object["object"] = json_of(edge.object);
}

void set_place(Json& object, const std::string& file, const Position& where) {
  set(object, "file", file);
  if (where.line == 0) return;
  object["line"] = where.line;
  object["column"] = where.column;
}

Json json_of(const ExplainedCitation& citation) {
  Json result = Json::object();
  set(result, "manner", citation.manner);
  set(result, "number", citation.number);
  set(result, "authors", citation.authors);
  set(result, "title", citation.title);
  set(result, "year", citation.year);
  return result;
}

Json json_of(const ExplainedLink& link) {
  Json result = Json::object();
  set(result, "words", link.words);
  if (link.found) result["term"] = json_of(link.term);
  set(result, "rule", link.rule);
  set(result, "confidence", link.confidence);
  set(result, "alternatives", link.alternatives);
  set(result, "remarks", link.remarks);
  return result;
}

Json json_of(const ExplainedStatement& statement);
Json json_of(const ExplainedStep& step);

template <class Rows>
void set_rows(Json& object, const char* key, const Rows& rows) {
  if (rows.empty()) return;
  Json array = Json::array();
  for (const auto& row : rows) array.push_back(json_of(row));
  object[key] = std::move(array);
}

Json json_of(const ExplainedStatement& statement) {
  Json result = Json::object();
  set(result, "statement", statement.iri);
  set(result, "source", statement.title);
  set(result, "publisher", statement.publisher);
  set(result, "section", statement.section);
  set(result, "quote", statement.quote);
  set_place(result, statement.file, statement.where);
  set(result, "basis", statement.basis);
  set(result, "rules", statement.rules);
  if (!statement.group.id.empty()) result["group"] = json_of(statement.group);
  set(result, "qualifiers", statement.qualifiers);
  set(result, "notes", statement.notes);
  set_rows(result, "citations", statement.citations);
  set(result, "citation_scope", statement.scope);
  if (!statement.evidence.id.empty()) result["evidence"] = json_of(statement.evidence);
  set_rows(result, "links", statement.links);
  return result;
}

const char* name_of(StepSource source) {
  switch (source) {
    case StepSource::Statement:
      return "statement";
    case StepSource::OwnTerm:
      return "own term";
    case StepSource::Ontology:
      return "ontology";
    case StepSource::Graph:
      return "graph";
  }
  return "";
}

Json json_of(const ExplainedStep& step) {
  Json result = Json::object();
  set(result, step.edge);
  result["from"] = name_of(step.source);
  set_place(result, step.file, step.where);
  return result;
}

Json json_of(const Explanation& explanation) {
  Json result = Json::object();
  set(result, explanation.edge);
  set_rows(result, "statements", explanation.statements);
  set_rows(result, "follows_from", explanation.chain);
  set(result, "closure_rule", explanation.chain_rule);
  return result;
}

}  // namespace

std::string why_json(std::span<const Explanation> explanations) {
  Json array = Json::array();
  for (const Explanation& explanation : explanations) array.push_back(json_of(explanation));
  return array.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace musclekg
