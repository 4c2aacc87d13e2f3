// What one input says of one muscle, not yet linked: a flat list of fields, each with its place.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/page.h"
#include "model/record_keys.h"

namespace musclekg {

/// One thing said. A field that belongs to another one (the roots of a nerve, the title of a reference) stands behind it
/// and names it as its parent.
struct Field {
  Relation relation;
  std::uint32_t parent;           ///< index of the field it belongs to; the muscle's own fields have 0, the muscle itself kNoParent
  std::uint32_t end;              ///< index behind the last field that belongs to it, directly or not
  std::string_view text;          ///< the words; empty where the fields behind it say all (an action given as a map)
  std::string_view id;            ///< the ontology id given with it; may be empty
  Position where;                 ///< where the words begin
  Position id_where;              ///< where the id begins
  std::string_view written = {};  ///< the words as they stand, of a field that was taken out of a text that names several things
  std::uint32_t place = 0;        ///< number of the first of its places in Record::places, from 1; 0: `where` is all that is known
  std::uint32_t cell = 0;         ///< of a row of a table: the column that says it, from 1
};

inline constexpr std::uint32_t kNoParent = ~std::uint32_t{0};

/// A place of a page that says what a field says.
struct PagePlace {
  Span words;
  std::uint32_t next = 0;  ///< number of the next place of the same field, from 1; 0: there is none
};

/// One record. `fields[0]` is the muscle; of a row of a table, the structure that the row speaks of. The texts belong to the reader and
/// live until it reads the next record.
struct Record {
  std::string_view file;
  Position where;
  std::vector<Field> fields;
  std::vector<PagePlace> places = {};  ///< of the fields of a page's record; empty where a record is written down itself
  std::uint32_t row = 0;               ///< of a statement of a table: the number of its row, from 1; 0: of no table
  std::string_view table = {};         ///< the name of the table, which IRIs are made with

  const Field& muscle() const { return fields.front(); }

  /// The first field with this relation that belongs directly to field `owner`, or nullptr.
  const Field* find(std::uint32_t owner, Relation relation) const {
    for (std::uint32_t i = owner + 1; i < fields[owner].end; i = fields[i].end)
      if (fields[i].relation == relation) return &fields[i];
    return nullptr;
  }
};

}  // namespace musclekg
