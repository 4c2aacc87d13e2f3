// What a reference says besides its citation: identifiers, addresses, when it was looked at.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace musclekg {

/// White space as single blanks, none at the ends; characters without width and control characters are taken out.
std::string with_single_blanks(std::string_view words);

struct ReferenceDetails {
  std::string doi, pmid, url;              ///< the URL only where it is an absolute IRI
  std::string accessed;                    ///< as a date of publication_date.h
  bool online = false;                     ///< an address, "[Internet]", "Available from", a day it was looked at
  std::string citation;                    ///< the words without all these, white space as single blanks
  std::size_t medium = std::string::npos;  ///< in `citation`, where "[Internet]" stood; npos: it did not
};

/// Takes apart a reference without its number. Linear.
ReferenceDetails details_of(std::string_view words);

/// What stands before the words of an entry of a list.
struct EntryNumber {
  std::uint32_t number = 0;     ///< 0: it has none
  std::uint32_t backlinks = 0;  ///< "1.0 1.1": 2; "^ a b": 2; "^" alone: 1
  std::size_t end = 0;          ///< where the words begin
};

/// "3.", "[3]", "1. 1.0 1.1 |", "^ a b", "↑ 1.0 1.1".
EntryNumber entry_number(std::string_view words);

}  // namespace musclekg
