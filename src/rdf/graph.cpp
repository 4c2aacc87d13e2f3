#include "rdf/graph.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace musclekg {

namespace {

using Member = const Node* Quad::*;

std::uint64_t number(const Node* node) { return node == nullptr ? 0 : 2 * std::uint64_t{node->number} + 1 + (node->scoped ? 1 : 0); }

template <std::size_t N>
std::array<std::uint64_t, N> key(const Quad& quad, const std::array<Member, N>& members) {
  std::array<std::uint64_t, N> result{};
  for (std::size_t i = 0; i < N; ++i) result[i] = number(quad.*members[i]);
  return result;
}

/// The numbers of a quad's nodes, and where it stands: what is sorted, rather than the quads, whose nodes lie far apart in memory.
struct Row {
  std::array<std::uint64_t, 4> key;
  std::uint32_t place;

  friend bool operator<(const Row& a, const Row& b) { return a.key < b.key; }
};

/// The rows whose first members are those of `wanted`. `rows` are sorted by them.
template <std::size_t N>
std::span<const std::uint32_t> equal(const std::vector<Quad>& quads, const std::vector<std::uint32_t>& rows, const Quad& wanted,
                                     const std::array<Member, N>& members) {
  const auto searched = key(wanted, members);
  const auto begin = std::partition_point(rows.begin(), rows.end(), [&](std::uint32_t row) { return key(quads[row], members) < searched; });
  const auto end = std::partition_point(begin, rows.end(), [&](std::uint32_t row) { return key(quads[row], members) == searched; });
  return {rows.data() + (begin - rows.begin()), static_cast<std::size_t>(end - begin)};
}

}  // namespace

void Graph::index() {
  std::vector<Row> rows(quads_.size());
  const auto sort = [&](const std::array<Member, 4>& members) {
    for (std::uint32_t i = 0; i < quads_.size(); ++i) rows[i] = {key(quads_[i], members), i};
    std::sort(rows.begin(), rows.end());
  };
  sort({&Quad::subject, &Quad::predicate, &Quad::object, &Quad::graph});
  rows.erase(std::unique(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.key == b.key; }), rows.end());
  std::vector<Quad> sorted;
  sorted.reserve(rows.size());
  for (const Row& row : rows) sorted.push_back(quads_[row.place]);
  quads_ = std::move(sorted);
  by_subject_.resize(quads_.size());
  std::iota(by_subject_.begin(), by_subject_.end(), 0U);
  const auto take = [&](std::vector<std::uint32_t>& places) {
    places.clear();
    for (const Row& row : rows) places.push_back(row.place);
  };
  sort({&Quad::predicate, &Quad::object, &Quad::subject, &Quad::graph});
  take(by_predicate_);
  sort({&Quad::object, &Quad::subject, &Quad::predicate, &Quad::graph});
  take(by_object_);
}

Graph::Range Graph::about(const Node* subject) const {
  return {quads_.data(), equal<1>(quads_, by_subject_, {subject, nullptr, nullptr}, {&Quad::subject})};
}

Graph::Range Graph::about(const Node* subject, const Node* predicate) const {
  return {quads_.data(), equal<2>(quads_, by_subject_, {subject, predicate, nullptr}, {&Quad::subject, &Quad::predicate})};
}

Graph::Range Graph::with(const Node* predicate) const {
  return {quads_.data(), equal<1>(quads_, by_predicate_, {nullptr, predicate, nullptr}, {&Quad::predicate})};
}

Graph::Range Graph::with(const Node* predicate, const Node* object) const {
  return {quads_.data(), equal<2>(quads_, by_predicate_, {nullptr, predicate, object}, {&Quad::predicate, &Quad::object})};
}

Graph::Range Graph::mentioning(const Node* object) const {
  return {quads_.data(), equal<1>(quads_, by_object_, {nullptr, nullptr, object}, {&Quad::object})};
}

Graph::Range Graph::mentioning(const Node* object, const Node* subject) const {
  return {quads_.data(), equal<2>(quads_, by_object_, {subject, nullptr, object}, {&Quad::object, &Quad::subject})};
}

Graph::Range Graph::stating(const Node* subject, const Node* predicate, const Node* object) const {
  return {quads_.data(), equal<3>(quads_, by_subject_, {subject, predicate, object}, {&Quad::subject, &Quad::predicate, &Quad::object})};
}

Graph::Range Graph::matching(const Node* subject, const Node* predicate, const Node* object) const {
  if (subject != nullptr && predicate != nullptr && object != nullptr) return stating(subject, predicate, object);
  if (subject != nullptr && predicate != nullptr) return about(subject, predicate);
  if (subject != nullptr && object != nullptr) return mentioning(object, subject);
  if (predicate != nullptr && object != nullptr) return with(predicate, object);
  if (subject != nullptr) return about(subject);
  if (predicate != nullptr) return with(predicate);
  if (object != nullptr) return mentioning(object);
  return all();
}

bool Graph::has(const Node* subject, const Node* predicate, const Node* object) const {
  return !stating(subject, predicate, object).empty();
}

const Node* Graph::object(const Node* subject, const Node* predicate) const {
  const Range found = about(subject, predicate);
  return found.empty() ? nullptr : found.front().object;
}

}  // namespace musclekg
