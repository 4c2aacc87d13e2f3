// Markdown: headings, lists, tables, quotes.

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "read/page_builder.h"
#include "read/page_front_matter.h"
#include "read/page_labels.h"
#include "read/page_layout.h"
#include "read/page_markdown_words.h"
#include "read/page_notes.h"
#include "read/page_readers.h"
#include "read/page_table.h"
#include "read/page_text_line.h"

namespace musclekg {

namespace {

/// A block of which the lines are known and not yet its words.
struct Draft {
  Block::Kind kind = Block::Kind::Paragraph;
  std::uint8_t level = 0;
  std::size_t begin = 0, end = 0;
  std::size_t number = 0;  ///< bytes of the number of an item
  std::vector<Span> prefixes = {};
  bool one_line = true;
};

class MarkdownReader {
 public:
  MarkdownReader(Page& page, const PageHeadings& headings)
      : page_(page), headings_(headings), source_(page.source), builder_(page.source), labels_(page, headings), notes_(page) {}

  void read();

 private:
  void find_definitions();
  void take(TextLine line);
  bool take_heading(std::string_view text);
  bool take_row(std::string_view text);
  bool take_item(const TextLine& line, std::string_view text);
  void add_row(std::string_view text);
  void open(Block::Kind kind, std::size_t begin, std::size_t end);
  void close();
  void end_list();
  void end_table();
  void emit(Block block);
  void read_words(std::size_t begin, std::size_t end, const std::vector<Span>& prefixes = {}) {
    read_markdown_words(builder_, source_, begin, end, prefixes, definitions_, notes_);
  }
  std::size_t place(std::string_view text) const { return static_cast<std::size_t>(text.data() - source_.data()); }

