// Property paths of SHACL (section 2.3.1), as machines that walk over a graph.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/wording.h"
#include "rdf/graph.h"

namespace musclekg {

/// A property path: which nodes are the values of a focus node. It is kept as a finite automaton whose steps go along a predicate, against
/// one, or stay where they are, so that any nesting of paths is walked in time linear in what it reaches: each node is entered at
/// most once per state, circles in the data included.
class PropertyPath {
 public:
  /// How deep paths may stand in one another, and how many steps one may have.
  static constexpr std::size_t kDeepest = 32;
  static constexpr std::size_t kLargest = 4096;

  /// Reads the path that `node` describes in a shapes graph. Without a value: `fault` then tells why it is no well-formed path.
  static std::optional<PropertyPath> read(const Graph& shapes, const Node* node, std::string& fault);

  /// The values of `focus`, none twice, into `values`; their order is the same for the same data. Named graphs are taken as one.
  void values(const Graph& data, const Node* focus, std::vector<const Node*>& values) const;

  /// The predicate, where the path is nothing else.
  const Node* predicate() const { return predicate_; }

  /// As SPARQL writes it (SPARQL 1.1, section 9.1), "^rdf:rest*/rdf:first".
  std::string text(const Wording& wording) const;

 private:
  friend class PathReader;
  using State = std::uint32_t;

  enum class Form : std::uint8_t { Predicate, Inverse, Sequence, Alternative, ZeroOrMore, OneOrMore, ZeroOrOne };

  /// A path as it is written: what `text` says and the automaton is made from.
  struct Expression {
    Form form = Form::Predicate;
    const Node* predicate = nullptr;
    std::vector<Expression> parts;
  };

  struct Step {
    const Node* predicate;  ///< nullptr: stays at the node
    bool inverse;
    State to;
  };

  State add(const Expression& expression, bool inverse, State from);
  State add_repetition(const Expression& expression, bool inverse, State from);
  State new_state();
  static void write(const Expression& expression, const Wording& wording, bool in_brackets, std::string& text);

  Expression expression_;
  const Node* predicate_ = nullptr;
  std::vector<std::vector<Step>> steps_;  ///< by state; 0 is the first
  State last_ = 0;
};

/// The members of the RDF list `list`, or nothing when it is no well-formed list (SHACL, section 2: each cell has one rdf:first and one
/// rdf:rest, and it ends in rdf:nil) or has more than `longest` members; `fault` then tells why.
std::optional<std::vector<const Node*>> list_members(const Graph& graph, const Node* list, std::size_t longest, std::string& fault);

}  // namespace musclekg
