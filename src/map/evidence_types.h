// How citations count as evidence: a table in `ontology/`.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "rdf/node.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// The rows of `evidence-types.tsv`.
class EvidenceTypes {
 public:
  struct Row {
    std::string design;    ///< a word of the key 'design', "any" or "none"
    const Node* cites;     ///< a property of CiTO; nullptr of "none"
    const Node* evidence;  ///< a class of ECO
    std::string meaning;   ///< in plain words
  };

  /// Reads the table; its nodes are made in `nodes`. Faults are reported with their place: what is no design, and designs without a row.
  EvidenceTypes(const std::string& path, const Prefixes& prefixes, NodeTable& nodes, Diagnostics& diagnostics);

  /// The row of a reference with this design; of one without ("") that of "any".
  const Row& of_design(std::string_view design) const;

  /// The row of what cites nothing.
  const Row& none() const { return rows_[none_]; }

  const std::vector<Row>& rows() const { return rows_; }

 private:
  std::vector<Row> rows_;
  std::size_t any_ = 0, none_ = 0;
};

}  // namespace musclekg
