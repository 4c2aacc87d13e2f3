#include "sparql/solutions.h"

#include <tsl/robin_map.h>

#include <string>

#include "base/diagnostics.h"

namespace musclekg {

namespace {

/// The rows of one side, by the values of the variables that both sides always bind.
class RowIndex {
 public:
  RowIndex(const Solutions& left, const Solutions& right) : right_(right) {
    if (left.empty() || right.empty()) return;
    const std::vector<bool> in_left = left.certain(), in_right = right.certain();
    for (std::size_t i = 0; i < in_left.size(); ++i)
      if (in_left[i] && in_right[i]) key_.push_back(i);
    for (std::size_t row = 0; row < right.size(); ++row) {
      std::vector<std::size_t>& rows = rows_[key(right[row])];
      rows.push_back(row);
    }
  }

  /// Calls `take` with each row of the right side that is compatible, in their order.
  template <class Take>
  void each_compatible(std::span<const Node* const> row, const Take& take) const {
    const auto found = rows_.find(key(row));
    if (found == rows_.end()) return;
    for (const std::size_t candidate : found->second)
      if (compatible(row, right_[candidate])) take(right_[candidate]);
  }

 private:
  /// The numbers of the nodes: one table made them all.
  std::string key(std::span<const Node* const> row) const {
    std::string result;
    result.reserve(4 * key_.size());
    for (const std::size_t variable : key_) {
      const std::uint32_t number = row[variable]->number;
      result.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    return result;
  }

  const Solutions& right_;
  std::vector<std::size_t> key_;
  tsl::robin_map<std::string, std::vector<std::size_t>> rows_;
};

}  // namespace

Solutions Solutions::unit(std::size_t width) {
  Solutions result(width);
  result.add(std::vector<const Node*>(width));
  return result;
}

void Solutions::check_size() const {
  if (values_.size() > kMostValues)
    throw Failure("the query has too many solutions on the way to its answer: do all its parts have a variable in common?");
}

void Solutions::add(std::span<const Node* const> row) {
  values_.insert(values_.end(), row.begin(), row.end());
  ++size_;
  check_size();
}

void Solutions::add(const Solutions& others) {
  values_.insert(values_.end(), others.values_.begin(), others.values_.end());
  size_ += others.size_;
  check_size();
}

std::vector<bool> Solutions::certain() const {
  std::vector<bool> result(width_, true);
  for (std::size_t i = 0; i < values_.size(); ++i)
    if (values_[i] == nullptr) result[i % width_] = false;
  return result;
}

std::vector<bool> Solutions::possible() const {
  std::vector<bool> result(width_);
  for (std::size_t i = 0; i < values_.size(); ++i)
    if (values_[i] != nullptr) result[i % width_] = true;
  return result;
}

bool compatible(std::span<const Node* const> a, std::span<const Node* const> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != nullptr && b[i] != nullptr && a[i] != b[i]) return false;
  return true;
}

void merge(std::span<const Node*> a, std::span<const Node* const> b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] == nullptr) a[i] = b[i];
}

Solutions join(const Solutions& left, const Solutions& right) {
  Solutions result(left.width());
  const RowIndex index(left, right);
  std::vector<const Node*> merged;
  for (std::size_t row = 0; row < left.size(); ++row)
    index.each_compatible(left[row], [&](std::span<const Node* const> other) {
      merged.assign(left[row].begin(), left[row].end());
      merge(merged, other);
      result.add(merged);
    });
  return result;
}

Solutions left_join(const Solutions& left, const Solutions& right, const SolutionTest& test) {
  Solutions result(left.width());
  const RowIndex index(left, right);
  std::vector<const Node*> merged;
  for (std::size_t row = 0; row < left.size(); ++row) {
    bool alone = true;
    index.each_compatible(left[row], [&](std::span<const Node* const> other) {
      merged.assign(left[row].begin(), left[row].end());
      merge(merged, other);
      if (!test(merged)) return;
      result.add(merged);
      alone = false;
    });
    if (alone) result.add(left[row]);
  }
  return result;
}

Solutions minus(const Solutions& left, const Solutions& right) {
  Solutions result(left.width());
  const RowIndex index(left, right);
  for (std::size_t row = 0; row < left.size(); ++row) {
    bool taken_away = false;
    index.each_compatible(left[row], [&](std::span<const Node* const> other) {
      for (std::size_t i = 0; i < other.size() && !taken_away; ++i) taken_away = left[row][i] != nullptr && other[i] != nullptr;
    });
    if (!taken_away) result.add(left[row]);
  }
  return result;
}

}  // namespace musclekg
