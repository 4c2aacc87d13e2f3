// HTML through libxml2's parser of broken HTML, with the places of all text.

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <vector>

#include "base/text.h"
#include "read/page_html.h"
#include "read/page_layout.h"
#include "read/page_readers.h"

namespace musclekg {

namespace {

constexpr int kMostOpenElements = static_cast<int>(4 * kDeepestNesting);
constexpr std::size_t kLongestTag = 1000;  ///< bytes of names and values without quotes: libxml2 compares each attribute with all before it
constexpr std::size_t kTextBuffer = 1000;  ///< bytes of a text that libxml2 reports at once
constexpr std::size_t kLongestReference = 40;  ///< bytes of "&CounterClockwiseContourIntegral;"
constexpr std::size_t kLongestDecoded = 8;     ///< bytes of what such a reference stands for
constexpr std::size_t kMostSkipped = 64;       ///< bytes within a text that libxml2 leaves out

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text); }

/// `source` with the attributes of overlong tags blanked; the size stays.
std::string with_short_tags(std::string_view source) {
  std::string text(source);
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
    ++at;
    if (at >= text.size() || !((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z')) continue;
    std::size_t size = 0;
    char before = '\0';
    for (; at < text.size() && text[at] != '>'; ++at) {
      const char c = text[at];
      if ((c == '"' || c == '\'') && before == '=') {
        const std::size_t end = std::min(text.find(c, at + 1), text.size() - 1);
        if (size > kLongestTag)
          std::fill(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end) + 1, ' ');
        at = end;
        before = c;
        size += 2;
        continue;
      }
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') before = c;
      if (++size > kLongestTag) text[at] = ' ';
    }
  }
  return text;
}

/// What the handlers of libxml2 are given.
struct Parse {
  HtmlReader& reader;
  std::string_view source;
  htmlParserCtxtPtr parser = nullptr;
  std::size_t begin = 0;  ///< of what libxml2 sees, in the source
  std::size_t taken = 0;  ///< behind the text that was taken last

  std::size_t place() const {
    const xmlParserInput& input = *parser->input;
    return std::min(begin + static_cast<std::size_t>(input.consumed) + static_cast<std::size_t>(input.cur - input.base), source.size());
  }
};

void start_element(void* data, const xmlChar* name, const xmlChar** attributes) {
  Parse& parse = *static_cast<Parse*>(data);
  // libxml2 looks for the partner of an end tag among all open elements: their number must have a bound.
  if (parse.parser->nameNr > kMostOpenElements) {
    parse.parser->name = parse.parser->nameTab[--parse.parser->nameNr - 1];
    if (view(name) != "br") return;
    parse.reader.start("br", {}, parse.place());
    parse.reader.end("br");
    return;
  }
  HtmlReader::Attributes list;
  for (; attributes != nullptr && *attributes != nullptr; attributes += 2) list.emplace_back(view(attributes[0]), view(attributes[1]));
  parse.reader.start(view(name), list, parse.place());
}

void end_element(void* data, const xmlChar* name) { static_cast<Parse*>(data)->reader.end(view(name)); }

/// The size of the last character of a text in UTF-8.
std::size_t last_character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[text.size() - size]) & 0xC0) == 0x80) ++size;
  return size;
}

/// Takes pieces of the source that make up `text`, which ends at `end`, what libxml2 leaves out between them; false where they do not.
bool take_pieces(Parse& parse, std::string_view text, std::size_t end) {
  std::vector<Span> pieces;  // from the last to the first
  std::size_t at = end, left = text.size(), skipped = 0;
  while (left > 0 && at > parse.taken && skipped <= kMostSkipped) {
    if (parse.source[at - 1] != text[left - 1]) {
      --at;
      ++skipped;
      continue;
    }
    const std::size_t last = at;
    while (left > 0 && at > parse.taken && parse.source[at - 1] == text[left - 1]) --at, --left;
    pieces.push_back(span_of(at, last));
  }
  if (left > 0) return false;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) parse.reader.take(piece->begin, piece->end);
  return true;
}

/// Text that libxml2 has just read: a stretch of the source that ends where it is, or a character reference.
void take_text(void* data, const xmlChar* bytes, int size) {
  Parse& parse = *static_cast<Parse*>(data);
  const std::string_view text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  if (text.empty()) return;
  const std::size_t end = std::max(parse.place(), parse.taken);
  // When its buffer is full, libxml2 reports the text before it passes the last character.
  const std::size_t ahead = text.size() < kTextBuffer ? 0 : last_character_size(text);
  for (const std::size_t behind : {end + ahead, end}) {
    if (behind > parse.source.size() || behind < text.size() + parse.taken ||
        parse.source.substr(behind - text.size(), text.size()) != text)
      continue;
    parse.reader.take(behind - text.size(), behind);
    parse.taken = behind;
    return;
  }
  const std::size_t window = std::max(parse.taken, end - std::min(end, kLongestReference));
  const std::size_t reference = parse.source.substr(window, end - window).rfind('&');
  if (text.size() <= kLongestDecoded && reference != std::string_view::npos) {
    parse.reader.put(text, span_of(window + reference, end));
  } else if (!take_pieces(parse, text, std::min(end + ahead, parse.source.size()))) {
    parse.reader.put(text, span_of(end, end));
  }
  parse.taken = std::min(end + ahead, parse.source.size());
}

void ignore_text(void*, const xmlChar*, int) {}

struct Free {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

unsigned recognise_html(std::string_view source) {
  constexpr std::size_t kMost = 100;
  constexpr std::array<std::string_view, 20> kTags = {"p",  "div", "h1", "h2", "h3",     "h4", "ul", "ol",   "li",   "table",
                                                      "td", "tr",  "dl", "dd", "strong", "b",  "br", "body", "span", "a"};
  const std::string beginning = ascii_lower(source.substr(0, 1000));
  if (beginning.find("<!doctype html") != std::string::npos || beginning.find("<html") != std::string::npos) return 1000;
  unsigned tags = 0;
  for (std::size_t at = source.find('<'); at != std::string_view::npos && tags < kMost; at = source.find('<', at + 1)) {
    const std::size_t name = at + (source.substr(at + 1, 1) == "/" ? 2 : 1);
    const std::size_t end = source.substr(name, 8).find_first_of(" />\n");
    if (end != std::string_view::npos && std::find(kTags.begin(), kTags.end(), ascii_lower(source.substr(name, end))) != kTags.end())
      ++tags;
  }
  return 2 * tags;
}

void read_html(Page& page, const PageHeadings& headings) {
  HtmlReader reader(page, headings);
  const std::size_t begin = text_begin(page.source);
  const std::string text = with_short_tags(std::string_view(page.source).substr(begin));
  if (trim(text).empty()) return;
  const std::unique_ptr<htmlParserCtxt, Free> parser(htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
  if (!parser) throw std::bad_alloc();
  Parse parse{reader, page.source, parser.get(), begin, begin};
  htmlSAXHandler handler{};
  handler.startElement = start_element;
  handler.endElement = end_element;
  handler.characters = take_text;
  handler.ignorableWhitespace = take_text;
  handler.cdataBlock = ignore_text;
  htmlCtxtUseOptions(parser.get(),
                     HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  *parser->sax = handler;
  parser->userData = &parse;
  parser->charset = XML_CHAR_ENCODING_UTF8;  // it is checked, whatever <meta charset> says
  htmlParseDocument(parser.get());
  reader.finish();
}

}  // namespace musclekg
