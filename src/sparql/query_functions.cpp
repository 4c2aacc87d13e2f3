#include "sparql/query_functions.h"

#include <algorithm>
#include <string>

namespace musclekg {

const QueryFunction* query_function(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  for (const auto& rows : {text_functions(), term_functions(), number_functions()}) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const QueryFunction& function) { return function.name == capitals; });
    if (row != rows.end()) return &*row;
  }
  return nullptr;
}

}  // namespace musclekg
