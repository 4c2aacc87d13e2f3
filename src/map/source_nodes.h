// The text a record was read from, and the places in it: Web Annotation selectors.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "map/statements.h"
#include "model/quote.h"
#include "rdf/node.h"

namespace musclekg {

/// What of a source's words may be told.
enum class QuotePolicy : std::uint8_t {
  Full,
  Hash,  ///< the SHA-256 of the words
  None   ///< only where they stand
};

/// Names and describes sources and places.
class SourceNodes {
 public:
  SourceNodes(std::string_view base, QuotePolicy policy, NodeTable& nodes, NodeTable& scoped);

  /// Begins an output: of a table, the text is described once in it.
  void begin_output() { told_.clear(); }

  /// Begins a record called `slug`, read from `text`: describes the text in `graph`. `page`: what a page's or a table's text is derived
  /// from; may be nullptr. `row`: whether the record is of a row of a table.
  void begin(const SourceText& text, std::string_view slug, const Node* page, bool row, const Node* graph, Statements& statements);

  /// The text of the record.
  const Node* text() const { return text_node_; }

  /// The node of a place of the text, which is described, with its section. `row`, `cell`: of a table, the row and the column of the
  /// place, from 1, which are told as RFC 7111 does (section 2.3); 0: of no table.
  const Node* anchor(const Quote& quote, std::uint32_t row = 0, std::uint32_t cell = 0);

 private:
  const Node* section(std::uint32_t number);
  const Node* integer(std::uint64_t value, const Node* type);
  void say(const Node* subject, const Node* predicate, const Node* object) { statements_->add(subject, predicate, object, graph_); }

  std::string base_;
  QuotePolicy policy_;
  NodeTable& scoped_;
  const SourceText* text_ = nullptr;
  std::string_view slug_;
  const Node* text_node_ = nullptr;
  const Node* graph_ = nullptr;
  Statements* statements_ = nullptr;
  std::string scratch_;
  std::string told_;  ///< digest of the table that was described

  struct Vocabulary {
    const Node *type, *entity, *format, *sha256, *characters, *file, *derived_from, *specific_resource, *has_source, *has_selector,
        *quote_selector, *exact, *prefix, *suffix, *position_selector, *start, *end, *count_type, *integer_type, *boolean_type, *line,
        *column, *fragment_selector, *value, *conforms_to, *csv_fragments, *section, *section_type, *order, *heading_given, *topic, *title,
        *is_part_of, *quote_sha256;
  } v_;
};

}  // namespace musclekg
