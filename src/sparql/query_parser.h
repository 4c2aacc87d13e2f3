// The grammar of SPARQL as functions (SPARQL 1.1 Query Language, section 19.8). Three files hold them: queries, patterns, expressions.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "sparql/parse_query.h"
#include "sparql/sparql_lexer.h"

namespace musclekg {

class QueryParser {
 public:
  /// All outlive this.
  QueryParser(std::string_view text, std::string_view name, const Prefixes& known, Diagnostics& diagnostics)
      : lexer_(text), name_(name), known_(known), diagnostics_(diagnostics) {
    advance();
  }

  /// Throws ScanFault at the first fault of syntax.
  SparqlQuery query();

 private:
  static constexpr unsigned kDeepest = 100;  ///< nested groups and brackets

  // Tokens.
  void advance();
  bool is_word(std::string_view word) const;
  bool take(std::string_view sign);
  bool take_word(std::string_view word);
  void need(std::string_view sign);
  void need_word(std::string_view word);
  [[noreturn]] void expected(std::string_view what) const;
  Position place() const { return position_in(lexer_.text(), token_.begin); }

  // Terms.
  QueryTerm variable();
  QueryTerm variable_or_iri();
  QueryTerm iri();
  bool iri_here() const;
  bool literal_here() const;
  QueryTerm literal();
  QueryTerm hidden(std::string_view kind);
  std::string expand(const SparqlToken& token);
  std::string resolve(std::string_view reference) const;

  // Queries.
  void prologue();
  void select(SparqlQuery& result);
  void construct(SparqlQuery& result);
  void describe(SparqlQuery& result);
  void dataset(SparqlQuery& result);
  void modifiers(SparqlQuery& result);
  void ordering(SparqlQuery& result);
  std::uint64_t whole_number();
  SparqlQuery subquery();
  QueryElement inline_data();
  QueryTerm data_value();

  // Patterns.
  QueryGroup group();
  void element(QueryGroup& result);
  void group_or_union(QueryGroup& result);
  void triples(QueryGroup& result);
  void properties(const QueryTerm& subject, QueryGroup& result);
  void objects(const QueryTerm& subject, const QueryPath& path, QueryGroup& result);
  QueryTerm node(QueryGroup& result, bool& compound);
  QueryTerm brackets(QueryGroup& result);
  QueryTerm list(QueryGroup& result);
  QueryPath path();
  QueryPath path_sequence();
  QueryPath path_step();
  QueryPath path_primary();
  QueryPath negated();
  void add(const QueryTerm& subject, const QueryPath& path, const QueryTerm& object, QueryGroup& result);

  // Expressions.
  QueryExpression constraint();
  QueryExpression expression();
  QueryExpression conjunction();
  QueryExpression relation();
  QueryExpression sum();
  QueryExpression product();
  QueryExpression unary();
  QueryExpression primary();
  QueryExpression function(const SparqlToken& word);
  QueryExpression aggregate(const SparqlToken& word);
  std::vector<QueryExpression> operands();

  SparqlLexer lexer_;
  std::string name_;
  const Prefixes& known_;
  Diagnostics& diagnostics_;
  SparqlToken token_;
  std::map<std::string, std::string> prefixes_;
  std::string base_;
  bool in_template_ = false;  ///< blank nodes stay what they are
  unsigned depth_ = 0;
  unsigned hidden_ = 0;
  unsigned pattern_ = 0, patterns_ = 0;     ///< the number of the basic graph pattern that is read, and of the last one
  std::map<std::string, unsigned> labels_;  ///< the basic graph pattern of each label of a blank node (section 5.1.1)
};

/// Counts a level of nesting; a ScanFault behind the deepest.
class QueryDepth {
 public:
  QueryDepth(unsigned& depth, unsigned deepest, const char* at) : depth_(depth) {
    if (++depth_ > deepest) {
      --depth_;
      throw ScanFault(at, "sparql-syntax", "groups and brackets are nested more than " + std::to_string(deepest) + " deep");
    }
  }
  ~QueryDepth() { --depth_; }
  QueryDepth(const QueryDepth&) = delete;
  QueryDepth& operator=(const QueryDepth&) = delete;

 private:
  unsigned& depth_;
};

}  // namespace musclekg
