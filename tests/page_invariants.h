// What holds of every page, however broken its source is.

#pragma once

#include <string>

#include "base/text.h"
#include "model/page.h"

namespace musclekg {

/// What does not hold of a block; empty when all does.
inline std::string fault_of(const Page& page, const Block& block) {
  const std::string& source = page.source;
  if (block.source.begin > block.source.end || block.source.end > source.size()) return "a block lies in the source";
  if (find_invalid_utf8(block.words) != std::string::npos) return "words are UTF-8";
  if (trim(block.words) != block.words) return "words have no white space at their ends";
  std::uint32_t words = 0, place = block.source.begin;
  for (const Piece& piece : block.pieces) {
    if (piece.size == 0) return "a piece is not empty";
    if (piece.words < words || piece.source < place) return "pieces are in order";
    words = piece.words + piece.size;
    place = piece.source + piece.size;
    if (words > block.words.size()) return "a piece lies in the words";
    if (place > block.source.end) return "a piece lies in its block";
    if (block.words.compare(piece.words, piece.size, source, piece.source, piece.size) != 0) return "a piece is what stands in the source";
  }
  std::uint32_t before = 0;
  for (const Mark& mark : block.marks) {
    if (mark.words < before || mark.words > block.words.size()) return "marks are in order";
    if (mark.source.begin > mark.source.end || mark.source.end > source.size()) return "a mark lies in the source";
    if (mark.number == 0) return "a mark has a number";
    before = mark.words;
  }
  const auto size = static_cast<std::uint32_t>(block.words.size());
  for (const std::uint32_t at : {std::uint32_t{0}, size / 3, size / 2, size}) {
    const Span span = block.source_of(at, size);
    if (span.begin > span.end || span.begin < block.source.begin || span.end > block.source.end) return "words have a place in their block";
  }
  return {};
}

inline std::string fault_of(const Page& page) {
  std::uint32_t before = 0;
  for (const Block& block : page.blocks) {
    if (const std::string fault = fault_of(page, block); !fault.empty()) return fault;
    if (block.words.empty()) return "a block has words";
    if ((block.kind == Block::Kind::Field) == block.label.empty()) return "a field, and nothing else, has a label";
    if ((block.kind == Block::Kind::Heading || block.kind == Block::Kind::Item) == (block.level == 0))
      return "headings and items have a level";
    if (block.source.begin < before) return "blocks are in the order of the source";
    before = block.source.begin;
  }
  std::uint32_t number = 0;
  for (const Note& note : page.notes) {
    if (note.number != ++number) return "notes are in order";
    if (const std::string fault = fault_of(page, note.block); !fault.empty()) return fault;
  }
  for (const auto& [key, value] : page.properties)
    if (key.empty() || value.empty()) return "a property has a key and a value";
  if (find_invalid_utf8(page.title) != std::string::npos) return "the title is UTF-8";
  return {};
}

}  // namespace musclekg
