// What stands behind the pattern: groups, order, limits, and values.

#include <fmt/format.h>

#include <charconv>

#include "sparql/query_parser.h"

namespace musclekg {

std::uint64_t QueryParser::whole_number() {
  if (token_.kind != SparqlToken::Kind::Integer) expected("a whole number");
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(token_.text.data(), token_.text.data() + token_.text.size(), number);
  if (error != std::errc{}) expected("a whole number below 2^64");
  advance();
  return number;
}

void QueryParser::ordering(SparqlQuery& result) {
  for (;;) {
    QueryOrder order;
    if (take_word("ASC") || is_word("DESC")) {
      order.descending = take_word("DESC");
      need("(");
      order.expression = expression();
      need(")");
    } else if (token_.kind == SparqlToken::Kind::Variable) {
      order.expression.place = place();
      order.expression.term = variable();
    } else if (token_.is("(") || iri_here() ||
               (token_.kind == SparqlToken::Kind::Word && !is_word("LIMIT") && !is_word("OFFSET") && !is_word("VALUES"))) {
      order.expression = constraint();
    } else {
      if (result.order_by.empty()) expected("what to order by");
      return;
    }
    result.order_by.push_back(std::move(order));
  }
}

void QueryParser::modifiers(SparqlQuery& result) {
  if (take_word("GROUP")) {
    need_word("BY");
    for (;;) {
      QueryColumn key;
      if (token_.kind == SparqlToken::Kind::Variable) {
        key.variable = variable();
      } else if (take("(")) {
        key.expression = expression();
        if (take_word("AS")) key.variable = variable();
        need(")");
      } else if (iri_here() || (token_.kind == SparqlToken::Kind::Word && !is_word("HAVING") && !is_word("ORDER") && !is_word("LIMIT") &&
                                !is_word("OFFSET") && !is_word("VALUES"))) {
        key.expression = constraint();
      } else {
        if (result.group_by.empty()) expected("what to group by");
        break;
      }
      result.group_by.push_back(std::move(key));
    }
  }
  if (take_word("HAVING")) {
    do result.having.push_back(constraint());
    while (token_.is("(") || iri_here() ||
           (token_.kind == SparqlToken::Kind::Word && !is_word("ORDER") && !is_word("LIMIT") && !is_word("OFFSET") && !is_word("VALUES")));
  }
  if (take_word("ORDER")) {
    need_word("BY");
    ordering(result);
  }
  for (;;) {
    if (take_word("LIMIT")) {
      result.limit = whole_number();
    } else if (take_word("OFFSET")) {
      result.offset = whole_number();
    } else {
      break;
    }
  }
  if (is_word("VALUES")) result.values = inline_data();
}

QueryTerm QueryParser::data_value() {
  if (take_word("UNDEF")) return {};
  if (iri_here()) return iri();
  if (literal_here()) return literal();
  expected("an IRI, a literal or UNDEF");
}

QueryElement QueryParser::inline_data() {
  QueryElement result;
  result.kind = QueryElement::Kind::Values;
  result.place = place();
  need_word("VALUES");
  if (!token_.is("(")) {
    result.variables.push_back(variable());
    need("{");
    while (!take("}")) result.rows.push_back({data_value()});
    return result;
  }
  need("(");
  while (!take(")")) result.variables.push_back(variable());
  need("{");
  while (!take("}")) {
    need("(");
    std::vector<QueryTerm> row;
    while (!token_.is(")")) row.push_back(data_value());
    if (row.size() != result.variables.size()) expected(fmt::format("{} values in a row, not {}", result.variables.size(), row.size()));
    need(")");
    result.rows.push_back(std::move(row));
  }
  return result;
}

}  // namespace musclekg
