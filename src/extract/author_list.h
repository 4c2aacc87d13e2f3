// The authors at the beginning of a reference.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace musclekg {

struct AuthorList {
  std::vector<std::string> names;  ///< as written; "et al." is none
  std::size_t end = 0;             ///< behind the list and its full stop or comma; 0 where the words begin with no list of authors
};

/// Lists in the forms "Werner S, Koes BW.", "Author, A. B., & Other, C.", "Smith, J. and Doe, K.,", "Smith, John; Doe, Jane", "Smith, John,
/// and Jane Doe.". Given names written out count only where a year in parentheses, a semicolon or a title in quotes follows.
AuthorList authors_of(std::string_view words);

}  // namespace musclekg
