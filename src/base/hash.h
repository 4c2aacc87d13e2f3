// Hashes of texts: one for look-up tables, one wide enough to stand for the text itself.

#pragma once

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>
#include <string_view>

namespace musclekg {

/// Hash of a text for look-up tables. The same on every machine and in every run.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }
};

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

struct FingerprintHash {
  std::size_t operator()(const Fingerprint& value) const { return (value.low ^ value.high * 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u; }
};

}  // namespace musclekg
