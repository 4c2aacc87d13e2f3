// What an output says of itself: VoID, DCAT, PROV, and where its facts come from.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "map/mapper.h"
#include "map/profile.h"
#include "model/quote.h"
#include "rdf/mark_repeated.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// What holds for all outputs of a run.
struct DatasetOptions {
  std::string base;
  std::string version;  ///< of the program
  std::optional<std::int64_t>
      created;          ///< seconds since 1970; no date is written without it, so that the same input gives the same bytes on any day
  std::string licence;  ///< an IRI, of what we add; empty: that of the sources, where they share one
  ProfileSet profiles = kPlainProfiles;
  std::string title = {};          ///< empty: made of what the records are
  std::vector<SourceText> tables;  ///< files besides the records that decide what comes out: ontologies, curators' mappings
};

/// A file of the dataset, as it is told.
struct DistributionFile {
  std::string key;   ///< the last part of its IRI
  std::string name;  ///< the last part of its path
  std::string_view media_type;
  std::optional<std::size_t> bytes;  ///< nothing where the file itself tells it
  std::string sha256;                ///< empty likewise
  std::string canonical_sha256;      ///< of the dataset in it, in canonical form (RDFC-1.0); empty where that was not asked for
};

/// Gathers what is to be said of one output while its records go by, and says it at the end.
class DatasetDescription {
 public:
  /// `name`: the last part of the dataset's IRI. `graphs`: the names of its graphs; with names, the dataset is described as a DCAT dataset,
  /// graph by graph. `nodes`, which lives as long as the run, gets the predicates and nothing else: a run may have an output for each
  /// record.
  DatasetDescription(const DatasetOptions& options, std::string_view name, const GraphNodes& graphs, NodeTable& nodes);

  const std::string& iri() const { return iri_; }

  void add(const MappedRecord& record);

  /// Adds a file the records were read from.
  void add_input(const SourceText& text);

  /// The statements on the dataset, of which the first has it as subject; `void:triples` is what was counted, and their own number
  /// where they are `inside` what is counted: what a reader of the whole output counts. Their nodes are made in `scoped`.
  std::vector<Quad> statements(const DistinctCounts& counts, bool inside, const std::vector<DistributionFile>& files,
                               NodeTable& scoped) const;

  /// Title, version IRI and licence, for the header of the output's axioms.
  std::string title() const;
  std::string version_iri(std::string_view of) const;
  const std::string& licence() const { return options_.licence.empty() ? licence_ : options_.licence; }

 private:
  class Teller;
  void tell_graphs(Teller& tell, const DistinctCounts& counts) const;
  void tell_files(Teller& tell, const std::vector<DistributionFile>& files) const;
  void tell_run(Teller& tell) const;

  const DatasetOptions& options_;
  std::string iri_;
  GraphNodes graphs_;
  NodeTable& nodes_;
  std::size_t records_ = 0;
  std::string title_;    ///< of the only record; not used where there are more
  std::string subject_;  ///< likewise: the IRI of its muscle
  std::string source_;   ///< likewise; may be empty
  std::string licence_;  ///< the one all records share; empty when they do not, or one has none
  std::vector<SourceText> inputs_;
};

}  // namespace musclekg
