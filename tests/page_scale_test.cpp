// Pages of ten megabytes, plain ones and such as would keep a careless reader busy for hours: each is read within the time of a test.

#include "page_test.h"

namespace musclekg::test {
namespace {

#ifdef MUSCLEKG_SANITIZE
constexpr std::size_t kSize = 1 << 20;  // sanitizers are slow, and what grows too fast shows at this size, too
#else
constexpr std::size_t kSize = 10 << 20;
#endif

std::string repeated(std::string_view piece, std::size_t size = kSize) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

/// `open` as often as `close`, `kSize` bytes in all.
std::string nested(std::string_view open, std::string_view words, std::string_view close) {
  const std::size_t times = kSize / (open.size() + close.size());
  return repeated(open, times * open.size()) + std::string(words) + repeated(close, times * close.size());
}

struct Load {
  const char* layout;
  const char* name;
  std::string (*make)();
};

const Load kLoads[] = {
    {"text", "Prose", [] { return repeated("The muscle arises from the bone, runs down\nand ends at the heel.\n\n"); }},
    {"text", "OneLine", [] { return repeated("word "); }},
    {"text", "OneParagraph", [] { return repeated("a line of words: and more\n"); }},
    {"text", "Labels", [] { return repeated("Origin: bone\n"); }},
    {"text", "LabelsWithoutWords", [] { return repeated("Origin:\n"); }},
    {"text", "Numbers", [] { return repeated("1. entry\n"); }},
    {"text", "CarriageReturns", [] { return repeated("words\r"); }},
    {"text", "Tabs", [] { return repeated("a\tb"); }},
    {"text", "Json", [] { return repeated("\"key\": \"value\",\n"); }},
    {"text", "JsonInOneLine", [] { return "{" + repeated("\"key\":[\"value\","); }},
    {"text", "Quotes", [] { return repeated("\"\n"); }},
    {"wikitext", "Prose", [] { return repeated("The '''muscle''' arises from the [[bone]].<ref>A book</ref>\n\n* item\n== Origin ==\n"); }},
    {"wikitext", "Templates", [] { return nested("{{a|", "x", "}}"); }},
    {"wikitext", "InfoboxesInEachOther", [] { return nested("{{infobox muscle|origin=", "x", "}}"); }},
    {"wikitext", "CitationsInEachOther", [] { return nested("{{cite book|title=", "x", "}}"); }},
    {"wikitext", "OpenTemplates", [] { return repeated("{{"); }},
    {"wikitext", "ClosedTemplates", [] { return repeated("[[") + repeated("}}"); }},
    {"wikitext", "OpenLinks", [] { return repeated("[[a|"); }},
    {"wikitext", "Links", [] { return nested("[[a|", "x", "]]"); }},
    {"wikitext", "ManyArguments", [] { return "{{infobox muscle" + repeated("|a=1") + "}}"; }},
    {"wikitext", "Tables", [] { return nested("{|\n|\n", "x", "\n|}"); }},
    {"wikitext", "OpenTables", [] { return repeated("{|\n"); }},
    {"wikitext", "Cells", [] { return "{|\n" + repeated("|a||b\n") + "|}"; }},
    {"wikitext", "OpenRefs", [] { return repeated("<ref>"); }},
    {"wikitext", "RefsWithOneEnd", [] { return repeated("<ref>") + "</ref>"; }},
    {"wikitext", "OpenComments", [] { return repeated("<!--"); }},
    {"wikitext", "OpenTags", [] { return repeated("<ref name="); }},
    {"wikitext", "Lists", [] { return repeated("*"); }},
    {"wikitext", "ListLines", [] { return repeated("*:;# a : b\n"); }},
    {"wikitext", "Quotes", [] { return repeated("'''a''"); }},
    {"wikitext", "Addresses", [] { return repeated("[http://a "); }},
    {"wikitext", "Headings", [] { return repeated("=a\n=b=\n"); }},
    {"wikitext", "NamedRefs", [] { return repeated("<ref name=a/>x"); }},
    {"html", "Prose",
     [] { return repeated("<h2>Origin</h2><p>The <b>muscle</b> arises from the bone &amp; more.</p><ul><li>item</ul>\n"); }},
    {"html", "Divisions", [] { return nested("<div>", "x", "</div>"); }},
    {"html", "OpenDivisions", [] { return repeated("<div>"); }},
    {"html", "EndsWithoutBeginning", [] { return repeated("<div>") + repeated("</span>"); }},
    {"html", "Spans", [] { return nested("<span>", "x", "</span>"); }},
    {"html", "Tables", [] { return nested("<table><tr><td>", "x", "</table>"); }},
    {"html", "Lists", [] { return nested("<ul><li>", "x", "</ul>"); }},
    {"html", "OpenItems", [] { return repeated("<li>a"); }},
    {"html", "Paragraphs", [] { return repeated("<p>a"); }},
    {"html", "Brackets", [] { return repeated("<"); }},
    {"html", "Ampersands", [] { return repeated("&a"); }},
    {"html", "Superscripts", [] { return repeated("<sup>"); }},
    {"html", "Comments", [] { return repeated("<!--"); }},
    {"html", "Declarations", [] { return repeated("<!a"); }},
    {"html", "Instructions", [] { return repeated("<?a"); }},
    {"html", "Scripts", [] { return repeated("<script>"); }},
    {"html", "Attributes",
     [] {
       std::string text = "<p";
       for (std::size_t i = 0; text.size() < kSize; ++i) text.append(" a").append(std::to_string(i)).append("=1");
       return text + ">words</p>";
     }},
    {"html", "OpenQuotes", [] { return repeated("<a b=\""); }},
    {"html", "LongText", [] { return "<p>" + repeated("word "); }},
    {"html", "LineBreaks", [] { return "<table><tr><td>" + repeated("a<br>"); }},
    {"markdown", "Prose", [] { return repeated("## Origin\n\nThe **muscle** arises from the [bone](http://a).\n\n- item\n"); }},
    {"markdown", "Brackets", [] { return nested("[", "x", "]"); }},
    {"markdown", "OpenBrackets", [] { return repeated("["); }},
    {"markdown", "Links", [] { return repeated("](("); }},
    {"markdown", "LinksInEachOther", [] { return nested("[", "x", "](a)"); }},
    {"markdown", "Emphasis", [] { return repeated("*a **b "); }},
    {"markdown", "ClosedEmphasis", [] { return repeated("*a ") + repeated(" b**"); }},
    {"markdown", "Ticks", [] { return repeated("`a``b"); }},
    {"markdown", "LongTicks", [] { return repeated("`"); }},
    {"markdown", "Comments", [] { return repeated("<!--"); }},
    {"markdown", "Addresses", [] { return repeated("<http://"); }},
    {"markdown", "Quotes", [] { return repeated(">"); }},
    {"markdown", "QuotedLines", [] { return repeated("> a\n"); }},
    {"markdown", "Lists",
     [] {
       std::string text;
       for (std::size_t i = 0; text.size() < kSize; ++i) text.append(2 * (i % 2000), ' ').append("- a\n");
       return text;
     }},
    {"markdown", "Bars", [] { return "|" + repeated("|"); }},
    {"markdown", "Rows", [] { return repeated("| Origin | bone |\n"); }},
    {"markdown", "Footnotes", [] { return repeated("[^a]") + "\n\n[^a]: x\n"; }},
    {"markdown", "FrontMatter", [] { return "---\n" + repeated("a: b\n"); }},
    {"markdown", "Escapes", [] { return repeated("\\["); }},
};

void PrintTo(const Load& load, std::ostream* stream) { *stream << load.layout << " " << load.name; }

class PageScale : public testing::TestWithParam<Load> {};

TEST_P(PageScale, IsReadInTime) {
  const Page page = read_page_text(GetParam().make(), GetParam().layout);
  EXPECT_GE(page.source.size(), kSize - 100);
}

INSTANTIATE_TEST_SUITE_P(Loads, PageScale, testing::ValuesIn(kLoads),
                         [](const auto& load) { return std::string(load.param.layout) + load.param.name; });

}  // namespace
}  // namespace musclekg::test
