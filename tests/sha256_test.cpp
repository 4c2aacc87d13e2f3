// SHA-256 against the examples of its standard.

#include "base/sha256.h"

#include <gtest/gtest.h>

#include "test.h"

namespace musclekg::test {
namespace {

constexpr std::string_view kTwoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

TEST(Sha256, GivesWhatTheStandardSays) {
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_of(kTwoBlocks), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, OfPiecesIsThatOfTheWhole) {
  for (std::size_t cut = 0; cut <= kTwoBlocks.size(); ++cut) {
    Sha256 sha;
    sha.update(kTwoBlocks.substr(0, cut));
    sha.update(kTwoBlocks.substr(cut));
    EXPECT_EQ(sha.hex(), sha256_of(kTwoBlocks)) << cut;
  }
}

TEST(Sha256, BeginsAnewBehindADigest) {
  Sha256 sha;
  sha.update("something else");
  sha.digest();
  sha.update("abc");
  EXPECT_EQ(sha.hex(), sha256_of("abc"));
  EXPECT_EQ(sha.hex(), sha256_of(""));
}

TEST(Sha256, GivesTheBytesInTheOrderOfTheDigits) {
  Sha256 sha;
  sha.update("abc");
  const Sha256::Bytes bytes = sha.digest();
  EXPECT_EQ(bytes.front(), 0xba);
  EXPECT_EQ(bytes.back(), 0xad);
}

}  // namespace
}  // namespace musclekg::test
