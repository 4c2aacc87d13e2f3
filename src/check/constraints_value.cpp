#include "check/constraints_value.h"

#include <fmt/format.h>
#include <tsl/robin_set.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "check/vocabulary.h"
#include "rdf/lexical.h"
#include "rdf/literal_order.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

class ClassConstraint : public ValueConstraint {
 public:
  explicit ClassConstraint(const Node* type) : type_(type) {}

 private:
  bool holds(Inquiry& inquiry, const Node* value) const override { return inquiry.is_instance(value, type_); }
  std::string expected(const Violation&, const Wording& wording) const override {
    return fmt::format("an instance of {} is expected", wording.name(type_));
  }

  const Node* type_;
};

std::string_view datatype_of(const Node* literal) {
  if (!literal->language.empty()) return rdf::langString;
  return literal->datatype == nullptr ? xsd::string : literal->datatype->value;
}

class DatatypeConstraint : public ValueConstraint {
 public:
  explicit DatatypeConstraint(const Node* datatype) : datatype_(datatype) {}

 private:
  bool holds(Inquiry&, const Node* value) const override {
    if (value->kind != Node::Kind::Literal || datatype_of(value) != datatype_->value) return false;
    return !value->language.empty() || well_formed_literal(value->value, datatype_->value);
  }
  std::string expected(const Violation& violation, const Wording& wording) const override {
    const Node* value = violation.value;
    const bool ill_formed = value->kind == Node::Kind::Literal && datatype_of(value) == datatype_->value;
    return fmt::format("a {}literal of {} is expected", ill_formed ? "well-formed " : "", wording.name(datatype_));
  }

  const Node* datatype_;
};

struct NodeKind {
  std::string_view name, words;
  bool iri, blank, literal;
};

constexpr std::array<NodeKind, 6> kNodeKinds{{{"IRI", "an IRI", true, false, false},
                                              {"BlankNode", "a blank node", false, true, false},
                                              {"Literal", "a literal", false, false, true},
                                              {"BlankNodeOrIRI", "a blank node or an IRI", true, true, false},
                                              {"BlankNodeOrLiteral", "a blank node or a literal", false, true, true},
                                              {"IRIOrLiteral", "an IRI or a literal", true, false, true}}};

class NodeKindConstraint : public ValueConstraint {
 public:
  explicit NodeKindConstraint(const NodeKind& kind) : kind_(kind) {}

 private:
  bool holds(Inquiry&, const Node* value) const override {
    return value->kind == Node::Kind::Iri ? kind_.iri : value->kind == Node::Kind::Blank ? kind_.blank : kind_.literal;
  }
  std::string expected(const Violation&, const Wording&) const override { return fmt::format("{} is expected", kind_.words); }

  const NodeKind& kind_;
};

class RangeConstraint : public ValueConstraint {
 public:
  RangeConstraint(Bound bound, const Node* limit) : bound_(bound), limit_(limit) {}

 private:
  bool holds(Inquiry&, const Node* value) const override {
    const std::partial_ordering order = LiteralValue(value) <=> limit_;
    switch (bound_) {
      case Bound::MinExclusive:
        return order > 0;
      case Bound::MinInclusive:
        return order >= 0;
      case Bound::MaxExclusive:
        return order < 0;
      case Bound::MaxInclusive:
        return order <= 0;
    }
    return false;
  }
  std::string expected(const Violation&, const Wording& wording) const override {
    constexpr std::array<std::string_view, 4> kWords{"more than", "at least", "less than", "at most"};
    return fmt::format("{} {} is expected", kWords[static_cast<std::size_t>(bound_)], wording.name(limit_.node()));
  }

  Bound bound_;
  LiteralValue limit_;
};

/// Characters of a text, counted up to one more than `most`.
std::uint64_t characters(std::string_view text, std::uint64_t most) {
  std::uint64_t count = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80 && ++count > most) break;
  return count;
}

class LengthConstraint : public ValueConstraint {
 public:
  LengthConstraint(bool at_least, std::uint64_t length) : at_least_(at_least), length_(length) {}

 private:
  bool holds(Inquiry&, const Node* value) const override {
    if (value->kind == Node::Kind::Blank) return false;
    const std::uint64_t length = characters(value->value, length_);
    return at_least_ ? length >= length_ : length <= length_;
  }
  std::string expected(const Violation&, const Wording&) const override {
    return fmt::format("at {} {} character{} expected", at_least_ ? "least" : "most", length_, length_ == 1 ? " is" : "s are");
  }

