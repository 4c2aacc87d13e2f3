// Pages in Markdown.

#include "page_test.h"

namespace musclekg::test {
namespace {

Lines blocks(std::string text) { return blocks_of(std::move(text), "markdown"); }
Page page_of(std::string text) { return read_page_text(std::move(text), "markdown"); }

TEST(PageMarkdown, LeavesOutMarkup) {
  const Page page = page_of(
      "The **soleus** is a [muscle](http://a/b_c \"t\") of the *calf*, `flat`, 2 * 3 * 4, snake_case_word, a\\*b &ndash; "
      "<b>big</b>![x](y.png).");
  ASSERT_EQ(describe(page), (Lines{"paragraph: The soleus is a muscle of the calf, flat, 2 * 3 * 4, snake_case_word, a*b – big."}));
  EXPECT_EQ(source_of(page, page.blocks[0], "soleus is a muscle"), "soleus** is a [muscle");
}

TEST(PageMarkdown, ReadsHeadingsParagraphsAndLists) {
  EXPECT_EQ(blocks("# Soleus #\nOne\ntwo.\n\nNerve\n-----\n* a\n  - b\n    more\n\n    and\n- c\n1. d\n2. e\n\n***\n> five\n> six"),
            (Lines{"heading 1: Soleus", "paragraph: One|two.", "heading 2: Nerve", "item 1: a", "item 2: b|more", "item 2: and",
                   "item 1: c", "item 1: d", "item 1: e", "paragraph: five|six"}));
  EXPECT_EQ(page_of("Soleus\n======\n").title, "Soleus");
}

TEST(PageMarkdown, MakesFieldsOfLabelsAndTables) {
  EXPECT_EQ(blocks("**Origin:** fibula\n**Insertion**: heel\n\n- Nerve: tibial\n- **Action**\n  - bends\n  - turns\n\nArtery\n: popliteal"),
            (Lines{"field Origin: fibula", "field Insertion: heel", "field Nerve: tibial", "field Action: bends", "field Action: turns",
                   "field Artery: popliteal"}));
  EXPECT_EQ(
      blocks(
          "| Head | Origin | Insertion |\n|---|:-:|---|\n| lateral | fibula<br>tibia | heel \\| foot |\n\nTrait | Value\n--- | ---\nNerve "
          "| tibial"),
      (Lines{"aside: lateral", "field Origin (lateral): fibula", "field Origin (lateral): tibia", "field Insertion (lateral): heel | foot",
             "aside: Trait", "aside: Value", "field Nerve: tibial"}));
}

TEST(PageMarkdown, ReadsFrontMatter) {
  const Page page =
      page_of("---\ntitle: \"The soleus\"\nAuthor: Jane Roe\norigin: fibula\ntags:\n  - leg\n  - calf\n# no\n---\n# Soleus\n");
  EXPECT_EQ(page.title, "The soleus");
  EXPECT_EQ(describe(page), (Lines{"field origin: fibula", "heading 1: Soleus"}));
  EXPECT_EQ(page.properties, (std::vector<std::pair<std::string, std::string>>{{"author", "Jane Roe"}, {"tags", "leg, calf"}}));
  EXPECT_EQ(blocks("---\nno: end\n"), (Lines{"paragraph: no: end"}));
}

TEST(PageMarkdown, ReadsNotesAndReferences) {
  const Page page = page_of(
      "It bends.[^b] It turns.[^a][^b] So they say.[1] See [here][z] and [z].\n\n## References\n1. Roe J. On calves. 1990.\n2. "
      "Max.\n\n[^a]: First\n    note.\n[^b]: Second.\n[z]: http://z\n");
  EXPECT_EQ(describe(page), (Lines{"paragraph: It bends.^1 It turns.^2^1 So they say.[1] See here and z.", "heading 2: References",
                                   "item 1: 1. Roe J. On calves. 1990.", "item 1: 2. Max."}));
  ASSERT_EQ(page.notes.size(), 2u);
  EXPECT_EQ(page.notes[0].block.words, "Second.");
  EXPECT_EQ(page.notes[1].block.words, "First\nnote.");
}

TEST(PageMarkdown, PutsCodeAside) { EXPECT_EQ(blocks("a\n```\n**b**\n```\nc"), (Lines{"paragraph: a", "aside: **b**", "paragraph: c"})); }

TEST(PageMarkdown, LeavesBrokenMarkupAsWords) {
  EXPECT_EQ(blocks("a **b *c [d](e f [g `h <i 5 ]("), (Lines{"paragraph: a **b *c [d](e f [g `h <i 5 ]("}));
}

}  // namespace
}  // namespace musclekg::test
