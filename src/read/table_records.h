// From a row of an author's table to records: what it states of each structure.

#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "model/record.h"
#include "model/table.h"

namespace musclekg {

/// Makes the records of one table's rows after the other, as its column mapping says: one for each structure that the row states
/// something of, in the order of the mapping, with what it cites.
///
/// A statement whose relation the mapping gives, and no cell, is not made again where the row before names the same two structures: rows
/// of a hierarchy repeat what is above them. Linear in the cells; remembers the row before, and each different reference of the table.
class TableRecords {
 public:
  /// `head` lives as long. `name`: what the table is called in IRIs.
  TableRecords(const TableHead& head, std::string_view name, Diagnostics& diagnostics);

  /// Makes the records of a row. False, with the reason reported, where it says nothing that can be read; then there are none.
  bool make(const TableRow& row);

  /// Valid until the next `make`.
  const std::vector<Record>& records() const { return records_; }

  /// What the row cites that no row before it cited.
  const std::vector<TableReference>& new_references() const { return new_references_; }

  /// Why the row was refused.
  const std::string& fault() const { return fault_; }

 private:
  /// A statement as it is made: of the structure `subject`, with the number of its place in the row's list of structures.
  struct Made {
    std::uint32_t subject, object;
    Relation relation;
  };

  bool state(const TableRow& row, std::size_t statement);
  void state(std::uint32_t subject, std::uint32_t object, const std::vector<RelationMeaning>& meanings);
  const std::vector<RelationMeaning>* relation_of(const TableRow& row, std::size_t statement);
  bool repeats(const TableRow& row, std::uint32_t first, std::uint32_t second) const;
  void cite(const TableRow& row);
  void build(const TableRow& row);
  Record& add_record(const TableRow& row, const NamedStructure& subject);
  void remember(const TableRow& row);
  Field field_of(const NamedStructure& structure, Relation relation, std::uint32_t parent) const;
  void refuse(Position where, std::string text, std::string hint);

  const TableHead& head_;
  std::string_view name_;
  Diagnostics& diagnostics_;
  std::vector<std::vector<std::uint32_t>> relation_columns_;     ///< by statement: their numbers in the table, 0 where it has none
  std::vector<std::array<std::uint32_t, 3>> reference_columns_;  ///< of words, id and note, likewise
  std::vector<Made> made_;
  std::vector<Record> records_;
  std::vector<std::pair<std::string, std::string>> before_;  ///< words and id of the structures of the row before
  std::vector<std::uint32_t> cited_;                         ///< numbers of what the row cites
  tsl::robin_map<Fingerprint, std::uint32_t, FingerprintHash> known_references_;
  std::deque<std::string> numbers_;  ///< of the references, as they are written
  std::vector<TableReference> new_references_;
  std::string fault_;
};

}  // namespace musclekg
