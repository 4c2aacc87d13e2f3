// N-Triples and N-Quads, line by line.

#pragma once

#include <string>

#include "rdf/rdf_handler.h"
#include "rdf/rdf_scanner.h"
#include "rdf/reading_faults.h"
#include "rdf/text_window.h"

namespace musclekg {

/// RDF 1.1 N-Triples and N-Quads. A line with a fault is left out, and reading goes on with the next. Labels of blank nodes: see
/// plain_label. Linear in the document; holds a line.
class NQuadsReader {
 public:
  /// `graphs`: N-Quads. All outlive this.
  NQuadsReader(TextWindow& window, bool graphs, RdfHandler& handler, ReadingFaults& faults)
      : window_(window), graphs_(graphs), handler_(handler), faults_(faults) {}

  void read();

 private:
  /// A term of the line before, which often comes again.
  struct Repeated {
    std::string text;  ///< as written
    const Node* node = nullptr;
  };

  void line(const char* begin, const char* end);
  void statement();
  const Node* repeated(const Repeated& before);
  const Node* subject(Repeated& before);
  const Node* predicate();
  const Node* object();
  const Node* iri_node(NodeTable& table);
  const Node* blank_node();

  TextWindow& window_;
  bool graphs_;
  RdfHandler& handler_;
  ReadingFaults& faults_;
  RdfScanner scan_;
  NodeTable* nodes_ = nullptr;
  NodeTable* lasting_ = nullptr;
  Repeated subject_, predicate_, graph_;
  std::string label_;
};

}  // namespace musclekg
