// Groups, triples and paths.

#include <fmt/format.h>

#include "rdf/vocabulary.h"
#include "sparql/query_parser.h"

namespace musclekg {

namespace {

void add_triple(QueryGroup& group, Position place, QueryTriple triple) {
  QueryElement element;
  element.place = place;
  element.triple = std::move(triple);
  group.elements.push_back(std::move(element));
}

}  // namespace

QueryGroup QueryParser::group() {
  const QueryDepth depth(depth_, kDeepest, lexer_.text().data() + token_.begin);
  pattern_ = ++patterns_;
  QueryGroup result;
  result.place = place();
  need("{");
  if (is_word("SELECT")) {
    QueryElement element;
    element.kind = QueryElement::Kind::Subquery;
    element.place = place();
    element.subquery = std::make_shared<const SparqlQuery>(subquery());
    result.elements.push_back(std::move(element));
    need("}");
    return result;
  }
  while (!take("}")) element(result);
  return result;
}

void QueryParser::element(QueryGroup& result) {
  QueryElement made;
  made.place = place();
  const bool filter = is_word("FILTER");
  const unsigned pattern = pattern_;
  bool triples_here = false;
  const auto with_group = [&](QueryElement::Kind kind) {
    made.kind = kind;
    made.groups.push_back(group());
    result.elements.push_back(std::move(made));
  };
  if (token_.is("{")) {
    group_or_union(result);
  } else if (take_word("OPTIONAL")) {
    with_group(QueryElement::Kind::Optional);
  } else if (take_word("MINUS")) {
    with_group(QueryElement::Kind::Minus);
  } else if (take_word("GRAPH")) {
    made.term = variable_or_iri();
    with_group(QueryElement::Kind::Graph);
  } else if (take_word("SERVICE")) {
    take_word("SILENT");
    made.term = variable_or_iri();
    with_group(QueryElement::Kind::Service);
  } else if (take_word("FILTER")) {
    made.kind = QueryElement::Kind::Filter;
    made.expression = constraint();
    result.elements.push_back(std::move(made));
  } else if (take_word("BIND")) {
    made.kind = QueryElement::Kind::Bind;
    need("(");
    made.expression = expression();
    need_word("AS");
    made.term = variable();
    need(")");
    result.elements.push_back(std::move(made));
  } else if (is_word("VALUES")) {
    result.elements.push_back(inline_data());
  } else {
    triples(result);
    triples_here = true;
    if (!token_.is("}") && !token_.is("{") && !token_.is(".") && token_.kind != SparqlToken::Kind::Word) expected("'.', ';', ',' or '}'");
  }
  if (!triples_here) pattern_ = filter ? pattern : ++patterns_;  // only filters may stand within a basic graph pattern
  take(".");
}

void QueryParser::group_or_union(QueryGroup& result) {
  QueryElement made;
  made.kind = QueryElement::Kind::Group;
  made.place = place();
  made.groups.push_back(group());
  while (take_word("UNION")) {
    made.kind = QueryElement::Kind::Union;
    made.groups.push_back(group());
  }
  result.elements.push_back(std::move(made));
}

void QueryParser::triples(QueryGroup& result) {
  bool compound = false;
  const QueryTerm subject = node(result, compound);
  if (compound && (token_.is(".") || token_.is("}") || token_.kind == SparqlToken::Kind::End)) return;  // "[ ... ] ." says enough
  properties(subject, result);
}

void QueryParser::properties(const QueryTerm& subject, QueryGroup& result) {
  for (;;) {
    QueryPath along;
    if (token_.kind == SparqlToken::Kind::Variable) {
      along.property = variable();
      along.place = along.property.place;
    } else {
      along = path();
    }
    objects(subject, along, result);
    if (!token_.is(";")) return;
    while (take(";")) {
    }
    const bool verb = token_.kind == SparqlToken::Kind::Variable || iri_here() || token_.is("(") || token_.is("^") || token_.is("!") ||
                      (token_.kind == SparqlToken::Kind::Word && token_.text == "a");
    if (!verb) return;
  }
}

void QueryParser::objects(const QueryTerm& subject, const QueryPath& along, QueryGroup& result) {
  do {
    bool compound = false;
    const QueryTerm object = node(result, compound);
    add(subject, along, object, result);
  } while (take(","));
}

QueryTerm QueryParser::node(QueryGroup& result, bool& compound) {
  switch (token_.kind) {
    case SparqlToken::Kind::Variable:
      return variable();
    case SparqlToken::Kind::Iri:
    case SparqlToken::Kind::Name:
      return iri();
    case SparqlToken::Kind::BlankLabel: {
      QueryTerm label = hidden("");
      --hidden_;
      label.value = fmt::format("{}{}_", kHiddenVariable, token_.text);
      if (!in_template_ && labels_.try_emplace(token_.text, pattern_).first->second != pattern_)
        throw ScanFault(lexer_.text().data() + token_.begin, "sparql-syntax",
                        fmt::format("the label _:{} stands in another basic graph pattern, too; use a variable", token_.text));
      for (char& c : label.value)  // labels may have signs that variables have not
        if (c == '.' || c == '-') c = '_';
      advance();
      return label;
    }
    default:
      break;
  }
  if (literal_here()) return literal();
  const std::size_t before = result.elements.size();
  if (token_.is("[") || token_.is("(")) {
    QueryTerm head = token_.is("[") ? brackets(result) : list(result);
    compound = result.elements.size() > before;  // "[]" and "()" are terms
    return head;
  }
  expected("a variable, an IRI, a literal, '[' or '('");
}

QueryTerm QueryParser::brackets(QueryGroup& result) {
  const QueryDepth depth(depth_, kDeepest, lexer_.text().data() + token_.begin);
  const QueryTerm self = hidden("node");
  need("[");
  if (!token_.is("]")) properties(self, result);
  need("]");
  return self;
}

QueryTerm QueryParser::list(QueryGroup& result) {
  const QueryDepth depth(depth_, kDeepest, lexer_.text().data() + token_.begin);
  const QueryTerm nil{QueryTerm::Kind::Iri, std::string(rdf::nil), {}, {}, place()};
  const QueryTerm first{QueryTerm::Kind::Iri, std::string(rdf::first), {}, {}, place()};
  const QueryTerm rest{QueryTerm::Kind::Iri, std::string(rdf::rest), {}, {}, place()};
  const Position where = place();
  need("(");
  if (take(")")) return nil;
  const QueryTerm head = hidden("list");
  QueryTerm cell = head;
  for (;;) {
    bool compound = false;
    const QueryTerm item = node(result, compound);
    add_triple(result, where, {cell, first, item});
    const bool last = take(")");
    const QueryTerm next = last ? nil : hidden("list");
    add_triple(result, where, {cell, rest, next});
    if (last) return head;
    cell = next;
  }
}

QueryPath QueryParser::path() {
  const QueryDepth depth(depth_, kDeepest, lexer_.text().data() + token_.begin);
  QueryPath result;
  result.kind = QueryPath::Kind::Alternative;
  result.place = place();
  do result.parts.push_back(path_sequence());
  while (take("|"));
  if (result.parts.size() > 1) return result;
  QueryPath only = std::move(result.parts.front());
  return only;
}

QueryPath QueryParser::path_sequence() {
  QueryPath result;
  result.kind = QueryPath::Kind::Sequence;
  result.place = place();
  do result.parts.push_back(path_step());
  while (take("/"));
  if (result.parts.size() > 1) return result;
  QueryPath only = std::move(result.parts.front());
  return only;
}

QueryPath QueryParser::path_step() {
  const Position where = place();
  const bool inverse = take("^");
  QueryPath result = path_primary();
  if (token_.is("*") || token_.is("+") || token_.is("?")) {
    QueryPath repeated;
    repeated.kind = QueryPath::Kind::Repeated;
    repeated.least = token_.is("+") ? 1 : 0;
    repeated.once = token_.is("?");
    repeated.place = place();
    repeated.parts.push_back(std::move(result));
    advance();
    result = std::move(repeated);
  }
  if (!inverse) return result;
  QueryPath turned;
  turned.kind = QueryPath::Kind::Inverse;
  turned.place = where;
  turned.parts.push_back(std::move(result));
  return turned;
}

QueryPath QueryParser::path_primary() {
  QueryPath result;
  result.place = place();
  if (take("(")) {
    result = path();
    need(")");
  } else if (token_.is("!")) {
    result = negated();
  } else if (token_.kind == SparqlToken::Kind::Word && token_.text == "a") {
    result.property = {QueryTerm::Kind::Iri, std::string(rdf::type), {}, {}, place()};
    advance();
  } else {
    if (!iri_here()) expected("a property, a variable or a path");
    result.property = iri();
  }
  return result;
}

QueryPath QueryParser::negated() {
  QueryPath result;
  result.kind = QueryPath::Kind::Negated;
  result.place = place();
  need("!");
  const auto one = [this] {
    QueryPath part;
    part.place = place();
    const bool inverse = take("^");
    if (token_.kind == SparqlToken::Kind::Word && token_.text == "a") {
      part.property = {QueryTerm::Kind::Iri, std::string(rdf::type), {}, {}, place()};
      advance();
    } else {
      part.property = iri();
    }
    if (!inverse) return part;
    QueryPath turned;
    turned.kind = QueryPath::Kind::Inverse;
    turned.parts.push_back(std::move(part));
    return turned;
  };
  if (!take("(")) {
    result.parts.push_back(one());
    return result;
  }
  if (take(")")) return result;
  do result.parts.push_back(one());
  while (take("|"));
  need(")");
  return result;
}

void QueryParser::add(const QueryTerm& subject, const QueryPath& along, const QueryTerm& object, QueryGroup& result) {
  switch (along.kind) {
    case QueryPath::Kind::Property:
      add_triple(result, subject.place, {subject, along.property, object});
      return;
    case QueryPath::Kind::Inverse:
      add(object, along.parts.front(), subject, result);
      return;
    case QueryPath::Kind::Sequence: {
      QueryTerm from = subject;
      for (std::size_t i = 0; i < along.parts.size(); ++i) {
        const QueryTerm to = i + 1 == along.parts.size() ? object : hidden("step");
        add(from, along.parts[i], to, result);
        from = to;
      }
      return;
    }
    case QueryPath::Kind::Alternative: {
      QueryElement made;
      made.kind = QueryElement::Kind::Union;
      made.place = along.place;
      for (const QueryPath& part : along.parts) {
        QueryGroup way;
        way.place = part.place;
        add(subject, part, object, way);
        made.groups.push_back(std::move(way));
      }
      result.elements.push_back(std::move(made));
      return;
    }
    case QueryPath::Kind::Repeated:
    case QueryPath::Kind::Negated: {
      QueryElement made;
      made.kind = QueryElement::Kind::Path;
      made.place = along.place;
      made.path = along;
      made.triple = {subject, {}, object};
      result.elements.push_back(std::move(made));
      return;
    }
  }
}

}  // namespace musclekg
