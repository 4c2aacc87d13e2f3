#include "rdf/turtle_reader.h"

#include <fmt/format.h>

#include <utility>

#include "base/iri_reference.h"
#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::size_t kDeepest = 1000;
constexpr std::size_t kLargestStatement = 65536;

/// A fault at a token, whose place is known already.
struct Misplaced {
  Position where;
  std::string_view rule;
  std::string text;
};

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

void TurtleReader::fault(std::string_view rule, const std::string& text) const { throw Misplaced{lexer_.position(), rule, text}; }

void TurtleReader::expected(std::string_view what) const {
  fault("rdf-syntax", fmt::format("expected {}, found {}", what, lexer_.token().kind == Kind::End ? "the end" : lexer_.found()));
}

bool TurtleReader::is_word(std::string_view word) const {
  return lexer_.token().kind == Kind::Word && ascii_lower(lexer_.token().text) == word;
}

void TurtleReader::read() {
  bool begun = false;
  for (;;) {
    try {
      if (!std::exchange(begun, true)) lexer_.next();
      if (!statement()) return;
    } catch (const Misplaced& wrong) {
      faults_.statement(wrong.where, wrong.rule, wrong.text);
      if (!recover(true)) return;
    } catch (const ScanFault& wrong) {
      const Position where = lexer_.position(wrong.at);
      if (wrong.rule == "not-utf8") return faults_.document(where, wrong.rule, wrong.what());
      faults_.statement(where, wrong.rule, wrong.what());
      lexer_.pass_fault(wrong);
      if (!recover(false)) return;
    }
  }
}

/// Looks for the end of a statement with a fault, from the current token or the one behind it. The token behind the end is then the current
/// one; false at the end of the document.
bool TurtleReader::recover(bool from_current) {
  quads_.clear();
  for (;;) {
    try {
      if (!std::exchange(from_current, false)) lexer_.next();
      const TurtleLexer::Token& token = lexer_.token();
      if (token.kind == Kind::End) return false;
      if (token.is('.') || (token.is('}') && in_graph_)) {
        if (token.is('}')) in_graph_ = false;
        lexer_.next();
        return true;
      }
    } catch (const ScanFault& wrong) {
      if (wrong.rule == "not-utf8") {
        faults_.document(lexer_.position(wrong.at), wrong.rule, wrong.what());
        return false;
      }
      lexer_.pass_fault(wrong);
    }
  }
}

void TurtleReader::begin_statement() {
  nodes_ = &handler_.nodes();
  graph_ = nullptr;
  if (!in_graph_ || !graph_name_.given) return;
  graph_ = graph_name_.blank ? nodes_->blank(graph_name_.value) : nodes_->iri(graph_name_.value);
}

void TurtleReader::end_statement() {
  for (const Quad& quad : quads_) handler_.quad(quad);
  quads_.clear();
  handler_.statement_end();
}

void TurtleReader::say(const Node* subject, const Node* predicate, const Node* object) {
  quads_.push_back({subject, predicate, object, graph_});
  if (quads_.size() < kLargestStatement) return;
  for (const Quad& quad : quads_) handler_.quad(quad);
  quads_.clear();
}

/// One statement of the document, or of a graph. False at the end.
bool TurtleReader::statement() {
  const TurtleLexer::Token& token = lexer_.token();
  if (token.kind == Kind::End) {
    if (in_graph_) expected("'}' behind the graph");
    return false;
  }
  begin_statement();
  if (in_graph_) {
    graph_block();
    return true;
  }
  const bool at = token.kind == Kind::At;
  if (at && (token.text == "prefix" || token.text == "base")) {
    directive(token.text == "prefix", true);
  } else if (is_word("prefix") || is_word("base")) {
    directive(is_word("prefix"), false);
  } else if (trig_) {
    triples_or_graph();
  } else {
    triples();
    if (!lexer_.token().is('.')) expected("'.' behind the statement");
    end_statement();
    lexer_.next();
  }
  return true;
}

