// What an output says of itself: VoID, PROV, and where its facts come from.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "map/mapper.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Gathers what is to be said of one output while its records go by, and says it at the end.
class DatasetDescription {
 public:
  /// `name`: the last part of the dataset's IRI. `version`: of the program. `created`: seconds since 1970; no date is written
  /// without it, so that the same input gives the same bytes on any day. `nodes`, which lives as long as the run, gets the
  /// predicates and nothing else: a run may have an output for each record.
  DatasetDescription(std::string_view base, std::string_view name, std::string_view version, std::optional<std::int64_t> created,
                     NodeTable& nodes);

  void add(const MappedRecord& record);

  /// The statements on the dataset, of which the first has it as subject; `void:triples` is `triples` and their own number
  /// together: what a reader of the whole output counts. Their nodes are made in `scoped`.
  std::vector<Quad> statements(std::size_t triples, NodeTable& scoped) const;

 private:
  std::string base_;
  std::string iri_;  ///< of the dataset
  std::string version_;
  std::optional<std::int64_t> created_;
  NodeTable& nodes_;
  std::size_t records_ = 0;
  std::string title_;    ///< of the only record; not used where there are more
  std::string subject_;  ///< likewise: the IRI of its muscle
  std::string source_;   ///< likewise; may be empty
  std::string licence_;  ///< the one all records share; empty when they do not, or one has none
};

}  // namespace musclekg
