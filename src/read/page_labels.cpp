#include "read/page_labels.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "read/page_builder.h"
#include "read/page_text_line.h"

namespace musclekg {

namespace {

constexpr std::uint8_t kDeepestHeading = 6;

std::string label_words(std::string_view words) {
  words = trim(words);
  if (words.ends_with(':')) words.remove_suffix(1);
  return std::string(trim(words));
}

}  // namespace

void LabelledBlocks::add(Block block) {
  if (block.words.empty() && block.marks.empty()) return;
  if (block.kind == Block::Kind::Heading) {
    settle();
    level_ = block.level;
    add_block(page_, std::move(block));
    return;
  }
  if (block.kind == Block::Kind::Field || block.kind == Block::Kind::Aside) {
    settle();
    add_block(page_, std::move(block));
    return;
  }
  const bool one_line = block.words.find('\n') == std::string::npos;
  const bool with_colon = block.words.ends_with(':');
  if (one_line && could_be_heading(block.words, starts_upper(block.words) || with_colon) && known(label_words(block.words))) {
    settle();
    with_colon_ = with_colon;
    awaited_ = std::move(block);
    return;
  }
  if (add_lines(block)) return;
  if (add_to_awaited(block)) return;
  settle();
  add_block(page_, std::move(block));
}

bool LabelledBlocks::add_to_awaited(Block& block) {
  if (!awaited_) return false;
  const bool item = block.kind == Block::Kind::Item;
  const bool belongs = awaited_->kind == Block::Kind::Item ? item && block.level > awaited_->level : with_colon_ && (item || !used_);
  if (!belongs) return false;
  block.kind = Block::Kind::Field;
  block.level = 0;
  block.label = label_words(awaited_->words);
  add_block(page_, std::move(block));
  used_ = true;
  if (!item) awaited_.reset(), used_ = false;
  return true;
}

/// Makes fields of the lines of a block that begin with labels. False, and nothing done, where none does.
bool LabelledBlocks::add_lines(const Block& block) {
  struct Labelled {
    std::size_t line, words;
    std::string label;
  };
  std::vector<Labelled> fields;
  const std::string_view text = block.words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (!trim(line).empty() && (begin == 0 || starts_upper(trim(line)))) {
      const auto found = labelled_words(line, [this](std::string_view label) { return known(label); });
      if (found) fields.push_back({begin, static_cast<std::size_t>(found->words.data() - text.data()), std::string(found->label)});
    }
    begin = end + 1;
  }
  if (fields.empty()) return false;
  settle();
  add_block(page_, slice(block, 0, fields.front().line));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t end = i + 1 < fields.size() ? fields[i + 1].line : text.size() + 1;
    Block field = slice(block, fields[i].words, end);
    settle();
    if (field.words.empty()) {  // what is said of it follows in blocks of its own
      awaited_ = slice(block, fields[i].line, end);
      with_colon_ = true;
      continue;
    }
    field.kind = Block::Kind::Field;
    field.level = 0;
    field.label = fields[i].label;
    add_block(page_, std::move(field));
  }
  return true;
}

void LabelledBlocks::add_term(Block block) {
  settle();
  term_ = std::move(block);
}

void LabelledBlocks::add_definition(Block block) {
  if (!term_ || !known(label_words(term_->words))) {
    if (term_) add_block(page_, *std::exchange(term_, std::nullopt));
    add(std::move(block));
    return;
  }
  block.kind = Block::Kind::Field;
  block.level = 0;
  block.label = label_words(term_->words);
  add_block(page_, std::move(block));
  used_ = true;
}

/// What was awaited did not come: a label is a heading then, or the item that it was.
void LabelledBlocks::settle() {
  std::optional<Block> block = std::exchange(term_, std::nullopt);
  if (awaited_) block = std::exchange(awaited_, std::nullopt);
  const bool used = std::exchange(used_, false);
  if (!block || used) return;
  if (block->kind == Block::Kind::Paragraph && known(label_words(block->words))) {
    block->kind = Block::Kind::Heading;
    block->level = static_cast<std::uint8_t>(std::min<int>(level_ + 1, kDeepestHeading));
    if (block->words.ends_with(':')) *block = slice(*block, 0, block->words.size() - 1);
  }
  add_block(page_, std::move(*block));
}

}  // namespace musclekg
