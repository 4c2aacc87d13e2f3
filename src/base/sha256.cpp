#include "base/sha256.h"

namespace musclekg {

void Sha256::update(std::string_view bytes) { sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data())); }

Sha256::Bytes Sha256::digest() {
  Bytes result;
  sha256_digest(&context_, result.size(), result.data());
  return result;
}

std::string Sha256::hex() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  result.reserve(2 * SHA256_DIGEST_SIZE);
  for (const std::uint8_t byte : digest()) {
    result += kDigits[byte >> 4];
    result += kDigits[byte & 15];
  }
  return result;
}

std::string sha256_of(std::string_view text) {
  Sha256 sha;
  sha.update(text);
  return sha.hex();
}

}  // namespace musclekg
