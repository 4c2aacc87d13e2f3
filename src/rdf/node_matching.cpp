#include "rdf/node_matching.h"

#include <algorithm>

#include "rdf/linked_nodes.h"
#include "rdf/node_votes.h"

namespace musclekg {

NodeMatching match_nodes(const DatasetPair& pair, std::span<const std::string_view> labels, const CanonicalEffort& effort) {
  const Mentions mentions(pair.both);
  const NodeColours colours(pair, mentions);
  NodeMatching result;
  for (std::uint32_t blank = 0; blank < pair.both.blanks; ++blank) result.partners.push_back(colours.partner(blank));
  match_linked_nodes(pair, colours, labels, effort, result.partners);
  match_by_votes(pair, mentions, colours, result.partners);
  for (std::uint32_t blank = 0; blank < pair.both.blanks; ++blank)
    result.names.push_back(colours.name(std::min(blank, result.partners[blank])));  // kNoPartner is the greatest
  return result;
}

}  // namespace musclekg
