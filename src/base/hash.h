// Hashes of texts: one for look-up tables, one wide enough to stand for the text itself.

#pragma once

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>
#include <string_view>

namespace musclekg {

/// Hash of a text for look-up tables. The same on every machine and in every run.
/// 128 bits that stand for a text: two different texts of one run share them with a probability below 1e-20.
struct Fingerprint {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
  friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};

inline Fingerprint fingerprint(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return {hash.low64, hash.high64};
}

/// The fingerprint of three texts in their order, from their own.
inline Fingerprint fingerprint(const Fingerprint& a, const Fingerprint& b, const Fingerprint& c) {
  const auto mix = [](std::uint64_t x, std::uint64_t y, std::uint64_t z) {
    const std::uint64_t sum = x * 0x9E3779B97F4A7C15u + y * 0xBF58476D1CE4E5B9u + z * 0x94D049BB133111EBu;
    return sum ^ (sum >> 29);
  };
  return {mix(a.low, b.low, c.low), mix(a.high, b.high, c.high)};
}

/// Hash of a text for look-up tables. The same on every machine and in every run.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return fingerprint(text).low; }
};

struct FingerprintHash {
  std::size_t operator()(const Fingerprint& value) const { return value.low; }
};

}  // namespace musclekg
