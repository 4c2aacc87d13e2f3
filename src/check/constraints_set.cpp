#include "check/constraints_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "base/text.h"
#include "check/union_view.h"
#include "rdf/literal_order.h"

namespace musclekg {

namespace {

std::string values_of(std::size_t count, const std::string& path) { return fmt::format("has {} of {}", counted(count, "value"), path); }

class CountConstraint : public Constraint {
 public:
  CountConstraint(bool at_least, std::uint64_t count) : at_least_(at_least), count_(count) {}

  void check(Inquiry&, const Node*, std::span<const Node* const> values, Violations& violations) const override {
    if (at_least_ ? values.size() < count_ : values.size() > count_) violations.add({this, nullptr, nullptr, nullptr, values.size()});
  }

 private:
  std::string found(const Violation& violation, const Wording&, const std::string& path) const override {
    return values_of(violation.count, path);
  }
  std::string expected(const Violation&, const Wording&) const override {
    return fmt::format("at {} {} {} expected", at_least_ ? "least" : "most", count_, count_ == 1 ? "is" : "are");
  }

  bool at_least_;
  std::uint64_t count_;
};

class HasValueConstraint : public Constraint {
 public:
  explicit HasValueConstraint(const Node* value) : value_(value) {}

  void check(Inquiry&, const Node* focus, std::span<const Node* const> values, Violations& violations) const override {
    if (std::find(values.begin(), values.end(), value_) != values.end()) return;
    violations.add({this, nullptr, nullptr, focus, values.size()});
  }

 private:
  std::string found(const Violation& violation, const Wording& wording, const std::string& path) const override {
    return path.empty() ? "is " + wording.name(violation.other) : values_of(violation.count, path);
  }
  std::string expected(const Violation&, const Wording& wording) const override {
    return fmt::format("{} is expected", wording.name(value_));
  }

  const Node* value_;
};

class UniqueLangConstraint : public Constraint {
 public:
  void check(Inquiry&, const Node*, std::span<const Node* const> values, Violations& violations) const override {
    struct Language {
      const Node* first;
      std::size_t count;
    };
    std::map<std::string, Language> languages;
    for (const Node* value : values)
      if (!value->language.empty()) ++languages.try_emplace(ascii_lower(value->language), Language{value, 0}).first->second.count;
    for (const auto& [tag, language] : languages)
      if (language.count > 1) violations.add({this, nullptr, nullptr, language.first, language.count});
  }

 private:
  std::string found(const Violation& violation, const Wording&, const std::string& path) const override {
    return fmt::format("has {} of {} in the language \"{}\"", counted(violation.count, "value"), path, violation.other->language);
  }
  std::string expected(const Violation&, const Wording&) const override { return "at most 1 in each language is expected"; }
};

/// Nodes, to be asked whether one is among them.
class NodeSet {
 public:
  explicit NodeSet(std::vector<const Node*> nodes) : nodes_(std::move(nodes)) { std::sort(nodes_.begin(), nodes_.end(), std::less<>()); }

  bool contains(const Node* node) const { return std::binary_search(nodes_.begin(), nodes_.end(), node, std::less<>()); }

 private:
  std::vector<const Node*> nodes_;
};

std::vector<const Node*> objects_of(const Graph& data, const Node* subject, const Node* predicate) {
  std::vector<const Node*> objects;
  each_object(data, subject, predicate, [&](const Node* object) { objects.push_back(object); });
  return objects;
}

class EqualsConstraint : public Constraint {
 public:
  explicit EqualsConstraint(const Node* predicate) : predicate_(predicate) {}

  void check(Inquiry& inquiry, const Node* focus, std::span<const Node* const> values, Violations& violations) const override {
    const std::vector<const Node*> objects = objects_of(inquiry.data, focus, predicate_);
    const NodeSet others(objects), own({values.begin(), values.end()});
    for (const Node* value : values)
      if (!others.contains(value)) violations.add({this, value});
    for (const Node* object : objects)
      if (!own.contains(object)) violations.add({this, object, nullptr, object});
  }

