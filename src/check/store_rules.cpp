#include "check/store_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/table.h"
#include "base/text.h"
#include "check/dataset_rules.h"
#include "check/language_tag.h"
#include "rdf/lexical.h"
#include "rdf/node_map.h"
#include "rdf/rdf_scanner.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

using Test = StoreRule::Test;

constexpr std::size_t kMostTold = 20;  ///< findings of one rule

struct TestRow {
  std::string_view name;
  Test test;
  bool limited;
};

constexpr std::array<TestRow, 11> kTests = {{
    {"big-integer", Test::BigInteger, false},
    {"bad-number", Test::BadNumber, false},
    {"default-graph", Test::DefaultGraph, false},
    {"iri-length", Test::IriLength, true},
    {"iri-percent", Test::IriPercent, false},
    {"language-case", Test::LanguageCase, false},
    {"language-form", Test::LanguageForm, false},
    {"line-end", Test::LineEnd, false},
    {"literal-size", Test::LiteralSize, true},
    {"long-decimal", Test::LongDecimal, true},
    {"rewritten", Test::Rewritten, true},
}};

constexpr std::array<std::string_view, 6> kKinds = {"integer", "derived", "decimal", "double", "boolean", "dateTime"};

bool is_hex(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

bool has_stray_percent(std::string_view iri) {
  for (std::size_t at = iri.find('%'); at != std::string_view::npos; at = iri.find('%', at + 1))
    if (at + 2 >= iri.size() || !is_hex(iri[at + 1]) || !is_hex(iri[at + 2])) return true;
  return false;
}

/// Bytes in Java's modified UTF-8: two for U+0000, six for what is beyond U+FFFF.
std::size_t java_size(std::string_view text) {
  std::size_t result = text.size();
  for (const char c : text) {
    if (c == '\0') ++result;
    if (static_cast<unsigned char>(c) >= 0xF0) result += 2;
  }
  return result;
}

/// The local name of a datatype of XML Schema; empty for others.
std::string_view schema_type(const Node* literal) {
  if (literal->datatype == nullptr || !literal->datatype->value.starts_with(xsd::base)) return {};
  return literal->datatype->value.substr(xsd::base.size());
}

/// Which of kKinds a literal is; empty for none.
std::string_view kind_of(std::string_view type) {
  constexpr std::string_view kDerived[] = {
      "byte",  "int",          "long",        "negativeInteger", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger",
      "short", "unsignedByte", "unsignedInt", "unsignedLong",    "unsignedShort"};
  if (std::find(std::begin(kDerived), std::end(kDerived), type) != std::end(kDerived)) return "derived";
  if (type == "float") return "double";
  return std::find(kKinds.begin(), kKinds.end(), type) != kKinds.end() ? type : std::string_view{};
}

/// Whether a store that keeps values rather than texts writes the literal otherwise.
bool is_rewritten(std::string_view kind, std::string_view text) {
  if (kind == "derived") return true;
  if (kind == "boolean") return text == "0" || text == "1";
  if (kind == "dateTime") return text.find('.') != std::string_view::npos;
  if (kind == "double") return text.find_first_of("eE") != std::string_view::npos;
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.starts_with('+') || (text.starts_with('0') && text.size() > 1 && text[1] != '.')) return true;
  return kind == "decimal" && text.find('.') != std::string_view::npos && (text.ends_with('0') || text.ends_with('.'));
}

