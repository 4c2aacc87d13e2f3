#include "read/page_html.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "read/page_layout.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestMark = 40;  ///< bytes of "[12]" and the like
constexpr std::uint32_t kMostReferences = 10000;

constexpr std::string_view kBlocks =
    " address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 head "
    "header hr html li "
    "main ol p pre section summary table tbody td tfoot th thead tr ul ";
constexpr std::string_view kDropped =
    " audio button canvas datalist dialog footer iframe input map math menu nav noscript object option script select style svg template "
    "textarea video ";
constexpr std::string_view kDroppedClasses =
    " ambox breadcrumb breadcrumbs catlinks cite-accessibility-label hatnote metadata mw-editsection mw-jump-link nav navbar navbox "
    "navigation noprint "
    "printfooter reflist-backlink screen-reader-text share sidebar sistersitebox sister-project site-footer site-header site-nav skip-link "
    "skip-to-content social table-of-contents toc vector-toc ";
constexpr std::string_view kDroppedIds =
    " catlinks footer mw-navigation nav navigation sidebar sitesub table-of-contents toc jump-to-nav contentsub ";

bool has_word(std::string_view words, std::string_view word) {
  return !word.empty() && words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

std::string_view value_of(const HtmlReader::Attributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes)
    if (key == name) return trim(value);
  return {};
}

bool has_any(std::string_view words, std::string_view list) {
  for (const std::string_view word : split(words, ' '))
    if (has_word(list, word)) return true;
  return false;
}

bool is_dropped(std::string_view name, const HtmlReader::Attributes& attributes) {
  if (has_word(kDropped, name)) return true;
  for (const auto& [key, value] : attributes) {
    if (key == "hidden" || (key == "aria-hidden" && value == "true") ||
        (key == "role" && (value == "navigation" || value == "contentinfo")))
      return true;
    const std::string word = ascii_lower(value);
    if (key == "class" && has_any(word, kDroppedClasses)) return true;
    if (key == "id" && has_word(kDroppedIds, word)) return true;
    if (key == "style" && (word.find("display:none") != std::string::npos || word.find("display: none") != std::string::npos)) return true;
  }
  return false;
}

/// Whether an address within the page leads into a list of references, and not back from it.
bool cites(std::string_view address) {
  const std::size_t place = address.find('#');
  if (place == std::string_view::npos) return false;
  const std::string name = ascii_lower(address.substr(place + 1));
  if (name.starts_with("cite_ref") || name.starts_with("fnref") || name.starts_with("_ftnref")) return false;
  constexpr std::array<std::string_view, 9> kBeginnings = {"cite", "ref", "fn", "note", "bib", "_ftn", "_edn", "_note", "endnote"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) { return name.starts_with(beginning); });
}

