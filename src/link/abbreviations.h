// Abbreviations of anatomists, from `abbreviations.tsv`: what they stand for, and in which slots.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "terms/kinds.h"
#include "terms/name_forms.h"

namespace musclekg {

class Abbreviations {
 public:
  struct Row {
    std::vector<std::string> words;  ///< as they are written
    std::string meaning;
    std::uint64_t slots;  ///< a bit for each slot number; all bits for "*"
    KindSet kinds;        ///< those that these slots take; all bits where one takes anything
  };

  /// Reads the table; `slots` must live as long as this object.
  Abbreviations(const std::string& path, const SlotTable& slots, Diagnostics& diagnostics);

  /// The name with its abbreviations written out, in every way that holds in the slot, in the order of the table; at most
  /// 16, none when it has no abbreviation or is longer than 400 bytes. Case counts; a plural "s" and, behind one that the table writes
  /// without a period, a period are taken along.
  std::vector<std::string> written_out(std::string_view name, const SlotTable::Slot& slot) const;

  /// Whether the whole name is one abbreviation in the slot ("STJ", "IT band"), and not only has one in it.
  bool is_one(std::string_view name, const SlotTable::Slot& slot) const;

  const std::vector<Row>& rows() const { return rows_; }

 private:
  static std::uint64_t bit_of(const SlotTable::Slot& slot);
  std::size_t matches(const Row& row, const std::vector<std::string_view>& words, std::size_t at) const;

  std::vector<Row> rows_;
  tsl::robin_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>> by_first_word_;
};

}  // namespace musclekg
