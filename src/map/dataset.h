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
  /// without it, so that the same input gives the same bytes on any day. `nodes` lives as long as the run.
  DatasetDescription(std::string_view base, std::string_view name, std::string_view version, std::optional<std::int64_t> created,
                     NodeTable& nodes);

  void add(const MappedRecord& record);

  /// The statements on the dataset, in which `void:triples` is `triples` and their own number together: what a reader of
  /// the whole output counts.
  std::vector<Quad> statements(std::size_t triples) const;

  /// The dataset, the topic of these statements.
  const Node* dataset() const { return dataset_; }

 private:
  std::string base_;
  std::string version_;
  std::optional<std::int64_t> created_;
  NodeTable& nodes_;
  const Node* dataset_;
  std::size_t records_ = 0;
  std::string title_;              ///< of the only record; a summary where there are more
  const Node* subject_ = nullptr;  ///< likewise
  const Node* source_ = nullptr;
  std::string licence_;  ///< the one all records share; empty when they do not, or one has none
};

}  // namespace musclekg