std::size_t digits_in(std::string_view text) {
  while (!text.empty() && (text.front() == '-' || text.front() == '+' || text.front() == '0' || text.front() == '.')) text.remove_prefix(1);
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool beyond_63_bits(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc::result_out_of_range;
}

/// Looks at one dataset.
class StoreCheck {
 public:
  StoreCheck(const std::vector<StoreRule>& rules, NodeTable& nodes, const std::function<void(Finding&&)>& take)
      : rules_(rules), nodes_(nodes), take_(take), counts_(rules.size()), examples_(rules.size()) {}

  void look(const Quad& quad) {
    for (const Node* const node : {quad.subject, quad.predicate, quad.object, quad.graph}) {
      if (node == nullptr) continue;
      for (std::size_t i = 0; i < rules_.size(); ++i)
        if (const std::string wrong = fault(rules_[i], node); !wrong.empty()) add(i, quad, node, wrong);
    }
    if (quad.graph != nullptr) return;
    for (std::size_t i = 0; i < rules_.size(); ++i)
      if (rules_[i].test == Test::DefaultGraph) count(i, quad.subject);
  }

  void finish() {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const StoreRule& rule = rules_[i];
      if (counts_[i] == 0) continue;
      if (rule.test == Test::DefaultGraph) {
        tell(i, nullptr, nullptr, nullptr, fmt::format("{} statements are in no named graph: {} {}", counts_[i], rule.store, rule.does));
      } else if (rule.level == Level::Info) {
        tell(i, nullptr, nullptr, nullptr,
             fmt::format("{} terms, such as {}: {} {}", counts_[i], excerpt(examples_[i]->ntriples), rule.store, rule.does));
      } else if (counts_[i] > kMostTold) {
        tell(i, nullptr, nullptr, nullptr, fmt::format("and {} more for {}", counts_[i] - kMostTold, rule.store));
      }
    }
  }

 private:
  /// What is wrong with a term by a rule, in words that the store's name follows; empty: nothing.
  static std::string fault(const StoreRule& rule, const Node* node) {
    if (node->kind == Node::Kind::Iri) {
      if (rule.test == Test::IriLength && node->value.size() > rule.limit)
        return fmt::format("an IRI of {} bytes, {} at most stay whole", node->value.size(), rule.limit);
      return rule.test == Test::IriPercent && has_stray_percent(node->value) ? "'%' must stand before two hexadecimal digits" : "";
    }
    return node->kind == Node::Kind::Literal ? literal_fault(rule, node) : "";
  }

  static std::string literal_fault(const StoreRule& rule, const Node* node) {
    const std::string_view kind = kind_of(schema_type(node));
    const bool number = !kind.empty() && kind != "boolean" && kind != "dateTime";
    const bool well_formed = !number || well_formed_literal(node->value, node->datatype->value);
    switch (rule.test) {
      case Test::LiteralSize: {
        const std::size_t size = rule.java ? java_size(node->value) : node->value.size();
        return size > rule.limit ? fmt::format("a literal of {} bytes, {} at most stay whole", size, rule.limit) : "";
      }
      case Test::LanguageForm:
        return !node->language.empty() && !well_formed_language_tag(node->language)
                   ? fmt::format("'{}' is no language tag of BCP 47", node->language)
                   : "";
      case Test::LanguageCase:
        return node->language != ascii_lower(node->language) ? fmt::format("the language tag '{}' has capitals", node->language) : "";
      case Test::BadNumber:
        return number && !well_formed ? fmt::format("'{}' is no {}", printable_line(node->value), schema_type(node)) : "";
      case Test::BigInteger:
        return (kind == "integer" || kind == "derived") && well_formed && beyond_63_bits(node->value) ? "an integer beyond 64 bits" : "";
      case Test::LongDecimal:
        return kind == "decimal" && well_formed && digits_in(node->value) > rule.limit
                   ? fmt::format("a decimal of {} digits, {} at most stay whole", digits_in(node->value), rule.limit)
                   : "";
      case Test::Rewritten:
        return well_formed && std::find(rule.kinds.begin(), rule.kinds.end(), kind) != rule.kinds.end() && is_rewritten(kind, node->value)
                   ? "not the shortest form"
                   : "";
      case Test::LineEnd:
        return node->value.find_first_of("\r\n") != std::string_view::npos ? "a line end" : "";
      default:
        return "";
    }
  }

  void count(std::size_t rule, const Node* example) {
    if (counts_[rule]++ == 0) examples_[rule] = example;
  }

  void add(std::size_t rule, const Quad& quad, const Node* node, const std::string& wrong) {
    if (rules_[rule].level == Level::Info) {
      if (seen_[node] & (std::uint64_t{1} << rule)) return;  // once for a term
      seen_[node] |= std::uint64_t{1} << rule;
    }
    count(rule, node);
    if (rules_[rule].level == Level::Info || counts_[rule] > kMostTold) return;
    tell(rule, quad.subject, quad.predicate, quad.object,
         fmt::format("{}: {}; {} {}", excerpt(node->ntriples), wrong, rules_[rule].store, rules_[rule].does));
  }

  void tell(std::size_t rule, const Node* focus, const Node* path, const Node* value, std::string message) {
    Finding finding;
    finding.level = rules_[rule].level;
    finding.rule = rule_id(rules_[rule].test);
    finding.focus = focus;
    finding.path = path;
    finding.value = value;
    finding.message = std::move(message);
    finding.component = nodes_.iri(std::string(kShapesNamespace) + finding.rule);
    take_(std::move(finding));
  }

  const std::vector<StoreRule>& rules_;
  NodeTable& nodes_;
  const std::function<void(Finding&&)>& take_;
  std::vector<std::size_t> counts_;
  std::vector<const Node*> examples_;
  NodeMap<std::uint64_t> seen_;  ///< the rules that a term was counted for
};

}  // namespace

