#include "sparql/answer_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "rdf/rdf_scanner.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

using Json = nlohmann::json;

[[noreturn]] void fail(std::string_view what) { throw Failure(fmt::format("the server's answer is no SPARQL result in JSON: {}", what)); }

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) fail(fmt::format("a term without '{}'", name));
  return found->get<std::string>();
}

const Node* node_of(const Json& term, NodeTable& nodes) {
  if (!term.is_object()) fail("a term that is no object");
  const std::string type = text_of(term, "type"), value = text_of(term, "value");
  if (type == "uri") {
    if (!valid_iri(value)) fail(fmt::format("<{}> is no IRI", printable_line(value)));
    return nodes.iri(value);
  }
  if (type == "bnode") {
    std::string scratch;
    return nodes.blank(plain_label(value, scratch));
  }
  if (type != "literal" && type != "typed-literal") fail(fmt::format("a term of type '{}'", printable_line(type)));  // the latter: Virtuoso
  if (term.contains("xml:lang")) return nodes.text(value, text_of(term, "xml:lang"));
  if (!term.contains("datatype")) return nodes.text(value);
  const std::string datatype = text_of(term, "datatype");
  if (!valid_iri(datatype)) fail(fmt::format("<{}> is no IRI", printable_line(datatype)));
  return nodes.literal(value, nodes.iri(datatype));
}

const Json& part(const Json& object, const char* name, bool (Json::*is)() const noexcept) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  if (found == object.end() || !((*found).*is)()) fail(fmt::format("'{}' is missing", name));
  return *found;
}

}  // namespace

QueryAnswer read_answer(std::string_view json, NodeTable& nodes) {
  const Json document = Json::parse(json, nullptr, false);
  if (document.is_discarded()) fail("it is no JSON");
  QueryAnswer answer;
  if (document.is_object() && document.contains("boolean")) {
    answer.form = SparqlQuery::Form::Ask;
    answer.truth = part(document, "boolean", &Json::is_boolean).get<bool>();
    return answer;
  }
  for (const Json& name : part(part(document, "head", &Json::is_object), "vars", &Json::is_array)) {
    if (!name.is_string()) fail("a variable that is no text");
    answer.variables.push_back(name.get<std::string>());
  }
  answer.rows = Solutions(answer.variables.size());
  for (const Json& binding : part(part(document, "results", &Json::is_object), "bindings", &Json::is_array)) {
    if (!binding.is_object()) fail("a solution that is no object");
    std::vector<const Node*> row(answer.variables.size());
    for (const auto& [name, term] : binding.items()) {
      const auto at = std::find(answer.variables.begin(), answer.variables.end(), name);
      if (at == answer.variables.end()) fail(fmt::format("the variable '{}' is not in the head", printable_line(name)));
      row[static_cast<std::size_t>(at - answer.variables.begin())] = node_of(term, nodes);
    }
    answer.rows.add(row);
  }
  return answer;
}

}  // namespace musclekg