/// The numbers of "[3]", "3,4", "[2][5]"; none where there is anything else.
std::vector<std::uint32_t> mark_numbers(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  if (text.find_first_not_of("0123456789[](), \n\t") != std::string_view::npos) return numbers;
  for (std::size_t at = text.find_first_of("0123456789"); at != std::string_view::npos; at = text.find_first_of("0123456789", at)) {
    std::uint32_t number = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
      number = std::min(number * 10 + static_cast<std::uint32_t>(text[at] - '0'), kMostReferences);
    if (number > 0 && number < kMostReferences) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

void HtmlReader::emit(Block block, std::size_t tables) {
  if (block.words.empty() && block.marks.empty()) return;
  for (; tables > 0 && !tables_[tables - 1].in_cell; --tables)  // text between cells ends their row
    for (Block& before : tables_[tables - 1].table.finish_row()) emit(std::move(before), tables - 1);
  if (tables > 0) {
    tables_[tables - 1].cell.push_back(std::move(block));
    return;
  }
  labels_.add(std::move(block));
}

void HtmlReader::flush() {
  const Context& context = contexts_.back();
  const bool in_cell = !tables_.empty() && tables_.back().in_cell;
  if (in_cell) {
    for (Block& line : builder_.finish_lines(context.kind, context.level)) emit(std::move(line), tables_.size());
    return;
  }
  Block block = builder_.finish(context.kind, context.level);
  if (block.words.empty()) return;
  if (context.kind == Block::Kind::Heading && context.level == 1 && page_.title.empty()) page_.title = block.words;
  if (!tables_.empty() || context.role == Role::None) {
    emit(std::move(block), tables_.size());
  } else if (context.role == Role::Term) {
    labels_.add_term(std::move(block));
  } else {
    labels_.add_definition(std::move(block));
  }
}

void HtmlReader::finish_cell() {
  Table& table = tables_.back();
  if (!table.in_cell) return;
  table.in_cell = false;
  table.table.add_cell(std::exchange(table.cell, {}));
}

void HtmlReader::finish_row() {
  finish_cell();
  std::vector<Block> blocks = tables_.back().table.finish_row();
  if (tables_.size() > 1 && tables_[tables_.size() - 2].in_cell && tables_[tables_.size() - 2].cell.empty()) {
    tables_[tables_.size() - 2].cell = std::move(blocks);
    return;
  }
  for (Block& block : blocks) emit(std::move(block), tables_.size() - 1);
}

void HtmlReader::start_table(std::string_view name, const Attributes& attributes, Context& context) {
  if (name == "table" && tables_.size() < kDeepestNesting) {
    tables_.push_back({PageTable(page_, headings_, ascii_lower(value_of(attributes, "class")).find("infobox") != std::string::npos)});
    context.table = true;
    return;
  }
  if (tables_.empty()) return;
  if (name == "tr") {
    finish_row();
  } else if (name == "td" || name == "th") {
    finish_cell();
    tables_.back().in_cell = true;
    context.kind = Block::Kind::Paragraph;
    context.level = 0;
    context.lists = 0;
    context.role = Role::None;
  }
}

void HtmlReader::start(std::string_view name, const Attributes& attributes, std::size_t place) {
  Context context = contexts_.back();
  context.table = context.holds = false;
  if (name == "br") builder_.break_line(span_of(place, place));
  if (has_word(kBlocks, name)) {
    release();
    flush();
  }
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    context.kind = Block::Kind::Heading;
    context.level = static_cast<std::uint8_t>(name[1] - '0');
  } else if (name == "ul" || name == "ol") {
    context.lists = static_cast<std::uint8_t>(std::min<std::size_t>(context.lists + 1u, kDeepestNesting));
  } else if (name == "li") {
    context.kind = Block::Kind::Item;
    context.level = std::max<std::uint8_t>(context.lists, 1);
  } else if (name == "dt" || name == "dd") {
    context.role = name == "dt" ? Role::Term : Role::Definition;
  } else if (name == "figure" || name == "caption" || name == "figcaption") {
    context.kind = Block::Kind::Aside;
  } else if (name == "table" || name == "tr" || name == "td" || name == "th") {
    start_table(name, attributes, context);
  } else if (name == "title") {
    context.title = true;
  } else if (name == "meta") {
    read_meta(attributes);
  } else if (name == "link" || name == "a") {
    read_link(attributes);
  }
  const bool cites_here = name == "a" && cites(value_of(attributes, "href"));
  if (!holding_ && (name == "sup" || cites_here)) {
    context.holds = holding_ = true;
    cites_ = false;
  }
  if (holding_ && cites_here) cites_ = true;
  context.dropped = context.dropped || is_dropped(name, attributes);
  contexts_.push_back(context);
}

void HtmlReader::end(std::string_view name) {
  if (contexts_.size() < 2) return;
  if (contexts_.back().holds) release();
  if (has_word(kBlocks, name)) {
    release();
    flush();
  }
  const Context context = contexts_.back();
  contexts_.pop_back();
  if (tables_.empty()) return;
  if (context.table) {
    finish_row();
    tables_.pop_back();
  } else if (name == "tr") {
    finish_row();
  } else if (name == "td" || name == "th") {
    finish_cell();
  }
}

void HtmlReader::take(std::size_t begin, std::size_t end) {
  const std::string_view text = std::string_view(page_.source).substr(begin, end - begin);
  if (contexts_.back().title) {
    head_title_ += text;
  } else if (contexts_.back().dropped) {
    return;
  } else if (holding_) {
    held_.push_back({{}, span_of(begin, end)});
    held_size_ += end - begin;
    if (held_size_ > kLongestMark) release();
  } else {
    builder_.take(begin, end);
  }
}

void HtmlReader::put(std::string_view words, Span where) {
  if (words.empty()) return;
  if (contexts_.back().title) {
    head_title_ += words;
  } else if (contexts_.back().dropped) {
    return;
  } else if (holding_) {
    held_.push_back({std::string(words), where});
    held_size_ += words.size();
    if (held_size_ > kLongestMark) release();
  } else {
    builder_.put(words, where);
  }
}

std::string HtmlReader::held_text() const {
  std::string text;
  for (const Held& held : held_)
    text += held.words.empty() ? page_.source.substr(held.where.begin, held.where.end - held.where.begin) : held.words;
  return text;
}

/// What was held back becomes marks, or words.
void HtmlReader::release() {
  if (!holding_) return;
  holding_ = false;
  held_size_ = 0;
  const std::vector<std::uint32_t> numbers = cites_ ? mark_numbers(held_text()) : std::vector<std::uint32_t>();
  if (numbers.empty()) {
    for (const Held& one : held_) one.words.empty() ? builder_.take(one.where.begin, one.where.end) : builder_.put(one.words, one.where);
  } else {
    for (const std::uint32_t number : numbers) builder_.mark(number, {held_.front().where.begin, held_.back().where.end});
  }
  held_.clear();
}

void HtmlReader::read_meta(const Attributes& attributes) {
  constexpr std::array<std::string_view, 9> kKept = {"author", "publisher",     "copyright", "license",     "licence",
                                                     "date",   "last-modified", "og:url",    "og:site_name"};
  constexpr std::array<std::string_view, 6> kFamilies = {"dc.", "dcterms.", "dc:", "dcterms:", "article:", "citation_"};
  std::string_view name = value_of(attributes, "name");
  if (name.empty()) name = value_of(attributes, "property");
  const std::string key = ascii_lower(name);
  const bool family =
      std::any_of(kFamilies.begin(), kFamilies.end(), [&](std::string_view beginning) { return key.starts_with(beginning); });
  if (family ? key.find("description") == std::string::npos && key.find("abstract") == std::string::npos
             : std::find(kKept.begin(), kKept.end(), key) != kKept.end())
    add_property(page_, key, value_of(attributes, "content"));
}

void HtmlReader::read_link(const Attributes& attributes) {
  const std::string kind = ascii_lower(value_of(attributes, "rel"));
  if (has_any(kind, " canonical ")) add_property(page_, "url", value_of(attributes, "href"));
  if (has_any(kind, " license copyright ")) add_property(page_, "licence", value_of(attributes, "href"));
}

void HtmlReader::finish() {
  release();
  flush();
  while (!tables_.empty()) {
    finish_row();
    tables_.pop_back();
  }
  labels_.finish();
  if (page_.title.empty()) page_.title = trim(head_title_);
}

}  // namespace musclekg
