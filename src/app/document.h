// One dataset on its way into one or more files.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/syntax.h"
#include "rdf/mark_repeated.h"
#include "rdf/prefixes.h"
#include "rdf/quad_sink.h"

namespace musclekg {

/// Writes the same statements into files of several syntaxes. What counts as the same statement differs between files that keep the
/// graphs apart and files that merge them, so there are up to two streams:
///
///     add -> stream of named graphs  -> MarkRepeated -> writer -> Output
///        |                                          \-> only the statements of a graph -> writer -> Output
///        |                                          \-> GraphDigest (to verify)
///        \-> stream of merged graphs -> MarkRepeated -> writer -> Output
///                                                    \-> GraphDigest (to verify)
///
/// Without `finish` no file is changed. Faults are Failures.
class Document {
 public:
  struct Target {
    const Syntax* syntax;
    std::string path;
    const Node* graph = nullptr;  ///< with `only`: the graph whose statements the file takes; nullptr: the default graph
    bool only = false;            ///< the file takes the statements of one graph; a syntax that has graphs still names it
  };

  /// A file that is complete.
  struct Written {
    const Target* target;
    std::size_t bytes;
    std::string sha256;  ///< 64 hexadecimal digits; empty for standard output and devices, which cannot be read back
  };

  /// `restated`: see MarkRepeated.
  Document(std::vector<Target> targets, const Prefixes& prefixes, std::string_view base, const WriterTables& tables, bool verify,
           const std::vector<const Node*>& restated = {});
  ~Document();

  /// Writes the statements about `topic`, whose graphs are in any order.
  void add(const Node* topic, const std::vector<Quad>& statements);

  /// What is said of the dataset, given how many distinct statements were written before, by graph; the first has it as subject.
  using Description = std::function<std::vector<Quad>(const DistinctCounts& distinct)>;

  /// Writes the description into each stream, asked for with that stream's own count; gives the files their names, all of them when the
  /// last one is complete; and, when asked for, reads each one back and compares. Returns the number of distinct statements: where graphs
  /// are kept apart in some file, those of all graphs; otherwise those of the merged graph.
  std::size_t finish(const Description& description);

  const std::vector<Target>& targets() const { return targets_; }

  /// The files, in the order of the targets, read again for their digests. To be asked behind `finish`.
  std::vector<Written> written() const;

 private:
  class Stream;
  struct File;

  std::vector<Target> targets_;
  std::vector<std::unique_ptr<File>> files_;  ///< beside targets_
  std::vector<std::unique_ptr<Stream>> streams_;
};

}  // namespace musclekg
