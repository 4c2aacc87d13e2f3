// Pages in HTML.

#include "page_test.h"

namespace musclekg::test {
namespace {

Lines blocks(std::string text) { return blocks_of(std::move(text), "html"); }
Page page_of(std::string text) { return read_page_text(std::move(text), "html"); }

TEST(PageHtml, ReadsHeadingsParagraphsAndLists) {
  EXPECT_EQ(blocks("<h1>Soleus</h1><p>One <b>two</b>\n  three.<p>Four.<h2>Action<span "
                   "class=\"mw-editsection\">[edit]</span></h2><ul><li>bends<ul><li>much</ul><li>turns</ul>"
                   "<div>Five<div>six</div>seven</div>"),
            (Lines{"heading 1: Soleus", "paragraph: One two|three.", "paragraph: Four.", "heading 2: Action", "item 1: bends",
                   "item 2: much", "item 1: turns", "paragraph: Five", "paragraph: six", "paragraph: seven"}));
}

TEST(PageHtml, KnowsThePlacesOfWords) {
  const Page page =
      page_of("<!DOCTYPE html>\r\n<body><p>The s&ouml;leus, M\xC3\xBCller's &amp; <i>big</i>\r\nmuscle&#160;x&unknown; y & z.</p>");
  ASSERT_EQ(describe(page), (Lines{"paragraph: The söleus, Müller's & big|muscle\xC2\xA0x&unknown; y & z."}));
  EXPECT_EQ(source_of(page, page.blocks[0], "leus, Müller's"), "leus, Müller's");
  EXPECT_EQ(source_of(page, page.blocks[0], "The sö"), "The s&ouml;");
  EXPECT_EQ(source_of(page, page.blocks[0], "big|"), "");
  EXPECT_EQ(source_of(page, page.blocks[0], "big\nmuscle"), "big</i>\r\nmuscle");
  EXPECT_EQ(source_of(page, page.blocks[0], "z."), "z.");
}

TEST(PageHtml, KnowsThePlacesInLongTexts) {
  std::string text = "<p>";
  for (int i = 0; i < 2000; ++i) text.append("wörd").append(std::to_string(i)).append(" ");
  const Page page = page_of(text + "end.</p>");
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].pieces.size(), 1u);
  EXPECT_EQ(page.blocks[0].source, (Span{3, static_cast<std::uint32_t>(text.size() + 4)}));
}

TEST(PageHtml, IgnoresADeclaredEncoding) {
  EXPECT_EQ(blocks("<html><head><meta charset=\"iso-8859-1\"></head><body><p>M\xC3\xBCller</p>"), (Lines{"paragraph: Müller"}));
  EXPECT_EQ(blocks("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html><body><p>M\xC3\xBCller</p>"), (Lines{"paragraph: Müller"}));
}

TEST(PageHtml, MakesFieldsOfLabelsTablesAndDefinitions) {
  EXPECT_EQ(blocks("<p><strong>Origin:</strong> fibula<br><b>Insertion</b>: heel</p><ul><li><b>Action:</b><ul><li>bends</ul></ul>"),
            (Lines{"field Origin: fibula", "field Insertion: heel", "field Action: bends"}));
  EXPECT_EQ(blocks("<table><tr><th>Origin<td>fibula<br>tibia<tr><td>Nerve<td>tibial nerve<br>(S1)<tr><td>Colour<td>red</table>"),
            (Lines{"field Origin: fibula", "field Origin: tibia", "field Nerve: tibial nerve|(S1)", "aside: Colour", "aside: red"}));
  EXPECT_EQ(blocks("<table><thead><tr><th>Head<th>Origin<th>Insertion</thead><tr><td>lateral<td>fibula<td>heel</table>"),
            (Lines{"aside: lateral", "field Origin (lateral): fibula", "field Insertion (lateral): heel"}));
  EXPECT_EQ(blocks("<dl><dt>Artery<dd>popliteal<dt>Colour<dd>red</dl>"),
            (Lines{"field Artery: popliteal", "paragraph: Colour", "paragraph: red"}));
}

TEST(PageHtml, ReadsLayoutTables) {
  EXPECT_EQ(blocks("<table><tr><td><h2>Function</h2><p>It bends the foot.</p><table><tr><td>Nerve<td>tibial</table></table>"),
            (Lines{"heading 2: Function", "paragraph: It bends the foot.", "field Nerve: tibial"}));
}

TEST(PageHtml, ReadsPropertiesAndTheTitle) {
  const Page page = page_of(
      "<head><title>Soleus &ndash; A site</title><meta name=\"Author\" content=\"Jane Roe\"><meta name=description content=x><meta "
      "property=og:url content=http://b>"
      "<meta name=DC.date content=2001><link rel=canonical href=http://a><link rel=license href=http://c></head><table "
      "class=infobox><tr><th>Latin<td>musculus</table>");
  EXPECT_EQ(page.title, "Soleus – A site");
  EXPECT_EQ(page.properties, (std::vector<std::pair<std::string, std::string>>{{"author", "Jane Roe"},
                                                                               {"og:url", "http://b"},
                                                                               {"dc.date", "2001"},
                                                                               {"url", "http://a"},
                                                                               {"licence", "http://c"},
                                                                               {"latin", "musculus"}}));
  EXPECT_EQ(page_of("<title>A</title><h1>B <i>c</i></h1>").title, "B c");
}

TEST(PageHtml, LeavesOutWhatIsNoText) {
  EXPECT_EQ(blocks("<nav><p>Home</nav><script>if (a<b) x()</script><style>p{}</style><p>Text.<p "
                   "style=\"display:none\">no<p>More.</p><figure><img src=x><figcaption>The leg.</figcaption></figure><footer>No</footer>"),
            (Lines{"paragraph: Text.", "paragraph: More.", "aside: The leg."}));
}

TEST(PageHtml, ReadsMarks) {
  EXPECT_EQ(blocks("<p>It bends.<sup class=\"reference\"><a href=\"#cite_note-x-3\">[3]</a></sup> It turns.<sup><a href=\"#ref4\">4</a>,<a "
                   "href=\"#ref5\">5</a></sup> 5 cm<sup>2</sup> "
                   "<a href=\"#note-1\">[1]</a> <a href=\"#notes\">notes</a>.</p><ol><li><a href=\"#cite_ref-3\">^</a> A book.</ol>"),
            (Lines{"paragraph: It bends.^3 It turns.^4^5 5 cm2 ^1notes.", "item 1: ^ A book."}));
}

TEST(PageHtml, ReadsBrokenMarkup) {
  EXPECT_EQ(blocks("a < b <p>c</div></p></p> d <b>e"), (Lines{"paragraph: a < b", "paragraph: c", "paragraph: d e"}));
  EXPECT_EQ(blocks("<table><td>Origin<td>fibula"), (Lines{"field Origin: fibula"}));
}

}  // namespace
}  // namespace musclekg::test
