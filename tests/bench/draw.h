// The numbers that generated records and pages are drawn with.

#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace musclekg {

/// SplitMix64: of one seed the same numbers everywhere.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15U + 0x2545f4914f6cdd1dU) {}

  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  bool percent(std::size_t share) { return below(100) < share; }

  template <class Rows>
  const auto& from(const Rows& rows) {
    return rows[below(std::size(rows))];
  }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

}  // namespace musclekg
