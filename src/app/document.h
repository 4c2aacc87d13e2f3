// One graph on its way into one or more files.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/syntax.h"
#include "map/dataset.h"
#include "rdf/graph_digest.h"
#include "rdf/mark_repeated.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// Writes the same statements into files of several syntaxes:
///
///     add -> MarkRepeated -> tee -> writer -> Output
///                               \-> writer -> Output
///                               \-> GraphDigest (to verify)
///
/// Without `finish` no file is changed. Faults are Failures.
class Document {
 public:
  struct Target {
    const Syntax* syntax;
    std::string path;
  };

  Document(std::vector<Target> targets, const Prefixes& prefixes, std::string_view base, const WriterTables& tables, bool verify);
  ~Document();

  /// Writes the statements about `topic`.
  void add(const Node* topic, const std::vector<Quad>& statements);

  /// Writes the description of the dataset, gives the files their names, and, when asked for, reads each one back and
  /// compares. `scoped` is for the nodes of the description. Returns the number of distinct statements.
  std::size_t finish(const DatasetDescription& description, NodeTable& scoped);

  const std::vector<Target>& targets() const { return targets_; }

 private:
  class Tee;
  void verify(const Target& target) const;

  std::vector<Target> targets_;
  std::vector<std::unique_ptr<Output>> outputs_;
  std::vector<std::unique_ptr<QuadSink>> writers_;
  std::optional<GraphDigest> digest_;
  std::unique_ptr<Tee> tee_;
  std::unique_ptr<MarkRepeated> marked_;
};

}  // namespace musclekg
