// Links as statements: SSSOM in RDF.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "map/link_rows.h"
#include "map/statements.h"
#include "rdf/node.h"

namespace musclekg {

/// Tells the links of one record after the other (SSSOM 1.1, "RDF/XML serialised re-ified OWL axioms": an owl:Axiom with the slots; its
/// subject is a phrase). An axiom is named by what it says, so that the same link is one node wherever it is made.
class LinkStatements {
 public:
  /// `words`: whether the words may be told; without them a link has no sssom:subject_label.
  LinkStatements(const LinkRows& rows, const Prefixes& prefixes, std::string_view base, bool words, NodeTable& nodes, NodeTable& scoped);

  /// Begins an output, whose mapping set is `set`; statements go to `graph`.
  void begin_output(std::string_view set, const Node* graph);

  /// Adds the links of a record.
  void tell(const LinkedRecord& linked, Statements& statements);

  /// The links of a field of the record told last.
  const std::vector<const Node*>& of(std::uint32_t field) const { return nodes_of_fields_[field]; }

 private:
  const Node* tell(std::string_view words, std::string_view slot, const Link& link, Statements& statements);

  const LinkRows& rows_;
  const Prefixes& prefixes_;
  std::string base_;
  bool words_;
  NodeTable& nodes_;
  NodeTable& scoped_;
  const Node* set_ = nullptr;
  const Node* graph_ = nullptr;
  std::vector<std::vector<const Node*>> nodes_of_fields_;
  std::string scratch_;

  struct Vocabulary {
    const Node *type, *axiom, *annotated_property, *annotated_target, *subject_label, *subject_type, *literal, *object_label, *version,
        *justification, *confidence, *double_type, *comment, *tool, *mapping_set, *mappings, *title;
  } v_;
};

/// "0.95" as the canonical form of an xsd:double, "9.5E-1" (XSD 1.1 part 2, 3.3.5.2).
std::string canonical_double(std::string_view decimal);

}  // namespace musclekg
