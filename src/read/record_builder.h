// Makes a Record of what a reader finds in its syntax, and checks it against the table of keys on the way.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/record.h"
#include "model/scalar.h"

namespace musclekg {

/// Takes one record as events, the same from every syntax. All texts must live until the next `begin`.
///
/// The order of calls: begin, then for each key: key and one value, then end. A value is a scalar; or begin_map, keys and
/// values, end_map; or begin_list, values, end_list.
class RecordBuilder {
 public:
  explicit RecordBuilder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void begin(std::string_view file, Position where);
  void key(std::string_view name, Position where);
  /// A key that is no word: its value is passed over.
  void refuse_key(Position where, std::string text);
  void scalar(std::string_view text, ScalarKind kind, Position where);
  void begin_map(Position where);
  void end_map();
  void begin_list(Position where);
  void end_list();

  /// Where a page says what the next value says: the scalar, or the map and what belongs to it.
  void places(std::span<const Span> places);

  /// Reports a fault that the reader found itself; the record is then rejected.
  void error(Position where, std::string_view rule, std::string text, std::string hint = {});

  /// Ends the record: required keys, citations. True when the record is whole; false when errors were reported since
  /// `begin`, and it is to be rejected.
  bool end();

  /// The record, valid until the next `begin`. A rejected one holds the fields that could be read.
  const Record& record() const { return record_; }

 private:
  struct Frame {
    Shape shape;
    std::uint32_t field;
    Position where;
    const Key* key = nullptr;  ///< the key whose value is awaited or whose list is open; nullptr: the value is passed over
    bool in_list = false;
    std::uint64_t seen = 0;   ///< keys, by their bits
    std::uint64_t empty = 0;  ///< those of them that say nothing
  };

  std::uint32_t add_field(const Key& key, std::string_view text, Position where);
  bool accepts(const Key& key, std::string_view text, ScalarKind kind, Position where);
  void wrong_type(const Key& key, std::string_view found, Position where);
  void close(const Frame& frame);
  /// Orders what belongs directly to a field by relation, so that the order of a record's keys means nothing.
  void put_in_order(std::uint32_t owner);
  void check_citations();

  Diagnostics& diagnostics_;
  Record record_;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> numbers_;   ///< of the references
  std::vector<std::uint32_t> children_;  ///< for put_in_order
  std::vector<Field> ordered_;           ///< for put_in_order
  std::uint32_t next_place_ = 0;         ///< number of the first place of the next value; see Field::place
  std::size_t passed_over_ = 0;          ///< depth inside a value that is passed over
  bool whole_ = true;
};

}  // namespace musclekg
