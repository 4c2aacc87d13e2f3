// The books of a run: every record and every field ends in exactly one column.

#pragma once

#include <array>
#include <cstddef>

#include "model/link.h"

namespace musclekg {

struct Account {
  std::size_t rows_read = 0;      ///< of tables: below the header, and not blank
  std::size_t rows_exported = 0;  ///< with nothing to remark
  std::size_t rows_warned = 0;    ///< exported; an id or a name of theirs is in doubt
  std::size_t rows_rejected = 0;

  std::size_t records_read = 0;
  std::size_t records_exported = 0;
  std::size_t records_rejected = 0;

  std::size_t facts = 0;  ///< of exported records: values of the muscle's own keys, but for references and source

  std::size_t fields_read = 0;
  std::size_t fields_added = 0;  ///< by taking texts apart that name several things
  std::size_t fields_exported = 0;
  std::size_t fields_provisional = 0;  ///< exported with a provisional term
  std::size_t fields_kept = 0;         ///< read and checked, but with no place in the profiles written
  std::size_t fields_rejected = 0;     ///< of rejected records

  std::array<std::size_t, static_cast<std::size_t>(LinkRule::Refused) + 1> links{};  ///< by rule
  std::size_t triples = 0;

  bool balances() const {
    return rows_read == rows_exported + rows_warned + rows_rejected && records_read == records_exported + records_rejected &&
           fields_read + fields_added == fields_exported + fields_provisional + fields_kept + fields_rejected;
  }
};

}  // namespace musclekg
