// From a linked record to statements, by the mapping table.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "map/account.h"
#include "map/expansion.h"
#include "map/linked_record.h"
#include "map/term_nodes.h"
#include "rdf/quad_sink.h"

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
};

/// Maps one record after the other. The statements and texts of a record live until the next one is mapped.
class Mapper {
 public:
  Mapper(MapTables tables, Linker& linker, std::string_view base, NodeTable& nodes, NodeTable& scoped);

  /// Begins an output; see TermNodes::begin_output.
  void begin_output(bool complete) { term_nodes_.begin_output(complete); }

  /// Links and names a record, which must live until it is mapped. False: an error was reported, and it is to be rejected.
  /// Nothing is remembered of a record that is linked and then not mapped.
  bool link(const Record& record, Diagnostics& diagnostics);

  /// Maps the record that was linked: its statements are then in `statements`, and its fields are entered in `account`.
  /// Linear in the fields of the record.
  void map(Diagnostics& diagnostics, Account& account);

  /// The record that was linked, with what it coordinates taken apart, and its links.
  const LinkedRecord& linked() const { return linked_; }

  /// How many fields that gave more than the record has.
  std::size_t fields_added() const { return expansion_.added(); }

  const std::vector<Quad>& statements() const { return statements_.quads(); }
  const MappedRecord& mapped() const { return mapped_; }

 private:
  struct Value {
    const Node* node = nullptr;
    const Node* material = nullptr;
    const Node* group = nullptr;
    const Node* joint = nullptr;
    const Node* part = nullptr;
    std::uint32_t position = 0;  ///< from 1, among the fields of its owner with its relation
    bool last = false;           ///< of these
  };

  void name_record();
  void number_values();
  void find_value(std::uint32_t index);
  std::string_view name_of_part(const Link& link) const;
  const Node* object_of(const StatementRule& rule, std::uint32_t index);
  void map_field(std::uint32_t index);
  const Node* list_of(std::uint32_t index);
  const Node* date_of(std::string_view text) const;
  const Node* named(std::string_view path, std::string_view text);
  bool known_part(std::uint32_t index) const;
  void enter(const LinkedField& linked, const Field& field, Account& account, Diagnostics& diagnostics);
  void warn(const LinkedField& linked, const Link& link, const Field& field, Diagnostics& diagnostics);

  MapTables tables_;
  Linker& linker_;
  std::string base_;
  NodeTable& scoped_;
  TermNodes term_nodes_;
  Expansion expansion_;
  LinkedRecord linked_;
  Statements statements_;
  MappedRecord mapped_;
  std::vector<Value> values_;
  std::string slug_, label_, scratch_;
  tsl::robin_map<std::string, char, TextHash, std::equal_to<>> warned_;
  KindSet collection_kinds_, region_kinds_;

  struct Vocabulary {
    const Node *first, *rest, *nil, *integer, *boolean, *date, *year, *year_month, *truth;
  } v_;
};

}  // namespace musclekg
