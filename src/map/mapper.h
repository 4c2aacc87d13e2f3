// From a linked record to statements, by the mapping table.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "map/account.h"
#include "map/evidence.h"
#include "map/expansion.h"
#include "map/link_statements.h"
#include "map/link_warnings.h"
#include "map/linked_record.h"
#include "map/owl_axioms.h"
#include "map/profile.h"
#include "map/statements.h"
#include "map/table_nodes.h"
#include "map/term_nodes.h"
#include "map/value_nodes.h"

namespace musclekg {

/// What a record became, for the description of its dataset.
struct MappedRecord {
  const Node* muscle = nullptr;
  std::string_view label;         ///< of the muscle
  std::string_view slug;          ///< names the record's files and IRIs
  const Node* source = nullptr;   ///< the page or table; may be nullptr
  std::string_view source_title;  ///< may be empty
  const Node* licence = nullptr;  ///< given for the source; may be nullptr
};

/// Everything a mapper works with; all live as long as the mapper.
struct MapTables {
  const Mapping& mapping;
  const SpinalLevels& levels;
  const TermIndex& terms;
  const KindTable& kinds;
  const Prefixes& prefixes;
  const EvidenceTypes& evidence_types;
};

/// What is to be written of records.
struct MapOptions {
  std::string base;  ///< namespace of what is minted
  ProfileSet profiles = kPlainProfiles;
  QuotePolicy quotes = QuotePolicy::Full;
  bool edges = false;  ///< `Mapper::edges` is asked for, whatever is written
};

/// An output, as far as its statements depend on it.
struct MapOutput {
  bool complete = true;  ///< see TermNodes::begin_output
  GraphNodes graphs;
  std::string dataset;  ///< its IRI
};

/// Maps one record after the other. The statements and texts of a record live until the next one is mapped.
class Mapper {
 public:
  Mapper(MapTables tables, Linker& linker, const MapOptions& options, NodeTable& nodes, NodeTable& scoped);

  void begin_output(const MapOutput& output);

  /// Links and names a record, which must live until it is mapped. False: an error was reported, and it is to be rejected.
  /// Nothing is remembered of a record that is linked and then not mapped.
  bool link(const Record& record, Diagnostics& diagnostics);

  /// Begins a row of a table, which may be several records: what they become is put together until the next call.
  void begin_row(TableNodes& table) {
    table_ = &table;
    doubtful_ = false;
    begin_record();
  }

  /// Whether a name of the row has no term, or was linked against the id that was given.
  bool doubtful() const { return doubtful_; }

  /// Maps the record that was linked: its statements are then in `statements`, and its fields are entered in `account`.
  /// `quotes`: where the record was read from; needed for the profiles evidence and owl. Linear in the fields of the record.
  void map(QuoteFinder* quotes, Diagnostics& diagnostics, Account& account);

  /// Whether `map` needs the record's source.
  bool needs_quotes() const { return (options_.profiles & (bit(Profile::Evidence) | bit(Profile::Owl))) != 0; }

  /// The record that was linked, with what it coordinates taken apart, and its links.
  const LinkedRecord& linked() const { return linked_; }

  /// How many fields that gave more than the record has.
  std::size_t fields_added() const { return expansion_.added(); }

  const std::vector<Quad>& statements() const { return statements_.quads(); }

  /// What the closure is computed of, where it is wanted: the edges, and what is said of the terms.
  const std::vector<Quad>& reasoned() const { return reasoned_; }
  const MappedRecord& mapped() const { return mapped_; }

  /// The edges of the record that was mapped, where its source is needed or they were asked for.
  std::span<const Edge> edges() const { return edges_; }

  /// What the row becomes, to which the caller may add.
  Statements& row_statements() { return statements_; }

 private:
  void begin_record();
  void name_record();
  void describe_source();
  bool applies(const StatementRule& rule, std::uint32_t field) const;
  const Node* subject_of(const StatementRule& rule, std::uint32_t field);
  const Node* object_of(const StatementRule& rule, std::uint32_t field);
  void map_field(std::uint32_t field);
  void describe_terms();
  bool known_part(std::uint32_t field) const;
  void enter(std::uint32_t field, Account& account, Diagnostics& diagnostics);
  bool wants(Profile profile) const { return contains(options_.profiles, profile); }

  MapTables tables_;
  Linker& linker_;
  MapOptions options_;
  NodeTable& scoped_;
  TermNodes term_nodes_;
  ValueNodes values_;
  Expansion expansion_;
  KindSet artery_;
  LinkRows link_rows_;
  LinkStatements link_statements_;
  LinkWarnings warnings_;
  Evidence evidence_;
  OwlAxioms axioms_;
  MapOutput output_;
  LinkedRecord linked_;
  Statements statements_, term_statements_;
  std::vector<Quad> reasoned_;
  std::vector<Edge> edges_;
  MappedRecord mapped_;
  TableNodes* table_ = nullptr;
  bool doubtful_ = false;
  std::string slug_, label_;

  struct Vocabulary {
    const Node *integer, *label, *truth;
  } v_;
};

}  // namespace musclekg
