// The files of one dataset on their way: what its records say, what follows from all of them, and what is said of the files themselves.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/document.h"
#include "app/knowledge.h"
#include "app/pipeline.h"
#include "map/closure.h"
#include "map/dataset.h"
#include "rdf/gathered_quads.h"

namespace musclekg {

/// One dataset after the other:
///
///     open -> add, for each record -> close: closure and anchor of all records, header of the axioms, description -> files
///
/// Without `close` no file is changed. Rows of tables are written as they come where all syntaxes are line by line (N-Triples, N-Quads);
/// otherwise they are held to the end, so that what many rows say of one structure stands together.
class Outputs {
 public:
  /// `scoped`: the table of the records' nodes, which is cleared.
  Outputs(const ConvertOptions& options, const Knowledge& knowledge, NodeTable& nodes, NodeTable& scoped);

  /// Opens the files of a dataset called `name`: at `stem` with the extension of each syntax, or at `path`, if that is not empty.
  void open(std::string_view name, const std::string& stem, const std::string& path);
  bool is_open() const { return document_ != nullptr; }

  /// What the mapper has to know of the dataset that was opened.
  MapOutput map_output() const;

  /// Adds the record that was mapped last, read from `text` (nullptr: not known); of a row of a table, all that the row became, with a
  /// `topic` that other rows have, too.
  void add(const Mapper& mapper, const SourceText* text, const Node* topic = nullptr);

  /// Adds what is said of `topic` beside the records, of a table read from `text`.
  void add_statements(const Node* topic, const std::vector<Quad>& statements, const SourceText& text);

  /// Ends the dataset, and gives its files their names. Returns the number of distinct statements.
  std::size_t close();

  /// The files of the dataset that was closed.
  const std::vector<std::string>& files() const { return files_; }

 private:
  bool wants(Profile profile) const { return contains(options_.profiles, profile); }
  void add(const Node* topic, const std::vector<Quad>& statements);
  void add_gathered();
  void add_closure();
  std::vector<DistributionFile> distributions() const;
  std::string canonical_sha256(const Document::Target& target) const;
  void describe(const std::string& path, const DistinctCounts& counts);

  const ConvertOptions& options_;
  const Knowledge& knowledge_;
  NodeTable& nodes_;
  NodeTable& scoped_;
  DatasetOptions dataset_;
  GraphNodes graphs_;
  std::optional<DatasetDescription> description_;
  bool gathers_ = false;
  std::unique_ptr<GatheredQuads> gathered_;
  std::unique_ptr<Document> document_;
  std::optional<Closure> closure_;
  std::string describe_;  ///< where the files are described; empty: in themselves alone
  std::vector<std::string> files_;
};

}  // namespace musclekg
