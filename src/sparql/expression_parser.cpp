// Expressions.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sparql/query_functions.h"
#include "sparql/query_parser.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 7> kAggregates = {"AVG", "COUNT", "GROUP_CONCAT", "MAX", "MIN", "SAMPLE", "SUM"};

std::string capitals(std::string_view word) {
  std::string result(word);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

QueryExpression operation(std::string name, Position place, QueryExpression left, QueryExpression right) {
  QueryExpression result;
  result.kind = QueryExpression::Kind::Operator;
  result.name = std::move(name);
  result.place = place;
  result.operands.push_back(std::move(left));
  result.operands.push_back(std::move(right));
  return result;
}

}  // namespace

QueryExpression QueryParser::constraint() {
  if (take("(")) {
    QueryExpression result = expression();
    need(")");
    return result;
  }
  if (iri_here() || token_.kind == SparqlToken::Kind::Word) return primary();
  expected("'(' or a function");
}

QueryExpression QueryParser::expression() {
  const QueryDepth depth(depth_, kDeepest, lexer_.text().data() + token_.begin);
  QueryExpression result = conjunction();
  for (Position where = place(); take("||"); where = place()) result = operation("||", where, std::move(result), conjunction());
  return result;
}

QueryExpression QueryParser::conjunction() {
  QueryExpression result = relation();
  for (Position where = place(); take("&&"); where = place()) result = operation("&&", where, std::move(result), relation());
  return result;
}

QueryExpression QueryParser::relation() {
  QueryExpression left = sum();
  const Position where = place();
  for (const std::string_view sign : {"=", "!=", "<=", ">=", "<", ">"})
    if (take(sign)) return operation(std::string(sign), where, std::move(left), sum());
  const bool negated = take_word("NOT");
  if (!negated && !is_word("IN")) return left;
  need_word("IN");
  QueryExpression result;
  result.kind = QueryExpression::Kind::In;
  result.name = negated ? "NOT IN" : "IN";
  result.place = where;
  result.operands.push_back(std::move(left));
  for (QueryExpression& member : operands()) result.operands.push_back(std::move(member));
  return result;
}

QueryExpression QueryParser::sum() {
  QueryExpression result = product();
  for (;;) {
    const Position where = place();
    if (take("+")) {
      result = operation("+", where, std::move(result), product());
    } else if (take("-")) {
      result = operation("-", where, std::move(result), product());
    } else {
      return result;
    }
  }
}

QueryExpression QueryParser::product() {
  QueryExpression result = unary();
  for (;;) {
    const Position where = place();
    if (take("*")) {
      result = operation("*", where, std::move(result), unary());
    } else if (take("/")) {
      result = operation("/", where, std::move(result), unary());
    } else {
      return result;
    }
  }
}

QueryExpression QueryParser::unary() {
  const Position where = place();
  std::string signs;
  while (token_.is("!") || token_.is("-") || token_.is("+")) {
    if (signs.size() >= kDeepest) expected("fewer signs");
    signs += token_.text;
    advance();
  }
  QueryExpression result = primary();
  for (; !signs.empty(); signs.pop_back()) {
    if (signs.back() == '+') continue;
    QueryExpression outer;
    outer.kind = QueryExpression::Kind::Operator;
    outer.name = signs.back();
    outer.place = where;
    outer.operands.push_back(std::move(result));
    result = std::move(outer);
  }
  return result;
}

std::vector<QueryExpression> QueryParser::operands() {
  std::vector<QueryExpression> result;
  need("(");
  if (take(")")) return result;
  do result.push_back(expression());
  while (take(","));
  need(")");
  return result;
}

QueryExpression QueryParser::primary() {
  QueryExpression result;
  result.place = place();
  if (take("(")) {
    result = expression();
    need(")");
    return result;
  }
  if (token_.kind == SparqlToken::Kind::Variable) {
    result.term = variable();
  } else if (iri_here()) {
    result.term = iri();
    if (!token_.is("(")) return result;
    result.kind = QueryExpression::Kind::Call;
    result.name = result.term.value;
    result.operands = operands();
  } else if (literal_here()) {
    result.term = literal();
  } else if (token_.kind == SparqlToken::Kind::Word) {
    const SparqlToken word = token_;
    advance();
    return function(word);
  } else {
    expected("a variable, an IRI, a literal, a function or '('");
  }
  return result;
}

QueryExpression QueryParser::function(const SparqlToken& word) {
  QueryExpression result;
  result.place = position_in(lexer_.text(), word.begin);
  const char* const at = lexer_.text().data() + word.begin;
  result.name = capitals(word.text);
  if (result.name == "NOT" || result.name == "EXISTS") {
    if (result.name == "NOT") {
      need_word("EXISTS");
      result.name = "NOT EXISTS";
    }
    result.kind = QueryExpression::Kind::Exists;
    result.group = std::make_shared<const QueryGroup>(group());
    return result;
  }
  if (std::binary_search(kAggregates.begin(), kAggregates.end(), result.name)) return aggregate(word);
  const QueryFunction* const row = query_function(result.name);
  if (row == nullptr) throw ScanFault(at, "sparql-syntax", fmt::format("SPARQL has no function {}", result.name));
  result.kind = QueryExpression::Kind::Function;
  result.operands = operands();
  if (result.operands.size() < row->least || result.operands.size() > row->most)
    throw ScanFault(
        at, "sparql-syntax",
        row->most == kAnyNumber ? fmt::format("{} takes at least {} operands, not {}", row->name, row->least, result.operands.size())
        : row->least == row->most
            ? fmt::format("{} takes {} operand{}, not {}", row->name, row->least, row->least == 1 ? "" : "s", result.operands.size())
            : fmt::format("{} takes {} to {} operands, not {}", row->name, row->least, row->most, result.operands.size()));
  if (row->name == "BOUND" && !result.operands.front().term.is_variable()) throw ScanFault(at, "sparql-syntax", "BOUND takes a variable");
  return result;
}

QueryExpression QueryParser::aggregate(const SparqlToken& word) {
  QueryExpression result;
  result.kind = QueryExpression::Kind::Aggregate;
  result.place = position_in(lexer_.text(), word.begin);
  result.name = capitals(word.text);
  need("(");
  result.distinct = take_word("DISTINCT");
  if (!(result.name == "COUNT" && take("*"))) result.operands.push_back(expression());
  if (result.name == "GROUP_CONCAT" && take(";")) {
    need_word("SEPARATOR");
    need("=");
    if (token_.kind != SparqlToken::Kind::String) expected("a separator in quotes");
    result.separator = token_.text;
    advance();
  }
  need(")");
  return result;
}

}  // namespace musclekg