std::string rule_id(StoreRule::Test test) {
  const auto row = std::find_if(kTests.begin(), kTests.end(), [test](const TestRow& other) { return other.test == test; });
  return fmt::format("store-{}", row->name);
}

std::vector<StoreRule> read_store_rules(const std::string& path, Diagnostics& diagnostics) {
  std::vector<StoreRule> result;
  const Table table = read_table(path, {"store", "test", "level", "limit", "does", "source"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    StoreRule rule;
    rule.store = row.cells[0];
    rule.does = row.cells[4];
    const auto test = std::find_if(kTests.begin(), kTests.end(), [&row](const TestRow& other) { return other.name == row.cells[1]; });
    const std::array<std::string_view, 3> levels = {"error", "warning", "info"};
    const auto level = std::find(levels.begin(), levels.end(), row.cells[2]);
    if (test == kTests.end()) {
      diagnostics.error(table.at(row, 1), "stores", fmt::format("'{}' is no test", row.cells[1]));
      continue;
    }
    rule.test = test->test;
    if (level == levels.end())
      diagnostics.error(table.at(row, 2), "stores", fmt::format("'{}' is none of error, warning, info", row.cells[2]));
    rule.level = static_cast<Level>(level - levels.begin());
    if (test->limited == row.cells[3].empty())
      diagnostics.error(table.at(row, 3), "stores", fmt::format("the test '{}' takes {} limit", row.cells[1], test->limited ? "a" : "no"));
    for (const std::string_view word : split(row.cells[3], ' ')) {
      if (word == "java") {
        rule.java = true;
      } else if (rule.test == Test::Rewritten) {
        if (std::find(kKinds.begin(), kKinds.end(), word) == kKinds.end())
          diagnostics.error(table.at(row, 3), "stores", fmt::format("'{}' is no kind of literal", word));
        rule.kinds.emplace_back(word);
      } else if (!word.empty() && std::from_chars(word.data(), word.data() + word.size(), rule.limit).ptr != word.data() + word.size()) {
        diagnostics.error(table.at(row, 3), "stores", fmt::format("'{}' is no number", word));
      }
    }
    result.push_back(std::move(rule));
  }
  return result;
}

void check_stores(const Graph& graph, const std::vector<StoreRule>& rules, NodeTable& nodes, const std::function<void(Finding&&)>& take) {
  StoreCheck check(rules, nodes, take);
  for (const Quad& quad : graph.all()) check.look(quad);
  check.finish();
}

}  // namespace musclekg
