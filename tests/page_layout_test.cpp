// Which layout a page has, its encoding, what its headings announce, and the layout of plain text.

#include "page_test.h"

namespace musclekg::test {
namespace {

std::string topics_of(std::string_view heading, std::string_view name = {}) {
  const TopicSet topics = page_headings().topics_of(heading, name);
  std::string text;
  for (unsigned i = 0; i < static_cast<unsigned>(Topic::Count); ++i)
    if (topics & bit(static_cast<Topic>(i))) text.append(text.empty() ? "" : "|").append(name_of(static_cast<Topic>(i)));
  return text;
}

TEST(PageHeadings, AreKnownInManySpellings) {
  EXPECT_EQ(topics_of("Origin"), "origin");
  EXPECT_EQ(topics_of("ORIGINS:"), "origin");
  EXPECT_EQ(topics_of("Origin(s)"), "origin");
  EXPECT_EQ(topics_of("2.1 Origin [edit]"), "origin");
  EXPECT_EQ(topics_of("a) Origin"), "origin");
  EXPECT_EQ(topics_of("Distal  attachments"), "insertion");
  EXPECT_EQ(topics_of("Blood-supply"), "artery");
  EXPECT_EQ(topics_of("nerve_supply"), "innervation");
  EXPECT_EQ(topics_of("Innervation (nerve supply)"), "innervation");
  EXPECT_EQ(topics_of("See also"), "skipped");
  EXPECT_EQ(topics_of("Antagonists"), "antagonist");
  EXPECT_EQ(topics_of("Top Contributors"), "credits");
}

TEST(PageHeadings, MayBeJoinedAndNameTheMuscle) {
  EXPECT_EQ(topics_of("Origin and insertion"), "origin|insertion");
  EXPECT_EQ(topics_of("Innervation & blood supply"), "innervation|artery");
  EXPECT_EQ(topics_of("Structure, Function / Relations"), "action|structure|relations");
  EXPECT_EQ(topics_of("Origin of the soleus", "Soleus"), "origin");
  EXPECT_EQ(topics_of("Soleus muscle origin", "soleus muscle"), "origin");
  EXPECT_EQ(topics_of("The Soleus' Action", "Soleus"), "action");
  EXPECT_EQ(topics_of("Functions of the muscle"), "action");
  EXPECT_EQ(topics_of("Origin of the name"), "background");
}

TEST(PageHeadings, OthersAreUnknown) {
  EXPECT_EQ(topics_of(""), "");
  EXPECT_EQ(topics_of("The muscle"), "");
  EXPECT_EQ(topics_of("Soleus", "soleus"), "");
  EXPECT_EQ(topics_of("Origin and weather"), "");
  EXPECT_EQ(topics_of(std::string(5000, 'a')), "");
  EXPECT_EQ(topics_of("([{:.,)"), "");
}

TEST(PageHeadings, FaultsInTheTableAreReported) {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("page-headings.tsv", "heading\ttopics\tnote\nOrigin\torigin\t\norigin\tinsertion\t\n!\torigin\t\nx\twhence\t\n");
  Diagnostics diagnostics;
  const PageHeadings headings(path, diagnostics);
  const std::string found = printed(diagnostics);
  EXPECT_NE(found.find(":3:1: error: the heading 'origin' stands in the table twice [page-table]"), std::string::npos) << found;
  EXPECT_NE(found.find(":4:1: error: there is no heading [page-table]"), std::string::npos) << found;
  EXPECT_NE(found.find(":5:3: error: 'whence' is no topic [page-table]"), std::string::npos) << found;
}

TEST(PageHeadings, TheTableHasNoFaults) {
  Diagnostics diagnostics;
  const PageHeadings headings(project("ontology/page-headings.tsv").string(), diagnostics);
  EXPECT_EQ(printed(diagnostics), "");
}

TEST(PageLayout, IsFoundByNameAndExtension) {
  for (const PageLayout& layout : page_layouts()) EXPECT_EQ(page_layout_named(layout.name), &layout);
  EXPECT_EQ(page_layout_named("rtf"), nullptr);
  EXPECT_EQ(page_layout_of("a/soleus.html"), page_layout_named("html"));
  EXPECT_EQ(page_layout_of("soleus.md.gz"), page_layout_named("markdown"));
  EXPECT_EQ(page_layout_of("soleus.yaml"), nullptr);
  EXPECT_EQ(page_layout_of("soleus"), nullptr);
}

TEST(PageLayout, IsRecognisedByContent) {
  const auto layout_of = [](std::string text) { return std::string(read_page_text(std::move(text)).layout); };
  EXPECT_EQ(layout_of("The muscle bends the knee."), "text");
  EXPECT_EQ(layout_of("== Origin ==\n\nThe bone.\n\n=== Nerve ===\n"), "text");
  EXPECT_EQ(layout_of("'''Soleus''' is a [[muscle]].\n\n== Origin =="), "wikitext");
  EXPECT_EQ(layout_of("{{Infobox muscle|Origin=fibula}}"), "wikitext");
  EXPECT_EQ(layout_of("<!DOCTYPE html><p>The muscle"), "html");
  EXPECT_EQ(layout_of("<h2>Origin</h2>\n<p>fibula</p>"), "html");
  EXPECT_EQ(layout_of("# Soleus\n\nA **muscle**."), "markdown");
  EXPECT_EQ(layout_of("---\ntitle: Soleus\n---\nText."), "markdown");
  EXPECT_EQ(layout_of("| Origin | fibula |\n|---|---|\n"), "markdown");
  EXPECT_EQ(layout_of(""), "text");
}

TEST(PageLayout, RefusesWhatIsNoUtf8) {
  const auto fault_in = [](std::string bytes) {
    Page page;
    Diagnostics diagnostics;
    EXPECT_FALSE(read_page("page", std::move(bytes), nullptr, page_headings(), page, diagnostics));
    const std::string found = printed(diagnostics);
    return found.substr(0, found.find('\n'));
  };
  EXPECT_EQ(fault_in("ab\ncd\xFF"), "page:2:3: error: no UTF-8 at byte 5; a page must be UTF-8 [page-encoding]");
  EXPECT_EQ(fault_in("M\xFCller"), "page:1:2: error: no UTF-8 at byte 1; a page must be UTF-8 [page-encoding]");
  EXPECT_EQ(fault_in(std::string("a\0b", 3)), "page:1:2: error: a zero byte at byte 1; a page must be UTF-8 [page-encoding]");
  EXPECT_EQ(fault_in("\xFF\xFEx"), "page:1:1: error: a byte order mark of UTF-16 at byte 0; a page must be UTF-8 [page-encoding]");
  EXPECT_EQ(fault_in(std::string("\0\0\xFE\xFF", 4)),
            "page:1:1: error: a byte order mark of UTF-32 at byte 0; a page must be UTF-8 [page-encoding]");
}

TEST(PageLayout, PassesOverAByteOrderMark) {
  for (const PageLayout& layout : page_layouts()) {
    const Page page = read_page_text("\xEF\xBB\xBFThe muscle bends the knee.", layout.name);
    ASSERT_EQ(page.blocks.size(), 1u) << layout.name;
    EXPECT_EQ(page.blocks[0].words, "The muscle bends the knee.");
    EXPECT_EQ(page.blocks[0].source.begin, 3u);
  }
}

TEST(PageLayout, ReadsNothingFromWhiteSpace) {
  for (const PageLayout& layout : page_layouts())
    for (const std::string text : {"", " \n\t\r\n ", "\xC2\xA0\n", "\xEF\xBB\xBF"})
      EXPECT_EQ(blocks_of(text, layout.name), Lines()) << layout.name;
}

TEST(PageText, PartsBlocksAtBlankLines) {
  EXPECT_EQ(blocks_of("Soleus\n\nThe muscle lies\nin the calf.\r\n\r\nIt is  flat.\n", "text"),
            (Lines{"heading 1: Soleus", "paragraph: The muscle lies|in the calf.", "paragraph: It is flat."}));
  EXPECT_EQ(read_page_text("SOLEUS (MUSCLE)\n\nIt is flat.", "text").title, "SOLEUS (MUSCLE)");
  EXPECT_EQ(read_page_text("It is flat.\n\nAnd wide.", "text").title, "");
}

TEST(PageText, KnowsHeadingsInManyForms) {
  EXPECT_EQ(blocks_of("It is.\n\n== Origin ==\n### Nerve ###\nAction\n------\n\nClinical relevance\n\nIt hurts.", "text"),
            (Lines{"paragraph: It is.", "heading 2: Origin", "heading 3: Nerve", "heading 2: Action", "heading 2: Clinical relevance",
                   "paragraph: It hurts."}));
  EXPECT_EQ(blocks_of("Origin\nThe fibula\nInsertion\nThe heel", "text"),
            (Lines{"heading 2: Origin", "paragraph: The fibula", "heading 2: Insertion", "paragraph: The heel"}));
}

TEST(PageText, MakesFieldsOfLabelledLines) {
  EXPECT_EQ(
      blocks_of("Origin: fibula\nInsertion - heel\nNerve\ttibial\nBlood supply:\npopliteal artery\nAction:\n- bends\n-stretches\n", "text"),
      (Lines{"field Origin: fibula", "field Insertion: heel", "field Nerve: tibial", "field Blood supply: popliteal artery",
             "field Action: bends", "field Action: stretches"}));
  EXPECT_EQ(blocks_of("Insertion: the heel bone, by a tendon\nof great strength.", "text"),
            (Lines{"field Insertion: the heel bone, by a tendon|of great strength."}));
  EXPECT_EQ(blocks_of("Origin:\n\nThe fibula.", "text"), (Lines{"heading 2: Origin", "paragraph: The fibula."}));
  EXPECT_EQ(blocks_of("One more thing: it is flat.", "text"), (Lines{"paragraph: One more thing: it is flat."}));
}

TEST(PageText, ReadsLists) {
  EXPECT_EQ(blocks_of("It does:\n- bend\n• stretch\n  * much\na) turn", "text"),
            (Lines{"paragraph: It does:", "item 1: bend", "item 1: stretch", "item 2: much", "item 1: turn"}));
  EXPECT_EQ(blocks_of("It does.\n\n1. bend\n2. stretch", "text"), (Lines{"paragraph: It does.", "item 1: bend", "item 1: stretch"}));
  EXPECT_EQ(blocks_of("Its nerve comes from L2, 3 and\n4. It is thick.", "text"),
            (Lines{"paragraph: Its nerve comes from L2, 3 and|4. It is thick."}));
}

TEST(PageText, KeepsTheNumbersOfReferences) {
  EXPECT_EQ(blocks_of("It bends.\n\n  1. 1.0 1.1 | A Book. 2001.\n  2. Another\nbook.\n", "text"),
            (Lines{"paragraph: It bends.", "item 2: 1. 1.0 1.1 | A Book. 2001.", "item 2: 2. Another|book."}));
  EXPECT_EQ(blocks_of("It bends.\n\n[1] A book.\n[2] Another.", "text"),
            (Lines{"paragraph: It bends.", "item 1: [1] A book.", "item 1: [2] Another."}));
}

TEST(PageText, ReadsTablesPartedByTabs) {
  EXPECT_EQ(blocks_of("Muscle\tOrigin\tInsertion\nsoleus\tfibula\theel\n", "text"),
            (Lines{"aside: soleus", "field Origin: fibula", "field Insertion: heel"}));
}

TEST(PageText, ReadsLinesOfJson) {
  const Page page = read_page_text(
      "\"x\": {\n \"title\": \"Soleus\",\n \"origin\": [\"fib\\u00fcla\", \"tib\\\"ia\"],\n \"revision\": 12,\n \"url\": \"http://a\"\n},",
      "text");
  EXPECT_EQ(page.title, "Soleus");
  EXPECT_EQ(describe(page), (Lines{"heading 1: Soleus", "field origin: fibüla", "field origin: tib\"ia"}));
  EXPECT_EQ(page.properties, (std::vector<std::pair<std::string, std::string>>{{"revision", "12"}, {"url", "http://a"}}));
  EXPECT_EQ(source_of(page, page.blocks[1], "fibüla"), "fib\\u00fcla");
}

TEST(PageText, TakesAnAddressAtTheEndForThePages) {
  const Page page = read_page_text("It bends.\n\nhttps://example.org/soleus", "text");
  EXPECT_EQ(describe(page), (Lines{"paragraph: It bends.", "aside: https://example.org/soleus"}));
  EXPECT_EQ(page.properties, (std::vector<std::pair<std::string, std::string>>{{"url", "https://example.org/soleus"}}));
}

TEST(PageBlock, TellsWhereItsWordsStand) {
  Block block;
  block.words = "ab-cd";
  block.pieces = {{0, 10, 2}, {3, 20, 2}};
  block.source = {10, 22};
  EXPECT_EQ(block.source_of(0, 2), (Span{10, 12}));
  EXPECT_EQ(block.source_of(1, 4), (Span{11, 21}));
  EXPECT_EQ(block.source_of(0, 3), (Span{10, 20}));
  EXPECT_EQ(block.source_of(2, 5), (Span{20, 22}));
  EXPECT_EQ(block.source_of(2, 2), (Span{20, 20}));
  EXPECT_EQ(block.source_of(5, 5), (Span{22, 22}));
}

}  // namespace
}  // namespace musclekg::test
