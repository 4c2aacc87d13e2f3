// A dataset parted into its graphs, each a file of N-Triples, for what takes one graph at a time.

#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "rdf/rdf_handler.h"

namespace musclekg {

/// A statement with a blank node, in a file of N-Triples.
struct BlankLine {
  std::uint64_t offset;  ///< of its line
  std::uint32_t size;    ///< of its line, with the line end
  std::uint32_t node;    ///< one of its blank nodes
};

struct GraphFile {
  std::string graph;  ///< IRI; empty: the default graph
  std::string path;
  std::uint64_t triples = 0;
  std::uint64_t bytes = 0;
  std::vector<BlankLine> blank_lines;  ///< in the order of the file
};

/// Takes documents, and writes each distinct triple once, in the order of arrival. What a document says outside of all graphs goes to the
/// graph `default_graph`, an IRI, or stays in the default graph when that is empty. Blank nodes of several documents stay several.
/// Holds some 30 bytes a triple and 40 a blank node, and at most 64 MiB of what is to be written. Throws Failure when a file cannot be
/// written.
class GraphFiles : public RdfHandler {
 public:
  /// Files are made in a folder of their own, which only the user may read, in the system's folder for temporary files (TMPDIR).
  explicit GraphFiles(std::string default_graph);
  ~GraphFiles() override;
  GraphFiles(const GraphFiles&) = delete;
  GraphFiles& operator=(const GraphFiles&) = delete;

  /// What comes now is a document of its own.
  void begin_document();

  NodeTable& nodes() override { return tables_[current_]; }
  void prefix(std::string_view, std::string_view) override {}
  void quad(const Quad& quad) override;
  void statement_end() override;

  /// Makes the files complete. Call it once, behind the last document.
  void finish();

  /// The graphs in the order in which they were met first.
  const std::vector<GraphFile>& graphs() const { return graphs_; }

  /// Statements that came once more.
  std::uint64_t repeated() const { return repeated_; }

  /// Statements that are left out because a blank node names their graph.
  std::uint64_t unnamed() const { return unnamed_; }

  /// Blank nodes that several graphs speak of.
  std::uint64_t shared_nodes() const { return shared_; }

  /// The least blank node that statements connect with this one: the same for all blank nodes of a part of the dataset.
  std::uint32_t part_of(std::uint32_t node);

 private:
  struct BlankNode {
    std::uint32_t parent;
    std::uint32_t graph;
    bool shared;
  };

  std::size_t index_of(const Node* graph);
  std::uint32_t number_of(const Fingerprint& blank, std::size_t graph);
  void write_out(std::size_t graph);

  std::string folder_;
  std::string default_graph_;
  NodeTable lasting_;
  std::array<NodeTable, 2> tables_{NodeTable(&lasting_), NodeTable(&lasting_)};
  std::size_t current_ = 0;
  std::size_t documents_ = 0;
  std::vector<GraphFile> graphs_;
  std::vector<std::string> buffers_;  ///< by graph, what is not written yet
  std::size_t buffered_ = 0;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  tsl::robin_set<Fingerprint, FingerprintHash> triples_;
  tsl::robin_map<Fingerprint, std::uint32_t, FingerprintHash> by_blank_;
  std::vector<BlankNode> blank_nodes_;
  std::string subject_, object_;  ///< forms of blank nodes
  std::uint64_t repeated_ = 0, unnamed_ = 0, shared_ = 0;
};

}  // namespace musclekg
