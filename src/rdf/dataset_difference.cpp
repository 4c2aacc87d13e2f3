#include "rdf/dataset_difference.h"

#include <algorithm>
#include <iterator>

#include "rdf/canonical_dataset.h"

namespace musclekg {

DatasetDifference difference(std::span<const Quad> first, std::span<const Quad> second) {
  const auto a = CanonicalDataset(first).lines(), b = CanonicalDataset(second).lines();
  DatasetDifference result;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result.removed));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(result.added));
  return result;
}

}  // namespace musclekg