 private:
  std::string found(const Violation& violation, const Wording& wording, const std::string& path) const override {
    if (violation.other == nullptr) return Constraint::found(violation, wording, path);
    return fmt::format("has the value {} of {} alone", wording.name(violation.value), wording.name(predicate_));
  }
  std::string expected(const Violation& violation, const Wording& wording) const override {
    if (violation.other != nullptr) return "the same values of both are expected";
    return fmt::format("the same values as of {} are expected", wording.name(predicate_));
  }

  const Node* predicate_;
};

class DisjointConstraint : public Constraint {
 public:
  explicit DisjointConstraint(const Node* predicate) : predicate_(predicate) {}

  void check(Inquiry& inquiry, const Node* focus, std::span<const Node* const> values, Violations& violations) const override {
    const NodeSet others(objects_of(inquiry.data, focus, predicate_));
    for (const Node* value : values)
      if (others.contains(value)) violations.add({this, value});
  }

 private:
  std::string expected(const Violation&, const Wording& wording) const override {
    return fmt::format("no value of {} is expected", wording.name(predicate_));
  }

  const Node* predicate_;
};

/// The least value of each family: what is less than these is less than all. Among the values that have no order, one.
class Least {
 public:
  void add(const LiteralValue& value) {
    auto& least = least_[static_cast<std::size_t>(value.family())];
    if (!least || value < *least) least = value;
  }

  /// A value that `value` is not less than (`or_equals`: nor equal to), or nullptr.
  const Node* exceeded_by(const LiteralValue& value, bool or_equals) const {
    for (const auto& least : least_)
      if (least && !(or_equals ? value <= *least : value < *least)) return least->node();
    return nullptr;
  }

 private:
  std::array<std::optional<LiteralValue>, LiteralValue::kFamilies> least_;
};

class LessThanConstraint : public Constraint {
 public:
  LessThanConstraint(const Node* predicate, bool or_equals) : predicate_(predicate), or_equals_(or_equals) {}

  void check(Inquiry& inquiry, const Node* focus, std::span<const Node* const> values, Violations& violations) const override {
    Least least;
    each_object(inquiry.data, focus, predicate_, [&](const Node* object) { least.add(LiteralValue(object)); });
    for (const Node* value : values)
      if (const Node* other = least.exceeded_by(LiteralValue(value), or_equals_)) violations.add({this, value, nullptr, other});
  }

 private:
  std::string expected(const Violation& violation, const Wording& wording) const override {
    return fmt::format("{} {}, its value of {}, is expected", or_equals_ ? "at most" : "less than", wording.name(violation.other),
                       wording.name(predicate_));
  }

  const Node* predicate_;
  bool or_equals_;
};

}  // namespace

std::unique_ptr<Constraint> min_count_constraint(std::uint64_t count) { return std::make_unique<CountConstraint>(true, count); }

std::unique_ptr<Constraint> max_count_constraint(std::uint64_t count) { return std::make_unique<CountConstraint>(false, count); }

std::unique_ptr<Constraint> has_value_constraint(const Node* value) { return std::make_unique<HasValueConstraint>(value); }

std::unique_ptr<Constraint> unique_lang_constraint() { return std::make_unique<UniqueLangConstraint>(); }

std::unique_ptr<Constraint> equals_constraint(const Node* predicate) { return std::make_unique<EqualsConstraint>(predicate); }

std::unique_ptr<Constraint> disjoint_constraint(const Node* predicate) { return std::make_unique<DisjointConstraint>(predicate); }

std::unique_ptr<Constraint> less_than_constraint(const Node* predicate, bool or_equals) {
  return std::make_unique<LessThanConstraint>(predicate, or_equals);
}

}  // namespace musclekg
