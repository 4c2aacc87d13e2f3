// The whole journey of a run, from inputs to files.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/knowledge.h"
#include "app/syntax.h"
#include "base/diagnostics.h"
#include "map/account.h"
#include "map/comparison.h"
#include "model/column_mapping.h"
#include "read/format.h"
#include "read/page_layout.h"

namespace musclekg {

struct ConvertOptions {
  bool tables_of_authors = false;      ///< CSV and TSV inputs are: all inputs become one dataset
  std::vector<ColumnMapping> columns;  ///< how they are read; the first names the dataset
  std::vector<std::string> inputs;     ///< paths; "-" is standard input
  const Format* from = nullptr;        ///< of files of records; nullptr: by extension
  const PageLayout* layout = nullptr;  ///< all inputs are pages of this layout; nullptr: those whose extension tells it, by content
  std::string folder;                  ///< where a file per record and syntax goes; empty when merging
  std::string merged;                  ///< the one file for all records; "-" is standard output; empty when not merging
  std::vector<const Syntax*> to;       ///< one when merging
  std::string base;                    ///< namespace of what is minted; ends in '/' or '#'
  ProfileSet profiles = kPlainProfiles;
  bool graphs = false;  ///< each profile has a named graph; otherwise all are one graph
  bool split = false;   ///< a file for each graph
  QuotePolicy quotes = QuotePolicy::Full;
  std::string licence;                  ///< an IRI, of what is written; empty: the sources'
  std::string describe;                 ///< where the files are described when there is one for all records; empty: in the file alone
  std::string sssom;                    ///< where the links go as a mapping set; empty: nowhere
  bool strict = false;                  ///< what breaks a rule of records is an error
  bool compare = false;                 ///< tell where the sources contradict each other
  bool verify = false;                  ///< read every file back and compare
  bool canonical = false;               ///< describe each file by the digest of its canonical form, too
  std::vector<std::string> tables;      ///< files besides the records that decide what comes out
  bool progress = false;                ///< show on standard error how far the run is
  std::string version;                  ///< of the program, for the description of the dataset
  std::optional<std::int64_t> created;  ///< seconds since 1970, for the same; no date without it
};

struct ConvertResult {
  Account account;
  std::vector<std::string> files;  ///< those written, in their order; the first 1,000
  std::size_t file_count = 0;
  std::vector<Disagreement> disagreements;  ///< where they were asked for
};

/// Whether an input is a page, and no file of records.
bool is_page(const ConvertOptions& options, const std::string& input);

/// Whether an input is an author's table, and no file of records.
bool is_table(const ConvertOptions& options, const std::string& input);

/// Converts all inputs. Faults in them are reported and reading goes on; what cannot be written is a Failure. The same
/// inputs give the same bytes, in whatever order they are named.
ConvertResult convert(const ConvertOptions& options, const Knowledge& knowledge, NodeTable& nodes, Diagnostics& diagnostics);

}  // namespace musclekg
