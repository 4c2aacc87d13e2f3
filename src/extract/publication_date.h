// Dates as references write them.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace musclekg {

struct PublicationDate {
  std::string text;     ///< YYYY, YYYY-MM or YYYY-MM-DD, as much as is written; empty where no date begins
  std::size_t end = 0;  ///< behind it
};

/// The date that begins at `at`: "2014", "2014 Oct 1", "2014, May", "2018-03-16", "16 March 2018", "March 16, 2018", "16/03/2018". Of a
/// span of months ("May-Jun") and of days and months that could be either, the year alone is sure.
PublicationDate date_at(std::string_view words, std::size_t at);

/// The first date in the words; `begin` is where it begins.
PublicationDate first_date(std::string_view words, std::size_t& begin);

}  // namespace musclekg
