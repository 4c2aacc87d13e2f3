#include "read/page_table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "read/page_builder.h"
#include "read/page_text_line.h"

namespace musclekg {

namespace {

constexpr std::size_t kLongestLabel = 60;  ///< bytes
constexpr std::size_t kShortCell = 100;    ///< bytes

bool goes_on(std::string_view before, std::string_view words) {
  constexpr std::array<std::string_view, 6> kJoining = {"and ", "or ", "of ", "from ", "to ", "via "};
  if (words.starts_with('(') || before.ends_with(':') || before.ends_with(" and") || before.ends_with(" of") || before.ends_with(" the"))
    return true;
  return std::any_of(kJoining.begin(), kJoining.end(), [&](std::string_view word) { return words.starts_with(word); });
}

std::string label_of(std::string_view words) {
  while (words.ends_with(':') || words.ends_with(' ')) words.remove_suffix(1);
  return std::string(words);
}

/// Moves `more` behind `blocks`; at once where there are none yet.
void append(std::vector<Block>& blocks, std::vector<Block>& more) {
  if (blocks.empty()) {
    blocks = std::move(more);
  } else {
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  more.clear();
}

}  // namespace

void join_entries(std::vector<Block>& entries) {
  std::vector<Block> joined;
  for (Block& entry : entries) {
    if (!joined.empty() && joined.back().kind == Block::Kind::Paragraph && entry.kind == Block::Kind::Paragraph &&
        (entry.words.empty() || goes_on(joined.back().words, entry.words))) {
      append_line(joined.back(), entry);
    } else {
      joined.push_back(std::move(entry));
    }
  }
  entries = std::move(joined);
}

void PageTable::add_cell(std::vector<Block> blocks) { cells_.push_back(std::move(blocks)); }

bool PageTable::is_label(const Cell& cell) const {
  return cell.size() == 1 && cell.front().kind != Block::Kind::Field && cell.front().words.size() <= kLongestLabel &&
         facts_of(headings_.topics_of(cell.front().words, page_.title)) != 0;
}

bool PageTable::is_header() const {
  const bool short_cells = std::all_of(cells_.begin(), cells_.end(), [](const Cell& cell) {
    return cell.empty() || (cell.size() == 1 && cell.front().words.size() <= kLongestLabel);
  });
  return short_cells && std::count_if(cells_.begin(), cells_.end(), [this](const Cell& cell) { return is_label(cell); }) >= 2;
}

std::vector<Block> PageTable::finish_row() {
  std::vector<Block> blocks;
  const auto make_fields = [&](Cell& cell, const std::string& label) {
    join_entries(cell);
    for (Block& block : cell) {
      if (block.kind == Block::Kind::Paragraph || block.kind == Block::Kind::Item) {
        block.kind = Block::Kind::Field;
        block.level = 0;
        block.label = label;
      }
    }
    append(blocks, cell);
  };
  const auto make_asides = [&](Cell& cell) {
    for (Block& block : cell) {
      if (block.kind == Block::Kind::Paragraph && block.words.size() <= kShortCell && !ends_sentence(block.words))
        block.kind = Block::Kind::Aside;
    }
    append(blocks, cell);
  };

  const std::string label_above = std::exchange(label_, {});
  if (cells_.empty()) return blocks;
  if (cells_.size() == 1) {
    if (is_label(cells_.front())) {
      label_ = label_of(cells_.front().front().words);
    } else if (!label_above.empty()) {
      make_fields(cells_.front(), label_above);
    } else {
      make_asides(cells_.front());
    }
  } else if (is_header()) {
    columns_.clear();
    for (const Cell& cell : cells_) columns_.push_back(is_label(cell) ? label_of(cell.front().words) : std::string());
  } else if (columns_.size() == cells_.size()) {
    const Cell& first = cells_.front();
    const bool named = columns_.front().empty() && first.size() == 1 && first.front().words.size() <= kLongestLabel;
    const std::string part = named ? " (" + first.front().words + ")" : std::string();
    for (std::size_t i = 0; i < cells_.size(); ++i)
      columns_[i].empty() ? make_asides(cells_[i]) : make_fields(cells_[i], columns_[i] + part);
  } else if (is_label(cells_.front())) {
    const std::string label = label_of(cells_.front().front().words);
    for (std::size_t i = 1; i < cells_.size(); ++i) make_fields(cells_[i], label);
  } else if (infobox_ && cells_.size() == 2 && cells_.front().size() == 1 && !cells_.back().empty()) {
    std::string value;
    for (const Block& block : cells_.back()) value.append(value.empty() ? "" : "\n").append(block.words);
    add_property(page_, label_of(cells_.front().front().words), value);
  } else {
    for (Cell& cell : cells_) make_asides(cell);
  }
  cells_.clear();
  return blocks;
}

}  // namespace musclekg
