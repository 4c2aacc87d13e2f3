// The values of expressions (SPARQL 1.1, section 17).

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/pattern.h"
#include "rdf/node.h"
#include "sparql/query.h"

namespace musclekg {

/// The place of each variable of a query in its solutions.
using QueryVariables = std::map<std::string, std::size_t, std::less<>>;

/// Evaluates expressions of one query. What the specification calls an error has no value.
class Expressions {
 public:
  using Row = std::span<const Node* const>;
  /// Whether a group has a solution that goes with a row.
  using Exists = std::function<bool(const QueryGroup&, Row)>;

  /// All outlive this. `now`: what NOW() answers, seconds since 1970.
  Expressions(NodeTable& nodes, const QueryVariables& variables, Exists exists, std::int64_t now)
      : nodes_(nodes), variables_(variables), exists_(std::move(exists)), now_(now) {}

  /// nullptr: an error, or an unbound variable. The nodes are of the table.
  const Node* value(const QueryExpression& expression, Row row);

  /// The effective boolean value (section 17.2.2); nothing: an error.
  std::optional<bool> truth(const QueryExpression& expression, Row row);

  NodeTable& nodes() { return nodes_; }
  std::int64_t now() const { return now_; }

  /// What IRI() resolves against; may be empty.
  void set_base(std::string base) { base_ = std::move(base); }
  const std::string& base() const { return base_; }

  const Node* boolean(bool value);

  /// The compiled pattern, or nullptr for one with a fault. Each is compiled once.
  const Pattern* pattern(std::string_view text, std::string_view flags);

 private:
  std::optional<bool> operation_truth(const QueryExpression& expression, Row row);
  std::optional<bool> membership(const QueryExpression& expression, Row row);
  const Node* arithmetic(const QueryExpression& expression, Row row);
  const Node* function(const QueryExpression& expression, Row row);

  NodeTable& nodes_;
  const QueryVariables& variables_;
  Exists exists_;
  std::int64_t now_;
  std::string base_;
  std::map<std::string, std::optional<Pattern>, std::less<>> patterns_;
};

/// Whether "=" holds for two terms (section 17.3.1, RDFterm-equal and the operators for values); nothing: an error.
std::optional<bool> equal_values(const Node* a, const Node* b);

}  // namespace musclekg
