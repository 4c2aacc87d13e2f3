// What the tests of SPARQL share: a small dataset, and answers in short words.

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rdf/read_rdf.h"
#include "sparql/parse_query.h"
#include "sparql/query_variables.h"
#include "sparql/run_query.h"
#include "test.h"

namespace musclekg::sparql_test {

using Lines = std::vector<std::string>;

/// Known to queries without declaration: "e:" of the tests' own names, and xsd.
inline const Prefixes& prefixes() {
  static const Prefixes table = [] {
    Prefixes result;
    result.add("e", "http://e/", false);
    result.add("xsd", "http://www.w3.org/2001/XMLSchema#", false);
    return result;
  }();
  return table;
}

/// A term in short: "e:a", "?", or as N-Triples has it, with "xsd:" for long datatypes.
inline std::string in_short(const Node* node) {
  if (node == nullptr) return "-";
  std::string text(node->ntriples);
  for (const auto& [iri, name] : {std::pair<std::string, std::string>{"<http://e/", "e:"}, {"<http://www.w3.org/2001/XMLSchema#", "xsd:"}})
    for (std::size_t at = text.find(iri); at != std::string::npos; at = text.find(iri, at + 1)) {
      text.replace(at, iri.size(), name);
      text.erase(text.find('>', at), 1);
    }
  return text;
}

/// Asks `query` of `data` (TriG, with the same prefixes). Rows are lines with blanks between the terms; of ASK "true" or "false"; triples
/// are lines, too. Findings are the answer where there are any.
inline Lines ask(std::string_view data, std::string_view query, Lines* variables = nullptr) {
  const std::string text = "@prefix e: <http://e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" + std::string(data);
  QueryDataset dataset;
  Diagnostics diagnostics;
  Input nothing("/dev/null");
  read_rdf(nothing, text, RdfSyntax::TriG, {}, dataset, diagnostics);
  const auto parsed = parse_query(query, "query", prefixes(), diagnostics);
  if (parsed) check_query(*parsed, "query", diagnostics);
  Lines lines;
  for (const Diagnostic& finding : diagnostics.by_place()) lines.push_back(format(finding));
  if (!lines.empty()) return lines;
  dataset.index(parsed->from, parsed->from_named);
  const QueryAnswer answer = run_query(*parsed, dataset, 0);
  if (variables != nullptr) *variables = answer.variables;
  if (answer.form == SparqlQuery::Form::Ask) return {answer.truth ? "true" : "false"};
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    std::string line;
    for (const Node* const node : answer.rows[i]) line += (line.empty() ? "" : " ") + in_short(node);
    lines.push_back(line);
  }
  for (const Quad& quad : answer.triples)
    lines.push_back(in_short(quad.subject) + " " + in_short(quad.predicate) + " " + in_short(quad.object));
  return lines;
}

}  // namespace musclekg::sparql_test
