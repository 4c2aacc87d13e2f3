// Plain text: blocks between blank lines, lists, labelled lines, and headings in the forms that people type.

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "read/page_builder.h"
#include "read/page_json_lines.h"
#include "read/page_layout.h"
#include "read/page_readers.h"
#include "read/page_text_line.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestTitle = 100;  ///< bytes
constexpr std::size_t kLongestUnknownLabel = 24;
constexpr std::size_t kWrappedLine = 60;  ///< bytes; a shorter line was hardly wrapped
constexpr std::size_t kLongestUnderlined = 120;

/// A block of which the lines are known and not yet its words.
struct Draft {
  Block::Kind kind = Block::Kind::Paragraph;
  std::uint8_t level = 0;
  std::string_view label;
  std::vector<std::string_view> lines;  ///< trimmed; the number of an item not among them
  std::string_view number;              ///< of an item of a numbered list
};

/// Whether the words before a colon, right below a labelled line, are a label that is not known, and no part of a muscle.
bool may_be_label(std::string_view words) {
  static constexpr std::array<std::string_view, 7> kParts = {"head", "belly", "bellies", "part", "portion", "fibre", "fiber"};
  const std::string lower = ascii_lower(words);
  if (words.size() > kLongestUnknownLabel || words.front() < 'A' || words.front() > 'Z' || lower.find_first_of(".,;(") != std::string::npos)
    return false;
  return std::none_of(kParts.begin(), kParts.end(), [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

class TextReader {
 public:
  TextReader(Page& page, const PageHeadings& headings)
      : page_(page), headings_(headings), source_(page.source), builder_(page.source), json_(page, headings) {}

  void read() {
    TextLines lines(source_);
    while (const auto line = lines.next()) take(*line);
    settle();
    name_address();
  }

 private:
  void take(const TextLine& line);
  bool take_rule(const TextLine& line);
  bool take_heading(const TextLine& line);
  bool take_item(const TextLine& line);
  bool take_field(std::string_view text);
  bool take_table(std::string_view text);
  void take_words(const TextLine& line);
  void open(Block::Kind kind, std::string_view words);
  void close();
  void end_list();
  void settle_block();
  void settle();
  void add(const Draft& draft, bool with_number);
  void add_heading(std::string_view words, std::size_t level);
  void name_address();

  TopicSet topics_of(std::string_view words) const { return headings_.topics_of(words, page_.title); }
  bool nothing_yet() const { return page_.blocks.empty() && list_.empty(); }

  Page& page_;
  const PageHeadings& headings_;
  std::string_view source_;
  BlockBuilder builder_;
  JsonLines json_;
  std::optional<Draft> draft_;
  std::vector<Draft> list_;                ///< items of a numbered list, until it is known whether it is one of references
  std::vector<std::string_view> columns_;  ///< labels of the table that is being read
  std::string_view awaited_label_;         ///< stood alone on the line before
  TextLine last_;                          ///< the line before
};

void TextReader::open(Block::Kind kind, std::string_view words) {
  close();
  draft_ = Draft{kind, static_cast<std::uint8_t>(kind == Block::Kind::Item ? 1 : 0), {}, {}, {}};
  if (!words.empty()) draft_->lines.push_back(words);
}

void TextReader::close() {
  if (!draft_) return;
  Draft draft = std::move(*draft_);
  draft_.reset();
  if (!draft.number.empty()) {
    list_.push_back(std::move(draft));
    return;
  }
  end_list();
  if (draft.kind == Block::Kind::Paragraph && draft.lines.size() == 1) {
    const std::string_view line = draft.lines.front();
    if (nothing_yet() && line.size() <= kLongestTitle && !ends_sentence(line) && !line.ends_with(':') && !is_url(line)) {
      page_.title = line;
      add_heading(line, 1);
      return;
    }
    if (is_url(line)) draft.kind = Block::Kind::Aside;
  }
  add(draft, false);
}

/// Numbers stay with the entries of a list of references; of any other list they are no words.
void TextReader::end_list() {
  if (list_.empty()) return;
  const std::vector<Draft> list = std::move(list_);
  list_.clear();
  const bool references = std::any_of(list.begin(), list.end(), [](const Draft& item) {
    return item.number.starts_with('[') || item.number.starts_with('^') ||
           std::any_of(item.lines.begin(), item.lines.end(), [](std::string_view line) { return looks_like_reference(line); });
  });
  for (const Draft& item : list) add(item, references);
}

void TextReader::add(const Draft& draft, bool with_number) {
  if (draft.lines.empty()) return;
  const auto place = [this](std::string_view words) { return static_cast<std::size_t>(words.data() - source_.data()); };
  std::size_t begin = place(with_number ? draft.number : draft.lines.front());
  for (const std::string_view line : draft.lines) {
    const std::size_t end = place(line) + line.size();
    builder_.take(begin, end);  // with the line end before it
    begin = end;
  }
  Block block = builder_.finish(draft.kind, draft.level);
  block.label = draft.label;
  add_block(page_, std::move(block));
}

void TextReader::add_heading(std::string_view words, std::size_t level) {
  end_list();
  const auto begin = static_cast<std::size_t>(words.data() - source_.data());
  builder_.take(begin, begin + words.size());
  add_block(page_, builder_.finish(Block::Kind::Heading, static_cast<std::uint8_t>(std::min<std::size_t>(level, 6))));
}

bool TextReader::take_rule(const TextLine& line) {
  const char mark = rule_of(line.text);
  if (mark == '\0') return false;
  const bool underlines = (mark == '=' || mark == '-') && draft_ && draft_->kind == Block::Kind::Paragraph && draft_->lines.size() == 1 &&
                          draft_->lines.front().size() <= kLongestUnderlined;
  if (underlines) {
    const std::string_view words = draft_->lines.front();
    draft_.reset();
    if (nothing_yet() && topics_of(words) == 0) page_.title = words;
    add_heading(words, mark == '=' ? 1 : 2);
  }
  settle();
  return true;
}

bool TextReader::take_heading(const TextLine& line) {
  std::size_t level = 2;
  std::string_view words = marked_heading(line.text, level);
  if (words.empty()) {
    const ItemMark item = item_mark(line.text);
    const bool in_list = draft_ && draft_->kind == Block::Kind::Item;
    if (item.size > 0 && (in_list || item.number.empty() || !starts_upper(line.text.substr(item.size)))) return false;
    const bool begins = !draft_ || ends_sentence(last_.text) || in_list || draft_->kind == Block::Kind::Field;
    words = line.text.substr(item.size);
    if (!could_be_heading(words, begins)) return false;
    if (words.ends_with(':') || topics_of(words) == 0) return false;
  }
  settle();
  if (nothing_yet() && topics_of(words) == 0) page_.title = words;
  add_heading(words, level);
  return true;
}

bool TextReader::take_field(std::string_view text) {
  const bool among_fields = draft_ && draft_->kind == Block::Kind::Field && !last_.text.empty();
  const auto labelled =
      labelled_words(text, [&](std::string_view label) { return topics_of(label) != 0 || (among_fields && may_be_label(label)); });
  if (!labelled) return false;
  settle();
  open(Block::Kind::Field, labelled->words);
  draft_->label = labelled->label;
  if (labelled->words.empty()) {
    awaited_label_ = labelled->label;
    draft_.reset();
  }
  return true;
}

bool TextReader::take_item(const TextLine& line) {
  const ItemMark item = item_mark(line.text);
  if (item.size == 0) return false;
  const bool in_prose = draft_ && draft_->kind == Block::Kind::Paragraph && awaited_label_.empty();
  const bool goes_on = !ends_sentence(last_.text) && !last_.text.ends_with(':');
  if (in_prose && goes_on && !item.number.empty() && item.number.find_first_not_of("([1.)]") != std::string_view::npos) return false;
  const std::string_view words = trim(line.text.substr(item.size));
  if (item.number.empty() && take_field(words)) return true;
  const std::string_view label = awaited_label_;
  open(label.empty() ? Block::Kind::Item : Block::Kind::Field, words);
  draft_->label = label;
  if (label.empty()) {
    draft_->number = item.number;
    draft_->level = static_cast<std::uint8_t>(std::min<std::size_t>(1 + line.indent / 2, kDeepestNesting));
  }
  return true;
}

/// A table of columns with known labels, parted by tabs.
bool TextReader::take_table(std::string_view text) {
  if (text.find('\t') == std::string_view::npos) return false;
  const std::vector<std::string_view> cells = split(text, '\t');
  const auto known = [this](std::string_view cell) { return facts_of(topics_of(cell)) != 0; };
  if (std::count_if(cells.begin(), cells.end(), known) >= 2 &&
      std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell.size() <= 60; })) {
    settle();
    columns_ = cells;
    return true;
  }
  if (columns_.size() != cells.size()) return false;
  settle();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto begin = static_cast<std::size_t>(cells[i].data() - source_.data());
    builder_.take(begin, begin + cells[i].size());
    if (known(columns_[i])) {
      add_field(page_, builder_, trim(columns_[i]));
    } else {
      add_block(page_, builder_.finish(Block::Kind::Aside));
    }
  }
  return true;
}

