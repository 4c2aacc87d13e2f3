// Turtle and TriG, statement by statement.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "rdf/rdf_handler.h"
#include "rdf/reading_faults.h"
#include "rdf/turtle_lexer.h"

namespace musclekg {

/// RDF 1.1 Turtle and TriG. Statements are handed on when they have ended; those of more than 65,536 triples in parts. Of one with a fault
/// nothing is handed on (but the parts before), and reading goes on behind the next '.', or behind the '}' of its graph; a graph whose name
/// has a fault is left out whole. A prefix or base that is declared with a fault has no meaning from there. Labels of blank nodes: see
/// plain_label. Brackets and lists within each other, deeper than 1,000, are a fault "nesting". Linear in the document; holds a statement.
class TurtleReader {
 public:
  /// `base`: for relative IRIs; empty: they are faults "relative-iri". `trig`: graphs are read. All outlive this.
  TurtleReader(TextWindow& window, std::string base, bool trig, RdfHandler& handler, ReadingFaults& faults)
      : lexer_(window), base_(std::move(base)), trig_(trig), handler_(handler), faults_(faults) {}

  void read();

 private:
  using Kind = TurtleLexer::Kind;

  /// The name of the graph that is read; made anew for each statement, since the table of nodes may change.
  struct GraphName {
    std::string value;
    bool given = false, blank = false;
  };

  bool statement();
  void directive(bool is_prefix, bool dot);
  void triples_or_graph();
  void graph_block();
  void triples();
  void predicate_objects(const Node* subject);
  void object(const Node* subject, const Node* predicate);
  void list_items(const Node* cell);
  void properties(const Node* node);
  const Node* predicate();
  const Node* literal();
  const Node* term();
  bool recover(bool from_current);
  void begin_statement();
  void end_statement();
  void say(const Node* subject, const Node* predicate, const Node* object);
  std::string resolved(const std::string& base, std::string_view reference) const;
  const Node* iri_node(NodeTable& table);
  const Node* made_iri(NodeTable& table, std::string_view iri) const;
  const Node* fresh();
  [[noreturn]] void expected(std::string_view what) const;
  [[noreturn]] void fault(std::string_view rule, const std::string& text) const;
  bool is_word(std::string_view word) const;

  TurtleLexer lexer_;
  std::string base_;
  bool trig_;
  RdfHandler& handler_;
  ReadingFaults& faults_;
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> prefixes_;
  NodeTable* nodes_ = nullptr;
  std::vector<Quad> quads_;  ///< of the statement
  GraphName graph_name_;
  const Node* graph_ = nullptr;
  bool in_graph_ = false;
  std::size_t depth_ = 0, fresh_ = 0;
  std::string scratch_, label_, text_;
};

}  // namespace musclekg
