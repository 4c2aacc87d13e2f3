// Names compared, names made, dates and IRIs checked.

#include "base/text.h"

#include "test.h"

namespace musclekg::test {
namespace {

TEST(FindInvalidUtf8, TellsTheFirstByteThatIsNotWellFormed) {
  constexpr std::size_t kNone = std::string_view::npos;
  EXPECT_EQ(find_invalid_utf8(""), kNone);
  EXPECT_EQ(find_invalid_utf8("vastus"), kNone);
  EXPECT_EQ(find_invalid_utf8("\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\xB5"), kNone);
  EXPECT_EQ(find_invalid_utf8("ab\xFF"), 2u);
  EXPECT_EQ(find_invalid_utf8("a\xC3"), 1u) << "cut off";
  EXPECT_EQ(find_invalid_utf8("a\xC3("), 1u) << "no continuation";
  EXPECT_EQ(find_invalid_utf8("\xC0\xAF"), 0u) << "overlong";
  EXPECT_EQ(find_invalid_utf8("\xE0\x80\xAF"), 0u) << "overlong";
  EXPECT_EQ(find_invalid_utf8("x\xED\xA0\x80"), 1u) << "surrogate";
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0u) << "above U+10FFFF";
  EXPECT_EQ(find_invalid_utf8("\x80"), 0u) << "continuation alone";
}

TEST(AppendUtf8, WritesOneToFourBytes) {
  std::string text;
  for (const std::uint32_t c : {0x41u, 0xE9u, 0x20ACu, 0x1F9B5u}) append_utf8(text, c);
  EXPECT_EQ(text, "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\xB5");
}

TEST(Fold, IgnoresCaseAndSpacing) {
  EXPECT_EQ(fold("  Vastus \t Medialis\n"), "vastus medialis");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold(" \t "), "");
}