void TextReader::take_words(const TextLine& line) {
  if (!awaited_label_.empty()) {
    open(Block::Kind::Field, line.text);
    draft_->label = awaited_label_;
    awaited_label_ = {};
    return;
  }
  const bool goes_on = draft_ && (draft_->kind != Block::Kind::Item || line.indent > 0 || last_.text.size() >= kWrappedLine ||
                                  (!line.text.empty() && line.text.front() >= 'a' && line.text.front() <= 'z'));
  if (goes_on) {
    draft_->lines.push_back(line.text);
  } else {
    open(Block::Kind::Paragraph, line.text);
  }
}

void TextReader::take(const TextLine& line) {
  if (line.text.empty()) {
    settle_block();
    columns_.clear();
  } else if (json_.could_take(line.text)) {
    settle();
    json_.take(line.text);
  } else if (!take_rule(line) && !take_table(line.text) && !take_heading(line) && !take_item(line)) {
    const bool label_may_begin = !draft_ || last_.text.empty() || starts_upper(line.text);
    if (!label_may_begin || !take_field(line.text)) take_words(line);
  }
  last_ = line;
}

/// Closes the block; a label that no words followed is a heading.
void TextReader::settle_block() {
  const std::string_view label = awaited_label_;
  awaited_label_ = {};
  if (!draft_ && !label.empty()) {
    add_heading(label, 2);
  } else {
    close();
  }
}

void TextReader::settle() {
  settle_block();
  end_list();
}

void TextReader::name_address() {
  if (page_.blocks.empty() || page_.blocks.back().kind != Block::Kind::Aside || !is_url(page_.blocks.back().words)) return;
  add_property(page_, "url", page_.blocks.back().words);
}

}  // namespace

unsigned recognise_text(std::string_view) { return 1; }

void read_text(Page& page, const PageHeadings& headings) { TextReader(page, headings).read(); }

}  // namespace musclekg
