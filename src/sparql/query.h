// A SPARQL query as data (SPARQL 1.1 Query Language, section 19.8), with the place of each part in its text.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace musclekg {

/// A variable or an RDF term.
struct QueryTerm {
  enum class Kind : std::uint8_t { None, Variable, Iri, Blank, Literal };

  Kind kind = Kind::None;
  std::string value;     ///< the name of a variable, without '?'; the IRI; the label of a blank node; the lexical form
  std::string language;  ///< of a literal; may be empty
  std::string datatype;  ///< its IRI; empty for plain text and text in a language
  Position place;

  bool is_variable() const { return kind == Kind::Variable; }
};

struct QueryTriple {
  QueryTerm subject, predicate, object;
};

/// A path of properties (section 9.1).
struct QueryPath {
  enum class Kind : std::uint8_t {
    Property,     ///< `property`
    Inverse,      ///< of `parts[0]`
    Sequence,     ///< `parts`, one behind the other
    Alternative,  ///< one of `parts`
    Repeated,     ///< `parts[0]` at least `least` times; once at most with `once`
    Negated       ///< a property that is none of `parts`, each a Property or an Inverse of one
  };

  Kind kind = Kind::Property;
  QueryTerm property;
  std::vector<QueryPath> parts;
  std::uint8_t least = 0;  ///< 0 or 1
  bool once = false;
  Position place;
};

struct SparqlQuery;

struct QueryGroup;

struct QueryExpression {
  enum class Kind : std::uint8_t {
    Term,
    Operator,   ///< `name`: one of || && = != < > <= >= + - * / ! ; "-" with one operand is a sign
    In,         ///< the first operand in the others; `name`: IN or NOT IN
    Function,   ///< built in; `name` in capitals
    Call,       ///< `name`: an IRI
    Aggregate,  ///< `name`: COUNT, SUM, MIN, MAX, AVG, SAMPLE, GROUP_CONCAT; COUNT(*) has no operand
    Exists      ///< `name`: EXISTS or NOT EXISTS; `group`
  };

  Kind kind = Kind::Term;
  std::string name;
  QueryTerm term;
  std::vector<QueryExpression> operands;
  bool distinct = false;                 ///< of an aggregate or a call
  std::optional<std::string> separator;  ///< of GROUP_CONCAT
  std::shared_ptr<const QueryGroup> group;
  Position place;
};

/// What stands between the braces of a group, one after the other.
struct QueryElement {
  enum class Kind : std::uint8_t {
    Triple,    ///< `triple`
    Filter,    ///< `expression`
    Bind,      ///< `expression` as `term`
    Group,     ///< `groups[0]`
    Union,     ///< `groups`
    Optional,  ///< `groups[0]`
    Minus,     ///< `groups[0]`
    Graph,     ///< `groups[0]` in the graph `term`
    Service,   ///< `groups[0]` at `term`
    Values,    ///< `rows` of values for `variables`; a term of kind None is UNDEF
    Subquery,  ///< `subquery`
    Path       ///< `path` from the subject to the object of `triple`, whose predicate says nothing
  };

  Kind kind = Kind::Triple;
  Position place;
  QueryTriple triple;
  std::vector<QueryGroup> groups;
  QueryExpression expression;
  QueryTerm term;
  std::shared_ptr<const SparqlQuery> subquery;
  QueryPath path;
  std::vector<QueryTerm> variables;
  std::vector<std::vector<QueryTerm>> rows;
};

struct QueryGroup {
  std::vector<QueryElement> elements;
  Position place;
};

/// A variable that is selected or grouped by; with an expression, what it stands for.
struct QueryColumn {
  QueryTerm variable;  ///< Kind::None for a group key without a name
  std::optional<QueryExpression> expression;
};

struct QueryOrder {
  QueryExpression expression;
  bool descending = false;
};

struct SparqlQuery {
  enum class Form : std::uint8_t { Select, Ask, Construct, Describe };

  Form form = Form::Select;
  Position place;
  std::string base;       ///< the last BASE; IRI() resolves against it
  bool distinct = false;  ///< or REDUCED, which allows it
  bool all = false;       ///< SELECT *, DESCRIBE *
  std::vector<QueryColumn> columns;
  std::vector<QueryTerm> described;
  std::vector<QueryTriple> construct;
  std::vector<QueryTerm> from, from_named;
  QueryGroup where;
  std::vector<QueryColumn> group_by;
  std::vector<QueryExpression> having;
  std::vector<QueryOrder> order_by;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  std::optional<QueryElement> values;  ///< VALUES behind the query
};

}  // namespace musclekg
