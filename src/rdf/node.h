// RDF terms, made once and compared by address.

#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/hash.h"

namespace musclekg {

/// One RDF term (RDF 1.1 Concepts, section 3). Immutable and owned by the NodeTable that made it.
struct Node {
  enum class Kind : std::uint8_t { Iri, Blank, Literal };

  Kind kind;
  bool scoped;                ///< made by a table that is cleared after each record
  bool anonymous;             ///< a blank node that only its own topic speaks of: its label says nothing
  std::uint32_t number;       ///< from 0, dense among the nodes of its table
  std::string_view value;     ///< the IRI; the label of a blank node, without "_:"; the lexical form of a literal
  std::string_view language;  ///< of a literal; may be empty
  const Node* datatype;       ///< of a literal; nullptr for xsd:string and for language-tagged text
  std::string_view ntriples;  ///< its N-Triples form, canonical (RDF 1.1 N-Triples, section 4)
  Fingerprint hash;           ///< of `ntriples`: the same for equal terms of any tables
  std::uint32_t quoted;       ///< of a literal: bytes of `ntriples` that are the quoted, escaped lexical form
};

/// Makes nodes. Within one table, and between a table and its parent, equal terms are one node.
class NodeTable {
 public:
  /// A table for the whole run; or, with a parent, one for a record, to be cleared behind it.
  explicit NodeTable(NodeTable* parent = nullptr) : parent_(parent) {}
  NodeTable(const NodeTable&) = delete;
  NodeTable& operator=(const NodeTable&) = delete;

  /// Throws std::invalid_argument for what valid_iri refuses: no writer is ever given such an IRI.
  const Node* iri(std::string_view iri);

  /// `label`: letters, digits, '-' and '_', beginning with a letter.
  const Node* blank(std::string_view label);

  /// A blank node that nothing outside its topic speaks of, so that syntaxes with brackets for such nodes may leave out the label.
  const Node* anonymous_blank(std::string_view label);

  /// Plain text (xsd:string), or text in a language (BCP 47 tag, kept as written).
  const Node* text(std::string_view text, std::string_view language = {});

  /// A literal with a datatype; xsd:string gives the same node as `text`. The lexical form is kept as written.
  const Node* literal(std::string_view lexical, const Node* datatype);

  /// Forgets all nodes; their memory is used again. Only for a table with a parent.
  void clear();

  std::size_t size() const { return size_; }

  /// The table whose nodes live for the whole run: the parent, or this one where there is none.
  NodeTable& lasting() { return parent_ != nullptr ? *parent_ : *this; }

 private:
  static constexpr std::size_t kBlock = 64;

  /// The node whose form is in `scratch_`, or nullptr; `hash_` is then its hash.
  const Node* find();
  const Node* add_blank(std::string_view label, bool anonymous);
  /// Adds the node whose form is in `scratch_`, behind `find`.
  const Node* add(const Node& node);

  NodeTable* parent_;
  Arena texts_;
  std::vector<std::unique_ptr<Node[]>> blocks_;  ///< of kBlock nodes each; kept when the table is cleared
  std::size_t size_ = 0;
  tsl::robin_map<std::string_view, const Node*, TextHash, std::equal_to<>, std::allocator<std::pair<std::string_view, const Node*>>, true>
      by_form_;
  std::string scratch_;
  Fingerprint hash_;
};

/// Appends `text` as the inside of a quoted literal: the escapes of N-Triples, which Turtle reads, too. No line end, no
/// control character and no quote stays as it is.
void append_escaped(std::string& out, std::string_view text);

/// The canonical lexical form of an xsd:integer (XSD 1.1 part 2, 3.4.13).
bool canonical_integer(std::string_view text);

}  // namespace musclekg
