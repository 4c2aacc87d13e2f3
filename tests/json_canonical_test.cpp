// The canonical text of JSON values.

#include "jsonld/json_canonical.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

namespace musclekg {
namespace {

TEST(EcmascriptNumber, IsWrittenInItsShortestForm) {
  EXPECT_EQ(ecmascript_number(0), "0");
  EXPECT_EQ(ecmascript_number(-0.0), "0");
  EXPECT_EQ(ecmascript_number(5), "5");
  EXPECT_EQ(ecmascript_number(-1.5), "-1.5");
  EXPECT_EQ(ecmascript_number(120), "120");
  EXPECT_EQ(ecmascript_number(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(ecmascript_number(123456.789), "123456.789");
  EXPECT_EQ(ecmascript_number(5e-324), "5e-324");
  EXPECT_EQ(ecmascript_number(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
}

TEST(EcmascriptNumber, TurnsToExponentsAtTheBoundsOfTheStandard) {
  EXPECT_EQ(ecmascript_number(1e20), "100000000000000000000");
  EXPECT_EQ(ecmascript_number(123456789012345680000.0), "123456789012345680000");
  EXPECT_EQ(ecmascript_number(1e21), "1e+21");
  EXPECT_EQ(ecmascript_number(1.5e300), "1.5e+300");
  EXPECT_EQ(ecmascript_number(0.000001), "0.000001");
  EXPECT_EQ(ecmascript_number(0.00000123), "0.00000123");
  EXPECT_EQ(ecmascript_number(0.0000001), "1e-7");
  EXPECT_EQ(ecmascript_number(-0.000000123), "-1.23e-7");
}

TEST(EcmascriptNumber, IsReadAgainAsTheSameNumber) {
  std::mt19937_64 random(7);
  for (int i = 0; i != 100000; ++i) {
    const std::uint64_t bits = random();
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    if (number - number != 0) continue;  // not finite
    const std::string text = ecmascript_number(number);
    EXPECT_EQ(std::strtod(text.c_str(), nullptr), number) << text;
  }
}

TEST(CanonicalJson, HasNoWhiteSpaceAndSortedNames) {
  EXPECT_EQ(canonical_json(Json::parse(R"({"b": [1, {}, [ ]], "a": {"z": null, "y": true}, "": false})")),
            R"({"":false,"a":{"y":true,"z":null},"b":[1,{},[]]})");
}

TEST(CanonicalJson, SortsNamesByUnitsOfUtf16) {
  // U+1F4AA is D83D DCAA in UTF-16: before U+E000 and U+FB33, behind all below U+D800.
  const Json value = {{"\U0001F4AA", 1}, {"\uFB33", 2}, {"\uE000", 3}, {"\u20AC", 4},
                      {"\uD7FF", 5},     {"z", 6},      {"\r", 7},     {"\U0001F4AB", 8}};
  EXPECT_EQ(canonical_json(value),
            "{\"\\r\":7,\"z\":6,\"\u20AC\":4,\"\uD7FF\":5,\"\U0001F4AA\":1,\"\U0001F4AB\":8,\"\uE000\":3,\"\uFB33\":2}");
}

TEST(CanonicalJson, PutsShorterNamesFirst) { EXPECT_EQ(canonical_json(Json{{"ab", 1}, {"a", 2}, {"", 3}}), R"({"":3,"a":2,"ab":1})"); }

TEST(CanonicalJson, EscapesWhatMustBeAndNothingElse) {
  EXPECT_EQ(canonical_json("\"\\/\b\t\n\f\r\x01\x1F\x7F\u2028é"), "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\x7F\u2028é\"");
}

TEST(CanonicalJson, WritesLargeIntegersAsTheNumbersNextToThem) {
  EXPECT_EQ(canonical_json(9007199254740993), "9007199254740992");
  EXPECT_EQ(canonical_json(std::numeric_limits<std::uint64_t>::max()), "18446744073709552000");
}

}  // namespace
}  // namespace musclekg
