#include <fmt/format.h>

#include "base/iri_reference.h"
#include "rdf/turtle_reader.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::size_t kDeepest = 1000;

/// Counts the levels of nesting.
class Level {
 public:
  explicit Level(std::size_t& depth) : depth_(depth) { ++depth_; }
  ~Level() { --depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  std::size_t& depth_;
};

}  // namespace

void TurtleReader::triples() {
  const TurtleLexer::Token& token = lexer_.token();
  if (token.is('[')) {
    lexer_.next();
    const bool empty = token.is(']');
    const Node* const node = fresh();
    properties(node);
    if (empty || !(token.is('.') || token.is('}'))) predicate_objects(node);
  } else if (token.is('(')) {
    lexer_.next();
    const bool empty = token.is(')');
    const Node* const head = empty ? nodes_->iri(rdf::nil) : fresh();
    empty ? void(lexer_.next()) : list_items(head);
    predicate_objects(head);
  } else {
    predicate_objects(term());
  }
}

/// An IRI, a prefixed name or the label of a blank node.
const Node* TurtleReader::term() {
  const Node* node = nullptr;
  if (lexer_.token().kind == Kind::BlankLabel) {
    node = nodes_->blank(plain_label(lexer_.token().text, label_));
  } else if (lexer_.token().kind == Kind::Iri || lexer_.token().kind == Kind::Name) {
    node = iri_node(*nodes_);
  } else {
    expected("an IRI, a prefixed name or a blank node");
  }
  lexer_.next();
  return node;
}

void TurtleReader::predicate_objects(const Node* subject) {
  const TurtleLexer::Token& token = lexer_.token();
  for (;;) {
    const Node* const verb = predicate();
    object(subject, verb);
    while (token.is(',')) {
      lexer_.next();
      object(subject, verb);
    }
    if (!token.is(';')) return;
    while (token.is(';')) lexer_.next();
    if (token.is('.') || token.is(']') || token.is('}') || token.kind == Kind::End) return;
  }
}

/// An object, and the statement it ends; then what is said of it within brackets.
void TurtleReader::object(const Node* subject, const Node* predicate) {
  const TurtleLexer::Token& token = lexer_.token();
  if (token.is('[')) {
    lexer_.next();
    const Node* const node = fresh();
    say(subject, predicate, node);
    properties(node);
  } else if (token.is('(')) {
    lexer_.next();
    if (token.is(')')) {
      say(subject, predicate, nodes_->iri(rdf::nil));
      lexer_.next();
    } else {
      const Node* const head = fresh();
      say(subject, predicate, head);
      list_items(head);
    }
  } else if (token.kind == Kind::Iri || token.kind == Kind::Name || token.kind == Kind::BlankLabel) {
    say(subject, predicate, term());
  } else {
    say(subject, predicate, literal());
  }
}

/// Behind '(', which is not empty: to the ')' and behind it.
void TurtleReader::list_items(const Node* cell) {
  const Level level(depth_);
  if (depth_ > kDeepest) fault("nesting", fmt::format("brackets and lists are nested deeper than {}", kDeepest));
  NodeTable& lasting = nodes_->lasting();
  const Node *const first = lasting.iri(rdf::first), *const rest = lasting.iri(rdf::rest);
  for (;;) {
    object(cell, first);
    if (lexer_.token().is(')')) break;
    const Node* const next = fresh();
    say(cell, rest, next);
    cell = next;
  }
  say(cell, rest, nodes_->iri(rdf::nil));
  lexer_.next();
}

/// Behind '[': to the ']' and behind it.
void TurtleReader::properties(const Node* node) {
  const Level level(depth_);
  if (depth_ > kDeepest) fault("nesting", fmt::format("brackets and lists are nested deeper than {}", kDeepest));
  if (!lexer_.token().is(']')) predicate_objects(node);
  if (!lexer_.token().is(']')) expected("']'");
  lexer_.next();
}

const Node* TurtleReader::predicate() {
  const TurtleLexer::Token& token = lexer_.token();
  NodeTable& lasting = nodes_->lasting();
  const Node* node = nullptr;
  if (token.kind == Kind::Word && token.text == "a") {
    node = lasting.iri(rdf::type);
  } else if (token.kind == Kind::Iri || token.kind == Kind::Name) {
    node = iri_node(lasting);
  } else {
    expected("a predicate");
  }
  lexer_.next();
  return node;
}

const Node* TurtleReader::literal() {
  const TurtleLexer::Token& token = lexer_.token();
  const auto typed = [&](std::string_view datatype) {
    const Node* const node = nodes_->literal(token.text, nodes_->lasting().iri(datatype));
    lexer_.next();
    return node;
  };
  if (token.kind == Kind::Integer) return typed(xsd::integer);
  if (token.kind == Kind::Decimal) return typed(xsd::decimal);
  if (token.kind == Kind::Double) return typed(xsd::double_);
  if (token.kind == Kind::Word && (token.text == "true" || token.text == "false")) return typed(xsd::boolean);
  if (token.kind != Kind::String) expected("an object");
  text_ = token.text;
  lexer_.next();
  const Node* node = nullptr;
  if (token.kind == Kind::At) {
    node = nodes_->text(text_, token.text);
    lexer_.next();
  } else if (token.kind == Kind::Datatype) {
    lexer_.next();
    if (token.kind != Kind::Iri && token.kind != Kind::Name) expected("a datatype");
    node = nodes_->literal(text_, iri_node(nodes_->lasting()));
    lexer_.next();
  } else {
    node = nodes_->text(text_);
  }
  return node;
}

std::string TurtleReader::resolved(const std::string& base, std::string_view reference) const {
  if (has_scheme(reference)) return std::string(reference);
  if (base.empty()) fault("relative-iri", fmt::format("{} is relative, and there is no base", excerpt(reference)));
  return resolve_iri(base, reference);
}

/// The current token, an IRI or a prefixed name.
const Node* TurtleReader::iri_node(NodeTable& table) {
  const TurtleLexer::Token& token = lexer_.token();
  if (token.kind == Kind::Iri) return has_scheme(token.text) ? made_iri(table, token.text) : made_iri(table, resolved(base_, token.text));
  const auto prefix = prefixes_.find(token.prefix);
  if (prefix == prefixes_.end() || prefix->second.empty())
    fault("undeclared-prefix", fmt::format("the prefix {} is not declared{}", excerpt(std::string(token.prefix) + ':'),
                                           prefix == prefixes_.end() ? "" : " without fault"));
  return made_iri(table, scratch_.assign(prefix->second).append(token.text));
}

const Node* TurtleReader::made_iri(NodeTable& table, std::string_view iri) const {
  try {
    return table.iri(iri);
  } catch (const std::invalid_argument&) {
    fault("iri-syntax", fmt::format("not an absolute IRI: {}", excerpt(iri)));
  }
}

const Node* TurtleReader::fresh() { return nodes_->anonymous_blank(label_.assign("g-").append(fmt::format_int(++fresh_).c_str())); }

}  // namespace musclekg
