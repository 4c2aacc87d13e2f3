#include "read/page_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "read/page_readers.h"

namespace musclekg {

namespace {

constexpr PageLayout kLayouts[] = {
    {"text", "txt|text", "text/plain", recognise_text, read_text},
    {"html", "html|htm|xhtml", "text/html", recognise_html, read_html},
    {"markdown", "md|markdown", "text/markdown", recognise_markdown, read_markdown},
    {"wikitext", "wiki|wikitext|mediawiki", "text/x-wiki", recognise_wikitext, read_wikitext},
};

const PageLayout& layout_by_content(std::string_view source) {
  const PageLayout* best = &kLayouts[0];
  unsigned surest = 0;
  for (const PageLayout& layout : kLayouts) {
    const unsigned sure = layout.recognise(source);
    if (sure <= surest) continue;
    best = &layout;
    surest = sure;
  }
  return *best;
}

/// What is wrong with the bytes; empty when they are UTF-8 text.
std::string encoding_fault(std::string_view bytes, std::size_t& at) {
  at = 0;
  constexpr std::string_view kLittle32("\xFF\xFE\0\0", 4), kBig32("\0\0\xFE\xFF", 4);
  if (bytes.starts_with(kLittle32) || bytes.starts_with(kBig32)) return "a byte order mark of UTF-32";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "a byte order mark of UTF-16";
  const std::size_t invalid = find_invalid_utf8(bytes), zero = bytes.find('\0');
  at = std::min(invalid, zero);
  if (at == std::string_view::npos) return {};
  return zero < invalid ? "a zero byte" : "no UTF-8";
}

Position position_at(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  const std::size_t line = before.rfind('\n');
  const std::size_t column = line == std::string_view::npos ? at : at - line - 1;
  return {static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n')), static_cast<std::uint32_t>(column + 1)};
}

}  // namespace

std::span<const PageLayout> page_layouts() { return kLayouts; }

const PageLayout* page_layout_named(std::string_view name) {
  for (const PageLayout& layout : kLayouts)
    if (layout.name == name) return &layout;
  return nullptr;
}

const PageLayout* page_layout_of(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  for (const PageLayout& layout : kLayouts)
    for (const std::string_view extension : split(layout.extensions, '|'))
      if (path.substr(dot + 1) == extension) return &layout;
  return nullptr;
}

bool read_page(std::string_view file, std::string source, const PageLayout* layout, const PageHeadings& headings, Page& page,
               Diagnostics& diagnostics) {
  page = {};
  page.file = file;
  std::size_t at = 0;
  if (const std::string fault = encoding_fault(source, at); !fault.empty()) {
    diagnostics.error({file, position_at(source, at)}, "page-encoding", fmt::format("{} at byte {}; a page must be UTF-8", fault, at),
                      "convert it, for example with iconv");
    return false;
  }
  if (layout == nullptr) layout = &layout_by_content(source);
  page.source = std::move(source);
  page.layout = layout->name;
  layout->read(page, headings);
  for (Block& block : page.blocks) {
    if (block.kind == Block::Kind::Heading) block.topics = headings.topics_of(block.words, page.title);
    if (block.kind == Block::Kind::Field) block.topics = headings.topics_of(block.label, page.title);
  }
  return true;
}

}  // namespace musclekg
