// What a page's markup says of the page.

#include "extract/page_source.h"

#include "test.h"

namespace musclekg::test {
namespace {

Page page_with(std::vector<std::pair<std::string, std::string>> properties) {
  Page page;
  page.title = "Soleus";
  page.properties = std::move(properties);
  return page;
}

TEST(PageSource, TakesWhatEachLayoutCallsIt) {
  const PageSource source = source_of(page_with({{"canonical", "https://example.org/soleus"},
                                                 {"license", "https://creativecommons.org/licenses/by/4.0/"},
                                                 {"article:modified_time", "2024-03-05T10:00:00Z"},
                                                 {"revision", "1370336153"},
                                                 {"retrieved", "2026-09-07"},
                                                 {"og:site_name", "Leg Notes"},
                                                 {"author", "Jane Doe"}}));
  EXPECT_EQ(source.title, "Soleus");
  EXPECT_EQ(source.url, "https://example.org/soleus");
  EXPECT_EQ(source.licence, "https://creativecommons.org/licenses/by/4.0/");
  EXPECT_EQ(source.date, "2024-03-05");
  EXPECT_EQ(source.version, "1370336153");
  EXPECT_EQ(source.retrieved, "2026-09-07");
  EXPECT_EQ(source.publisher, "Leg Notes");
  ASSERT_EQ(source.contributors.size(), 1U);
  EXPECT_EQ(source.contributors[0].name, "Jane Doe");
  EXPECT_EQ(source.contributors[0].role, "author");
  EXPECT_EQ(source.note, "");
}

TEST(PageSource, KeepsInTheNoteWhatHasNotTheFormOfItsKey) {
  const PageSource source = source_of(page_with({{"licence", "CC BY-SA 4.0"}, {"date", "last spring"}}));
  EXPECT_EQ(source.licence, "");
  EXPECT_EQ(source.date, "");
  EXPECT_EQ(source.note, "licence: CC BY-SA 4.0; date: last spring");
}

TEST(PageSource, OfSeveralTheFirstCountsAndOthersAreNoSource) {
  const PageSource source =
      source_of(page_with({{"url", "https://a.example/"}, {"og:url", "https://b.example/"}, {"TA2", "2663"}, {"date", ""}}));
  EXPECT_EQ(source.url, "https://a.example/");
  EXPECT_EQ(source.date, "");
  EXPECT_EQ(source.note, "");
}

}  // namespace
}  // namespace musclekg::test
