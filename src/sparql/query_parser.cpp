#include "sparql/query_parser.h"

#include <fmt/format.h>

#include <set>

#include "base/iri_reference.h"
#include "base/text.h"

namespace musclekg {

namespace {

bool same_word(std::string_view a, std::string_view b) { return ascii_lower(a) == ascii_lower(b); }

}  // namespace

// Tokens.

void QueryParser::advance() { token_ = lexer_.next(); }

bool QueryParser::is_word(std::string_view word) const { return token_.kind == SparqlToken::Kind::Word && same_word(token_.text, word); }

bool QueryParser::take(std::string_view sign) {
  if (!token_.is(sign)) return false;
  advance();
  return true;
}

bool QueryParser::take_word(std::string_view word) {
  if (!is_word(word)) return false;
  advance();
  return true;
}

void QueryParser::need(std::string_view sign) {
  if (!take(sign)) expected(fmt::format("'{}'", sign));
}

void QueryParser::need_word(std::string_view word) {
  if (!take_word(word)) expected(word);
}

void QueryParser::expected(std::string_view what) const {
  const std::string_view text = lexer_.text();
  const char* const at = text.data() + token_.begin;
  throw ScanFault(at, "sparql-syntax", fmt::format("expected {}, found {}", what, found_at(at, text.data() + text.size())));
}

// Terms.

std::string QueryParser::resolve(std::string_view reference) const {
  std::string result = has_scheme(reference) ? std::string(reference) : resolve_iri(base_, reference);
  if (!valid_iri(result))
    throw ScanFault(lexer_.text().data() + token_.begin, "sparql-syntax",
                    fmt::format("<{}> is relative, and the query has no BASE", printable_line(reference)));
  return result;
}

std::string QueryParser::expand(const SparqlToken& token) {
  if (const auto declared = prefixes_.find(token.prefix); declared != prefixes_.end()) return declared->second + token.text;
  if (auto known = known_.expand(token.prefix + ":" + token.text)) return *std::move(known);
  for (const Prefixes::Row& row : known_.rows())  // an empty local name
    if (row.name == token.prefix && token.text.empty()) return row.iri;
  std::vector<std::string_view> names;
  for (const Prefixes::Row& row : known_.rows()) names.push_back(row.name);
  const auto near = nearest(token.prefix, names);
  diagnostics_.error({name_, position_in(lexer_.text(), token.begin)}, "sparql-prefix",
                     fmt::format("the prefix '{}:' is neither declared nor known", token.prefix),
                     near ? fmt::format("did you mean {}:?", *near) : fmt::format("write PREFIX {}: <...> before the query", token.prefix));
  return "urn:unknown:" + token.prefix + ":" + token.text;
}

bool QueryParser::iri_here() const { return token_.kind == SparqlToken::Kind::Iri || token_.kind == SparqlToken::Kind::Name; }

QueryTerm QueryParser::iri() {
  if (!iri_here()) expected("an IRI");
  QueryTerm result{QueryTerm::Kind::Iri, {}, {}, {}, place()};
  result.value = token_.kind == SparqlToken::Kind::Iri ? resolve(token_.text) : expand(token_);
  if (!valid_iri(result.value)) expected("an IRI");
  advance();
  return result;
}

QueryTerm QueryParser::variable() {
  if (token_.kind != SparqlToken::Kind::Variable) expected("a variable");
  if (token_.text.starts_with(kHiddenVariable))
    throw ScanFault(lexer_.text().data() + token_.begin, "sparql-syntax",
                    fmt::format("variables that begin with ?{} are the program's own", kHiddenVariable));
  QueryTerm result{QueryTerm::Kind::Variable, token_.text, {}, {}, place()};
  advance();
  return result;
}

QueryTerm QueryParser::variable_or_iri() { return token_.kind == SparqlToken::Kind::Variable ? variable() : iri(); }

QueryTerm QueryParser::hidden(std::string_view kind) {
  return {in_template_ ? QueryTerm::Kind::Blank : QueryTerm::Kind::Variable,
          fmt::format("{}{}{}", kHiddenVariable, kind, ++hidden_),
          {},
          {},
          place()};
}

bool QueryParser::literal_here() const {
  switch (token_.kind) {
    case SparqlToken::Kind::String:
    case SparqlToken::Kind::Integer:
    case SparqlToken::Kind::Decimal:
    case SparqlToken::Kind::Double:
      return true;
    default:
      return token_.is("+") || token_.is("-") || is_word("true") || is_word("false");
  }
}

QueryTerm QueryParser::literal() {
  constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";
  QueryTerm result{QueryTerm::Kind::Literal, {}, {}, {}, place()};
  if (token_.is("+") || token_.is("-")) {
    result.value = token_.text;
    advance();
    if (token_.kind != SparqlToken::Kind::Integer && token_.kind != SparqlToken::Kind::Decimal && token_.kind != SparqlToken::Kind::Double)
      expected("a number");
  }
  const SparqlToken token = token_;
  advance();
  switch (token.kind) {
    case SparqlToken::Kind::Integer:
      result.datatype = fmt::format("{}integer", kXsd);
      break;
    case SparqlToken::Kind::Decimal:
      result.datatype = fmt::format("{}decimal", kXsd);
      break;
    case SparqlToken::Kind::Double:
      result.datatype = fmt::format("{}double", kXsd);
      break;
    case SparqlToken::Kind::Word:
      result.datatype = fmt::format("{}boolean", kXsd);
      break;
    default:
      if (token_.kind == SparqlToken::Kind::Language) {
        result.language = token_.text;
        advance();
      } else if (take("^^")) {
        result.datatype = iri().value;
        if (result.datatype == fmt::format("{}string", kXsd)) result.datatype.clear();
      }
  }
  result.value += token.kind == SparqlToken::Kind::Word ? ascii_lower(token.text) : token.text;
  return result;
}

// Queries.

SparqlQuery QueryParser::query() {
  prologue();
  SparqlQuery result;
  result.place = place();
  if (is_word("SELECT")) {
    select(result);
  } else if (is_word("CONSTRUCT")) {
    construct(result);
  } else if (is_word("DESCRIBE")) {
    describe(result);
  } else if (take_word("ASK")) {
    result.form = SparqlQuery::Form::Ask;
    dataset(result);
    take_word("WHERE");
    result.where = group();
  } else {
    expected("SELECT, ASK, CONSTRUCT or DESCRIBE");
  }
  modifiers(result);
  result.base = base_;
  if (token_.kind != SparqlToken::Kind::End) expected("the end of the query");
  return result;
}

void QueryParser::prologue() {
  for (;;) {
    if (take_word("BASE")) {
      if (token_.kind != SparqlToken::Kind::Iri) expected("an IRI in brackets");
      base_ = resolve(token_.text);
      advance();
    } else if (take_word("PREFIX")) {
      if (token_.kind != SparqlToken::Kind::Name || !token_.text.empty()) expected("a prefix with a colon behind it");
      const std::string name = token_.prefix;
      advance();
      if (token_.kind != SparqlToken::Kind::Iri) expected("an IRI in brackets");
      prefixes_[name] = resolve(token_.text);
      advance();
    } else {
      return;
    }
  }
}

void QueryParser::select(SparqlQuery& result) {
  need_word("SELECT");
  result.form = SparqlQuery::Form::Select;
  result.distinct = take_word("DISTINCT") || take_word("REDUCED");
  if (take("*")) {
    result.all = true;
  } else {
    while (token_.kind == SparqlToken::Kind::Variable || token_.is("(")) {
      QueryColumn column;
      if (take("(")) {
        column.expression = expression();
        need_word("AS");
        column.variable = variable();
        need(")");
      } else {
        column.variable = variable();
      }
      result.columns.push_back(std::move(column));
    }
    if (result.columns.empty()) expected("a variable, (expression AS ?variable) or *");
  }
  dataset(result);
  take_word("WHERE");
  result.where = group();
}

void QueryParser::construct(SparqlQuery& result) {
  need_word("CONSTRUCT");
  result.form = SparqlQuery::Form::Construct;
  const auto fill_template = [this, &result] {
    need("{");
    in_template_ = true;
    QueryGroup pattern;
    while (!token_.is("}")) {
      triples(pattern);
      if (!take(".")) break;
    }
    need("}");
    in_template_ = false;
    for (const QueryElement& part : pattern.elements) {
      if (part.kind != QueryElement::Kind::Triple)
        throw ScanFault(lexer_.text().data() + token_.begin, "sparql-syntax", "a template has triples only, without paths");
      result.construct.push_back(part.triple);
    }
  };
  if (token_.is("{")) {
    fill_template();
    dataset(result);
    take_word("WHERE");
    result.where = group();
    return;
  }
  dataset(result);
  need_word("WHERE");
  SparqlLexer behind = lexer_;  // CONSTRUCT WHERE { triples }: they are the template, too
  const SparqlToken first = token_;
  fill_template();
  lexer_ = behind;
  token_ = first;
  result.where = group();
  for (const QueryElement& part : result.where.elements)
    if (part.kind != QueryElement::Kind::Triple) expected("triples only, where the template is left out");
}

void QueryParser::describe(SparqlQuery& result) {
  need_word("DESCRIBE");
  result.form = SparqlQuery::Form::Describe;
  if (take("*")) {
    result.all = true;
  } else {
    while (token_.kind == SparqlToken::Kind::Variable || iri_here()) result.described.push_back(variable_or_iri());
    if (result.described.empty()) expected("a variable, an IRI or *");
  }
  dataset(result);
  const bool where = take_word("WHERE");
  if (where || token_.is("{")) result.where = group();
}

void QueryParser::dataset(SparqlQuery& result) {
  while (take_word("FROM")) {
    const bool named = take_word("NAMED");
    (named ? result.from_named : result.from).push_back(iri());
  }
}

SparqlQuery QueryParser::subquery() {
  SparqlQuery result;
  result.place = place();
  select(result);
  modifiers(result);
  return result;
}

std::optional<SparqlQuery> parse_query(std::string_view text, std::string_view name, const Prefixes& known, Diagnostics& diagnostics) {
  if (const std::size_t broken = find_invalid_utf8(text); broken != std::string_view::npos) {
    diagnostics.error({name, position_in(text, broken)}, "not-utf8", "the query is not UTF-8 here");
    return std::nullopt;
  }
  const std::size_t before = diagnostics.count(Severity::Error);
  try {
    SparqlQuery result = QueryParser(text, name, known, diagnostics).query();
    if (diagnostics.count(Severity::Error) > before) return std::nullopt;
    return result;
  } catch (const ScanFault& fault) {
    diagnostics.error({name, position_in(text, static_cast<std::size_t>(fault.at - text.data()))}, "sparql-syntax", fault.what());
    return std::nullopt;
  }
}

std::string with_known_prefixes(std::string_view text, const Prefixes& known) {
  std::set<std::string> used, declared;
  try {
    SparqlLexer lexer(text);
    bool declares = false;
    for (SparqlToken token = lexer.next(); token.kind != SparqlToken::Kind::End; token = lexer.next()) {
      if (token.kind == SparqlToken::Kind::Name) (declares ? declared : used).insert(token.prefix);
      declares = token.kind == SparqlToken::Kind::Word && same_word(token.text, "PREFIX");
    }
  } catch (const ScanFault&) {
    return std::string(text);
  }
  std::string result;
  for (const Prefixes::Row& row : known.rows())
    if (used.contains(row.name) && !declared.contains(row.name)) result += fmt::format("PREFIX {}: <{}>\n", row.name, row.iri);
  result += text;
  return result;
}

}  // namespace musclekg
