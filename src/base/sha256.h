// SHA-256, for naming things by their content and for telling whether a file is the one that was meant.

#pragma once

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace musclekg {

/// A SHA-256 digest (FIPS 180-4, 6.2) of bytes given in any pieces. Allocates nothing but the text of `hex`.
class Sha256 {
 public:
  using Bytes = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

  Sha256() { sha256_init(&context_); }

  void update(std::string_view bytes);

  /// The digest of all bytes so far. It begins anew behind it, as if nothing had been given.
  Bytes digest();

  /// The same as 64 lower-case hexadecimal digits.
  std::string hex();

 private:
  sha256_ctx context_;
};

/// The digest of `text` as 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view text);

}  // namespace musclekg
