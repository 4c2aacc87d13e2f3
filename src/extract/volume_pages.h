// Volume, issue and pages of an article.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace musclekg {

struct VolumePages {
  std::string volume, issue, pages;  ///< as written; empty where it does not say
  std::size_t begin = 0, end = 0;    ///< where they stand; nothing was found: both 0
};

/// What begins at `at`: "22(10):2286-94", "4", "vol. 22, no. 10, pp. 12-9", "22, 12-19".
VolumePages volume_pages_at(std::string_view words, std::size_t at);

/// The first stretch that can be nothing else: a labelled volume, or one with an issue in parentheses or with pages.
VolumePages find_volume_pages(std::string_view words);

/// The pages behind the first "p." or "pp."; empty where there are none.
std::string labelled_pages(std::string_view words);

}  // namespace musclekg
