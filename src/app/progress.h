// How far a long run is: one line on a terminal that is written again and again.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "base/input.h"

namespace musclekg {

/// "42 %  420,000 rows  105,000 rows/s  0:06 left": `done` and `total` are bytes, `seconds` those that have passed; without a total, or
/// in the first half second, what is not known is left out.
std::string progress_line(std::uint64_t done, std::uint64_t total, std::uint64_t rows, double seconds);

/// Shows the line on standard error, five times a second at most, and removes it at the end. Costs a counter for most rows.
class Progress {
 public:
  /// `shown`: otherwise nothing is ever written. `total`: bytes of all inputs; 0: not known.
  Progress(bool shown, std::uint64_t total) : shown_(shown), total_(total), start_(Clock::now()), written_(start_) {}
  ~Progress() { end(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// A row or record more, of `input`, of which `before` bytes of other inputs were read.
  void step(const Input& input, std::uint64_t before) {
    ++rows_;
    if (shown_ && rows_ % kEach == 0) look(input, before);
  }

  /// Removes the line.
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::uint64_t kEach = 64;  ///< rows between two looks at the clock

  void look(const Input& input, std::uint64_t before);

  bool shown_;
  std::uint64_t total_;
  std::uint64_t rows_ = 0;
  Clock::time_point start_, written_;
  bool line_ = false;
};

/// Bytes of some files together; 0 where one of them is no file.
std::uint64_t bytes_of(const std::vector<std::string>& files);

/// Whether standard error is a terminal that can write a line again.
bool can_show_progress();

}  // namespace musclekg
