// What semantic databases refuse, lose or rewrite when they read a dataset: told before a load breaks.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "rdf/graph.h"

namespace musclekg {

/// A test of `stores.tsv`, of one store.
struct StoreRule {
  enum class Test : std::uint8_t {
    IriLength,     ///< an IRI of more than `limit` bytes
    IriPercent,    ///< '%' in an IRI without two hexadecimal digits behind it
    LiteralSize,   ///< a literal of more than `limit` bytes
    LanguageForm,  ///< a language tag that is not well-formed (RFC 5646, section 2.1)
    LanguageCase,  ///< one with capital letters
    BadNumber,     ///< a number that is not well-formed
    BigInteger,    ///< an integer that needs more than 64 bits with its sign
    LongDecimal,   ///< a decimal with more than `limit` digits
    Rewritten,     ///< a literal of one of `kinds` whose lexical form is not the shortest
    LineEnd,       ///< a literal with a line end in it
    DefaultGraph   ///< a statement outside of all named graphs
  };

  std::string store;
  Test test;
  Level level;
  std::size_t limit = 0;
  bool java = false;  ///< the limit counts Java's modified UTF-8
  std::vector<std::string> kinds;
  std::string does;  ///< what the store does with it
};

/// The rules of the table at `path`. Faults are reported with their place, [stores].
std::vector<StoreRule> read_store_rules(const std::string& path, Diagnostics& diagnostics);

/// The id of a test's findings: "store-iri-length".
std::string rule_id(StoreRule::Test test);

/// Holds a dataset against the rules, in one pass; linear. Errors and warnings are told of each statement that has the term, the first
/// twenty of a rule, and then how many more; infos once for each store and rule, with a count and an example.
void check_stores(const Graph& graph, const std::vector<StoreRule>& rules, NodeTable& nodes, const std::function<void(Finding&&)>& take);

}  // namespace musclekg
