// Solutions of a query: what its variables stand for, and how two sets of them are joined (SPARQL 1.1, section 18.5).

#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "rdf/node.h"

namespace musclekg {

/// A multiset of solutions in a stable order: rows of as many nodes as the query has variables, nullptr for what is unbound.
class Solutions {
 public:
  /// In all rows together: 800 MB. More is a Failure.
  static constexpr std::size_t kMostValues = 100'000'000;

  explicit Solutions(std::size_t width) : width_(width) {}

  /// The one solution that binds nothing.
  static Solutions unit(std::size_t width);

  std::size_t width() const { return width_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::span<const Node*> operator[](std::size_t row) { return {values_.data() + row * width_, width_}; }
  std::span<const Node* const> operator[](std::size_t row) const { return {values_.data() + row * width_, width_}; }

  void add(std::span<const Node* const> row);
  void add(const Solutions& others);

  /// For each variable whether every solution binds it.
  std::vector<bool> certain() const;

  /// For each variable whether some solution binds it.
  std::vector<bool> possible() const;

 private:
  void check_size() const;

  std::size_t width_;
  std::size_t size_ = 0;
  std::vector<const Node*> values_;
};

/// Whether no variable has two values.
bool compatible(std::span<const Node* const> a, std::span<const Node* const> b);

/// Takes into `a` what `b` binds.
void merge(std::span<const Node*> a, std::span<const Node* const> b);

/// Says of a solution whether a filter takes it.
using SolutionTest = std::function<bool(std::span<const Node* const>)>;

/// Every solution of `left` with every compatible one of `right`. By hashing: linear in both and in the answer, where the variables in
/// common are bound everywhere.
Solutions join(const Solutions& left, const Solutions& right);

/// The same, for those that `test` takes; a solution of `left` without any stays as it is (section 18.5, LeftJoin).
Solutions left_join(const Solutions& left, const Solutions& right, const SolutionTest& test);

/// The solutions of `left` with which none of `right` is compatible and has a variable in common (section 18.5, Minus).
Solutions minus(const Solutions& left, const Solutions& right);

}  // namespace musclekg
