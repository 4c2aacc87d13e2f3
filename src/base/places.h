// Where bytes of a text stand: line and column, and the number of characters before them.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace musclekg {

/// Built once over a text, in time linear in it; the text must live as long. Offsets behind the end count as the end.
class Places {
 public:
  explicit Places(std::string_view text);

  /// Line and column of a byte. Logarithmic in the number of lines.
  Position position(std::size_t offset) const;

  /// The byte that a line and column stand for; columns behind the end of the line count on.
  std::size_t offset(Position position) const;

  /// How many Unicode code points begin before a byte. In constant time.
  std::size_t code_points(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_;   ///< where each begins
  std::vector<std::size_t> counts_;  ///< of code points before each stretch of kStretch bytes
};

}  // namespace musclekg
