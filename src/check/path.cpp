#include "check/path.h"

#include <fmt/format.h>
#include <tsl/robin_set.h>

#include <array>
#include <utility>

#include "check/union_view.h"
#include "check/vocabulary.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// The only object of (subject, predicate); nullptr when there is none, or more than one.
const Node* only_object(const Graph& graph, const Node* subject, std::string_view predicate, std::size_t& count) {
  const Node* found = nullptr;
  count = 0;
  each_statement(graph, subject, [&](const Quad& quad) {
    if (quad.predicate->value != predicate) return;
    found = quad.object;
    ++count;
  });
  return count == 1 ? found : nullptr;
}

struct PairHash {
  std::size_t operator()(std::uint64_t key) const { return (key * 0x9E3779B97F4A7C15u) >> 17; }
};

}  // namespace

std::optional<std::vector<const Node*>> list_members(const Graph& graph, const Node* list, std::size_t longest, std::string& fault) {
  std::vector<const Node*> members;
  tsl::robin_set<const Node*> seen;
  for (const Node* cell = list; cell->value != rdf::nil || cell->kind != Node::Kind::Iri;) {
    if (members.size() == longest || !seen.insert(cell).second) {
      fault = members.size() == longest ? fmt::format("a list has more than {} members", longest) : "a list goes round in a circle";
      return {};
    }
    std::size_t firsts = 0, rests = 0;
    const Node* first = only_object(graph, cell, rdf::first, firsts);
    const Node* rest = only_object(graph, cell, rdf::rest, rests);
    if (first == nullptr || rest == nullptr || rest->kind == Node::Kind::Literal) {
      if (members.empty() && firsts + rests == 0)
        fault = fmt::format("{} is no list", Wording().name(cell));
      else
        fault = fmt::format("a list is cut off or branches behind {}: a cell has {} rdf:first and {} rdf:rest, one of each is expected",
                            counted(members.size(), "member"), firsts, rests);
      return {};
    }
    members.push_back(first);
    cell = rest;
  }
  return members;
}

/// Reads paths out of a shapes graph.
class PathReader {
 public:
  using Expression = PropertyPath::Expression;
  using Form = PropertyPath::Form;

  PathReader(const Graph& graph, std::string& fault) : graph_(graph), fault_(fault) {}

  bool read(const Node* node, std::size_t depth, Expression& expression) {
    if (++size_ > PropertyPath::kLargest) return fail(fmt::format("the path has more than {} steps", PropertyPath::kLargest));
    if (depth > PropertyPath::kDeepest)
      return fail(fmt::format("the path refers to itself or is nested deeper than {} levels", PropertyPath::kDeepest));
    if (node->kind == Node::Kind::Literal) return fail(fmt::format("{} is no path", Wording().name(node)));
    if (node->kind == Node::Kind::Iri) {
      expression.predicate = node;
      return true;
    }
    std::size_t statements = 0;
    const Quad* only = nullptr;
    bool list = false;
    each_statement(graph_, node, [&](const Quad& quad) {
      ++statements;
      only = &quad;
      list |= quad.predicate->value == rdf::first;
    });
    if (list) {
      expression.form = Form::Sequence;
      return read_members(node, depth, expression);
    }
    if (statements != 1) return fail(fmt::format("a blank node with {} is no path", counted(statements, "statement")));
    return read_form(*only, depth, expression);
  }

 private:
  struct Keyword {
    std::string_view iri;
    Form form;
  };
  static constexpr std::array<Keyword, 5> kKeywords{{{sh::inversePath, Form::Inverse},
                                                     {sh::alternativePath, Form::Alternative},
                                                     {sh::zeroOrMorePath, Form::ZeroOrMore},
                                                     {sh::oneOrMorePath, Form::OneOrMore},
                                                     {sh::zeroOrOnePath, Form::ZeroOrOne}}};

  bool read_form(const Quad& statement, std::size_t depth, Expression& expression) {
    for (const Keyword& keyword : kKeywords) {
      if (statement.predicate->value != keyword.iri) continue;
      expression.form = keyword.form;
      if (keyword.form == Form::Alternative) return read_members(statement.object, depth, expression);
      return read(statement.object, depth + 1, expression.parts.emplace_back());
    }
    return fail(fmt::format("{} makes no path", Wording().name(statement.predicate)));
  }

  bool read_members(const Node* list, std::size_t depth, Expression& expression) {
    const auto members = list_members(graph_, list, PropertyPath::kLargest, fault_);
    if (!members) return false;
    if (members->size() < 2)
      return fail(fmt::format("a path has a list of {}; at least 2 are expected", counted(members->size(), "member")));
    for (const Node* member : *members)
      if (!read(member, depth + 1, expression.parts.emplace_back())) return false;
    return true;
  }

