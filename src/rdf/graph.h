// A dataset in memory, to be asked: what SHACL shapes, checks and explanations look things up in.

#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "rdf/quad_sink.h"

namespace musclekg {

/// Quads in three orders. They are added, then indexed once, then asked. Nodes belong to the caller's NodeTable, which lives as long;
/// two nodes are equal when they are one. Answers come in the order in which their nodes were made: the same for the same file.
/// `index` sorts (n log n); every question takes logarithmic time and that of its answer. About 80 bytes a quad.
class Graph {
 public:
  /// Quads of one answer; valid as long as the graph.
  class Range {
   public:
    class Iterator {
     public:
      using value_type = Quad;
      using difference_type = std::ptrdiff_t;
      Iterator() = default;
      Iterator(const Quad* quads, const std::uint32_t* at) : quads_(quads), at_(at) {}
      const Quad& operator*() const { return quads_[*at_]; }
      const Quad* operator->() const { return &quads_[*at_]; }
      Iterator& operator++() { return ++at_, *this; }
      Iterator operator++(int) { return {quads_, at_++}; }
      friend bool operator==(const Iterator&, const Iterator&) = default;

     private:
      const Quad* quads_ = nullptr;
      const std::uint32_t* at_ = nullptr;
    };

    Range() = default;
    Range(const Quad* quads, std::span<const std::uint32_t> rows) : quads_(quads), rows_(rows) {}
    Iterator begin() const { return {quads_, rows_.data()}; }
    Iterator end() const { return {quads_, rows_.data() + rows_.size()}; }
    bool empty() const { return rows_.empty(); }
    std::size_t size() const { return rows_.size(); }
    const Quad& front() const { return quads_[rows_.front()]; }

   private:
    const Quad* quads_ = nullptr;
    std::span<const std::uint32_t> rows_;
  };

  void add(const Quad& quad) { quads_.push_back(quad); }

  /// Ends adding. What stands twice in one graph counts once.
  void index();

  std::size_t size() const { return quads_.size(); }

  /// All quads, by subject.
  Range all() const { return {quads_.data(), by_subject_}; }
  Range about(const Node* subject) const;
  Range about(const Node* subject, const Node* predicate) const;
  Range with(const Node* predicate) const;
  Range with(const Node* predicate, const Node* object) const;
  Range mentioning(const Node* object) const;
  Range mentioning(const Node* object, const Node* subject) const;
  Range stating(const Node* subject, const Node* predicate, const Node* object) const;

  /// Those that have the nodes at their places; nullptr stands for any node.
  Range matching(const Node* subject, const Node* predicate, const Node* object) const;

  bool has(const Node* subject, const Node* predicate, const Node* object) const;

  /// The first object, or nullptr.
  const Node* object(const Node* subject, const Node* predicate) const;

 private:
  std::vector<Quad> quads_;
  std::vector<std::uint32_t> by_subject_;    ///< then predicate, object, graph
  std::vector<std::uint32_t> by_predicate_;  ///< then object, subject, graph
  std::vector<std::uint32_t> by_object_;     ///< then subject, predicate, graph
};

}  // namespace musclekg
