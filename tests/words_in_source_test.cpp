// The words of a value, found again as YAML, JSON and CSV write them.

#include "read/words_in_source.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace musclekg::test {
namespace {

/// What of the source writes the words, between "[" and "]"; "none" when nothing does.
std::string found(std::string_view source, std::string_view words, std::size_t at = 0) {
  const auto span = words_in_source(source, at, words);
  if (!span) return "none";
  EXPECT_LE(span->begin, span->end);
  EXPECT_LE(span->end, source.size());
  return fmt::format("{}[{}]", span->begin, source.substr(span->begin, span->end - span->begin));
}

TEST(WordsInSource, AreFoundAsTheyStand) {
  EXPECT_EQ(found("femur", "femur"), "0[femur]");
  EXPECT_EQ(found("origins: femur, tibia", "femur", 9), "9[femur]");
  EXPECT_EQ(found("d\u00e9j\u00e0 vu", "d\u00e9j\u00e0"), "0[d\u00e9j\u00e0]");
  EXPECT_EQ(found("\"femur\"", "\"femur\""), "0[\"femur\"]") << "quotes may belong to the words";
}

TEST(WordsInSource, AreFoundWithinQuotes) {
  EXPECT_EQ(found("\"femur\"", "femur"), "1[femur]");
  EXPECT_EQ(found("'femur'", "femur"), "1[femur]");
  EXPECT_EQ(found("  \"femur\"", "femur"), "3[femur]");
  EXPECT_EQ(found("\" femur\"", "femur"), "2[femur]");
}

TEST(WordsInSource, DoubledQuotesAreOne) {
  EXPECT_EQ(found("'Gerdy''s tubercle'", "Gerdy's tubercle"), "1[Gerdy''s tubercle]");
  EXPECT_EQ(found("\"the \"\"spiral\"\" line\"", "the \"spiral\" line"), "1[the \"\"spiral\"\" line]");
  EXPECT_EQ(found("'a\"\"b'", "a\"b"), "none") << "only the quote that opened is doubled";
  EXPECT_EQ(found("'a''b'", "a''b"), "none") << "two that are written are one that is meant";
  EXPECT_EQ(found("'a' 'b'", "a' 'b"), "none") << "one quote closes";
}

TEST(WordsInSource, EscapesAreWhatTheyMean) {
  EXPECT_EQ(found(R"("a \"b\" \\ \/")", R"(a "b" \ /)"), R"(1[a \"b\" \\ \/])");
  EXPECT_EQ(found(R"("t\u00e9nia")", "t\u00e9nia"), R"(1[t\u00e9nia])");
  EXPECT_EQ(found(R"("\u0041\u4e2d")", "A\u4e2d"), R"(1[\u0041\u4e2d])");
  EXPECT_EQ(found(R"("\ud83e\uddb4 bone")", "\U0001F9B4 bone"), R"(1[\ud83e\uddb4 bone])");
  EXPECT_EQ(found(R"("\uD800\uDC00")", "\U00010000"), R"(1[\uD800\uDC00])") << "the first of the pairs";
  EXPECT_EQ(found(R"("\uDBFF\uDFFF")", "\U0010FFFF"), R"(1[\uDBFF\uDFFF])") << "and the last";
  EXPECT_EQ(found(R"("\xe9\U0001F9B4")", "\u00e9\U0001F9B4"), R"(1[\xe9\U0001F9B4])") << "of YAML";
  EXPECT_EQ(found(R"('a\nb')", R"(a\nb)"), R"(1[a\nb])") << "none within single quotes";
  EXPECT_EQ(found(R"(a\nb)", R"(a\nb)"), R"(0[a\nb])") << "nor without quotes";
}

TEST(WordsInSource, AnEscapedBlankIsABlank) {
  EXPECT_EQ(found(R"("a\tb\nc")", "a\tb\nc"), R"(1[a\tb\nc])");
  EXPECT_EQ(found(R"("a\nb")", "a b"), R"(1[a\nb])");
  EXPECT_EQ(found("\"a\\\n    b\"", "ab"), "1[a\\\n    b]") << "YAML: a line end that is escaped is none";
}

/// "White space, of which any run is as good as any other": a run may be of both kinds.
TEST(WordsInSource, ARunOfBlanksMayBeEscapedInPart) {
  EXPECT_EQ(found(R"("a\n  b")", "a\n  b"), R"(1[a\n  b])");
  EXPECT_EQ(found(R"("a \n b")", "a \n b"), R"(1[a \n b])");
  EXPECT_EQ(found(R"("a\n\nb")", "a\n\nb"), R"(1[a\n\nb])");
}

TEST(WordsInSource, AnyRunOfWhiteSpaceIsAsGoodAsAnyOther) {
  EXPECT_EQ(found("shaft  of\n   femur", "shaft of femur"), "0[shaft  of\n   femur]");
  EXPECT_EQ(found("shaft of femur", "shaft \n of\tfemur"), "0[shaft of femur]");
  EXPECT_EQ(found("\"shaft\r\n  of femur\"", "shaft of femur"), "1[shaft\r\n  of femur]");
  EXPECT_EQ(found("shaftof femur", "shaft of femur"), "none");
  EXPECT_EQ(found("shaft of femur", "shaftof femur"), "none");
}

TEST(WordsInSource, OfBlockScalarsComeBehindTheHeader) {
  EXPECT_EQ(found(">-\n  the shaft\n  of the femur\n", "the shaft of the femur"), "5[the shaft\n  of the femur]");
  EXPECT_EQ(found("|\n  the shaft\n  of the femur\n", "the shaft\nof the femur"), "4[the shaft\n  of the femur]");
  EXPECT_EQ(found("|2+ # why\n  femur", "femur"), "12[femur]");
  EXPECT_EQ(found(">\r\n  femur", "femur"), "5[femur]");
  EXPECT_EQ(found("| femur", "| femur"), "0[| femur]") << "words as they stand win";
  EXPECT_EQ(found(">", "femur"), "none");
  EXPECT_EQ(found(">-\n", "femur"), "none");
}

TEST(WordsInSource, OtherWordsAreNotFound) {
  EXPECT_EQ(found("tibia", "femur"), "none");
  EXPECT_EQ(found("femu", "femur"), "none");
  EXPECT_EQ(found("Femur", "femur"), "none");
  EXPECT_EQ(found("\"femu\"r", "femur"), "none") << "the quote closes";
  EXPECT_EQ(found("the femur", "femur"), "none") << "they must begin there";
  EXPECT_EQ(found(R"("\u0042")", "A"), "none");
}

TEST(WordsInSource, NothingIsFoundOfNothing) {
  EXPECT_EQ(found("femur", ""), "none");
  EXPECT_EQ(found("", "femur"), "none");
  EXPECT_EQ(found("", ""), "none");
  EXPECT_EQ(found("femur", "femur", 5), "none");
  EXPECT_EQ(found("femur", "femur", 99), "none");
  EXPECT_EQ(found("\"", "femur"), "none");
  EXPECT_EQ(found("   ", "femur"), "none");
}

/// No text may end the search badly, wherever it is cut.
TEST(WordsInSource, ATextMayEndAnywhere) {
  const std::string source = R"("a\u00e9 \ud83e\uddb4 \x41 \U0001F9B4 \n ""b"" \)";
  const std::string words = "a\u00e9 \U0001F9B4 A \U0001F9B4 \n \"b\" c";
  for (std::size_t end = 0; end <= source.size(); ++end) {
    EXPECT_EQ(found(std::string(source.substr(0, end)), words), "none") << end;
    EXPECT_EQ(found(">-\n  " + source.substr(0, end), words), "none") << end;
  }
  for (const std::string_view cut :
       {R"("\)", R"("\u)", R"("\u00)", R"("\ud83e)", R"("\ud83e\)", R"("\ud83e\u)", R"("\ud83e\udd)", "\"\\\n"})
    EXPECT_EQ(found(cut, "\U0001F9B4"), "none") << cut;
  EXPECT_EQ(found(R"("\ud83e x")", "\U0001F9B4 x"), "none") << "half of a pair";
  EXPECT_EQ(found(R"("\udd13")", "\U0001F9B4"), "none");
  EXPECT_EQ(found(R"("\ud83e\u0041")", "\U0001F9B4"), "none") << "a pair of which the second is no second";
}

/// A line end that is escaped is passed over, one after the other, without a step deeper for each.
TEST(WordsInSource, ManyEscapedLineEndsAreNoDepth) {
  std::string source = "\"a";
  for (int i = 0; i < 300000; ++i) source += "\\\n";
  EXPECT_EQ(found(source + "b\"", "ab"), "1[" + source.substr(1) + "b]");
}

/// Linear in the words: 200,000 searches of short words in one long source.
TEST(WordsInSource, AreSoughtOnlyWhereTheyMayBe) {
  const std::string source = "\"" + std::string(1 << 20, 'a') + "\"";
  std::size_t found_at = 0;
  for (int i = 0; i < 200000; ++i) found_at += words_in_source(source, 0, "aaab").has_value() ? 1u : 0u;
  EXPECT_EQ(found_at, 0u);
}

}  // namespace
}  // namespace musclekg::test