TEST(Fold, MakesEveryDashAndApostropheOne) {
  const std::string hyphen = fold("medio-lateral");
  for (const char* dash : {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\xEF\xBC\x8D"})
    EXPECT_EQ(fold(std::string("medio") + dash + "lateral"), hyphen) << dash;
  for (const char* apostrophe : {"\xE2\x80\x98", "\xE2\x80\x99", "\xCA\xBC"})
    EXPECT_EQ(fold(std::string("Hunter") + apostrophe + "s canal"), "hunter's canal") << apostrophe;
}

TEST(Fold, SeesThroughCompositionWidthAndSpecialBlanks) {
  EXPECT_EQ(fold("Sartorius\xC2\xA0muscle"), "sartorius muscle") << "no-break space";
  EXPECT_EQ(fold("re\xCC\x81gion"), fold("r\xC3\xA9gion")) << "combining mark";
  EXPECT_EQ(fold("\xEF\xBC\xB6\xEF\xBC\xAD\xEF\xBC\xAF"), "vmo") << "full width";
  EXPECT_EQ(fold("STRASSE"), fold("Stra\xC3\x9F"
                                  "e"));
  EXPECT_EQ(fold("vas\xC2\xADtus"), "vastus") << "soft hyphen";
  EXPECT_EQ(fold("\xCE\xA3\xCE\xA3"), fold("\xCF\x83\xCF\x82")) << "final sigma";
}

TEST(Fold, KeepsDifferentNamesApart) {
  EXPECT_NE(fold("r\xC3\xA9gion"), fold("region"));
  EXPECT_NE(fold("medial lip"), fold("mediallip"));
}

TEST(Singular, LeavesAnatomicalLatinAlone) {
  for (const char* word : {"vastus", "medialis", "quadriceps", "biceps", "gas", "process", "pes", "his"}) EXPECT_EQ(singular(word), word);
  EXPECT_EQ(singular("muscles"), "muscle");
  EXPECT_EQ(singular("arteries"), "artery");
  EXPECT_EQ(singular("branches"), "branch");
  EXPECT_EQ(singular("processes"), "process");
  EXPECT_EQ(singular("bones"), "bone");
}

TEST(Slug, NamesFilesAndIris) {
  EXPECT_EQ(slug("Vastus medialis"), "vastus-medialis");
  EXPECT_EQ(slug("  (left) knee, joint / 2 "), "left-knee-joint-2");
  EXPECT_EQ(slug("r\xC3\xA9gion"), "region");
  EXPECT_EQ(slug("\xCE\xB1"), "u3b1");
  EXPECT_EQ(slug("UBERON"), "uberon");
  EXPECT_EQ(slug("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(slug("---"), "");
  EXPECT_EQ(slug(""), "");
}

TEST(Slug, KeepsNamesInOtherScriptsApart) {
  EXPECT_NE(slug("\xE5\x86\x85\xE5\xA4\xA7\xE8\x85\xBF\xE8\x82\x8C"), slug("\xE5\xA4\x96\xE5\xA4\xA7\xE8\x85\xBF\xE8\x82\x8C"));
}

TEST(Trim, TakesWhiteSpaceOffBothEnds) {
  EXPECT_EQ(trim(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Split, GivesOnePartMoreThanSeparators) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(split("a| b|", '|'), (Parts{"a", " b", ""}));
  EXPECT_EQ(split("", '|'), Parts{""});
  EXPECT_EQ(split("|", '|'), (Parts{"", ""}));
}

TEST(Nearest, FindsASlipAndNothingElse) {
  const std::vector<std::string_view> keys = {"name", "origins", "insertions"};
  EXPECT_EQ(nearest("nmae", keys), "name") << "two letters changed round";
  EXPECT_EQ(nearest("orgins", keys), "origins");
  EXPECT_EQ(nearest("insertion", keys), "insertions");
  EXPECT_EQ(nearest("weight", keys), std::nullopt);
  EXPECT_EQ(nearest("", keys), std::nullopt);
  EXPECT_EQ(nearest("name", {}), std::nullopt);
}

TEST(ValidIri, TakesWhatDatabasesTake) {
  for (const char* iri : {"https://w3id.org/musclekg/", "urn:isbn:0451450523", "http://example.org/caf\xC3\xA9", "a:b"})
    EXPECT_TRUE(valid_iri(iri)) << iri;
  for (const char* text :
       {"", "https", "no scheme", "/path", "1a:b", "a:", "http://example.org/a b", "http://example.org/<x>", "http://example.org/\"",
        "http://example.org/{x}", "http://example.org/a|b", "http://example.org/a\\b", "http://example.org/a^b", "http://example.org/a`b",
        "http://example.org/\n", "http://example.org/\x7F", "http://example.org/\xC2\x85", "http://example.org/\xFF"})
    EXPECT_FALSE(valid_iri(text)) << text;
}

TEST(ValidDate, KnowsTheCalendar) {
  for (const char* date : {"2018", "2014-03", "2014-10-01", "2024-02-29", "2000-02-29"}) EXPECT_TRUE(valid_date(date)) << date;
  for (const char* text : {"", "18", "2014-13", "2014-00", "2014-1", "2014-1-1", "2014-02-30", "2023-02-29", "1900-02-29", "2014-10-00",
                           "2014/10/01", "01-10-2014", "2014-10-01T00:00", "October", "2014-10-0a", "20 14"})
    EXPECT_FALSE(valid_date(text)) << text;
}

TEST(IsoDate, TellsTheDayInUtc) {
  EXPECT_EQ(iso_date(0), "1970-01-01");
  EXPECT_EQ(iso_date(86399), "1970-01-01");
  EXPECT_EQ(iso_date(86400), "1970-01-02");
  EXPECT_EQ(iso_date(1709164800), "2024-02-29");
  EXPECT_EQ(iso_date(253402300799), "9999-12-31");
}

}  // namespace
}  // namespace musclekg::test