  Page& page_;
  const PageHeadings& headings_;
  std::string_view source_;
  BlockBuilder builder_;
  LabelledBlocks labels_;
  PageNotes notes_;
  MarkdownDefinitions definitions_;
  std::vector<std::string> footnotes_;  ///< their ids, in order
  std::optional<Draft> draft_;
  std::vector<std::pair<Block, std::size_t>> list_;  ///< items of a numbered list with the size of their numbers
  std::vector<std::size_t> indents_;                 ///< of the lists that are open
  std::optional<PageTable> table_;
  std::string_view fence_;      ///< the mark of the code that is being read
  bool in_definition_ = false;  ///< lines that go on with a definition
};

/// A line that defines a link or a footnote: its id, and where its words begin. The id is empty for other lines.
struct Definition {
  std::string_view id;
  std::size_t words = 0;
};

Definition definition_of(const TextLine& line) {
  if (line.indent > 3 || !line.text.starts_with('[')) return {};
  const std::size_t end = line.text.substr(0, 200).find("]:");
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view id = line.text.substr(1, end - 1);
  return id.find_first_of("[]") == std::string_view::npos ? Definition{id, end + 2} : Definition{};
}

bool is_delimiter_row(std::string_view text) {
  return text.find('-') != std::string_view::npos && text.find_first_not_of("|-: \t") == std::string_view::npos &&
         text.find('|') != std::string_view::npos;
}

void MarkdownReader::find_definitions() {
  TextLines lines(source_);
  std::string footnote;  // the one that the lines may go on with
  while (const auto line = lines.next()) {
    const Definition definition = definition_of(*line);
    if (definition.id.empty()) {
      if (!footnote.empty() && !line->text.empty() && line->indent >= 2) {
        definitions_.footnotes[footnote].end = static_cast<std::uint32_t>(place(line->text) + line->text.size());
      } else if (!line->text.empty()) {
        footnote.clear();
      }
      continue;
    }
    const Span words = span_of(place(line->text) + definition.words, place(line->text) + line->text.size());
    const bool note = definition.id.starts_with('^');
    footnote = note ? markdown_id(definition.id.substr(1)) : std::string();
    if (!note) {
      definitions_.links.try_emplace(markdown_id(definition.id), words);
    } else if (definitions_.footnotes.try_emplace(footnote, words).second) {
      footnotes_.push_back(footnote);
    }
  }
}

void MarkdownReader::emit(Block block) {
  end_list();
  labels_.add(std::move(block));
}

void MarkdownReader::open(Block::Kind kind, std::size_t begin, std::size_t end) {
  close();
  draft_ = Draft{kind, 0, begin, end};
}

void MarkdownReader::close() {
  if (!draft_) return;
  const Draft draft = std::move(*draft_);
  draft_.reset();
  read_words(draft.begin, draft.end, draft.prefixes);
  Block block = builder_.finish(draft.kind, draft.level);
  if (draft.kind == Block::Kind::Heading && draft.level == 1 && page_.title.empty()) page_.title = block.words;
  if (draft.number > 0) {
    list_.emplace_back(std::move(block), draft.number);
  } else {
    emit(std::move(block));
  }
}

/// Numbers stay with the entries of a list of references; of any other list they are no words.
void MarkdownReader::end_list() {
  if (list_.empty()) return;
  const auto list = std::exchange(list_, {});
  const bool references = std::any_of(list.begin(), list.end(), [](const auto& item) {
    return item.first.words.size() > item.second && looks_like_reference(trim(std::string_view(item.first.words).substr(item.second)));
  });
  for (const auto& [block, number] : list) labels_.add(references ? block : slice(block, number, block.words.size() + 1));
}

void MarkdownReader::end_table() { table_.reset(); }

bool MarkdownReader::take_heading(std::string_view text) {
  std::size_t level = 0;
  if (text.starts_with('#')) {
    const std::string_view words = marked_heading(text, level);
    if (words.empty()) return false;
    open(Block::Kind::Heading, place(words), place(words) + words.size());
    draft_->level = static_cast<std::uint8_t>(level);
    close();
    return true;
  }
  const bool underlines = draft_ && draft_->kind == Block::Kind::Paragraph &&
                          (text.find_first_not_of('=') == std::string_view::npos ||
                           (text.size() >= 2 && text.find_first_not_of('-') == std::string_view::npos));
  if (underlines) {
    draft_->kind = Block::Kind::Heading;
    draft_->level = text.front() == '=' ? 1 : 2;
    close();
    return true;
  }
  if (rule_of(text) == '\0') return false;
  close();
  return true;
}

void MarkdownReader::add_row(std::string_view text) {
  if (is_delimiter_row(text)) return;
  if (text.starts_with('|')) text.remove_prefix(1);
  if (text.ends_with('|') && !text.ends_with("\\|")) text.remove_suffix(1);
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '|') end += text[end] == '\\' ? 2 : 1;
    end = std::min(end, text.size());
    read_words(place(text) + begin, place(text) + end);
    table_->add_cell(builder_.finish_lines(Block::Kind::Paragraph));
    begin = end + 1;
  }
  for (Block& block : table_->finish_row()) emit(std::move(block));
}

bool MarkdownReader::take_row(std::string_view text) {
  const bool bars = text.starts_with('|') && text.find('|', 1) != std::string_view::npos;
  const bool below_header = draft_ && draft_->kind == Block::Kind::Paragraph && draft_->one_line && is_delimiter_row(text) &&
                            source_.substr(draft_->begin, draft_->end - draft_->begin).find('|') != std::string_view::npos;
  if (!bars && !below_header && !(table_ && text.find('|') != std::string_view::npos)) return false;
  if (below_header) {
    const std::string_view header = source_.substr(draft_->begin, draft_->end - draft_->begin);
    draft_.reset();
    table_.emplace(page_, headings_, false);
    add_row(header);
    return true;
  }
  close();
  if (!table_) table_.emplace(page_, headings_, false);
  add_row(text);
  return true;
}

bool MarkdownReader::take_item(const TextLine& line, std::string_view text) {
  const ItemMark item = item_mark(text);
  const bool bullet = item.size > 0 && item.number.empty() && text.size() > 1 &&
                      (text[1] == ' ' || text[1] == '\t' || static_cast<unsigned char>(text[0]) >= 0x80);
  const bool numbered = !item.number.empty() && (item.number.ends_with('.') || item.number.ends_with(')')) && item.number.front() != '(';
  if (!bullet && !numbered) return false;
  if (numbered && draft_ && draft_->kind == Block::Kind::Paragraph && item.number != "1." && item.number != "1)") return false;
  while (!indents_.empty() && line.indent < indents_.back()) indents_.pop_back();
  if (indents_.empty() || line.indent > indents_.back() + 1) indents_.push_back(line.indent);
  const std::size_t begin = place(text) + (numbered ? 0 : item.size);
  open(Block::Kind::Item, begin, place(text) + text.size());
  draft_->level = static_cast<std::uint8_t>(std::min(indents_.size(), kDeepestNesting));
  draft_->number = item.number.size();
  return true;
}

