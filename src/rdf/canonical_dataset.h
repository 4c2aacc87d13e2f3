// The canonical form of a dataset: W3C RDF Dataset Canonicalization, RDFC-1.0, with SHA-256.

#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "rdf/canonical_labels.h"
#include "rdf/node_map.h"
#include "rdf/numbered_dataset.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Datasets have the same canonical form if and only if they are the same but for the labels of their blank nodes, the order of their
/// statements and repetitions. Time and memory are those of sorting the statements; of blank nodes, see `canonical_numbers`.
class CanonicalDataset {
 public:
  /// `quads`: with nodes of one NodeTable, and of its scoped table, that outlive this. Throws PoisonGraph.
  explicit CanonicalDataset(std::span<const Quad> quads, const CanonicalEffort& effort = {});
  CanonicalDataset(const CanonicalDataset&) = delete;
  CanonicalDataset& operator=(const CanonicalDataset&) = delete;

  /// How many different statements.
  std::size_t size() const { return dataset_.quads.size(); }

  /// The statements in canonical N-Quads (RDFC-1.0, section 5 and appendix A), sorted by code points. `take` gets each with its line end;
  /// the text lives until it returns.
  void each_line(const std::function<void(std::string_view)>& take) const;

  /// The same without line ends, each once and all at once.
  std::vector<std::string> lines() const;

  /// Of all lines with their ends, in hexadecimal digits.
  std::string sha256() const;

  /// "c14n0", ... ; of a blank node of the dataset.
  std::string label(const Node* blank);

 private:
  std::string_view form_of(const Node* node);

  NumberedDataset dataset_;            ///< blank nodes in the order of their labels as texts
  std::vector<std::uint32_t> labels_;  ///< by blank node
  NodeMap<std::uint32_t> numbers_;
  Arena forms_;  ///< those that are not the nodes' own
};

}  // namespace musclekg