/// @prefix, @base, with a dot behind them; PREFIX, BASE.
void TurtleReader::directive(bool is_prefix, bool dot) {
  std::string name;
  if (is_prefix) {
    if (lexer_.next(); lexer_.token().kind != Kind::Name || !lexer_.token().text.empty()) expected("a prefix with a colon");
    name = lexer_.token().prefix;
  }
  if (lexer_.next(); lexer_.token().kind != Kind::Iri) expected("an IRI in brackets");
  std::string iri = resolved(lexer_.token().text);
  if (!valid_iri(iri)) fault("iri-syntax", fmt::format("not an absolute IRI: '{}'", printable_line(iri)));
  lexer_.next();
  if (dot && !lexer_.token().is('.')) expected("'.' behind the declaration");
  if (is_prefix) {
    handler_.prefix(name, iri);
    prefixes_.insert_or_assign(std::move(name), std::move(iri));
  } else {
    base_ = std::move(iri);
  }
  if (dot) lexer_.next();
}

/// TriG: a graph's block, or triples of the default graph.
void TurtleReader::triples_or_graph() {
  const bool keyword = is_word("graph");
  if (keyword) lexer_.next();
  graph_name_ = {};
  if (!keyword && lexer_.token().is('{')) {
    in_graph_ = true;
    lexer_.next();
    return;
  }
  const Node* name = nullptr;
  bool sole = false;  // it can be a graph's name
  if (lexer_.token().is('[')) {
    lexer_.next();
    sole = lexer_.token().is(']');
    name = sole ? nodes_->blank(fmt::format("g-{}", ++fresh_)) : fresh();
    if (!sole && keyword) expected("a graph's name");
    properties(name);
  } else if (lexer_.token().is('(') && !keyword) {
    triples();
    if (!lexer_.token().is('.')) expected("'.' behind the statement");
    end_statement();
    lexer_.next();
    return;
  } else {
    name = term();
    sole = true;
  }
  if (sole && lexer_.token().is('{')) {
    graph_name_ = {std::string(name->value), true, name->kind == Node::Kind::Blank};
    in_graph_ = true;
    lexer_.next();
    return;
  }
  if (keyword) expected("'{' behind the graph's name");
  if (sole || !lexer_.token().is('.')) predicate_objects(name);
  if (!lexer_.token().is('.')) expected("'.' behind the statement");
  end_statement();
  lexer_.next();
}

/// Within braces: one statement, or the brace that ends them.
void TurtleReader::graph_block() {
  if (!lexer_.token().is('}')) {
    triples();
    if (!lexer_.token().is('.') && !lexer_.token().is('}')) expected("'.' or '}' behind the statement");
    end_statement();
    if (lexer_.token().is('.')) {
      lexer_.next();
      return;
    }
  }
  in_graph_ = false;
  lexer_.next();
}

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

std::string TurtleReader::resolved(std::string_view reference) const {
  if (has_scheme(reference)) return std::string(reference);
  if (base_.empty()) fault("relative-iri", fmt::format("'{}' is relative, and there is no base", printable_line(reference)));
  return resolve_iri(base_, reference);
}

/// The current token, an IRI or a prefixed name.
const Node* TurtleReader::iri_node(NodeTable& table) {
  const TurtleLexer::Token& token = lexer_.token();
  if (token.kind == Kind::Iri) return has_scheme(token.text) ? made_iri(table, token.text) : made_iri(table, resolved(token.text));
  const auto prefix = prefixes_.find(token.prefix);
  if (prefix == prefixes_.end()) fault("undeclared-prefix", fmt::format("the prefix '{}:' is not declared", token.prefix));
  return made_iri(table, scratch_.assign(prefix->second).append(token.text));
}

const Node* TurtleReader::made_iri(NodeTable& table, std::string_view iri) const {
  try {
    return table.iri(iri);
  } catch (const std::invalid_argument&) {
    fault("iri-syntax", fmt::format("not an absolute IRI: '{}'", printable_line(iri)));
  }
}

const Node* TurtleReader::fresh() { return nodes_->anonymous_blank(label_.assign("g-").append(fmt::format_int(++fresh_).c_str())); }

}  // namespace musclekg
