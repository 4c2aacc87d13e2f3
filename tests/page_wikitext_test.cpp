// Pages in MediaWiki's wikitext.

#include "page_test.h"

namespace musclekg::test {
namespace {

Lines blocks(std::string text) { return blocks_of(std::move(text), "wikitext"); }
Page page_of(std::string text) { return read_page_text(std::move(text), "wikitext"); }

TEST(PageWikitext, LeavesOutMarkup) {
  const Page page =
      page_of("The '''soleus''' is a ''[[muscle]]'' of the [[leg (anatomy)|leg]], [http://a.org as said] &ndash; 5&nbsp;cm long.");
  ASSERT_EQ(describe(page), (Lines{"paragraph: The soleus is a muscle of the leg, as said – 5\xC2\xA0"
                                   "cm long."}));
  EXPECT_EQ(source_of(page, page.blocks[0], "soleus"), "soleus");
  EXPECT_EQ(source_of(page, page.blocks[0], "the leg"), "the [[leg (anatomy)|leg");
  EXPECT_EQ(page.title, "soleus");
}

TEST(PageWikitext, ReadsHeadingsAndParagraphs) {
  EXPECT_EQ(blocks("One\nline.\n\nTwo.\n== Origin ==\nThree.<!-- no\n\nmore -->\n=== ''Nerve'' === <!-- x -->\nFour.\n----\nFive."),
            (Lines{"paragraph: One|line.", "paragraph: Two.", "heading 2: Origin", "paragraph: Three.", "heading 3: Nerve",
                   "paragraph: Four.", "paragraph: Five."}));
}

TEST(PageWikitext, ReadsLists) {
  EXPECT_EQ(blocks("* one\n** two\n# three\n: four\n;Foo:bar\n"),
            (Lines{"item 1: one", "item 2: two", "item 1: three", "paragraph: four", "paragraph: Foo", "paragraph: bar"}));
  EXPECT_EQ(blocks(";Origin\n:fibula\n:tibia\n; Nerve : tibial nerve"),
            (Lines{"field Origin: fibula", "field Origin: tibia", "field Nerve: tibial nerve"}));
}

TEST(PageWikitext, MakesFieldsOfLabels) {
  EXPECT_EQ(blocks("'''Origin:''' fibula<br>'''Insertion''': heel"), (Lines{"field Origin: fibula", "field Insertion: heel"}));
  EXPECT_EQ(blocks("* '''Action:'''\n** bends\n** turns\n* much"), (Lines{"field Action: bends", "field Action: turns", "item 1: much"}));
}

TEST(PageWikitext, ReadsAnInfobox) {
  const Page page = page_of(
      "{{Infobox muscle\n| Name = Soleus\n| Latin = ''musculus soleus''\n| Origin = [[fibula]]<br />tibia\n| Insertion = {{plainlist|\n* "
      "heel\n* "
      "[[tendon]]\n}}\n| Nerve = tibial nerve<br>(S1, S2)\n| Blood = {{ubl|one artery|other artery}}\n| Action =\n| Caption = A {{x|y=z}} "
      "b\n}}\nText.");
  EXPECT_EQ(page.title, "Soleus");
  EXPECT_EQ(describe(page),
            (Lines{"field Origin: fibula", "field Origin: tibia", "field Insertion: heel", "field Insertion: tendon",
                   "field Nerve: tibial nerve|(S1, S2)", "field Blood: one artery", "field Blood: other artery", "paragraph: Text."}));
  EXPECT_EQ(page.properties, (std::vector<std::pair<std::string, std::string>>{{"latin", "musculus soleus"}, {"caption", "A b"}}));
  EXPECT_EQ(blocks("{{Muscle|origin1=a|origin2=b|nerve=c}}"), (Lines{"field origin: a", "field origin: b", "field nerve: c"}));
}

TEST(PageWikitext, ReadsNotes) {
  const Page page = page_of(
      "It bends.<ref name=\"a\">{{cite book |last=Roe |title=On [[calf|Calves]] |url=http://a |year=1990}}</ref> It turns.<ref>See "
      "{{lang|la|ibidem}}."
      "</ref><ref name=a />\n\n{{reflist}}");
  EXPECT_EQ(describe(page), (Lines{"paragraph: It bends.^1 It turns.^2^1"}));
  ASSERT_EQ(page.notes.size(), 2u);
  EXPECT_EQ(page.notes[0].block.words, "Roe. On Calves. 1990");
  EXPECT_EQ(page.notes[0].arguments,
            (std::vector<std::pair<std::string, std::string>>{
                {"template", "cite book"}, {"last", "Roe"}, {"title", "On Calves"}, {"url", "http://a"}, {"year", "1990"}}));
  EXPECT_EQ(page.notes[1].block.words, "See ibidem.");
}

TEST(PageWikitext, ReadsNotesThatStandInTheirList) {
  const Page page = page_of("It bends.<ref name=b/>\n<references>\n<ref name=b>A book.</ref>\n</references>");
  EXPECT_EQ(describe(page), (Lines{"paragraph: It bends.^1"}));
  ASSERT_EQ(page.notes.size(), 1u);
  EXPECT_EQ(page.notes[0].block.words, "A book.");
  EXPECT_EQ(page_of("A.<ref name=b/>{{reflist|refs=<ref name=b>A book.</ref>}}").notes.at(0).block.words, "A book.");
}

TEST(PageWikitext, ReadsTemplatesThatDressWords) {
  EXPECT_EQ(blocks("a {{nowrap|b c}} {{frac|1|2}} {{convert|10|to|12|cm|in}} d{{ndash}}e {{lang-la|musculus}} {{unknown|f}}g"),
            (Lines{"paragraph: a b c 1/2 10 to 12 cm d–e musculus g"}));
}

TEST(PageWikitext, PutsPicturesAside) {
  EXPECT_EQ(blocks("Text [[Category:Legs]]goes [[de:Bein]]on.\n\n[[File:A.png|thumb|alt=no|The [[leg]].]]\n\nMore.[[Image:B.png|20px]]"),
            (Lines{"paragraph: Text goes on.", "aside: The leg.", "paragraph: More."}));
}

TEST(PageWikitext, ReadsTables) {
  EXPECT_EQ(blocks("{| class=\"wikitable\"\n|+ Heads\n! Head !! Origin !! Insertion\n|-\n| lateral || style=\"x\" | fibula<br>tibia || "
                   "heel\n|-\n| medial\n| tibia\n| heel\n|}"),
            (Lines{"aside: Heads", "aside: lateral", "field Origin (lateral): fibula", "field Origin (lateral): tibia",
                   "field Insertion (lateral): heel", "aside: medial", "field Origin (medial): tibia", "field Insertion (medial): heel"}));
  EXPECT_EQ(blocks("{|\n! Nerve\n| tibial\n|-\n| Colour || red\n|}"), (Lines{"field Nerve: tibial", "aside: Colour", "aside: red"}));
}

TEST(PageWikitext, LeavesBrokenMarkupAsWords) {
  EXPECT_EQ(blocks("a [[b {{c ''d <ref e < f"), (Lines{"paragraph: a [[b {{c d <ref e < f"}));
  EXPECT_EQ(blocks("a ]] }} b"), (Lines{"paragraph: a ]] }} b"}));
  EXPECT_EQ(blocks("<nowiki>[[a]] {{b}}</nowiki>"), (Lines{"paragraph: [[a]] {{b}}"}));
  EXPECT_EQ(blocks("{|\n| a\n| b"), (Lines{"paragraph: a", "paragraph: b"}));
}

}  // namespace
}  // namespace musclekg::test
