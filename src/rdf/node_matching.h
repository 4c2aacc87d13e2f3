// Which blank nodes of two datasets are the same.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "rdf/node_colours.h"

namespace musclekg {

struct NodeMatching {
  std::vector<std::uint32_t> partners;  ///< by blank node: the counterpart in the other dataset, or kNoPartner
  std::vector<Fingerprint>
      names;  ///< by blank node: of what is said of it; counterparts have one, and nodes that colours cannot tell apart
};

/// Finds counterparts, in this order: by colours; sets of linked nodes that colours leave open, where one of each dataset has the same
/// statements with the same labels, then the same canonical form (RDFC-1.0); at last one by one those that share most of what is said of
/// nothing else. If the datasets are the same, the counterparts make them equal. `labels`: of the blank nodes, as written. Throws
/// PoisonGraph where a canonical form is needed that takes too long.
NodeMatching match_nodes(const DatasetPair& pair, std::span<const std::string_view> labels);

}  // namespace musclekg