void MarkdownReader::take(TextLine line) {
  std::string_view text = line.text;
  if (!fence_.empty()) {
    if (text.starts_with(fence_)) {
      fence_ = {};
    } else if (!text.empty()) {
      builder_.take(place(text), place(text) + text.size());
      emit(builder_.finish(Block::Kind::Aside));
    }
    return;
  }
  if (in_definition_ && (text.empty() || line.indent >= 2)) return;
  in_definition_ = false;
  const std::size_t quote = place(text);
  while (text.starts_with('>')) text = trim(text.substr(1));
  if (text.empty()) {
    close();
    end_table();
    return;
  }
  if (text.starts_with("```") || text.starts_with("~~~")) {
    close();
    fence_ = text.substr(0, 3);
    return;
  }
  if (!definition_of(line).id.empty()) {
    close();
    in_definition_ = true;
    return;
  }
  if (take_row(text)) return;
  end_table();
  if (take_heading(text) || take_item(line, text)) return;
  if (text.starts_with(": ") && draft_ && draft_->kind == Block::Kind::Paragraph && draft_->one_line) {
    read_words(draft_->begin, draft_->end);
    end_list();
    labels_.add_term(builder_.finish(Block::Kind::Paragraph));
    draft_.reset();
    read_words(place(text) + 1, place(text) + text.size());
    labels_.add_definition(builder_.finish(Block::Kind::Paragraph));
    return;
  }
  const std::size_t end = place(text) + text.size();
  if (draft_) {
    if (quote < place(text)) draft_->prefixes.push_back(span_of(quote, place(text)));
    draft_->end = end;
    draft_->one_line = false;
  } else if (line.indent >= 2 && !indents_.empty()) {
    open(Block::Kind::Item, place(text), end);
    draft_->level = static_cast<std::uint8_t>(std::min(indents_.size(), kDeepestNesting));
  } else {
    indents_.clear();
    open(Block::Kind::Paragraph, place(text), end);
  }
}

void MarkdownReader::read() {
  find_definitions();
  TextLines lines(source_, read_front_matter(page_, headings_, builder_));
  while (const auto line = lines.next()) take(*line);
  close();
  end_list();
  labels_.finish();
  for (const std::string& id : footnotes_) {
    const Span words = definitions_.footnotes.at(id);
    const std::uint32_t number = notes_.number_of(id);
    read_words(words.begin, words.end);
    notes_[number].block = builder_.finish(Block::Kind::Paragraph);
  }
}

}  // namespace

unsigned recognise_markdown(std::string_view source) {
  constexpr unsigned kMost = 100;
  const bool front_matter = source.substr(text_begin(source), 4) == "---\n" && source.find("\n---", 4) != std::string_view::npos;
  unsigned marks = front_matter ? 2 : 0;
  TextLines lines(source);
  while (const auto line = lines.next()) {
    if (marks >= kMost) break;
    const std::string_view text = line->text;
    std::size_t level = 0;
    if (text.empty()) continue;
    if (text.front() == '#' && !marked_heading(text, level).empty()) ++marks;
    if (is_delimiter_row(text) && text.size() > 3) marks += 2;
    const std::size_t bold = text.find("**");
    if (bold != std::string_view::npos && bold + 2 < text.size() && text[bold + 2] != ' ' && text[bold + 2] != '*' &&
        text.find("**", bold + 2) != std::string_view::npos)
      ++marks;
    if (text.find("](") != std::string_view::npos || text.find("[^") != std::string_view::npos || text.starts_with("```")) ++marks;
  }
  return 2 * marks;
}

void read_markdown(Page& page, const PageHeadings& headings) { MarkdownReader(page, headings).read(); }

}  // namespace musclekg
