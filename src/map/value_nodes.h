// What the values of a record become: nodes.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "map/linked_record.h"
#include "map/statements.h"
#include "map/term_nodes.h"
#include "terms/kinds.h"

namespace musclekg {

/// The nodes of one value.
struct ValueNode {
  const Node* node = nullptr;
  const Node* material = nullptr;  ///< the node, or of a line the nearest material structure it is part of
  const Node* group = nullptr;     ///< the collection named after it
  const Node* joint = nullptr;     ///< of an action
  const Node* part = nullptr;      ///< likewise
  std::uint32_t position = 0;      ///< from 1, among the fields of its owner with its relation
  bool last = false;               ///< of these
};

/// Finds the nodes of one record's values after the other. They live until the next record's.
class ValueNodes {
 public:
  ValueNodes(const Mapping& mapping, const TermIndex& terms, const KindTable& kinds, TermNodes& term_nodes, std::string_view base,
             NodeTable& nodes, NodeTable& scoped);

  /// Begins a record called `slug`.
  void begin(const LinkedRecord& linked, std::string_view slug);

  const ValueNode& operator[](std::uint32_t field) const { return values_[field]; }

  /// The record's muscle.
  const Node* muscle() const { return values_.front().node; }

  /// The person or organisation named by a text.
  const Node* agent(std::string_view text) { return named("agent", text); }

  /// All values of a field's key as an RDF list, whose statements are added in `graph`. Its cells are blank nodes named after the record
  /// and the place, so that files can be put together.
  const Node* list_of(std::uint32_t field, const Node* graph, Statements& statements);

 private:
  void number();
  void find(std::uint32_t field);
  const Node* action_of(const LinkedField& linked, ValueNode& value);
  const Node* own(std::string_view path, std::string_view number = {});
  const Node* named(std::string_view path, std::string_view text);
  const Node* date_of(std::string_view text) const;
  std::string_view name_of_part(const Link& link) const;

  const Mapping& mapping_;
  const TermIndex& terms_;
  TermNodes& term_nodes_;
  std::string base_;
  NodeTable& scoped_;
  KindSet collection_kinds_, region_kinds_;
  const LinkedRecord* linked_ = nullptr;
  std::string_view slug_;
  std::vector<ValueNode> values_;
  std::vector<std::string_view> synonyms_;
  std::string scratch_;

  struct Vocabulary {
    const Node *first, *rest, *nil, *date, *year, *year_month;
  } v_;
};

}  // namespace musclekg
