// Any bytes as a dataset of few, much alike nodes: its canonical form, and its difference from itself under other labels and from another
// one.

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <vector>

#include "fuzz.h"
#include "rdf/canonical_dataset.h"
#include "rdf/dataset_difference.h"

namespace {

using namespace musclekg;
using fuzz::must;

constexpr std::size_t kBlanks = 7, kMostStatements = 40;
constexpr CanonicalEffort kEffort{50'000, 10};

/// Statements as four numbers each, and a new order for the blank nodes.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) {
    for (std::size_t at = 0; at + 4 <= bytes.size() && statements_.size() < kMostStatements; at += 4)
      statements_.push_back({byte(bytes, at), byte(bytes, at + 1), byte(bytes, at + 2), byte(bytes, at + 3)});
    std::iota(others_.begin(), others_.end(), std::size_t{0});
    for (std::size_t i = 0; i < bytes.size() && i < 64; ++i)
      std::rotate(others_.begin(), others_.begin() + byte(bytes, i) % kBlanks, others_.end() - byte(bytes, i) % 3);
  }

  std::size_t size() const { return statements_.size(); }

  /// Without the statement `left_out`.
  std::vector<Quad> quads(NodeTable& nodes, bool disguised, std::size_t left_out = kMostStatements) const {
    const auto node = [&](unsigned choice, unsigned kinds) -> const Node* {
      if (choice % kinds < kBlanks) return nodes.blank("n" + std::to_string(disguised ? others_[choice % kinds] : choice % kinds));
      if (choice % kinds == kBlanks) return nodes.iri("http://e/a");
      return choice % kinds == kBlanks + 1 ? nodes.iri("http://e/b") : nodes.text("x");
    };
    std::vector<Quad> result;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      if (i == left_out) continue;
      const auto& [subject, predicate, object, graph] = statements_[i];
      result.push_back({node(subject, kBlanks + 1), nodes.iri(predicate % 4 == 0 ? "http://e/q" : "http://e/p"), node(object, kBlanks + 3),
                        graph < 128 ? nullptr : node(graph, kBlanks + 2)});
    }
    if (disguised) std::reverse(result.begin(), result.end());
    return result;
  }

 private:
  static unsigned byte(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

  std::vector<std::array<unsigned, 4>> statements_;
  std::array<std::size_t, kBlanks> others_{};
};

std::optional<std::vector<std::string>> canonical(const std::vector<Quad>& quads) {
  try {
    return CanonicalDataset(quads, kEffort).lines();
  } catch (const PoisonGraph&) {
    return std::nullopt;
  }
}

std::optional<bool> differ(const std::vector<Quad>& a, const std::vector<Quad>& b) {
  try {
    const DatasetDifference found = difference(a, b, kEffort);
    for (const std::vector<std::string>* lines : {&found.removed, &found.added})
      must(std::is_sorted(lines->begin(), lines->end()) && std::adjacent_find(lines->begin(), lines->end()) == lines->end(),
           "lines are sorted");
    return !found.removed.empty() || !found.added.empty();
  } catch (const PoisonGraph&) {
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(fuzz::view(data, size));
  NodeTable nodes, other_nodes;
  const std::vector<Quad> quads = bytes.quads(nodes, false), disguised = bytes.quads(other_nodes, true);
  const auto form = canonical(quads), other_form = canonical(disguised);
  must(!form || std::is_sorted(form->begin(), form->end()), "lines are sorted");
  must(!form || !other_form || *form == *other_form, "the canonical form is that of other labels and another order");
  must(!differ(quads, disguised).value_or(false), "a dataset is the same under other labels and in another order");
  must(differ(quads, quads) == false, "a dataset is itself");
  if (bytes.size() == 0) return 0;
  const std::vector<Quad> fewer = bytes.quads(other_nodes, true, size % bytes.size());
  const auto fewer_form = canonical(fewer);
  const std::optional<bool> different = differ(quads, fewer);
  must(!different || !form || !fewer_form || *different == (*form != *fewer_form), "the canonical form differs where the datasets do");
  return 0;
}