  bool fail(std::string why) {
    fault_ = std::move(why);
    return false;
  }

  const Graph& graph_;
  std::string& fault_;
  std::size_t size_ = 0;
};

std::optional<PropertyPath> PropertyPath::read(const Graph& shapes, const Node* node, std::string& fault) {
  PropertyPath path;
  if (!PathReader(shapes, fault).read(node, 0, path.expression_)) return {};
  if (path.expression_.form == Form::Predicate) path.predicate_ = path.expression_.predicate;
  path.last_ = path.add(path.expression_, false, path.new_state());
  return path;
}

PropertyPath::State PropertyPath::new_state() {
  steps_.emplace_back();
  return static_cast<State>(steps_.size() - 1);
}

/// Adds the steps of a path that begins in `from`; returns the state in which it has been walked. `inverse`: it is walked backwards.
PropertyPath::State PropertyPath::add(const Expression& expression, bool inverse, State from) {
  switch (expression.form) {
    case Form::Predicate: {
      const State to = new_state();
      steps_[from].push_back({expression.predicate, inverse, to});
      return to;
    }
    case Form::Inverse:
      return add(expression.parts.front(), !inverse, from);
    case Form::Sequence: {
      const auto& parts = expression.parts;
      for (std::size_t i = 0; i < parts.size(); ++i) from = add(parts[inverse ? parts.size() - 1 - i : i], inverse, from);
      return from;
    }
    case Form::Alternative: {
      const State to = new_state();
      for (const Expression& part : expression.parts) {
        const State end = add(part, inverse, from);
        steps_[end].push_back({nullptr, false, to});
      }
      return to;
    }
    default:
      return add_repetition(expression, inverse, from);
  }
}

PropertyPath::State PropertyPath::add_repetition(const Expression& expression, bool inverse, State from) {
  const State begin = new_state();  // a state of its own: what is added to `from` elsewhere must not be walked again
  steps_[from].push_back({nullptr, false, begin});
  const State end = add(expression.parts.front(), inverse, begin), to = new_state();
  steps_[end].push_back({nullptr, false, to});
  if (expression.form != Form::ZeroOrOne) steps_[end].push_back({nullptr, false, begin});
  if (expression.form != Form::OneOrMore) steps_[begin].push_back({nullptr, false, to});
  return to;
}

void PropertyPath::values(const Graph& data, const Node* focus, std::vector<const Node*>& values) const {
  values.clear();
  if (predicate_ != nullptr) return each_object(data, focus, predicate_, [&](const Node* object) { values.push_back(object); });
  static_assert(kLargest * 8 < (std::size_t{1} << 20));
  tsl::robin_set<std::uint64_t, PairHash> seen;
  std::vector<std::pair<const Node*, State>> open;
  const auto enter = [&](const Node* node, State state) {
    const std::uint64_t number = (std::uint64_t{node->number} << 1 | (node->scoped ? 1U : 0U)) << 20 | state;
    if (!seen.insert(number).second) return;
    if (state == last_) values.push_back(node);
    open.emplace_back(node, state);
  };
  enter(focus, 0);
  for (std::size_t at = 0; at < open.size(); ++at) {
    const auto [node, state] = open[at];
    for (const Step& step : steps_[state]) {
      const auto go = [&, to = step.to](const Node* next) { enter(next, to); };
      if (step.predicate == nullptr) {
        go(node);
      } else if (step.inverse) {
        each_subject(data, step.predicate, node, go);
      } else {
        each_object(data, node, step.predicate, go);
      }
    }
  }
}

void PropertyPath::write(const Expression& expression, const Wording& wording, bool in_brackets, std::string& text) {
  const auto parts = [&](std::string_view separator) {
    if (in_brackets) text += '(';
    for (std::size_t i = 0; i < expression.parts.size(); ++i) {
      if (i > 0) text += separator;
      write(expression.parts[i], wording, true, text);
    }
    if (in_brackets) text += ')';
  };
  switch (expression.form) {
    case Form::Predicate:
      text += wording.name(expression.predicate);
      return;
    case Form::Sequence:
      return parts("/");
    case Form::Alternative:
      return parts("|");
    case Form::Inverse:
      text += '^';
      return write(expression.parts.front(), wording, true, text);
    default:
      break;
  }
  const bool nested = expression.parts.front().form == Form::Inverse || expression.parts.front().form >= Form::ZeroOrMore;
  if (nested) text += '(';
  write(expression.parts.front(), wording, true, text);
  if (nested) text += ')';
  text += expression.form == Form::ZeroOrMore ? '*' : expression.form == Form::OneOrMore ? '+' : '?';
}

std::string PropertyPath::text(const Wording& wording) const {
  std::string text;
  write(expression_, wording, false, text);
  return text;
}

}  // namespace musclekg
