#include "model/page.h"

#include <algorithm>
#include <array>

namespace musclekg {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Topic::Count)> kTopicNames = {
    "origin",   "insertion", "attachment", "innervation", "root",       "artery",    "action",
    "joint",    "synergist", "antagonist", "group",       "structure",  "relations", "variation",
    "clinical", "palpation", "exercise",   "background",  "references", "credits",   "skipped",
};

}  // namespace

std::string_view name_of(Topic topic) { return kTopicNames[static_cast<std::size_t>(topic)]; }

Span Block::source_of(std::uint32_t begin, std::uint32_t end) const {
  const auto piece_behind = [&](std::uint32_t at) {
    return std::upper_bound(pieces.begin(), pieces.end(), at, [](std::uint32_t place, const Piece& piece) { return place < piece.words; });
  };
  const auto place_of = [&](std::uint32_t at) {
    const auto next = piece_behind(at);
    if (next != pieces.begin()) {
      const Piece& piece = *(next - 1);
      if (at - piece.words < piece.size) return piece.source + (at - piece.words);
    }
    return next == pieces.end() ? source.end : next->source;
  };
  const std::uint32_t first = place_of(begin);
  if (begin >= end) return {first, first};
  const auto next = piece_behind(end - 1);
  if (next != pieces.begin()) {
    const Piece& piece = *(next - 1);
    if (end - piece.words <= piece.size) return {first, piece.source + (end - piece.words)};
  }
  return {first, next == pieces.end() ? source.end : next->source};
}

}  // namespace musclekg
