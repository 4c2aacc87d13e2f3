#include "read/page_builder.h"

#include <algorithm>

#include "base/text.h"

namespace musclekg {

namespace {

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::size_t white_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_white(text[at])) return 1;
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\xC2\xA0")) return 2;
  return rest == "\xE2\x80\x8B" || rest == "\xEF\xBB\xBF" ? 3 : 0;
}

std::size_t text_begin(std::string_view source) { return source.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

void BlockBuilder::reach(std::size_t begin, std::size_t end) {
  if (!begun_) block_.source.begin = static_cast<std::uint32_t>(begin);
  begun_ = true;
  block_.source.end = static_cast<std::uint32_t>(end);
}

void BlockBuilder::append_piece(std::size_t begin, std::size_t size) {
  const auto place = static_cast<std::uint32_t>(begin);
  const auto bytes = static_cast<std::uint32_t>(size);
  if (!block_.pieces.empty()) {
    Piece& last = block_.pieces.back();
    if (last.source + last.size == place && last.words + last.size == block_.words.size()) {
      last.size += bytes;
      block_.words.append(source_, begin, size);
      return;
    }
  }
  block_.pieces.push_back({static_cast<std::uint32_t>(block_.words.size()), place, bytes});
  block_.words.append(source_, begin, size);
}

void BlockBuilder::take_word(std::size_t begin, std::size_t end) {
  append_piece(begin, end - begin);
  reach(begin, end);
}

void BlockBuilder::take_white(std::size_t at, std::size_t size) {
  if (block_.words.empty()) return;
  if (size > 1) {  // a no-break space stays a character of its own
    if (!is_white(block_.words.back())) append_piece(at, size);
    return;
  }
  if (is_white(block_.words.back())) {
    if (source_[at] != '\n' || block_.words.back() == '\n') return;
    drop_last_byte();
  }
  append_piece(at, 1);
}

void BlockBuilder::take(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end;) {
    std::size_t word = at;
    while (word < end && white_size(source_, word) == 0) ++word;
    if (word > at) take_word(at, word);
    at = word;
    if (at == end) break;
    const std::size_t size = white_size(source_, at);
    take_white(at, size);
    at += size;
  }
}

void BlockBuilder::put(std::string_view words, Span where) {
  while (block_.words.empty() && white_size(words, 0) > 0) words.remove_prefix(white_size(words, 0));
  if (words.empty()) return;
  const bool white = white_size(words, 0) == words.size();
  if (white && words != "\n" && is_white(block_.words.back())) return;
  if (words == "\n" && !block_.words.empty() && is_white(block_.words.back())) {
    if (block_.words.back() == '\n') return;
    drop_last_byte();
  }
  block_.words += words;
  if (!white) reach(where.begin, where.end);
}

void BlockBuilder::break_line(Span where) {
  put("\n", where);
  if (!block_.words.empty()) breaks_.push_back(static_cast<std::uint32_t>(block_.words.size()));
}

void BlockBuilder::mark(std::uint32_t number, Span where) {
  block_.marks.push_back({static_cast<std::uint32_t>(block_.words.size()), number, where});
  reach(where.begin, where.end);
}

void BlockBuilder::drop_last_byte() {
  block_.words.pop_back();
  const auto size = static_cast<std::uint32_t>(block_.words.size());
  if (block_.pieces.empty() || block_.pieces.back().words + block_.pieces.back().size <= size) return;
  if (--block_.pieces.back().size == 0) block_.pieces.pop_back();
}

Block BlockBuilder::finish(Block::Kind kind, std::uint8_t level) {
  for (bool white = true; white;) {
    white = false;
    for (const std::size_t size : {1, 2, 3}) {
      const std::size_t length = block_.words.size();
      if (length < size || white_size(block_.words, length - size) != size) continue;
      for (std::size_t i = 0; i < size; ++i) drop_last_byte();
      white = true;
      break;
    }
  }
  for (Mark& mark : block_.marks) mark.words = std::min(mark.words, static_cast<std::uint32_t>(block_.words.size()));
  Block block = std::move(block_);
  block.kind = kind;
  block.level = level;
  block_ = {};
  breaks_.clear();
  begun_ = false;
  return block;
}

std::vector<Block> BlockBuilder::finish_lines(Block::Kind kind, std::uint8_t level) {
  const std::vector<std::uint32_t> breaks = std::move(breaks_);
  const Block whole = finish(kind, level);
  std::vector<Block> lines;
  const auto add = [&](std::size_t begin, std::size_t end) {
    Block line = slice(whole, begin, end);
    if (!line.words.empty() || !line.marks.empty()) lines.push_back(std::move(line));
  };
  std::size_t begin = 0;
  for (const std::uint32_t at : breaks) {
    add(begin, std::min<std::size_t>(at, whole.words.size()));
    begin = std::min<std::size_t>(at, whole.words.size());
  }
  add(begin, whole.words.size() + 1);
  return lines;
}

Block slice(const Block& block, std::size_t begin, std::size_t end) {
  const bool to_end = end > block.words.size();
  end = std::min(end, block.words.size());
  const std::size_t mark_begin = begin, mark_end = end;
  while (begin < end && white_size(block.words, begin) > 0) begin += white_size(block.words, begin);
  begin = std::min(begin, end);
  while (end > begin && is_white(block.words[end - 1])) --end;

  const auto words = span_of(begin, end);
  Block part;
  part.kind = block.kind;
  part.level = block.level;
  part.label = block.label;
  part.words = block.words.substr(begin, end - begin);
  part.source = block.source_of(words.begin, words.end);
  auto piece =
      std::partition_point(block.pieces.begin(), block.pieces.end(), [&](const Piece& one) { return one.words + one.size <= words.begin; });
  for (; piece != block.pieces.end() && piece->words < words.end; ++piece) {
    const std::uint32_t first = std::max(piece->words, words.begin), last = std::min(piece->words + piece->size, words.end);
    part.pieces.push_back({first - words.begin, piece->source + (first - piece->words), last - first});
  }
  // A mark behind the last word belongs to it; one at the beginning to what is before it.
  auto mark = std::partition_point(block.marks.begin(), block.marks.end(),
                                   [&](const Mark& one) { return mark_begin > 0 && one.words <= mark_begin; });
  for (; mark != block.marks.end() && (to_end || mark->words <= mark_end); ++mark) {
    Mark moved = *mark;
    moved.words = std::clamp(mark->words, words.begin, words.end) - words.begin;
    part.marks.push_back(moved);
    part.source.end = std::max(part.source.end, mark->source.end);
  }
  return part;
}

void append_line(Block& block, const Block& more) {
  if (!block.words.empty()) block.words += '\n';
  const auto shift = static_cast<std::uint32_t>(block.words.size());
  block.words += more.words;
  for (Piece piece : more.pieces) {
    piece.words += shift;
    block.pieces.push_back(piece);
  }
  for (Mark mark : more.marks) {
    mark.words += shift;
    block.marks.push_back(mark);
  }
  block.source.end = std::max(block.source.end, more.source.end);
}

void add_block(Page& page, Block block) {
  if (!block.words.empty()) page.blocks.push_back(std::move(block));
}

void add_field(Page& page, BlockBuilder& builder, std::string_view label) {
  Block block = builder.finish(Block::Kind::Field);
  block.label = label;
  add_block(page, std::move(block));
}

void add_property(Page& page, std::string_view key, std::string_view value) {
  key = trim(key);
  value = trim(value);
  if (!key.empty() && !value.empty()) page.properties.emplace_back(ascii_lower(key), value);
}

}  // namespace musclekg