  bool at_least_;
  std::uint64_t length_;
};

class PatternConstraint : public ValueConstraint {
 public:
  PatternConstraint(Pattern pattern, std::string source, std::string flags)
      : pattern_(std::move(pattern)), source_(std::move(source)), flags_(std::move(flags)) {}

 private:
  bool holds(Inquiry&, const Node* value) const override {
    return value->kind != Node::Kind::Blank && pattern_.match(value->value) == Pattern::Result::Match;
  }
  std::string expected(const Violation& violation, const Wording&) const override {
    const bool given_up = violation.value->kind != Node::Kind::Blank && pattern_.match(violation.value->value) == Pattern::Result::GivenUp;
    return fmt::format("a match of the pattern /{}/{} is expected{}", source_, flags_,
                       given_up ? ", and looking for one was given up" : "");
  }

  Pattern pattern_;
  std::string source_, flags_;
};

bool in_range(std::string_view language, std::string_view range) {
  if (range == "*") return !language.empty();
  return language.starts_with(range) && (language.size() == range.size() || language[range.size()] == '-');
}

class LanguageConstraint : public ValueConstraint {
 public:
  explicit LanguageConstraint(std::vector<std::string> ranges) : ranges_(std::move(ranges)) {
    for (std::string& range : ranges_) range = ascii_lower(range);
  }

 private:
  bool holds(Inquiry&, const Node* value) const override {
    if (value->language.empty()) return false;
    const std::string language = ascii_lower(value->language);
    return std::any_of(ranges_.begin(), ranges_.end(), [&](const std::string& range) { return in_range(language, range); });
  }
  std::string expected(const Violation&, const Wording&) const override {
    return fmt::format("a text in one of the languages ({}) is expected", fmt::join(ranges_, ", "));
  }

  std::vector<std::string> ranges_;
};

class InConstraint : public ValueConstraint {
 public:
  explicit InConstraint(std::vector<const Node*> members) : members_(std::move(members)), set_(members_.begin(), members_.end()) {}

 private:
  static constexpr std::size_t kNamed = 8;

  bool holds(Inquiry&, const Node* value) const override { return set_.contains(value); }
  std::string expected(const Violation&, const Wording& wording) const override {
    std::string names;
    for (std::size_t i = 0; i < std::min(members_.size(), kNamed); ++i) names.append(i > 0 ? " " : "").append(wording.name(members_[i]));
    if (members_.size() > kNamed) names += fmt::format(" … (of {})", members_.size());
    return fmt::format("one of ({}) is expected", names);
  }

  std::vector<const Node*> members_;
  tsl::robin_set<const Node*> set_;
};

}  // namespace

std::unique_ptr<Constraint> class_constraint(const Node* type) { return std::make_unique<ClassConstraint>(type); }

std::unique_ptr<Constraint> datatype_constraint(const Node* datatype) { return std::make_unique<DatatypeConstraint>(datatype); }

std::unique_ptr<Constraint> node_kind_constraint(std::string_view name) {
  for (const NodeKind& kind : kNodeKinds)
    if (kind.name == name) return std::make_unique<NodeKindConstraint>(kind);
  return nullptr;
}

std::unique_ptr<Constraint> range_constraint(Bound bound, const Node* limit) { return std::make_unique<RangeConstraint>(bound, limit); }

std::unique_ptr<Constraint> min_length_constraint(std::uint64_t length) { return std::make_unique<LengthConstraint>(true, length); }

std::unique_ptr<Constraint> max_length_constraint(std::uint64_t length) { return std::make_unique<LengthConstraint>(false, length); }

std::unique_ptr<Constraint> pattern_constraint(Pattern pattern, std::string source, std::string flags) {
  return std::make_unique<PatternConstraint>(std::move(pattern), std::move(source), std::move(flags));
}

std::unique_ptr<Constraint> language_constraint(std::vector<std::string> ranges) {
  return std::make_unique<LanguageConstraint>(std::move(ranges));
}

std::unique_ptr<Constraint> in_constraint(std::vector<const Node*> members) { return std::make_unique<InConstraint>(std::move(members)); }

}  // namespace musclekg
