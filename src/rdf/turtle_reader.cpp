#include "rdf/turtle_reader.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kLargestStatement = 65536;

/// A fault at a token, whose place is known already.
struct Misplaced {
  Position where;
  std::string_view rule;
  std::string text;
};

}  // namespace

void TurtleReader::fault(std::string_view rule, const std::string& text) const { throw Misplaced{lexer_.position(), rule, text}; }

void TurtleReader::expected(std::string_view what) const {
  const TurtleLexer::Token& token = lexer_.token();
  fault("rdf-syntax", fmt::format("expected {}, found {}{}", what, token.kind == Kind::End ? "the end" : lexer_.found(),
                                  token.is('{') && !trig_ ? " (graphs in braces are TriG)" : ""));
}

bool TurtleReader::is_word(std::string_view word) const {
  return lexer_.token().kind == Kind::Word && ascii_lower(lexer_.token().text) == word;
}

void TurtleReader::read() {
  bool behind_end = true;  // the current token ends a statement
  for (;;) {
    try {
      if (std::exchange(behind_end, false)) lexer_.next();
      if (!statement()) return;
    } catch (const Misplaced& wrong) {
      faults_.statement(wrong.where, wrong.rule, wrong.text);
      if (!recover(true)) return;
      behind_end = true;
    } catch (const ScanFault& wrong) {
      faults_.statement(lexer_.position(wrong.at), wrong.rule, wrong.what());
      lexer_.pass_fault(wrong);
      if (!recover(false)) return;
      behind_end = true;
    }
  }
}

/// Looks for the end of a statement with a fault, from the current token or the one behind it: a '.', or the '}' of its graph, or of a
/// graph that begins within it. That token is then the current one; false at the end of the document.
bool TurtleReader::recover(bool from_current) {
  quads_.clear();
  std::size_t braces = 0;
  for (;;) {
    try {
      if (!std::exchange(from_current, false)) lexer_.next_unchecked();
    } catch (const ScanFault& wrong) {
      lexer_.pass_fault(wrong);
      continue;
    }
    const TurtleLexer::Token& token = lexer_.token();
    if (token.kind == Kind::End) return false;
    if (token.is('.') && braces == 0) return true;
    if (token.is('{')) ++braces;
    if (!token.is('}')) continue;
    if (braces > 0 && --braces == 0) return true;
    if (braces == 0 && in_graph_) {
      in_graph_ = false;
      return true;
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
  auto meaning = prefixes_.end();
  const std::string base = base_;
  if (!is_prefix) {
    base_.clear();
  } else {
    if (lexer_.next(); lexer_.token().kind != Kind::Name || !lexer_.token().text.empty()) expected("a prefix with a colon");
    name = lexer_.token().prefix;
    meaning = prefixes_.insert_or_assign(name, std::string()).first;  // a faulty one ends the one before, too
  }
  if (lexer_.next(); lexer_.token().kind != Kind::Iri) expected("an IRI in brackets");
  try {
    std::string iri = resolved(base, lexer_.token().text);
    if (!valid_iri(iri)) fault("iri-syntax", fmt::format("not an absolute IRI: {}", excerpt(iri)));
    if (is_prefix) {
      handler_.prefix(name, iri);
      meaning->second = std::move(iri);
    } else {
      base_ = std::move(iri);
    }
  } catch (const Misplaced& wrong) {  // the declaration's end is known
    faults_.statement(wrong.where, wrong.rule, wrong.text);
  }
  lexer_.next();
  if (!dot) return;
  if (!lexer_.token().is('.')) expected("'.' behind the declaration");
  lexer_.next();
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
    if (sole) {
      lexer_.next();
      name = lexer_.token().is('{') ? nodes_->blank(fmt::format("g-{}", ++fresh_)) : fresh();
    } else {
      if (keyword) expected("a graph's name");
      name = fresh();
      properties(name);
    }
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

}  // namespace musclekg
